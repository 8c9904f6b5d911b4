package id.lindungdesa.grant;

import id.lindungdesa.money.Rupiah;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How an allocation divides into tranches, exact to the rupiah: each tranche is its percentage rounded down, the last
 * takes what is left. The share for premiums is rounded along the way, so that no tranche's share exceeds the tranche and
 * all of them together are the share of the allocation.
 */
record Tranches(List<Tranche> all) {

    record Tranche(int number, int percent, Rupiah rupiah, Rupiah premium) {}

    static Tranches of(Rupiah allocation, List<Integer> percents, int premiumSharePercent) {
        List<Tranche> all = new ArrayList<>();
        Rupiah before = Rupiah.ZERO;
        for (int i = 0; i < percents.size(); i++) {
            boolean last = i == percents.size() - 1;
            Rupiah rupiah = last ? allocation.minus(before) : allocation.percent(percents.get(i));
            Rupiah through = before.plus(rupiah);
            Rupiah premium = through.percent(premiumSharePercent).minus(before.percent(premiumSharePercent));
            all.add(new Tranche(i + 1, percents.get(i), rupiah, premium));
            before = through;
        }
        return new Tranches(List.copyOf(all));
    }

    /** The next tranche after that number (0 for the first) that has any money in it. */
    Optional<Tranche> after(int number) {
        return all.stream().filter(tranche -> tranche.number() > number && !tranche.rupiah().isZero()).findFirst();
    }
}
