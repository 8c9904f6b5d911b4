package id.lindungdesa.death;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import id.lindungdesa.Door;
import id.lindungdesa.LindungDesaTest;
import id.lindungdesa.calendar.OfficeCalendar;
import id.lindungdesa.calendar.WorkingDays;
import id.lindungdesa.death.DeathReportTerms.Stage;
import id.lindungdesa.enrolment.Worker;
import id.lindungdesa.identity.Appointment;
import id.lindungdesa.identity.Offices;
import id.lindungdesa.identity.Role;
import id.lindungdesa.premium.CoverFixture;
import id.lindungdesa.refusal.Refusal;
import id.lindungdesa.region.Regions;
import id.lindungdesa.workflow.Workflow;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every way of a reported death: into a claim, or to a written reason why there is none. */
@LindungDesaTest
class DeathReportProcessTest {

    private static final String VILLAGE = "22.01.01.2001";
    private static final String OPERATOR = "mati-operator";
    private static final String KADES = "mati-kades";
    private static final String ELSEWHERE = "mati-operator-lain";
    private static final String CAMAT = "mati-camat";
    private static final String AR = "mati-ar";
    private static final String OFFICER = "mati-verifikator";
    private static final String REGISTRY = "mati-dukcapil";
    private static final String PASSWORD = "Rahasia-uji-123";

    @Autowired Offices offices;
    @Autowired Regions regions;
    @Autowired CoverFixture covers;
    @Autowired Workflow workflow;
    @Autowired TaskService tasks;
    @Autowired ManagementService jobs;
    @Autowired HistoryService history;
    @Autowired TestRestTemplate http;
    @Autowired JdbcClient jdbc;
    @Autowired Clock clock;
    @Autowired WorkingDays workingDays;
    @Autowired DeathReportTerms terms;

    private static boolean set;
    private Door door;

    @BeforeEach
    void set() {
        door = new Door(http);
        List<Appointment> all = List.of(of(OPERATOR, Role.OPERATOR, VILLAGE), of(KADES, Role.KADES, VILLAGE),
                of(ELSEWHERE, Role.OPERATOR, "22.02.01.2001"), of(CAMAT, Role.CAMAT, "22.01.01"), of(AR, Role.BPJS_AR, "uji-mati"),
                of(OFFICER, Role.BPJS_VERIFIKATOR, "uji-mati"), of(REGISTRY, Role.DUKCAPIL, ""));
        all.forEach(one -> door.knows(one.user(), PASSWORD));
        if (!set) {
            regions.replace(2025, csv("""
                    code,name,kind,district_code,district_name,regency_code,regency_name,province_code,province_name
                    22.01.01.2001,Uji Mati,desa,22.01.01,Hulu,22.01,Kabupaten Mati,22,Provinsi Mati
                    22.02.01.2001,Uji Mati Lain,desa,22.02.01,Hilir,22.02,Kabupaten Mati Lain,22,Provinsi Mati
                    """));
            regions.assignBranches(csv("branch,regency_code\nuji-mati,22.01\nuji-mati-lain,22.02\n"));
            offices.appoint(all, List.of(), user -> PASSWORD);
            set = true;
        }
    }

