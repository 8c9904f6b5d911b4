package id.lindungdesa.claim;

import static id.lindungdesa.claim.AccidentFixture.word;
import static id.lindungdesa.claim.ClaimStage.BRANCH_HEAD;
import static id.lindungdesa.claim.ClaimStage.FINANCE;
import static id.lindungdesa.claim.ClaimStage.HEAD;
import static id.lindungdesa.claim.ClaimStage.KADES;
import static id.lindungdesa.claim.ClaimStage.OFFICER;
import static id.lindungdesa.claim.ClaimStage.OPERATOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import id.lindungdesa.LindungDesaTest;
import id.lindungdesa.benefit.Relation;
import id.lindungdesa.benefit.Shares;
import id.lindungdesa.claim.Benefits.Line;
import id.lindungdesa.enrolment.Worker;
import id.lindungdesa.ledger.Ledger;
import id.lindungdesa.ledger.Transfer;
import id.lindungdesa.money.Rupiah;
import id.lindungdesa.refusal.Finding;
import id.lindungdesa.refusal.Refusal;
import id.lindungdesa.workflow.CaseSheets;
import id.lindungdesa.workflow.Workflow;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A work accident from its first report to the money at the worker or his heirs, as the officials go it. */
@LindungDesaTest
class AccidentClaimTest {

    @Autowired ClaimStage stage;
    @Autowired Claims claims;
    @Autowired ClaimFiles files;
    @Autowired Benefits benefits;
    @Autowired InjuryDesk desk;
    @Autowired Workflow workflow;
    @Autowired Ledger ledger;
    @Autowired TaskService tasks;
    @Autowired ManagementService jobs;
    @Autowired HistoryService history;
    @Autowired CaseSheets[] sheets;

    @BeforeEach
    void set() {
        stage.set();
    }

    @Test
    void twoDisabilitiesArePaidToTheWorkerHimself() {
        UUID claim = filed(stage.today().minusDays(100));
        assertThat(claims.get(claim).number()).startsWith("JKK-");
        assertThat(waitsAt(claim)).containsExactly("UserTask_RecordStageTwo");
        assertRefused("STAGE_TWO_MISSING", () -> stage.completes(OFFICER, claim, "UserTask_RecordStageTwo", "note", null));
        examine(claim, word("PARTIAL_DISABILITY", stage.today()).disabled("THUMB", "RIGHT", "ANATOMICAL", null)
                .disabled("INDEX_FINGER", "LEFT", "FUNCTIONAL", 50).unable(3, 0).fare("LAND", 3_200_000).form());
        assertThat(sheet(claim, "UserTask_RecordStageTwo").toString()).contains("Waktu kecelakaan", "Ibu jari tangan",
                "Kronologi uji", "terlambat (tanpa sanksi").doesNotContain("5550001111");

        decide(claim);
        assertThat(sheet(claim, "UserTask_PayClaim").toString()).as("who pays needs the account").contains("5550001111");
        pay(claim);

        // right thumb 15%, half of the left index finger's 7%, times 80 months' wages of a million
        assertThat(benefits.lines(claim)).extracting(Line::code, Line::payee, Line::rupiah).containsExactlyInAnyOrder(
                tuple("PARTIAL_DISABILITY", Shares.WORKER, Rupiah.of(14_800_000)),
                tuple("INCOME_REPLACEMENT", Shares.WORKER, Rupiah.of(3_000_000)),
                tuple("TRANSPORT", Shares.WORKER, Rupiah.of(3_200_000)));
        assertThat(ledger.balance("claim/%s/payee/-1".formatted(claim))).isEqualTo(21_000_000);
        assertThat(ledger.transfersOf(claims.get(claim).number())).extracting(Transfer::debitPath).containsOnly("insurer/benefit/jkk");
        assertThat(letter(claim)).contains("kecelakaan kerja", "Pekerja sendiri", "Rp21.000.000").doesNotContain("meninggalnya", "beasiswa");
        assertThat(files.letters(claim)).filteredOn(one -> one.kind().equals("DECISION")).singleElement().extracting(ClaimFiles.Letter::text)
                .asString().contains("Cacat: Ibu jari tangan kanan, hilang", "Telunjuk kiri, fungsi berkurang 50%", "jumlah persentase 18,5%",
                "Tidak mampu bekerja: 3 bulan\n");
    }

