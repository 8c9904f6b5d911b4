package id.lindungdesa.scholarship;

import id.lindungdesa.identity.OpenTo;
import id.lindungdesa.identity.Role;
import io.swagger.v3.oas.annotations.Operation;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Reports that a child with a scholarship married or works. What became of them stands with the claim's scholarships. */
@RestController
class ChangeController {

    private final ChangeDesk desk;

    ChangeController(ChangeDesk desk) {
        this.desk = desk;
    }

    /** {@code endsOn}, {@code reason} and {@code legalBasis}: what the rules say; null where it goes on, and for a draft. */
    record Reported(UUID id, String number, String state, LocalDate endsOn, String reason, String legalBasis) {}

    @Operation(summary = "A child married or works", description = """
            The rules in force on that day say whether the scholarship ends; the head of service confirms it before it does.
            A paper that proves it is required.""")
    @PostMapping("/api/scholarship-changes")
    @OpenTo({Role.OPERATOR, Role.KADES, Role.LURAH, Role.SEKDES, Role.BPJS_VERIFIKATOR})
    @ResponseStatus(HttpStatus.CREATED)
    Reported report(@RequestBody ChangeForm form, @RequestParam(defaultValue = "false") boolean draft) {
        ScholarshipChange change = desk.report(form, draft);
        var end = change.end();
        return new Reported(change.id(), change.number(), change.state().name(), end == null ? null : end.on(),
                end == null ? null : end.reason(), end == null ? null : end.legalBasis());
    }
}
