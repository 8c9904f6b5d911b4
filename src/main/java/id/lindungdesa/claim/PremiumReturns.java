package id.lindungdesa.claim;

import id.lindungdesa.claim.PremiumReturn.State;
import id.lindungdesa.refusal.Refusal;
import java.time.Instant;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Proposals about premiums that were paid beyond a death. */
@Repository
class PremiumReturns {

    private final JdbcClient jdbc;

    PremiumReturns(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(PremiumReturn one, String by, Instant at) {
        jdbc.sql("""
                insert into claim_premium_return (id, claim_id, successor_id, reason, legal_basis, state, drafted_by, drafted_at)
                values (:id, :claim, :successor, :reason, :basis, :state, :by, :at)""")
                .param("id", one.id()).param("claim", one.claimId()).param("successor", one.successor()).param("reason", one.reason())
                .param("basis", one.legalBasis()).param("state", one.state().name()).param("by", by).param("at", Claims.time(at)).update();
    }

    PremiumReturn get(UUID id) {
        return jdbc.sql("select id, claim_id, successor_id, reason, legal_basis, state from claim_premium_return where id = :id")
                .param("id", id).query((row, number) -> new PremiumReturn(row.getObject("id", UUID.class),
                        row.getObject("claim_id", UUID.class), row.getObject("successor_id", UUID.class), row.getString("reason"),
                        row.getString("legal_basis"), State.valueOf(row.getString("state")))).optional()
                .orElseThrow(() -> Refusal.notFound("PREMIUM_RETURN_UNKNOWN", "Usulan iuran di muka tidak ditemukan."));
    }

    boolean hasOther(UUID claimId) {
        return jdbc.sql("select count(*) from claim_premium_return where claim_id = :claim and state in ('OPEN', 'APPROVED', 'DONE')")
                .param("claim", claimId).query(Long.class).single() > 0;
    }

    void become(PremiumReturn one, State before, State after) {
        if (jdbc.sql("update claim_premium_return set state = :after where id = :id and state = :before").param("after", after.name())
                .param("before", before.name()).param("id", one.id()).update() != 1) {
            throw Refusal.conflict("PREMIUM_RETURN_STATE", "Usulan iuran di muka ini sudah diputuskan. Muat ulang.");
        }
    }
}
