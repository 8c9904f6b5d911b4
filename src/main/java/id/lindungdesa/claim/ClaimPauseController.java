package id.lindungdesa.claim;

import id.lindungdesa.identity.OpenTo;
import id.lindungdesa.identity.Role;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Stops and restarts the clock of a claim. */
@RestController
class ClaimPauseController {

    private final ClaimPauses pauses;

    ClaimPauseController(ClaimPauses pauses) {
        this.pauses = pauses;
    }

    /** {@code cause}: FAMILY, COURT, LABOUR_INSPECTOR, POLICE, BANK or OTHER. */
    record Pause(String cause, String note) {}

    record Resumption(String note) {}

    record Running(UUID id, boolean paused, LocalDate payBy) {}

    @PostMapping("/api/claims/{id}/pause")
    @OpenTo({Role.BPJS_VERIFIKATOR, Role.BPJS_KABID})
    Running pause(@PathVariable UUID id, @RequestBody Pause body) {
        return new Running(id, true, pauses.pause(id, body.cause(), body.note()).payBy());
    }

    @PostMapping("/api/claims/{id}/resumption")
    @OpenTo({Role.BPJS_VERIFIKATOR, Role.BPJS_KABID})
    Running resume(@PathVariable UUID id, @RequestBody Resumption body) {
        return new Running(id, false, pauses.resume(id, body.note()).payBy());
    }
}
