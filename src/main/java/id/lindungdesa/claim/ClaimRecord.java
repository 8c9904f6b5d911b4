package id.lindungdesa.claim;

import id.lindungdesa.benefit.Shares;
import id.lindungdesa.claim.Benefits.Line;
import id.lindungdesa.claim.Benefits.Verdict;
import id.lindungdesa.document.StoredDocument;
import id.lindungdesa.enrolment.Enrolment;
import id.lindungdesa.enrolment.Worker;
import id.lindungdesa.identity.CurrentUser;
import id.lindungdesa.identity.Official;
import id.lindungdesa.money.Rupiah;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/** A claim as it may be read: whole for the village and the branch, without any person for the auditor. */
@Service
class ClaimRecord {

    private final Claims claims;
    private final ClaimFiles files;
    private final Benefits benefits;
    private final ClaimPapers papers;
    private final ClaimHolding holding;
    private final Penalties penalties;
    private final ClaimBeside beside;
    private final Injuries injuries;
    private final Enrolment enrolment;
    private final CurrentUser currentUser;

    ClaimRecord(Claims claims, ClaimFiles files, Benefits benefits, ClaimPapers papers, ClaimHolding holding, Penalties penalties,
            ClaimBeside beside, Injuries injuries, Enrolment enrolment, CurrentUser currentUser) {
        this.claims = claims;
        this.files = files;
        this.benefits = benefits;
        this.papers = papers;
        this.holding = holding;
        this.penalties = penalties;
        this.beside = beside;
        this.injuries = injuries;
        this.enrolment = enrolment;
        this.currentUser = currentUser;
    }

    record Person(String name, String nik) {}

    /** {@code payee} is the place that components and payments name. */
    record Payee(int payee, String relation, String name, String nik, String account, long rupiah) {}

    record ComponentView(String code, int payee, long rupiah, String legalBasis, String ruleVersion, UUID transferId,
                         Instant paidAt) {}

    record CoverView(String standing, LocalDate since, int months, int unpaidMonths, long arrears, UUID billId, UUID transferId) {}

    record StepView(String step, String outcome, String by, String note, Instant at) {}

    record LetterView(UUID id, String number, String kind, Instant createdAt, String text) {}

    /** Who held the claim; {@code until} is null for whoever does now. */
    record HeldView(String holder, Instant from, Instant until, long workingDays) {}

    /** {@code pausedFor} and its note are null while the clock runs; {@code payBy} until the file is complete. */
    record ClockView(String holder, Instant since, boolean paused, String pausedFor, String pauseNote, LocalDate payBy, List<HeldView> held) {}

    /** {@code state}: OPEN, OWED, NOT_OWED, ORDERED or PAID. */
    record PenaltyView(UUID id, String state, int daysLate, long rupiah, LocalDate payBy, LocalDate paidOn, String legalBasis,
                       String delayedBy) {

        static PenaltyView of(Penalty penalty) {
            return new PenaltyView(penalty.id(), penalty.state().name(), penalty.daysLate(), penalty.rupiah().amount(), penalty.payBy(),
                    penalty.paidOn(), penalty.legalBasis(), penalty.delayedBy() == null ? null : penalty.delayedBy().name());
        }
    }

    record PaperView(UUID id, String kind, String fileName, long bytes) {}

    /**
     * Amounts are whole rupiah; what whoever asks may not see is null or empty: people, notes and the injury are for the village
     * and the branch, signs of risk for the branch and the auditor.
     *
     * @param formerNumbers the numbers it bore before it moved to the other programme
     * @param follows the paid claim for the same accident, where the worker died of it later
     * @param interimPayments months without work that were paid while the doctor was awaited
     * @param payouts the bank's transfers, each attempt, with what became of it
     */
    record View(UUID id, String number, String programme, String state, String villageCode, String branch,
                LocalDate eventDate, String cause, Instant filedAt, Instant completeAt, LocalDate payBy, Person worker,
                CoverView cover, String decision, List<String> reasons, String legalBasis, List<ComponentView> components,
                long total, List<Payee> payees, List<StepView> decisions, List<LetterView> letters,
                List<PaperView> documents, ClockView clock, PenaltyView penalty, List<String> formerNumbers, String follows,
                List<String> flags, ClaimBeside.InjuryView injury, List<ClaimBeside.InterimView> interimPayments,
                List<ClaimBeside.PayoutView> payouts, List<ClaimBeside.SupplementView> supplements,
                List<ClaimBeside.CorrectionView> corrections) {}

