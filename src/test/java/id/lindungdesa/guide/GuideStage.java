package id.lindungdesa.guide;

import com.fasterxml.jackson.databind.JsonNode;
import id.lindungdesa.Door;
import id.lindungdesa.bulk.BulkStage;
import id.lindungdesa.grant.VillageFundFixture;
import id.lindungdesa.identity.Appointment;
import id.lindungdesa.identity.Offices;
import id.lindungdesa.identity.Role;
import id.lindungdesa.premium.CoverFixture;
import id.lindungdesa.region.Regions;
import id.lindungdesa.regulation.DecreeFixture;
import id.lindungdesa.workflow.Workflow;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two invented provinces with names fit for a picture: one village's money, and a regency of 110 villages in 14. */
final class GuideStage {

    static final String PASSWORD = VillageFundFixture.PASSWORD;
    /** The village that asks; the one at its Camat; the one whose booking failed, in a regency of its own. */
    static final String VILLAGE = "13.01.01.2001";
    static final String AT_CAMAT = "13.01.02.2001";
    static final String FAILED = "13.02.01.2001";
    static final String BRANCH = "muara-sungai";
    static final String OFFICER = "bpjs-verifikator-13";

    static final String AUDITOR = "inspektorat-13";
    static final String KEEPER = "pengelola-13";
    static final String REVIEWER = "penelaah-13";

    private static final List<String> FIRST = List.of("Suka", "Tanjung", "Sumber", "Karang", "Muara", "Rantau", "Bukit", "Pulau", "Lubuk", "Teluk", "Air");
    private static final List<String> SECOND = List.of("Maju", "Jaya", "Indah", "Makmur", "Sari", "Harapan", "Damai", "Baru", "Mulya", "Agung");

    private final ApplicationContext context;
    final VillageFundFixture fund;
    private static UUID decree;      // one for all tests of the class; the context is one as well

    GuideStage(ApplicationContext context) {
        this.context = context;
        this.fund = VillageFundFixture.in(context);
    }

    /** The decree over three villages of 13, opened, and their officials. */
    UUID decree() {
        if (decree != null) {
            return decree;
        }
        fund.appoint();
        appoint(named("Siti Rahmawati", Role.OPERATOR, VILLAGE), named("Budi Santoso", Role.KADES, VILLAGE), named("Ratna Dewi", Role.BENDAHARA, VILLAGE),
                named("Drs. Hasan Basri", Role.CAMAT, "13.01.01"), named("Nurul Hidayah", Role.PMD, "13.01"), named("Yusuf Maulana", Role.BKAD, "13.01"),
                named("Operator Karang Indah", Role.OPERATOR, AT_CAMAT), named("Kades Karang Indah", Role.KADES, AT_CAMAT), named("Ahmad Fauzi", Role.CAMAT, "13.01.02"),
                named("Operator Bukit Damai", Role.OPERATOR, FAILED), named("Kades Bukit Damai", Role.KADES, FAILED), named("Camat Bukit", Role.CAMAT, "13.02.01"),
                named("Dinas PMD", Role.PMD, "13.02"), new Appointment(1, OFFICER, "Dewi Lestari", Role.BPJS_VERIFIKATOR, BRANCH, LocalDate.of(2020, 1, 1), null, "SK-1"),
                new Appointment(1, AUDITOR, "Agus Salim", Role.INSPEKTORAT, "", LocalDate.of(2020, 1, 1), null, "SK-1"));
        List<String> villages = List.of(VILLAGE, AT_CAMAT, FAILED);
        decree = DecreeFixture.in(context).inForce(DecreeFixture.draft("KEP-13/2022", "13", 300_000_000L), csv("""
                code,name,district_name,regency_name,province_name
                13.01.01.2001,Tanjung Harapan,Sungai Indah,Kabupaten Muara Sungai,Provinsi Contoh
                13.01.02.2001,Karang Indah,Karang,Kabupaten Muara Sungai,Provinsi Contoh
                13.02.01.2001,Bukit Damai,Bukit,Kabupaten Bukit Damai,Provinsi Contoh
                """), villages, 100_000_000);
        fund.open(decree);
        context.getBean(Regions.class).assignBranches(csv("branch,regency_code\n" + BRANCH + ",13.01\n"));
        return decree;
    }

    UUID tranche(String village) {
        return fund.disbursement(decree(), village, 1);
    }

    LocalDate today() {
        return LocalDate.now(context.getBean(Clock.class));
    }

    /** 110 villages in five districts, all on the desk of their regency's office. */
    String atTheRegency() {
        BulkStage stage = new BulkStage(context, "14");
        List<String> villages = IntStream.range(0, 110).mapToObj(i -> "14.04.%02d.%d".formatted(i / 22 + 1, 2001 + i % 22)).toList();
        String pmd = "pmd.14.04";
        stage.appoint(Stream.concat(Stream.of(new Appointment(1, pmd, "Lina Marlina", Role.PMD, "14.04", LocalDate.of(2020, 1, 1), null, "SK-1")),
                Stream.concat(villages.stream().flatMap(village -> Stream.of(official(stage.operator(), Role.OPERATOR, village), official(stage.head(), Role.KADES, village))),
                        villages.stream().map(village -> village.substring(0, 8)).distinct().map(district -> official("camat." + district, Role.CAMAT, district)))).toList());
        StringBuilder list = new StringBuilder("code,name,district_name,regency_name,province_name\n");
        IntStream.range(0, villages.size()).forEach(i -> list.append("%s,%s %s,%s,Kabupaten Batang Sari,Provinsi Contoh Dua%n".formatted(villages.get(i),
                FIRST.get(i % FIRST.size()), SECOND.get(i / FIRST.size()), FIRST.get(i / 22) + " Raya")));
        UUID all = DecreeFixture.in(context).inForce(DecreeFixture.draft("KEP-14/2022", "14", 11_000_000_000L), csv(list.toString()), villages, 100_000_000);
        fund.open(all);
        villages.stream().map(village -> village.substring(0, 8)).distinct().forEach(district -> stage.toPmd(
                villages.stream().filter(village -> village.startsWith(district)).map(village -> fund.disbursement(all, village, 1)).toList(), "camat." + district));
        return pmd;
    }

