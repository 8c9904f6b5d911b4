package id.lindungdesa.bulk;

import id.lindungdesa.workflow.TaskBatch.Kind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Orders and their lines in the database. */
@Repository
class BulkBook {

    /** How the lines of an order stand; the money is of those that went through. */
    record Tally(long total, long waiting, long decided, long refused, long leftOut, long totalRupiah, long decidedRupiah) {}

    private static final int AT_ONCE = 1_000;

    private final JdbcClient jdbc;
    private final JdbcTemplate batch;

    BulkBook(JdbcClient jdbc, JdbcTemplate batch) {
        this.jdbc = jdbc;
        this.batch = batch;
    }

    void add(BulkDecision order, List<BulkLine> lines) {
        jdbc.sql("""
                insert into bulk_decision (id, state, ordered_by, process_key, element_id, area, approved, ordered_at)
                values (:id, 'RUNNING', :by, :process, :element, :area, :approved, :at)""")
                .param("id", order.id()).param("by", order.orderedBy()).param("process", order.kind().process())
                .param("element", order.kind().element()).param("area", order.area()).param("approved", order.approved())
                .param("at", time(order.orderedAt())).update();
        batch.batchUpdate("""
                insert into bulk_line (decision_id, number, task_id, case_id, place, rupiah, quantity, due_on, state, approved,
                                       note, ended_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", lines, AT_ONCE, (row, line) -> {
                    row.setObject(1, line.decisionId());
                    row.setInt(2, line.number());
                    row.setString(3, line.taskId());
                    row.setObject(4, line.caseId());
                    row.setString(5, line.place());
                    row.setObject(6, line.rupiah());
                    row.setObject(7, line.quantity());
                    row.setObject(8, line.dueOn());
                    row.setString(9, line.state().name());
                    row.setObject(10, line.approved());
                    row.setString(11, line.note());
                    row.setObject(12, line.endedAt() == null ? null : time(line.endedAt()));
                });
    }

    Optional<BulkDecision> find(UUID id) {
        return jdbc.sql("select * from bulk_decision where id = :id").param("id", id).query(BulkBook::decision).optional();
    }

    List<BulkDecision> lastOf(String user, int limit) {
        return jdbc.sql("select * from bulk_decision where ordered_by = :user order by ordered_at desc, id limit :limit")
                .param("user", user).param("limit", limit).query(BulkBook::decision).list();
    }

    Tally tally(UUID id) {
        return jdbc.sql("""
                select count(*) as total, count(*) filter (where state = 'WAITING') as waiting,
                       count(*) filter (where state = 'DECIDED') as decided, count(*) filter (where state = 'REFUSED') as refused,
                       count(*) filter (where state = 'LEFT_OUT') as left_out, coalesce(sum(rupiah), 0)::bigint as total_rupiah,
                       coalesce(sum(rupiah) filter (where state = 'DECIDED'), 0)::bigint as decided_rupiah
                  from bulk_line where decision_id = :id""").param("id", id).query(Tally.class).single();
    }

    /** A part of the lines; of all states where none is given. */
    List<BulkLine> lines(UUID id, LineState state, String orderBy, long offset, int limit) {
        return jdbc.sql("select * from bulk_line where decision_id = :id and (:state::text is null or state = :state) order by "
                + orderBy + " offset :offset limit :limit").param("id", id).param("state", state == null ? null : state.name())
                .param("offset", offset).param("limit", limit).query(BulkBook::line).list();
    }

    List<BulkLine> allLines(UUID id) {
        return jdbc.sql("select * from bulk_line where decision_id = :id order by number").param("id", id)
                .query(BulkBook::line).list();
    }

    /** The next line that nobody has in hand; it stays in hand until this transaction ends. */
    Optional<BulkLine> take() {
        return jdbc.sql("""
                select * from bulk_line where state = 'WAITING' order by number, decision_id limit 1 for update skip locked""")
                .query(BulkBook::line).optional();
    }

    void decided(BulkLine line, Instant now) {
        jdbc.sql("""
                update bulk_line set state = 'DECIDED', note = null, ended_at = :now
                 where decision_id = :id and number = :number and state = 'WAITING'""")
                .param("now", time(now)).param("id", line.decisionId()).param("number", line.number()).update();
    }

    void refused(BulkLine line, String code, String message, Instant now) {
        jdbc.sql("""
                update bulk_line set state = 'REFUSED', note = null, code = :code, message = :message, ended_at = :now
                 where decision_id = :id and number = :number and state = 'WAITING'""")
                .param("code", code).param("message", message).param("now", time(now)).param("id", line.decisionId())
                .param("number", line.number()).update();
    }

    /** Counts a try that may go better the next time. */
    void tried(BulkLine line) {
        jdbc.sql("update bulk_line set tries = tries + 1 where decision_id = :id and number = :number and state = 'WAITING'")
                .param("id", line.decisionId()).param("number", line.number()).update();
    }

    /** Ends the orders of which no line waits any more, that one or, where it is null, all. */
    int finish(UUID id, Instant now) {
        return jdbc.sql("""
                update bulk_decision set state = 'DONE', finished_at = :now
                 where state = 'RUNNING' and (:id::uuid is null or id = :id)
                   and not exists (select from bulk_line where decision_id = bulk_decision.id and state = 'WAITING')""")
                .param("now", time(now)).param("id", id).update();
    }

    /** How many lines wait, and since when the oldest order with such a line does, in seconds. */
    record Backlog(long waiting, long oldestAgeSeconds) {}

    Backlog backlog(Instant now) {
        return jdbc.sql("""
                select count(*) as waiting,
                       coalesce(extract(epoch from cast(:now as timestamptz) - min(ordered_at)), 0)::bigint as oldest_age_seconds
                  from bulk_line join bulk_decision on bulk_decision.id = decision_id where bulk_line.state = 'WAITING'""")
                .param("now", time(now)).query(Backlog.class).single();
    }

    int forgetDoneBefore(Instant limit) {
        return jdbc.sql("delete from bulk_decision where finished_at < :limit").param("limit", time(limit)).update();
    }

    private static BulkDecision decision(ResultSet row, int number) throws SQLException {
        return new BulkDecision(row.getObject("id", UUID.class), DecisionState.valueOf(row.getString("state")),
                row.getString("ordered_by"), new Kind(row.getString("process_key"), row.getString("element_id")),
                row.getString("area"), row.getBoolean("approved"), instant(row, "ordered_at"), instant(row, "finished_at"));
    }

    private static BulkLine line(ResultSet row, int number) throws SQLException {
        return new BulkLine(row.getObject("decision_id", UUID.class), row.getInt("number"), row.getString("task_id"),
                row.getObject("case_id", UUID.class), row.getString("place"), row.getObject("rupiah", Long.class),
                row.getObject("quantity", Long.class), row.getObject("due_on", LocalDate.class),
                LineState.valueOf(row.getString("state")), row.getObject("approved", Boolean.class), row.getString("note"),
                row.getInt("tries"), row.getString("code"), row.getString("message"), instant(row, "ended_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
