package id.lindungdesa.premium;

import id.lindungdesa.calendar.OfficeCalendar;
import id.lindungdesa.calendar.WorkingDays;
import id.lindungdesa.document.Documents;
import id.lindungdesa.enrolment.Enrolment;
import id.lindungdesa.ledger.Account;
import id.lindungdesa.ledger.Ledger;
import id.lindungdesa.ledger.Transfer;
import id.lindungdesa.premium.Decision.Outcome;
import id.lindungdesa.premium.Decision.Step;
import id.lindungdesa.refusal.Refusal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Pays a bill, by two people and exactly its amount, and begins the cover that it bought. */
@Service
class PremiumPayments {

    private static final int REFERENCE_LIMIT = 100;
    private static final int DAY_OF_MONTH_DUE = 15;
    private static final int LATE_BILL_WORKING_DAYS = 3;

    private final PremiumCases cases;
    private final Bills bills;
    private final PremiumOfficers officers;
    private final PremiumShare share;
    private final Enrolment enrolment;
    private final Ledger ledger;
    private final Documents documents;
    private final WorkingDays workingDays;
    private final Clock clock;

    PremiumPayments(PremiumCases cases, Bills bills, PremiumOfficers officers, PremiumShare share, Enrolment enrolment,
            Ledger ledger, Documents documents, WorkingDays workingDays, Clock clock) {
        this.cases = cases;
        this.bills = bills;
        this.officers = officers;
        this.share = share;
        this.enrolment = enrolment;
        this.ledger = ledger;
        this.documents = documents;
        this.workingDays = workingDays;
        this.clock = clock;
    }

    /** The treasurer makes out the payment order. @throws Refusal REFERENCE_REQUIRED and those of {@link PremiumOfficers} */
    @Transactional
    void order(UUID caseId, String paymentReference, List<UUID> documentIds) {
        officers.takes(cases.require(caseId), Step.ORDER_PAYMENT, Outcome.DONE, null);
        if (paymentReference == null || paymentReference.isBlank() || paymentReference.strip().length() > REFERENCE_LIMIT) {
            throw Refusal.invalid("REFERENCE_REQUIRED",
                    "Isi nomor SPP/bukti pembayaran (paling banyak %d huruf).".formatted(REFERENCE_LIMIT));
        }
        cases.attach(caseId, Step.ORDER_PAYMENT, documents.requireForAttaching(documentIds));
        Bill bill = bills.lockedOfCase(caseId);
        bills.become(bill, bill.paymentOrdered(paymentReference.strip()), clock.instant());
    }

    /** The village head approves or returns the order. @throws Refusal PREMIUM_SHORTFALL and those of {@link PremiumOfficers} */
    @Transactional
    void decide(UUID caseId, boolean approved, String note) {
        PremiumCase billed = cases.require(caseId);
        officers.takes(billed, Step.APPROVE_PAYMENT, approved ? Outcome.APPROVED : Outcome.RETURNED, note);
        Bill bill = bills.lockedOfCase(caseId);
        if (approved) {
            share.requireEnough(billed, bill);
        }
        bills.become(bill, approved ? bill.paymentApproved() : bill.paymentReturned(), clock.instant());
    }

    /** Moves exactly the bill's amount out of the village's premium share, once; the guarded account allows no more. */
    @Transactional
    void transfer(UUID caseId) {
        Bill bill = bills.lockedOfCase(caseId);
        if (bill.isPaid()) {
            return;
        }
        PremiumCase billed = cases.require(caseId);
        Transfer paid = Transfer.of("PREMIUM_PAID", PremiumShare.account(billed), Account.insurerIncoming(), bill.rupiah(),
                bill.id().toString(), bill.legalBasis(), clock.instant(), bill.id());
        Bill becomes = bill.paid(paid.id(), clock.instant());
        share.requireEnough(billed, bill); // said before the books refuse it, which would end the transaction
        ledger.post(paid);
        bills.become(bill, becomes, clock.instant());
    }

    /** Assigns what was paid to the months of cover, and the workers are covered from here on. */
    @Transactional
    void beginCover(UUID caseId) {
        Bill bill = bills.lockedOfCase(caseId);
        if (bill.state() == Bill.State.COVERED) {
            return;
        }
        Bill becomes = bill.covered();
        List<Bills.Month> months = bills.months(bill.id());
        List<Transfer> transfers = months.stream().map(month -> Transfer.of("PREMIUM_MONTH", Account.insurerIncoming(),
                Account.insurerPremium(month.month()), month.rupiah(), bill.id().toString(), bill.legalBasis(), clock.instant(),
                bill.id(), month.month())).toList();
        ledger.postAll(transfers);
        for (int i = 0; i < months.size(); i++) {
            bills.monthPaid(bill.id(), months.get(i).month(), transfers.get(i).id());
        }
        bills.become(bill, becomes, clock.instant());
        enrolment.covered(bill.listId());
    }

    /** The last day on which a bill is paid in time; a bill issued later than that has a few working days. */
    LocalDate payBy(UUID caseId) {
        LocalDate today = LocalDate.now(clock);
        LocalDate inTime = lastDayInTime(bills.ofCase(caseId).orElseThrow().firstMonth());
        return inTime.isBefore(today) ? workingDays.due(today, LATE_BILL_WORKING_DAYS, OfficeCalendar.BANK).due() : inTime;
    }

    /** The 15th of the month of cover, or the next working day after it (PP 44/2015). */
    LocalDate lastDayInTime(YearMonth month) {
        return workingDays.onOrAfter(month.atDay(DAY_OF_MONTH_DUE), OfficeCalendar.BANK);
    }
}
