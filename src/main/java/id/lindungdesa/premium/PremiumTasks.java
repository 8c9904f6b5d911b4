package id.lindungdesa.premium;

import id.lindungdesa.calendar.WorkingDays;
import id.lindungdesa.document.Documents;
import java.util.Date;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What {@code premium-payment} calls: one line per step. */
@Component
public class PremiumTasks {

    private final PremiumDesk desk;
    private final WorkingDays workingDays;

    PremiumTasks(PremiumDesk desk, WorkingDays workingDays) {
        this.desk = desk;
        this.workingDays = workingDays;
    }

    public String operatorGroup(String premiumCaseId) {
        return desk.operatorGroup(UUID.fromString(premiumCaseId));
    }

    public String headGroup(String premiumCaseId) {
        return desk.headGroup(UUID.fromString(premiumCaseId));
    }

    public String treasurerGroup(String premiumCaseId) {
        return desk.treasurerGroup(UUID.fromString(premiumCaseId));
    }

    public String insurerGroup(String premiumCaseId) {
        return desk.insurerGroup(UUID.fromString(premiumCaseId));
    }

    public Date payBy(String premiumCaseId) {
        return Date.from(workingDays.endOf(desk.payBy(UUID.fromString(premiumCaseId))));
    }

    public void recordPreparation(String premiumCaseId, String documentIds, String note) {
        desk.prepare(UUID.fromString(premiumCaseId), Documents.ids(documentIds), note);
    }

    public void recordAdoption(String premiumCaseId, Boolean approved, Long months, String fromMonth, String note) {
        desk.adopt(UUID.fromString(premiumCaseId), approved, months, fromMonth, note);
    }

    public void recordCheck(String premiumCaseId, Boolean approved, String note) {
        desk.check(UUID.fromString(premiumCaseId), approved, note);
    }

    public void recordPayment(String premiumCaseId, String paymentReference, String documentIds) {
        desk.orderPayment(UUID.fromString(premiumCaseId), paymentReference, Documents.ids(documentIds));
    }

    public void recordPaymentApproval(String premiumCaseId, Boolean approved, String note) {
        desk.approvePayment(UUID.fromString(premiumCaseId), approved, note);
    }

    public void transferPremium(String premiumCaseId) {
        desk.transfer(UUID.fromString(premiumCaseId));
    }

    public void beginCover(String premiumCaseId) {
        desk.beginCover(UUID.fromString(premiumCaseId));
    }
}
