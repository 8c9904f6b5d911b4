package id.lindungdesa.reminder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import id.lindungdesa.Door;
import id.lindungdesa.LindungDesaTest;
import id.lindungdesa.calendar.ApplicationClock;
import id.lindungdesa.grant.VillageFundFixture;
import id.lindungdesa.identity.Appointment;
import id.lindungdesa.identity.Offices;
import id.lindungdesa.identity.Role;
import id.lindungdesa.refusal.Refusal;
import id.lindungdesa.regulation.DecreeFixture;
import id.lindungdesa.workflow.Workflow;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Work that stays late comes before the overseer, goes up the ladder while nothing helps, and is on the case's sheet. */
@LindungDesaTest
class EscalationTest {

    private static final LocalDate WEDNESDAY = LocalDate.of(2026, 11, 25);
    private static final String PASSWORD = VillageFundFixture.PASSWORD;
    private static int villages;

    @Autowired ApplicationContext context;
    @Autowired EscalationStage stage;
    @Autowired EscalationRound round;
    @Autowired EscalationDesk desk;
    @Autowired Escalations escalations;
    @Autowired EscalationSheets sheets;
    @Autowired Offices offices;
    @Autowired Workflow workflow;
    @Autowired TaskService tasks;
    @Autowired HistoryService history;
    @Autowired ApplicationClock clock;
    @Autowired TransactionTemplate transaction;
    @Autowired TestRestTemplate http;
    @Autowired JdbcClient jdbc;

    private Door door;
    private VillageFundFixture funds;
    private String village;
    private UUID late;

    /** A village whose operator should have asked for its money by Monday. */
    @BeforeEach
    void aLateRequest() {
        door = new Door(http);
        funds = VillageFundFixture.in(context);
        village = "89.01.01.%d".formatted(2001 + villages++);
        UUID decree = DecreeFixture.in(context).inForce("89", List.of(village), 50_000_000);
        funds.appoint(village);
        funds.open(decree);
        late = funds.disbursement(decree, village, 1);
        offices.appoint(List.of(official("eskalasi.sekda", Role.SEKDA, ""), official("eskalasi.gubernur", Role.GUBERNUR, ""),
                official("eskalasi.camat", Role.CAMAT, "89.01.02")), List.of(), user -> PASSWORD);
        at(WEDNESDAY);
        due(WEDNESDAY.minusDays(2));
    }

    @AfterEach
    void backToday() {
        clock.backToTrueTime();
    }

    @Test
    void late_work_comes_before_the_overseer_and_up_the_ladder_until_it_is_done() {
        UUID id = opened();

        Task first = before("kades-" + village);
        assertThat(first.getName()).startsWith("Tindak lanjuti keterlambatan · Siapkan permohonan pencairan · ").contains(village);
        assertThat(first.getDueDate().toInstant()).isEqualTo(endOf(WEDNESDAY.plusDays(2)));
        JsonNode sheet = sheet(VillageFundFixture.user(Role.KADES, village), first);
        assertThat(sheet.get("facts").toString()).contains("Operator Desa Uji %s (%s)".formatted(village.substring(9), village), "23 November 2026", "2 hari kalender", "Atasan pertama");
        assertThat(sheet.get("where").asText()).contains(village);
        assertThat(sheet.get("legalBasis").asText()).contains("UU 25/2009");

        silentOn(WEDNESDAY.plusDays(2), id);
        assertThat(before("kades-" + village)).as("his last day is his").isNotNull();
        silentOn(WEDNESDAY.plusDays(5), id);
        assertThat(before("kades-" + village)).isNull();
        String camat = VillageFundFixture.user(Role.CAMAT, "89.01.01");
        assertRefused("NOTE_REQUIRED", camat, id, "ORDERED", " ");
        assertRefused("FOLLOW_UP_UNKNOWN", camat, id, "SLEPT", "Sudah ditelepon");
        assertRefused("NOT_YOUR_OFFICE", "eskalasi.camat", id, "ORDERED", "Sudah ditelepon");
        complete(camat, id, "ORDERED", "Operator sakit; sekdes menyusun sampai Kamis.");
        assertThat(escalations.get(id).state()).isEqualTo(EscalationState.WATCHED);
        assertThat(escalations.get(id).actBy()).isEqualTo(LocalDate.of(2026, 12, 2));
        assertThat(before("camat-89.01.01")).isNull();

        silentOn(LocalDate.of(2026, 12, 3), id);
        assertThat(before("pmd-89.01")).as("what was ordered did not come").isNotNull();
        assertThat(escalations.get(id).rung()).isEqualTo(3);

        funds.requested(late);
        desk.over(id);
        assertThat(before("pmd-89.01")).as("nobody is asked about work that is done").isNull();
        assertThat(escalations.get(id).state()).isEqualTo(EscalationState.ENDED);
        assertEnded(id, "EndEvent_DelayEnded");
        Task sign = tasks.createTaskQuery().processInstanceBusinessKey(late.toString()).singleResult();
        List<String> steps = steps(sheet(VillageFundFixture.user(Role.KADES, village), sign));
        assertThat(steps).containsSubsequence("Batas waktu terlewati: Siapkan permohonan pencairan | Diberitahukan kepada Kepala Desa Uji %s (%s)".formatted(
                        village.substring(9), village),
                "Tetap terlambat: Siapkan permohonan pencairan | Diteruskan kepada Camat 89.01.01 (89.01.01)",
                "Tindak lanjut keterlambatan: Siapkan permohonan pencairan | Memerintahkan penyelesaian segera | Operator sakit; sekdes menyusun sampai Kamis.",
                "Tetap terlambat: Siapkan permohonan pencairan | Diteruskan kepada Dinas PMD Kabupaten 89.01 (89.01)");
    }

