package id.lindungdesa.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class RupiahTest {

    @Test
    void readsAsOfficialsWriteIt() {
        assertThat(Rupiah.of(10_080_000)).hasToString("Rp10.080.000");
        assertThat(Rupiah.ZERO).hasToString("Rp0");
        assertThat(Rupiah.of(999)).hasToString("Rp999");
        assertThat(Rupiah.of(156_200_000_000L)).hasToString("Rp156.200.000.000");
    }

    @Test
    void isNeverNegative() {
        assertThatThrownBy(() -> Rupiah.of(-1)).isInstanceOf(ArithmeticException.class).hasMessageContaining("-1");
        assertThatThrownBy(() -> Rupiah.of(4).minus(Rupiah.of(5))).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Rupiah.of(4).times(-1)).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void stopsRatherThanWraps() {
        Rupiah most = Rupiah.of(Long.MAX_VALUE);

        assertThatThrownBy(() -> most.plus(Rupiah.of(1))).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> most.times(2)).isInstanceOf(ArithmeticException.class);
        assertThat(most.percent(100)).isEqualTo(most);
    }

    @Test
    void aShareLiesBetweenNothingAndAll() {
        assertThatThrownBy(() -> Rupiah.of(100).percent(101)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Rupiah.of(100).percent(-1)).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void costsFiftyWorkersForAYear() {
        assertThat(Rupiah.of(16_800).times(50).times(12)).isEqualTo(Rupiah.of(10_080_000));
        assertThat(Rupiah.of(100_000_000).percent(10)).isEqualTo(Rupiah.of(10_000_000));
    }

    @Property
    void aShareIsTheExactQuotientRoundedDown(@ForAll @LongRange(min = 0) long amount,
            @ForAll @IntRange(min = 0, max = 100) int percent) {
        BigInteger exact = BigInteger.valueOf(amount).multiply(BigInteger.valueOf(percent)).divide(BigInteger.valueOf(100));

        assertThat(Rupiah.of(amount).percent(percent)).isEqualTo(Rupiah.of(exact.longValueExact()));
    }

    @Property
    void aShareAndItsRestAreTheWhole(@ForAll @LongRange(min = 0) long amount,
            @ForAll @IntRange(min = 0, max = 100) int percent) {
        Rupiah whole = Rupiah.of(amount);
        Rupiah share = whole.percent(percent);

        assertThat(share.plus(whole.minus(share))).isEqualTo(whole);
    }

    @Property
    void whatIsAddedCanBeTakenAway(@ForAll @LongRange(min = 0, max = 1L << 62) long a,
            @ForAll @LongRange(min = 0, max = 1L << 61) long b) {
        assertThat(Rupiah.of(a).plus(Rupiah.of(b)).minus(Rupiah.of(b))).isEqualTo(Rupiah.of(a));
    }

    @Property
    void itsTextHoldsTheSameDigits(@ForAll @LongRange(min = 0) long amount) {
        assertThat(Rupiah.of(amount).toString()).matches("Rp\\d{1,3}(\\.\\d{3})*");
        assertThat(Long.parseLong(Rupiah.of(amount).toString().substring(2).replace(".", ""))).isEqualTo(amount);
    }
}