    @Test
    void theRegistryReportsADeathAndTheVillageMakesAClaimOfIt() {
        Worker worker = covered();
        JsonNode answer = door.expect(201, report(REGISTRY, worker.nik(), today()));
        UUID id = UUID.fromString(answer.get("id").asText());

        assertThat(answer.get("state").asText()).isEqualTo("OPEN");
        Task task = task(id);
        assertThat(task.getTaskDefinitionKey()).isEqualTo("UserTask_CompleteReport");
        assertThat(task.getName()).contains("LKM-", "Uji Mati").doesNotContain(worker.name(), worker.nik());
        assertThat(task.getDueDate()).isEqualTo(Date.from(workingDays.endOf(workingDays.due(today(), 5, OfficeCalendar.REGENCY).due())));
        assertRefused("CLAIM_REQUIRED", () -> completes(OPERATOR, id, "UserTask_CompleteReport", "claimWanted", true));
        assertThat(code(door.post(ELSEWHERE, "/api/death-reports/" + id + "/claim", facts()))).isEqualTo("NOT_YOUR_OFFICE");
        JsonNode draft = door.expect(200, door.post(OPERATOR, "/api/death-reports/" + id + "/claim", facts()));
        completes(OPERATOR, id, "UserTask_CompleteReport", "claimWanted", true);

        assertEnded(id, "EndEvent_ClaimStarted", "CLAIMED");
        JsonNode claim = door.get(OPERATOR, "/api/claims/" + draft.get("id").asText());
        assertThat(claim.get("state").asText()).isEqualTo("SUBMITTED");
        assertThat(claim.get("eventDate").asText()).isEqualTo(today().toString());
        assertThat(tasks.createTaskQuery().processInstanceBusinessKey(draft.get("id").asText()).singleResult().getTaskDefinitionKey())
                .isEqualTo("UserTask_CheckCompleteness");
        assertThat(jdbc.sql("select name from claim_reporter where claim_id = :id").param("id", UUID.fromString(draft.get("id").asText()))
                .query(String.class).single()).as("who told is known already").isEqualTo("Adik Uji");
    }

    @Test
    void theSameDeathTwiceIsOneReport() {
        Worker worker = covered();
        JsonNode first = door.expect(201, report(KADES, worker.nik(), today()));

        JsonNode second = door.expect(200, report(REGISTRY, worker.nik(), today().minusDays(1)));

        assertThat(second).isEqualTo(first);
        UUID id = UUID.fromString(first.get("id").asText());
        assertThat(tasks.createTaskQuery().processInstanceBusinessKey(id.toString()).count()).isOne();
        assertThat(jdbc.sql("select note from death_entry where report_id = :id order by entry_number desc limit 1").param("id", id)
                .query(String.class).single()).as("the village sees that the days differ").contains(today().minusDays(1).toString());
    }

    @Test
    void manyReportsAtOnceAreOneReport() {
        Worker worker = covered();

        List<Integer> answers = IntStream.range(0, 6).mapToObj(i -> CompletableFuture.supplyAsync(() ->
                report(REGISTRY, worker.nik(), today()).getStatusCode().value())).toList().stream().map(CompletableFuture::join).sorted().toList();

        assertThat(answers).containsExactly(200, 200, 200, 200, 200, 201);
    }

    @Test
    void whoIsNotCoveredIsWrittenDownWithTheReasonAndAskedAgain() {
        Worker worker = covers.covered(VILLAGE, today().minusMonths(2), today().plusMonths(1));
        JsonNode before = door.expect(201, report(REGISTRY, worker.nik(), today().minusMonths(4)));

        assertThat(before.get("state").asText()).isEqualTo("NO_COVER");
        assertThat(before.get("reasons").toString()).containsAnyOf("NOT_COVERED", "REGISTERED_AFTER_EVENT");
        assertThat(before.get("explanation").asText()).isNotBlank();
        assertThat(tasks.createTaskQuery().processInstanceBusinessKey(before.get("id").asText()).count()).isZero();

        JsonNode corrected = door.expect(200, report(REGISTRY, worker.nik(), today()));
        assertThat(corrected.get("id")).isEqualTo(before.get("id"));
        assertThat(corrected.get("state").asText()).as("on the right day there was cover").isEqualTo("OPEN");
        assertThat(task(UUID.fromString(before.get("id").asText()))).isNotNull();
    }

    @Test
    void somebodyProposedOnlyHasNoCover() {
        Worker proposed = covers.worker(VILLAGE, clock.instant());

        assertThat(door.expect(201, report(OPERATOR, proposed.nik(), today())).get("state").asText()).isEqualTo("NO_COVER");
    }

