package id.lindungdesa.premium;

import com.fasterxml.jackson.annotation.JsonProperty;
import id.lindungdesa.money.Rupiah;
import id.lindungdesa.refusal.Finding;
import id.lindungdesa.refusal.Refusal;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What cover costs and what an earmark buys; nothing is recorded. */
@RestController
class QuoteController {

    private static final long EARMARK_LIMIT = 1_000_000_000_000_000L;
    private static final long WORKER_LIMIT = 10_000_000;
    static final int MONTH_LIMIT = 24;
    private static final YearMonth FIRST_TARIFF = YearMonth.of(2015, 7);
    private static final Set<String> PAYERS = Set.of("APBD", "SELF", "SPONSOR");
    private static final Set<String> SECTORS = Set.of("TRANSPORT", "OTHER");

    private final Tariff tariff;

    QuoteController(Tariff tariff) {
        this.tariff = tariff;
    }

    /** Left out: the lowest income, public money, no transport. */
    record Wish(Long earmark, Long workers, Integer months, String from, Long income, String payer, String sector) {

        Wish {
            income = income == null ? Long.valueOf(Tariff.LOWEST_INCOME) : income;
            payer = payer == null ? Tariff.PUBLIC_MONEY : payer;
            sector = sector == null ? Tariff.OTHER_SECTOR : sector;
        }

        void check() {
            List<Finding> faults = new ArrayList<>();
            within(earmark, 0, EARMARK_LIMIT, "earmark", "Dana harus berupa rupiah bulat, paling sedikit 0.", faults);
            within(workers, 1, WORKER_LIMIT, "workers", "Jumlah pekerja paling sedikit 1.", faults);
            within(months == null ? null : months.longValue(), 1, MONTH_LIMIT, "months",
                    "Jumlah bulan antara 1 dan %d.".formatted(MONTH_LIMIT), faults);
            within(income, 0, EARMARK_LIMIT, "income", "Penghasilan harus berupa rupiah bulat.", faults);
            YearMonth first = month(from);
            if (first == null) {
                faults.add(fault("from", "MONTH_MALFORMED", "Bulan mulai ditulis TTTT-BB, misalnya 2026-10."));
            } else if (first.isBefore(FIRST_TARIFF)) {
                faults.add(fault("from", "NO_TARIFF", "Iuran ini baru berlaku sejak Juli 2015."));
            } else if (first.getYear() > 2100) {
                faults.add(fault("from", "MONTH_MALFORMED", "Bulan mulai terlalu jauh."));
            }
            if (!PAYERS.contains(payer)) {
                faults.add(fault("payer", "PAYER_UNKNOWN", "Pembayar harus APBD, SELF, atau SPONSOR."));
            }
            if (!SECTORS.contains(sector)) {
                faults.add(fault("sector", "SECTOR_UNKNOWN", "Sektor harus TRANSPORT atau OTHER."));
            }
            if (!faults.isEmpty()) {
                throw Refusal.invalid("QUOTE_INVALID", "Permintaan perhitungan iuran belum benar.", faults);
            }
        }

        private static void within(Long value, long least, long most, String field, String message, List<Finding> faults) {
            if (value == null || value < least || value > most) {
                faults.add(fault(field, value == null ? "FIELD_REQUIRED" : "OUT_OF_RANGE", message));
            }
        }

        private static Finding fault(String field, String code, String message) {
            return Finding.at("/" + field, field, code, message);
        }
    }

    /** Whole rupiah; {@code perWorkerMonth} is that of the first month, {@code workerMonths} what the earmark buys. */
    record Quote(long perWorkerMonth, long cost, @JsonProperty("short") long shortage, long workerMonths,
                 List<Plan.Option> options, List<String> legalBasis) {}

    @PostMapping("/api/premiums/quote")
    Quote quote(@RequestBody Wish wish) {
        wish.check();
        Tariff.Months months = tariff.of(month(wish.from()), wish.months(), wish.income(), wish.payer(), wish.sector());
        Plan plan = new Plan(Rupiah.of(wish.earmark()), wish.workers(), months.rates());
        return new Quote(months.rates().get(0).amount(), plan.cost().amount(), plan.shortage().amount(), plan.workerMonths(),
                plan.options(), months.legalBasis());
    }

    /** {@code 2026-10} as a month; null where it is none. */
    static YearMonth month(String text) {
        try {
            return text == null ? null : YearMonth.parse(text.strip());
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
