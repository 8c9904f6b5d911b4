package id.lindungdesa.money;

import java.util.Locale;

/**
 * An amount in whole rupiah, exact and never negative. Whatever would leave that range (a difference below zero, a
 * product beyond 64 bits) is an {@link ArithmeticException}: the books stop rather than round or wrap.
 */
public record Rupiah(long amount) implements Comparable<Rupiah> {

    public static final Rupiah ZERO = new Rupiah(0);

    private static final Locale INDONESIAN = Locale.forLanguageTag("id-ID");

    public Rupiah {
        if (amount < 0) {
            throw new ArithmeticException("Rupiah below zero: " + amount);
        }
    }

    public static Rupiah of(long amount) {
        return new Rupiah(amount);
    }

    public Rupiah plus(Rupiah other) {
        return new Rupiah(Math.addExact(amount, other.amount));
    }

    public Rupiah minus(Rupiah other) {
        return new Rupiah(Math.subtractExact(amount, other.amount));
    }

    public Rupiah times(long count) {
        return new Rupiah(Math.multiplyExact(amount, count));
    }

    /** That share of the amount, 0 to 100 percent, rounded down; the rest belongs to whoever gets {@code minus} of it. */
    public Rupiah percent(int percent) {
        if (percent < 0 || percent > 100) {
            throw new ArithmeticException("Not a share: " + percent + " percent");
        }
        // hundreds first: the product of a large amount must not overflow on its way to a smaller one
        return new Rupiah(amount / 100 * percent + amount % 100 * percent / 100);
    }

    public boolean isZero() {
        return amount == 0;
    }

    public boolean isLessThan(Rupiah other) {
        return amount < other.amount;
    }

    @Override
    public int compareTo(Rupiah other) {
        return Long.compare(amount, other.amount);
    }

    /** As officials write it: {@code Rp10.080.000}. */
    @Override
    public String toString() {
        return String.format(INDONESIAN, "Rp%,d", amount);
    }
}
