package id.lindungdesa.premium;

import id.lindungdesa.money.Rupiah;
import id.lindungdesa.regulation.PremiumRates;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What each of some months costs one worker, by the rules of that month. */
@Component
class Tariff {

    /** The income that stands for a vulnerable worker's: the lowest band (PP 44/2015, Annex II). */
    static final long LOWEST_INCOME = 1_000_000;
    static final String PUBLIC_MONEY = "APBD";
    static final String OTHER_SECTOR = "OTHER";

    private final PremiumRates rates;

    Tariff(PremiumRates rates) {
        this.rates = rates;
    }

    record Months(YearMonth first, List<Rupiah> rates, List<String> legalBasis) {}

    /** The months that a village pays for out of the grant. */
    Months ofVillage(YearMonth first, int months) {
        return of(first, months, LOWEST_INCOME, PUBLIC_MONEY, OTHER_SECTOR);
    }

    Months of(YearMonth first, int months, long income, String payer, String sector) {
        List<Rupiah> perMonth = new ArrayList<>();
        Set<String> legalBasis = new LinkedHashSet<>();
        for (int i = 0; i < months; i++) {
            PremiumRates.Rate rate = rates.of(first.plusMonths(i), income, payer, sector);
            perMonth.add(Rupiah.of(rate.perMonth()));
            legalBasis.add(rate.legalBasis());
        }
        return new Months(first, perMonth, List.copyOf(legalBasis));
    }
}
