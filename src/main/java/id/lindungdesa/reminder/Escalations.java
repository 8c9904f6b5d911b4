package id.lindungdesa.reminder;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Delays before overseers, in the database, beside the open work that they are about. */
@Repository
class Escalations {

    private final JdbcClient jdbc;

    Escalations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What was done, by whom; the note may name people. */
    record Entry(String step, String outcome, String note, String user, String name, Instant at) {}

    record Counts(long open, long watched, long unheard) {}

    /** Late work that lies before nobody, the latest first: due by the day of its own calendar. */
    List<LateTask> late(Instant government, Instant insurer, int limit) {
        return jdbc.sql("""
                select task.task_id, task.process, task.element, task.case_id, task.title, task.due_at,
                       array_agg(candidate.office order by candidate.office) as desk
                  from report_open_task task join report_task_office candidate on candidate.task_id = task.task_id
                 where task.due_at <= greatest(:government, :insurer) and task.process <> :own
                   and not exists (select from reminder_escalation known where known.task_id = task.task_id and known.ended_at is null)
                 group by task.task_id, task.process, task.element, task.case_id, task.title, task.due_at
                having task.due_at <= case when bool_or(candidate.office like 'bpjs-%') then :insurer else :government end
                 order by task.due_at, task.task_id limit :limit""")
                .param("government", time(government)).param("insurer", time(insurer)).param("own", EscalationProcess.KEY)
                .param("limit", limit).query((row, number) -> new LateTask(row.getString("task_id"), row.getString("process"),
                        row.getString("element"), caseId(row.getString("case_id")), row.getString("title"), texts(row.getArray("desk")),
                        row.getTimestamp("due_at").toInstant())).list();
    }

    /** Delays that are over: the task is done or its case has ended, or it has been given more time. */
    List<UUID> over(Instant now, int limit) {
        return jdbc.sql("""
                select escalation.id from reminder_escalation escalation
                 where escalation.ended_at is null
                   and not exists (select from report_open_task task where task.task_id = escalation.task_id and task.due_at <= :now)
                 order by escalation.opened_at limit :limit""").param("now", time(now)).param("limit", limit).query(UUID.class).list();
    }

    boolean isOver(UUID id, Instant now) {
        return jdbc.sql("""
                select not exists (select from reminder_escalation escalation join report_open_task task on task.task_id = escalation.task_id
                                    where escalation.id = :id and task.due_at <= :now)""")
                .param("id", id).param("now", time(now)).query(Boolean.class).single();
    }

    /** Those before an overseer, or watched by one, whose time is up and who is not the last. */
    List<UUID> silent(LocalDate today, int limit) {
        return jdbc.sql("""
                select id from reminder_escalation where state in ('OPEN', 'WATCHED') and climbs and act_by < :today
                 order by act_by, opened_at limit :limit""").param("today", today).param("limit", limit).query(UUID.class).list();
    }

    /** @return false where that task lies before somebody already */
    boolean add(Escalation one) {
        return jdbc.sql("""
                insert into reminder_escalation (id, task_id, process, element, case_id, title, desk, legal_basis, due_at, overseers,
                                                 rung, climbs, act_by, state, opened_at)
                values (:id, :task, :process, :element, :case, :title, :desk, :basis, :due, :overseers, :rung, :climbs, :actBy,
                        :state, :opened)
                on conflict (task_id) where ended_at is null do nothing""")
                .param("id", one.id()).param("task", one.taskId()).param("process", one.process()).param("element", one.element())
                .param("case", one.caseId()).param("title", one.title()).param("desk", one.desk().toArray(String[]::new))
                .param("basis", one.legalBasis()).param("due", time(one.dueAt()))
                .param("overseers", one.overseers().toArray(String[]::new)).param("rung", one.rung()).param("climbs", one.climbs())
                .param("actBy", one.actBy()).param("state", one.state().name()).param("opened", time(one.openedAt())).update() == 1;
    }

