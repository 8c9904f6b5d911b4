package id.lindungdesa.claim;

import id.lindungdesa.ledger.Transfer;
import id.lindungdesa.money.Rupiah;
import id.lindungdesa.refusal.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Payments for months without work while a worker is treated. */
@Repository
class Interims {

    private static final String COLUMNS =
            "select id, claim_id, through_month, rupiah, legal_basis, rule_version, state, bank_reference from claim_interim ";

    private final JdbcClient jdbc;

    Interims(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Interim interim, Instant at) {
        jdbc.sql("""
                insert into claim_interim (id, claim_id, through_month, rupiah, legal_basis, rule_version, state, opened_at)
                values (:id, :claim, :month, :rupiah, :legalBasis, :version, :state, :at)""")
                .param("id", interim.id()).param("claim", interim.claimId()).param("month", interim.throughMonth())
                .param("rupiah", interim.rupiah().amount()).param("legalBasis", interim.legalBasis())
                .param("version", interim.ruleVersion()).param("state", interim.state().name()).param("at", Claims.time(at)).update();
    }

    Interim get(UUID id) {
        return query("where id = :key", id).stream().findFirst()
                .orElseThrow(() -> Refusal.notFound("INTERIM_UNKNOWN", "Pembayaran antara tidak ditemukan."));
    }

    Interim lock(UUID id) {
        return query("where id = :key for update", id).stream().findFirst()
                .orElseThrow(() -> Refusal.notFound("INTERIM_UNKNOWN", "Pembayaran antara tidak ditemukan."));
    }

    /** Of a claim, oldest first. */
    List<Interim> of(UUID claimId) {
        return query("where claim_id = :key order by opened_at", claimId);
    }

    void update(Interim before, Interim after) {
        int updated = jdbc.sql("update claim_interim set state = :state, bank_reference = :reference where id = :id and state = :before")
                .param("state", after.state().name()).param("reference", after.bankReference()).param("id", before.id())
                .param("before", before.state().name()).update();
        if (updated != 1) {
            throw Refusal.conflict("INTERIM_STATE", "Pembayaran antara ini baru saja diubah. Muat ulang.");
        }
    }

    void paid(Interim before, Transfer transfer) {
        jdbc.sql("update claim_interim set state = 'PAID', transfer_id = :transfer, paid_at = :at where id = :id and state = :before")
                .param("transfer", transfer.id()).param("at", Claims.time(transfer.postedAt())).param("id", before.id())
                .param("before", before.state().name()).update();
    }

    private List<Interim> query(String condition, UUID key) {
        return jdbc.sql(COLUMNS + condition).param("key", key)
                .query((row, number) -> new Interim(row.getObject("id", UUID.class), row.getObject("claim_id", UUID.class),
                        row.getInt("through_month"), Rupiah.of(row.getLong("rupiah")), row.getString("legal_basis"),
                        row.getString("rule_version"), InterimState.valueOf(row.getString("state")), row.getString("bank_reference")))
                .list();
    }
}
