package id.lindungdesa.benefit;

import id.lindungdesa.benefit.Injury.Absence;
import id.lindungdesa.benefit.Injury.Fare;
import id.lindungdesa.benefit.Injury.HomeCare;
import id.lindungdesa.benefit.Injury.Mode;
import id.lindungdesa.money.Rupiah;
import id.lindungdesa.regulation.Ruling;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What JKK gives in cash for an accident at work or an occupational disease: by what became of the worker, for the time
 * he could not work, for carrying him and for care at home. Treatment and aids are paid to those who provide them.
 */
final class AccidentRules {

    private static final String CAP_REACHED = "CAP_REACHED";

    private final Facts facts;
    private final Injury injury;
    private final LocalDate event;
    private final Judgement judgement;

    AccidentRules(Facts facts, Judgement judgement) {
        this.facts = facts;
        this.injury = facts.injury();
        this.event = facts.eventDate();
        this.judgement = judgement;
    }

    void apply() {
        if (facts.outcome() != null) {
            outcome();
        } else if (!injury.disabilities().isEmpty() || claimsNothingElse()) {
            judgement.missing("OUTCOME");
        }
        if (injury.unableToWork() != null) {
            incomeReplacement(injury.unableToWork());
        }
        transport();
        if (injury.homeCare() != null) {
            homeCare(injury.homeCare());
        }
        injury.aids().forEach(this::aid);
    }

    private boolean claimsNothingElse() {
        return injury.unableToWork() == null && injury.transport().isEmpty() && injury.homeCare() == null;
    }

    /** A worker who recovered has no row in the table, which then says nothing and need not. */
    private void outcome() {
        Ruling ruling = judgement.ask("accident-benefit", event, Map.of("outcome", facts.outcome().name()));
        for (Map<String, Object> row : ruling.rows()) {
            long wages = (long) row.get("wages");
            String legalBasis = (String) row.get("legalBasis");
            if (wages == 0) {
                pay(row, (long) row.get("rupiah"), legalBasis);
            } else if (facts.outcome() == Consequence.PARTIAL_DISABILITY) {
                DisabilityRules.Sum lost = new DisabilityRules(event, injury, judgement).sum((long) row.get("percent"));
                ofWages(row, lost.hundredThousandths(), 100_000, legalBasis + lost.legalBasis());
            } else {
                ofWages(row, (long) row.get("percent"), 100, legalBasis);
            }
        }
    }

    private void ofWages(Map<String, Object> row, long part, long whole, String legalBasis) {
        if (incomeIsKnown()) {
            long share = injury.incomeBase().times(part * (long) row.get("wages")).amount() / whole;
            pay(row, Math.max((long) row.get("atLeast"), share), legalBasis);
        }
    }

    private void pay(Map<String, Object> row, long rupiah, String legalBasis) {
        judgement.pay((String) row.get("code"), rupiah, legalBasis, "accident-benefit");
    }

    /** In days, as a month of inability is so many of them: the bands of the table each take the days that fall into them. */
    private void incomeReplacement(Absence absence) {
        List<Map<String, Object>> bands = judgement.askForSome("income-replacement", event, Map.of());
        long daysPerMonth = (long) bands.get(0).get("daysPerMonth");
        long days = absence.months() * daysPerMonth + absence.days();
        Set<String> legalBasis = new LinkedHashSet<>();
        long percentDays = 0;
        for (int band = 0; band < bands.size(); band++) {
            long from = (long) bands.get(band).get("afterMonths") * daysPerMonth;
            long to = band + 1 < bands.size() ? (long) bands.get(band + 1).get("afterMonths") * daysPerMonth : Long.MAX_VALUE;
            long within = Math.min(days, to) - from;
            if (within > 0) {
                percentDays += within * (long) bands.get(band).get("percent");
                legalBasis.add((String) bands.get(band).get("legalBasis"));
            }
        }
        if (percentDays > 0 && incomeIsKnown()) {
            judgement.pay("INCOME_REPLACEMENT", injury.incomeBase().times(percentDays).amount() / (100 * daysPerMonth),
                    String.join("; ", legalBasis), "income-replacement");
        }
    }

    /** Receipts of one way are added up, then each way is held against its own limit. */
    private void transport() {
        Map<Mode, Rupiah> byMode = new EnumMap<>(Mode.class);
        for (Fare fare : injury.transport()) {
            if (fare.mode() == null || fare.rupiah() == null) {
                judgement.missing(fare.mode() == null ? "TRANSPORT_MODE" : "TRANSPORT_RUPIAH");
            } else {
                byMode.merge(fare.mode(), fare.rupiah(), Rupiah::plus);
            }
        }
        long paid = 0;
        Set<String> legalBasis = new LinkedHashSet<>();
        for (Map.Entry<Mode, Rupiah> spent : byMode.entrySet()) {
            Ruling cap = judgement.askForOne("transport-cap", event, Map.of("mode", spent.getKey().name()));
            paid += capped(spent.getValue().amount(), cap.amount("rupiah"));
            legalBasis.add(cap.text("legalBasis"));
        }
        judgement.pay("TRANSPORT", paid, String.join("; ", legalBasis), "transport-cap");
    }

    /** Of bills for a longer time only the part of the time that is insured: what fell into which month is not known. */
    private void homeCare(HomeCare care) {
        if (care.rupiah() == null || care.months() == null) {
            judgement.missing(care.rupiah() == null ? "HOME_CARE_RUPIAH" : "HOME_CARE_MONTHS");
            return;
        }
        Ruling cap = judgement.askForOne("home-care-cap", event, Map.of());
        long spent = care.rupiah().amount();
        long most = cap.amount("months");
        if (care.months() > most) {
            judgement.reasonsOf(CAP_REACHED);
            spent = Math.multiplyExact(spent, most) / care.months();
        }
        judgement.pay("HOME_CARE", capped(spent, cap.amount("rupiah")), cap.text("legalBasis"), "home-care-cap");
    }

    private void aid(Injury.Aid aid) {
        if (aid.type() == null || aid.rupiah() == null) {
            return;
        }
        long most = judgement.askForOne("aid-cap", event, Map.of("aid", aid.type().name())).amount("rupiah");
        if (most > 0) {
            capped(aid.rupiah().amount(), most);
        }
    }

    private long capped(long spent, long most) {
        if (spent > most) {
            judgement.reasonsOf(CAP_REACHED);
        }
        return Math.min(spent, most);
    }

    /** Asked only where an amount depends on it. */
    private boolean incomeIsKnown() {
        if (injury.incomeBase() == null) {
            judgement.missing("INCOME_BASE");
        }
        return injury.incomeBase() != null;
    }
}
