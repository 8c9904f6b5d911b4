package id.lindungdesa.claim;

import id.lindungdesa.benefit.Assessment;
import id.lindungdesa.benefit.Assessor;
import id.lindungdesa.benefit.BenefitRules;
import id.lindungdesa.benefit.ClaimClock;
import id.lindungdesa.benefit.Facts;
import id.lindungdesa.calendar.WorkingDays;
import id.lindungdesa.money.Rupiah;
import id.lindungdesa.refusal.Refusal;
import id.lindungdesa.regulation.PremiumRates;
import id.lindungdesa.regulation.RuleBook;
import id.lindungdesa.rulebook.JudgedCases;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How claims and the worked cases of the law come out by other tables than those in force. */
@Component
class ClaimsByRules implements JudgedCases {

    private static final String NEXT = """
            select id from claim_claim where state <> 'DRAFT' and (cast(:after as uuid) is null or id > cast(:after as uuid))
             order by id limit :limit
            """;

    private final JdbcClient jdbc;
    private final Claims claims;
    private final ClaimReview review;
    private final Benefits benefits;
    private final WorkingDays workingDays;
    private final WorkedCases workedCases;

    ClaimsByRules(JdbcClient jdbc, Claims claims, ClaimReview review, Benefits benefits, WorkingDays workingDays, WorkedCases workedCases) {
        this.jdbc = jdbc;
        this.claims = claims;
        this.review = review;
        this.benefits = benefits;
        this.workingDays = workingDays;
        this.workedCases = workedCases;
    }

    private static final Judged NOT_YET = new Judged("NOT_YET", 0, "Hasil dokter belum dicatat");

    /** What asks the tables of one rule book. */
    private record Judge(Assessor assessor, ClaimClock clock) {}

    private Judge by(RuleBook ruleBook) {
        return new Judge(new Assessor(ruleBook, PremiumRates.by(ruleBook)), new ClaimClock(new BenefitRules(ruleBook), workingDays));
    }

    @Override
    public String subject() {
        return "Klaim";
    }

    @Override
    public List<Compared> compare(RuleBook now, RuleBook then, UUID after, int limit) {
        Judge present = by(now);
        Judge coming = by(then);
        return jdbc.sql(NEXT).param("after", after == null ? null : after.toString()).param("limit", limit).query(UUID.class).list().stream()
                .map(claims::get).map(claim -> {
                    boolean open = claim.state() != ClaimState.PAID && claim.state() != ClaimState.REJECTED;
                    if (!review.isJudgeable(claim)) {
                        return new Compared(claim.id(), claim.number(), open, claim.eventDate(), NOT_YET, NOT_YET);
                    }
                    Facts facts = facts(claim);
                    Map<String, Rupiah> paid = benefits.paidBefore(claim.id());
                    return new Compared(claim.id(), claim.number(), open, claim.eventDate(), judged(facts, paid, present), judged(facts, paid, coming));
                }).toList();
    }

    private Facts facts(Claim claim) {
        Facts facts = review.facts(claim);
        return claim.completeAt() == null ? facts : new Facts(facts.programme(), facts.eventDate(), facts.cause(), facts.outcome(),
                facts.bornOn(), facts.cover(), facts.heirs(), facts.injury(), facts.schooling(), new Facts.Handling(facts.handling().filedOn(),
                LocalDate.ofInstant(claim.completeAt(), WorkingDays.JAKARTA), null));
    }

    private static Judged judged(Facts facts, Map<String, Rupiah> paidBefore, Judge judge) {
        try {
            Assessment assessment = judge.assessor().assess(facts, paidBefore);
            ClaimClock.Terms terms = judge.clock().terms(facts, assessment.total(), assessment.decision() == Assessment.Decision.REJECTED);
            String reasons = String.join(", ", assessment.reasons());
            return new Judged(assessment.decision().name(), assessment.total().amount(),
                    terms.payBy() == null ? reasons : "%s bayar paling lambat %s".formatted(reasons, terms.payBy()).strip());
        } catch (Refusal refused) {
            return new Judged(refused.code(), 0, refused.getMessage());
        }
    }

    @Override
    public List<Worked> workedCases(RuleBook now, RuleBook then) {
        Judge present = by(now);
        Judge coming = by(then);
        return workedCases.all().stream().map(one -> new Worked(one.code(), one.title(), one.on(),
                workedCases.otherwise(one, present.assessor(), present.clock()),
                workedCases.otherwise(one, coming.assessor(), coming.clock()))).toList();
    }
}
