package id.lindungdesa.workflow;

import id.lindungdesa.identity.Official;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The open tasks of an official's offices, as many as there are. Asked of the engine's tables from his groups on, so that
 * the answer takes as long as his own work is, however much others have; permissions follow the same groups
 * ({@link CandidatesOnly}).
 */
@Component
public class Desk {

    private static final String TASKS = """
            select task.id_ as id, task.name_ as name, task.task_def_key_ as element, task.proc_def_id_ as definition,
                   process.business_key_ as case_id, task.due_date_ as due, task.assignee_ as assignee
              from act_ru_task task
              join act_ru_execution process on process.id_ = task.proc_inst_id_
             where task.suspension_state_ = 1
               and task.id_ in (select task_id_ from act_ru_identitylink where group_id_ = any(:groups) and type_ = 'candidate')
            """;
    private static final String MOST_URGENT_FIRST = " order by task.due_date_ nulls last, task.create_time_, task.id_";

    private final JdbcClient jdbc;

    Desk(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A task that waits for one of his offices. {@code asked} is what is asked of him, {@code name} names the case too;
     * {@code assignee} is who took it, if anybody.
     */
    public record Waiting(String id, String name, String process, String element, Optional<UUID> caseId, Instant due,
            Optional<String> assignee) {

        public String asked() {
            return name.split(" · ", 2)[0];
        }
    }

    /** All of them, the most urgent first. */
    public List<Waiting> of(Official official) {
        return jdbc.sql(TASKS + MOST_URGENT_FIRST).param("groups", groups(official)).query(Desk::waiting).list();
    }

    /** Those of these tasks that are his. */
    public List<Waiting> of(Official official, Collection<String> taskIds) {
        return jdbc.sql(TASKS + " and task.id_ = any(:ids)" + MOST_URGENT_FIRST).param("groups", groups(official))
                .param("ids", taskIds.toArray(String[]::new)).query(Desk::waiting).list();
    }

    static String[] groups(Official official) {
        return official.offices().stream().filter(office -> office.role().isOfficial()).map(Official.Office::group)
                .toArray(String[]::new);
    }

    private static Waiting waiting(ResultSet row, int index) throws SQLException {
        Timestamp due = row.getTimestamp("due");
        return new Waiting(row.getString("id"), row.getString("name"), CaseListeners.processKey(row.getString("definition")),
                row.getString("element"), caseId(row.getString("case_id")), due == null ? null : due.toInstant(),
                Optional.ofNullable(row.getString("assignee")));
    }

    /** The case that a business key names; a process of nobody's case has none. */
    static Optional<UUID> caseId(String businessKey) {
        try {
            return Optional.ofNullable(businessKey).map(UUID::fromString);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
