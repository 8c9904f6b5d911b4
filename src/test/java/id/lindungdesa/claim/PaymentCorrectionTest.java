package id.lindungdesa.claim;

import static id.lindungdesa.claim.ClaimStage.AUDITOR;
import static id.lindungdesa.claim.ClaimStage.BANK;
import static id.lindungdesa.claim.ClaimStage.BRANCH_HEAD;
import static id.lindungdesa.claim.ClaimStage.EVERYTHING;
import static id.lindungdesa.claim.ClaimStage.FINANCE;
import static id.lindungdesa.claim.ClaimStage.HEAD;
import static id.lindungdesa.claim.ClaimStage.OFFICER;
import static id.lindungdesa.claim.ClaimStage.OFFICER_ELSEWHERE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.lindungdesa.LindungDesaTest;
import id.lindungdesa.benefit.Relation;
import id.lindungdesa.claim.Correction.State;
import id.lindungdesa.ledger.Ledger;
import id.lindungdesa.ledger.Transfer;
import id.lindungdesa.money.Rupiah;
import id.lindungdesa.refusal.Refusal;
import id.lindungdesa.workflow.Workflow;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Transfers that come back and payments that were too high: nothing is paid twice, nothing is lost. */
@LindungDesaTest
class PaymentCorrectionTest {

    private static final long FULL = 42_000_000;

    @Autowired ClaimStage stage;
    @Autowired Claims claims;
    @Autowired ClaimFiles files;
    @Autowired AccountDesk accounts;
    @Autowired BankReports reports;
    @Autowired CorrectionDesk desk;
    @Autowired CorrectionTasks tasks;
    @Autowired Corrections corrections;
    @Autowired Payouts payouts;
    @Autowired Workflow workflow;
    @Autowired HistoryService history;
    @Autowired ManagementService jobs;
    @Autowired Ledger ledger;
    @Autowired JdbcClient jdbc;

    @BeforeEach
    void set() {
        stage.set();
    }

    @Test
    void aReturnedTransferIsPaidAgainToTheCorrectedAccount() {
        UUID claim = paid(Relation.CHILD, Relation.CHILD);
        Payout first = payout(claim, 1);
        long before = ledger.balance("insurer/returned/jkm");
        UUID correction = returned(first);
        assertThat(ledger.balance(payee(claim, 1))).as("the report alone moves nothing").isEqualTo(FULL / 2);
        run(correction);

        assertThat(ledger.balance(payee(claim, 1))).isZero();
        assertThat(ledger.balance(payee(claim, 2))).as("the other child keeps his").isEqualTo(FULL / 2);
        assertThat(ledger.balance("insurer/returned/jkm") - before).isEqualTo(FULL / 2);
        assertRefused("CORRECTION_REQUIRED", () -> completes(FINANCE, correction, "UserTask_CorrectAccount"));
        assertRefused("NOTE_REQUIRED", () -> prepare(FINANCE, correction, "999888777", null, " "));
        assertRefused("NOT_YOUR_OFFICE", () -> prepare(OFFICER, correction, "999888777", null, "Rekening ditutup bank"));
        assertRefused("DOCUMENT_REQUIRED", () -> workflow.actingAs(FINANCE, () -> desk.prepare(correction,
                new CorrectionDesk.Found("999888777", null, "Rekening ditutup bank", List.of()))));
        prepare(FINANCE, correction, "999888777", null, "Rekening ditutup bank");
        completes(FINANCE, correction, "UserTask_CorrectAccount");
        assertRefused("SEPARATION_OF_DUTIES", () -> asEverything(claim, correction));
        assertRefused("NOTE_REQUIRED", () -> completes(HEAD, correction, "UserTask_ApproveCorrection", "approved", false));
        completes(HEAD, correction, "UserTask_ApproveCorrection", "approved", false, "note", "Buku tabungan tidak terbaca");
        prepare(FINANCE, correction, "999888777", null, "Foto buku tabungan yang baru");
        completes(FINANCE, correction, "UserTask_CorrectAccount", "note", "Sudah jelas");
        completes(HEAD, correction, "UserTask_ApproveCorrection", "approved", true);
        assertRefused("ACCOUNT_NOT_CHECKED", () -> completes(FINANCE, correction, "UserTask_PayAgain", "bankReference", "UJI-ULANG"));
        acting(BANK, () -> accounts.bankAnswers(claims.get(claim).number(), 1, "999888777", null, "AHLI WARIS 1"));
        assertRefused("BANK_REFERENCE_USED", () -> completes(FINANCE, correction, "UserTask_PayAgain", "bankReference", first.reference()));
        completes(FINANCE, correction, "UserTask_PayAgain", "bankReference", "UJI-ULANG-" + claim);
        assertThat(ledger.balance(payee(claim, 1))).as("the order alone moves nothing").isZero();
        tasks.payAgain(correction.toString());
        run(correction);
        tasks.payAgain(correction.toString());

        assertThat(ledger.balance(payee(claim, 1))).as("killed before its end, it pays once").isEqualTo(FULL / 2);
        assertThat(ledger.balance("insurer/returned/jkm")).isEqualTo(before);
        assertThat(corrections.get(correction).state()).isEqualTo(State.PAID_AGAIN);
        assertThat(payouts.of(claim)).extracting(Payout::payee, Payout::attempt, Payout::state, Payout::account).containsExactly(
                org.assertj.core.api.Assertions.tuple(1, 1, Payout.State.RETURNED, "1234567890"),
                org.assertj.core.api.Assertions.tuple(1, 2, Payout.State.PAID, "999888777"),
                org.assertj.core.api.Assertions.tuple(2, 1, Payout.State.PAID, "1234567891"));
        assertThat(ledger.transfersOf(claims.get(claim).number())).extracting(Transfer::legalBasis)
                .as("every line with its article").allMatch(basis -> basis.startsWith("PP 82/2019"));
        assertThat(files.letters(claim)).last().satisfies(letter -> assertThat(letter.text())
                .contains("Rp21.000.000", "UJI-ULANG-" + claim, "Rekening ditutup"));
        assertThat(history.createHistoricVariableInstanceQuery().processInstanceId(instance(correction)).list())
                .extracting(variable -> variable.getName()).containsOnly("correctionId", "returned", "approved");
    }