    @Test
    void whoIsOnNoListLeavesNoNikBehind() {
        String nik = "2201010101700001";
        JsonNode answer = door.expect(201, report(REGISTRY, nik, today()));

        assertThat(answer.get("state").asText()).isEqualTo("WORKER_UNKNOWN");
        assertThat(door.expect(200, report(REGISTRY, nik, today())).get("id")).isEqualTo(answer.get("id"));
        assertThat(jdbc.sql("select to_jsonb(report)::text from death_report report where id = :id")
                .param("id", UUID.fromString(answer.get("id").asText())).query(String.class).single())
                .doesNotContain(nik, "Adik Uji").contains("2201**********01");
    }

    @Test
    void aDeathThatWasClaimedNeedsNoReport() {
        Worker worker = covered();
        Map<String, Object> claim = new HashMap<>(facts());
        claim.remove("claimWanted");
        claim.put("workerNik", worker.nik());
        claim.put("eventDate", today().toString());
        String number = door.expect(201, door.post(OPERATOR, "/api/claims", claim)).get("number").asText();

        JsonNode answer = door.expect(201, report(REGISTRY, worker.nik(), today()));

        assertThat(answer.get("state").asText()).isEqualTo("ALREADY_CLAIMED");
        assertThat(answer.get("explanation").asText()).contains(number);
    }

    @Test
    void aFamilyThatWantsNoClaimEndsTheReport() {
        Worker worker = covered();
        UUID id = reported(worker);
        assertThat(door.expect(200, door.post(KADES, "/api/death-reports/" + id + "/claim", Map.of("claimWanted", false))).get("id").isNull()).isTrue();
        assertRefused("NOTE_REQUIRED", () -> completes(KADES, id, "UserTask_CompleteReport", "claimWanted", false, "outcome", "DECLINED"));
        assertRefused("OUTCOME_UNKNOWN", () -> completes(KADES, id, "UserTask_CompleteReport", "claimWanted", false, "note", "Tidak mau."));
        assertRefused("OUTCOME_UNKNOWN", () -> completes(KADES, id, "UserTask_CompleteReport", "claimWanted", true, "outcome", "WRONG"));

        completes(KADES, id, "UserTask_CompleteReport", "claimWanted", false, "outcome", "DECLINED", "note", "Keluarga tidak menghendaki.");

        assertEnded(id, "EndEvent_ReportClosed", "DECLINED");
        assertThat(door.expect(200, report(REGISTRY, worker.nik(), today())).get("state").asText()).isEqualTo("DECLINED");
    }

    @Test
    void aWrongReportDoesNotStandInTheWayOfTheRightOne() {
        Worker worker = covered();
        UUID id = reported(worker);

        completes(OPERATOR, id, "UserTask_CompleteReport", "claimWanted", false, "outcome", "WRONG", "note", "Orangnya masih hidup.");

        assertThat(state(id)).isEqualTo("WRONG");
        assertThat(door.expect(201, report(REGISTRY, worker.nik(), today())).get("id").asText()).isNotEqualTo(id.toString());
    }

    @Test
    void aReportThatLiesIsTheOverseersToo() {
        UUID id = reported(covered());

        jobs.executeJob(jobs.createJobQuery().timers().processInstanceId(task(id).getProcessInstanceId()).singleResult().getId());

        Task reminder = tasks.createTaskQuery().processInstanceBusinessKey(id.toString()).taskDefinitionKey("UserTask_RemindVillage").singleResult();
        assertThat(tasks.getIdentityLinksForTask(reminder.getId()).stream().map(IdentityLink::getGroupId))
                .containsExactlyInAnyOrder("camat-22.01.01", "bpjs-ar-uji-mati");
        assertThat(reminder.getDueDate()).isEqualTo(Date.from(workingDays.endOf(workingDays.due(today(), 3, OfficeCalendar.REGENCY).due())));
        assertRefused("NOTE_REQUIRED", () -> completes(CAMAT, id, "UserTask_RemindVillage"));
        completes(CAMAT, id, "UserTask_RemindVillage", "note", "Kepala desa diminta mengunjungi keluarga.");
        assertThat(tasks.createTaskQuery().processInstanceBusinessKey(id.toString()).singleResult().getTaskDefinitionKey())
                .as("the village's task stays").isEqualTo("UserTask_CompleteReport");
    }

