package id.lindungdesa.claim;

import static id.lindungdesa.claim.ClaimStage.BRANCH_HEAD;
import static id.lindungdesa.claim.ClaimStage.EVERYTHING;
import static id.lindungdesa.claim.ClaimStage.FINANCE;
import static id.lindungdesa.claim.ClaimStage.HEAD;
import static id.lindungdesa.claim.ClaimStage.KADES;
import static id.lindungdesa.claim.ClaimStage.OFFICER;
import static id.lindungdesa.claim.ClaimStage.OPERATOR;
import static id.lindungdesa.claim.ClaimStage.OPERATOR_ELSEWHERE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import id.lindungdesa.LindungDesaTest;
import id.lindungdesa.benefit.Relation;
import id.lindungdesa.calendar.OfficeCalendar;
import id.lindungdesa.calendar.WorkingDays;
import id.lindungdesa.claim.Benefits.Line;
import id.lindungdesa.enrolment.Worker;
import id.lindungdesa.identity.Appointment;
import id.lindungdesa.identity.Offices;
import id.lindungdesa.identity.Role;
import id.lindungdesa.ledger.Ledger;
import id.lindungdesa.ledger.Transfer;
import id.lindungdesa.money.Rupiah;
import id.lindungdesa.premium.CoverBook;
import id.lindungdesa.refusal.Refusal;
import id.lindungdesa.workflow.CaseSheets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Every way through the process of a claim, as the officials go it. */
@LindungDesaTest
class ClaimProcessTest {

    private static final Rupiah FULL = Rupiah.of(42_000_000);

    @Autowired ProcessEngine engine;
    @Autowired RuntimeService runtime;
    @Autowired TaskService tasks;
    @Autowired ManagementService jobs;
    @Autowired HistoryService history;
    @Autowired ClaimStage stage;
    @Autowired Claims claims;
    @Autowired ClaimFiles files;
    @Autowired Benefits benefits;
    @Autowired ClaimTasks claimTasks;
    @Autowired Ledger ledger;
    @Autowired CoverBook coverBook;
    @Autowired CaseSheets[] sheets;
    @Autowired Offices offices;
    @Autowired WorkingDays workingDays;

    @BeforeEach
    void set() {
        BpmnAwareTests.init(engine);
        stage.set();
    }

    @Test
    void aFullBenefitGoesThroughFourHandsToTheHeir() {
        Worker worker = stage.coveredWorker();
        UUID claim = stage.filed(worker, Relation.SPOUSE, Relation.CHILD);
        assertThat(process(claim)).isWaitingAt("UserTask_CheckCompleteness").hasVariables("claimId");
        assertThat(claims.get(claim).payBy()).as("no clock before the file is complete").isNull();

        stage.completes(OFFICER, claim, "UserTask_CheckCompleteness", "complete", true);
        LocalDate payBy = workingDays.due(stage.today(), 3, OfficeCalendar.BPJS).due();
        assertThat(claims.get(claim).payBy()).isEqualTo(payBy);
        assertThat(process(claim)).isWaitingAt("UserTask_ConfirmBenefit");
        assertThat(task(claim).getDueDate()).isEqualTo(Date.from(workingDays.endOf(payBy)));
        assertThat(task(claim).getName()).contains(claims.get(claim).number(), "Desa Uji Klaim")
                .doesNotContain(worker.name(), worker.nik());

        stage.completes(OFFICER, claim, "UserTask_ConfirmBenefit", "approved", true);
        stage.completes(HEAD, claim, "UserTask_ApproveClaim", "approved", true);
        stage.completes(BRANCH_HEAD, claim, "UserTask_ApproveAboveLimit", "approved", true);
        stage.completes(FINANCE, claim, "UserTask_PayClaim", "bankReference", "BNI/2026-77");
        assertThat(process(claim)).isWaitingAt("ServiceTask_PayHeirs");
        assertThat(paidTo(claim, 1)).as("the order alone moves nothing").isEqualTo(Rupiah.ZERO);
        jobs.executeJob(job(claim).getId());

        assertEnded(claim, "EndEvent_ClaimPaid");
        assertThat(paidTo(claim, 1)).isEqualTo(FULL);
        assertThat(paidTo(claim, 2)).as("a spouse takes all before a child").isEqualTo(Rupiah.ZERO);
        String number = claims.get(claim).number();
        assertThat(ledger.transfersOf(number)).extracting(Transfer::debitPath, Transfer::rupiah, Transfer::legalBasis)
                .containsExactlyInAnyOrder(
                        tuple("insurer/benefit/jkm", Rupiah.of(20_000_000), "PP 82/2019 Pasal 34 (santunan sekaligus)"),
                        tuple("insurer/benefit/jkm", Rupiah.of(12_000_000),
                                "PP 82/2019 Pasal 34 (santunan berkala 24 x Rp500.000 dibayar sekaligus)"),
                        tuple("insurer/benefit/jkm", Rupiah.of(10_000_000), "PP 82/2019 Pasal 34 (biaya pemakaman)"));
        assertThat(benefits.verdict(claim).orElseThrow().transferId())
                .isEqualTo(coverBook.on(worker.id(), stage.today()).orElseThrow().transferId());
        assertThat(letter(claim)).contains("Rp42.000.000", "PP 82/2019 Pasal 34", "Ahli Waris 1", "BNI/2026-77", "beasiswa");
        assertThat(claims.get(claim).deeds()).extracting(Deed::step).containsExactly(Step.FILE, Step.SUBMIT, Step.CHECK,
                Step.ASSESS, Step.PROPOSE, Step.APPROVE, Step.APPROVE_ABOVE_LIMIT, Step.ORDER_PAYMENT, Step.PAY);
    }