    /** Officer of every kind at once, who paid the claim: the correction is the same case. */
    private void asEverything(UUID claim, UUID correction) {
        jdbc.sql("insert into claim_decision (claim_id, step, outcome, user_id, user_name, at) select :claim, 'ORDER_PAYMENT', 'ORDERED', :user, 'x', at"
                + " from claim_decision where claim_id = :claim limit 1").param("claim", claim).param("user", EVERYTHING).update();
        completes(EVERYTHING, correction, "UserTask_ApproveCorrection", "approved", true);
    }

    @Test
    void aTransferMayComeBackMoreThanOnce() {
        UUID claim = paid(Relation.SPOUSE);
        for (int times = 1; times <= 3; times++) {
            Payout last = payout(claim, 1);
            assertThat(last.attempt()).isEqualTo(times);
            again(claim, returned(last));
        }

        assertThat(ledger.balance(payee(claim, 1))).isEqualTo(FULL);
        assertThat(corrections.of(claim)).extracting(Correction::number).containsExactly(
                claims.get(claim).number() + "/K-1", claims.get(claim).number() + "/K-2", claims.get(claim).number() + "/K-3");
    }

    @Test
    void whatDoesNotFitIsRefusedByNameAndKept() {
        UUID claim = paid(Relation.SPOUSE);
        Payout payout = payout(claim, 1);
        String strange = "TIDAK-ADA-" + claim;

        assertRefused("UNKNOWN_REFERENCE", () -> report(strange, FULL));
        assertRefused("AMOUNT_MISMATCH", () -> report(payout.reference(), FULL - 1));
        assertRefused("VALUE_DATE_IN_FUTURE", () -> acting(BANK, () ->
                reports.returned(payout.reference(), Rupiah.of(FULL), "Ditutup", stage.today().plusDays(1))));
        assertRefused("NOT_YOUR_OFFICE", () -> acting(FINANCE, () ->
                reports.returned(payout.reference(), Rupiah.of(FULL), "Ditutup", stage.today())));
        UUID correction = report(payout.reference(), FULL).id();
        assertThat(report(payout.reference(), FULL)).as("the same again").isEqualTo(
                new BankReports.Reported(correction, claims.get(claim).number() + "/K-1", false));
        assertRefused("ALREADY_RETURNED", () -> acting(BANK, () ->
                reports.returned(payout.reference(), Rupiah.of(FULL), "Ditutup", stage.today().minusDays(1))));

        assertThat(jdbc.sql("select code from claim_bank_mismatch where reference in (:one, :other) order by code")
                .param("one", strange).param("other", payout.reference()).query(String.class).list())
                .containsExactly("ALREADY_RETURNED", "AMOUNT_MISMATCH", "UNKNOWN_REFERENCE");
        assertRefused("CORRECTION_OPEN", () -> find(OFFICER, claim, 1_000));
    }