    @Test
    void whatCannotBeIsRefused() {
        Worker worker = covered();
        assertThat(code(report(OPERATOR, worker.nik(), today().plusDays(1)))).isEqualTo("EVENT_IN_FUTURE");
        assertThat(code(report(OPERATOR, worker.nik(), worker.birthDate().minusDays(1)))).isEqualTo("DEATH_BEFORE_BIRTH");
        assertThat(code(report(ELSEWHERE, worker.nik(), today()))).isEqualTo("NOT_YOUR_OFFICE");
        assertThat(code(door.post(OPERATOR, "/api/death-reports", Map.of("workerNik", "1")))).isEqualTo("REPORT_INVALID");
        assertThat(door.expect(201, report(AR, worker.nik(), worker.registeredAt().atZone(WorkingDays.JAKARTA).toLocalDate()
                .minusYears(10))).get("state").asText()).as("a day without any rule").isEqualTo("NO_COVER");
    }

    @Test
    void everyTermIsARow() {
        LocalDate monday = LocalDate.of(2026, 3, 2);
        assertThat(terms.of(Stage.COMPLETE, monday)).isEqualTo(LocalDate.of(2026, 3, 9));
        assertThat(terms.of(Stage.REMIND, monday)).isEqualTo(LocalDate.of(2026, 3, 5));
        for (Stage stage : Stage.values()) {
            assertThat(terms.of(stage, LocalDate.of(2015, 7, 1))).isNotNull();
            assertRefused("NO_RULE_FOR_DATE", () -> terms.of(stage, LocalDate.of(2015, 6, 30)));
        }
    }

    private Worker covered() {
        return covers.covered(VILLAGE, today().minusMonths(6), today().plusMonths(1));
    }

    private UUID reported(Worker worker) {
        return UUID.fromString(door.expect(201, report(KADES, worker.nik(), today())).get("id").asText());
    }

    private ResponseEntity<String> report(String user, String nik, LocalDate died) {
        return door.post(user, "/api/death-reports", Map.of("workerNik", nik, "diedOn", died.toString(),
                "informant", Map.of("name", "Adik Uji", "phone", "084000000022", "relation", "SIBLING"), "certificateNumber", "2201-KM-1"));
    }

    private static Map<String, Object> facts() {
        return Map.of("claimWanted", true, "programme", "JKM", "cause", "ILLNESS", "heirs", List.of(Map.of("name", "Janda Uji",
                "nik", "2201014101850003", "relation", "SPOUSE", "account", "1234567890")), "documents", List.of());
    }

    private void completes(String user, UUID id, String element, Object... fields) {
        Map<String, Object> variables = new HashMap<>();
        for (int i = 0; i < fields.length; i += 2) {
            variables.put((String) fields[i], fields[i + 1]);
        }
        workflow.actingAs(user, () -> workflow.complete("death-report", id, element, variables));
    }

    private Task task(UUID id) {
        return tasks.createTaskQuery().processInstanceBusinessKey(id.toString()).singleResult();
    }

    private String state(UUID id) {
        return jdbc.sql("select state from death_report where id = :id").param("id", id).query(String.class).single();
    }

    private void assertEnded(UUID id, String endEvent, String state) {
        String instance = history.createHistoricProcessInstanceQuery().processInstanceBusinessKey(id.toString()).singleResult().getId();
        assertThat(history.createHistoricActivityInstanceQuery().processInstanceId(instance).activityId(endEvent).count()).isOne();
        assertThat(state(id)).isEqualTo(state);
    }

    private String code(ResponseEntity<String> answer) {
        assertThat(answer.getStatusCode().is4xxClientError()).as(String.valueOf(answer)).isTrue();
        return door.expect(answer.getStatusCode().value(), answer).get("code").asText();
    }

    private static void assertRefused(String code, ThrowingCallable step) {
        assertThatThrownBy(step).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), WorkingDays.JAKARTA);
    }

    private static Appointment of(String user, Role role, String area) {
        return new Appointment(1, user, "Pejabat " + user, role, area, LocalDate.of(2020, 1, 1), null, "SK-UJI");
    }

    private static ByteArrayInputStream csv(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
