package id.lindungdesa.regulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import id.lindungdesa.LindungDesaTest;
import id.lindungdesa.ledger.Account;
import id.lindungdesa.ledger.Ledger;
import id.lindungdesa.ledger.Transfer;
import id.lindungdesa.money.Rupiah;
import id.lindungdesa.refusal.Refusal;
import id.lindungdesa.region.Regions;
import id.lindungdesa.workflow.Workflow;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

@LindungDesaTest
@RecordApplicationEvents
class DecreeEnactmentProcessTest {

    private static final String PROVINCE = "95";
    private static final List<String> VILLAGES = List.of("95.01.01.2001", "95.01.01.2002", "95.02.01.1001");
    private static final String NOTE = "Dasar hukum belum lengkap";

    @Autowired
    ApplicationContext context;
    @Autowired
    DecreeEnactment enactment;
    @Autowired
    Workflow workflow;
    @Autowired
    Ledger ledger;
    @Autowired
    Regions regions;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    ProcessEngine engine;
    @Autowired
    RuntimeService runtime;
    @Autowired
    TaskService tasks;
    @Autowired
    ManagementService management;
    @Autowired
    ApplicationEvents events;

    @BeforeEach
    void aProvince() {
        BpmnAwareTests.init(engine);
        DecreeFixture.in(context).appoint();
        regions.replace(DecreeFixture.EDITION, DecreeFixture.villageList(PROVINCE, VILLAGES));
    }

    @Test
    void aSignedDecreeComesIntoForceAndItsDesaAreOpened() {
        UUID decree = drafted();
        ProcessInstance process = process(decree);
        assertThat(process).isWaitingAt("UserTask_ReviewLegality");

        sign(decree);
        assertThat(process).isWaitingAt("ServiceTask_PutInForce");
        assertThat(state(decree)).isEqualTo("SIGNED");
        assertThat(ledger.balance(Account.treasury(PROVINCE, decree))).isZero();

        runJob(process);
        assertThat(process).isWaitingAt("ServiceTask_OpenVillages");
        assertThat(state(decree)).isEqualTo("IN_FORCE");
        assertThat(ledger.balance(Account.treasury(PROVINCE, decree))).isEqualTo(300_000_000);
        assertThat(events.stream(DecreeInForce.class)).containsExactly(new DecreeInForce(decree));
        assertThat(allocations(decree)).isEqualTo(Map.of("OPENABLE", 2L, "AWAITING_KELURAHAN_ROUTE", 1L));

        runJob(process);
        assertThat(process).isEnded().hasPassed("EndEvent_DecreeInForce").hasNotPassed("UserTask_ReviseDecree");
        assertThat(allocations(decree)).isEqualTo(Map.of("OPENED", 2L, "AWAITING_KELURAHAN_ROUTE", 1L));
    }

    /** The job is killed, or fails, between two chunks: what is opened stays opened, and nothing is opened twice. */
    @Test
    void villagesAreOpenedInChunksThatCanBeResumed() {
        List<String> many = IntStream.rangeClosed(1, 450).mapToObj("95.03.01.2%03d"::formatted).toList();
        regions.replace(DecreeFixture.EDITION, DecreeFixture.villageList(PROVINCE, many));
        UUID decree = drafted(many, 1_000_000);
        ProcessInstance process = process(decree);
        sign(decree);
        runJob(process);

        runJob(process);
        long opened = allocations(decree).get("OPENED");
        assertThat(opened).isBetween(1L, 449L);
        assertThat(process).isWaitingAt("ServiceTask_OpenVillages");
        assertThat(allocations(decree)).containsEntry("OPENABLE", 450 - opened);

        while (job(process) != null) {
            runJob(process);
        }
        assertThat(process).isEnded().hasPassed("EndEvent_DecreeInForce");
        assertThat(allocations(decree)).isEqualTo(Map.of("OPENED", 450L));
        assertThat(jdbc.sql("select count(distinct village_code) = 450 and count(*) = 450 from grant_disbursement where decree_id = :id")
                .param("id", decree).query(Boolean.class).single()).isTrue();
    }

