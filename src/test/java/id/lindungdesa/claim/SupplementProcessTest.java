package id.lindungdesa.claim;

import static id.lindungdesa.claim.SupplementStage.BRANCH_HEAD;
import static id.lindungdesa.claim.SupplementStage.EVERYTHING;
import static id.lindungdesa.claim.SupplementStage.FINANCE;
import static id.lindungdesa.claim.SupplementStage.HEAD;
import static id.lindungdesa.claim.SupplementStage.OFFICER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import id.lindungdesa.LindungDesaTest;
import id.lindungdesa.benefit.Assessment;
import id.lindungdesa.benefit.AssessmentForm.Disability;
import id.lindungdesa.benefit.AssessmentForm.Inability;
import id.lindungdesa.claim.Benefits.Line;
import id.lindungdesa.ledger.Ledger;
import id.lindungdesa.ledger.Transfer;
import id.lindungdesa.money.Rupiah;
import id.lindungdesa.refusal.Refusal;
import id.lindungdesa.workflow.Workflow;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.HistoryService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A paid claim whose family was right about the amount gets the difference: by the rules, by four people, once. */
@LindungDesaTest
class SupplementProcessTest {

    private static final String KEY = SupplementDesk.KEY;

    @Autowired SupplementStage stage;
    @Autowired Claims claims;
    @Autowired ClaimFiles files;
    @Autowired Supplements supplements;
    @Autowired SupplementDesk desk;
    @Autowired SupplementTasks tasks;
    @Autowired SupplementPayout payout;
    @Autowired SupplementSheets sheets;
    @Autowired CorrectionDesk corrections;
    @Autowired CorrectionTasks correctionTasks;
    @Autowired BankReports reports;
    @Autowired Payouts payouts;
    @Autowired Workflow workflow;
    @Autowired HistoryService history;
    @Autowired Ledger ledger;

    @BeforeEach
    void set() {
        stage.set();
    }

    @Test
    void aMemberOfHalfAYearGetsTheRestByFourPeople() {
        UUID claim = stage.reducedClaim();
        assertThat(balance(claim, 1)).isEqualTo(5_000_000);
        UUID supplement = stage.reopened(claim);
        assertThat(stage.reopened(claim)).as("one at a time").isEqualTo(supplement);
        assertThat(stage.waitsAt(supplement)).containsExactly("UserTask_ProposeSupplement");
        assertThat(supplements.get(supplement).number()).isEqualTo(claims.get(claim).number() + "/T-1");

        assertRefused("FACTS_REQUIRED", () -> propose(supplement, "Masa kepesertaan salah hitung"));
        assertRefused("MEMBER_AFTER_EVENT", () -> calculate(supplement, since(stage.today().plusDays(1))));
        assertRefused("NOT_AN_INJURY", () -> calculate(supplement, injured(null, List.of(), 5, null)));
        assertRefused("NOT_YOUR_OFFICE", () -> stage.calculated(HEAD, supplement, since(stage.today().minusMonths(6)), desk));
        SupplementCalculation.Calculated calculated = calculate(supplement, since(stage.today().minusMonths(6)));
        assertThat(calculated.whole().total()).isEqualTo(Rupiah.of(42_000_000));
        assertThat(calculated.paid()).isEqualTo(Rupiah.of(10_000_000));
        assertRefused("NOTE_REQUIRED", () -> propose(supplement, " "));
        assertRefused("DOCUMENT_REQUIRED", () -> stage.completes(KEY, OFFICER, supplement, "UserTask_ProposeSupplement",
                "note", "Masa kepesertaan salah hitung", "documentIds", ""));
        propose(supplement, "Masa kepesertaan salah hitung");
        assertRefused("SUPPLEMENT_STATE", () -> calculate(supplement, SupplementFacts.NOTHING));
        assertThat(sheets.sheetOf(KEY, supplement, "UserTask_ApproveSupplement").toString()).contains("Mediasi: jumlah keliru", "Rp42.000.000",
                "Rp10.000.000", "Rp32.000.000", "Diperbaiki: terlindungi sejak", "Santunan berkala");

        assertRefused("NOTE_REQUIRED", () -> decide(HEAD, supplement, "UserTask_ApproveSupplement", false, null));
        decide(HEAD, supplement, "UserTask_ApproveSupplement", false, "Putusan belum terbaca");
        propose(supplement, "Putusan dipindai lagi");
        decide(HEAD, supplement, "UserTask_ApproveSupplement", true, null);
        assertThat(stage.waitsAt(supplement)).as("the whole event is above the limit").containsExactly("UserTask_ApproveSupplementAboveLimit");
        decide(BRANCH_HEAD, supplement, "UserTask_ApproveSupplementAboveLimit", false, "Periksa tanggalnya");
        propose(supplement, "Tanggal sesuai putusan");
        decide(HEAD, supplement, "UserTask_ApproveSupplement", true, null);
        decide(BRANCH_HEAD, supplement, "UserTask_ApproveSupplementAboveLimit", true, null);
        String used = payouts.of(claim).get(0).reference();
        assertRefused("BANK_REFERENCE_USED", () -> order(supplement, used));
        order(supplement, "SEL-S-" + supplement);
        assertThat(balance(claim, 1)).as("the order alone moves nothing").isEqualTo(5_000_000);
        tasks.pay(supplement.toString());
        stage.runs(supplement);
        tasks.pay(supplement.toString());

        assertThat(ended(supplement)).isEqualTo("EndEvent_SupplementPaid");
        assertThat(balance(claim, 1)).as("killed before its end, it pays once").isEqualTo(21_000_000);
        assertThat(balance(claim, 2)).isEqualTo(21_000_000);
        assertThat(supplements.lines(supplement)).extracting(Line::code, Line::payee, Line::rupiah).containsExactlyInAnyOrder(
                tuple("LUMP_SUM", 1, Rupiah.of(10_000_000)), tuple("LUMP_SUM", 2, Rupiah.of(10_000_000)),
                tuple("PERIODIC", 1, Rupiah.of(6_000_000)), tuple("PERIODIC", 2, Rupiah.of(6_000_000)));
        assertThat(ledger.transfersOf(claims.get(claim).number())).filteredOn(transfer -> transfer.code().equals("SUPPLEMENT_PAID"))
                .hasSize(4).allMatch(transfer -> transfer.debitPath().equals("insurer/benefit/jkm"))
                .extracting(Transfer::legalBasis).allMatch(basis -> basis.startsWith("PP 82/2019 Pasal 34 (santunan"));
        assertThat(claims.get(claim).state()).isEqualTo(ClaimState.PAID);
        assertThat(lastLetter(claim)).contains("Pembayaran selisih manfaat", "Rp42.000.000", "Rp32.000.000", "Tanggal sesuai putusan",
                "UU 24/2011 Pasal 49", "SEL-S-" + supplement, "pengaduan");
        assertThat(history.createHistoricVariableInstanceQuery().processInstanceId(instance(supplement)).list())
                .extracting(variable -> variable.getName()).containsOnly("supplementId", "due", "approved", "aboveLimit");

        UUID again = stage.reopened(claim);
        assertThat(calculate(again, since(stage.today().minusMonths(6))).difference().total()).as("nothing is paid twice").isEqualTo(Rupiah.ZERO);
    }

