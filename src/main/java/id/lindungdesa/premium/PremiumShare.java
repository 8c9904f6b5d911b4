package id.lindungdesa.premium;

import id.lindungdesa.ledger.Account;
import id.lindungdesa.ledger.Ledger;
import id.lindungdesa.money.Rupiah;
import id.lindungdesa.refusal.Refusal;
import java.time.YearMonth;
import java.util.List;
import org.springframework.stereotype.Component;

/** What a village may still spend on premiums. The books refuse more; here it is said before, and what would fit. */
@Component
class PremiumShare {

    private final Ledger ledger;
    private final Bills bills;
    private final Tariff tariff;

    PremiumShare(Ledger ledger, Bills bills, Tariff tariff) {
        this.ledger = ledger;
        this.bills = bills;
        this.tariff = tariff;
    }

    static Account account(PremiumCase one) {
        return Account.villagePremium(one.villageCode(), one.decreeId());
    }

    /** Whole rupiah of the village's share that neither is spent nor billed. */
    Rupiah available(PremiumCase one) {
        Rupiah balance = balance(one);
        Rupiah billed = bills.unpaid(one.villageCode(), one.decreeId());
        return balance.isLessThan(billed) ? Rupiah.ZERO : balance.minus(billed);
    }

    /** @throws Refusal PREMIUM_SHORTFALL, with what the share would buy instead */
    void requireEnough(PremiumCase one, YearMonth first, int months, int workers) {
        if (workers == 0) {
            return; // an empty list is refused as such
        }
        Plan plan = new Plan(available(one), workers, tariff.ofVillage(first, months).rates());
        if (!plan.shortage().isZero()) {
            throw Refusal.invalid("PREMIUM_SHORTFALL",
                    "Iuran %d pekerja selama %d bulan adalah %s, dana premi yang tersedia %s: kurang %s.%s".formatted(workers,
                            months, plan.cost(), plan.earmark(), plan.shortage(), alternatives(plan)));
        }
    }

    /** @throws Refusal PREMIUM_SHORTFALL */
    void requireEnough(PremiumCase one, Bill bill) {
        Rupiah balance = balance(one);
        if (balance.isLessThan(bill.rupiah())) {
            throw Refusal.invalid("PREMIUM_SHORTFALL", "Tagihan %s, dana premi desa tinggal %s: kurang %s."
                    .formatted(bill.rupiah(), balance, bill.rupiah().minus(balance)));
        }
    }

    private Rupiah balance(PremiumCase one) {
        return Rupiah.of(ledger.balance(account(one)));
    }

    private static String alternatives(Plan plan) {
        List<String> whole = plan.options().stream().filter(option -> option.extraWorkers() == 0)
                .map(option -> "%d pekerja × %d bulan (%s)".formatted(option.workers(), option.months(), Rupiah.of(option.cost())))
                .toList();
        return whole.isEmpty() ? "" : " Yang mungkin: " + String.join(", atau ", whole) + ".";
    }
}
