package id.lindungdesa.premium;

import id.lindungdesa.calendar.OfficeCalendar;
import id.lindungdesa.calendar.WorkingDays;
import id.lindungdesa.document.Documents;
import id.lindungdesa.document.StoredDocument;
import id.lindungdesa.enrolment.Enrolment;
import id.lindungdesa.enrolment.ListReview;
import id.lindungdesa.enrolment.ListedWorker;
import id.lindungdesa.enrolment.Worker;
import id.lindungdesa.enrolment.WorkerList;
import id.lindungdesa.grant.FundsReceived;
import id.lindungdesa.identity.CurrentUser;
import id.lindungdesa.identity.Role;
import id.lindungdesa.ledger.Account;
import id.lindungdesa.ledger.Ledger;
import id.lindungdesa.ledger.Transfer;
import id.lindungdesa.money.Rupiah;
import id.lindungdesa.premium.Decision.Matter;
import id.lindungdesa.premium.Decision.Outcome;
import id.lindungdesa.premium.Decision.Step;
import id.lindungdesa.refusal.Refusal;
import id.lindungdesa.region.Regions;
import id.lindungdesa.regulation.Allocation;
import id.lindungdesa.regulation.DecreeRegister;
import id.lindungdesa.regulation.DecreeTerms;
import id.lindungdesa.workflow.Workflow;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Turns a village's premium share into cover, step by step. Each step is taken by one official, checked here whatever door
 * it came through, and written down with him.
 */
@Service
class PremiumDesk {

    static final String PROCESS = "premium-payment";
    private static final int REFERENCE_LIMIT = 100;
    private static final int DAY_OF_MONTH_DUE = 15;
    private static final int LATE_BILL_WORKING_DAYS = 3;

    private final PremiumCases cases;
    private final Bills bills;
    private final PremiumOfficers officers;
    private final Enrolment enrolment;
    private final ListReview listReview;
    private final DecreeRegister decrees;
    private final Regions regions;
    private final Tariff tariff;
    private final Ledger ledger;
    private final Documents documents;
    private final WorkingDays workingDays;
    private final Workflow workflow;
    private final CurrentUser currentUser;
    private final Clock clock;

    PremiumDesk(PremiumCases cases, Bills bills, PremiumOfficers officers, Enrolment enrolment, ListReview listReview,
            DecreeRegister decrees, Regions regions, Tariff tariff, Ledger ledger, Documents documents, WorkingDays workingDays,
            Workflow workflow, CurrentUser currentUser, Clock clock) {
        this.cases = cases;
        this.bills = bills;
        this.officers = officers;
        this.enrolment = enrolment;
        this.listReview = listReview;
        this.decrees = decrees;
        this.regions = regions;
        this.tariff = tariff;
        this.ledger = ledger;
        this.documents = documents;
        this.workingDays = workingDays;
        this.workflow = workflow;
        this.currentUser = currentUser;
        this.clock = clock;
    }

    /** Money has come: a case for its premium share is opened, in the transaction that booked the receipt. */
    @EventListener
    @Transactional
    public void open(FundsReceived funds) {
        if (funds.premiumRupiah() == 0) {
            return;
        }
        PremiumCase opened = new PremiumCase(UUID.randomUUID(), funds.disbursementId(), funds.allocationId(), funds.decreeId(),
                funds.villageCode(), funds.tranche(), funds.premiumRupiah(), PremiumCase.State.PREPARING, null, null, null);
        if (cases.add(opened, clock.instant())) {
            workflow.start(PROCESS, opened.id(), Map.of("premiumCaseId", opened.id().toString()));
        }
    }

    @Transactional
    void prepare(UUID caseId, List<UUID> documentIds, String note) {
        PremiumCase open = cases.require(caseId);
        officers.takes(caseId, Role.OPERATOR, open.villageCode(), Matter.LIST, Step.PREPARE, Outcome.DONE, note);
        attach(caseId, Step.PREPARE, documentIds);
        open.require(PremiumCase.State.PREPARING);
        WorkerList list = enrolment.prepare(open.villageCode(), open.decreeId());
        cases.become(open, open.prepared(list.id()));
    }

    /**
     * The village head adopts the list and chooses when its cover begins and how long it lasts.
     *
     * @param fromMonth {@code 2026-10}
     */
    @Transactional
    void adopt(UUID caseId, boolean approved, Long months, String fromMonth, String note) {
        PremiumCase open = cases.require(caseId);
        officers.takes(caseId, headOf(open), open.villageCode(), Matter.LIST, Step.ADOPT, outcome(approved), note);
        open.require(PremiumCase.State.ADOPTING);
        if (!approved) {
            enrolment.giveBack(open.listId());
            cases.become(open, open.returned());
            return;
        }
        YearMonth first = firstMonth(fromMonth);
        int count = monthCount(months);
        requireAffordable(open, first, count, enrolment.listed(open.listId()));
        enrolment.adopt(open.listId(), decrees.terms(open.decreeId()).workersPerVillage());
        requireUncovered(open.listId(), first, count);
        cases.become(open, open.adopted(first, count));
    }

