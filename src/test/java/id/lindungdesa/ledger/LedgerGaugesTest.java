package id.lindungdesa.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import id.lindungdesa.operation.GaugesFixture;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

/** A broken promise of the books is a number that an alert can see. */
class LedgerGaugesTest {

    private static final Books books = Books.fresh("ledger_gauges");

    @Test
    void aBrokenPromiseIsCounted() {
        books.funded("insurer/incoming", 5);
        SimpleMeterRegistry whole = look();
        for (var gauge : whole.get("lindungdesa.ledger.broken").gauges()) {
            assertThat(gauge.value()).as(gauge.getId().toString()).isZero();
        }

        SimpleMeterRegistry broken = books.transaction.execute(status -> {
            status.setRollbackOnly();
            books.jdbc.sql("set local session_replication_role = replica").update();
            books.jdbc.sql("update ledger_account set credits = credits + 1 where path = 'insurer/incoming'").update();
            SimpleMeterRegistry now = look();
            assertThat(value(now, "account_differs_from_its_transfers")).isEqualTo(1);
            return now;
        });

        assertThat(value(broken, "debits_differ_from_credits")).isEqualTo(1);
        assertThat(value(broken, "guarded_account_is_overdrawn")).isZero();
    }

    /** Values that nobody has looked at yet, on books that nobody has added up. */
    private static SimpleMeterRegistry look() {
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        new LedgerGauges(GaugesFixture.in(registry), new LedgerHealth(books.jdbc));
        return registry;
    }

    private static double value(SimpleMeterRegistry registry, String check) {
        return registry.get("lindungdesa.ledger.broken").tag("check", check).gauge().value();
    }
}
