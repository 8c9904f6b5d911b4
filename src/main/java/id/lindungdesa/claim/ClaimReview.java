package id.lindungdesa.claim;

import id.lindungdesa.benefit.Assessment;
import id.lindungdesa.benefit.Assessment.Decision;
import id.lindungdesa.benefit.Assessor;
import id.lindungdesa.benefit.BenefitRules;
import id.lindungdesa.benefit.Facts;
import id.lindungdesa.benefit.Heir;
import id.lindungdesa.benefit.Injury;
import id.lindungdesa.benefit.Membership;
import id.lindungdesa.benefit.MembershipRules;
import id.lindungdesa.benefit.Programme;
import id.lindungdesa.calendar.WorkingDays;
import id.lindungdesa.claim.Claim.Proposal;
import id.lindungdesa.identity.Official;
import id.lindungdesa.identity.Role;
import id.lindungdesa.money.Rupiah;
import id.lindungdesa.premium.Cover;
import id.lindungdesa.premium.CoverBook;
import id.lindungdesa.refusal.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The decision on a complete claim: what the rules give, what the officer proposes, what his superiors decide. Nobody
 * types an amount; who disagrees with one returns the claim.
 */
@Service
class ClaimReview {

    private final Claims claims;
    private final HeirDivision division;
    private final HeirChecks heirs;
    private final Benefits benefits;
    private final ClaimSteps steps;
    private final Assessor assessor;
    private final BenefitRules rules;
    private final CoverBook coverBook;
    private final Injuries injuries;
    private final InjuryDesk injuryDesk;
    private final RiskSigns riskSigns;
    private final FieldChecks fieldChecks;

    ClaimReview(Claims claims, HeirDivision division, HeirChecks heirs, Benefits benefits, ClaimSteps steps, Assessor assessor, BenefitRules rules,
            CoverBook coverBook, Injuries injuries, InjuryDesk injuryDesk, RiskSigns riskSigns, FieldChecks fieldChecks) {
        this.claims = claims;
        this.division = division;
        this.heirs = heirs;
        this.benefits = benefits;
        this.steps = steps;
        this.assessor = assessor;
        this.rules = rules;
        this.coverBook = coverBook;
        this.injuries = injuries;
        this.injuryDesk = injuryDesk;
        this.riskSigns = riskSigns;
        this.fieldChecks = fieldChecks;
    }

    /** How a superior decides a claim that lies before him. */
    enum Verdict { AGREE, RETURN, REJECT }

    /** Asks the cover book and the rules, both as of the date of the event, and keeps what they say. */
    @Transactional
    public void assess(UUID claimId) {
        Claim claim = claims.lock(claimId);
        Assessment assessment = assessor.assess(facts(claim), benefits.paidBefore(claimId));
        if (assessment.shares().isEmpty() && !assessment.components().isEmpty()) {
            throw Refusal.invalid("NO_ENTITLED_HEIR",
                    "Tidak ada ahli waris yang berhak. Cantumkan pihak yang menyelenggarakan pemakaman.");
        }
        Optional<Cover> cover = coverBook.on(claim.workerId(), claim.eventDate())
                .filter(found -> !day(found).isAfter(claim.eventDate()));
        steps.done(claim, claim.assessed(), Step.ASSESS, Outcome.valueOf(assessment.decision().name()));
        benefits.save(claimId, division.divided(claimId, assessment), cover);
        fieldChecks.open(claimId, RiskSigns.toBeChecked(riskSigns.of(claim, assessment)));
    }

    /** What the months without work so far give, less what was paid of them; the doctor has not spoken yet. */
    Assessment assessInability(Claim claim, int months) {
        Injuries.Kept kept = injuries.find(claim.id()).orElseThrow();
        Injury told = kept.injury();
        Injury soFar = new Injury(told.accidentAt(), null, told.incomeBase() == null ? MembershipRules.lowestIncome() : told.incomeBase(),
                null, List.of(), new Injury.Absence(months, 0), List.of(), null, List.of());
        return assessor.assess(injuryDesk.facts(claim, new Injuries.Kept(kept.accident(), null, null, soFar),
                periodsOf(claim.workerId(), kept.accident().at()), List.of()), benefits.paidBefore(claim.id()));
    }

    /** What the rules would give today, before they are asked for the record; nothing while too little is known. */
    Rupiah expected(Claim claim) {
        return !isJudgeable(claim) ? Rupiah.ZERO : assessor.assess(facts(claim), benefits.paidBefore(claim.id())).components().stream()
                .map(Assessment.Component::rupiah).reduce(Rupiah.ZERO, Rupiah::plus);
    }

    /** Whether enough is known for the rules: of an accident, what became of the worker. */
    boolean isJudgeable(Claim claim) {
        return claim.programme() != Programme.JKK || injuries.find(claim.id()).filter(kept -> kept.consequence() != null).isPresent();
    }

