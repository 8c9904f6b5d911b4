package id.lindungdesa.benefit;

import static org.assertj.core.api.Assertions.assertThat;

import id.lindungdesa.money.Rupiah;
import id.lindungdesa.regulation.RulesAsTheyLie;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** However a time without work is cut into payments, they add up to what the law gives for the whole, and to no more. */
class PaidBeforePropertiesTest {

    private static final RulesAsTheyLie TABLES = new RulesAsTheyLie();

    private final Assessor assessor = new Assessor(TABLES.ruleBook(), TABLES.premiumRates());

    @Property(tries = 60)
    void monthsPaidBeforeAndTheRestAreTheWhole(@ForAll @IntRange(min = 1, max = 30) int first, @ForAll @IntRange(min = 1, max = 12) int more,
            @ForAll @IntRange(min = 0, max = 29) int days, @ForAll @IntRange(min = 300_000, max = 20_700_000) int income) {
        Rupiah whole = inability(first + more, days, income, Map.of());
        Rupiah before = inability(first, 0, income, Map.of());
        Rupiah between = inability(first + more, 0, income, Map.of("INCOME_REPLACEMENT", before));
        Rupiah rest = inability(first + more, days, income, Map.of("INCOME_REPLACEMENT", before.plus(between)));

        assertThat(before.plus(between).plus(rest)).isEqualTo(whole);
    }

    @Property(tries = 40)
    void fewerMonthsThanWerePaidPayNothingAndReferTheClaim(@ForAll @IntRange(min = 2, max = 30) int paid,
            @ForAll @IntRange(min = 1, max = 29) int fewer) {
        int found = Math.max(0, paid - fewer);
        Assessment assessment = assess(found, 0, 1_000_000, Map.of("INCOME_REPLACEMENT", inability(paid, 0, 1_000_000, Map.of())));

        assertThat(assessment.total()).isEqualTo(Rupiah.ZERO);
        assertThat(assessment.reasons()).contains("PAID_BEFORE_NOT_DUE");
        assertThat(assessment.decision()).isEqualTo(Assessment.Decision.REFER);
    }

    private Rupiah inability(int months, int days, int income, Map<String, Rupiah> paidBefore) {
        return assess(months, days, income, paidBefore).total();
    }

    private Assessment assess(int months, int days, int income, Map<String, Rupiah> paidBefore) {
        return assessor.assess(AskedRules.facts(AskedRules.anAccident("'incomeBase': %d, 'unableToWork': {'months': %d, 'days': %d}"
                .formatted(income, months, days))), paidBefore);
    }
}
