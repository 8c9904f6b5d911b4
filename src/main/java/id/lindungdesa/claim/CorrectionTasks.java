package id.lindungdesa.claim;

import id.lindungdesa.identity.Role;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What the model {@code payment-correction} calls: a line for each of its steps. */
@Component
public class CorrectionTasks {

    private final Claims claims;
    private final Corrections corrections;
    private final CorrectionDesk desk;

    CorrectionTasks(Claims claims, Corrections corrections, CorrectionDesk desk) {
        this.claims = claims;
        this.corrections = corrections;
        this.desk = desk;
    }

    public String financeGroup(String correctionId) {
        return Role.BPJS_KEUANGAN.group(branch(correctionId));
    }

    public String headOfServiceGroup(String correctionId) {
        return Role.BPJS_KABID.group(branch(correctionId));
    }

    public String branchHeadGroup(String correctionId) {
        return Role.BPJS_KACAB.group(branch(correctionId));
    }

    /** Whether it is a transfer that came back; the other kind is an overpayment. */
    public boolean open(String correctionId) {
        return desk.open(id(correctionId));
    }

    public void recordAccount(String correctionId, String note) {
        desk.recordAccount(id(correctionId), note);
    }

    public void recordApproval(String correctionId, boolean approved, String note) {
        desk.approve(id(correctionId), approved, note);
    }

    public void recordOrder(String correctionId, String bankReference) {
        desk.order(id(correctionId), bankReference);
    }

    public void payAgain(String correctionId) {
        desk.payAgain(id(correctionId));
    }

    public void recordFinding(String correctionId, boolean approved, String note) {
        desk.confirm(id(correctionId), approved, note);
    }

    public void demand(String correctionId) {
        desk.demand(id(correctionId));
    }

    /** Whether the rest is waived; otherwise it goes on being demanded. */
    public boolean recordRecovery(String correctionId, boolean approved, String note) {
        return desk.decideRecovery(id(correctionId), approved, note);
    }

    private String branch(String correctionId) {
        return claims.get(corrections.get(id(correctionId)).claimId()).branch();
    }

    private static UUID id(String correctionId) {
        return UUID.fromString(correctionId);
    }
}
