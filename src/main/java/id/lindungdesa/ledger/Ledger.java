package id.lindungdesa.ledger;

import id.lindungdesa.money.Rupiah;
import id.lindungdesa.refusal.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.postgresql.util.PSQLException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Posts transfers and tells balances, in the caller's transaction. One transfer or thousands go the same way: one
 * statement, which the database adds to the accounts. Whoever moves money several times in one transaction posts it
 * together with {@link #postAll}: the accounts are then locked in one order, and two such writers cannot deadlock.
 */
@Service
public class Ledger {

    private static final String NOT_OVERDRAWN = "ledger_account_not_overdrawn";

    private static final String GIVEN = """
            unnest(cast(cast(:ids as text[]) as uuid[]), cast(:debits as text[]), cast(:credits as text[]),
                   cast(:rupiah as bigint[]), cast(:codes as text[]), cast(:references as text[]),
                   cast(:legalBases as text[]), cast(cast(:postedAt as text[]) as timestamptz[]),
                   cast(cast(:reverses as text[]) as uuid[]))
              with ordinality
              as given(id, debit_path, credit_path, rupiah, code, reference, legal_basis, posted_at, reverses, place)
            """;

    private static final String TRANSFERS = """
            select transfer.id, transfer.rupiah, transfer.code, transfer.reference, transfer.legal_basis,
                   transfer.posted_at, transfer.reverses,
                   debit.path as debit_path, debit.guarded as debit_guarded,
                   credit.path as credit_path, credit.guarded as credit_guarded
              from ledger_transfer transfer
              join ledger_account debit on debit.path = transfer.debit_path
              join ledger_account credit on credit.path = transfer.credit_path
            """;

    private final JdbcClient jdbc;

    Ledger(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Moves the money, once: repeating a posted transfer changes nothing.
     *
     * @throws Refusal INSUFFICIENT_FUNDS when a guarded account would hold less than nothing
     * @throws IllegalStateException when its id was posted with another amount, other accounts, code or case
     */
    @Transactional
    public void post(Transfer transfer) {
        postAll(List.of(transfer));
    }

    /** Moves all or nothing, in one statement, under the promises of {@link #post}; accounts not yet known are opened. */
    @Transactional
    public void postAll(List<Transfer> transfers) {
        if (transfers.isEmpty()) {
            return;
        }
        open(transfers.stream().flatMap(transfer -> Stream.of(transfer.debit(), transfer.credit())).distinct().toList());
        if (insert(transfers) < transfers.size()) {
            requireSameAsPosted(transfers);
        }
    }

    /** Opens accounts with nothing in them; one that is known stays as it is. */
    @Transactional
    public void open(Account... accounts) {
        open(Arrays.asList(accounts));
    }

    /** Whole rupiah: what came in less what went out; 0 for an account nobody opened, below 0 only for a source. */
    public long balance(Account account) {
        return balance(account.path());
    }

    public long balance(String path) {
        return jdbc.sql("select credits - debits from ledger_account where path = :path")
                .param("path", path).query(Long.class).optional().orElse(0L);
    }

    public Optional<Transfer> transfer(UUID id) {
        return jdbc.sql(TRANSFERS + " where transfer.id = :id").param("id", id).query(Ledger::transferIn).optional();
    }

    /** All transfers of a case in the order of the books. */
    public List<Transfer> transfersOf(String reference) {
        return jdbc.sql(TRANSFERS + " where transfer.reference = :reference order by transfer.entry_number")
                .param("reference", reference).query(Ledger::transferIn).list();
    }

    /**
     * Takes a transfer back, once; the same case shows both.
     *
     * @return the reversal as it stands in the books
     * @throws Refusal TRANSFER_UNKNOWN, or INSUFFICIENT_FUNDS when the money has gone on from where it was sent
     */
    @Transactional
    public Transfer reversal(UUID original, String reason, Instant at) {
        Transfer reversal = transfer(original)
                .orElseThrow(() -> Refusal.notFound("TRANSFER_UNKNOWN", "Pemindahan dana itu tidak ada dalam pembukuan."))
                .reversal(reason, at);
        post(reversal);
        return transfer(reversal.id()).orElseThrow();
    }

    private void open(Collection<Account> accounts) {
        String[] paths = texts(accounts, Account::path);
        boolean[] guarded = new boolean[paths.length];
        int place = 0;
        for (Account account : accounts) {
            guarded[place++] = account.guarded();
        }
        jdbc.sql("""
                insert into ledger_account (path, guarded)
                select path, guarded from unnest(cast(:paths as text[]), cast(:guarded as boolean[])) as given(path, guarded)
                 order by path
                    on conflict (path) do nothing""")
                .param("paths", paths).param("guarded", guarded).update();
        jdbc.sql("""
                select path from unnest(cast(:paths as text[]), cast(:guarded as boolean[])) as given(path, guarded)
                  join ledger_account using (path) where ledger_account.guarded <> given.guarded limit 1""")
                .param("paths", paths).param("guarded", guarded).query(String.class).optional().ifPresent(path -> {
                    throw new IllegalStateException("Account %s stands with another guard".formatted(path));
                });
    }

    private int insert(List<Transfer> transfers) {
        try {
            return withGiven(transfers, """
                    insert into ledger_transfer
                           (id, debit_path, credit_path, rupiah, code, reference, legal_basis, posted_at, reverses)
                    select id, debit_path, credit_path, rupiah, code, reference, legal_basis, posted_at, reverses
                      from %s order by place
                        on conflict (id) do nothing""").update();
        } catch (DataIntegrityViolationException e) {
            throw NOT_OVERDRAWN.equals(constraintOf(e)) ? insufficient(transfers) : e;
        }
    }

    /** A repeated step brings the same transfer; the same id with something else in it is a bug or an attack. */
    private void requireSameAsPosted(List<Transfer> transfers) {
        withGiven(transfers, """
                select given.id || ' ' || given.code from %s join ledger_transfer posted using (id)
                 where (given.debit_path, given.credit_path, given.rupiah, given.code, given.reference)
                       <> (posted.debit_path, posted.credit_path, posted.rupiah, posted.code, posted.reference)
                 order by place limit 1""").query(String.class).optional().ifPresent(transfer -> {
                    throw new IllegalStateException("Transfer %s is in the books with other content".formatted(transfer));
                });
    }

    private JdbcClient.StatementSpec withGiven(List<Transfer> transfers, String sql) {
        return jdbc.sql(sql.formatted(GIVEN))
                .param("ids", texts(transfers, transfer -> transfer.id().toString()))
                .param("debits", texts(transfers, Transfer::debitPath))
                .param("credits", texts(transfers, Transfer::creditPath))
                .param("rupiah", transfers.stream().mapToLong(transfer -> transfer.rupiah().amount()).toArray())
                .param("codes", texts(transfers, Transfer::code))
                .param("references", texts(transfers, Transfer::reference))
                .param("legalBases", texts(transfers, Transfer::legalBasis))
                .param("postedAt", texts(transfers, transfer -> transfer.postedAt().toString()))
                .param("reverses", texts(transfers, transfer -> transfer.reverses().map(UUID::toString).orElse(null)));
    }

    private static <T> String[] texts(Collection<T> things, Function<T, String> text) {
        return things.stream().map(text).toArray(String[]::new);
    }

    private static String constraintOf(DataIntegrityViolationException violation) {
        return violation.getMostSpecificCause() instanceof PSQLException cause && cause.getServerErrorMessage() != null
                ? cause.getServerErrorMessage().getConstraint() : null;
    }

    private static Refusal insufficient(List<Transfer> transfers) {
        return Refusal.conflict("INSUFFICIENT_FUNDS", transfers.size() == 1
                ? "Saldo rekening %s tidak mencukupi untuk memindahkan %s.".formatted(
                        transfers.get(0).debitPath(), transfers.get(0).rupiah())
                : "Saldo salah satu rekening asal tidak mencukupi; tidak ada dana yang dipindahkan.");
    }

    private static Transfer transferIn(ResultSet row, int number) throws SQLException {
        return new Transfer(row.getObject("id", UUID.class),
                new Account(row.getString("debit_path"), row.getBoolean("debit_guarded")),
                new Account(row.getString("credit_path"), row.getBoolean("credit_guarded")),
                Rupiah.of(row.getLong("rupiah")), row.getString("code"), row.getString("reference"),
                row.getString("legal_basis"), row.getObject("posted_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("reverses", UUID.class)));
    }
}
