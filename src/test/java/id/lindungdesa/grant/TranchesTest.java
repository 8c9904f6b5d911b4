package id.lindungdesa.grant;

import static org.assertj.core.api.Assertions.assertThat;

import id.lindungdesa.money.Rupiah;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class TranchesTest {

    @Test
    void oneTrancheIsTheWholeAllocation() {
        assertThat(Tranches.of(Rupiah.of(100_000_000), List.of(100), 10).all())
                .containsExactly(new Tranches.Tranche(1, 100, Rupiah.of(100_000_000), Rupiah.of(10_000_000)));
    }

    @Test
    void thirtyAndSeventy() {
        assertThat(Tranches.of(Rupiah.of(100_000_000), List.of(30, 70), 10).all()).containsExactly(
                new Tranches.Tranche(1, 30, Rupiah.of(30_000_000), Rupiah.of(3_000_000)),
                new Tranches.Tranche(2, 70, Rupiah.of(70_000_000), Rupiah.of(7_000_000)));
    }

    @Test
    void theLastTrancheTakesWhatRoundingLeft() {
        assertThat(Tranches.of(Rupiah.of(99_999_999), List.of(30, 70), 10).all()).containsExactly(
                new Tranches.Tranche(1, 30, Rupiah.of(29_999_999), Rupiah.of(2_999_999)),
                new Tranches.Tranche(2, 70, Rupiah.of(70_000_000), Rupiah.of(7_000_000)));
    }

    @Test
    void aTrancheWithoutMoneyIsPassedOver() {
        Tranches tranches = Tranches.of(Rupiah.of(3), List.of(30, 70), 10);

        assertThat(tranches.after(0)).map(Tranches.Tranche::number).contains(2);
        assertThat(tranches.after(2)).isEmpty();
    }

    @Property
    void nothingIsLostAndNoShareExceedsItsTranche(@ForAll @LongRange(min = 1, max = 200_000_000_000L) long allocation,
            @ForAll @IntRange(min = 1, max = 98) int first, @ForAll @IntRange(min = 0, max = 100) int share) {
        int second = (100 - first) / 2;
        List<Integer> percents = second == 0 ? List.of(first, 100 - first) : List.of(first, second, 100 - first - second);

        Tranches tranches = Tranches.of(Rupiah.of(allocation), percents, share);

        assertThat(tranches.all().stream().mapToLong(one -> one.rupiah().amount()).sum()).isEqualTo(allocation);
        assertThat(tranches.all().stream().mapToLong(one -> one.premium().amount()).sum())
                .isEqualTo(Rupiah.of(allocation).percent(share).amount());
        assertThat(tranches.all()).allMatch(one -> !one.rupiah().isLessThan(one.premium()));
    }
}