    @Test
    void whereNoDesaIsLeftToOpenItEnds() {
        UUID decree = drafted(List.of("95.02.01.1001"), 100_000_000);
        ProcessInstance process = process(decree);
        sign(decree);

        runJob(process);
        runJob(process);

        assertThat(process).isEnded().hasPassed("EndEvent_DecreeInForce").hasNotPassed("UserTask_ReviseDecree");
        assertThat(allocations(decree)).isEqualTo(Map.of("AWAITING_KELURAHAN_ROUTE", 1L));
    }

    @ParameterizedTest
    @CsvSource({"UserTask_ReviewLegality, LEGAL_REVIEW", "UserTask_InitialDecree, INITIALLING", "UserTask_SignDecree, SIGNING"})
    void eachOfThreeMayReturnItAndItIsReviewedAnew(String element, String state) {
        UUID decree = drafted();
        ProcessInstance process = process(decree);
        approveUntil(decree, element);
        assertThat(state(decree)).isEqualTo(state);

        complete(decree, element, Map.of("approved", false, "note", NOTE));
        assertThat(process).isWaitingAt("UserTask_ReviseDecree");
        assertThat(state(decree)).isEqualTo("RETURNED");
        assertThat(task(process).getDueDate()).isNotNull();

        complete(decree, "UserTask_ReviseDecree", Map.of("resubmitted", true, "note", "Sudah dilengkapi"));
        assertThat(process).isWaitingAt("UserTask_ReviewLegality");
        sign(decree);
        runJob(process);
        assertThat(state(decree)).isEqualTo("IN_FORCE");
    }

    @Test
    void aReturnedDecreeMayBeWithdrawnAndItsNumberUsedAgain() {
        UUID decree = drafted();
        ProcessInstance process = process(decree);
        complete(decree, "UserTask_ReviewLegality", Map.of("approved", false, "note", NOTE));
        String number = enactment.drafted(decree).number();

        assertThat(refusal(() -> complete(decree, "UserTask_ReviseDecree", Map.of("resubmitted", false))).code())
                .isEqualTo("NOTE_REQUIRED");
        complete(decree, "UserTask_ReviseDecree", Map.of("resubmitted", false, "note", "Tidak jadi diterbitkan"));

        assertThat(process).isEnded().hasPassed("EndEvent_DecreeWithdrawn");
        assertThat(state(decree)).isEqualTo("WITHDRAWN");
        DecreeDraft again = withNumber(number);
        as(DecreeFixture.DRAFTER, () -> enactment.draft(again, List.of(), DecreeFixture.annex(VILLAGES, 100_000_000)));
        assertThat(refusal(() -> as(DecreeFixture.DRAFTER, () -> enactment.draft(again, List.of(),
                DecreeFixture.annex(VILLAGES, 100_000_000)))).code()).isEqualTo("DECREE_EXISTS");
    }

    @Test
    void aRefusedStepLeavesTheTaskOpen() {
        UUID decree = drafted();
        ProcessInstance process = process(decree);

        assertThat(refusal(() -> complete(decree, "UserTask_ReviewLegality", Map.of("approved", false, "note", "no"))).code())
                .isEqualTo("NOTE_REQUIRED");

        assertThat(process).isWaitingAt("UserTask_ReviewLegality");
        assertThat(state(decree)).isEqualTo("LEGAL_REVIEW");
    }

    @Test
    void theNoteStaysOutOfTheProcess() {
        UUID decree = drafted();
        complete(decree, "UserTask_ReviewLegality", Map.of("approved", true, "note", NOTE));

        assertThat(runtime.getVariables(process(decree).getId())).containsOnlyKeys("decreeId", "approved");
        assertThat(engine.getHistoryService().createHistoricVariableInstanceQuery().processInstanceId(process(decree).getId())
                .list()).extracting(variable -> variable.getName()).containsExactlyInAnyOrder("decreeId", "approved");
        assertThat(jdbc.sql("select note from regulation_decision where decree_id = :id and step = 'LEGAL_REVIEW'")
                .param("id", decree).query(String.class).single()).isEqualTo(NOTE);
    }

