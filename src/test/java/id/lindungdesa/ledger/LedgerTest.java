package id.lindungdesa.ledger;

import static id.lindungdesa.ledger.Books.MONDAY;
import static id.lindungdesa.ledger.Books.transfer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.lindungdesa.money.Rupiah;
import id.lindungdesa.refusal.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.util.PSQLException;
import org.springframework.boot.actuate.health.Status;

class LedgerTest {

    static final Books books = Books.fresh("ledger_test");

    final Ledger ledger = books.ledger;
    final UUID decree = UUID.randomUUID();
    final Account budget = Account.budget("15", decree);
    final Account treasury = Account.treasury("15", decree);
    final Account regency = Account.regencyTransit("15.04", decree);
    final Account grant = Account.villageGrant("15.04.03.2001", decree);
    final Account premium = Account.villagePremium("15.04.03.2001", decree);

    @AfterEach
    void thePromisesHold() {
        assertThat(books.health.faults()).isEmpty();
    }

    @Test
    void moneyGoesFromTheDebitToTheCreditAccount() {
        ledger.post(transfer(budget, treasury, 100_000_000));
        ledger.post(transfer(treasury, regency, 30_000_000));

        assertThat(ledger.balance(budget)).isEqualTo(-100_000_000);
        assertThat(ledger.balance(treasury)).isEqualTo(70_000_000);
        assertThat(ledger.balance("regency/15.04/transit/" + decree)).isEqualTo(30_000_000);
        assertThat(ledger.balance(grant)).isZero();
    }

    @Test
    void aWholeChainIsPostedAtOnce() {
        UUID claim = UUID.randomUUID();
        Account incoming = Account.insurerIncoming();
        Account october = Account.insurerPremium(YearMonth.of(2022, 10));
        long before = ledger.balance(october);

        ledger.postAll(List.of(transfer(budget, treasury, 100), transfer(treasury, regency, 100),
                transfer(regency, grant, 90), transfer(regency, premium, 10), transfer(premium, incoming, 10),
                transfer(incoming, october, 10),
                transfer(Account.insurerBenefit("JKM"), Account.payee(claim, 1), 42_000_000)));

        assertThat(ledger.balance(grant)).isEqualTo(90);
        assertThat(ledger.balance(premium)).isZero();
        assertThat(ledger.balance(october) - before).isEqualTo(10);
        assertThat(ledger.balance("claim/" + claim + "/payee/1")).isEqualTo(42_000_000);
    }

    @Test
    void whatIsPostedReadsBackAsItWas() {
        Transfer posted = Transfer.of("DECREE_ALLOCATED", budget, treasury, Rupiah.of(156_200_000_000L), "decree " + decree,
                "853/KEP.GUB/DP3AP2-4.2/2022", MONDAY, decree);

        ledger.post(posted);

        assertThat(ledger.transfer(posted.id())).contains(posted);
        assertThat(ledger.transfer(UUID.randomUUID())).isEmpty();
    }

    @Test
    void aCaseShowsItsTransfersInTheOrderOfTheBooks() {
        List<Transfer> chain = new ArrayList<>();
        for (int step = 1; step <= 30; step++) {
            chain.add(Transfer.of("STEP", budget, treasury, Rupiah.of(step), "case " + decree, "Pasal 1", MONDAY, decree, step));
        }

        ledger.postAll(chain);

        assertThat(ledger.transfersOf("case " + decree)).isEqualTo(chain);
    }

    @Test
    void aRepeatedTransferChangesNothing() {
        Transfer transfer = transfer(budget, treasury, 100);
        Transfer later = new Transfer(transfer.id(), budget, treasury, transfer.rupiah(), transfer.code(),
                transfer.reference(), transfer.legalBasis(), MONDAY.plus(Duration.ofDays(1)), transfer.reverses());

        ledger.post(transfer);
        ledger.post(transfer);
        ledger.postAll(List.of(later, transfer, transfer(budget, treasury, 5), later));

        assertThat(ledger.balance(treasury)).isEqualTo(105);
        assertThat(ledger.transfer(transfer.id()).orElseThrow().postedAt()).isEqualTo(MONDAY);
    }

