package id.lindungdesa.workflow;

import id.lindungdesa.identity.Role;
import id.lindungdesa.operation.Gauges;
import id.lindungdesa.operation.Reading;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How much work waits for whom, and how long it has waited. Tasks are counted by the step they stand at, of which there
 * are some dozens; the model says whose step that is. A step of several roles counts for each of them.
 */
@Component
class TaskGauges {

    private static final String BY_STEP = """
            select proc_def_id_ as definition, task_def_key_ as element, count(*) as open, min(create_time_) as oldest,
                   count(*) filter (where due_date_ < :now) as overdue
              from act_ru_task
             where proc_def_id_ is not null
             group by proc_def_id_, task_def_key_
            """;

    private final JdbcClient jdbc;
    private final RepositoryService repository;
    private final ProcessEngineConfigurationImpl engine;
    private final Clock clock;
    private final Map<Step, List<String>> roles = new ConcurrentHashMap<>();

    TaskGauges(Gauges gauges, JdbcClient jdbc, @Lazy RepositoryService repository,
            @Lazy ProcessEngineConfigurationImpl engine, Clock clock) {
        this.jdbc = jdbc;
        this.repository = repository;
        this.engine = engine;
        this.clock = clock;
        Reading<Map<String, Waiting>> tasks = gauges.reading("tasks", this::byRole);
        for (String role : Arrays.stream(Role.values()).filter(Role::isOfficial).map(Role::id).toList()) {
            gauges.gauge("lindungdesa.tasks.open", "Open tasks that this role may do", tasks,
                    all -> all.getOrDefault(role, Waiting.NOTHING).open(), "role", role);
            gauges.gauge("lindungdesa.tasks.overdue", "Open tasks of this role past their due date", tasks,
                    all -> all.getOrDefault(role, Waiting.NOTHING).overdue(), "role", role);
            gauges.gauge("lindungdesa.tasks.oldest.age.seconds", "How long the oldest open task of this role has waited",
                    tasks, all -> all.getOrDefault(role, Waiting.NOTHING).oldestSeconds(), "role", role);
        }
    }

    private record Step(String definition, String element) {}

    /** The open tasks of one role. */
    private record Waiting(long open, long overdue, long oldestSeconds) {

        static final Waiting NOTHING = new Waiting(0, 0, 0);

        Waiting and(Waiting more) {
            return new Waiting(open + more.open, overdue + more.overdue, Math.max(oldestSeconds, more.oldestSeconds));
        }
    }

    private Map<String, Waiting> byRole() {
        Instant now = clock.instant();
        Map<String, Waiting> found = new HashMap<>();
        jdbc.sql(BY_STEP).param("now", Timestamp.from(now)).query(row -> {
            Waiting here = new Waiting(row.getLong("open"), row.getLong("overdue"),
                    Math.max(0, Duration.between(row.getTimestamp("oldest").toInstant(), now).toSeconds()));
            rolesOf(new Step(row.getString("definition"), row.getString("element")))
                    .forEach(role -> found.merge(role, here, Waiting::and));
        });
        return found;
    }

    private List<String> rolesOf(Step step) {
        return roles.computeIfAbsent(step, unknown -> CamundaWorkflow.withoutPermissionChecks(engine, () -> {
            ModelElementInstance element = repository.getBpmnModelInstance(step.definition()).getModelElementById(step.element());
            return element instanceof BaseElement task ? Arrays.stream(TaskContract.of(task).property("role").orElse("").split(","))
                    .map(String::trim).filter(role -> !role.isEmpty()).toList() : List.of();
        }));
    }
}
