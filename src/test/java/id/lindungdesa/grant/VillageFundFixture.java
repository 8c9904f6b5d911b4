package id.lindungdesa.grant;

import id.lindungdesa.document.Documents;
import id.lindungdesa.grant.BankLedger.Credit;
import id.lindungdesa.identity.Appointment;
import id.lindungdesa.identity.Offices;
import id.lindungdesa.identity.Role;
import id.lindungdesa.money.Rupiah;
import id.lindungdesa.workflow.Workflow;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Carries villages' money along its real way, task by task, each by an official of its own: users are named
 * {@code role.area}, {@code operator.91.01.01.2001}, those of the province {@code uji.role}; the password is that of
 * the decree fixture. Needs a decree in force (see {@code DecreeFixture}) and the job executor off.
 */
public final class VillageFundFixture {

    public static final String PASSWORD = "Rahasia-uji-123";
    public static final String BANK = "uji.bank";
    public static final String REGENCY_ACCOUNT = "0010020030";

    private static final Role[] PROVINCE = {Role.DP3AP2_VERIFIKATOR, Role.DP3AP2_KEPALA, Role.BPKPD_SPP, Role.BPKPD_SPM,
            Role.BPKPD_BUD, Role.BANK};
    private static final Role[] VILLAGE = {Role.OPERATOR, Role.KADES, Role.BENDAHARA};

    private final ApplicationContext context;
    private final Workflow workflow;
    private final JdbcClient jdbc;

    private VillageFundFixture(ApplicationContext context) {
        this.context = context;
        this.workflow = context.getBean(Workflow.class);
        this.jdbc = context.getBean(JdbcClient.class);
    }

    public static VillageFundFixture in(ApplicationContext context) {
        return new VillageFundFixture(context);
    }

    /** The user who holds a role for an area; the area is empty for the roles of a province. */
    public static String user(Role role, String area) {
        return role.area() == Role.Area.NONE ? "uji." + role.id() : role.id() + "." + area;
    }

    /** Everybody whom the money of these villages needs. */
    public void appoint(String... villageCodes) {
        Stream<Appointment> local = Arrays.stream(villageCodes).flatMap(village -> Stream.concat(
                Arrays.stream(VILLAGE).map(role -> official(role, village)),
                Stream.of(official(Role.CAMAT, village.substring(0, 8)), official(Role.PMD, village.substring(0, 5)),
                        official(Role.BKAD, village.substring(0, 5)))));
        context.getBean(Offices.class).appoint(
                Stream.concat(Arrays.stream(PROVINCE).map(role -> official(role, "")), local).distinct().toList(),
                List.of(), user -> PASSWORD);
    }

    /** Opens all villages of a decree in force, as its enactment does. */
    public void open(UUID decree) {
        VillageFundTasks tasks = context.getBean(VillageFundTasks.class);
        while (!tasks.openNextVillages(decree.toString())) {
            // the next chunk
        }
    }

    /** The whole way of the first tranche of that village, alone in its run: opened, asked for, paid, forwarded, received. */
    public UUID received(UUID decree, String village) {
        appoint(village);
        open(decree);
        UUID disbursement = disbursement(decree, village, 1);
        ready(disbursement);
        forwarded(run(decree, village.substring(0, 5)), LocalDate.now(context.getBean(Clock.class)));
        confirm(disbursement);
        return disbursement;
    }

    /** From the operator's request to the regency's verification. */
    public void ready(UUID disbursement) {
        requested(disbursement);
        sign(disbursement, true, null);
        recommend(disbursement, true, null);
        verify(disbursement, true, null);
    }

    public void requested(UUID disbursement) {
        Disbursement line = line(disbursement);
        as(Role.OPERATOR, line.villageCode(), VillageFund.PROCESS, disbursement, "UserTask_PrepareRequest", "documentIds",
                documents(line), "requestedRupiah", line.rupiah().amount());
    }

    /** The documents without which no request of that tranche is complete, stored by the village's operator. */
    String documents(Disbursement line) {
        String letter = document(line, "SURAT_PERMOHONAN");
        return line.tranche() == 1 ? letter : letter + "," + document(line, "SPJ");
    }

    String document(Disbursement line, String kind) {
        return document(Role.OPERATOR, line.villageCode(), kind);
    }

    /** A document that the holder of that role stored. */
    String document(Role role, String area, String kind) {
        return documentOf(user(role, area), kind);
    }

    String documentOf(String user, String kind) {
        UUID[] stored = new UUID[1];
        workflow.actingAs(user, () -> stored[0] = context.getBean(Documents.class).store(
                new ByteArrayInputStream("%PDF-1.4\n%%EOF\n".getBytes(StandardCharsets.US_ASCII)), "berkas.pdf", kind).id());
        return stored[0].toString();
    }

    public void sign(UUID disbursement, boolean approved, String note) {
        as(Role.KADES, line(disbursement).villageCode(), VillageFund.PROCESS, disbursement, "UserTask_SignRequest",
                "approved", approved, "note", note);
    }