    @Test
    void anAccidentalDeathIsPaidToTheHeirs() {
        Worker worker = stage.coveredWorker();
        UUID claim = stage.file(OPERATOR, form(worker, stage.today().minusDays(3), "WORK_ACCIDENT", Relation.SPOUSE, Relation.CHILD), false).id();
        assertRefused("STAGE_TWO_INVALID", "DIED_ON_REQUIRED", () -> examine(claim, word("DEATH", stage.today()).form()));
        examine(claim, word("DEATH", stage.today()).died(stage.today().minusDays(2)).form());

        decide(claim);
        pay(claim);

        assertThat(benefits.lines(claim)).extracting(Line::code, Line::payee, Line::rupiah).containsExactlyInAnyOrder(
                tuple("DEATH", 1, Rupiah.of(48_000_000)), tuple("FUNERAL", 1, Rupiah.of(10_000_000)),
                tuple("PERIODIC", 1, Rupiah.of(12_000_000)));
        assertThat(ledger.balance("claim/%s/payee/1".formatted(claim))).isEqualTo(70_000_000);
        assertThat(letter(claim)).contains("keluarga almarhum", "paling banyak 2 anak", "tidak dibayar dengan sendirinya");
        assertRefused("CLAIM_EXISTS", () -> stage.file(OPERATOR, stage.form(worker, stage.today().minusDays(2), Relation.SPOUSE), false));
    }

    @Test
    void ac17_aRecoveredWorkerGetsFourteenMonthsAndNothingElse() {
        UUID claim = filed(stage.today().minusMonths(15));
        examine(claim, word("RECOVERED", stage.today()).unable(14, 0).form());
        stage.completes(OFFICER, claim, "UserTask_RecordStageTwo", "note", null);
        stage.completes(OFFICER, claim, "UserTask_CheckCompleteness", "complete", true);
        assertRefused("NOTHING_TO_DEDUCT", () -> stage.completes(OFFICER, claim, "UserTask_ConfirmBenefit", "approved", true, "outcome", "DEDUCT",
                "note", "Tidak ada yang dibayar"));
        approve(claim);
        pay(claim);

        assertThat(benefits.lines(claim)).extracting(Line::code, Line::rupiah)
                .containsExactly(tuple("INCOME_REPLACEMENT", Rupiah.of(13_000_000)));
        assertThat(ledger.balance("claim/%s/payee/-1".formatted(claim))).isEqualTo(13_000_000);
    }

    @Test
    void ac20_aTotalDisabilityIsPaidToTheWorker() {
        UUID claim = filed(stage.today().minusDays(60));
        examine(claim, word("TOTAL_PERMANENT_DISABILITY", stage.today()).form());
        decide(claim);
        pay(claim);

        assertThat(ledger.balance("claim/%s/payee/-1".formatted(claim))).isEqualTo(68_000_000);
    }

    @Test
    void factsThatContradictEachOtherAreToldOneByOne() {
        UUID claim = filed(stage.today().minusDays(20));
        assertThat(sheet(filed(stage.today().minusDays(1)), "UserTask_RecordStageTwo").toString()).contains("tepat waktu");

        assertRefused("ASSESSMENT_INVALID", "RECOVERED_WITH_DISABILITY", () -> examine(claim,
                word("RECOVERED", stage.today()).disabled("THUMB", "RIGHT", "ANATOMICAL", null).form()));
        assertRefused("ASSESSMENT_INVALID", "UNKNOWN_VALUE", () -> examine(claim,
                word("PARTIAL_DISABILITY", stage.today()).disabled("WING", "RIGHT", "ANATOMICAL", null).form()));
        assertRefused("ASSESSMENT_INVALID", "OUT_OF_RANGE", () -> examine(claim,
                word("PARTIAL_DISABILITY", stage.today()).disabled("THUMB", "RIGHT", "FUNCTIONAL", 130).form()));
        assertRefused("STAGE_TWO_INVALID", "DISABILITY_REQUIRED", () -> examine(claim, word("PARTIAL_DISABILITY", stage.today()).form()));
        assertRefused("ASSESSMENT_INVALID", "INABILITY_TOO_LONG", () -> examine(claim, word("RECOVERED", stage.today()).unable(2, 0).form()));
        assertRefused("STAGE_TWO_INVALID", "DIED_BUT_ALIVE", () -> examine(claim, word("RECOVERED", stage.today()).died(stage.today()).form()));
        assertRefused("STAGE_TWO_INVALID", "HEIRS_REQUIRED", () -> examine(claim, word("DEATH", stage.today()).died(stage.today()).form()));
        assertRefused("STAGE_TWO_INVALID", "DEATH_BEFORE_ACCIDENT", () -> examine(claim,
                word("DEATH", stage.today()).died(stage.today().minusDays(21)).form()));
        assertRefused("NOT_YOUR_OFFICE", () -> workflow.actingAs(HEAD, () -> desk.examine(claim, word("RECOVERED", stage.today()).form())));
        assertThat(waitsAt(claim)).containsExactly("UserTask_RecordStageTwo");
    }