    void workOff() {
        new BulkStage(context, "14").workOff();
    }

    void atTheCamat() {
        fund.requested(tranche(AT_CAMAT));
        fund.sign(tranche(AT_CAMAT), true, null);
    }

    /** The money of a regency was credited, and its booking gave up. */
    Job aBookingThatFailed(TestRestTemplate http) {
        fund.ready(tranche(FAILED));
        UUID run = fund.run(decree(), "13.02");
        fund.sp2d(run);
        Door door = new Door(http);
        door.knows(VillageFundFixture.BANK, PASSWORD);
        door.expect(201, door.post(VillageFundFixture.BANK, "/api/bank/credits", Map.of("reference", fund.reference(run),
                "account", VillageFundFixture.REGENCY_ACCOUNT, "rupiah", 100_000_000, "valueDate", today().toString())));
        String instance = context.getBean(RuntimeService.class).createProcessInstanceQuery().processInstanceBusinessKey(run.toString()).singleResult().getId();
        ManagementService management = context.getBean(ManagementService.class);
        Job booking = management.createJobQuery().processInstanceId(instance).messages().singleResult();
        state(run, "AWAITING_CREDIT");          // what it finds wrong, and what an administrator mended before he tries again
        management.setJobRetries(booking.getId(), 1);
        try {
            management.executeJob(booking.getId());
            throw new AssertionError("booked a run that waits for its credit");
        } catch (RuntimeException gaveUp) {
            state(run, "CREDITED");
        }
        return booking;
    }

    private void state(UUID run, String state) {
        context.getBean(JdbcClient.class).sql("update grant_run set state = :state where id = :run").param("state", state).param("run", run).update();
    }

    /** A widow's claim with two of its papers, filed by the village. */
    String aClaim(TestRestTemplate http) {
        decree();
        LocalDate today = today();
        var worker = context.getBean(CoverFixture.class).covered(VILLAGE, today.minusMonths(6), today.plusMonths(1));
        String operator = VillageFundFixture.user(Role.OPERATOR, VILLAGE);
        Door door = new Door(http);
        door.knows(operator, PASSWORD);
        JsonNode claim = door.expect(201, door.post(operator, "/api/claims", Map.of("programme", "JKM", "workerNik", worker.nik(), "eventDate", today.minusDays(2).toString(),
                "cause", "ILLNESS", "reporter", Map.of("name", "Kepala Dusun", "phone", "0812000000", "relation", "Kepala dusun"),
                "heirs", List.of(Map.of("name", "Aminah", "nik", "1301014101810001", "relation", "SPOUSE", "account", "1234567890")),
                "documents", List.of(door.document(operator, "AKTA_KEMATIAN"), door.document(operator, "KTP")))));
        return claim.get("number").asText();
    }

    void keepers() {
        appoint(new Appointment(1, KEEPER, "Indra Wijaya", Role.PENGELOLA_ATURAN, "", LocalDate.of(2020, 1, 1), null, "SK-1"),
                new Appointment(1, REVIEWER, "Maya Sari", Role.BIRO_HUKUM, "", LocalDate.of(2020, 1, 1), null, "SK-1"));
    }

    /** The proposed version of that table once all claims were computed with it. */
    UUID comparedRule(String decision) {
        UUID version = context.getBean(JdbcClient.class).sql("select id from rulebook_version where decision_key = :key and state = 'COMPARING'")
                .param("key", decision).query(UUID.class).single();
        fund.executeJobs(version);
        return version;
    }

    void withdrawRule(UUID version) {
        Workflow workflow = context.getBean(Workflow.class);
        workflow.actingAs(REVIEWER, () -> workflow.complete("rule-change", version, "UserTask_ReviewRule", Map.of("approved", false, "note", "Contoh panduan")));
        workflow.actingAs(KEEPER, () -> workflow.complete("rule-change", version, "UserTask_ReviseRule", Map.of("resubmitted", false, "note", "Contoh panduan")));
    }

    private void appoint(Appointment... appointments) {
        context.getBean(Offices.class).appoint(List.of(appointments), List.of(), user -> PASSWORD);
    }

    private static Appointment named(String name, Role role, String area) {
        return new Appointment(1, VillageFundFixture.user(role, area), name, role, area, LocalDate.of(2020, 1, 1), null, "SK-1");
    }

    private static Appointment official(String user, Role role, String area) {
        return new Appointment(1, user, role.title(), role, area, LocalDate.of(2020, 1, 1), null, "SK-1");
    }

    private static ByteArrayInputStream csv(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