    View read(UUID id) {
        Claim claim = claims.get(id);
        Official who = currentUser.get();
        boolean people = ClaimAccess.mayReadPeople(who, claim.villageCode(), claim.branch());
        if (!people && !ClaimAccess.mayAudit(who)) {
            throw ClaimSteps.notYours();
        }
        Verdict verdict = benefits.verdict(id).orElse(null);
        List<Line> lines = benefits.lines(id);
        return new View(id, claim.number(), claim.programme().name(), claim.state().name(), claim.villageCode(),
                claim.branch(), claim.eventDate(), people ? claim.cause().name() : null, claim.filedAt(),
                claim.completeAt(), claim.payBy(), people ? person(enrolment.worker(claim.workerId())) : null,
                cover(verdict), verdict == null ? null : verdict.decision().name(),
                verdict == null ? List.of() : verdict.reasons(), verdict == null ? null : verdict.legalBasis(),
                lines.stream().map(ClaimRecord::component).toList(), benefits.total(id).amount(), payees(id, lines, people),
                claim.deeds().stream().map(deed -> step(deed, people)).toList(),
                files.letters(id).stream().map(letter -> new LetterView(letter.id(), letter.number(), letter.kind(),
                        letter.createdAt(), people ? letter.text() : null)).toList(),
                people ? papers.documents(claim).stream().map(ClaimRecord::paper).toList() : List.of(),
                clock(holding.of(claim), people), penalties.of(id).map(PenaltyView::of).orElse(null),
                claims.formerNumbers(id), injuries.followedBy(id).map(claims::get).map(Claim::number).orElse(null),
                ClaimAccess.maySeeSigns(who, claim.branch()) ? benefits.flags(id) : List.of(), people ? beside.injury(id) : null,
                beside.interims(id), beside.payouts(id, people), beside.supplements(id, people), beside.corrections(id));
    }

    private List<Payee> payees(UUID id, List<Line> lines, boolean people) {
        List<Payee> heirs = files.heirs(id).stream().map(heir -> new Payee(heir.place(), heir.relation().name(),
                people ? heir.name() : null, people ? heir.maskedNik() : null, people ? heir.maskedAccount() : null,
                of(heir.place(), lines))).toList();
        long worker = of(Shares.WORKER, lines);
        if (worker > 0) {
            return List.of(new Payee(Shares.WORKER, null, "WORKER", null, null, worker));
        }
        long fund = of(Shares.FUND, lines);
        return fund == 0 ? heirs : Stream.concat(heirs.stream(), Stream.of(
                new Payee(Shares.FUND, null, "SOCIAL_SECURITY_FUND", null, null, fund))).toList();
    }

    private static long of(int payee, List<Line> lines) {
        return lines.stream().filter(line -> line.payee() == payee).map(Line::rupiah).mapToLong(Rupiah::amount).sum();
    }

    private static Person person(Worker worker) {
        return new Person(worker.name(), worker.maskedNik());
    }

    private static CoverView cover(Verdict verdict) {
        return verdict == null || verdict.standing() == null ? null : new CoverView(verdict.standing().name(), verdict.since(), verdict.months(),
                verdict.unpaidMonths(), verdict.arrears().amount(), verdict.billId(), verdict.transferId());
    }

    private static ComponentView component(Line line) {
        return new ComponentView(line.code(), line.payee(), line.rupiah().amount(), line.legalBasis(), line.ruleVersion(),
                line.transferId(), line.paidAt());
    }

    private static StepView step(Deed deed, boolean people) {
        return new StepView(deed.step().name(), deed.outcome().name(), deed.name(), people ? deed.note() : null, deed.at());
    }

    private static ClockView clock(ClaimHolding.Standing standing, boolean people) {
        return new ClockView(standing.holder().name(), standing.since(), standing.paused(),
                standing.pausedFor() == null ? null : standing.pausedFor().name(), people ? standing.pauseNote() : null, standing.payBy(),
                standing.held().stream().map(one -> new HeldView(one.holder().name(), one.from(), one.until(), one.workingDays())).toList());
    }

    private static PaperView paper(StoredDocument document) {
        return new PaperView(document.id(), document.kind(), document.fileName(), document.bytes());
    }
}
