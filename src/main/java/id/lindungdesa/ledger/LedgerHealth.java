package id.lindungdesa.ledger;

import id.lindungdesa.operation.Wholeness;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Adds up all books again and says which promise is broken, by name only. The database keeps the promises by itself; what
 * is looked for here is a hand that went round it (a trigger switched off, a faulty restore). Everything is read in one
 * statement, hence from one moment, and at most once a minute, since anybody may ask for the health.
 */
@Component("ledgerHealthIndicator")
class LedgerHealth extends AbstractHealthIndicator implements Wholeness {

    private static final Duration FRESH = Duration.ofMinutes(1);

    private static final String PROMISES = """
            with total as (select coalesce(sum(debits), 0) as debits, coalesce(sum(credits), 0) as credits
                             from ledger_account),
                 moved as (select path, sum(debit) as debits, sum(credit) as credits
                             from (select debit_path as path, rupiah as debit, 0 as credit from ledger_transfer
                                   union all
                                   select credit_path, 0, rupiah from ledger_transfer) side
                            group by path)
            select (select count(*) from total where debits <> credits) as debits_differ_from_credits,
                   (select count(*) from total
                     where debits <> (select coalesce(sum(rupiah), 0) from ledger_transfer)) as sums_differ_from_transfers,
                   (select count(*) from ledger_account account full join moved using (path)
                     where account.debits is distinct from coalesce(moved.debits, 0)
                        or account.credits is distinct from coalesce(moved.credits, 0)) as an_account_differs_from_its_transfers,
                   (select count(*) from ledger_account where guarded and debits > credits) as a_guarded_account_is_overdrawn
            """;

    /** How many times each promise is broken. */
    record Broken(long debitsDifferFromCredits, long sumsDifferFromTransfers, long anAccountDiffersFromItsTransfers,
            long aGuardedAccountIsOverdrawn) {

        List<String> names() {
            List<String> names = new ArrayList<>();
            add(names, debitsDifferFromCredits, "DEBITS_DIFFER_FROM_CREDITS");
            add(names, sumsDifferFromTransfers, "SUMS_DIFFER_FROM_TRANSFERS");
            add(names, anAccountDiffersFromItsTransfers, "AN_ACCOUNT_DIFFERS_FROM_ITS_TRANSFERS");
            add(names, aGuardedAccountIsOverdrawn, "A_GUARDED_ACCOUNT_IS_OVERDRAWN");
            return names;
        }

        private static void add(List<String> names, long count, String name) {
            if (count > 0) {
                names.add(name);
            }
        }
    }

    private final JdbcClient jdbc;
    private Broken broken;
    private long checkedAt;

    LedgerHealth(JdbcClient jdbc) {
        super("The ledger could not be checked");
        this.jdbc = jdbc;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        List<String> names = latest().names();
        if (names.isEmpty()) {
            builder.up();
        } else {
            builder.down().withDetail("broken", names);
        }
    }

    /** One asks the database, the others wait for his answer; elapsed time, for the application's clock may travel. */
    synchronized Broken latest() {
        if (broken == null || System.nanoTime() - checkedAt > FRESH.toNanos()) {
            broken = read();
            checkedAt = System.nanoTime();
        }
        return broken;
    }

    @Override
    public String subject() {
        return "ledger";
    }

    /** The names of the promises that do not hold now. */
    @Override
    public List<String> faults() {
        return read().names();
    }

    private Broken read() {
        return jdbc.sql(PROMISES).query(Broken.class).single();
    }
}