    /** Tasklist submits forms, and the engine's own history would keep each field of a form, and each decision looked up. */
    @Test
    void whatIsTypedInAFormIsNotKeptByTheEngine() {
        UUID decree = drafted();
        String task = tasks.createTaskQuery().processInstanceId(process(decree).getId()).singleResult().getId();

        as(DecreeFixture.REVIEWER, () -> engine.getFormService().submitTaskForm(task, Map.of("approved", true, "note", NOTE)));

        assertThat(process(decree)).isWaitingAt("UserTask_InitialDecree");
        assertThat(jdbc.sql("select count(*) from act_hi_detail where type_ = 'FormProperty'").query(Long.class).single()).isZero();
        assertThat(jdbc.sql("select count(*) from act_hi_decinst").query(Long.class).single()).isZero();
    }

    @Test
    void whoeverHoldsSeveralOfficesTakesOneStep() {
        DecreeFixture.in(context).appointEverywhere("uji-rangkap");
        UUID decree = drafted();
        as("uji-rangkap", () -> workflow.complete(DecreeProcess.ID, decree, "UserTask_ReviewLegality", Map.of("approved", true)));

        assertThat(refusal(() -> as("uji-rangkap", () -> workflow.complete(DecreeProcess.ID, decree, "UserTask_InitialDecree",
                Map.of("approved", true)))).code()).isEqualTo("SEPARATION_OF_DUTIES");
        assertThat(process(decree)).isWaitingAt("UserTask_InitialDecree");
    }

    @Test
    void aTaskIsForItsOfficeOnly() {
        UUID decree = drafted();

        assertThatThrownBy(() -> as(DecreeFixture.GOVERNOR, () -> workflow.complete(DecreeProcess.ID, decree,
                "UserTask_ReviewLegality", Map.of("approved", true)))).isInstanceOf(RuntimeException.class);
        assertThat(process(decree)).isWaitingAt("UserTask_ReviewLegality");
    }

    @Test
    void itComesIntoForceWithAllItsMoneyOrNotAtAll() {
        UUID decree = drafted();
        ProcessInstance process = process(decree);
        sign(decree);
        UUID last = jdbc.sql("select id from regulation_allocation where decree_id = :id order by village_code desc limit 1")
                .param("id", decree).query(UUID.class).single();
        // somebody else's transfer stands where the last one of the decree belongs
        ledger.post(Transfer.of("ALLOCATION", Account.budget(PROVINCE, decree), Account.treasury(PROVINCE, decree), Rupiah.of(1),
                "uji", "uji", Instant.EPOCH, last));

        assertThatThrownBy(() -> runJob(process)).isInstanceOf(RuntimeException.class);

        assertThat(process).isWaitingAt("ServiceTask_PutInForce");
        assertThat(state(decree)).isEqualTo("SIGNED");
        assertThat(allocations(decree)).isEqualTo(Map.of("PLANNED", 3L));
        assertThat(ledger.balance(Account.treasury(PROVINCE, decree))).isEqualTo(1);
        assertThat(jdbc.sql("select in_force_on is null from regulation_decree where id = :id").param("id", decree)
                .query(Boolean.class).single()).isTrue();
    }

    @Test
    void aRepeatedStepChangesNothing() {
        UUID decree = drafted();
        ProcessInstance process = process(decree);
        sign(decree);
        runJob(process);

        assertThat(refusal(() -> enactment.putInForce(decree)).code()).isEqualTo("DECREE_STATE");
        assertThat(ledger.balance(Account.treasury(PROVINCE, decree))).isEqualTo(300_000_000);
    }

