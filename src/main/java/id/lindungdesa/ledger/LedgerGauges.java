package id.lindungdesa.ledger;

import id.lindungdesa.operation.Gauges;
import id.lindungdesa.operation.Reading;
import java.util.function.ToLongFunction;
import org.springframework.stereotype.Component;

/** Tells which promise of the books is broken and how often. All zero, or somebody has gone round the database's guards. */
@Component
class LedgerGauges {

    LedgerGauges(Gauges gauges, LedgerHealth health) {
        Reading<LedgerHealth.Broken> books = gauges.reading("ledger", health::latest);
        check(gauges, books, "debits_differ_from_credits", LedgerHealth.Broken::debitsDifferFromCredits);
        check(gauges, books, "sums_differ_from_transfers", LedgerHealth.Broken::sumsDifferFromTransfers);
        check(gauges, books, "account_differs_from_its_transfers", LedgerHealth.Broken::anAccountDiffersFromItsTransfers);
        check(gauges, books, "guarded_account_is_overdrawn", LedgerHealth.Broken::aGuardedAccountIsOverdrawn);
    }

    private static void check(Gauges gauges, Reading<LedgerHealth.Broken> books, String check,
            ToLongFunction<LedgerHealth.Broken> count) {
        gauges.gauge("lindungdesa.ledger.broken", "Times that a promise of the books is broken", books, count,
                "check", check);
    }
}