    @Test
    void aFuneralBenefitNeedsNoBranchHead() {
        UUID claim = stage.filed(stage.coveredFor(stage.today().minusMonths(1), stage.today().plusMonths(3)), Relation.SPOUSE);

        stage.completes(OFFICER, claim, "UserTask_CheckCompleteness", "complete", true);
        stage.completes(OFFICER, claim, "UserTask_ConfirmBenefit", "approved", true);
        stage.looksOnTheSpot(OFFICER, claim);
        stage.completes(HEAD, claim, "UserTask_ApproveClaim", "approved", true);

        assertThat(process(claim)).isWaitingAt("UserTask_PayClaim").hasNotPassed("UserTask_ApproveAboveLimit");
        pay(claim);
        assertEnded(claim, "EndEvent_ClaimPaid");
        assertThat(paidTo(claim, 1)).isEqualTo(Rupiah.of(10_000_000));
        assertThat(letter(claim)).contains("masa kepesertaan belum mencapai 3 bulan", "Permenaker 1/2025");
    }

    @Test
    void whatIsMissingIsListedAndTheClockStartsWhenItComes() {
        UUID claim = stage.filed(stage.coveredWorker(), Relation.SPOUSE);

        assertRefused("NOTE_REQUIRED", () ->
                stage.completes(OFFICER, claim, "UserTask_CheckCompleteness", "complete", false, "note", " "));
        stage.completes(OFFICER, claim, "UserTask_CheckCompleteness", "complete", false,
                "note", "Surat keterangan ahli waris belum ada.");

        assertThat(process(claim)).isWaitingAt("UserTask_SupplyDocuments");
        assertThat(claims.get(claim).completeAt()).isNull();
        assertThat(letter(claim)).contains("Surat keterangan ahli waris belum ada.", "- Akta kematian", "- Buku nikah");
        assertRefused("DOCUMENT_REQUIRED", () ->
                stage.completes(OPERATOR, claim, "UserTask_SupplyDocuments", "documentIds", ""));
        assertRefused("DOCUMENT_UNKNOWN", () ->
                stage.completes(OPERATOR, claim, "UserTask_SupplyDocuments", "documentIds", UUID.randomUUID().toString()));
        assertRefused("DOCUMENT_UNKNOWN", () -> stage.completes(KADES, claim, "UserTask_SupplyDocuments", "documentIds",
                stage.document(ClaimStage.OPERATOR_ELSEWHERE, "SURAT_AHLI_WARIS").toString()));
        UUID statement = stage.document(KADES, "SURAT_AHLI_WARIS");
        stage.completes(KADES, claim, "UserTask_SupplyDocuments", "documentIds", statement.toString());

        assertThat(process(claim)).isWaitingAt("UserTask_CheckCompleteness");
        assertThat(files.documents(claim)).containsExactly(statement);
        stage.completes(OFFICER, claim, "UserTask_CheckCompleteness", "complete", true);
        Claim complete = claims.get(claim);
        assertThat(complete.completeAt()).as("when the paper came, not when the officer looked")
                .isBetween(complete.deeds().get(2).at(), complete.last(Step.SUPPLY).orElseThrow().at());
    }

