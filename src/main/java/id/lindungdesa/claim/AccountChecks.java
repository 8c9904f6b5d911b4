package id.lindungdesa.claim;

import id.lindungdesa.claim.AccountCheck.State;
import id.lindungdesa.refusal.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the bank said of the payees' accounts, and the accounts that were corrected after filing. */
@Repository
class AccountChecks {

    private static final String COLUMNS = "select id, claim_id, payee, account, expected, holder, state, reason, document_id, proposed_account, proposed_by"
            + " from claim_account_check";

    private final JdbcClient jdbc;

    AccountChecks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    AccountCheck get(UUID id) {
        return jdbc.sql(COLUMNS + " where id = :id").param("id", id).query(AccountChecks::check).optional()
                .orElseThrow(() -> Refusal.notFound("ACCOUNT_CHECK_UNKNOWN", "Pemeriksaan rekening tidak ditemukan."));
    }

    /** The newest answer about exactly that account. */
    Optional<AccountCheck> latest(UUID claimId, int payee, String account) {
        return jdbc.sql(COLUMNS + " " + """
                where claim_id = :claim and payee = :payee and account = :account order by entry_number desc limit 1""")
                .param("claim", claimId).param("payee", payee).param("account", account).query(AccountChecks::check).optional();
    }

    List<AccountCheck> of(UUID claimId) {
        return jdbc.sql(COLUMNS + " where claim_id = :claim order by entry_number").param("claim", claimId)
                .query(AccountChecks::check).list();
    }

    void add(AccountCheck check, String by, Instant at) {
        jdbc.sql("""
                insert into claim_account_check (id, claim_id, payee, account, expected, holder, state, answered_by, answered_at)
                values (:id, :claim, :payee, :account, :expected, :holder, :state, :by, :at)""")
                .param("id", check.id()).param("claim", check.claimId()).param("payee", check.payee())
                .param("account", check.account()).param("expected", check.expected()).param("holder", check.holder())
                .param("state", check.state().name()).param("by", by).param("at", Claims.time(at)).update();
    }

    void settle(AccountCheck check, State state, String reason) {
        requireOpen(jdbc.sql("update claim_account_check set state = :state, reason = :reason where id = :id and state = 'DIFFERENT'")
                .param("state", state.name()).param("reason", reason).param("id", check.id()).update());
    }

    /** @param account another account, or null where this one is to be accepted */
    void propose(AccountCheck check, String account, String reason, UUID document, String by) {
        requireOpen(jdbc.sql("""
                update claim_account_check
                   set proposed_account = :account, reason = :reason, document_id = :document, proposed_by = :by
                 where id = :id and state = 'DIFFERENT'""")
                .param("account", account).param("reason", reason).param("document", document).param("by", by)
                .param("id", check.id()).update());
    }

    private static void requireOpen(int changed) {
        if (changed != 1) {
            throw Refusal.conflict("ACCOUNT_CHECK_SETTLED", "Perbedaan nama rekening ini sudah diselesaikan.");
        }
    }

    /** The account as it was corrected last, where it was. */
    Optional<String> changed(UUID claimId, int payee) {
        return jdbc.sql("""
                select account from claim_account_change where claim_id = :claim and payee = :payee
                 order by entry_number desc limit 1""")
                .param("claim", claimId).param("payee", payee).query(String.class).optional();
    }

    /** The account that an injured worker named for himself. */
    Optional<String> ofWorker(UUID claimId) {
        return jdbc.sql("select worker_account from claim_injury where claim_id = :claim and worker_account is not null")
                .param("claim", claimId).query(String.class).optional();
    }

    void change(UUID claimId, int payee, String account, String reason, UUID document, String by, Instant at) {
        jdbc.sql("""
                insert into claim_account_change (claim_id, payee, account, reason, document_id, changed_by, changed_at)
                values (:claim, :payee, :account, :reason, :document, :by, :at)""")
                .param("claim", claimId).param("payee", payee).param("account", account).param("reason", reason)
                .param("document", document).param("by", by).param("at", Claims.time(at)).update();
    }

    private static AccountCheck check(ResultSet row, int number) throws SQLException {
        return new AccountCheck(row.getObject("id", UUID.class), row.getObject("claim_id", UUID.class), row.getInt("payee"),
                row.getString("account"), row.getString("expected"), row.getString("holder"),
                State.valueOf(row.getString("state")), row.getString("reason"), row.getObject("document_id", UUID.class),
                row.getString("proposed_account"), row.getString("proposed_by"));
    }
}
