package id.lindungdesa.claim;

import id.lindungdesa.identity.OpenTo;
import id.lindungdesa.identity.Role;
import id.lindungdesa.refusal.Refusal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What officials record about payees before they complete a task: names and accounts never pass through the engine. */
@RestController
class PaymentController {

    private final ClaimPayout payout;
    private final AccountDesk accounts;
    private final CorrectionDesk corrections;

    PaymentController(ClaimPayout payout, AccountDesk accounts, CorrectionDesk corrections) {
        this.payout = payout;
        this.accounts = accounts;
        this.corrections = corrections;
    }

    @Schema(description = "Of one payee: the holder of his account as the bank names it, where it has not told by itself, and "
            + "the bank's number of his transfer.")
    record PayeeForm(Integer payee, String holder, String reference) {}

    record PayeesForm(List<PayeeForm> payees) {}

    record Recorded(UUID id) {}

    @Operation(summary = "Names of holders and references, payee by payee", description = """
            Before UserTask_PayClaim is completed. A name that differs opens a task for the claim officer and the payment
            waits. A payee without a reference of his own gets the one of the task.""")
    @PostMapping("/api/claims/{id}/payees")
    @OpenTo(Role.BPJS_KEUANGAN)
    Recorded payees(@PathVariable UUID id, @RequestBody PayeesForm form) {
        payout.tell(id, form.payees() == null ? List.of() : form.payees().stream().map(PaymentController::told).toList());
        return new Recorded(id);
    }

    private static ClaimPayout.Told told(PayeeForm form) {
        if (form == null || form.payee() == null) {
            throw Refusal.invalid("PAYEE_UNKNOWN", "Nomor urut penerima wajib diisi.");
        }
        return new ClaimPayout.Told(form.payee(), form.holder(), form.reference());
    }

    @Schema(description = "account: the family's other account; left out to have the head of service accept the other name.")
    record ProposalForm(String account, String reason, List<UUID> documents) {}

    @Operation(summary = "What the officer proposes where the bank names another holder",
            description = "Before UserTask_ReviewAccount is completed. Reason and a paper of the family are required.")
    @PostMapping("/api/account-checks/{id}/proposal")
    @OpenTo(Role.BPJS_VERIFIKATOR)
    Recorded propose(@PathVariable UUID id, @RequestBody ProposalForm form) {
        accounts.propose(id, form.account(), form.reason(), form.documents() == null ? List.of() : form.documents());
        return new Recorded(id);
    }

    @Schema(description = "account: left out where it stays the same; holder: as the bank names him, where it has not told by itself.")
    record AccountForm(String account, String holder, String reason, List<UUID> documents) {}

    @Operation(summary = "What finance corrects after a transfer came back",
            description = "Before UserTask_CorrectAccount is completed; a new account needs a paper of the family.")
    @PostMapping("/api/corrections/{id}/account")
    @OpenTo(Role.BPJS_KEUANGAN)
    Recorded account(@PathVariable UUID id, @RequestBody AccountForm form) {
        corrections.prepare(id, new CorrectionDesk.Found(form.account(), form.holder(), form.reason(),
                form.documents() == null ? List.of() : form.documents()));
        return new Recorded(id);
    }

    @Schema(description = "basis: the regulation, judgment or audit report that the finding rests on.")
    record OverpaymentForm(Integer payee, Long rupiah, String reason, String basis) {}

    @Schema(description = "number: under which the payee repays.")
    record Found(UUID id, String number) {}

    @Operation(summary = "A payee got too much", description = "The head of service confirms the finding before the payee is written to.")
    @PostMapping("/api/claims/{id}/overpayments")
    @ResponseStatus(HttpStatus.CREATED)
    @OpenTo({Role.BPJS_VERIFIKATOR, Role.INSPEKTORAT})
    Found overpayment(@PathVariable UUID id, @RequestBody OverpaymentForm form) {
        Correction correction = corrections.find(id, form.payee() == null ? Integer.MIN_VALUE : form.payee(),
                form.rupiah() == null ? 0 : form.rupiah(), form.reason(), form.basis());
        return new Found(correction.id(), correction.number());
    }
}