    void update(Escalation one) {
        jdbc.sql("""
                update reminder_escalation set overseers = :overseers, rung = :rung, climbs = :climbs, act_by = :actBy, state = :state
                 where id = :id""").param("overseers", one.overseers().toArray(String[]::new)).param("rung", one.rung())
                .param("climbs", one.climbs()).param("actBy", one.actBy()).param("state", one.state().name()).param("id", one.id()).update();
    }

    void end(UUID id, Instant now) {
        jdbc.sql("update reminder_escalation set state = 'ENDED', ended_at = :now where id = :id").param("now", time(now))
                .param("id", id).update();
    }

    Escalation get(UUID id) {
        return jdbc.sql("select * from reminder_escalation where id = :id").param("id", id).query(Escalations::escalation).single();
    }

    List<Escalation> all(Collection<UUID> ids) {
        return jdbc.sql("select * from reminder_escalation where id = any(:ids)").param("ids", ids.toArray(UUID[]::new))
                .query(Escalations::escalation).list();
    }

    Escalation lock(UUID id) {
        return jdbc.sql("select * from reminder_escalation where id = :id for update").param("id", id).query(Escalations::escalation).single();
    }

    /** Empty where another node has it in hand. */
    Optional<Escalation> tryLock(UUID id) {
        return jdbc.sql("select * from reminder_escalation where id = :id for update skip locked").param("id", id)
                .query(Escalations::escalation).optional();
    }

    void add(UUID id, Entry entry) {
        jdbc.sql("""
                insert into reminder_escalation_entry (escalation_id, step, outcome, note, user_id, user_name, at)
                values (:id, :step, :outcome, :note, :user, :name, :at)""")
                .param("id", id).param("step", entry.step()).param("outcome", entry.outcome()).param("note", entry.note())
                .param("user", entry.user()).param("name", entry.name()).param("at", time(entry.at())).update();
    }

    List<Entry> entries(UUID id) {
        return entries("entry.escalation_id = :key", id, "");
    }

    /** What was done about all delays of a case. */
    List<Entry> entriesOf(String process, UUID caseId) {
        return entries("escalation.case_id = :key and escalation.process = :process", caseId, process);
    }

    /** Who has taken the late task; empty where nobody has, or it is done. */
    Optional<String> assignee(String taskId) {
        return jdbc.sql("select assignee from report_open_task where task_id = :task and assignee is not null").param("task", taskId)
                .query(String.class).optional();
    }

    Counts counts() {
        return jdbc.sql("""
                select count(*) filter (where state = 'OPEN') as open, count(*) filter (where state = 'WATCHED') as watched,
                       count(*) filter (where state = 'UNHEARD') as unheard
                  from reminder_escalation where ended_at is null""").query(Counts.class).single();
    }

    private List<Entry> entries(String which, UUID key, String process) {
        return jdbc.sql("""
                select entry.* from reminder_escalation_entry entry
                  join reminder_escalation escalation on escalation.id = entry.escalation_id
                 where %s order by entry.entry_number""".formatted(which)).param("key", key).param("process", process)
                .query((row, number) -> new Entry(row.getString("step"), row.getString("outcome"), row.getString("note"),
                        row.getString("user_id"), row.getString("user_name"), row.getTimestamp("at").toInstant())).list();
    }

    private static Escalation escalation(ResultSet row, int number) throws SQLException {
        return new Escalation(row.getObject("id", UUID.class), row.getString("task_id"), row.getString("process"), row.getString("element"),
                row.getObject("case_id", UUID.class), row.getString("title"), texts(row.getArray("desk")), row.getString("legal_basis"),
                row.getTimestamp("due_at").toInstant(), texts(row.getArray("overseers")), row.getInt("rung"), row.getBoolean("climbs"),
                row.getObject("act_by", LocalDate.class), EscalationState.valueOf(row.getString("state")),
                row.getTimestamp("opened_at").toInstant());
    }

    private static UUID caseId(String businessKey) {
        try {
            return businessKey == null ? null : UUID.fromString(businessKey);
        } catch (IllegalArgumentException e) {
            return null;        // a process that carries no case of ours
        }
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