    @Test
    void whereNothingMoreIsDueTheHeadOfServiceSaysSoAndTheFamilyIsTold() {
        UUID claim = stage.reducedClaim();
        UUID supplement = stage.reopened(claim);
        calculate(supplement, SupplementFacts.NOTHING);
        stage.completes(KEY, OFFICER, supplement, "UserTask_ProposeSupplement", "note", "Catatan kepesertaan sudah benar", "documentIds", null);
        assertThat(claims.get(claim).last(Step.PROPOSE_SUPPLEMENT).orElseThrow().outcome()).isEqualTo(Outcome.NO_DIFFERENCE);
        decide(HEAD, supplement, "UserTask_ApproveSupplement", true, null);
        stage.runs(supplement);

        assertThat(ended(supplement)).isEqualTo("EndEvent_NoDifference");
        assertThat(balance(claim, 1)).isEqualTo(5_000_000);
        assertThat(lastLetter(claim)).contains("Tidak ada selisih", "Rp10.000.000", "Catatan kepesertaan sudah benar");
    }

    @Test
    void aPartialDisabilityThatIsTotalCountsAsPaid() {
        UUID claim = stage.disabledClaim();
        assertThat(balance(claim, -1)).isEqualTo(13_000_000);
        UUID supplement = stage.reopened(claim);
        assertRefused("OUTCOME_IS_ANOTHER_CLAIM", () -> calculate(supplement, injured("DEATH", List.of(), null, null)));
        assertRefused("ASSESSMENT_INVALID", () -> calculate(supplement, injured(null, List.of(new Disability("WING", "RIGHT", "ANATOMICAL", null)), null, null)));
        assertRefused("ASSESSMENT_INVALID", () -> calculate(supplement, injured(null, List.of(), 99, null)));
        assertThat(calculate(supplement, injured("TOTAL_PERMANENT_DISABILITY", List.of(), null, null)).whole().total())
                .isEqualTo(Rupiah.of(69_000_000));
        // two thumbs: 15 and 12 percent of eighty months, twelve millions of which were paid; one month more, and the income was a fifth higher
        SupplementCalculation.Calculated calculated = calculate(supplement, injured(null, List.of(new Disability("THUMB", "RIGHT", "ANATOMICAL", null),
                new Disability("THUMB", "LEFT", "ANATOMICAL", null)), 2, 1_200_000L));
        assertThat(calculated.difference().components()).extracting(Assessment.Component::code, Assessment.Component::rupiah).containsExactly(
                tuple("PARTIAL_DISABILITY", Rupiah.of(27 * 80 * 12_000L - 12_000_000)), tuple("INCOME_REPLACEMENT", Rupiah.of(1_400_000)));
        propose(supplement, "Ibu jari kiri tidak dicatat");
        decide(HEAD, supplement, "UserTask_ApproveSupplement", true, null);
        decide(BRANCH_HEAD, supplement, "UserTask_ApproveSupplementAboveLimit", true, null);
        order(supplement, "SEL-C-" + supplement);
        stage.runs(supplement);

        assertThat(balance(claim, -1)).isEqualTo(27 * 80 * 12_000L + 2_400_000);
        UUID total = stage.reopened(claim);
        assertThat(calculate(total, injured("TOTAL_PERMANENT_DISABILITY", List.of(), 2, 1_200_000L)).difference().total())
                .as("one benefit makes up for the other").isEqualTo(Rupiah.of(56 * 1_200_000L + 12_000_000 - 27 * 80 * 12_000L));
    }