    @Test
    void anOverpaymentIsRepaidInParts() {
        UUID claim = paid(Relation.SPOUSE);
        assertRefused("NOT_YOUR_OFFICE", () -> find(OFFICER_ELSEWHERE, claim, 5_000_000));
        assertRefused("OVERPAYMENT_TOO_LARGE", () -> find(AUDITOR, claim, FULL + 1));
        assertRefused("OVERPAYMENT_TOO_LARGE", () -> find(AUDITOR, claim, 0));
        Correction found = find(AUDITOR, claim, 5_000_000);
        run(found.id());
        assertThat(ledger.balance(payee(claim, 1))).as("a finding alone moves nothing").isEqualTo(FULL);
        assertRefused("NOT_EXPECTED", () -> repay(found, "SETOR-0", 1));
        completes(HEAD, found.id(), "UserTask_ConfirmFinding", "approved", true);
        run(found.id());

        assertThat(ledger.balance(payee(claim, 1))).isEqualTo(FULL - 5_000_000);
        assertThat(ledger.balance(overpaid(claim, 1))).isEqualTo(5_000_000);
        assertThat(files.letters(claim)).last().satisfies(letter -> assertThat(letter.text())
                .contains("Rp5.000.000", found.number(), "Temuan uji", "Laporan pemeriksaan 7/2026", "pengaduan"));
        assertRefused("RECOVERY_OPEN", () -> report(payout(claim, 1).reference(), FULL));
        assertThat(repay(found, "SETOR-1", 2_000_000).isNew()).isTrue();
        assertThat(repay(found, "SETOR-1", 2_000_000).isNew()).as("the same again").isFalse();
        assertRefused("ALREADY_REPORTED", () -> repay(found, "SETOR-1", 2_000_001));
        assertRefused("AMOUNT_MISMATCH", () -> repay(found, "SETOR-2", 3_000_001));
        completes(BRANCH_HEAD, found.id(), "UserTask_DecideRecovery", "approved", false, "note", "Keluarga mencicil");
        repay(found, "SETOR-2", 3_000_000);

        assertThat(ended(found.id())).isEqualTo("EndEvent_Repaid");
        assertThat(ledger.balance(overpaid(claim, 1))).isZero();
        assertThat(corrections.get(found.id()).state()).isEqualTo(State.REPAID);
        assertRefused("NOT_EXPECTED", () -> repay(found, "SETOR-3", 1));
        assertRefused("ALREADY_RECOVERED", () -> report(payout(claim, 1).reference(), FULL));
    }

    @Test
    void onlyTheBranchHeadWaivesAndTheHeadOfServiceMayDismiss() {
        UUID claim = paid(Relation.SPOUSE);
        Correction found = find(OFFICER, claim, 5_000_000);
        run(found.id());
        completes(HEAD, found.id(), "UserTask_ConfirmFinding", "approved", true);
        run(found.id());
        repay(found, "SETOR-W-" + claim, 1_000_000);
        assertRefused("NOTE_REQUIRED", () -> completes(BRANCH_HEAD, found.id(), "UserTask_DecideRecovery", "approved", true));
        completes(BRANCH_HEAD, found.id(), "UserTask_DecideRecovery", "approved", true, "note", "Keluarga sangat miskin");

        assertThat(ledger.balance(payee(claim, 1))).as("he keeps the rest").isEqualTo(FULL - 1_000_000);
        assertThat(ledger.balance(overpaid(claim, 1))).isZero();
        Correction wrong = find(OFFICER, claim, 1_000);
        run(wrong.id());
        assertRefused("NOTE_REQUIRED", () -> completes(HEAD, wrong.id(), "UserTask_ConfirmFinding", "approved", false));
        completes(HEAD, wrong.id(), "UserTask_ConfirmFinding", "approved", false, "note", "Perhitungan ternyata benar");
        assertThat(ended(wrong.id())).isEqualTo("EndEvent_FindingDismissed");
        assertThat(ledger.balance(payee(claim, 1))).isEqualTo(FULL - 1_000_000);
    }

    /** Returns, new payments, findings, repayments and waivers in any order. */
    @Test
    void whateverTheOrderNobodyHasMoreThanTheLawGivesAndNoRupiahIsLost() {
        for (int seed = 1; seed <= 4; seed++) {
            Random random = new Random(seed);
            UUID claim = paid(Relation.CHILD, Relation.CHILD, Relation.CHILD);
            long repaid = 0;
            for (int step = 0; step < 8; step++) {
                int child = 1 + random.nextInt(3);
                long amount = 1 + random.nextInt(15_000_000);
                try {
                    switch (random.nextInt(3)) {
                        case 0 -> again(claim, returned(payout(claim, child)));
                        case 1 -> repaid += recovered(claim, child, amount, random);
                        default -> report(payout(claim, child).reference(), amount);
                    }
                } catch (Refusal refused) {
                    assertThat(refused.code()).isIn("AMOUNT_MISMATCH", "ALREADY_RECOVERED", "OVERPAYMENT_TOO_LARGE");
                }
                long have = 0;
                for (int place = 1; place <= 3; place++) {
                    assertThat(ledger.balance(payee(claim, place))).isBetween(0L, FULL / 3);
                    have += ledger.balance(payee(claim, place)) + ledger.balance(overpaid(claim, place));
                }
                assertThat(have + repaid).as("seed %d, step %d", seed, step).isEqualTo(FULL);
            }
        }
    }