    /** The insurer's account representative strikes off whom he cannot register. */
    @Transactional
    void strikeOff(UUID caseId, List<ListReview.Rejection> rejections) {
        PremiumCase open = cases.require(caseId);
        if (rejections == null || rejections.isEmpty()) {
            return;
        }
        open.require(PremiumCase.State.CHECKING);
        listReview.strikeOff(open.listId(), rejections);
    }

    /** The insurer registers the list and bills it, or gives it back. */
    @Transactional
    void check(UUID caseId, boolean approved, String note) {
        PremiumCase open = cases.require(caseId);
        officers.takes(caseId, Role.BPJS_AR, branchOf(open), Matter.LIST, Step.CHECK, outcome(approved), note);
        open.require(PremiumCase.State.CHECKING);
        if (!approved) {
            enrolment.giveBack(open.listId());
            cases.become(open, open.returned());
            return;
        }
        requireNotPast(open.firstMonth());
        List<Worker> workers = enrolment.register(open.listId());
        requireAffordable(open, open.firstMonth(), open.months(), workers.size());
        Tariff.Months months = tariff.ofVillage(open.firstMonth(), open.months());
        DecreeTerms terms = decrees.terms(open.decreeId());
        Bill bill = new Bill(UUID.randomUUID(), caseId, BillingCode.fresh().digits(), open.listId(), open.decreeId(),
                open.villageCode(), workers.size(), open.firstMonth(), open.months(), cost(months, workers.size()),
                String.join("; ", months.legalBasis()) + "; " + terms.legalBasis(), Bill.State.ISSUED, clock.instant(), null, null, null);
        bills.issue(bill, months.rates(), workers);
        officers.takes(caseId, Role.BPJS_AR, branchOf(open), Matter.BILL, Step.ISSUE, Outcome.DONE, null);
        cases.become(open, open.billed());
    }

    /** The treasurer makes out the payment order. */
    @Transactional
    void orderPayment(UUID caseId, String paymentReference, List<UUID> documentIds) {
        PremiumCase billed = cases.require(caseId);
        officers.takes(caseId, Role.BENDAHARA, billed.villageCode(), Matter.BILL, Step.ORDER_PAYMENT, Outcome.DONE, null);
        if (paymentReference == null || paymentReference.isBlank() || paymentReference.strip().length() > REFERENCE_LIMIT) {
            throw Refusal.invalid("REFERENCE_REQUIRED",
                    "Isi nomor SPP/bukti pembayaran (paling banyak %d huruf).".formatted(REFERENCE_LIMIT));
        }
        attach(caseId, Step.ORDER_PAYMENT, documentIds);
        Bill bill = bills.lockedOfCase(caseId);
        bills.become(bill, bill.paymentOrdered(paymentReference.strip()), clock.instant());
    }

