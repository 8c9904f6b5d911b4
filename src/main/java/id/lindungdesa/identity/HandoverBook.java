package id.lindungdesa.identity;

import id.lindungdesa.identity.Handover.ClaimedWork;
import id.lindungdesa.identity.Official.Office;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Hand-overs, ordered and done. */
@Repository
class HandoverBook {

    private static final String HANDOVER = """
            select h.*, leaving.user_id as from_user, coming.user_id as to_user
              from identity_handover h join identity_office leaving on leaving.id = h.from_term
              join identity_office coming on coming.id = h.to_term\s""";
    private static final String OPEN = "h.done_at is null and h.cancelled_at is null ";

    private final JdbcClient jdbc;
    private final Clock clock;

    HandoverBook(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void add(Handover one) {
        jdbc.sql("""
                insert into identity_handover (id, role, area, from_term, to_term, takes_effect_on, claimed_work, decree_number, reason,
                    ordered_by, ordered_at)
                values (:id, :role, :area, :from, :to, :day, :claimed, :decree, :reason, :by, :at)""")
                .param("id", one.id()).param("role", one.office().role().id()).param("area", one.office().area())
                .param("from", one.fromTerm()).param("to", one.toTerm()).param("day", one.day())
                .param("claimed", one.claimedWork().name()).param("decree", one.decreeNumber()).param("reason", one.reason())
                .param("by", one.orderedBy()).param("at", one.orderedAt().atOffset(ZoneOffset.UTC)).update();
    }

    Optional<Handover> find(UUID id) {
        return jdbc.sql(HANDOVER + "where h.id = :id").param("id", id).query(HandoverBook::handover).optional();
    }

    /** The latest first; those that are still to come before all others. */
    List<Handover> latest(int most) {
        return jdbc.sql(HANDOVER + "order by (" + OPEN + ") desc, h.takes_effect_on desc, h.ordered_at desc limit :most")
                .param("most", most).query(HandoverBook::handover).list();
    }

    /** The one that is still to come for that term, if there is one. */
    Optional<Handover> planned(UUID fromTerm) {
        return jdbc.sql(HANDOVER + "where " + OPEN + "and h.from_term = :term").param("term", fromTerm)
                .query(HandoverBook::handover).optional();
    }

    boolean anyDue(LocalDate today) {
        return jdbc.sql("select exists (select from identity_handover h where " + OPEN + "and takes_effect_on <= :today)")
                .param("today", today).query(Boolean.class).single();
    }

    List<Handover> due(LocalDate today) {
        return jdbc.sql(HANDOVER + "where " + OPEN + "and h.takes_effect_on <= :today order by h.takes_effect_on, h.ordered_at")
                .param("today", today).query(HandoverBook::handover).list();
    }

    /** Closes it with what it moved, which was written down task by task. */
    void done(Handover one, int openTasks) {
        jdbc.sql("""
                update identity_handover set done_at = :at, open_tasks = :open,
                       moved_tasks = (select count(*) from identity_task_move where handover_id = :id) where id = :id""")
                .param("at", at()).param("open", openTasks).param("id", one.id()).update();
    }

    void cancel(UUID id, String by) {
        jdbc.sql("update identity_handover set cancelled_at = :at, cancelled_by = :by where id = :id")
                .param("at", at()).param("by", by).param("id", id).update();
    }

    private OffsetDateTime at() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Handover handover(ResultSet row, int number) throws SQLException {
        return new Handover(row.getObject("id", UUID.class), new Office(Role.of(row.getString("role")).orElseThrow(), row.getString("area")),
                row.getObject("from_term", UUID.class), row.getObject("to_term", UUID.class), row.getString("from_user"),
                row.getString("to_user"), row.getObject("takes_effect_on", LocalDate.class),
                ClaimedWork.valueOf(row.getString("claimed_work")), row.getString("decree_number"), row.getString("reason"),
                row.getString("ordered_by"), instant(row, "ordered_at"), instant(row, "done_at"), instant(row, "cancelled_at"),
                row.getObject("open_tasks", Integer.class), row.getObject("moved_tasks", Integer.class));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
