package id.lindungdesa.benefit;

import id.lindungdesa.benefit.Assessment.Component;
import id.lindungdesa.benefit.Assessment.Decision;
import id.lindungdesa.money.Rupiah;
import id.lindungdesa.refusal.Finding;
import id.lindungdesa.refusal.Refusal;
import id.lindungdesa.regulation.RuleBook;
import id.lindungdesa.regulation.Ruling;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An assessment in the making. The rules of each programme ask their tables through it, so that every version that
 * answered is remembered, and put down what they find; the worst decision holds.
 */
public final class Judgement {

    private final RuleBook ruleBook;
    private final Set<String> reasons = new LinkedHashSet<>();
    private final Set<String> flags = new LinkedHashSet<>();
    private final Set<String> legalBases = new LinkedHashSet<>();
    private final List<Component> components = new ArrayList<>();
    private final Map<String, String> ruleVersions = new LinkedHashMap<>();
    private final Map<String, Long> paidBefore = new LinkedHashMap<>();
    private Decision decision = Decision.GRANTED;

    public Judgement(RuleBook ruleBook) {
        this(ruleBook, Map.of());
    }

    /** @param paidBefore what was paid for the event already, by component */
    public Judgement(RuleBook ruleBook, Map<String, Rupiah> paidBefore) {
        this.ruleBook = ruleBook;
        paidBefore.forEach((code, rupiah) -> this.paidBefore.put(code, rupiah.amount()));
    }

    /** The rows of a table that hold on that day for these facts. */
    Ruling ask(String table, LocalDate on, Map<String, Object> facts) {
        Ruling ruling = ruleBook.decide(table, on, facts);
        ruleVersions.put(table, ruling.version());
        return ruling;
    }

    /** @throws Refusal NO_RULE_FOR_DATE where the table says nothing about that day */
    Ruling askForOne(String table, LocalDate on, Map<String, Object> facts) {
        Ruling ruling = ask(table, on, facts);
        if (ruling.rows().size() != 1) {
            throw noRule(table, on);
        }
        return ruling;
    }

    /** @throws Refusal NO_RULE_FOR_DATE where the table says nothing about that day */
    List<Map<String, Object>> askForSome(String table, LocalDate on, Map<String, Object> facts) {
        Ruling ruling = ask(table, on, facts);
        if (ruling.rows().isEmpty()) {
            throw noRule(table, on);
        }
        return ruling.rows();
    }

    static Refusal noRule(String table, LocalDate on) {
        String message = RuleNames.noneOn(table, on);
        return Refusal.invalid("NO_RULE_FOR_DATE", message,
                List.of(Finding.at("/eventDate", "eventDate", "NO_RULE_FOR_DATE", message)));
    }

    /** A ruling on the claim itself: decision, reasons and the article behind them. */
    void decided(Ruling ruling) {
        decide(Decision.valueOf(ruling.text("decision")), ruling.text("legalBasis"));
        reasonsOf(ruling.text("reasons"));
    }

    /** Something that matters is not known: people decide once it is. */
    void missing(String what) {
        decide(Decision.REFER, null);
        reasons.add(what + "_MISSING");
    }

    /** People decide. */
    void refer(String reason) {
        decide(Decision.REFER, null);
        reasons.add(reason);
    }

    /** Reasons, separated by commas, that leave the decision as it is. */
    public void reasonsOf(String codes) {
        for (String code : codes == null || codes.isEmpty() ? new String[0] : codes.split(",")) {
            reasons.add(code);
        }
    }

    void flag(String sign) {
        flags.add(sign);
    }

    /** An amount of the benefit, less what was paid of it before; nothing is no component. */
    void pay(String code, long rupiah, String legalBasis, String table) {
        long before = Math.min(rupiah, paidBefore.getOrDefault(code, 0L));
        paidBefore.computeIfPresent(code, (same, open) -> open - before);
        if (rupiah > before) {
            components.add(new Component(code, Rupiah.of(rupiah - before), before == 0 ? legalBasis
                    : legalBasis + "; dikurangi yang sudah dibayar " + Rupiah.of(before), ruleVersions.get(table)));
        }
    }

    /**
     * What was paid before and is no part of what is due now, a disability before the death of the same accident or more
     * months than the doctor found: the law says nothing of it, so people decide.
     */
    void settlePaidBefore() {
        if (paidBefore.values().stream().anyMatch(open -> open > 0)) {
            refer("PAID_BEFORE_NOT_DUE");
        }
    }

    /** The same where a whole benefit is put right: one component makes up for another, and only the sum counts. */
    void netPaidBefore() {
        long open = paidBefore.values().stream().mapToLong(Long::longValue).sum();
        List<Component> left = new ArrayList<>();
        for (Component component : components) {
            long taken = Math.min(open, component.rupiah().amount());
            open -= taken;
            if (component.rupiah().amount() > taken) {
                left.add(taken == 0 ? component : new Component(component.code(), component.rupiah().minus(Rupiah.of(taken)),
                        component.legalBasis() + "; dikurangi manfaat lain yang sudah dibayar " + Rupiah.of(taken), component.ruleVersion()));
            }
        }
        components.clear();
        components.addAll(left);
        if (open > 0) {
            refer("PAID_BEFORE_NOT_DUE");
        }
    }

    boolean isRejected() {
        return decision == Decision.REJECTED;
    }

    List<Component> components() {
        return List.copyOf(components);
    }

    public Assessment concluded(Membership membership, List<Assessment.Share> shares, Rupiah arrears, List<Assessment.Grant> scholarship) {
        return new Assessment(decision, List.copyOf(reasons), List.copyOf(flags), String.join("; ", legalBases), membership,
                components, shares, arrears, scholarship, ruleVersions);
    }

    /** The law behind the worst decision so far; of what was granted anyway the first article is enough. */
    private void decide(Decision found, String legalBasis) {
        boolean worse = found.compareTo(decision) > 0;
        decision = worse ? found : decision;
        if (worse && legalBasis != null) {
            legalBases.clear();
        }
        if (legalBasis != null && found == decision && (found != Decision.GRANTED || legalBases.isEmpty())) {
            legalBases.add(legalBasis);
        }
    }
}