    @Test
    void bothHeadsReturnWithAReasonAndTheOfficerProposesAnew() {
        UUID claim = proposed();

        assertRefused("NOTE_REQUIRED", () -> stage.completes(HEAD, claim, "UserTask_ApproveClaim", "approved", false));
        stage.completes(HEAD, claim, "UserTask_ApproveClaim", "approved", false, "note", "Periksa rekening.");
        assertThat(process(claim)).isWaitingAt("UserTask_ConfirmBenefit");
        stage.completes(OFFICER, claim, "UserTask_ConfirmBenefit", "approved", true);
        stage.completes(HEAD, claim, "UserTask_ApproveClaim", "approved", true);
        stage.completes(BRANCH_HEAD, claim, "UserTask_ApproveAboveLimit", "approved", false, "outcome", "RETURN",
                "note", "Cocokkan kartu keluarga.");
        assertThat(process(claim)).isWaitingAt("UserTask_ConfirmBenefit");
        stage.completes(OFFICER, claim, "UserTask_ConfirmBenefit", "approved", true);
        stage.completes(HEAD, claim, "UserTask_ApproveClaim", "approved", true);
        stage.completes(BRANCH_HEAD, claim, "UserTask_ApproveAboveLimit", "approved", true);

        pay(claim);
        assertEnded(claim, "EndEvent_ClaimPaid");
        assertThat(paidTo(claim, 1)).isEqualTo(FULL);
    }

    @Test
    void theHeadOfServiceRejectsWithAReason() {
        UUID claim = proposed();

        assertRefused("OUTCOME_CONTRADICTS", () ->
                stage.completes(HEAD, claim, "UserTask_ApproveClaim", "approved", true, "outcome", "REJECT", "note", "Bukan peserta"));
        stage.completes(HEAD, claim, "UserTask_ApproveClaim", "approved", false, "outcome", "REJECT",
                "note", "Surat kematian terbukti palsu.");

        assertRejected(claim, "Surat kematian terbukti palsu.");
    }

    @Test
    void theBranchHeadRejectsWithAReason() {
        UUID claim = proposed();
        stage.completes(HEAD, claim, "UserTask_ApproveClaim", "approved", true);

        stage.completes(BRANCH_HEAD, claim, "UserTask_ApproveAboveLimit", "approved", false, "outcome", "REJECT",
                "note", "Pekerja masih hidup.");

        assertRejected(claim, "Pekerja masih hidup.");
    }

    @Test
    void aLapsedMembershipIsRejectedByRuleAndCannotBeGranted() {
        UUID claim = stage.filed(stage.coveredFor(stage.today().minusMonths(12), stage.today().minusMonths(5)), Relation.SPOUSE);
        stage.completes(OFFICER, claim, "UserTask_CheckCompleteness", "complete", true);

        assertRefused("NOT_ELIGIBLE", () -> stage.completes(OFFICER, claim, "UserTask_ConfirmBenefit", "approved", true));
        assertRefused("NOTE_REQUIRED", () -> stage.completes(OFFICER, claim, "UserTask_ConfirmBenefit", "approved", false));
        stage.completes(OFFICER, claim, "UserTask_ConfirmBenefit", "approved", false, "note", "Kepesertaan telah berakhir.");
        stage.completes(HEAD, claim, "UserTask_ApproveClaim", "approved", true);

        assertRejected(claim, "lebih dari 3 bulan");
        assertThat(letter(claim)).contains("Peraturan Direksi BPJS Ketenagakerjaan 22/2022", "dana desa terlambat");
    }