    public void recommend(UUID disbursement, boolean approved, String note) {
        as(Role.CAMAT, line(disbursement).districtCode(), VillageFund.PROCESS, disbursement, "UserTask_RecommendRequest",
                "approved", approved, "note", note);
    }

    public void verify(UUID disbursement, boolean approved, String note) {
        as(Role.PMD, line(disbursement).regencyCode(), VillageFund.PROCESS, disbursement, "UserTask_VerifyRequest",
                "approved", approved, "note", note);
    }

    /** The treasurer confirms; what follows the last tranche or opens the next one is done as well. */
    public void confirm(UUID disbursement) {
        Disbursement line = line(disbursement);
        as(Role.BENDAHARA, line.villageCode(), VillageFund.PROCESS, disbursement, "UserTask_ConfirmReceipt",
                "receivedRupiah", line.rupiah().amount(), "documentIds", null);
        executeJobs(disbursement);
    }

    /** A collecting run's way through the province's offices, until the bank may credit it. */
    public void sp2d(UUID run) {
        String number = reference(run);
        task(run, Role.DP3AP2_VERIFIKATOR, "UserTask_VerifyBatch", "approved", true, "note", null);
        task(run, Role.DP3AP2_KEPALA, "UserTask_ApproveBatch", "approved", true, "note", null);
        task(run, Role.BPKPD_SPP, "UserTask_CreateSpp", "sppNumber", "SPP/" + number);
        task(run, Role.BPKPD_SPM, "UserTask_IssueSpm", "approved", true, "spmNumber", "SPM/" + number, "note", null);
        task(run, Role.BPKPD_BUD, "UserTask_IssueSp2d", "approved", true, "sp2dNumber", "SP2D/" + number, "note", null);
    }

    /** The bank credits a run on that day, and the books follow. */
    public void credited(UUID run, LocalDate valueDate) {
        long rupiah = jdbc.sql("select sum(rupiah) from grant_disbursement where run_id = :run").param("run", run)
                .query(Long.class).single();
        workflow.actingAs(BANK, () -> context.getBean(BankCredits.class).report(
                new Credit(reference(run), REGENCY_ACCOUNT, Rupiah.of(rupiah), valueDate)));
        executeJobs(run);
    }

    /** A collecting run's whole way: papers, credit, forwarding, and every village told. */
    public void forwarded(UUID run, LocalDate valueDate) {
        sp2d(run);
        credited(run, valueDate);
        task(run, Role.BKAD, "UserTask_ForwardFunds", "transferNumber", "TRF/" + reference(run), "documentIds", null);
        executeJobs(run);
    }

    /** Completes a run's task as the holder of that role. */
    public void task(UUID run, Role role, String element, Object... variables) {
        as(role, run(run).regencyCode(), RegencyPayments.PROCESS, run, element, variables);
    }

    public UUID disbursement(UUID decree, String village, int tranche) {
        return jdbc.sql("""
                select id from grant_disbursement where decree_id = :decree and village_code = :village and tranche = :tranche""")
                .param("decree", decree).param("village", village).param("tranche", tranche).query(UUID.class).single();
    }

    /** The run of a regency that still collects. */
    public UUID run(UUID decree, String regency) {
        return jdbc.sql("select id from grant_run where decree_id = :decree and regency_code = :regency and state = 'COLLECTING'")
                .param("decree", decree).param("regency", regency).query(UUID.class).single();
    }

    public String reference(UUID run) {
        return run(run).reference();
    }

    /** Runs the due jobs of a case, and those that they leave, until it waits for somebody; timers are left alone. */
    public void executeJobs(UUID caseId) {
        ManagementService management = context.getBean(ManagementService.class);
        RuntimeService runtime = context.getBean(RuntimeService.class);
        for (boolean more = true; more; ) {
            var instance = runtime.createProcessInstanceQuery().processInstanceBusinessKey(caseId.toString()).singleResult();
            var jobs = instance == null ? List.<org.camunda.bpm.engine.runtime.Job>of()
                    : management.createJobQuery().processInstanceId(instance.getId()).messages().list();
            jobs.forEach(job -> management.executeJob(job.getId()));
            more = !jobs.isEmpty();
        }
    }

    PaymentRun run(UUID run) {
        return context.getBean(PaymentRuns.class).get(run);
    }

    Disbursement line(UUID disbursement) {
        return context.getBean(Disbursements.class).get(disbursement);
    }

    private void as(Role role, String area, String process, UUID caseId, String element, Object... variables) {
        Map<String, Object> given = new HashMap<>();
        for (int i = 0; i < variables.length; i += 2) {
            given.put((String) variables[i], variables[i + 1]);
        }
        workflow.actingAs(user(role, area), () -> workflow.complete(process, caseId, element, given));
    }

    private static Appointment official(Role role, String area) {
        String where = role.area() == Role.Area.NONE ? "" : area;
        return new Appointment(1, user(role, where), "Pejabat " + role.id(), role, where, LocalDate.of(2020, 1, 1), null, "SK-UJI");
    }
}