    @Test
    void whatIsWithinTheLimitAsAWholeNeedsNoBranchHead() {
        UUID claim = stage.disabledClaim();
        UUID supplement = stage.reopened(claim);
        calculate(supplement, injured(null, List.of(), 2, null));
        propose(supplement, "Satu bulan tidak dicatat");
        decide(HEAD, supplement, "UserTask_ApproveSupplement", true, null);
        order(supplement, "SEL-K-" + supplement);
        stage.runs(supplement);

        assertThat(ended(supplement)).isEqualTo("EndEvent_SupplementPaid");
        assertThat(balance(claim, -1)).isEqualTo(14_000_000);
    }

    @Test
    void whoPlayedAnotherPartInTheClaimDoesNot() {
        UUID claim = stage.reducedClaim();
        UUID supplement = stage.reopened(claim);
        stage.calculated(EVERYTHING, supplement, since(stage.today().minusMonths(4)), desk);
        stage.completes(KEY, EVERYTHING, supplement, "UserTask_ProposeSupplement", "note", "Dihitung ulang",
                "documentIds", stage.document(EVERYTHING, "DASAR_PERBAIKAN").toString());
        for (String element : List.of("UserTask_ApproveSupplement", "UserTask_ApproveSupplementAboveLimit")) {
            assertRefused("SEPARATION_OF_DUTIES", () -> decide(EVERYTHING, supplement, element, true, null));
            decide(element.endsWith("Limit") ? BRANCH_HEAD : HEAD, supplement, element, true, null);
        }
        assertRefused("SEPARATION_OF_DUTIES", () -> stage.completes(KEY, EVERYTHING, supplement, "UserTask_PaySupplement", "bankReference", "SEL-X"));
        assertRefused("SEPARATION_OF_DUTIES", () -> workflow.actingAs(EVERYTHING, () -> payout.tell(supplement, List.of())));
        assertRefused("NOT_YOUR_OFFICE", () -> workflow.actingAs(OFFICER, () -> payout.tell(supplement, List.of())));
    }

    @Test
    void whatChangesBeforeTheApprovalIsCalculatedAgain() {
        UUID claim = stage.reducedClaim();
        UUID supplement = stage.reopened(claim);
        calculate(supplement, since(stage.today().minusMonths(4)));
        propose(supplement, "Dihitung ulang");
        List<UUID> found = new ArrayList<>();
        workflow.actingAs(OFFICER, () -> found.add(corrections.find(claim, 1, 1_000_000, "Temuan uji", "Laporan 1/2026").id()));
        stage.runs(found.get(0));
        stage.completes(CorrectionDesk.PROCESS, HEAD, found.get(0), "UserTask_ConfirmFinding", "approved", true);
        stage.runs(found.get(0));

        assertRefused("SUPPLEMENT_CHANGED", () -> decide(HEAD, supplement, "UserTask_ApproveSupplement", true, null));
        decide(HEAD, supplement, "UserTask_ApproveSupplement", false, "Ada temuan kelebihan bayar");
        propose(supplement, "Dihitung lagi");
        assertThat(supplements.get(supplement).paid()).as("what is demanded back is not his").isEqualTo(Rupiah.of(9_000_000));
        decide(HEAD, supplement, "UserTask_ApproveSupplement", true, null);
        decide(BRANCH_HEAD, supplement, "UserTask_ApproveSupplementAboveLimit", true, null);
        assertRefused("CORRECTION_OPEN", () -> order(supplement, "SEL-O-" + supplement));
        stage.completes(CorrectionDesk.PROCESS, BRANCH_HEAD, found.get(0), "UserTask_DecideRecovery", "approved", true, "note", "Keluarga miskin");
        order(supplement, "SEL-O-" + supplement);
        stage.runs(supplement);
        assertThat(supplements.lines(supplement).stream().mapToLong(line -> line.rupiah().amount()).sum()).isEqualTo(33_000_000);
    }