    @Test
    void inTheGracePeriodTheOfficerSaysWhy() {
        UUID claim = stage.filed(stage.coveredFor(stage.today().minusMonths(8), stage.today().minusDays(20)), Relation.SPOUSE);
        stage.completes(OFFICER, claim, "UserTask_CheckCompleteness", "complete", true);

        assertThat(benefits.verdict(claim).orElseThrow().reasons()).containsExactly("GRACE");
        assertRefused("NOTE_REQUIRED", () -> stage.completes(OFFICER, claim, "UserTask_ConfirmBenefit", "approved", true));
        stage.completes(OFFICER, claim, "UserTask_ConfirmBenefit", "approved", true, "note", "Tunggakan dilunasi desa.");
        stage.completes(HEAD, claim, "UserTask_ApproveClaim", "approved", true);

        assertThat(process(claim)).isWaitingAt("UserTask_ApproveAboveLimit");
    }

    @Test
    void childrenShareEquallyAndEveryPartIsALineWithItsArticle() {
        UUID claim = stage.filed(stage.coveredWorker(), Relation.CHILD, Relation.CHILD, Relation.CHILD, Relation.SIBLING);
        approve(claim);
        pay(claim);

        for (int child = 1; child <= 3; child++) {
            assertThat(paidTo(claim, child)).isEqualTo(Rupiah.of(14_000_000));
        }
        assertThat(paidTo(claim, 4)).isEqualTo(Rupiah.ZERO);
        assertThat(benefits.lines(claim)).hasSize(9).extracting(Line::transferId).doesNotContainNull().doesNotHaveDuplicates();
    }

    @Test
    void killedBetweenApprovalAndPaymentItPaysOnce() {
        UUID claim = stage.filed(stage.coveredWorker(), Relation.SPOUSE);
        approve(claim);
        stage.completes(FINANCE, claim, "UserTask_PayClaim", "bankReference", "BNI-9");
        String job = job(claim).getId();

        claimTasks.payHeirs(claim.toString());
        assertThat(paidTo(claim, 1)).isEqualTo(FULL);
        jobs.executeJob(job);

        assertEnded(claim, "EndEvent_ClaimPaid");
        claimTasks.payHeirs(claim.toString());
        assertThat(paidTo(claim, 1)).isEqualTo(FULL);
        assertThat(ledger.transfersOf(claims.get(claim).number())).hasSize(3);
    }

    @Test
    void paymentWithoutApprovalOrReferenceIsRefused() {
        UUID claim = proposed();

        assertRefused("CLAIM_STATE", () -> claimTasks.payHeirs(claim.toString()));
        assertRefused("TASK_NOT_OPEN", () -> stage.completes(FINANCE, claim, "UserTask_PayClaim", "bankReference", "BNI-1"));
        approveFrom(claim);
        assertRefused("BANK_REFERENCE_REQUIRED", () -> stage.completes(FINANCE, claim, "UserTask_PayClaim", "bankReference", " "));
        assertThat(paidTo(claim, 1)).isEqualTo(Rupiah.ZERO);
    }

    @Test
    void ac49_whoCheckedMayNeitherApproveNorPay() {
        UUID claim = stage.filed(stage.coveredWorker(), Relation.SPOUSE);
        stage.completes(EVERYTHING, claim, "UserTask_CheckCompleteness", "complete", true);
        stage.completes(OFFICER, claim, "UserTask_ConfirmBenefit", "approved", true);

        assertRefused("SEPARATION_OF_DUTIES", () -> stage.completes(EVERYTHING, claim, "UserTask_ApproveClaim", "approved", true));
        stage.completes(HEAD, claim, "UserTask_ApproveClaim", "approved", true);
        assertRefused("SEPARATION_OF_DUTIES", () ->
                stage.completes(EVERYTHING, claim, "UserTask_ApproveAboveLimit", "approved", true));
        stage.completes(BRANCH_HEAD, claim, "UserTask_ApproveAboveLimit", "approved", true);
        assertRefused("SEPARATION_OF_DUTIES", () ->
                stage.completes(EVERYTHING, claim, "UserTask_PayClaim", "bankReference", "BNI-1"));
        assertThat(process(claim)).as("each refusal leaves the task open").isWaitingAt("UserTask_PayClaim");
    }

