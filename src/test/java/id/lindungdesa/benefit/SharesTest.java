package id.lindungdesa.benefit;

import static org.assertj.core.api.Assertions.assertThat;

import id.lindungdesa.benefit.Assessment.Component;
import id.lindungdesa.benefit.Assessment.Share;
import id.lindungdesa.money.Rupiah;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SharesTest {

    private static final List<Component> FULL = List.of(component("LUMP_SUM", 20_000_000),
            component("PERIODIC", 12_000_000), component("FUNERAL", 10_000_000));

    @Test
    void dividesTheTotalEquallyAlthoughNoComponentIsDivisible() {
        assertThat(perPayee(Shares.equal(FULL, List.of(1, 2, 3))))
                .isEqualTo(Map.of(1, 14_000_000L, 2, 14_000_000L, 3, 14_000_000L));
    }

    @Test
    void anOddRupiahGoesToTheFirstListed() {
        assertThat(perPayee(Shares.equal(List.of(component("FUNERAL", 10_000_000)), List.of(2, 4, 5))))
                .isEqualTo(Map.of(2, 3_333_334L, 4, 3_333_333L, 5, 3_333_333L));
    }

    @Test
    void neverLosesARupiahOfAComponentOrOfAPayee() {
        for (int payees = 1; payees <= 30; payees++) {
            List<Component> odd = List.of(component("A", 19_999_999), component("B", 7), component("C", 10_000_003));
            List<Integer> places = IntStream.rangeClosed(1, payees).boxed().toList();

            List<Share> shares = Shares.equal(odd, places);

            long total = 19_999_999L + 7 + 10_000_003;
            assertThat(perCode(shares)).isEqualTo(Map.of("A", 19_999_999L, "B", 7L, "C", 10_000_003L));
            long part = total / payees;
            assertThat(perPayee(shares).get(1)).isEqualTo(part + total % payees);
            assertThat(perPayee(shares).entrySet()).filteredOn(one -> one.getKey() > 1).allMatch(one -> one.getValue() == part);
        }
    }

    @Test
    void nobodyGetsALineOfNothing() {
        assertThat(Shares.equal(List.of(component("FUNERAL", 1)), List.of(1, 2))).containsExactly(
                new Share(1, "FUNERAL", Rupiah.of(1)));
    }

    @Test
    void withoutHeirsTheFundGetsAllButTheFuneral() {
        assertThat(perPayee(Shares.withoutHeirs(FULL, List.of(1)))).isEqualTo(Map.of(1, 10_000_000L, Shares.FUND, 32_000_000L));
    }

    private static Component component(String code, long rupiah) {
        return new Component(code, Rupiah.of(rupiah), "Uji", "uji:1");
    }

    private static Map<Integer, Long> perPayee(List<Share> shares) {
        return shares.stream().collect(Collectors.groupingBy(Share::payee, Collectors.summingLong(one -> one.rupiah().amount())));
    }

    private static Map<String, Long> perCode(List<Share> shares) {
        return shares.stream().collect(Collectors.groupingBy(Share::code, Collectors.summingLong(one -> one.rupiah().amount())));
    }
}
