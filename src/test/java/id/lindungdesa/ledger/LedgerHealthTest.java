package id.lindungdesa.ledger;

import static id.lindungdesa.ledger.Books.transfer;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.actuate.health.Status;

/** Goes round the triggers, as an owner of the database or a faulty restore can, and is found out. */
class LedgerHealthTest {

    static final Books books = Books.fresh("ledger_health");

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "update ledger_account set credits = credits + 1 where path like 'province/15/treasury/%'"
                    + "| DEBITS_DIFFER_FROM_CREDITS,AN_ACCOUNT_DIFFERS_FROM_ITS_TRANSFERS",
            "update ledger_account set credits = credits + 1, debits = debits + 1 where path like 'province/15/treasury/%'"
                    + "| SUMS_DIFFER_FROM_TRANSFERS,AN_ACCOUNT_DIFFERS_FROM_ITS_TRANSFERS",
            "delete from ledger_transfer where rupiah = 40"
                    + "| SUMS_DIFFER_FROM_TRANSFERS,AN_ACCOUNT_DIFFERS_FROM_ITS_TRANSFERS",
            "update ledger_transfer set debit_path = credit_path, credit_path = debit_path where rupiah = 40"
                    + "| AN_ACCOUNT_DIFFERS_FROM_ITS_TRANSFERS",
            "update ledger_account set credits = 0, debits = 0"
                    + "| SUMS_DIFFER_FROM_TRANSFERS,AN_ACCOUNT_DIFFERS_FROM_ITS_TRANSFERS",
            "update ledger_account set guarded = true"
                    + "| A_GUARDED_ACCOUNT_IS_OVERDRAWN"})
    void aBrokenPromiseIsCalledByItsName(String tampering, String broken) {
        UUID decree = UUID.randomUUID();
        Account treasury = Account.treasury("15", decree);
        books.ledger.postAll(List.of(transfer(Account.budget("15", decree), treasury, 100),
                transfer(treasury, Account.regencyTransit("15.04", decree), 40)));
        assertThat(books.health.faults()).isEmpty();

        List<String> found = books.transaction.execute(status -> {
            status.setRollbackOnly();
            books.jdbc.sql("alter table ledger_account drop constraint ledger_account_not_overdrawn").update();
            books.jdbc.sql("set local session_replication_role = replica").update();
            books.jdbc.sql(tampering).update();
            return books.health.faults();
        });

        assertThat(found).containsExactly(broken.split(","));
        assertThat(books.health.faults()).isEmpty();
    }

    @Test
    void anyoneMayAskButTheBooksAreAddedUpOnceAMinute() {
        LedgerHealth health = new LedgerHealth(books.jdbc);
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);

        Status withinTheMinute = books.transaction.execute(status -> {
            status.setRollbackOnly();
            breakABook();
            return health.health().getStatus();
        });
        var atFirstSight = books.transaction.execute(status -> {
            status.setRollbackOnly();
            breakABook();
            return new LedgerHealth(books.jdbc).health();
        });

        assertThat(withinTheMinute).isEqualTo(Status.UP);
        assertThat(atFirstSight.getStatus()).isEqualTo(Status.DOWN);
        assertThat(atFirstSight.getDetails()).containsOnlyKeys("broken");
    }

    private static void breakABook() {
        books.ledger.open(Account.insurerIncoming());
        books.jdbc.sql("set local session_replication_role = replica").update();
        books.jdbc.sql("update ledger_account set credits = credits + 1 where path = 'insurer/incoming'").update();
    }
}
