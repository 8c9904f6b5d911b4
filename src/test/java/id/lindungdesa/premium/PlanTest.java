package id.lindungdesa.premium;

import static org.assertj.core.api.Assertions.assertThat;

import id.lindungdesa.money.Rupiah;
import id.lindungdesa.premium.Plan.Option;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanTest {

    @Test
    void ac30_fiftyWorkersForTwelveMonthsDoNotFit() {
        Plan plan = plan(10_000_000, 50, 12);

        assertThat(plan.cost()).isEqualTo(Rupiah.of(10_080_000));
        assertThat(plan.shortage()).isEqualTo(Rupiah.of(80_000));
        assertThat(plan.workerMonths()).isEqualTo(595);
        assertThat(plan.options()).containsExactly(
                new Option(49, 12, 1, 7, 9_996_000, 4_000),
                new Option(50, 11, 0, 0, 9_240_000, 760_000),
                new Option(49, 12, 0, 0, 9_878_400, 121_600));
    }

    @Test
    void ac31_theProvinceLacksTheSameFromEveryVillage() {
        Plan plan = plan(15_620_000_000L, 78_100, 12);

        assertThat(plan.cost()).isEqualTo(Rupiah.of(15_744_960_000L));
        assertThat(plan.shortage()).isEqualTo(Rupiah.of(124_960_000));
    }

    @Test
    void ac32_aFirstTrancheBuysThreeMonths() {
        Plan wish = plan(3_000_000, 50, 3);
        Plan year = plan(3_000_000, 50, 12);

        assertThat(wish.shortage()).isEqualTo(Rupiah.ZERO);
        assertThat(wish.options()).containsExactly(new Option(50, 3, 0, 0, 2_520_000, 480_000));
        assertThat(year.options()).containsExactly(new Option(14, 12, 1, 10, 2_990_400, 9_600),
                new Option(50, 3, 0, 0, 2_520_000, 480_000), new Option(14, 12, 0, 0, 2_822_400, 177_600));
    }

    @ParameterizedTest
    @CsvSource({"10000000,595,49,11", "15000000,892,74,17", "3000000,178,14,3", "7000000,416,34,8", "5000000,297,24,5",
            "7500000,446,37,8"})
    void theHandbooksTableOfEarmarks(long earmark, long workerMonths, long workersForAYear, int monthsForFifty) {
        assertThat(plan(earmark, 5000, 12).workerMonths()).isEqualTo(workerMonths);
        assertThat(plan(earmark, 5000, 12).options()).extracting(Option::workers).last().isEqualTo(workersForAYear);
        assertThat(plan(earmark, 50, 24).options()).filteredOn(option -> option.workers() == 50).extracting(Option::months)
                .containsExactly(monthsForFifty);
    }

    @Test
    void onlyWhatMakesSenseIsOffered() {
        assertThat(plan(16_799, 1, 1).options()).isEmpty();
        assertThat(plan(0, 50, 12).options()).isEmpty();
        assertThat(plan(16_800 * 12 * 49, 50, 12).options()).as("nothing is left for a fiftieth").containsExactly(
                new Option(50, 11, 0, 0, 9_240_000, 638_400), new Option(49, 12, 0, 0, 9_878_400, 0));
        assertThat(plan(16_800 * 5, 1, 12).options()).containsExactly(new Option(1, 5, 0, 0, 84_000, 0));
    }

    @Test
    void aRateThatChangesIsSummedMonthByMonth() {
        Plan plan = new Plan(Rupiah.of(100_000), 3, List.of(Rupiah.of(8_400), Rupiah.of(8_400), Rupiah.of(16_800)));

        assertThat(plan.cost()).isEqualTo(Rupiah.of(3 * 33_600));
        assertThat(plan.shortage()).isEqualTo(Rupiah.of(800));
        assertThat(plan.options()).containsExactly(new Option(2, 3, 1, 2, 84_000, 16_000),
                new Option(3, 2, 0, 0, 50_400, 49_600), new Option(2, 3, 0, 0, 67_200, 32_800));
    }

    private static Plan plan(long earmark, long workers, int months) {
        return new Plan(Rupiah.of(earmark), workers, Collections.nCopies(months, Rupiah.of(16_800)));
    }
}
