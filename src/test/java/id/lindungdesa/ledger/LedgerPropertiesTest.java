package id.lindungdesa.ledger;

import static id.lindungdesa.ledger.Books.MONDAY;
import static id.lindungdesa.ledger.Books.transfer;
import static org.assertj.core.api.Assertions.assertThat;

import id.lindungdesa.refusal.Refusal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Any history of transfers, batches, repetitions and reversals leaves the books as simple arithmetic says. */
class LedgerPropertiesTest {

    static final Books books = Books.fresh("ledger_properties");

    enum Kind { TRANSFER, BATCH, REPEAT, REVERSAL }

    /** One step of a history; what its numbers mean depends on the kind. */
    record Step(Kind kind, int first, int second, long rupiah) {}

    @Provide
    Arbitrary<List<Step>> histories() {
        return Combinators.combine(Arbitraries.of(Kind.class), Arbitraries.integers().between(0, 1000),
                Arbitraries.integers().between(0, 1000), Arbitraries.longs().between(1, 100)).as(Step::new)
                .list().ofMinSize(5).ofMaxSize(40);
    }

    @Property(tries = 60)
    void theBooksFollowArithmetic(@ForAll("histories") List<Step> steps) {
        var history = new History();

        steps.forEach(history::take);

        for (int account = 0; account < history.accounts.size(); account++) {
            assertThat(books.ledger.balance(history.accounts.get(account))).isEqualTo(history.balances[account]);
        }
        assertThat(Arrays.stream(history.balances).sum()).isZero();
        assertThat(books.health.faults()).isEmpty();
    }

    /** The books beside a model of plain numbers: account 0 is the source, the others are guarded. */
    private static final class History {

        final List<Account> accounts;
        final long[] balances = new long[4];
        final List<Transfer> posted = new ArrayList<>();
        final Set<UUID> reversed = new HashSet<>();

        History() {
            UUID decree = UUID.randomUUID();
            accounts = List.of(Account.budget("15", decree), Account.treasury("15", decree),
                    Account.regencyTransit("15.04", decree), Account.villageGrant("15.04.03.2001", decree));
        }

        void take(Step step) {
            switch (step.kind()) {
                case TRANSFER -> tryToPost(List.of(transferOf(step, 0)));
                case BATCH -> tryToPost(List.of(transferOf(step, 0), transferOf(step, 1), transferOf(step, 2)));
                case REPEAT -> {
                    if (!posted.isEmpty()) {
                        books.ledger.postAll(List.of(posted.get(step.first() % posted.size()),
                                posted.get(step.second() % posted.size())));
                    }
                }
                case REVERSAL -> {
                    if (!posted.isEmpty()) {
                        reverse(posted.get(step.first() % posted.size()));
                    }
                }
            }
        }

        private Transfer transferOf(Step step, int shift) {
            int from = (step.first() + shift) % 4;
            int to = (from + 1 + step.second() % 3) % 4;
            return transfer(accounts.get(from), accounts.get(to), step.rupiah());
        }

        private void tryToPost(List<Transfer> transfers) {
            long[] after = balances.clone();
            transfers.forEach(transfer -> apply(transfer, after));
            boolean covered = after[1] >= 0 && after[2] >= 0 && after[3] >= 0;
            assertThat(accepted(() -> books.ledger.postAll(transfers))).isEqualTo(covered);
            if (covered) {
                posted.addAll(transfers);
                System.arraycopy(after, 0, balances, 0, 4);
            }
        }

        private void reverse(Transfer original) {
            long[] after = balances.clone();
            boolean again = reversed.contains(original.id());
            if (!again) {
                apply(original.reversal("Salah", MONDAY), after);
            }
            boolean covered = after[1] >= 0 && after[2] >= 0 && after[3] >= 0;
            assertThat(accepted(() -> books.ledger.reversal(original.id(), "Salah", MONDAY))).isEqualTo(covered);
            if (covered) {
                reversed.add(original.id());
                System.arraycopy(after, 0, balances, 0, 4);
            }
        }

        private void apply(Transfer transfer, long[] to) {
            to[accounts.indexOf(transfer.debit())] -= transfer.rupiah().amount();
            to[accounts.indexOf(transfer.credit())] += transfer.rupiah().amount();
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
    }
}