    @Test
    void the_ladder_ends_at_the_top_and_nobody_is_asked_twice() {
        UUID id = opened();
        LocalDate day = WEDNESDAY;
        for (String group : List.of("camat-89.01.01", "pmd-89.01", "dp3ap2-kepala", "sekda", "gubernur")) {
            day = day.plusWeeks(2);
            silentOn(day, id);
            assertThat(before(id, group)).as(group).isNotNull();
        }
        silentOn(day.plusWeeks(4), id);
        assertThat(before(id, "gubernur")).as("stays where nobody stands above").isNotNull();
        assertThat(escalations.silent(day.plusYears(1), 100_000)).doesNotContain(id);

        complete("eskalasi.gubernur", id, "NOTED", "Menunggu perubahan pergub.");
        assertEnded(id, "EndEvent_DelayFollowedUp");
        assertThat(escalations.get(id).state()).isEqualTo(EscalationState.SETTLED);
        assertThat(late()).as("not again").isEmpty();

        due(day.plusYears(2));
        assertThat(escalations.over(clock.instant(), 100_000)).contains(id);
        desk.over(id);
        assertThat(escalations.get(id).state()).isEqualTo(EscalationState.ENDED);
    }

    @Test
    void a_delay_counts_in_working_days_after_the_deadline() {
        due(WEDNESDAY.minusDays(1));
        assertThat(late()).as("yesterday's deadline").isEmpty();
        due(WEDNESDAY.minusDays(2));
        assertThat(late()).hasSize(1);
        due(WEDNESDAY.minusDays(5));      // a Friday
        at(WEDNESDAY.minusDays(2));
        assertThat(late()).as("on Monday morning no working day has passed").isEmpty();
        at(WEDNESDAY.minusDays(1));
        assertThat(late()).hasSize(1);
    }

    @Test
    void never_two_for_a_task_nor_one_about_an_escalation() {
        LateTask task = late().get(0);

        IntStream.range(0, 4).mapToObj(node -> CompletableFuture.runAsync(() -> desk.open(task))).toList().forEach(CompletableFuture::join);

        assertThat(jdbc.sql("select count(*) from reminder_escalation where case_id = :case").param("case", late).query(Integer.class).single()).isOne();
        assertThat(tasks.createTaskQuery().taskCandidateGroup("kades-" + village).count()).isOne();
        assertThat(late()).isEmpty();
        tasks.setDueDate(before("kades-" + village).getId(), Date.from(endOf(WEDNESDAY.minusDays(30))));
        assertThat(round.late()).noneMatch(one -> one.process().equals("deadline-escalation"));
    }

    @Test
    void a_deadline_that_moves_ends_it_and_a_new_delay_begins_anew() {
        UUID id = opened();
        desk.over(id);
        assertThat(escalations.get(id).state()).as("still late").isEqualTo(EscalationState.OPEN);

        due(WEDNESDAY.plusDays(7));
        assertThat(escalations.over(clock.instant(), 100_000)).contains(id);
        desk.over(id);
        desk.over(id);
        assertThat(escalations.get(id).state()).isEqualTo(EscalationState.ENDED);
        assertThat(before("kades-" + village)).isNull();

        due(WEDNESDAY.minusDays(2));
        assertThat(opened()).isNotEqualTo(id);
    }

    @Test
    void where_nobody_stands_above_it_is_written_down_and_nobody_is_bothered() {
        desk.open(new LateTask("tidak-ada-" + village, "decree-enactment", "UserTask_SignDecree", null, "Tandatangani keputusan",
                List.of("gubernur"), clock.instant()));

        UUID id = jdbc.sql("select id from reminder_escalation where task_id = :task").param("task", "tidak-ada-" + village).query(UUID.class).single();
        assertThat(escalations.get(id).state()).isEqualTo(EscalationState.UNHEARD);
        assertThat(history.createHistoricProcessInstanceQuery().processInstanceBusinessKey(id.toString()).count()).isZero();
        desk.over(id);
        assertThat(escalations.get(id).state()).isEqualTo(EscalationState.ENDED);
    }