    @Test
    void ac49_aNewOfficeDoesNotHelp() {
        UUID claim = proposed();
        stage.completes(HEAD, claim, "UserTask_ApproveClaim", "approved", true);
        offices.appoint(List.of(new Appointment(1, HEAD, "Pejabat " + HEAD, Role.BPJS_KACAB, ClaimStage.BRANCH,
                LocalDate.of(2020, 1, 1), null, "SK-UJI")), List.of(), user -> ClaimStage.PASSWORD);

        assertRefused("SEPARATION_OF_DUTIES", () -> stage.completes(HEAD, claim, "UserTask_ApproveAboveLimit", "approved", true));
    }

    @Test
    void aDraftIsStartedOnceByWhoeverMayFileIt() {
        Worker worker = stage.coveredWorker();
        UUID claim = stage.file(OPERATOR, stage.form(worker, stage.today(), Relation.SPOUSE), true).id();
        assertThat(claims.get(claim).state()).isEqualTo(ClaimState.DRAFT);
        assertThat(runtime.createProcessInstanceQuery().processInstanceBusinessKey(claim.toString()).count()).isZero();

        assertRefused("NOT_YOUR_OFFICE", () -> stage.starts(OPERATOR_ELSEWHERE, claim.toString()));
        stage.starts(OPERATOR, claim.toString());

        assertThat(process(claim)).isWaitingAt("UserTask_CheckCompleteness");
        assertRefused("CASE_BEGUN", () -> stage.starts(OPERATOR, claim.toString()));
        assertRefused("CLAIM_UNKNOWN", () -> stage.starts(OPERATOR, UUID.randomUUID().toString()));
        assertThat(runtime.createProcessInstanceQuery().processInstanceBusinessKey(claim.toString()).count()).isOne();
    }

    @Test
    void ofTwoDraftsForOneDeathOneBecomesAClaim() {
        Worker worker = stage.coveredWorker();
        UUID first = stage.file(OPERATOR, stage.form(worker, stage.today(), Relation.SPOUSE), true).id();
        UUID second = stage.file(KADES, stage.form(worker, stage.today(), Relation.CHILD), true).id();
        stage.starts(OPERATOR, first.toString());

        assertThatThrownBy(() -> stage.starts(KADES, second.toString())).hasStackTraceContaining(claims.get(first).number());
        assertThat(claims.get(second).state()).isEqualTo(ClaimState.DRAFT);
    }

    @Test
    void theSheetShowsWhatEachHolderOfATaskNeeds() {
        Worker worker = stage.coveredWorker();
        UUID claim = stage.filed(worker, Relation.SPOUSE, Relation.CHILD);
        stage.completes(OFFICER, claim, "UserTask_CheckCompleteness", "complete", true);

        CaseSheets.Sheet sheet = sheet(claim, "UserTask_ConfirmBenefit");

        assertThat(sheet.caseNumber()).isEqualTo(claims.get(claim).number());
        assertThat(sheet.where()).isEqualTo("Desa Uji Klaim (94.01.01.2001)");
        assertThat(sheet.rupiah()).isEqualTo(42_000_000L);
        assertThat(sheet.facts()).extracting(CaseSheets.Fact::value).contains(worker.name(), worker.maskedNik(), "Berhak penuh")
                .doesNotContain(worker.nik());
        assertThat(sheet.tables()).extracting(CaseSheets.Table::title)
                .containsExactly("Kelengkapan berkas", "Ahli waris", "Manfaat", "Waktu");
        assertThat(sheet.tables().get(2).totals()).endsWith(42_000_000L);
        assertThat(fact(sheet, "Iuran bulan itu dibayar dengan kode iuran")).matches("\\d{15}");
        assertThat(fact(sheet, "Versi aturan")).contains("Sebab dan program (versi ", "Kelayakan klaim (versi ").doesNotContain("claim-");
        assertThat(sheet.steps()).extracting(CaseSheets.Step::label).contains("Pengajuan", "Perhitungan manfaat");
        assertThat(sheet.steps().toString()).contains("tanpa unggahan: Formulir pengajuan JKM (Formulir 4)");
        assertThat(sheet.tables().toString()).contains("****7890").doesNotContain("1234567890");
        assertThat(sheet(claim, "UserTask_PayClaim").tables().toString()).as("who pays needs the account")
                .contains("1234567890");
    }

