package id.lindungdesa.claim;

import id.lindungdesa.identity.Role;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What the model {@code interim-payment} calls. */
@Component
public class InterimTasks {

    private final InterimPayments payments;
    private final Interims interims;
    private final Claims claims;

    InterimTasks(InterimPayments payments, Interims interims, Claims claims) {
        this.payments = payments;
        this.interims = interims;
        this.claims = claims;
    }

    public String officerGroup(String interimId) {
        return Role.BPJS_VERIFIKATOR.group(branch(interimId));
    }

    public String headOfServiceGroup(String interimId) {
        return Role.BPJS_KABID.group(branch(interimId));
    }

    public String branchHeadGroup(String interimId) {
        return Role.BPJS_KACAB.group(branch(interimId));
    }

    public String financeGroup(String interimId) {
        return Role.BPJS_KEUANGAN.group(branch(interimId));
    }

    public void recordProposal(String interimId, boolean approved, String note, String documentIds) {
        payments.propose(UUID.fromString(interimId), approved, note, documentIds);
    }

    public void recordApproval(String interimId, boolean approved, String note) {
        payments.approve(UUID.fromString(interimId), approved, note);
    }

    public boolean aboveLimit(String interimId) {
        return payments.aboveLimit(UUID.fromString(interimId));
    }

    public void recordApprovalAboveLimit(String interimId, boolean approved, String note) {
        payments.approveAboveLimit(UUID.fromString(interimId), approved, note);
    }

    public void recordOrder(String interimId, String bankReference) {
        payments.order(UUID.fromString(interimId), bankReference);
    }

    public void pay(String interimId) {
        payments.pay(UUID.fromString(interimId));
    }

    private String branch(String interimId) {
        return claims.get(interims.get(UUID.fromString(interimId)).claimId()).branch();
    }
}
