package id.lindungdesa.regulation;

import id.lindungdesa.money.Rupiah;
import java.time.YearMonth;
import java.util.Map;
import org.springframework.stereotype.Service;

/** What a month of cover costs one worker outside wage employment (BPU), by the rules of that month. */
@Service
public class PremiumRates {

    static final String DECISION = "premium-rate";

    private final RuleBook ruleBook;

    /** Whole rupiah a month, discounts taken off. */
    public record Rate(long jkk, long jkm, long perMonth, String legalBasis, String ruleVersion) {}

    /** Rates by another rule book, to see what would come out. */
    public static PremiumRates by(RuleBook ruleBook) {
        return new PremiumRates(ruleBook);
    }

    PremiumRates(RuleBook ruleBook) {
        this.ruleBook = ruleBook;
    }

    /**
     * The premium of a contribution month (PP 44/2015 Annex II, PP 50/2025).
     *
     * @param income whole rupiah a month
     * @param payer {@code APBD}, {@code SELF} or {@code SPONSOR}
     * @param sector {@code TRANSPORT} or {@code OTHER}
     * @throws IllegalStateException where the rules say nothing, such as before July 2015
     */
    public Rate of(YearMonth month, long income, String payer, String sector) {
        Ruling ruling = ruleBook.decide(DECISION, month.atDay(1),
                Map.of("income", income, "payer", payer, "sector", sector));
        int discount = Math.toIntExact(ruling.amount("discountPercent"));
        Rupiah jkk = discounted(Rupiah.of(ruling.amount("jkk")), discount);
        Rupiah jkm = discounted(Rupiah.of(ruling.amount("jkm")), discount);
        return new Rate(jkk.amount(), jkm.amount(), jkk.plus(jkm).amount(), ruling.text("legalBasis"), ruling.version());
    }

    private static Rupiah discounted(Rupiah full, int percent) {
        return full.minus(full.percent(percent));
    }
}
