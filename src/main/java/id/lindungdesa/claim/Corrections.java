package id.lindungdesa.claim;

import id.lindungdesa.claim.Correction.Kind;
import id.lindungdesa.claim.Correction.State;
import id.lindungdesa.money.Rupiah;
import id.lindungdesa.refusal.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Corrections of payments, what payees paid back, and what the bank reported that we could not take. */
@Repository
class Corrections {

    private static final String COLUMNS = """
            select id, number, claim_id, payee, kind, payout_id, rupiah, reason, basis, prepared, state from claim_correction
            """;

    private final JdbcClient jdbc;

    Corrections(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The bank's word that a payee paid back some of what he had too much. */
    record Repayment(UUID correctionId, String reference, Rupiah rupiah, LocalDate valueDate) {}

    /** The claim is locked by whoever asks. */
    String nextNumber(Claim claim) {
        return claim.number() + "/K-" + jdbc.sql("select count(*) + 1 from claim_correction where claim_id = :claim")
                .param("claim", claim.id()).query(Integer.class).single();
    }

    void add(Correction correction, LocalDate valueDate, String by, Instant at) {
        jdbc.sql("""
                insert into claim_correction (id, number, claim_id, payee, kind, payout_id, rupiah, reason, basis, value_date,
                                              state, opened_by, opened_at)
                values (:id, :number, :claim, :payee, :kind, :payout, :rupiah, :reason, :basis, :valueDate, :state, :by, :at)""")
                .param("id", correction.id()).param("number", correction.number()).param("claim", correction.claimId())
                .param("payee", correction.payee()).param("kind", correction.kind().name()).param("payout", correction.payoutId())
                .param("rupiah", correction.rupiah().amount()).param("reason", correction.reason())
                .param("basis", correction.basis()).param("valueDate", valueDate).param("state", correction.state().name())
                .param("by", by).param("at", Claims.time(at)).update();
    }

    Correction get(UUID id) {
        return jdbc.sql(COLUMNS + " where id = :id").param("id", id).query(Corrections::correction).optional()
                .orElseThrow(() -> Refusal.notFound("CORRECTION_UNKNOWN", "Koreksi pembayaran tidak ditemukan."));
    }

    Optional<Correction> byNumber(String number) {
        return jdbc.sql(COLUMNS + " where number = :number").param("number", number).query(Corrections::correction).optional();
    }

    Optional<Correction> ofPayout(UUID payoutId) {
        return jdbc.sql(COLUMNS + " where payout_id = :payout").param("payout", payoutId).query(Corrections::correction).optional();
    }

    List<Correction> of(UUID claimId) {
        return jdbc.sql(COLUMNS + " where claim_id = :claim order by opened_at, number").param("claim", claimId)
                .query(Corrections::correction).list();
    }

    Optional<Correction> open(UUID claimId, int payee) {
        return of(claimId).stream().filter(one -> one.payee() == payee && !one.state().isEnd()).findFirst();
    }

    LocalDate valueDate(UUID id) {
        return jdbc.sql("select value_date from claim_correction where id = :id").param("id", id).query(LocalDate.class).single();
    }

    void update(Correction before, Correction after) {
        int updated = jdbc.sql("update claim_correction set state = :state, prepared = :prepared where id = :id and state = :before")
                .param("state", after.state().name()).param("prepared", after.prepared()).param("id", before.id())
                .param("before", before.state().name()).update();
        if (updated != 1) {
            throw Refusal.conflict("CORRECTION_STATE", "Koreksi %s baru saja diubah. Muat ulang.".formatted(before.number()));
        }
    }

    void add(Repayment repayment, String by, Instant at) {
        jdbc.sql("""
                insert into claim_repayment (correction_id, reference, rupiah, value_date, reported_by, reported_at)
                values (:correction, :reference, :rupiah, :valueDate, :by, :at)""")
                .param("correction", repayment.correctionId()).param("reference", repayment.reference())
                .param("rupiah", repayment.rupiah().amount()).param("valueDate", repayment.valueDate()).param("by", by)
                .param("at", Claims.time(at)).update();
    }

    Optional<Repayment> repayment(String reference) {
        return jdbc.sql("select correction_id, reference, rupiah, value_date from claim_repayment where reference = :reference")
                .param("reference", reference).query(Corrections::repayment).optional();
    }

    List<Repayment> repayments(UUID correctionId) {
        return jdbc.sql("""
                select correction_id, reference, rupiah, value_date from claim_repayment
                 where correction_id = :correction order by reported_at, reference""")
                .param("correction", correctionId).query(Corrections::repayment).list();
    }

    Rupiah outstanding(Correction correction) {
        return repayments(correction.id()).stream().map(Repayment::rupiah).reduce(correction.rupiah(), Rupiah::minus);
    }

    /** Kept once, however often the bank sends it. */
    void addMismatch(String report, String reference, Rupiah rupiah, LocalDate valueDate, String code, Rupiah expected, String by,
            Instant at) {
        jdbc.sql("""
                insert into claim_bank_mismatch (id, report, reference, rupiah, value_date, code, expected_rupiah, reported_by, reported_at)
                values (:id, :report, :reference, :rupiah, :valueDate, :code, :expected, :by, :at)
                    on conflict (report, reference, rupiah, value_date, code) do nothing""")
                .param("id", UUID.randomUUID()).param("report", report).param("reference", reference)
                .param("rupiah", rupiah.amount()).param("valueDate", valueDate).param("code", code)
                .param("expected", expected == null ? null : expected.amount()).param("by", by).param("at", Claims.time(at)).update();
    }

    private static Correction correction(ResultSet row, int number) throws SQLException {
        return new Correction(row.getObject("id", UUID.class), row.getString("number"), row.getObject("claim_id", UUID.class),
                row.getInt("payee"), Kind.valueOf(row.getString("kind")), row.getObject("payout_id", UUID.class),
                Rupiah.of(row.getLong("rupiah")), row.getString("reason"), row.getString("basis"), row.getString("prepared"),
                State.valueOf(row.getString("state")));
    }

    private static Repayment repayment(ResultSet row, int number) throws SQLException {
        return new Repayment(row.getObject("correction_id", UUID.class), row.getString("reference"),
                Rupiah.of(row.getLong("rupiah")), row.getObject("value_date", LocalDate.class));
    }
}
