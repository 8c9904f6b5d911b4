package id.lindungdesa.regulation;

import id.lindungdesa.identity.Appointment;
import id.lindungdesa.identity.Offices;
import id.lindungdesa.identity.Role;
import id.lindungdesa.region.Regions;
import id.lindungdesa.workflow.Workflow;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationContext;

/**
 * Decrees for tests that begin where a decree is in force: through the real services, without its process, so that nothing
 * is opened. Codes say what a village is: the last group begins with 1 for a kelurahan, 2 for a desa.
 */
public final class DecreeFixture {

    public static final String DRAFTER = "uji-perancang";
    public static final String REVIEWER = "uji-biro-hukum";
    public static final String SECRETARY = "uji-sekda";
    public static final String GOVERNOR = "uji-gubernur";
    public static final String PASSWORD = "Rahasia-uji-123";
    public static final int EDITION = 2019;

    private final Regions regions;
    private final Offices offices;
    private final Workflow workflow;
    private final DecreeEnactment enactment;

    private DecreeFixture(Regions regions, Offices offices, Workflow workflow, DecreeEnactment enactment) {
        this.regions = regions;
        this.offices = offices;
        this.workflow = workflow;
        this.enactment = enactment;
    }

    public static DecreeFixture in(ApplicationContext context) {
        return new DecreeFixture(context.getBean(Regions.class), context.getBean(Offices.class),
                context.getBean(Workflow.class), context.getBean(DecreeEnactment.class));
    }

    /**
     * A decree in force in an invented province whose edition has just these villages, each with that amount; 10 percent
     * for premiums, 50 workers, 11 months, one tranche of 100 percent unless told otherwise.
     */
    public UUID inForce(String province, List<String> villageCodes, long rupiah, Integer... tranches) {
        return inForce(draft(province, villageCodes.size() * rupiah, tranches), villageList(province, villageCodes), villageCodes, rupiah);
    }

    /** The same with a number and names that are fit to be shown: of villages, districts, the regency. */
    public UUID inForce(DecreeDraft draft, InputStream villageList, List<String> villageCodes, long rupiah) {
        appoint();
        regions.replace(EDITION, villageList);
        UUID[] decree = new UUID[1];
        workflow.actingAs(DRAFTER, () -> {
            decree[0] = enactment.draft(draft, List.of(), annex(villageCodes, rupiah)).id();
            enactment.submit(decree[0]);
        });
        workflow.actingAs(REVIEWER, () -> enactment.review(decree[0], true, null));
        workflow.actingAs(SECRETARY, () -> enactment.initial(decree[0], true, null));
        workflow.actingAs(GOVERNOR, () -> enactment.sign(decree[0], true, null));
        enactment.putInForce(decree[0]);
        return decree[0];
    }

    /** The four officials of the province, once. */
    public void appoint() {
        offices.appoint(List.of(official(DRAFTER, Role.DP3AP2_VERIFIKATOR), official(REVIEWER, Role.BIRO_HUKUM),
                official(SECRETARY, Role.SEKDA), official(GOVERNOR, Role.GUBERNUR)), List.of(), user -> PASSWORD);
    }

    /** One person in all four offices, who may yet take one step of a decree only. */
    void appointEverywhere(String user) {
        offices.appoint(List.of(official(user, Role.DP3AP2_VERIFIKATOR), official(user, Role.BIRO_HUKUM),
                official(user, Role.SEKDA), official(user, Role.GUBERNUR)), List.of(), name -> PASSWORD);
    }

    /** Terms with a number of their own. */
    public static DecreeDraft draft(String province, long ceiling, Integer... tranches) {
        return draft("UJI/" + UUID.randomUUID(), province, ceiling, tranches);
    }

    public static DecreeDraft draft(String number, String province, long ceiling, Integer... tranches) {
        return new DecreeDraft(number, "Bantuan keuangan khusus kepada desa", province, 2022, EDITION, ceiling,
                tranches.length == 0 ? List.of(100) : Arrays.asList(tranches), 10, 50, 11,
                List.of(new Article("Pergub 16/2022", "Pasal 5", "Besaran bantuan keuangan untuk setiap desa dan kelurahan")));
    }

    public static InputStream villageList(String province, List<String> villageCodes) {
        StringBuilder list = new StringBuilder("code,name,district_name,regency_name,province_name\n");
        villageCodes.forEach(code -> list.append("%s,Uji %s,Kecamatan %s,Kabupaten %s,Provinsi %s%n".formatted(code,
                code.substring(9), code.substring(0, 8), code.substring(0, 5), province)));
        return text(list.toString());
    }

    public static InputStream annex(List<String> villageCodes, long rupiah) {
        StringBuilder annex = new StringBuilder("village_code,rupiah\n");
        villageCodes.forEach(code -> annex.append(code).append(',').append(rupiah).append('\n'));
        return text(annex.toString());
    }

    static InputStream text(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Appointment official(String user, Role role) {
        return new Appointment(1, user, "Pejabat " + user, role, "", LocalDate.of(2020, 1, 1), null, "SK-UJI");
    }
}
