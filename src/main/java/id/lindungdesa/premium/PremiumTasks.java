package id.lindungdesa.premium;

import id.lindungdesa.calendar.WorkingDays;
import id.lindungdesa.document.Documents;
import id.lindungdesa.premium.Decision.Step;
import java.util.Date;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What {@code premium-payment} calls: one line per step. */
@Component
public class PremiumTasks {

    private final PremiumDesk desk;
    private final PremiumPayments payments;
    private final WorkingDays workingDays;

    PremiumTasks(PremiumDesk desk, PremiumPayments payments, WorkingDays workingDays) {
        this.desk = desk;
        this.payments = payments;
        this.workingDays = workingDays;
    }

    public String operatorGroup(String premiumCaseId) {
        return desk.group(UUID.fromString(premiumCaseId), Step.PREPARE);
    }

    public String headGroup(String premiumCaseId) {
        return desk.group(UUID.fromString(premiumCaseId), Step.ADOPT);
    }

    public String treasurerGroup(String premiumCaseId) {
        return desk.group(UUID.fromString(premiumCaseId), Step.ORDER_PAYMENT);
    }

    public String insurerGroup(String premiumCaseId) {
        return desk.group(UUID.fromString(premiumCaseId), Step.CHECK);
    }

    public Date payBy(String premiumCaseId) {
        return Date.from(workingDays.endOf(payments.payBy(UUID.fromString(premiumCaseId))));
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
        payments.order(UUID.fromString(premiumCaseId), paymentReference, Documents.ids(documentIds));
    }

    public void recordPaymentApproval(String premiumCaseId, Boolean approved, String note) {
        payments.decide(UUID.fromString(premiumCaseId), approved, note);
    }

    public void transferPremium(String premiumCaseId) {
        payments.transfer(UUID.fromString(premiumCaseId));
    }

    public void beginCover(String premiumCaseId) {
        payments.beginCover(UUID.fromString(premiumCaseId));
    }
}
