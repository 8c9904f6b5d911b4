package id.lindungdesa.claim;

import id.lindungdesa.identity.Role;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What the model {@code field-check} calls. */
@Component
public class FieldCheckTasks {

    private final FieldChecks checks;
    private final Claims claims;

    FieldCheckTasks(FieldChecks checks, Claims claims) {
        this.checks = checks;
        this.claims = claims;
    }

    public String officerGroup(String fieldCheckId) {
        return Role.BPJS_VERIFIKATOR.group(claims.get(checks.get(UUID.fromString(fieldCheckId)).claimId()).branch());
    }

    public void record(String fieldCheckId, boolean approved, String note, String documentIds) {
        checks.record(UUID.fromString(fieldCheckId), approved, note, documentIds);
    }
}