    @Transactional
    void approvePayment(UUID caseId, boolean approved, String note) {
        PremiumCase billed = cases.require(caseId);
        officers.takes(caseId, headOf(billed), billed.villageCode(), Matter.BILL, Step.APPROVE_PAYMENT, outcome(approved), note);
        Bill bill = bills.lockedOfCase(caseId);
        if (approved) {
            requireBalance(billed, bill);
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
        Transfer paid = Transfer.of("PREMIUM_PAID", Account.villagePremium(bill.villageCode(), bill.decreeId()),
                Account.insurerIncoming(), bill.rupiah(), bill.id().toString(), bill.legalBasis(), clock.instant(), bill.id());
        Bill becomes = bill.paid(paid.id(), clock.instant());
        requireBalance(cases.require(caseId), bill); // said before the books refuse it, which would end the transaction
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

    record CaseWithBill(PremiumCase premiumCase, Optional<Bill> bill) {}

    /** The cases of a village, oldest first, for whoever oversees it. @throws Refusal VILLAGE_UNKNOWN for anybody else */
    List<CaseWithBill> casesOf(String village) {
        if (!currentUser.get().oversees(village)) {
            throw Refusal.notFound("VILLAGE_UNKNOWN", "Desa/kelurahan itu tidak ada atau bukan wilayah Anda.");
        }
        return cases.ofVillage(village).stream().map(one -> new CaseWithBill(one, bills.ofCase(one.id()))).toList();
    }

    String operatorGroup(UUID caseId) {
        return Role.OPERATOR.group(cases.require(caseId).villageCode());
    }

    String headGroup(UUID caseId) {
        PremiumCase one = cases.require(caseId);
        return headOf(one).group(one.villageCode());
    }

    String treasurerGroup(UUID caseId) {
        return Role.BENDAHARA.group(cases.require(caseId).villageCode());
    }

    String insurerGroup(UUID caseId) {
        return Role.BPJS_AR.group(branchOf(cases.require(caseId)));
    }

    /** The last day on which a bill is paid in time. */
    LocalDate payBy(UUID caseId) {
        LocalDate today = LocalDate.now(clock);
        LocalDate inTime = lastDayInTime(bills.ofCase(caseId).orElseThrow().firstMonth());
        return inTime.isBefore(today) ? workingDays.due(today, LATE_BILL_WORKING_DAYS, OfficeCalendar.BANK).due() : inTime;
    }

    /** The 15th of the month of cover, or the next working day after it (PP 44/2015). */
    LocalDate lastDayInTime(YearMonth month) {
        return workingDays.onOrAfter(month.atDay(DAY_OF_MONTH_DUE), OfficeCalendar.BANK);
    }

    /** Whole rupiah of the village's share that neither is spent nor billed. */
    Rupiah available(PremiumCase one) {
        Rupiah balance = balance(one);
        Rupiah billed = bills.unpaid(one.villageCode(), one.decreeId());
        return balance.isLessThan(billed) ? Rupiah.ZERO : balance.minus(billed);
    }

    private Rupiah balance(PremiumCase one) {
        return Rupiah.of(ledger.balance(Account.villagePremium(one.villageCode(), one.decreeId())));
    }

    private void requireBalance(PremiumCase one, Bill bill) {
        Rupiah balance = balance(one);
        if (balance.isLessThan(bill.rupiah())) {
            throw Refusal.invalid("PREMIUM_SHORTFALL", "Tagihan %s, dana premi desa tinggal %s: kurang %s."
                    .formatted(bill.rupiah(), balance, bill.rupiah().minus(balance)));
        }
    }

    private void requireAffordable(PremiumCase one, YearMonth first, int months, int workers) {
        if (workers == 0) {
            return;
        }
        Plan plan = new Plan(available(one), workers, tariff.ofVillage(first, months).rates());
        if (!plan.shortage().isZero()) {
            throw Refusal.invalid("PREMIUM_SHORTFALL",
                    "Iuran %d pekerja selama %d bulan adalah %s, dana premi yang tersedia %s: kurang %s.%s".formatted(workers,
                            months, plan.cost(), plan.earmark(), plan.shortage(), alternatives(plan)));
        }
    }

    private static String alternatives(Plan plan) {
        List<String> whole = plan.options().stream().filter(option -> option.extraWorkers() == 0)
                .map(option -> "%d pekerja × %d bulan (%s)".formatted(option.workers(), option.months(), Rupiah.of(option.cost())))
                .toList();
        return whole.isEmpty() ? "" : " Yang mungkin: " + String.join(", atau ", whole) + ".";
    }

    private static Rupiah cost(Tariff.Months months, int workers) {
        return new Plan(Rupiah.ZERO, workers, months.rates()).cost();
    }

    private void requireUncovered(UUID listId, YearMonth first, int months) {
        List<UUID> workers = enrolment.workersOf(listId).stream().filter(ListedWorker::listed)
                .map(listed -> listed.worker().id()).toList();
        if (bills.coveredIn(workers, first.atDay(1), first.plusMonths(months - 1L).atEndOfMonth()) > 0) {
            throw Bills.overlap();
        }
    }

    private YearMonth firstMonth(String text) {
        YearMonth first = QuoteController.month(text);
        if (first == null) {
            throw Refusal.invalid("MONTH_MALFORMED", "Bulan mulai ditulis TTTT-BB, misalnya 2026-10.");
        }
        requireNotPast(first);
        if (first.isAfter(YearMonth.now(clock).plusMonths(PremiumCase.MONTH_LIMIT))) {
            throw Refusal.invalid("MONTH_TOO_LATE", "Bulan mulai terlalu jauh; periksa tahunnya.");
        }
        return first;
    }

    private void requireNotPast(YearMonth first) {
        if (first.isBefore(YearMonth.now(clock))) {
            throw Refusal.invalid("MONTH_PAST",
                    "Bulan mulai %s sudah lewat; perlindungan tidak dapat dibeli mundur. Pilih bulan ini atau sesudahnya."
                            .formatted(first));
        }
    }

    private static int monthCount(Long months) {
        if (months == null || months < 1 || months > PremiumCase.MONTH_LIMIT) {
            throw Refusal.invalid("MONTHS_INVALID", "Jumlah bulan antara 1 dan %d.".formatted(PremiumCase.MONTH_LIMIT));
        }
        return months.intValue();
    }

    private void attach(UUID caseId, Step step, List<UUID> documentIds) {
        cases.attach(caseId, step, documents.requireAll(documentIds).stream().map(StoredDocument::id).toList());
    }

    private Role headOf(PremiumCase one) {
        Allocation allocation = decrees.allocation(one.allocationId());
        return allocation.kelurahan() ? Role.LURAH : Role.KADES;
    }

    private String branchOf(PremiumCase one) {
        return regions.branchOf(one.villageCode().substring(0, 5));
    }

    private static Outcome outcome(boolean approved) {
        return approved ? Outcome.APPROVED : Outcome.RETURNED;
    }
}
