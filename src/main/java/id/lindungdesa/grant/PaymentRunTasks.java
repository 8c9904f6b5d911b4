package id.lindungdesa.grant;

import id.lindungdesa.document.Documents;
import id.lindungdesa.identity.Role;
import java.util.Date;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What {@code regency-disbursement} calls. */
@Component
public class PaymentRunTasks {

    private final RegencyPayments payments;

    PaymentRunTasks(RegencyPayments payments) {
        this.payments = payments;
    }

    public String checkerGroup(String runId) {
        return Role.DP3AP2_VERIFIKATOR.group();
    }

    public String headGroup(String runId) {
        return Role.DP3AP2_KEPALA.group();
    }

    public String sppGroup(String runId) {
        return Role.BPKPD_SPP.group();
    }

    public String spmGroup(String runId) {
        return Role.BPKPD_SPM.group();
    }

    public String sp2dGroup(String runId) {
        return Role.BPKPD_BUD.group();
    }

    public String regencyTreasuryGroup(String runId) {
        return Role.BKAD.group(payments.get(UUID.fromString(runId)).regencyCode());
    }

    public void recordBatchCheck(String runId, Boolean approved, String note) {
        payments.checkBatch(UUID.fromString(runId), approved, note);
    }

    public void recordBatchApproval(String runId, Boolean approved, String note) {
        payments.approveBatch(UUID.fromString(runId), approved, note);
    }

    public void recordSpp(String runId, String sppNumber) {
        payments.createSpp(UUID.fromString(runId), sppNumber);
    }

    public void recordSpm(String runId, Boolean approved, String spmNumber, String note) {
        payments.issueSpm(UUID.fromString(runId), approved, spmNumber, note);
    }

    public void recordSp2d(String runId, Boolean approved, String sp2dNumber, String note) {
        payments.issueSp2d(UUID.fromString(runId), approved, sp2dNumber, note);
    }

    public void bookCredit(String runId) {
        payments.bookCredit(UUID.fromString(runId));
    }

    public Date forwardDueAt(String runId) {
        return payments.forwardDueAt(UUID.fromString(runId));
    }

    public Date reprimandAt(String runId) {
        return payments.reprimandAt(UUID.fromString(runId));
    }

    public void recordForwarding(String runId, String transferNumber, String documentIds) {
        payments.forward(UUID.fromString(runId), transferNumber, Documents.ids(documentIds));
    }

    public boolean tellNextVillages(String runId) {
        return payments.tellNextVillages(UUID.fromString(runId));
    }

    public boolean returnNextVillages(String runId) {
        return payments.returnNextVillages(UUID.fromString(runId));
    }

    public void recordReprimand(String runId, String letterNumber, String documentIds) {
        payments.reprimand(UUID.fromString(runId), letterNumber, Documents.ids(documentIds));
    }
}