    @Test
    void oneEventIsClaimedOnceAndAnotherAccidentAnew() {
        Worker worker = stage.coveredWorker();
        Claim first = stage.file(OPERATOR, form(worker, stage.today().minusDays(9), "WORK_ACCIDENT"), false);

        assertThatThrownBy(() -> stage.file(KADES, form(worker, stage.today().minusDays(9), "WORK_ACCIDENT"), false))
                .hasMessageContaining(first.number());
        assertThat(stage.file(OPERATOR, form(worker, stage.today().minusDays(4), "WORK_ACCIDENT"), false).state())
                .isEqualTo(ClaimState.IN_TREATMENT);
        assertRefused("CAUSE_BELONGS_TO_JKK", () -> stage.file(OPERATOR, new ClaimForm("JKM", worker.nik(), stage.today().toString(),
                "WORK_ACCIDENT", null, stage.form(worker, stage.today(), Relation.SPOUSE).heirs(), List.of()), false));
        assertRefused("CLAIM_INVALID", "CAUSE_NOT_FROM_WORK", () -> stage.file(OPERATOR, form(worker, stage.today(), "ILLNESS"), false));
        assertRefused("CLAIM_INVALID", "ACCIDENT_TIME_REQUIRED", () -> stage.file(OPERATOR, new ClaimForm("JKK", worker.nik(),
                stage.today().toString(), "WORK_ACCIDENT", null, List.of(), List.of(), null, "Kebun", "Jatuh", null, null, null), false));
    }

    @Test
    void anOccupationalDiseaseIsJudgedOnTheDayOfItsDiagnosis() {
        Worker worker = stage.coveredWorker();
        LocalDate diagnosed = stage.today().minusDays(40);
        UUID claim = stage.file(OPERATOR, new ClaimForm("JKK", worker.nik(), diagnosed.toString(), "OCCUPATIONAL_DISEASE", null, List.of(),
                List.of(), null, "Puskesmas Uji", "Sesak napas di penggilingan", "5550001111", 1_000_000L, null), false).id();
        examine(claim, word("RECOVERED", stage.today()).unable(1, 0).form());
        decide(claim);

        assertThat(claims.get(claim).eventDate()).isEqualTo(diagnosed);
        assertThat(benefits.total(claim)).isEqualTo(Rupiah.of(1_000_000));
        assertThat(sheet(claim, "UserTask_PayClaim").toString()).contains("Tanggal diagnosis", "terlambat (tanpa sanksi");
    }

    @Test
    void whoDiesLaterOfAPaidAccidentIsClaimedForOnceMoreAndPeopleDecide() {
        Worker worker = covered(stage.today().minusMonths(4));
        LocalDate accident = stage.today().minusMonths(3);
        Claim first = stage.file(OPERATOR, form(worker, accident, "WORK_ACCIDENT"), false);
        examine(first.id(), word("TOTAL_PERMANENT_DISABILITY", stage.today()).unable(1, 0).form());
        decide(first.id());
        pay(first.id());

        assertRefused("FOLLOWS_UNKNOWN", () -> stage.file(OPERATOR, following("JKK-2026-999999", worker, accident), false));
        UUID second = stage.file(OPERATOR, following(first.number(), worker, accident), false).id();
        assertRefused("STAGE_TWO_INVALID", "FOLLOWS_ONLY_FOR_DEATH", () -> examine(second, word("RECOVERED", stage.today()).form()));
        examine(second, word("DEATH", stage.today()).died(stage.today()).unable(2, 0).form());
        stage.completes(OFFICER, second, "UserTask_RecordStageTwo", "note", null);
        stage.completes(OFFICER, second, "UserTask_CheckCompleteness", "complete", true);

        assertThat(benefits.verdict(second).orElseThrow().reasons()).containsExactly("PAID_BEFORE_NOT_DUE");
        assertThat(benefits.lines(second)).as("the periodic benefit and the first month were paid").extracting(Line::code, Line::rupiah)
                .containsExactlyInAnyOrder(tuple("DEATH", Rupiah.of(48_000_000)), tuple("FUNERAL", Rupiah.of(10_000_000)),
                        tuple("INCOME_REPLACEMENT", Rupiah.of(1_000_000)));
        assertThat(sheet(second, "UserTask_ConfirmBenefit").toString()).contains("Sudah dibayar untuk peristiwa ini", first.number(), "56000000");
        assertRefused("NOTE_REQUIRED", () -> stage.completes(OFFICER, second, "UserTask_ConfirmBenefit", "approved", true));

        assertRefused("OUTCOME_CONTRADICTS", () -> stage.completes(OFFICER, second, "UserTask_ConfirmBenefit", "approved", false,
                "outcome", "DEDUCT", "note", "Cacat total sudah dibayar"));
        assertRefused("NOTE_REQUIRED", () -> stage.completes(OFFICER, second, "UserTask_ConfirmBenefit", "approved", true, "outcome", "DEDUCT"));
        stage.completes(OFFICER, second, "UserTask_ConfirmBenefit", "approved", true, "outcome", "DEDUCT", "note", "Cacat total sudah dibayar");
        assertThat(benefits.lines(second)).as("72 less the 69 millions that were paid").extracting(Line::code, Line::rupiah)
                .containsExactlyInAnyOrder(tuple("FUNERAL", Rupiah.of(2_000_000)), tuple("INCOME_REPLACEMENT", Rupiah.of(1_000_000)));
        stage.completes(HEAD, second, "UserTask_ApproveClaim", "approved", false, "note", "Tidak ada dasar untuk mengurangi");
        stage.completes(OFFICER, second, "UserTask_ConfirmBenefit", "approved", true, "note", "Tanpa pengurangan");
        assertThat(benefits.total(second)).as("either way the rules' amounts").isEqualTo(Rupiah.of(59_000_000));
    }