    @Test
    void theSheetTellsWhatTheOfficialMustKnow() {
        UUID decree = drafted();
        complete(decree, "UserTask_ReviewLegality", Map.of("approved", true, "note", NOTE));

        DecreeSheets sheets = context.getBean(DecreeSheets.class);
        var sheet = sheets.sheetOf(DecreeProcess.ID, decree, "UserTask_InitialDecree");

        assertThat(sheet.rupiah()).isEqualTo(300_000_000);
        assertThat(sheet.where()).isEqualTo("Provinsi 95 (95)");
        assertThat(sheet.tables().get(0).rows()).extracting(row -> (Object) row.get(0)).anySatisfy(
                warning -> assertThat(warning.toString()).contains("kelurahan"));
        assertThat(sheet.tables().get(1).rows()).containsExactly(List.of("Kabupaten 95.01 (95.01)", 2L, 0L, 200_000_000L),
                List.of("Kabupaten 95.02 (95.02)", 0L, 1L, 100_000_000L));
        assertThat(sheet.tables().get(1).totals()).containsExactly("Jumlah", 2L, 1L, 300_000_000L);
        assertThat(sheet.steps()).extracting(step -> step.label() + ": " + step.outcome()).containsExactly(
                "Penyusunan rancangan: Disusun", "Penyusunan rancangan: Diajukan", "Telaah Biro Hukum: Disetujui");
        assertThat(sheet.steps().get(2).note()).isEqualTo(NOTE);
        assertThat(task(process(decree)).getName()).isEqualTo("Paraf Sekda · Keputusan " + enactment.drafted(decree).number());
    }

    private UUID drafted() {
        return drafted(VILLAGES, 100_000_000);
    }

    private UUID drafted(List<String> villages, long rupiah) {
        UUID[] decree = new UUID[1];
        as(DecreeFixture.DRAFTER, () -> decree[0] = enactment.enact(DecreeFixture.draft(PROVINCE, villages.size() * rupiah), List.of(),
                DecreeFixture.annex(villages, rupiah)).id());
        return decree[0];
    }

    private static DecreeDraft withNumber(String number) {
        DecreeDraft draft = DecreeFixture.draft(PROVINCE, 300_000_000);
        return new DecreeDraft(number, draft.title(), draft.province(), draft.fiscalYear(), draft.edition(), draft.ceiling(),
                draft.tranchePercents(), draft.premiumSharePercent(), draft.workersPerVillage(), draft.monthsOfCover(), draft.articles());
    }

    private void sign(UUID decree) {
        approveUntil(decree, "");
    }

    private void approveUntil(UUID decree, String element) {
        for (String next : List.of("UserTask_ReviewLegality", "UserTask_InitialDecree", "UserTask_SignDecree")) {
            if (next.equals(element)) {
                return;
            }
            complete(decree, next, Map.of("approved", true));
        }
    }

    private void complete(UUID decree, String element, Map<String, Object> fields) {
        String who = switch (element) {
            case "UserTask_ReviewLegality" -> DecreeFixture.REVIEWER;
            case "UserTask_InitialDecree" -> DecreeFixture.SECRETARY;
            case "UserTask_SignDecree" -> DecreeFixture.GOVERNOR;
            default -> DecreeFixture.DRAFTER;
        };
        as(who, () -> workflow.complete(DecreeProcess.ID, decree, element, fields));
    }

    private void as(String user, Runnable action) {
        workflow.actingAs(user, action);
    }

    private static Refusal refusal(Runnable action) {
        Refusal refusal = catchThrowableOfType(Refusal.class, action::run);
        assertThat(refusal).as("a refusal").isNotNull();
        return refusal;
    }

    private ProcessInstance process(UUID decree) {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(decree.toString(), DecreeProcess.ID).singleResult();
    }

    private Task task(ProcessInstance process) {
        return tasks.createTaskQuery().processInstanceId(process.getId()).singleResult();
    }

    private Job job(ProcessInstance process) {
        return management.createJobQuery().processInstanceId(process.getId()).singleResult();
    }

    private void runJob(ProcessInstance process) {
        management.executeJob(job(process).getId());
    }

    private String state(UUID decree) {
        return enactment.found(decree).state();
    }

    private Map<String, Long> allocations(UUID decree) {
        Map<String, Long> states = new TreeMap<>();
        jdbc.sql("select state, count(*) as n from regulation_allocation where decree_id = :id group by state").param("id", decree)
                .query((row, number) -> states.put(row.getString("state"), row.getLong("n"))).list();
        return states;
    }
}
