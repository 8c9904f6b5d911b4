package id.lindungdesa.claim;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** When a claim reached which state, and when its clock stood still. */
@Repository
class ClaimProgress {

    private final JdbcClient jdbc;

    ClaimProgress(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Reached(String state, Instant at) {}

    void reached(UUID claimId, ClaimState state, Instant at) {
        jdbc.sql("insert into claim_progress (claim_id, reached, at) values (:claim, :state, :at)")
                .param("claim", claimId).param("state", state.name()).param("at", Claims.time(at)).update();
    }

    List<Reached> of(UUID claimId) {
        return jdbc.sql("select reached, at from claim_progress where claim_id = :claim order by entry_number").param("claim", claimId)
                .query((row, number) -> new Reached(row.getString("reached"), Claims.instant(row, "at"))).list();
    }

    List<ClaimPause> pauses(UUID claimId) {
        return jdbc.sql("""
                select id, pause_cause, note, begun_by, begun_at, ended_at from claim_pause
                 where claim_id = :claim order by begun_at""")
                .param("claim", claimId)
                .query((row, number) -> new ClaimPause(row.getObject("id", UUID.class), PauseCause.valueOf(row.getString("pause_cause")),
                        row.getString("note"), row.getString("begun_by"), Claims.instant(row, "begun_at"), Claims.instant(row, "ended_at")))
                .list();
    }

    Optional<ClaimPause> openPause(UUID claimId) {
        return pauses(claimId).stream().filter(ClaimPause::isOpen).findFirst();
    }

    void begin(UUID claimId, ClaimPause pause) {
        jdbc.sql("""
                insert into claim_pause (id, claim_id, pause_cause, note, begun_by, begun_at)
                values (:id, :claim, :cause, :note, :by, :at)""")
                .param("id", pause.id()).param("claim", claimId).param("cause", pause.cause().name()).param("note", pause.note())
                .param("by", pause.begunBy()).param("at", Claims.time(pause.begunAt())).update();
    }

    void end(ClaimPause pause, String by, Instant at) {
        jdbc.sql("update claim_pause set ended_by = :by, ended_at = :at where id = :id and ended_at is null")
                .param("id", pause.id()).param("by", by).param("at", Claims.time(at)).update();
    }
}