    @Test
    void anIdThatComesBackWithOtherContentIsAnError() {
        UUID key = UUID.randomUUID();
        ledger.post(transfer(budget, treasury, 100, key));

        assertThatThrownBy(() -> ledger.post(transfer(budget, treasury, 101, key)))
                .isInstanceOf(IllegalStateException.class).hasMessageContaining(Transfer.idOf("TEST_MOVE", key).toString());
        assertThatThrownBy(() -> ledger.post(transfer(budget, regency, 100, key))).isInstanceOf(IllegalStateException.class);
        Transfer fresh = transfer(budget, treasury, 7);
        assertThatThrownBy(() -> ledger.postAll(List.of(fresh, transfer(budget, treasury, 99, key))))
                .isInstanceOf(IllegalStateException.class);

        assertThat(ledger.balance(treasury)).isEqualTo(100);
        assertThat(ledger.transfer(fresh.id())).isEmpty();
    }

    @Test
    void twoContentsUnderOneIdInOnePostingAreAnError() {
        UUID key = UUID.randomUUID();

        assertThatThrownBy(() -> ledger.postAll(List.of(transfer(budget, treasury, 1, key), transfer(budget, treasury, 2, key))))
                .isInstanceOf(IllegalStateException.class);

        assertThat(ledger.balance(treasury)).isZero();
    }

    @Test
    void noGuardedAccountIsOverdrawn() {
        ledger.post(transfer(budget, treasury, 100));

        Refusal refusal = catchThrowableOfType(Refusal.class, () -> ledger.post(transfer(treasury, regency, 101)));

        assertThat(refusal.code()).isEqualTo("INSUFFICIENT_FUNDS");
        assertThat(refusal.kind()).isEqualTo(Refusal.Kind.CONFLICT);
        assertThat(refusal).hasMessage("Saldo rekening province/15/treasury/%s tidak mencukupi untuk memindahkan Rp101."
                .formatted(decree));
        assertThat(ledger.balance(treasury)).isEqualTo(100);
        ledger.post(transfer(treasury, regency, 100));
        assertThat(ledger.balance(treasury)).isZero();
    }

    @Test
    void oneShortAccountHoldsBackTheWholePosting() {
        ledger.post(transfer(budget, treasury, 100));

        Refusal refusal = catchThrowableOfType(Refusal.class,
                () -> ledger.postAll(List.of(transfer(treasury, regency, 60), transfer(treasury, grant, 60))));

        assertThat(refusal.code()).isEqualTo("INSUFFICIENT_FUNDS");
        assertThat(ledger.balance(regency)).isZero();
        assertThat(ledger.balance(treasury)).isEqualTo(100);
    }

    @Test
    void aRefusedTransferTakesItsTransactionBack() {
        assertThatThrownBy(() -> books.transaction.executeWithoutResult(status -> {
            ledger.post(transfer(budget, treasury, 100));
            ledger.post(transfer(treasury, regency, 101));
        })).isInstanceOf(Refusal.class);

        assertThat(ledger.balance(treasury)).isZero();
    }

    @Test
    void otherViolationsAreNoRefusals() {
        Account sourceOutOfNowhere = new Account("village/15.04.03.2001/magic", false);

        assertThatThrownBy(() -> ledger.post(transfer(sourceOutOfNowhere, treasury, 1)))
                .isNotInstanceOf(Refusal.class).hasMessageContaining("ledger_account_sources");
        ledger.open(treasury);
        assertThatThrownBy(() -> ledger.open(new Account(treasury.path(), false)))
                .hasMessageContaining(treasury.path());
    }

    @Test
    void anAmountThatTheBooksCannotHoldIsRefusedWhole() {
        ledger.post(transfer(budget, treasury, Long.MAX_VALUE - 5));
        UUID tooMuch = UUID.randomUUID();

        assertThatThrownBy(() -> ledger.post(transfer(budget, treasury, 6, tooMuch))).isNotInstanceOf(Refusal.class);

        assertThat(ledger.transfer(Transfer.idOf("TEST_MOVE", tooMuch))).isEmpty();
    }

