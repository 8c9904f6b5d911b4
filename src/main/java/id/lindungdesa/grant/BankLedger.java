package id.lindungdesa.grant;

import id.lindungdesa.money.Rupiah;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the bank reported, fitting or not. */
@Repository
class BankLedger {

    /** One credit as the bank tells it; the account is an office's or a village's, never a person's. */
    record Credit(String reference, String account, Rupiah rupiah, LocalDate valueDate) {}

    record Received(UUID id, Credit credit) {}

    private final JdbcClient jdbc;

    BankLedger(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Received> byReference(String reference) {
        return jdbc.sql("select id, reference, account, rupiah, value_date from grant_bank_credit where reference = :reference")
                .param("reference", reference).query(BankLedger::received).optional();
    }

    /** What the bank reported for a reference and we did not expect, latest last. */
    List<Credit> mismatchesOf(String reference) {
        return jdbc.sql("""
                select id, reference, account, rupiah, value_date from grant_bank_mismatch
                 where reference = :reference order by reported_at""")
                .param("reference", reference).query(BankLedger::received).list().stream().map(Received::credit).toList();
    }

    UUID add(Credit credit, UUID run, UUID disbursement, String by, Instant at) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                insert into grant_bank_credit (id, reference, run_id, disbursement_id, account, rupiah, value_date, reported_by, reported_at)
                values (:id, :reference, :run, :disbursement, :account, :rupiah, :valueDate, :by, :at)""")
                .param("id", id).param("reference", credit.reference()).param("run", run).param("disbursement", disbursement)
                .param("account", credit.account()).param("rupiah", credit.rupiah().amount())
                .param("valueDate", credit.valueDate()).param("by", by).param("at", at.atOffset(ZoneOffset.UTC)).update();
        return id;
    }

    /** Kept once, however often the bank sends it. */
    void addMismatch(Credit credit, String code, Rupiah expected, String by, Instant at) {
        jdbc.sql("""
                insert into grant_bank_mismatch (id, reference, account, rupiah, value_date, code, expected_rupiah, reported_by, reported_at)
                values (:id, :reference, :account, :rupiah, :valueDate, :code, :expected, :by, :at)
                    on conflict (reference, account, rupiah, value_date, code) do nothing""")
                .param("id", UUID.randomUUID()).param("reference", credit.reference()).param("account", credit.account())
                .param("rupiah", credit.rupiah().amount()).param("valueDate", credit.valueDate()).param("code", code)
                .param("expected", expected == null ? null : expected.amount()).param("by", by)
                .param("at", at.atOffset(ZoneOffset.UTC)).update();
    }

    private static Received received(ResultSet row, int number) throws SQLException {
        return new Received(row.getObject("id", UUID.class), new Credit(row.getString("reference"), row.getString("account"),
                Rupiah.of(row.getLong("rupiah")), row.getObject("value_date", LocalDate.class)));
    }
}
