package id.lindungdesa.claim;

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
import id.lindungdesa.claim.AccountCheck.State;
import id.lindungdesa.ledger.Ledger;
import id.lindungdesa.refusal.Refusal;
import id.lindungdesa.workflow.Workflow;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whose account is it? No payment before the bank has said so, and none to a stranger that nobody has looked at. */
@LindungDesaTest
class AccountClearanceTest {

    @Autowired ClaimStage stage;
    @Autowired Claims claims;
    @Autowired AccountDesk accounts;
    @Autowired AccountChecks checks;
    @Autowired ClaimPayout payout;
    @Autowired Payouts payouts;
    @Autowired Workflow workflow;
    @Autowired HistoryService history;
    @Autowired RuntimeService runtime;
    @Autowired ManagementService jobs;
    @Autowired Ledger ledger;

    @BeforeEach
    void set() {
        stage.set();
    }

    @Test
    void withoutTheBanksAnswerNothingIsOrdered() {
        UUID claim = approved(Relation.SPOUSE);

        assertRefused("ACCOUNT_NOT_CHECKED", "Ahli Waris 1", () -> order(claim, "UJI-A1"));
        answer(claim, 1, "1234567890", "H. AHLI  WARIS 1, S.Pd.");
        order(claim, "UJI-A1");

        assertThat(payouts.of(claim)).singleElement().satisfies(payout -> {
            assertThat(payout.reference()).isEqualTo("UJI-A1");
            assertThat(payout.rupiah().amount()).isEqualTo(42_000_000);
        });
    }

    @Test
    void anotherNameWaitsUntilTheHeadOfServiceAcceptsIt() {
        UUID claim = approved(Relation.SPOUSE);
        UUID check = answer(claim, 1, "1234567890", "BUDI HARTONO").check().id();

        assertRefused("ACCOUNT_HOLDER_DIFFERS", "BUDI HARTONO", () -> order(claim, "UJI-A2"));
        assertRefused("PROPOSAL_REQUIRED", "", () -> completes(OFFICER, check, "UserTask_ReviewAccount", Map.of()));
        assertRefused("NOTE_REQUIRED", "", () -> propose(OFFICER, check, null, ""));
        assertRefused("NOT_YOUR_OFFICE", "", () -> propose(OFFICER_ELSEWHERE, check, null, "Rekening suami kedua"));
        propose(OFFICER, check, null, "Nama lahir menurut surat bank");
        completes(OFFICER, check, "UserTask_ReviewAccount", Map.of());
        assertRefused("NOTE_REQUIRED", "", () -> completes(HEAD, check, "UserTask_AcceptAccount", Map.of("approved", true)));
        completes(HEAD, check, "UserTask_AcceptAccount", Map.of("approved", false, "note", "Minta surat yang asli"));
        assertRefused("ACCOUNT_HOLDER_DIFFERS", "", () -> order(claim, "UJI-A2"));
        completes(OFFICER, check, "UserTask_ReviewAccount", Map.of());
        completes(HEAD, check, "UserTask_AcceptAccount", Map.of("approved", true, "note", "Surat asli sudah dilihat"));

        order(claim, "UJI-A2");
        assertThat(checks.get(check).state()).isEqualTo(State.ACCEPTED);
        assertThat(ended(check)).isEqualTo("EndEvent_AccountAccepted");
        assertThat(claims.get(claim).deeds()).extracting(Deed::step).contains(Step.REVIEW_ACCOUNT, Step.ACCEPT_ACCOUNT);
        assertThat(history.createHistoricVariableInstanceQuery().processInstanceId(instance(check)).list())
                .extracting(variable -> variable.getName()).as("no name, no account in the engine")
                .containsOnly("checkId", "approved", "replaced");
    }

    @Test
    void theFamilysOtherAccountIsAskedForAnew() {
        UUID claim = approved(Relation.SPOUSE);
        UUID check = answer(claim, 1, "1234567890", "BUDI HARTONO").check().id();

        assertRefused("ACCOUNT_UNCHANGED", "", () -> propose(OFFICER, check, "1234 567890", "Salah tulis"));
        propose(OFFICER, check, "777-888-999", "Keluarga membawa buku tabungan yang benar");
        completes(OFFICER, check, "UserTask_ReviewAccount", Map.of());

        assertThat(ended(check)).isEqualTo("EndEvent_AccountReplaced");
        assertRefused("ACCOUNT_NOT_CHECKED", "", () -> order(claim, "UJI-A3"));
        assertRefused("ACCOUNT_MISMATCH", "", () -> answer(claim, 1, "1234567890", "AHLI WARIS 1"));
        answer(claim, 1, "777888999", "AHLI WARIS 1");
        order(claim, "UJI-A3");
        assertThat(payouts.of(claim)).singleElement().extracting(Payout::account).isEqualTo("777-888-999");
    }

