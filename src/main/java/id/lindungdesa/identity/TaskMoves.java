package id.lindungdesa.identity;

import id.lindungdesa.identity.OfficeWork.Work;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Moves taken work from one hand to another and writes down why: what is on nobody's desk must be explained. */
@Component
public class TaskMoves {

    /** Why work moved. */
    public enum Cause {
        HANDOVER("Serah terima jabatan"), TERM_ENDED("Masa jabatan berakhir"), ABSENCE("Pejabat berhalangan"),
        REASSIGNMENT("Tugas dialihkan");

        private final String label;

        Cause(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** A task that moved; {@code from} and {@code to} are users, null for the office itself. */
    public record Move(Cause cause, String taskId, String taskName, String process, UUID caseId, String from, String to, String reason,
                       String by, Instant at) {}

    private final JdbcClient jdbc;
    private final OfficeWork work;
    private final CurrentUser currentUser;
    private final Clock clock;

    TaskMoves(JdbcClient jdbc, OfficeWork work, CurrentUser currentUser, Clock clock) {
        this.jdbc = jdbc;
        this.work = work;
        this.currentUser = currentUser;
        this.clock = clock;
    }

    /** Hands one task on, or back to its office where {@code to} is null. */
    public void move(Work one, String to, Cause cause, String reason) {
        move(one, to, cause, reason, null);
    }

    void move(Work one, String to, Cause cause, String reason, UUID handover) {
        work.give(one.taskId(), to);
        jdbc.sql("""
                insert into identity_task_move (id, handover_id, cause, task_id, task_name, process, element, case_id, from_user,
                    to_user, reason, moved_by, moved_at)
                values (:id, :handover, :cause, :task, :name, :process, :element, :case, :from, :to, :reason, :by, :at)""")
                .param("id", UUID.randomUUID()).param("handover", handover).param("cause", cause.name())
                .param("task", one.taskId()).param("name", one.name()).param("process", one.process())
                .param("element", one.element()).param("case", one.caseId()).param("from", one.holder()).param("to", to)
                .param("reason", reason).param("by", currentUser.idOrSystem())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC)).update();
    }

    /** What moved in a case, the earliest first. */
    public List<Move> inCase(UUID caseId) {
        return moves("where case_id = ? order by moved_at, id", caseId);
    }

    List<Move> inHandover(UUID handover) {
        return moves("where handover_id = ? order by task_name, id", handover);
    }

    /** The latest, of any case. */
    public List<Move> latest(int most) {
        return moves("order by moved_at desc, id limit ?", most);
    }

    private List<Move> moves(String which, Object parameter) {
        return jdbc.sql("""
                select cause, task_id, task_name, process, case_id, from_user, to_user, reason, moved_by, moved_at
                  from identity_task_move\s""" + which).param(parameter)
                .query((row, number) -> new Move(Cause.valueOf(row.getString("cause")), row.getString("task_id"),
                        row.getString("task_name"), row.getString("process"), row.getObject("case_id", UUID.class),
                        row.getString("from_user"), row.getString("to_user"), row.getString("reason"), row.getString("moved_by"),
                        row.getObject("moved_at", OffsetDateTime.class).toInstant())).list();
    }
}
