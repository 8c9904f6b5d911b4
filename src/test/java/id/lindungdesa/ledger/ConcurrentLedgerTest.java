package id.lindungdesa.ledger;

import static id.lindungdesa.ledger.Books.MONDAY;
import static id.lindungdesa.ledger.Books.transfer;
import static org.assertj.core.api.Assertions.assertThat;

import id.lindungdesa.refusal.Refusal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Eight writers on the same few accounts. A deadlock would surface as an exception of one of them. */
@Timeout(120)
class ConcurrentLedgerTest {

    static final int WRITERS = 8;
    static final Books books = Books.fresh("ledger_concurrent");
    static final ExecutorService writers = Executors.newFixedThreadPool(WRITERS);

    @AfterEach
    void thePromisesHold() {
        assertThat(books.health.faults()).isEmpty();
    }

    @AfterAll
    static void stop() {
        writers.shutdownNow();
    }

    @Test
    void transfersBetweenThreeAccountsNeitherDeadlockNorLoseMoney() throws Exception {
        List<Account> accounts = threeFundedAccounts(1_000);

        List<Integer> posted = atOnce(writer -> () -> {
            Random random = new Random(writer);
            int accepted = 0;
            for (int n = 0; n < 250; n++) {
                accepted += accepted(() -> books.ledger.post(anyMove(accounts, random))) ? 1 : 0;
            }
            return accepted;
        });

        assertThat(accounts.stream().mapToLong(books.ledger::balance).sum()).isEqualTo(3_000);
        assertThat(accounts).allMatch(account -> books.ledger.balance(account) >= 0);
        assertThat(posted).allMatch(accepted -> accepted > 50);
    }

    @Test
    void batchesInAnyOrderDoNotDeadlockEither() throws Exception {
        List<Account> accounts = threeFundedAccounts(100_000);

        atOnce(writer -> () -> {
            Random random = new Random(writer);
            for (int n = 0; n < 60; n++) {
                List<Transfer> batch = new ArrayList<>();
                for (int size = 0; size < 10; size++) {
                    batch.add(anyMove(accounts, random));
                }
                accepted(() -> books.ledger.postAll(batch));
            }
            return null;
        });

        assertThat(accounts.stream().mapToLong(books.ledger::balance).sum()).isEqualTo(300_000);
    }

    @Test
    void newAccountsAreOpenedByManyWritersAtOnce() throws Exception {
        for (int round = 0; round < 5; round++) {
            UUID decree = UUID.randomUUID();
            Account budget = Account.budget("15", decree);
            List<Account> villages = IntStream.range(0, 500)
                    .mapToObj(village -> Account.villageGrant("15.04.03." + village, decree)).toList();

            atOnce(writer -> () -> {
                List<Account> inAnyOrder = new ArrayList<>(villages);
                Collections.shuffle(inAnyOrder, new Random(writer));
                books.ledger.postAll(inAnyOrder.stream().map(village -> transfer(budget, village, 1)).toList());
                return null;
            });

            assertThat(villages).allMatch(village -> books.ledger.balance(village) == WRITERS);
        }
    }

    @Test
    void theSameTransferFromAllWritersIsPostedOnce() throws Exception {
        for (int round = 0; round < 20; round++) {
            UUID decree = UUID.randomUUID();
            Account treasury = Account.treasury("15", decree);
            Transfer transfer = transfer(Account.budget("15", decree), treasury, 100);

            atOnce(writer -> () -> {
                books.ledger.post(transfer);
                return null;
            });

            assertThat(books.ledger.balance(treasury)).isEqualTo(100);
        }
    }

    @Test
    void theSameReversalFromAllWritersTakesBackOnce() throws Exception {
        UUID decree = UUID.randomUUID();
        Account treasury = Account.treasury("15", decree);
        Transfer transfer = transfer(Account.budget("15", decree), treasury, 100);
        books.ledger.postAll(List.of(transfer, transfer(Account.budget("15", decree), treasury, 900)));

        List<UUID> reversals = atOnce(writer -> () -> books.ledger.reversal(transfer.id(), "Salah", MONDAY).id());

        assertThat(reversals).containsOnly(reversals.get(0));
        assertThat(books.ledger.balance(treasury)).isEqualTo(900);
    }

    @Test
    void theLastMoneyIsSpentOnce() throws Exception {
        for (int round = 0; round < 20; round++) {
            Account purse = books.funded("village/purse/" + UUID.randomUUID(), 100);
            Account shop = new Account("village/shop/" + UUID.randomUUID(), true);

            List<Boolean> accepted = atOnce(writer -> () -> accepted(() -> books.ledger.post(transfer(purse, shop, 60))));

            assertThat(accepted).containsOnlyOnce(true);
            assertThat(books.ledger.balance(purse)).isEqualTo(40);
        }
    }

    private static List<Account> threeFundedAccounts(long rupiah) {
        String family = "village/" + UUID.randomUUID();
        return List.of(books.funded(family + "/a", rupiah), books.funded(family + "/b", rupiah),
                books.funded(family + "/c", rupiah));
    }

    private static Transfer anyMove(List<Account> accounts, Random random) {
        int from = random.nextInt(3);
        return transfer(accounts.get(from), accounts.get((from + 1 + random.nextInt(2)) % 3), 1 + random.nextInt(200));
    }

    private static boolean accepted(Runnable posting) {
        try {
            posting.run();
            return true;
        } catch (Refusal refusal) {
            assertThat(refusal.code()).isEqualTo("INSUFFICIENT_FUNDS");
            return false;
        }
    }

    /** All writers start together; the first exception of any of them fails the test. */
    private static <T> List<T> atOnce(IntFunction<Callable<T>> work) throws Exception {
        CountDownLatch ready = new CountDownLatch(WRITERS);
        List<Future<T>> running = new ArrayList<>();
        for (int writer = 0; writer < WRITERS; writer++) {
            Callable<T> task = work.apply(writer);
            running.add(writers.submit(() -> {
                ready.countDown();
                ready.await();
                return task.call();
            }));
        }
        List<T> results = new ArrayList<>();
        for (Future<T> future : running) {
            results.add(future.get(60, TimeUnit.SECONDS));
        }
        return results;
    }
}
