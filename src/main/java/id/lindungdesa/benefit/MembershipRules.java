package id.lindungdesa.benefit;

import id.lindungdesa.money.Rupiah;
import id.lindungdesa.regulation.PremiumRates;
import id.lindungdesa.regulation.Ruling;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;

/** Whether somebody was insured on the day, under this programme, and claims in time. */
public final class MembershipRules {

    /** The income that a premium is reckoned on where nobody reported another: the lowest band. */
    private static final long LOWEST_INCOME = 1_000_000;

    private final PremiumRates premiumRates;
    private final Judgement judgement;

    MembershipRules(PremiumRates premiumRates, Judgement judgement) {
        this.premiumRates = premiumRates;
        this.judgement = judgement;
    }

    /** What somebody is insured for at the least, where his income is not known yet. */
    public static Rupiah lowestIncome() {
        return Rupiah.of(LOWEST_INCOME);
    }

    /** Nothing else need be asked where the right has lapsed, least of all what an old law would have given. */
    void judgeTime(Facts facts) {
        Facts.Handling handling = facts.handling();
        LocalDate filed = handling.filedOn() != null ? handling.filedOn()
                : handling.completeOn() != null ? handling.completeOn() : handling.paidOn();
        if (filed == null) {
            return;
        }
        LocalDate from = facts.struckOn();
        Ruling expiry = judgement.ask("claim-expiry", from, Map.of("programme", facts.programme().name()));
        if (expiry.rows().isEmpty() || !filed.isAfter(from.plusYears(expiry.amount("years")))) {
            return;
        }
        if (handling.filedOn() == null) {
            judgement.missing("FILED_ON");
        } else {
            judgement.decided(expiry);
        }
    }

    void judgeCause(Facts facts) {
        if (facts.cause() == null) {
            judgement.flag("CAUSE_NOT_STATED");
            return;
        }
        Ruling cause = judgement.askForOne("claim-cause", facts.eventDate(),
                Map.of("programme", facts.programme().name(), "cause", facts.cause().name()));
        judgement.decided(cause);
    }

    /** The membership on the day; null where the cover is not known. */
    Membership judgeCover(Facts facts) {
        if (facts.cover() == null) {
            judgement.missing("COVER");
            return null;
        }
        LocalDate event = facts.struckOn();
        Membership membership = Membership.on(event, facts.cover(),
                Math.toIntExact(judgement.askForOne("grace-period", event, Map.of()).amount("months")));
        judgement.decided(judgement.askForOne("claim-eligibility", event, Map.of("programme", facts.programme().name(),
                "cover", membership.standing().name(), "monthsOfMembership", membership.fullMonths())));
        if (facts.consequence() != null) {
            judgement.ask("risk-sign", event, Map.of("outcome", facts.consequence().name(),
                    "monthsOfMembership", membership.fullMonths())).rows().forEach(row -> judgement.flag((String) row.get("flag")));
        }
        return membership;
    }

    /** What the village owes for the months without premium up to that of the event, should it be settled. */
    Rupiah arrears(Facts facts, Membership membership) {
        Rupiah base = facts.injury().incomeBase();
        long income = base == null ? LOWEST_INCOME : base.amount();
        Rupiah owed = Rupiah.ZERO;
        for (int back = 0; membership != null && back < membership.unpaidMonths(); back++) {
            owed = owed.plus(Rupiah.of(premiumRates.of(YearMonth.from(facts.struckOn()).minusMonths(back), income, "APBD",
                    "OTHER").perMonth()));
        }
        return owed;
    }
}