    /** What is known of a claim that can be judged, as the rules are asked about it. */
    Facts facts(Claim claim) {
        List<Heir> entitled = division.entitled(claim.id());
        if (claim.programme() == Programme.JKM) {
            return Facts.ofDeath(claim.eventDate(), claim.cause(), periodsOf(claim.workerId(), null),
                    entitled.stream().map(Heir::relation).toList(), LocalDate.ofInstant(claim.filedAt(), WorkingDays.JAKARTA));
        }
        Injuries.Kept kept = injuries.find(claim.id()).orElseThrow();
        return injuryDesk.facts(claim, kept, periodsOf(claim.workerId(), kept.accident().at()), entitled);
    }

    /** The officer proposes to pay what was calculated, or to reject. What the rules reject cannot be proposed for payment. */
    @Transactional
    public void propose(UUID claimId, boolean grant, String note) {
        Claim claim = claims.lock(claimId);
        Official officer = steps.officer(claim, Step.PROPOSE, Role.BPJS_VERIFIKATOR);
        Decision decision = benefits.verdict(claimId).map(Benefits.Verdict::decision).orElse(null);
        if (grant && decision == Decision.REJECTED) {
            throw Refusal.invalid("NOT_ELIGIBLE",
                    "Menurut aturan klaim ini tidak berhak atas manfaat; usulkan penolakan dengan alasannya.");
        }
        if (grant) {
            heirs.requireReady(claim);
        }
        if (!grant || decision == Decision.REFER || fieldChecks.isDoubtful(claimId)) {
            steps.requireNote(note, "Tuliskan alasan usulan Anda.");
        }
        steps.done(claim, claim.proposed(grant ? Proposal.GRANT : Proposal.REJECTION), Step.PROPOSE,
                grant ? Outcome.GRANT_PROPOSED : Outcome.REJECTION_PROPOSED, note, officer);
    }

    /**
     * The head of service agrees with the proposal, returns the claim to the officer or rejects it.
     *
     * @return whether the claim goes on; a rejected one does not
     */
    @Transactional
    public boolean approve(UUID claimId, Verdict verdict, String note) {
        Claim claim = claims.lock(claimId);
        Official head = steps.officer(claim, Step.APPROVE, Role.BPJS_KABID);
        return decided(claim, Step.APPROVE, verdict, note, head, claim::endorsed);
    }

    /** Whether the branch head must approve too; where not, the claim is approved by this. */
    @Transactional
    public boolean aboveLimit(UUID claimId) {
        Claim claim = claims.lock(claimId);
        LocalDate today = LocalDate.ofInstant(steps.instant(), WorkingDays.JAKARTA);
        Rupiah whole = benefits.paidBefore(claimId).values().stream().reduce(benefits.total(claimId), Rupiah::plus);
        boolean above = rules.approvalLimit(today, claim.programme()).rupiah().isLessThan(whole);
        if (!above) {
            claims.update(claim, claim.approved());
        }
        return above;
    }

    /** The branch head's word on what is above the limit; the answer as in {@link #approve}. */
    @Transactional
    public boolean approveAboveLimit(UUID claimId, Verdict verdict, String note) {
        Claim claim = claims.lock(claimId);
        Official head = steps.officer(claim, Step.APPROVE_ABOVE_LIMIT, Role.BPJS_KACAB);
        return decided(claim, Step.APPROVE_ABOVE_LIMIT, verdict, note, head, claim::approved);
    }

    private boolean decided(Claim claim, Step step, Verdict verdict, String note, Official head,
            Supplier<Claim> agreed) {
        if (verdict != Verdict.AGREE) {
            steps.requireNote(note, "Tuliskan alasan pengembalian atau penolakan.");
        }
        if (verdict == Verdict.RETURN) {
            steps.done(claim, claim.returned(), step, Outcome.RETURNED, note, head);
            return true;
        }
        if (verdict == Verdict.REJECT || claim.proposal() == Proposal.REJECTION) {
            steps.done(claim, claim.rejected(), step, Outcome.REJECTED, note, head);
            return false;
        }
        fieldChecks.requireDone(claim);
        steps.done(claim, agreed.get(), step, Outcome.APPROVED, note, head);
        return true;
    }

    /** Cover that was registered on the day of the accident, but later that day, came too late. */
    private List<Membership.Period> periodsOf(UUID workerId, Instant accident) {
        return coverBook.of(workerId).stream().map(period -> {
            LocalDate registered = LocalDate.ofInstant(period.registeredAt(), WorkingDays.JAKARTA);
            boolean laterThatDay = accident != null && period.registeredAt().isAfter(accident)
                    && registered.equals(LocalDate.ofInstant(accident, WorkingDays.JAKARTA));
            return new Membership.Period(period.from(), period.through(), laterThatDay ? registered.plusDays(1) : registered);
        }).toList();
    }

    private static LocalDate day(Cover cover) {
        return LocalDate.ofInstant(cover.registeredAt(), WorkingDays.JAKARTA);
    }
}
