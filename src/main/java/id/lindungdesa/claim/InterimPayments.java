package id.lindungdesa.claim;

import id.lindungdesa.benefit.Assessment;
import id.lindungdesa.benefit.Assessment.Decision;
import id.lindungdesa.benefit.BenefitRules;
import id.lindungdesa.benefit.Shares;
import id.lindungdesa.calendar.WorkingDays;
import id.lindungdesa.document.Documents;
import id.lindungdesa.identity.CurrentUser;
import id.lindungdesa.identity.Official;
import id.lindungdesa.identity.Role;
import id.lindungdesa.ledger.Account;
import id.lindungdesa.ledger.Ledger;
import id.lindungdesa.ledger.Transfer;
import id.lindungdesa.money.Rupiah;
import id.lindungdesa.refusal.Refusal;
import id.lindungdesa.workflow.Workflow;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Pays a worker who is treated for the months that are over, by the same four people as the claim itself: each of their
 * steps is a deed on the claim. What is paid so is taken off the final benefit.
 */
@Service
class InterimPayments {

    static final String KEY = "interim-payment";
    private static final String COMPONENT = "INCOME_REPLACEMENT";

    private final Interims interims;
    private final Claims claims;
    private final ClaimFiles files;
    private final ClaimSteps steps;
    private final ClaimReview review;
    private final Benefits benefits;
    private final BenefitRules rules;
    private final Documents documents;
    private final Payees payees;
    private final AccountDesk accounts;
    private final Ledger ledger;
    private final Letters letters;
    private final Workflow workflow;
    private final CurrentUser currentUser;

    InterimPayments(Interims interims, Claims claims, ClaimFiles files, ClaimSteps steps, ClaimReview review, Benefits benefits,
            BenefitRules rules, Documents documents, Payees payees, AccountDesk accounts, Ledger ledger, Letters letters, Workflow workflow, CurrentUser currentUser) {
        this.interims = interims;
        this.claims = claims;
        this.files = files;
        this.steps = steps;
        this.review = review;
        this.benefits = benefits;
        this.rules = rules;
        this.documents = documents;
        this.payees = payees;
        this.accounts = accounts;
        this.ledger = ledger;
        this.letters = letters;
        this.workflow = workflow;
        this.currentUser = currentUser;
    }

    /** An officer asks for it before the month's timer does. */
    @Transactional
    public Interim request(UUID claimId) {
        Claim claim = claims.get(claimId);
        if (!currentUser.get().holds(Role.BPJS_VERIFIKATOR, claim.branch())) {
            throw ClaimSteps.notYours();
        }
        return open(claimId).orElseThrow(() -> Refusal.conflict("NO_MONTH_CLOSED", ("Untuk klaim %s belum ada bulan yang selesai dan "
                + "belum dibayar, atau pembayaran antara sebelumnya masih berjalan.").formatted(claim.number())));
    }

    /** Opens the payment for the months that are over by now; nothing where none is, or one is still on its way. */
    @Transactional
    public Optional<Interim> open(UUID claimId) {
        Claim claim = claims.lock(claimId);
        List<Interim> before = interims.of(claimId);
        int closed = (int) ChronoUnit.MONTHS.between(claim.eventDate(), today());
        boolean told = before.stream().anyMatch(one -> !one.state().isOver()
                || one.state() == InterimState.PAID && one.throughMonth() >= closed);
        if (claim.state() != ClaimState.IN_TREATMENT || closed < 1 || told) {
            return Optional.empty();
        }
        Assessment assessment = review.assessInability(claim, closed);
        Optional<Assessment.Component> due = assessment.components().stream().filter(one -> one.code().equals(COMPONENT)).findFirst();
        if (assessment.decision() == Decision.REJECTED || due.isEmpty()) {
            return Optional.empty();
        }
        Interim interim = new Interim(UUID.randomUUID(), claimId, closed, due.get().rupiah(), due.get().legalBasis(),
                due.get().ruleVersion(), InterimState.OPEN, null);
        interims.add(interim, steps.instant());
        workflow.start(KEY, interim.id(), Map.of("interimId", interim.id().toString()));
        return Optional.of(interim);
    }

    /** The officer has seen the doctor's note for the time, or says why nothing is paid. */
    @Transactional
    public void propose(UUID id, boolean approved, String note, String documentIds) {
        Interim interim = interims.lock(id);
        Claim claim = claims.lock(interim.claimId());
        Official officer = steps.officer(claim, Step.INTERIM_PROPOSE, Role.BPJS_VERIFIKATOR);
        if (!approved) {
            steps.requireNote(note, "Tuliskan mengapa bulan ini tidak dibayar.");
            end(interim, claim, Step.INTERIM_PROPOSE, note, officer);
            return;
        }
        List<UUID> papers = Documents.ids(documentIds);
        if (papers.isEmpty()) {
            throw Refusal.invalid("DOCUMENT_REQUIRED", "Unggah surat keterangan dokter bahwa pekerja belum mampu bekerja.");
        }
        AccountDesk.requireAccount(worker(claim));
        documents.requireForAttaching(papers);
        files.attach(claim.id(), papers, officer.user(), steps.instant());
        interims.update(interim, interim.proposed());
        steps.done(claim, Step.INTERIM_PROPOSE, Outcome.GRANT_PROPOSED, note, officer);
    }

