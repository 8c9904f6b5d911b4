package id.lindungdesa.premium;

import id.lindungdesa.document.Documents;
import id.lindungdesa.enrolment.Enrolment;
import id.lindungdesa.enrolment.ListReview;
import id.lindungdesa.enrolment.ListedWorker;
import id.lindungdesa.enrolment.Worker;
import id.lindungdesa.enrolment.WorkerList;
import id.lindungdesa.grant.FundsReceived;
import id.lindungdesa.money.Rupiah;
import id.lindungdesa.premium.Decision.Outcome;
import id.lindungdesa.premium.Decision.Step;
import id.lindungdesa.refusal.Refusal;
import id.lindungdesa.regulation.DecreeRegister;
import id.lindungdesa.workflow.Workflow;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Turns a village's premium share into a bill, step by step: list, adoption, registration. Each step is taken by one
 * official, checked here whatever door it came through, and written down with him. {@link PremiumPayments} goes on.
 */
@Service
class PremiumDesk {

    static final String PROCESS = "premium-payment";

    private final PremiumCases cases;
    private final Bills bills;
    private final PremiumOfficers officers;
    private final PremiumShare share;
    private final Enrolment enrolment;
    private final ListReview listReview;
    private final DecreeRegister decrees;
    private final Tariff tariff;
    private final Documents documents;
    private final Workflow workflow;
    private final Clock clock;

    PremiumDesk(PremiumCases cases, Bills bills, PremiumOfficers officers, PremiumShare share, Enrolment enrolment,
            ListReview listReview, DecreeRegister decrees, Tariff tariff, Documents documents, Workflow workflow,
            Clock clock) {
        this.cases = cases;
        this.bills = bills;
        this.officers = officers;
        this.share = share;
        this.enrolment = enrolment;
        this.listReview = listReview;
        this.decrees = decrees;
        this.tariff = tariff;
        this.documents = documents;
        this.workflow = workflow;
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

    /** The operator hands in the village's list. */
    @Transactional
    void prepare(UUID caseId, List<UUID> documentIds, String note) {
        PremiumCase open = cases.require(caseId);
        officers.takes(open, Step.PREPARE, Outcome.DONE, note);
        cases.attach(caseId, Step.PREPARE, documents.requireForAttaching(documentIds));
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
        PremiumCase open = cases.requireAlone(caseId);
        officers.takes(open, Step.ADOPT, outcome(approved), note);
        open.require(PremiumCase.State.ADOPTING);
        if (!approved) {
            giveBack(open);
            return;
        }
        YearMonth first = firstMonth(fromMonth);
        int count = monthCount(months);
        share.requireEnough(open, first, count, enrolment.listed(open.listId()));
        enrolment.adopt(open.listId(), decrees.terms(open.decreeId()).workersPerVillage());
        requireUncovered(open.listId(), first, count);
        cases.become(open, open.adopted(first, count));
    }

    /** The insurer's account representative strikes off whom he cannot register. */
    @Transactional
    void strikeOff(UUID caseId, List<ListReview.Rejection> rejections) {
        PremiumCase open = cases.require(caseId);
        officers.require(open, Step.CHECK);
        if (rejections == null || rejections.isEmpty()) {
            return;
        }
        open.require(PremiumCase.State.CHECKING);
        listReview.strikeOff(open.listId(), rejections);
    }

    /** The insurer registers the list and bills it, or gives it back. */
    @Transactional
    void check(UUID caseId, boolean approved, String note) {
        PremiumCase open = cases.requireAlone(caseId);
        officers.takes(open, Step.CHECK, outcome(approved), note);
        open.require(PremiumCase.State.CHECKING);
        if (!approved) {
            giveBack(open);
            return;
        }
        requireNotPast(open.firstMonth());
        List<Worker> workers = enrolment.register(open.listId());
        share.requireEnough(open, open.firstMonth(), open.months(), workers.size());
        Tariff.Months months = tariff.ofVillage(open.firstMonth(), open.months());
        Rupiah cost = new Plan(Rupiah.ZERO, workers.size(), months.rates()).cost();
        String legalBasis = String.join("; ", months.legalBasis()) + "; " + decrees.terms(open.decreeId()).legalBasis();
        bills.issue(new Bill(UUID.randomUUID(), caseId, BillingCode.fresh().digits(), open.listId(), open.decreeId(),
                open.villageCode(), workers.size(), open.firstMonth(), open.months(), cost, legalBasis, Bill.State.ISSUED,
                clock.instant(), null, null, null), months.rates(), workers);
        officers.takes(open, Step.ISSUE, Outcome.DONE, null);
        cases.become(open, open.billed());
    }

    record CaseWithBill(PremiumCase premiumCase, Optional<Bill> bill) {}

    /** The cases of a village, oldest first, for whoever oversees it. @throws Refusal VILLAGE_UNKNOWN for anybody else */
    List<CaseWithBill> casesOf(String village) {
        officers.requireOverseer(village);
        return cases.ofVillage(village).stream().map(one -> new CaseWithBill(one, bills.ofCase(one.id()))).toList();
    }

    /** The candidate group of those who may take a step of a case. */
    String group(UUID caseId, Step step) {
        return officers.group(cases.require(caseId), step);
    }

    private void giveBack(PremiumCase open) {
        enrolment.giveBack(open.listId());
        cases.become(open, open.returned());
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

    private static Outcome outcome(boolean approved) {
        return approved ? Outcome.APPROVED : Outcome.RETURNED;
    }
}