    @Test
    void aReversalTakesBackOnceAndShowsInTheCase() {
        Transfer sent = transfer(budget, treasury, 100);
        ledger.post(sent);
        Instant tuesday = MONDAY.plus(Duration.ofDays(1));

        Transfer reversal = ledger.reversal(sent.id(), "Salah rekening tujuan", tuesday);
        Transfer repeated = ledger.reversal(sent.id(), "Sekali lagi", tuesday.plusSeconds(60));

        assertThat(ledger.balance(treasury)).isZero();
        assertThat(ledger.balance(budget)).isZero();
        assertThat(reversal.reverses()).contains(sent.id());
        assertThat(reversal.debit()).isEqualTo(treasury);
        assertThat(repeated).isEqualTo(reversal);
        assertThat(ledger.transfersOf(sent.reference())).containsExactly(sent, reversal);
    }

    @Test
    void moneyThatHasGoneOnCannotBeTakenBack() {
        Transfer sent = transfer(budget, treasury, 100);
        ledger.postAll(List.of(sent, transfer(treasury, regency, 40)));

        Refusal refusal = catchThrowableOfType(Refusal.class, () -> ledger.reversal(sent.id(), "Salah", MONDAY));

        assertThat(refusal.code()).isEqualTo("INSUFFICIENT_FUNDS");
        assertThat(ledger.balance(treasury)).isEqualTo(60);
    }

    @Test
    void thereIsNoReversalOfNothingAndNoneOfAReversal() {
        Transfer sent = transfer(budget, treasury, 100);
        ledger.post(sent);
        UUID reversal = ledger.reversal(sent.id(), "Salah", MONDAY).id();

        assertThatThrownBy(() -> ledger.reversal(reversal, "Ternyata benar", MONDAY))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(catchThrowableOfType(Refusal.class, () -> ledger.reversal(UUID.randomUUID(), "Salah", MONDAY)).code())
                .isEqualTo("TRANSFER_UNKNOWN");
    }