    @Transactional
    public void approve(UUID id, boolean approved, String note) {
        Interim interim = interims.lock(id);
        Claim claim = claims.lock(interim.claimId());
        Official head = steps.officer(claim, Step.INTERIM_APPROVE, Role.BPJS_KABID);
        decide(interim, claim, Step.INTERIM_APPROVE, approved, note, head, approved ? interim.endorsed() : null);
    }

    /** Judged by all that the accident has cost so far, so that no limit is got round month by month. */
    @Transactional
    public boolean aboveLimit(UUID id) {
        Interim interim = interims.lock(id);
        Claim claim = claims.get(interim.claimId());
        Rupiah whole = benefits.paidBefore(claim.id()).values().stream().reduce(interim.rupiah(), Rupiah::plus);
        boolean above = rules.approvalLimit(today(), claim.programme()).rupiah().isLessThan(whole);
        if (!above) {
            interims.update(interim, interim.approved());
        }
        return above;
    }

    @Transactional
    public void approveAboveLimit(UUID id, boolean approved, String note) {
        Interim interim = interims.lock(id);
        Claim claim = claims.lock(interim.claimId());
        Official head = steps.officer(claim, Step.INTERIM_APPROVE_ABOVE_LIMIT, Role.BPJS_KACAB);
        decide(interim, claim, Step.INTERIM_APPROVE_ABOVE_LIMIT, approved, note, head, approved ? interim.approved() : null);
    }

    @Transactional
    public void order(UUID id, String bankReference) {
        Interim interim = interims.lock(id);
        Claim claim = claims.lock(interim.claimId());
        Official finance = steps.officer(claim, Step.INTERIM_ORDER, Role.BPJS_KEUANGAN);
        Interim ordered = interim.paymentOrdered(ClaimPayout.reference(bankReference));
        accounts.requireChecked(claim, List.of(worker(claim)));
        interims.update(interim, ordered);
        steps.done(claim, Step.INTERIM_ORDER, Outcome.ORDERED, null, finance);
    }

    private Payee worker(Claim claim) {
        return payees.person(claim.id(), Shares.WORKER).orElseThrow();
    }

    /** The officer writes down the account that the worker brought, with a paper that shows it. */
    @Transactional
    public void account(UUID id, String account, List<UUID> papers) {
        Interim interim = interims.lock(id);
        Claim claim = claims.lock(interim.claimId());
        Official officer = steps.officer(claim, Step.INTERIM_PROPOSE, Role.BPJS_VERIFIKATOR);
        interim.proposed();
        if (account == null || account.isBlank()) {
            return;
        }
        if (papers.isEmpty()) {
            throw Refusal.invalid("DOCUMENT_REQUIRED", "Unggah foto buku tabungan pekerja.");
        }
        documents.requireForAttaching(papers);
        files.attach(claim.id(), papers, officer.user(), steps.instant());
        accounts.change(claim, Shares.WORKER, account, "Rekening pekerja untuk santunan bulanan", papers.get(0), officer);
    }

    /** Finance writes down whom the bank names as the holder of the worker's account, where it has not told by itself. */
    @Transactional
    public void holder(UUID id, String holder) {
        Interim interim = interims.lock(id);
        Claim claim = claims.lock(interim.claimId());
        steps.officer(claim, Step.INTERIM_ORDER, Role.BPJS_KEUANGAN);
        interim.paymentOrdered("-");
        if (holder != null && !holder.isBlank()) {
            accounts.financeRecords(claim, Shares.WORKER, holder);
        }
    }

    /** Moves the money. Repeated after it is done, it changes nothing. */
    @Transactional
    public void pay(UUID id) {
        Interim interim = interims.lock(id);
        if (interim.state() == InterimState.PAID) {
            return;
        }
        interim.paid();
        Claim claim = claims.lock(interim.claimId());
        Transfer transfer = Transfer.of("BENEFIT_PAID", Account.insurerBenefit(claim.programme().name()),
                Account.payee(claim.id(), Shares.WORKER), interim.rupiah(), claim.number(), interim.legalBasis(), steps.instant(), id);
        ledger.post(transfer);
        interims.paid(interim, transfer);
        steps.done(claim, claim, Step.INTERIM_PAY, Outcome.PAID);
        files.write(claim, "PAYMENT", letters.interim(claim, interim), steps.instant());
    }

    private void decide(Interim interim, Claim claim, Step step, boolean approved, String note, Official head, Interim agreed) {
        if (!approved) {
            steps.requireNote(note, "Tuliskan alasan penolakan.");
            end(interim, claim, step, note, head);
            return;
        }
        interims.update(interim, agreed);
        steps.done(claim, step, Outcome.APPROVED, note, head);
    }

    private void end(Interim interim, Claim claim, Step step, String note, Official official) {
        interims.update(interim, interim.refused());
        steps.done(claim, step, Outcome.INTERIM_REFUSED, note, official);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(steps.instant(), WorkingDays.JAKARTA);
    }
}
