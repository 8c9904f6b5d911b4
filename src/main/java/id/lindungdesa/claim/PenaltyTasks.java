package id.lindungdesa.claim;

import id.lindungdesa.identity.Role;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What the model {@code penalty-decision} calls: a line for each of its steps. */
@Component
public class PenaltyTasks {

    private final Claims claims;
    private final Penalties penalties;
    private final PenaltyDesk desk;

    PenaltyTasks(Claims claims, Penalties penalties, PenaltyDesk desk) {
        this.claims = claims;
        this.penalties = penalties;
        this.desk = desk;
    }

    public String branchHeadGroup(String penaltyId) {
        return Role.BPJS_KACAB.group(branch(penaltyId));
    }

    public String financeGroup(String penaltyId) {
        return Role.BPJS_KEUANGAN.group(branch(penaltyId));
    }

    public void recordDecision(String penaltyId, boolean approved, String outcome, String note) {
        desk.decide(id(penaltyId), approved, outcome, note);
    }

    public void recordOrder(String penaltyId, String bankReference) {
        desk.order(id(penaltyId), bankReference);
    }

    public void pay(String penaltyId) {
        desk.pay(id(penaltyId));
    }

    public void writeLetter(String penaltyId) {
        desk.writeLetter(id(penaltyId));
    }

    private String branch(String penaltyId) {
        return claims.get(penalties.get(id(penaltyId)).claimId()).branch();
    }

    private static UUID id(String penaltyId) {
        return UUID.fromString(penaltyId);
    }
}