    /** Also by a hand that writes SQL as the owner of the tables. */
    @ParameterizedTest
    @ValueSource(strings = {
            "update ledger_transfer set rupiah = 1",
            "update ledger_transfer set posted_at = posted_at",
            "delete from ledger_transfer",
            "truncate ledger_transfer",
            "truncate ledger_account cascade",
            "delete from ledger_account",
            "delete from ledger_account where debits = 0 and credits = 0",
            "update ledger_account set credits = credits + 1",
            "update ledger_account set debits = 0, credits = 0",
            "update ledger_account set guarded = false",
            "update ledger_account set path = path || 'x'",
            "insert into ledger_account (path, guarded, debits, credits) values ('village/x/grant', true, 0, 5)",
            "insert into ledger_account (path, guarded) values ('village/x/grant', false)",
            "insert into ledger_account as a (path, guarded) select path, guarded from ledger_account limit 1 "
                    + "on conflict (path) do update set credits = a.credits + 5"})
    void theBooksCannotBeTamperedWith(String sql) {
        ledger.postAll(List.of(transfer(budget, treasury, 100), transfer(treasury, regency, 40)));
        ledger.open(grant);
        long before = books.transfers();

        assertThatThrownBy(() -> books.jdbc.sql(sql).update()).satisfies(LedgerTest::isAViolation);

        assertThat(books.transfers()).isEqualTo(before);
        assertThat(ledger.balance(treasury)).isEqualTo(60);
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "gen_random_uuid(), :treasury, :regency, 101, 'X', 'r', 'l', now(), null",      // overdraft
            "gen_random_uuid(), :treasury, :treasury, 1, 'X', 'r', 'l', now(), null",       // to itself
            "gen_random_uuid(), :treasury, :regency, 0, 'X', 'r', 'l', now(), null",
            "gen_random_uuid(), :treasury, :regency, -1, 'X', 'r', 'l', now(), null",
            "gen_random_uuid(), :treasury, 'village/nowhere', 1, 'X', 'r', 'l', now(), null",
            "gen_random_uuid(), :treasury, :regency, 1, 'x', 'r', 'l', now(), null",
            "gen_random_uuid(), :treasury, :regency, 1, 'X', '', 'l', now(), null",
            "gen_random_uuid(), :treasury, :regency, 1, 'X', 'r', '', now(), null",
            "gen_random_uuid(), :treasury, :regency, 1, 'REVERSAL', 'r', 'l', now(), null",
            "gen_random_uuid(), :treasury, :budget, 99, 'REVERSAL', 'r', 'l', now(), :sent",    // takes back less
            "gen_random_uuid(), :treasury, :regency, 100, 'REVERSAL', 'r', 'l', now(), :sent"}) // gives it to another
    void noSqlPostsAWrongTransfer(String values) {
        Transfer sent = transfer(budget, treasury, 100);
        ledger.open(regency);
        ledger.post(sent);

        assertThatThrownBy(() -> books.jdbc.sql("""
                insert into ledger_transfer (id, debit_path, credit_path, rupiah, code, reference, legal_basis, posted_at,
                       reverses) values (%s)""".formatted(values))
                .param("treasury", treasury.path()).param("regency", regency.path()).param("budget", budget.path())
                .param("sent", sent.id()).update()).satisfies(LedgerTest::isAViolation);

        assertThat(ledger.balance(treasury)).isEqualTo(100);
    }

    @Test
    void aTransferWrittenBySqlIsCountedLikeAnyOther() {
        ledger.open(budget, treasury, regency);

        books.jdbc.sql("""
                insert into ledger_transfer (id, debit_path, credit_path, rupiah, code, reference, legal_basis, posted_at)
                values (gen_random_uuid(), :budget, :treasury, 100, 'X', 'r', 'l', now()),
                       (gen_random_uuid(), :treasury, :regency, 30, 'X', 'r', 'l', now())""")
                .param("budget", budget.path()).param("treasury", treasury.path()).param("regency", regency.path()).update();

        assertThat(ledger.balance(treasury)).isEqualTo(70);
    }

    /** A decree for the whole province, ten transfers a village. */
    @Test
    void aWholeProvinceIsPostedInOneStatement() {
        List<Transfer> transfers = new ArrayList<>();
        transfers.add(transfer(budget, treasury, 15_620L * 10_000_000));
        for (int village = 0; village < 1_562; village++) {
            Account of = Account.villageGrant("15.%04d".formatted(village), decree);
            for (int part = 0; part < 10; part++) {
                transfers.add(transfer(treasury, of, 10_000_000));
            }
        }
        long start = System.nanoTime();

        ledger.postAll(transfers);

        long posted = System.nanoTime();
        assertThat(ledger.balance(treasury)).isZero();
        assertThat(ledger.balance(Account.villageGrant("15.1561", decree))).isEqualTo(100_000_000);
        ledger.postAll(transfers);
        assertThat(ledger.balance(Account.villageGrant("15.1561", decree))).isEqualTo(100_000_000);
        System.out.printf("%,d transfers posted in %d ms, repeated in %d ms%n", transfers.size(),
                (posted - start) / 1_000_000, (System.nanoTime() - posted) / 1_000_000);
    }

    @Test
    void theViewsForOthersShowTheSame() {
        Transfer sent = transfer(budget, treasury, 100);
        ledger.post(sent);

        assertThat(books.jdbc.sql("select balance from report_ledger_account where path = :path")
                .param("path", treasury.path()).query(Long.class).single()).isEqualTo(100);
        assertThat(books.jdbc.sql("select rupiah from report_ledger_transfer where id = :id")
                .param("id", sent.id()).query(Long.class).single()).isEqualTo(100);
    }

    /** A rule of the books said no (class 23), not a slip in the test's SQL. */
    private static void isAViolation(Throwable refused) {
        assertThat(refused).rootCause().isInstanceOfSatisfying(PSQLException.class, cause -> {
            assertThat(cause.getSQLState()).startsWith("23");
            assertThat(cause.getServerErrorMessage().getConstraint()).startsWith("ledger_");
        });
    }

    @Test
    void healthIsUpWhilePromisesHold() {
        ledger.post(transfer(budget, treasury, 100));

        assertThat(new LedgerHealth(books.jdbc).health().getStatus()).isEqualTo(Status.UP);
    }
}