    private CaseSheets.Sheet sheet(UUID claim, String element) {
        return Arrays.stream(sheets).filter(all -> all.processes().contains("claim-approval")).findFirst().orElseThrow()
                .sheetOf("claim-approval", claim, element);
    }

    @Test
    void noPersonEntersTheEngine() {
        Worker worker = stage.coveredWorker();
        UUID claim = stage.filed(worker, Relation.SPOUSE);
        stage.completes(OFFICER, claim, "UserTask_CheckCompleteness", "complete", false, "note", "NIK istri keliru: 9401.");

        assertThat(history.createHistoricVariableInstanceQuery().processInstanceId(process(claim).getId()).list())
                .extracting(variable -> variable.getName()).containsOnly("claimId", "injured", "complete");
    }

    private UUID proposed() {
        UUID claim = stage.filed(stage.coveredWorker(), Relation.SPOUSE);
        stage.completes(OFFICER, claim, "UserTask_CheckCompleteness", "complete", true);
        stage.completes(OFFICER, claim, "UserTask_ConfirmBenefit", "approved", true);
        return claim;
    }

    private void approve(UUID claim) {
        stage.completes(OFFICER, claim, "UserTask_CheckCompleteness", "complete", true);
        stage.completes(OFFICER, claim, "UserTask_ConfirmBenefit", "approved", true);
        approveFrom(claim);
    }

    private void approveFrom(UUID claim) {
        stage.completes(HEAD, claim, "UserTask_ApproveClaim", "approved", true);
        stage.completes(BRANCH_HEAD, claim, "UserTask_ApproveAboveLimit", "approved", true);
    }

    private void pay(UUID claim) {
        stage.completes(FINANCE, claim, "UserTask_PayClaim", "bankReference", "BNI-1");
        jobs.executeJob(job(claim).getId());
    }

    private void assertRejected(UUID claim, String reason) {
        assertEnded(claim, "EndEvent_ClaimRejected");
        assertThat(claims.get(claim).state()).isEqualTo(ClaimState.REJECTED);
        assertThat(letter(claim)).contains(reason, "Penolakan", "Pengaduan dijawab paling lama 5 hari kerja");
        assertThat(ledger.transfersOf(claims.get(claim).number())).isEmpty();
    }

    private void assertEnded(UUID claim, String end) {
        HistoricProcessInstance ended = history.createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(claim.toString()).singleResult();
        assertThat(ended.getEndActivityId()).isEqualTo(end);
    }

    private static void assertRefused(String code, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private Rupiah paidTo(UUID claim, int payee) {
        return Rupiah.of(ledger.balance("claim/%s/payee/%d".formatted(claim, payee)));
    }

    private String letter(UUID claim) {
        List<ClaimFiles.Letter> letters = files.letters(claim);
        return letters.get(letters.size() - 1).text();
    }

    private ProcessInstance process(UUID claim) {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(claim.toString()).singleResult();
    }

    private Task task(UUID claim) {
        return tasks.createTaskQuery().processInstanceBusinessKey(claim.toString()).singleResult();
    }

    private Job job(UUID claim) {
        return jobs.createJobQuery().processInstanceId(process(claim).getId()).singleResult();
    }

    private static String fact(CaseSheets.Sheet sheet, String label) {
        return sheet.facts().stream().filter(fact -> fact.label().equals(label)).map(fact -> String.valueOf(fact.value())).findFirst().orElseThrow();
    }
}