    private Worker covered(LocalDate from) {
        return stage.coveredFor(from, stage.today().plusMonths(1));
    }

    private UUID filed(LocalDate accident) {
        return stage.file(OPERATOR, form(covered(accident.minusMonths(4)), accident, "WORK_ACCIDENT"), false).id();
    }

    private ClaimForm form(Worker worker, LocalDate accident, String cause, Relation... heirs) {
        return AccidentFixture.form(worker, accident, cause, heirs.length == 0 ? List.of() : stage.form(worker, accident, heirs).heirs());
    }

    private ClaimForm following(String number, Worker worker, LocalDate accident) {
        return AccidentFixture.following(form(worker, accident, "WORK_ACCIDENT", Relation.SPOUSE), number);
    }

    private void examine(UUID claim, StageTwoForm form) {
        workflow.actingAs(OFFICER, () -> desk.examine(claim, form));
    }

    /** Through the four hands up to the payment. */
    private void decide(UUID claim) {
        stage.completes(OFFICER, claim, "UserTask_RecordStageTwo", "note", null);
        stage.completes(OFFICER, claim, "UserTask_CheckCompleteness", "complete", true);
        approve(claim);
    }

    private void approve(UUID claim) {
        stage.completes(OFFICER, claim, "UserTask_ConfirmBenefit", "approved", true);
        stage.completes(HEAD, claim, "UserTask_ApproveClaim", "approved", true);
        if (waitsAt(claim).contains("UserTask_ApproveAboveLimit")) {
            stage.completes(BRANCH_HEAD, claim, "UserTask_ApproveAboveLimit", "approved", true);
        }
    }

    private void pay(UUID claim) {
        stage.completes(FINANCE, claim, "UserTask_PayClaim", "bankReference", "BNI-JKK");
        jobs.createJobQuery().processInstanceId(history.createHistoricProcessInstanceQuery().processInstanceBusinessKey(claim.toString())
                .singleResult().getId()).list().forEach(job -> jobs.executeJob(job.getId()));
        assertThat(claims.get(claim).state()).isEqualTo(ClaimState.PAID);
    }

    private List<String> waitsAt(UUID claim) {
        return tasks.createTaskQuery().processInstanceBusinessKey(claim.toString()).list().stream().map(Task::getTaskDefinitionKey).toList();
    }

    private CaseSheets.Sheet sheet(UUID claim, String element) {
        return Arrays.stream(sheets).filter(all -> all.processes().contains("claim-approval")).findFirst().orElseThrow()
                .sheetOf("claim-approval", claim, element);
    }

    private String letter(UUID claim) {
        List<ClaimFiles.Letter> letters = files.letters(claim);
        return letters.get(letters.size() - 1).text();
    }

    private static void assertRefused(String code, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private static void assertRefused(String code, String finding, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.code()).isEqualTo(code);
            assertThat(refusal.findings()).extracting(Finding::code).contains(finding);
        });
    }
}