    private long recovered(UUID claim, int child, long amount, Random random) {
        Correction found = workflowFind(claim, child, amount);
        run(found.id());
        completes(HEAD, found.id(), "UserTask_ConfirmFinding", "approved", true);
        run(found.id());
        long part = random.nextBoolean() ? amount : 1 + amount / 2;
        repay(found, "SETOR-" + found.id(), part);
        if (part < amount) {
            completes(BRANCH_HEAD, found.id(), "UserTask_DecideRecovery", "approved", true, "note", "Keluarga sangat miskin");
        }
        return part;
    }

    private UUID paid(Relation... heirs) {
        UUID claim = stage.filed(stage.coveredWorker(), heirs);
        stage.completes(OFFICER, claim, "UserTask_CheckCompleteness", "complete", true);
        stage.completes(OFFICER, claim, "UserTask_ConfirmBenefit", "approved", true);
        stage.completes(HEAD, claim, "UserTask_ApproveClaim", "approved", true);
        stage.completes(BRANCH_HEAD, claim, "UserTask_ApproveAboveLimit", "approved", true);
        stage.completes(FINANCE, claim, "UserTask_PayClaim", "bankReference", "UJI-" + claim);
        run(claim);
        return claim;
    }

    private void again(UUID claim, UUID correction) {
        run(correction);
        prepare(FINANCE, correction, null, null, "Bank keliru, rekening tetap");
        completes(FINANCE, correction, "UserTask_CorrectAccount");
        completes(HEAD, correction, "UserTask_ApproveCorrection", "approved", true);
        completes(FINANCE, correction, "UserTask_PayAgain", "bankReference", "U-" + correction);
        run(correction);
    }

    private UUID returned(Payout payout) {
        return report(payout.reference(), payout.rupiah().amount()).id();
    }

    private BankReports.Reported report(String reference, long rupiah) {
        return acting(BANK, () -> reports.returned(reference, Rupiah.of(rupiah), "Rekening ditutup", stage.today()));
    }

    private BankReports.Reported repay(Correction correction, String reference, long rupiah) {
        return acting(BANK, () -> reports.repaid(correction.number(), reference + "/" + correction.claimId(), Rupiah.of(rupiah), stage.today()));
    }

    private Correction find(String user, UUID claim, long rupiah) {
        return acting(user, () -> desk.find(claim, 1, rupiah, "Temuan uji: salah hitung", "Laporan pemeriksaan 7/2026"));
    }

    private Correction workflowFind(UUID claim, int child, long rupiah) {
        return acting(OFFICER, () -> desk.find(claim, child, rupiah, "Temuan uji: salah hitung", "Laporan pemeriksaan 7/2026"));
    }

    private void prepare(String user, UUID correction, String account, String holder, String reason) {
        List<UUID> papers = account == null ? List.of() : List.of(stage.document(user, "DOKUMEN_REKENING"));
        workflow.actingAs(user, () -> desk.prepare(correction, new CorrectionDesk.Found(account, holder, reason, papers)));
    }

    private void completes(String user, UUID correction, String element, Object... fields) {
        Map<String, Object> variables = new HashMap<>();
        for (int i = 0; i < fields.length; i += 2) {
            variables.put((String) fields[i], fields[i + 1]);
        }
        workflow.actingAs(user, () -> workflow.complete("payment-correction", correction, element, variables));
    }

    private <T> T acting(String user, Supplier<T> call) {
        AtomicReference<T> answer = new AtomicReference<>();
        workflow.actingAs(user, () -> answer.set(call.get()));
        return answer.get();
    }

    private void run(UUID caseId) {
        List<Job> waiting = jobs.createJobQuery().processInstanceId(instance(caseId)).list();
        assertThat(waiting).isNotEmpty();
        waiting.forEach(job -> jobs.executeJob(job.getId()));
    }

    private Payout payout(UUID claim, int payee) {
        return payouts.of(claim).stream().filter(one -> one.payee() == payee).reduce((first, last) -> last).orElseThrow();
    }

    private String instance(UUID caseId) {
        return history.createHistoricProcessInstanceQuery().processInstanceBusinessKey(caseId.toString()).singleResult().getId();
    }

    private String ended(UUID caseId) {
        return history.createHistoricProcessInstanceQuery().processInstanceBusinessKey(caseId.toString()).singleResult().getEndActivityId();
    }

    private static String payee(UUID claim, int place) {
        return "claim/%s/payee/%d".formatted(claim, place);
    }

    private static String overpaid(UUID claim, int place) {
        return "claim/%s/overpaid/%d".formatted(claim, place);
    }

    private static void assertRefused(String code, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
