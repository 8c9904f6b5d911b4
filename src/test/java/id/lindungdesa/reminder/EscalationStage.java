package id.lindungdesa.reminder;

import java.util.Comparator;
import java.util.UUID;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Brings single tasks before their overseers; a whole round would take up what other tests have left lying. */
@Component
public class EscalationStage {

    private final EscalationDesk desk;
    private final TaskService tasks;
    private final JdbcClient jdbc;

    EscalationStage(EscalationDesk desk, TaskService tasks, JdbcClient jdbc) {
        this.desk = desk;
        this.tasks = tasks;
        this.jdbc = jdbc;
    }

    /** @return the case of the escalation that lies before somebody then */
    public UUID open(String taskId, String process, UUID caseId) {
        Task task = tasks.createTaskQuery().taskId(taskId).singleResult();
        desk.open(new LateTask(taskId, process, task.getTaskDefinitionKey(), caseId, task.getName(), tasks.getIdentityLinksForTask(taskId)
                .stream().map(IdentityLink::getGroupId).sorted(Comparator.naturalOrder()).toList(), task.getDueDate().toInstant()));
        return jdbc.sql("select id from reminder_escalation where task_id = :task and ended_at is null").param("task", taskId)
                .query(UUID.class).single();
    }
}
