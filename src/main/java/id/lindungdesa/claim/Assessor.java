package id.lindungdesa.claim;

import id.lindungdesa.claim.Assessment.Grant;
import id.lindungdesa.claim.Assessment.Share;
import id.lindungdesa.money.Rupiah;
import id.lindungdesa.regulation.PremiumRates;
import id.lindungdesa.regulation.RuleBook;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;

/**
 * Turns the facts of an event into what the law gives for it, for a claim on its way and for a question without one. Asks
 * no database and no clock: the same facts, the same answer.
 */
@Service
class Assessor {

    private final RuleBook ruleBook;
    private final PremiumRates premiumRates;

    Assessor(RuleBook ruleBook, PremiumRates premiumRates) {
        this.ruleBook = ruleBook;
        this.premiumRates = premiumRates;
    }

    Assessment assess(Facts facts) {
        return assess(facts, Map.of());
    }

    /** @param paidBefore what was paid for the same event already, by component; it is paid once */
    Assessment assess(Facts facts, Map<String, Rupiah> paidBefore) {
        Judgement judgement = new Judgement(ruleBook, paidBefore);
        if (facts.programme() == null) {
            judgement.missing("PROGRAMME");
        }
        if (facts.eventDate() == null) {
            judgement.missing("EVENT_DATE");
        }
        if (facts.programme() == null || facts.eventDate() == null) {
            return judgement.concluded(null, List.of(), Rupiah.ZERO, List.of());
        }
        MembershipRules membershipRules = new MembershipRules(premiumRates, judgement);
        membershipRules.judgeTime(facts);
        if (judgement.isRejected()) {
            return judgement.concluded(null, List.of(), Rupiah.ZERO, List.of());
        }
        Membership membership = membershipRules.judgeCover(facts);
        membershipRules.judgeCause(facts);
        Rupiah arrears = membershipRules.arrears(facts, membership);
        if (judgement.isRejected()) {
            return judgement.concluded(membership, List.of(), arrears, List.of());
        }
        benefit(facts, membership, judgement);
        judgement.settlePaidBefore();
        List<Share> shares = HeirRules.shares(facts, judgement);
        List<Grant> scholarship = new ScholarshipRules(facts, judgement).grants(membership);
        return judgement.concluded(membership, shares, arrears, scholarship);
    }

    /** Whether anybody among these may receive something at all. */
    boolean anyEntitled(LocalDate event, List<Relation> heirs) {
        return HeirRules.anyEntitled(event, heirs, new Judgement(ruleBook));
    }

    private static void benefit(Facts facts, Membership membership, Judgement judgement) {
        if (facts.programme() == Programme.JKK) {
            new AccidentRules(facts, judgement).apply();
        } else if (membership != null) {
            DeathRules.apply(facts.eventDate(), membership.fullMonths(), judgement);
        }
    }
}
