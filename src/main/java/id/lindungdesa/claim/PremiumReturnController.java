package id.lindungdesa.claim;

import id.lindungdesa.identity.OpenTo;
import id.lindungdesa.identity.Role;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Premium that was paid for months after a worker's death. */
@RestController
class PremiumReturnController {

    private final PremiumReturnDesk desk;

    PremiumReturnController(PremiumReturnDesk desk) {
        this.desk = desk;
    }

    @Schema(description = "claim: its number. successorNik: the worker of the same village who gets the months to come; left out to "
            + "give all of it back to the village's premium share.")
    record ProposalForm(String claim, String successorNik, String reason) {}

    record Drafted(UUID id) {}

    @Operation(summary = "Draft of what becomes of premium paid in advance", description = "It counts when premium-return is started with its id.")
    @PostMapping("/api/premium-returns")
    @ResponseStatus(HttpStatus.CREATED)
    @OpenTo(Role.BPJS_AR)
    Drafted propose(@RequestBody ProposalForm form) {
        return new Drafted(desk.draft(form.claim(), form.successorNik(), form.reason()));
    }
}
