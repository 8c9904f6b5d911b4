package id.lindungdesa.claim;

import id.lindungdesa.identity.Role;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What the model {@code account-clearance} calls. */
@Component
public class ClearanceTasks {

    private final Claims claims;
    private final AccountChecks checks;
    private final AccountDesk desk;

    ClearanceTasks(Claims claims, AccountChecks checks, AccountDesk desk) {
        this.claims = claims;
        this.checks = checks;
        this.desk = desk;
    }

    public String officerGroup(String checkId) {
        return Role.BPJS_VERIFIKATOR.group(branch(checkId));
    }

    public String headOfServiceGroup(String checkId) {
        return Role.BPJS_KABID.group(branch(checkId));
    }

    /** Whether the account was replaced; the other way is to accept it. */
    public boolean recordReview(String checkId) {
        return desk.review(UUID.fromString(checkId));
    }

    public void recordAcceptance(String checkId, boolean approved, String note) {
        desk.accept(UUID.fromString(checkId), approved, note);
    }

    private String branch(String checkId) {
        return claims.get(checks.get(UUID.fromString(checkId)).claimId()).branch();
    }
}
