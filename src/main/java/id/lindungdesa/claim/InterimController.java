package id.lindungdesa.claim;

import id.lindungdesa.identity.OpenTo;
import id.lindungdesa.identity.Role;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What officials type about the worker's account before they complete a task of a month without work. */
@RestController
class InterimController {

    private final InterimPayments payments;

    InterimController(InterimPayments payments) {
        this.payments = payments;
    }

    @Schema(description = "account: left out where the file has it already.")
    record AccountForm(String account, List<UUID> documents) {}

    @Schema(description = "holder: as the bank names him; left out where the bank has told by itself.")
    record HolderForm(String holder) {}

    record Recorded(UUID id) {}

    @Operation(summary = "The worker's account for his months", description = "Before UserTask_ProposeInterim is completed; with a paper that shows it.")
    @PostMapping("/api/interim-payments/{id}/account")
    @OpenTo(Role.BPJS_VERIFIKATOR)
    Recorded account(@PathVariable UUID id, @RequestBody AccountForm form) {
        payments.account(id, form.account(), form.documents() == null ? List.of() : form.documents());
        return new Recorded(id);
    }

    @Operation(summary = "Whom the bank names as holder of the worker's account",
            description = "Before UserTask_PayInterim is completed. Another name opens a task for the claim officer and the payment waits.")
    @PostMapping("/api/interim-payments/{id}/holder")
    @OpenTo(Role.BPJS_KEUANGAN)
    Recorded holder(@PathVariable UUID id, @RequestBody HolderForm form) {
        payments.holder(id, form.holder());
        return new Recorded(id);
    }
}
