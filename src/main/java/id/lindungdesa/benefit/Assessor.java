package id.lindungdesa.benefit;

import id.lindungdesa.benefit.Assessment.Grant;
import id.lindungdesa.benefit.Assessment.Share;
import id.lindungdesa.money.Rupiah;
import id.lindungdesa.regulation.PremiumRates;
import id.lindungdesa.regulation.RuleBook;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.stereotype.Service;

/**
 * Turns the facts of an event into what the law gives for it, for a claim on its way and for a question without one. Asks
 * no database and no clock: the same facts, the same answer.
 */
@Service
public class Assessor {

    private final RuleBook ruleBook;
    private final PremiumRates premiumRates;

    public Assessor(RuleBook ruleBook, PremiumRates premiumRates) {
        this.ruleBook = ruleBook;
        this.premiumRates = premiumRates;
    }

    /** What is due for these facts where nothing was paid before. */
    public Assessment assess(Facts facts) {
        return assess(facts, Map.of());
    }

    /** @param paidBefore what was paid for the same event already, by component; it is paid once */
    public Assessment assess(Facts facts, Map<String, Rupiah> paidBefore) {
        return assess(facts, new Judgement(ruleBook, paidBefore), Judgement::settlePaidBefore);
    }

    /** What is left of the benefit after all that was paid for the event, whatever it was paid as. */
    public Assessment difference(Facts facts, Map<String, Rupiah> paid) {
        return assess(facts, new Judgement(ruleBook, paid), Judgement::netPaidBefore);
    }

    private Assessment assess(Facts facts, Judgement judgement, Consumer<Judgement> settle) {
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
        settle.accept(judgement);
        List<Share> shares = HeirRules.shares(facts, judgement);
        List<Grant> scholarship = new ScholarshipRules(facts, judgement).grants(membership);
        return judgement.concluded(membership, shares, arrears, scholarship);
    }

    /** Whether anybody among these may receive something at all. */
    public boolean anyEntitled(LocalDate event, List<Relation> heirs) {
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
