package id.lindungdesa.benefit;

import java.time.LocalDate;
import java.util.Map;

/** What JKM gives for a death that work did not cause. */
final class DeathRules {

    private static final String TABLE = "death-benefit";

    private DeathRules() {}

    static void apply(LocalDate event, int monthsOfMembership, Judgement judgement) {
        judgement.askForSome(TABLE, event, Map.of("monthsOfMembership", monthsOfMembership)).forEach(row ->
                judgement.pay((String) row.get("code"), (long) row.get("rupiah"), (String) row.get("legalBasis"), TABLE));
    }
}