    @Test
    void a_card_tells_the_case_that_is_late() {
        UUID id = opened();

        assertThat(sheets.cardsOf("deadline-escalation", List.of(id)).get(id)).satisfies(card ->
                assertThat(card.placeCode()).isEqualTo(village));
    }

    /** All of the shared database, taken back afterwards: what other tests have left lying is none of our business. */
    @Test
    void a_round_opens_climbs_and_ends() {
        due(LocalDate.of(2009, 8, 3));
        transaction.executeWithoutResult(status -> {
            round.round();
            Escalation opened = escalations.get(jdbc.sql("select id from reminder_escalation where case_id = :case").param("case", late)
                    .query(UUID.class).single());
            assertThat(opened.state()).isEqualTo(EscalationState.OPEN);
            assertThat(before("kades-" + village)).isNotNull();
            status.setRollbackOnly();
        });
        assertThat(before("kades-" + village)).isNull();
        UUID id = opened();
        at(WEDNESDAY.plusWeeks(1));
        transaction.executeWithoutResult(status -> {
            round.round();
            assertThat(escalations.get(id).rung()).isEqualTo(2);
            status.setRollbackOnly();
        });
        due(WEDNESDAY.plusWeeks(8));
        transaction.executeWithoutResult(status -> {
            round.round();
            assertThat(escalations.get(id).state()).isEqualTo(EscalationState.ENDED);
            status.setRollbackOnly();
        });
    }

    private UUID opened() {
        Task task = task();
        return stage.open(task.getId(), "village-grant", late);
    }

    private List<LateTask> late() {
        return escalations.late(endOf(overBy()), endOf(overBy()), 1_000_000).stream().filter(one -> late.equals(one.caseId())).toList();
    }

    private LocalDate overBy() {
        return context.getBean(ReminderTerms.class).overBy(LocalDate.ofInstant(clock.instant(), ZoneId.of("Asia/Jakarta")),
                ReminderTerms.Stage.OVERDUE, id.lindungdesa.calendar.OfficeCalendar.REGENCY);
    }

    private void silentOn(LocalDate day, UUID id) {
        at(day);
        if (escalations.silent(day, 100_000).contains(id)) {
            desk.persists(id);
        }
    }

    private Task task() {
        return tasks.createTaskQuery().processInstanceBusinessKey(late.toString()).taskDefinitionKey("UserTask_PrepareRequest").singleResult();
    }

    private Task before(String group) {
        return tasks.createTaskQuery().taskDefinitionKey("UserTask_FollowUpDelay").taskCandidateGroup(group)
                .taskNameLike("%" + village + "%").singleResult();
    }

    private Task before(UUID id, String group) {
        return tasks.createTaskQuery().processInstanceBusinessKey(id.toString()).taskCandidateGroup(group).singleResult();
    }

    private void complete(String user, UUID id, String action, String note) {
        workflow.actingAs(user, () -> workflow.complete("deadline-escalation", id, "UserTask_FollowUpDelay", Map.of("action", action, "note", note)));
    }

    private void assertRefused(String code, String user, UUID id, String action, String note) {
        assertThatThrownBy(() -> workflow.actingAs(user, () -> desk.followUp(id, action, note)))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private void assertEnded(UUID id, String end) {
        assertThat(tasks.createTaskQuery().processInstanceBusinessKey(id.toString()).count()).isZero();
        assertThat(history.createHistoricActivityInstanceQuery().activityId(end).processInstanceId(history.createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(id.toString()).singleResult().getId()).count()).isOne();
    }

    private JsonNode sheet(String user, Task task) {
        door.knows(user, PASSWORD);
        return door.get(user, "/api/tasks/" + task.getId() + "/sheet");
    }

    private static List<String> steps(JsonNode sheet) {
        return StreamSupport.stream(sheet.get("steps").spliterator(), false).map(step -> step.get("label").asText() + " | "
                + step.get("outcome").asText() + (step.get("note").isNull() ? "" : " | " + step.get("note").asText())).toList();
    }

    private void due(LocalDate day) {
        tasks.setDueDate(task().getId(), Date.from(endOf(day)));
    }

    private static Instant endOf(LocalDate day) {
        return day.atTime(23, 59, 59).atZone(ZoneId.of("Asia/Jakarta")).toInstant();
    }

    private void at(LocalDate day) {
        clock.travelTo(day.atTime(9, 0).atZone(ZoneId.of("Asia/Jakarta")).toInstant());
    }

    private static Appointment official(String user, Role role, String area) {
        return new Appointment(1, user, "Pejabat Eskalasi", role, area, LocalDate.of(2020, 1, 1), null, "SK-UJI");
    }
}
