package id.lindungdesa.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import id.lindungdesa.Door;
import id.lindungdesa.LindungDesaTest;
import id.lindungdesa.claim.ClaimStage;
import id.lindungdesa.complaint.ComplaintStage;
import id.lindungdesa.grant.VillageFundFixture;
import id.lindungdesa.identity.Appointment;
import id.lindungdesa.identity.Offices;
import id.lindungdesa.identity.Role;
import id.lindungdesa.refusal.Refusal;
import id.lindungdesa.regulation.DecreeEnactment;
import id.lindungdesa.regulation.DecreeFixture;
import id.lindungdesa.rulebook.NextRule;
import id.lindungdesa.scholarship.ScholarshipStage;
import id.lindungdesa.workflow.SeparatedDuties;
import id.lindungdesa.workflow.Workflow;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who took one step of a case takes no other by standing in for somebody: module by module, one line each. */
@LindungDesaTest
class DeputyDutiesTest {

    private static final String VILLAGE = "10.03.01.2001";
    private static final String PROPOSER = "wakil-pengelola";
    private static final Map<String, Object> AGREED = Map.of("approved", true);

    @Autowired TestRestTemplate http;
    @Autowired ApplicationContext context;
    @Autowired Workflow workflow;
    @Autowired Offices offices;
    @Autowired JdbcClient jdbc;
    @Autowired Clock clock;
    @Autowired List<SeparatedDuties> duties;

    private Door door;

    /** The maker stands in for the holder of an office and tries its step in the case that he made. */
    private record Line(String module, String maker, Role office, String area, String holder, Supplier<UUID> made, String process,
                        String element, Map<String, Object> answer) {}

    /** The rule that a maker proposed; a table takes one proposal at a time, so that the next test would be refused. */
    private UUID proposed;

    @BeforeEach
    void open() {
        door = new Door(http);
    }

    @AfterEach
    void withdrawTheRule() {
        if (proposed != null) {
            workflow.actingAs(DecreeFixture.REVIEWER, () -> workflow.complete("rule-change", proposed, "UserTask_ReviewRule",
                    Map.of("approved", false, "note", "Pasalnya keliru")));
            workflow.actingAs(PROPOSER, () -> workflow.complete("rule-change", proposed, "UserTask_ReviseRule",
                    Map.of("resubmitted", false, "note", "Tidak jadi")));
        }
    }

    @TestFactory
    Stream<DynamicTest> aMakerIsRefusedAsADeputy() {
        return Stream.of(
                new Line("grant", "kades." + VILLAGE, Role.CAMAT, "10.03.01", "camat.10.03.01", this::request, "village-grant",
                        "UserTask_RecommendRequest", AGREED),
                new Line("enrolment and premium", "operator." + VILLAGE, Role.KADES, VILLAGE, "kades." + VILLAGE, this::workerList,
                        "premium-payment", "UserTask_AdoptWorkerList", Map.of("approved", true, "months", 1L, "fromMonth",
                        java.time.YearMonth.now(clock).toString())),
                new Line("claim", ClaimStage.OFFICER, Role.BPJS_KABID, ClaimStage.BRANCH, ClaimStage.HEAD, this::claim, "claim-approval",
                        "UserTask_ApproveClaim", AGREED),
                new Line("scholarship", ScholarshipStage.OFFICER, Role.BPJS_KABID, ScholarshipStage.BRANCH, ScholarshipStage.HEAD, this::year,
                        "scholarship-payment", "UserTask_ApproveScholarship", AGREED),
                new Line("complaint", ComplaintStage.HEAD, Role.BPJS_KACAB, ComplaintStage.BRANCH, ComplaintStage.BRANCH_HEAD, this::complaint,
                        "complaint-handling", "UserTask_AnswerComplaint", Map.of("approved", false, "note", "Saya tetap pada keputusan.")),
                new Line("decree", DecreeFixture.REVIEWER, Role.SEKDA, "", DecreeFixture.SECRETARY, this::decree, "decree-enactment",
                        "UserTask_InitialDecree", AGREED),
                new Line("rule change", PROPOSER, Role.BIRO_HUKUM, "", DecreeFixture.REVIEWER, this::rule, "rule-change",
                        "UserTask_ReviewRule", AGREED)
        ).map(line -> DynamicTest.dynamicTest(line.module(), () -> refused(line)));
    }