    @Test
    void whoAskedForItMayNotAcceptIt() {
        UUID claim = approved(Relation.SPOUSE);
        UUID check = answer(claim, 1, "1234567890", "BUDI HARTONO").check().id();
        propose(EVERYTHING, check, null, "Nama lahir menurut surat bank");
        completes(EVERYTHING, check, "UserTask_ReviewAccount", Map.of());

        assertRefused("SEPARATION_OF_DUTIES", "", () ->
                completes(EVERYTHING, check, "UserTask_AcceptAccount", Map.of("approved", true, "note", "Sudah saya lihat")));
    }

    @Test
    void everyPayeeHasATransferOfHisOwn() {
        UUID claim = approved(Relation.CHILD, Relation.CHILD, Relation.CHILD);
        workflow.actingAs(FINANCE, () -> payout.tell(claim, List.of(new ClaimPayout.Told(1, "Ahli Waris 1", "UJI-B1"),
                new ClaimPayout.Told(2, "AHLI WARIS 2", "UJI-B2"), new ClaimPayout.Told(3, "ahli waris 3", null))));
        assertRefused("BANK_REFERENCE_REQUIRED", "", () -> order(claim, null));
        order(claim, "UJI-B3");

        assertThat(payouts.of(claim)).extracting(Payout::reference).containsExactly("UJI-B1", "UJI-B2", "UJI-B3/3");
        jobs.executeJob(jobs.createJobQuery().processInstanceId(runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(claim.toString()).singleResult().getId()).singleResult().getId());
        assertThat(payouts.of(claim)).extracting(Payout::state).containsOnly(Payout.State.PAID);
        for (int child = 1; child <= 3; child++) {
            assertThat(ledger.balance("claim/%s/payee/%d".formatted(claim, child))).isEqualTo(14_000_000);
        }
        UUID next = approved(Relation.SPOUSE);
        answer(next, 1, "1234567890", "Ahli Waris 1");
        assertRefused("BANK_REFERENCE_USED", "UJI-B2", () -> order(next, "UJI-B2"));
    }

    @Test
    void theBankAnswersOnceAndMayNameTheAccountByItsHash() {
        UUID claim = approved(Relation.SPOUSE);
        String number = claims.get(claim).number();
        assertThat(acting(() -> accounts.questions())).anyMatch(one -> one.claim().equals(number) && one.account().equals("1234567890"));

        workflow.actingAs(BANK, () -> assertThat(accounts.bankAnswers(number, 1, null, AccountDesk.hash("1234567890"), "Ahli Waris 1").isNew()).isTrue());

        assertThat(answer(claim, 1, "1234567890", "AHLI WARIS 1").isNew()).as("the same again").isFalse();
        assertThat(checks.of(claim)).hasSize(1);
        assertThat(acting(() -> accounts.questions())).noneMatch(one -> one.claim().equals(number));
        assertRefused("PAYEE_UNKNOWN", "", () -> answer(claim, 2, "1234567891", "AHLI WARIS 2"));
        assertRefused("CLAIM_UNKNOWN", "", () -> acting(() -> accounts.bankAnswers("JKM-1999-000001", 1, "1", null, "X")));
    }

    private UUID approved(Relation... heirs) {
        UUID claim = stage.filed(stage.coveredWorker(), heirs);
        stage.completes(OFFICER, claim, "UserTask_CheckCompleteness", "complete", true);
        stage.completes(OFFICER, claim, "UserTask_ConfirmBenefit", "approved", true);
        stage.completes(HEAD, claim, "UserTask_ApproveClaim", "approved", true);
        stage.completes(BRANCH_HEAD, claim, "UserTask_ApproveAboveLimit", "approved", true);
        return claim;
    }

    private void order(UUID claim, String reference) {
        Map<String, Object> fields = new java.util.HashMap<>();
        fields.put("bankReference", reference);
        workflow.actingAs(FINANCE, () -> workflow.complete("claim-approval", claim, "UserTask_PayClaim", fields));
    }

    private AccountDesk.Answered answer(UUID claim, int payee, String account, String holder) {
        return acting(() -> accounts.bankAnswers(claims.get(claim).number(), payee, account, null, holder));
    }

    private <T> T acting(java.util.function.Supplier<T> call) {
        java.util.concurrent.atomic.AtomicReference<T> answer = new java.util.concurrent.atomic.AtomicReference<>();
        workflow.actingAs(BANK, () -> answer.set(call.get()));
        return answer.get();
    }

    private void propose(String user, UUID check, String account, String reason) {
        UUID paper = stage.document(user, "DOKUMEN_REKENING");
        workflow.actingAs(user, () -> accounts.propose(check, account, reason, List.of(paper)));
    }

    private void completes(String user, UUID check, String element, Map<String, Object> fields) {
        workflow.actingAs(user, () -> workflow.complete("account-clearance", check, element, fields));
    }

    private String ended(UUID check) {
        return history.createHistoricProcessInstanceQuery().processInstanceBusinessKey(check.toString()).singleResult().getEndActivityId();
    }

    private String instance(UUID check) {
        return history.createHistoricProcessInstanceQuery().processInstanceBusinessKey(check.toString()).singleResult().getId();
    }

    private static void assertRefused(String code, String naming, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.code()).isEqualTo(code);
            assertThat(refusal.getMessage()).contains(naming);
        });
    }
}
