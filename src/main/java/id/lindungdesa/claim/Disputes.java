package id.lindungdesa.claim;

import id.lindungdesa.claim.Dispute.Holder;
import id.lindungdesa.claim.Dispute.Settlement;
import id.lindungdesa.claim.Dispute.State;
import id.lindungdesa.refusal.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What heirs quarrelled about, and how it ended. */
@Repository
class Disputes {

    private static final String COLUMNS = "select id, claim_id, reason, holder, state, settlement, number, document_id from claim_dispute";

    private final JdbcClient jdbc;

    Disputes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Dispute get(UUID id) {
        return jdbc.sql(COLUMNS + " where id = :id").param("id", id).query(Disputes::dispute).optional()
                .orElseThrow(() -> Refusal.notFound("DISPUTE_UNKNOWN", "Sengketa tidak ditemukan."));
    }

    Optional<Dispute> open(UUID claimId) {
        return jdbc.sql(COLUMNS + " where claim_id = :claim and state = 'OPEN'").param("claim", claimId).query(Disputes::dispute).optional();
    }

    void add(Dispute dispute, String by, Instant at) {
        jdbc.sql("""
                insert into claim_dispute (id, claim_id, reason, holder, state, opened_by, opened_at)
                values (:id, :claim, :reason, :holder, :state, :by, :at)""")
                .param("id", dispute.id()).param("claim", dispute.claimId()).param("reason", dispute.reason())
                .param("holder", dispute.holder().name()).param("state", dispute.state().name()).param("by", by)
                .param("at", Claims.time(at)).update();
    }

    void opened(UUID id) {
        require(jdbc.sql("update claim_dispute set state = 'OPEN' where id = :id and state = 'DRAFT'").param("id", id).update());
    }

    /** What shall end it; it does when the officer's task is completed. */
    void prepare(UUID id, Settlement settlement, String number, UUID document) {
        require(jdbc.sql("""
                update claim_dispute set settlement = :settlement, number = :number, document_id = :document
                 where id = :id and state = 'OPEN'""").param("settlement", settlement.name()).param("number", number)
                .param("document", document).param("id", id).update());
    }

    void settled(UUID id, Instant at) {
        require(jdbc.sql("update claim_dispute set state = 'SETTLED', settled_at = :at where id = :id and state = 'OPEN'")
                .param("at", Claims.time(at)).param("id", id).update());
    }

    private static void require(int changed) {
        if (changed != 1) {
            throw Refusal.conflict("DISPUTE_STATE", "Sengketa ini sudah dicatat atau selesai. Muat ulang.");
        }
    }

    private static Dispute dispute(ResultSet row, int number) throws SQLException {
        String settlement = row.getString("settlement");
        return new Dispute(row.getObject("id", UUID.class), row.getObject("claim_id", UUID.class), row.getString("reason"),
                Holder.valueOf(row.getString("holder")), State.valueOf(row.getString("state")),
                settlement == null ? null : Settlement.valueOf(settlement), row.getString("number"),
                row.getObject("document_id", UUID.class));
    }
}
