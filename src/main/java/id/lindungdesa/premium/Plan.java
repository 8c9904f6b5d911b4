package id.lindungdesa.premium;

import id.lindungdesa.money.Rupiah;
import java.util.ArrayList;
import java.util.List;

/**
 * What an earmark buys at given monthly premiums. Rates may differ from month to month: a cost is the sum over the months,
 * and whoever gets fewer months gets the first ones.
 *
 * @param rates the premium of one worker in each wished month, in order
 */
record Plan(Rupiah earmark, long workers, List<Rupiah> rates) {

    /** Another way to spend the earmark; one of the {@code extraWorkers} has {@code extraMonths}, the others all. */
    record Option(long workers, int months, long extraWorkers, int extraMonths, long cost, long left) {}

    Plan {
        rates = List.copyOf(rates);
        if (workers < 1 || rates.isEmpty()) {
            throw new IllegalArgumentException("A plan for %d workers and %d months".formatted(workers, rates.size()));
        }
    }

    Rupiah cost() {
        return perWorker(rates.size()).times(workers);
    }

    /** What the earmark lacks; nothing when it is enough. */
    Rupiah shortage() {
        return earmark.isLessThan(cost()) ? cost().minus(earmark) : Rupiah.ZERO;
    }

    /** How many months of one worker the earmark buys, when as many as possible have all months. */
    long workerMonths() {
        long full = affordable(rates.size());
        return full * rates.size() + monthsFor(1, earmark.minus(perWorker(rates.size()).times(full)));
    }

    /** The wish itself when it fits; otherwise first what leaves least, then fewer months for all, then fewer workers. */
    List<Option> options() {
        int months = rates.size();
        if (shortage().isZero()) {
            return List.of(option(workers, months, 0));
        }
        List<Option> options = new ArrayList<>();
        long full = affordable(months);
        int more = monthsFor(1, earmark.minus(perWorker(months).times(full)));
        if (full > 0 && more > 0) {
            options.add(option(full, months, more));
        }
        int fewer = monthsFor(workers, earmark);
        if (fewer > 0) {
            options.add(option(workers, fewer, 0));
        }
        if (full > 0) {
            options.add(option(full, months, 0));
        }
        return options;
    }

    private Option option(long full, int months, int extraMonths) {
        Rupiah cost = perWorker(months).times(full).plus(perWorker(extraMonths));
        return new Option(full, months, extraMonths > 0 ? 1 : 0, extraMonths, cost.amount(), earmark.minus(cost).amount());
    }

    /** How many workers the earmark buys the first months for. */
    private long affordable(int months) {
        return earmark.amount() / perWorker(months).amount();
    }

    /** For how many of the first months that money is enough for so many workers. */
    private int monthsFor(long count, Rupiah money) {
        int months = 0;
        while (months < rates.size() && !money.isLessThan(perWorker(months + 1).times(count))) {
            months++;
        }
        return months;
    }

    private Rupiah perWorker(int months) {
        return rates.subList(0, months).stream().reduce(Rupiah.ZERO, Rupiah::plus);
    }
}
