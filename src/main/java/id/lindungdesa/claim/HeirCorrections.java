package id.lindungdesa.claim;

import id.lindungdesa.benefit.Heir;
import id.lindungdesa.benefit.Relation;
import id.lindungdesa.claim.HeirCorrection.State;
import id.lindungdesa.refusal.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Lists of heirs as they shall be and as they were: nothing that a family once said is lost. */
@Repository
class HeirCorrections {

    private final JdbcClient jdbc;

    HeirCorrections(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(HeirCorrection correction, List<Heir> heirs, String by, Instant at) {
        jdbc.sql("""
                insert into claim_heir_correction (id, claim_id, reason, document_id, state, drafted_by, drafted_at)
                values (:id, :claim, :reason, :document, :state, :by, :at)""")
                .param("id", correction.id()).param("claim", correction.claimId()).param("reason", correction.reason())
                .param("document", correction.document()).param("state", correction.state().name()).param("by", by)
                .param("at", Claims.time(at)).update();
        keep(correction.id(), false, heirs);
    }

    /** @param replaced whether it is the list as it was before */
    void keep(UUID correctionId, boolean replaced, List<Heir> heirs) {
        for (Heir heir : heirs) {
            Circumstances.given(jdbc.sql("""
                    insert into claim_heir_version (correction_id, replaced, place, name, nik, relation, account, %s)
                    values (:correction, :replaced, :place, :name, :nik, :relation, :account, :born, :guardian, :guardianRelation,
                            :guardianAccount, :receivedBy, :deed, :died, :succeeds)""".formatted(Circumstances.COLUMNS))
                    .param("correction", correctionId).param("replaced", replaced).param("place", heir.place())
                    .param("name", heir.name()).param("nik", heir.nik()).param("relation", heir.relation().name())
                    .param("account", heir.account()), heir.circumstance()).update();
        }
    }

    HeirCorrection get(UUID id) {
        return jdbc.sql("select id, claim_id, reason, document_id, state from claim_heir_correction where id = :id").param("id", id)
                .query((row, number) -> new HeirCorrection(row.getObject("id", UUID.class), row.getObject("claim_id", UUID.class),
                        row.getString("reason"), row.getObject("document_id", UUID.class), State.valueOf(row.getString("state"))))
                .optional().orElseThrow(() -> Refusal.notFound("HEIR_CORRECTION_UNKNOWN", "Perbaikan ahli waris tidak ditemukan."));
    }

    /** The list as it shall be. */
    List<Heir> heirs(UUID correctionId) {
        return jdbc.sql("""
                select place, name, nik, relation, account, %s from claim_heir_version
                 where correction_id = :correction and not replaced order by place""".formatted(Circumstances.COLUMNS))
                .param("correction", correctionId).query((row, number) -> new Heir(row.getInt("place"), row.getString("name"),
                        row.getString("nik"), Relation.valueOf(row.getString("relation")), row.getString("account"),
                        Circumstances.circumstance(row))).list();
    }

    void applied(UUID id) {
        if (jdbc.sql("update claim_heir_correction set state = 'APPLIED' where id = :id and state = 'DRAFT'").param("id", id).update() != 1) {
            throw Refusal.conflict("HEIR_CORRECTION_STATE", "Perbaikan ahli waris ini sudah diterapkan.");
        }
    }
}
