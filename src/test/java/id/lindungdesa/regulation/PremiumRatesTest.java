package id.lindungdesa.regulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.lindungdesa.LindungDesaTest;
import id.lindungdesa.workflow.Decisions;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@LindungDesaTest
class PremiumRatesTest {

    private static final long LOWEST = 1_000_000;

    @Autowired
    PremiumRates rates;

    @Autowired
    RuleBook ruleBook;

    /** AC-33 and AC-34 of the handbook among them, and both sides of every border. */
    @ParameterizedTest
    @CsvSource({
            "2015-07, APBD, OTHER, 16800", "2022-10, APBD, OTHER, 16800", "2026-06, APBD, OTHER, 16800",
            "2026-06, APBD, TRANSPORT, 16800", "2030-01, APBD, OTHER, 16800",
            "2015-07, SELF, TRANSPORT, 16800", "2025-12, SELF, TRANSPORT, 16800", "2026-01, SELF, TRANSPORT, 8400",
            "2026-02, SELF, TRANSPORT, 8400", "2027-03, SPONSOR, TRANSPORT, 8400", "2027-04, SELF, TRANSPORT, 16800",
            "2015-07, SELF, OTHER, 16800", "2026-02, SELF, OTHER, 16800", "2026-03, SPONSOR, OTHER, 16800",
            "2026-04, SELF, OTHER, 8400", "2026-06, SELF, OTHER, 8400", "2026-12, SPONSOR, OTHER, 8400",
            "2027-01, SPONSOR, OTHER, 16800"})
    void theLowestPremiumOfAMonth(YearMonth month, String payer, String sector, long perMonth) {
        PremiumRates.Rate rate = rates.of(month, LOWEST, payer, sector);

        assertThat(rate.perMonth()).isEqualTo(perMonth);
        assertThat(rate.jkk() + rate.jkm()).isEqualTo(perMonth);
        assertThat(rate.legalBasis()).startsWith("PP 44/2015 Lampiran II");
        assertThat(rate.legalBasis().contains("keringanan 50 persen")).isEqualTo(perMonth == 8400);
        assertThat(rate.ruleVersion()).startsWith("premium-rate:");
    }

    @ParameterizedTest
    @CsvSource({"0, 10000", "1099000, 10000", "1099999, 10000", "1100000, 12000", "1299999, 12000", "1300000, 14000",
            "1500000, 16000", "1700000, 18000", "1900000, 20000", "2099999, 20000", "2100000, 22000", "2300000, 24000",
            "2500000, 26000", "2699999, 26000", "2700000, 29500", "3199999, 29500", "3200000, 34500", "19700000, 199500",
            "20199999, 199500", "20200000, 207000", "9223372036854775807, 207000"})
    void jkkFollowsTheBandOfIncome(long income, long jkk) {
        assertThat(rates.of(YearMonth.of(2022, 10), income, "APBD", "OTHER"))
                .satisfies(rate -> assertThat(rate.jkk()).isEqualTo(jkk))
                .satisfies(rate -> assertThat(rate.jkm()).isEqualTo(6800));
    }

    /** The bands leave no gap and never overlap: UNIQUE fails where two rows match, one() where none does. */
    @Test
    void everyIncomeHasOneBand() {
        long before = 0;
        for (long income = 0; income <= 21_000_000; income += 50_000) {
            long jkk = ruleBook.decide("premium-band", LocalDate.of(2022, 10, 1), Map.of("income", income)).amount("bandJkk");

            assertThat(jkk).isGreaterThanOrEqualTo(before);
            before = jkk;
        }
    }

    @Test
    void halfOfAnOddAmountStaysWithTheInsurer() {
        PremiumRates.Rate rate = rates.of(YearMonth.of(2026, 6), 2_700_000, "SELF", "OTHER");

        assertThat(rate).extracting(PremiumRates.Rate::jkk, PremiumRates.Rate::jkm, PremiumRates.Rate::perMonth)
                .containsExactly(14_750L, 3_400L, 18_150L);
    }

    @Test
    void whereTheRulesSayNothingThereIsNoRate() {
        assertThatThrownBy(() -> rates.of(YearMonth.of(2015, 6), LOWEST, "APBD", "OTHER"))
                .isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> rates.of(YearMonth.of(2022, 6), LOWEST, "NOBODY", "OTHER"))
                .isInstanceOf(IllegalStateException.class).hasMessageContaining("premium-rate").hasMessageContaining("2022-06-01");
        assertThatThrownBy(() -> ruleBook.decide("no-such-rule", LocalDate.of(2022, 1, 1), Map.of()))
                .isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @CsvSource({"2022-12-10, 0", "2025-02-23, 0", "2025-02-24, 3", "2026-11-22, 3"})
    void theWaitingForTheFullDeathBenefitBegan(LocalDate day, long months) {
        assertThat(ruleBook.decide("waiting-period", day, Map.of()).amount("months")).isEqualTo(months);
    }

    @Test
    void nothingButWholeNumbersComesOutOfTheRuleBook() {
        Map<String, Object> row = new java.util.HashMap<>(Map.of("whole", 5, "text", "x", "flag", true));
        RuleBook book = new RuleBook((key, inputs) -> new Decisions.Outcome(key, "1", List.of(row)));

        assertThat(book.decide("any", LocalDate.EPOCH, Map.of()).one()).containsEntry("whole", 5L).containsEntry("flag", true);
        row.put("broken", new java.math.BigDecimal("16800.5"));
        assertThatThrownBy(() -> book.decide("any", LocalDate.EPOCH, Map.of()))
                .isInstanceOf(IllegalStateException.class).hasMessageContaining("broken");
    }

    @Test
    void oneAnswerMeansOne() {
        Ruling none = new Ruling("rule", "1", LocalDate.of(2022, 1, 1), List.of());

        assertThatThrownBy(none::one).isInstanceOf(IllegalStateException.class).hasMessage("rule has 0 answers for 2022-01-01, not one");
    }
}
