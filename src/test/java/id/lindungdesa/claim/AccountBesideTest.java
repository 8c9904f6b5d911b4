package id.lindungdesa.claim;

import static id.lindungdesa.claim.SupplementStage.BANK;
import static id.lindungdesa.claim.SupplementStage.EVERYTHING;
import static id.lindungdesa.claim.SupplementStage.FINANCE;
import static id.lindungdesa.claim.SupplementStage.HEAD;
import static id.lindungdesa.claim.SupplementStage.OFFICER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.lindungdesa.LindungDesaTest;
import id.lindungdesa.benefit.Shares;
import id.lindungdesa.enrolment.Enrolment;
import id.lindungdesa.ledger.Ledger;
import id.lindungdesa.refusal.Refusal;
import id.lindungdesa.workflow.Workflow;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Money for months without work goes to no account either whose holder the bank has not named. */
@LindungDesaTest
class AccountBesideTest {

    private static final String KEY = InterimPayments.KEY;

    @Autowired SupplementStage stage;
    @Autowired InterimPayments payments;
    @Autowired InterimSheets sheets;
    @Autowired AccountDesk accounts;
    @Autowired AccountChecks checks;
    @Autowired Claims claims;
    @Autowired Enrolment enrolment;
    @Autowired Workflow workflow;
    @Autowired Ledger ledger;

    @BeforeEach
    void set() {
        stage.set();
    }

    @Test
    void aMonthWaitsForTheWorkersAccountAndForTheBank() {
        UUID claim = stage.accidentWithoutAccount(stage.today().minusMonths(1).minusDays(2));
        String number = claims.get(claim).number();
        String worker = enrolment.worker(claims.get(claim).workerId()).name();
        UUID month = requested(claim);
        String paper = stage.document(OFFICER, "SURAT_DOKTER").toString();
        assertRefused("ACCOUNT_MISSING", "Petugas klaim meminta nomor rekening", () ->
                stage.completes(KEY, OFFICER, month, "UserTask_ProposeInterim", "approved", true, "documentIds", paper));
        assertRefused("DOCUMENT_REQUIRED", "buku tabungan", () -> account(OFFICER, month, "888000111", List.of()));
        assertRefused("NOT_YOUR_OFFICE", "", () -> account(FINANCE, month, "888000111", List.of()));
        account(OFFICER, month, "888000111", List.of(stage.document(OFFICER, "DOKUMEN_REKENING")));
        account(OFFICER, month, " ", List.of());
        stage.completes(KEY, OFFICER, month, "UserTask_ProposeInterim", "approved", true, "documentIds", paper);
        assertThat(questions()).contains(new AccountDesk.Question(number, Shares.WORKER, "888000111"));
        assertRefused("INTERIM_STATE", "", () -> account(OFFICER, month, "888000112", List.of()));
        stage.completes(KEY, HEAD, month, "UserTask_ApproveInterim", "approved", true);

        assertRefused("ACCOUNT_NOT_CHECKED", worker, () -> order(month));
        assertRefused("NOT_YOUR_OFFICE", "", () -> holder(OFFICER, month, worker));
        holder(FINANCE, month, " ");
        holder(FINANCE, month, "ORANG LAIN SAMA SEKALI");
        assertRefused("ACCOUNT_HOLDER_DIFFERS", "ORANG LAIN", () -> order(month));
        assertThat(questions()).as("the bank has answered").doesNotContain(new AccountDesk.Question(number, Shares.WORKER, "888000111"));
        UUID check = checks.latest(claim, Shares.WORKER, "888000111").orElseThrow().id();
        workflow.actingAs(OFFICER, () -> accounts.propose(check, "888000222", "Rekening keliru", List.of(stage.document(OFFICER, "DOKUMEN_REKENING"))));
        stage.completes(AccountDesk.CLEARANCE, OFFICER, check, "UserTask_ReviewAccount");
        stage.bankSays(claim, Shares.WORKER, "888000222", worker);
        assertThat(sheets.sheetOf(KEY, month, "UserTask_PayInterim").toString()).contains("Menurut bank", "(Sesuai)");
        assertThat(ledger.balance("claim/%s/payee/-1".formatted(claim))).isZero();
        order(month);
        stage.runs(month);
        assertThat(ledger.balance("claim/%s/payee/-1".formatted(claim))).isEqualTo(1_000_000);
    }

    @Test
    void whoPaysDoesNotBringTheAccount() {
        UUID month = requested(stage.accident(stage.today().minusMonths(1).minusDays(3)));
        account(EVERYTHING, month, "888000333", List.of(stage.document(EVERYTHING, "DOKUMEN_REKENING")));
        stage.completes(KEY, EVERYTHING, month, "UserTask_ProposeInterim", "approved", true,
                "documentIds", stage.document(EVERYTHING, "SURAT_DOKTER").toString());
        stage.completes(KEY, HEAD, month, "UserTask_ApproveInterim", "approved", true);
        assertRefused("SEPARATION_OF_DUTIES", "", () -> holder(EVERYTHING, month, "SIAPA SAJA"));
    }

    private UUID requested(UUID claim) {
        List<UUID> opened = new ArrayList<>();
        workflow.actingAs(OFFICER, () -> opened.add(payments.request(claim).id()));
        return opened.get(0);
    }

    private List<AccountDesk.Question> questions() {
        List<AccountDesk.Question> all = new ArrayList<>();
        workflow.actingAs(BANK, () -> all.addAll(accounts.questions()));
        return all;
    }

    private void account(String user, UUID month, String account, List<UUID> papers) {
        workflow.actingAs(user, () -> payments.account(month, account, papers));
    }

    private void holder(String user, UUID month, String holder) {
        workflow.actingAs(user, () -> payments.holder(month, holder));
    }

    private void order(UUID month) {
        stage.completes(KEY, FINANCE, month, "UserTask_PayInterim", "bankReference", "SEL-M-" + month);
    }

    private static void assertRefused(String code, String says, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.code()).isEqualTo(code);
            assertThat(refusal.getMessage()).contains(says);
        });
    }
}
