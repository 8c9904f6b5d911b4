package id.lindungdesa.claim;

import id.lindungdesa.identity.Role;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What the model {@code claim-supplement} calls: a line for each of its steps. */
@Component
public class SupplementTasks {

    private final Claims claims;
    private final Supplements supplements;
    private final SupplementDesk desk;
    private final SupplementPayout payout;

    SupplementTasks(Claims claims, Supplements supplements, SupplementDesk desk, SupplementPayout payout) {
        this.claims = claims;
        this.supplements = supplements;
        this.desk = desk;
        this.payout = payout;
    }

    public String officerGroup(String supplementId) {
        return Role.BPJS_VERIFIKATOR.group(branch(supplementId));
    }

    public String headOfServiceGroup(String supplementId) {
        return Role.BPJS_KABID.group(branch(supplementId));
    }

    public String branchHeadGroup(String supplementId) {
        return Role.BPJS_KACAB.group(branch(supplementId));
    }

    public String financeGroup(String supplementId) {
        return Role.BPJS_KEUANGAN.group(branch(supplementId));
    }

    /** Whether a difference is due. */
    public boolean recordProposal(String supplementId, String note, String documentIds) {
        return desk.propose(id(supplementId), note, documentIds);
    }

    public void recordApproval(String supplementId, boolean approved, String note) {
        desk.approve(id(supplementId), approved, note);
    }

    public boolean aboveLimit(String supplementId) {
        return desk.aboveLimit(id(supplementId));
    }

    public void recordApprovalAboveLimit(String supplementId, boolean approved, String note) {
        desk.approveAboveLimit(id(supplementId), approved, note);
    }

    public void closeWithoutDifference(String supplementId) {
        desk.closeWithoutDifference(id(supplementId));
    }

    public void recordOrder(String supplementId, String bankReference) {
        payout.order(id(supplementId), bankReference);
    }

    public void pay(String supplementId) {
        payout.pay(id(supplementId));
    }

    private String branch(String supplementId) {
        return claims.get(supplements.get(id(supplementId)).claimId()).branch();
    }

    private static UUID id(String supplementId) {
        return UUID.fromString(supplementId);
    }
}