    private void refused(Line line) {
        UUID made = line.made().get();
        String term = door.expect(201, door.post("admin", "/api/offices/deputies", absence(line.office(), line.area(), line.holder(), line.maker())))
                .get("termId").asText();
        try {
            assertThatThrownBy(() -> workflow.actingAs(line.maker(), () -> workflow.complete(line.process(), made, line.element(), line.answer())))
                    .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("SEPARATION_OF_DUTIES"));
            assertThat(open(made)).as("the task waits for somebody else").contains(line.element());
            if (!line.module().equals("complaint")) {       // the branch head who may not answer hands over
                assertThat(bars(line.maker(), line.process(), made, line.element())).as("counts as nobody").isTrue();
            }
            assertThat(bars(line.holder(), line.process(), made, line.element())).as("the holder himself").isFalse();
        } finally {
            door.expect(204, door.post("admin", "/api/offices/terms/" + term + "/end", Map.of("reason", "Kembali bertugas", "decreeNumber", "ST 2")));
        }
    }

    private boolean bars(String user, String process, UUID made, String element) {
        return duties.stream().filter(module -> module.processes().contains(process)).findFirst().orElseThrow().bars(user, process, made, element);
    }

    @Test
    void whoHandledTheClaimIsNobodyToAComplaintAndHandsOver() {
        UUID complaint = complaint();
        for (String step : List.of("UserTask_AnswerByRegion", "UserTask_Mediate", "UserTask_RecordCourtDecision")) {
            assertThat(bars(ComplaintStage.HEAD, "complaint-handling", complaint, step)).as(step).isTrue();
            assertThat(bars(ComplaintStage.REGION, "complaint-handling", complaint, step)).as(step).isFalse();
        }
        assertThat(bars(ComplaintStage.OPERATOR, "complaint-handling", complaint, "UserTask_Mediate")).as("who brought it").isTrue();
        assertThat(bars(ComplaintStage.OPERATOR, "complaint-handling", complaint, "UserTask_ReplyToAnswer")).isFalse();
        assertThat(bars(ComplaintStage.HEAD, "complaint-handling", complaint, "UserTask_AnswerComplaint")).as("he hands over").isFalse();
    }

    @Test
    void whatRunsBesideAClaimKnowsItsParts() {
        UUID check = UUID.randomUUID();
        jdbc.sql("insert into claim_field_check (id, claim_id, signs, opened_at) values (:id, :claim, '{}', now())").param("id", check)
                .param("claim", claim()).update();
        assertThat(bars(ClaimStage.OFFICER, "field-check", check, "UserTask_CheckField")).as("the same part").isFalse();
        assertThat(bars(ClaimStage.OFFICER, "field-check", check, "UserTask_ApproveInterim")).as("his superior's").isTrue();
        assertThat(bars(ClaimStage.HEAD, "field-check", check, "UserTask_ApproveInterim")).isFalse();
        Set<String> known = duties.stream().flatMap(module -> module.processes().stream()).collect(Collectors.toSet());
        assertThat(known).as("every process that separates duties").containsAll(List.of("interim-payment", "claim-supplement", "account-clearance",
                "payment-correction", "heir-dispute", "premium-return", "penalty-decision", "scholarship-change"));
    }

    @Test
    void whoIsDismissedWhileHeWorksDecidesNothingAndHisTaskGoesBack() {
        UUID request = request("10.04.01.2001");
        String camat = "camat.10.04.01";
        door.knows(camat, VillageFundFixture.PASSWORD);
        String task = door.tasks(camat, "UserTask_RecommendRequest", request.toString()).get(0).get("id").asText();
        door.expect(204, door.post(camat, "/engine-rest/task/" + task + "/claim", Map.of("userId", camat)));
        JsonNode term = door.get("admin", "/api/offices/terms?role=camat&area=10.04.01").get(0);
        door.expect(204, door.post("admin", "/api/offices/terms/" + term.get("termId").asText() + "/end",
                Map.of("reason", "Diberhentikan", "decreeNumber", "SK 4")));

        var late = door.post(camat, "/engine-rest/task/" + task + "/complete", Map.of("variables", Map.of("approved", Map.of("value", true))));

        assertThat(late.getStatusCode().value()).as(late.getBody()).isIn(401, 403, 404);
        assertThat(open(request)).contains("UserTask_RecommendRequest");
        assertThat(jdbc.sql("select count(*) from act_ru_task where id_ = :id and assignee_ is null").param("id", task).query(Integer.class).single())
                .isEqualTo(1);
        assertThat(jdbc.sql("select count(*) from grant_decision where disbursement_id = :id and step = 'RECOMMEND'").param("id", request)
                .query(Integer.class).single()).isZero();
    }

    @Test
    void whereEverybodyLeftPlayedAnotherPartTheTaskIsStranded() {
        UUID request = request("10.07.01.2001");
        door.expect(201, door.post("admin", "/api/offices/deputies", absence(Role.CAMAT, "10.07.01", "camat.10.07.01", "kades.10.07.01.2001")));
        assertThat(barred()).as("the Camat himself may").doesNotContain("camat-10.07.01");
        JsonNode camat = holderOf("10.07.01");
        offices.appoint(List.of(new Appointment(1, "kades.10.07.01.2001", "Kepala desa", Role.CAMAT, "10.07.01", LocalDate.of(2020, 1, 1), null, "SK-UJI")),
                List.of(), user -> VillageFundFixture.PASSWORD);
        door.expect(204, door.post("admin", "/api/offices/terms/" + camat.get("termId").asText() + "/end",
                Map.of("reason", "Diberhentikan", "decreeNumber", "SK 5")));

        assertThat(barred()).as("only who signed is left").contains("camat-10.07.01");
        assertThat(door.expect(200, door.post("admin", "/api/board/checks", Map.of("subject", "tasks"))).get("whole").asBoolean()).isFalse();
        assertThat(door.send("admin", HttpMethod.GET, "/actuator/whole", null, null).getBody()).contains("\"tasks\"", request.toString());
        door.expect(201, door.post("admin", "/api/offices/handovers", new HashMap<>(Map.of("role", "camat", "area", "10.07.01", "from",
                "kades.10.07.01.2001", "to", "camat.tujuh", "toName", "Camat Tujuh", "day", LocalDate.now(clock).toString(), "decreeNumber", "SK 6",
                "claimedWork", "OFFICE"))));
        assertThat(barred()).as("somebody else has come").doesNotContain("camat-10.07.01");
    }

    private List<String> barred() {
        return java.util.stream.StreamSupport.stream(door.get("admin", "/api/offices/tasks-without-candidate").spliterator(), false)
                .filter(one -> one.get("barred").asBoolean()).map(one -> one.get("groups").get(0).asText()).toList();
    }

    private JsonNode holderOf(String district) {
        return java.util.stream.StreamSupport.stream(door.get("admin", "/api/offices/terms?role=camat&area=" + district).spliterator(), false)
                .filter(one -> one.get("capacity").asText().equals("HOLDER")).findFirst().orElseThrow();
    }

    @Test
    void whoFilesForAnAbsentVillageOperatorIsNamedWithBoth() {
        ClaimStage stage = context.getBean(ClaimStage.class);
        stage.set();
        door.knows(ClaimStage.CAMAT, ClaimStage.PASSWORD);
        door.knows(ClaimStage.KADES, ClaimStage.PASSWORD);
        assertThat(filedBy(stage, ClaimStage.KADES)).as("in his own office").isEqualTo("Pejabat k-kades");
        String term = door.expect(201, door.post("admin", "/api/offices/deputies",
                absence(Role.OPERATOR, ClaimStage.VILLAGE, ClaimStage.OPERATOR, ClaimStage.CAMAT))).get("termId").asText();
        try {
            assertThat(filedBy(stage, ClaimStage.CAMAT)).isEqualTo("Pejabat k-camat (a.n. Pejabat k-operator, Operator Desa)");
        } finally {
            door.expect(204, door.post("admin", "/api/offices/terms/" + term + "/end", Map.of("reason", "Kembali bertugas", "decreeNumber", "ST 2")));
        }
    }

    private String filedBy(ClaimStage stage, String user) {
        String claim = door.expect(201, door.post(user, "/api/claims", Map.of("programme", "JKM", "workerNik", stage.coveredWorker().nik(),
                "eventDate", LocalDate.ofInstant(clock.instant(), java.time.ZoneId.of("Asia/Jakarta")).toString(), "cause", "ILLNESS",
                "reporter", Map.of("name", "Pelapor Uji", "relation", "SPOUSE"), "heirs", List.of(Map.of("name", "Janda Uji", "nik",
                "94010141018500" + (10 + (int) (Math.random() * 80)), "relation", "SPOUSE", "account", "1234567890")), "documents", List.of())))
                .get("id").asText();
        return jdbc.sql("select user_name from claim_decision where claim_id = :id and step = 'FILE'").param("id", UUID.fromString(claim))
                .query(String.class).single();
    }

    @Test
    void nobodyStandsInFromOutsideHisLine() {
        VillageFundFixture.in(context).appoint("10.05.01.2001", "10.06.01.2001");
        claim();
        for (String stranger : List.of("camat.10.06.01", "uji.bpkpd-bud", ClaimStage.OFFICER)) {
            var answer = door.post("admin", "/api/offices/deputies", absence(Role.CAMAT, "10.05.01", "camat.10.05.01", stranger));
            assertThat(door.expect(422, answer).get("code").asText()).as(stranger).isEqualTo("DEPUTY_ELSEWHERE");
        }
        door.knows("camat.10.05.01", VillageFundFixture.PASSWORD);
        assertThat(door.get("camat.10.05.01", "/api/me/deputies?role=camat&area=10.05.01").findValuesAsText("user"))
                .contains("pmd.10.05", "kades.10.05.01.2001").doesNotContain("camat.10.05.01", "camat.10.06.01", "uji.bpkpd-bud");
        assertThat(door.get("camat.10.05.01", "/api/me/deputies?role=camat&area=10.06.01")).as("not his office").isEmpty();
    }

    // ---- cases in which the maker took his step

    private UUID request() {
        return request(VILLAGE);
    }

    private UUID request(String village) {
        VillageFundFixture fund = VillageFundFixture.in(context);
        UUID decree = DecreeFixture.in(context).inForce("10", List.of(village), 100_000_000L, 100);
        fund.appoint(village);
        fund.open(decree);
        UUID request = fund.disbursement(decree, village, 1);
        fund.requested(request);
        fund.sign(request, true, null);
        return request;
    }

    private UUID workerList() {
        VillageFundFixture fund = VillageFundFixture.in(context);
        UUID decree = DecreeFixture.in(context).inForce("10", List.of(VILLAGE), 100_000_000L, 100);
        UUID paid = fund.received(decree, VILLAGE);
        door.knows("operator." + VILLAGE, VillageFundFixture.PASSWORD);
        door.expect(200, door.send("operator." + VILLAGE, HttpMethod.POST, "/api/villages/" + VILLAGE + "/workers",
                "nik,name,gender,birth_date,occupation,monthly_income,village_code,phone\n1003010101800001,Orang Uji,L,1980-01-01,petani,1000000," + VILLAGE + ",\n",
                "text/csv"));
        UUID list = jdbc.sql("select id from premium_case where disbursement_id = :id").param("id", paid).query(UUID.class).single();
        workflow.actingAs("operator." + VILLAGE, () -> workflow.complete("premium-payment", list, "UserTask_PrepareWorkerList", Map.of()));
        return list;
    }

    private UUID claim() {
        ClaimStage stage = context.getBean(ClaimStage.class);
        stage.set();
        return stage.proposed();
    }

    private UUID year() {
        ScholarshipStage stage = context.getBean(ScholarshipStage.class);
        stage.set();
        return stage.checkedYear();
    }

    private UUID complaint() {
        ComplaintStage stage = context.getBean(ComplaintStage.class);
        stage.set();
        return stage.complaintAboutARejection();
    }

    private UUID decree() {
        DecreeFixture.in(context).appoint();
        DecreeEnactment enactment = context.getBean(DecreeEnactment.class);
        UUID[] decree = new UUID[1];
        workflow.actingAs(DecreeFixture.DRAFTER, () -> decree[0] = enactment.enact(DecreeFixture.draft("10", 100_000_000), List.of(),
                DecreeFixture.annex(List.of(VILLAGE), 100_000_000)).id());
        workflow.actingAs(DecreeFixture.REVIEWER, () -> workflow.complete("decree-enactment", decree[0], "UserTask_ReviewLegality", AGREED));
        return decree[0];
    }

    private UUID rule() {
        DecreeFixture.in(context).appoint();
        offices.appoint(List.of(new Appointment(1, PROPOSER, "Pengelola Wakil", Role.PENGELOLA_ATURAN, "", LocalDate.of(2020, 1, 1), null, "SK-UJI")),
                List.of(), user -> VillageFundFixture.PASSWORD);
        door.knows(PROPOSER, VillageFundFixture.PASSWORD);
        NextRule next = NextRule.after(table("aid-cap"));
        UUID id = UUID.fromString(door.expect(201, door.rule(PROPOSER, HttpMethod.POST, "/api/rules/aid-cap/versions",
                Map.of("inForceOn", next.inForceOn().toString(), "reason", "Permenaker uji 10/2090"), next.dmn())).get("id").asText());
        VillageFundFixture.in(context).executeJobs(id);
        proposed = id;
        return id;
    }

    private Map<String, Object> absence(Role role, String area, String holder, String deputy) {
        return new HashMap<>(Map.of("role", role.id(), "area", area, "holder", holder, "deputy", deputy, "until",
                LocalDate.now(clock).plusDays(2).toString(), "decreeNumber", "ST 1", "reason", "Dinas luar"));
    }

    private List<String> open(UUID made) {
        return jdbc.sql("select task.task_def_key_ from act_ru_task task join act_ru_execution instance on instance.id_ = task.proc_inst_id_"
                + " where instance.business_key_ = :id").param("id", made.toString()).query(String.class).list();
    }

    private String table(String decision) {
        return door.send(PROPOSER, HttpMethod.GET, "/api/rules/" + decision + "/table", null, null).getBody();
    }
}