    @Test
    void aDifferenceThatComesBackIsPaidAgainOnItsOwnArticles() {
        UUID claim = stage.reducedClaim();
        UUID supplement = stage.reopened(claim);
        calculate(supplement, since(stage.today().minusMonths(4)));
        propose(supplement, "Dihitung ulang");
        decide(HEAD, supplement, "UserTask_ApproveSupplement", true, null);
        decide(BRANCH_HEAD, supplement, "UserTask_ApproveSupplementAboveLimit", true, null);
        workflow.actingAs(FINANCE, () -> payout.tell(supplement, List.of(new ClaimPayout.Told(1, "ANAK SELISIH 1", "SEL-1-" + supplement))));
        order(supplement, "SEL-U-" + supplement);
        stage.runs(supplement);
        Payout first = payouts.of(claim).stream().filter(one -> supplement.equals(one.supplement()) && one.payee() == 1).findFirst().orElseThrow();
        assertThat(first.reference()).isEqualTo("SEL-1-" + supplement);

        List<UUID> back = new ArrayList<>();
        workflow.actingAs(SupplementStage.BANK, () -> back.add(reports.returned(first.reference(), Rupiah.of(16_000_000), "Ditutup", stage.today()).id()));
        stage.runs(back.get(0));
        assertThat(balance(claim, 1)).isEqualTo(5_000_000);
        workflow.actingAs(FINANCE, () -> corrections.prepare(back.get(0), new CorrectionDesk.Found(null, null, "Bank keliru", List.of())));
        stage.completes(CorrectionDesk.PROCESS, FINANCE, back.get(0), "UserTask_CorrectAccount", "note", null);
        stage.completes(CorrectionDesk.PROCESS, HEAD, back.get(0), "UserTask_ApproveCorrection", "approved", true);
        stage.completes(CorrectionDesk.PROCESS, FINANCE, back.get(0), "UserTask_PayAgain", "bankReference", "SEL-A-" + supplement);
        stage.runs(back.get(0));

        assertThat(balance(claim, 1)).isEqualTo(21_000_000);
        assertThat(ledger.transfersOf(claims.get(claim).number())).filteredOn(transfer -> transfer.code().equals("BENEFIT_PAID_AGAIN"))
                .extracting(Transfer::rupiah).as("line by line").containsExactlyInAnyOrder(Rupiah.of(10_000_000), Rupiah.of(6_000_000));
    }

    private SupplementFacts since(LocalDate day) {
        return new SupplementFacts(day, null, null, null, null, null, null, null);
    }

    private SupplementFacts injured(String outcome, List<Disability> lost, Integer months, Long income) {
        return new SupplementFacts(null, outcome, null, lost, months == null ? null : new Inability(months, 0), null, null, income);
    }

    private SupplementCalculation.Calculated calculate(UUID supplement, SupplementFacts facts) {
        return stage.calculated(OFFICER, supplement, facts, desk);
    }

    private void propose(UUID supplement, String note) {
        stage.completes(KEY, OFFICER, supplement, "UserTask_ProposeSupplement", "note", note,
                "documentIds", stage.document(OFFICER, "DASAR_PERBAIKAN").toString());
    }

    private void decide(String user, UUID supplement, String element, boolean approved, String note) {
        stage.completes(KEY, user, supplement, element, "approved", approved, "note", note);
    }

    private void order(UUID supplement, String reference) {
        stage.completes(KEY, FINANCE, supplement, "UserTask_PaySupplement", "bankReference", reference);
    }

    private long balance(UUID claim, int payee) {
        return ledger.balance("claim/%s/payee/%d".formatted(claim, payee));
    }

    private String lastLetter(UUID claim) {
        List<ClaimFiles.Letter> letters = files.letters(claim);
        return letters.get(letters.size() - 1).text();
    }

    private String instance(UUID supplement) {
        return history.createHistoricProcessInstanceQuery().processInstanceBusinessKey(supplement.toString()).singleResult().getId();
    }

    private String ended(UUID supplement) {
        return history.createHistoricActivityInstanceQuery().processInstanceId(instance(supplement)).list().stream()
                .filter(one -> one.getActivityType().equals("noneEndEvent")).map(one -> one.getActivityId()).findFirst().orElse("still open");
    }

    private static void assertRefused(String code, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
