package id.lindungdesa.workflow;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Open tasks as the people they are for see them, with what the model declares about them. */
@Component
public class TaskLookup {

    /**
     * A task that waits. {@code fields} are the declared completion variables, name to engine type in the order of the
     * model; {@code due} and {@code legalBasis} are null where the model names none; {@code groups} are those that may take it.
     */
    public record OpenTask(String id, String name, String element, String process, Optional<UUID> caseId, Instant due,
            String legalBasis, Map<String, String> fields, List<String> groups) {}

    public enum State { OPEN, DONE, WITHDRAWN }

    /** How a task stands: who holds it or did it, null where nobody is known, and since when it is over. */
    public record Standing(State state, String user, Instant at) {}

    private final TaskService tasks;
    private final HistoryService history;
    private final RuntimeService runtime;
    private final RepositoryService repository;
    private final IdentityService identity;
    private final ProcessEngineConfigurationImpl engine;

    TaskLookup(@Lazy TaskService tasks, @Lazy HistoryService history, @Lazy RuntimeService runtime,
            @Lazy RepositoryService repository, @Lazy IdentityService identity, @Lazy ProcessEngineConfigurationImpl engine) {
        this.tasks = tasks;
        this.history = history;
        this.runtime = runtime;
        this.repository = repository;
        this.identity = identity;
        this.engine = engine;
    }

    /** The task, if it is open and the current user may read it: the engine decides that, by his own permissions. */
    public Optional<OpenTask> find(String taskId) {
        if (identity.getCurrentAuthentication() == null) {
            return Optional.empty();        // the engine checks nothing for nobody
        }
        return Optional.ofNullable(tasks.createTaskQuery().taskId(taskId).singleResult())
                .filter(task -> task.getProcessDefinitionId() != null)
                .map(task -> CamundaWorkflow.withoutPermissionChecks(engine, () -> described(task)));
    }

    /** The article that the model names for an open task, whoever asks. */
    public Optional<String> legalBasis(String taskId) {
        return CamundaWorkflow.withoutPermissionChecks(engine, () -> Optional.ofNullable(tasks.createTaskQuery().taskId(taskId).singleResult())
                .filter(task -> task.getProcessDefinitionId() != null).map(task -> described(task).legalBasis()));
    }

    /** How a task stands, for whom it is or was for: a task that is over is told to those who could have done it. */
    public Optional<Standing> standing(String taskId) {
        if (identity.getCurrentAuthentication() == null) {
            return Optional.empty();
        }
        Task open = tasks.createTaskQuery().taskId(taskId).singleResult();
        if (open != null) {
            return Optional.of(new Standing(State.OPEN, open.getAssignee(), null));
        }
        String user = identity.getCurrentAuthentication().getUserId();
        List<String> groups = Objects.requireNonNullElse(identity.getCurrentAuthentication().getGroupIds(), List.of());
        return CamundaWorkflow.withoutPermissionChecks(engine, () ->
                Optional.ofNullable(history.createHistoricTaskInstanceQuery().taskId(taskId).finished().singleResult())
                        .filter(task -> user.equals(task.getAssignee()) || history.createHistoricIdentityLinkLogQuery()
                                .taskId(taskId).list().stream().anyMatch(link -> groups.contains(link.getGroupId())))
                        .map(task -> new Standing("completed".equals(task.getDeleteReason()) ? State.DONE : State.WITHDRAWN,
                                task.getAssignee(), task.getEndTime().toInstant())));
    }

    private OpenTask described(Task task) {
        BaseElement element = repository.getBpmnModelInstance(task.getProcessDefinitionId())
                .getModelElementById(task.getTaskDefinitionKey());
        TaskContract contract = TaskContract.of(element);
        return new OpenTask(task.getId(), task.getName(), task.getTaskDefinitionKey(),
                CaseListeners.processKey(task.getProcessDefinitionId()), caseOf(task),
                task.getDueDate() == null ? null : task.getDueDate().toInstant(),
                contract.property("legalBasis").orElse(null), contract.fields(),
                tasks.getIdentityLinksForTask(task.getId()).stream().map(IdentityLink::getGroupId).filter(Objects::nonNull).toList());
    }

    private Optional<UUID> caseOf(Task task) {
        ProcessInstance process = runtime.createProcessInstanceQuery().processInstanceId(task.getProcessInstanceId())
                .singleResult();
        try {
            return Optional.ofNullable(process).map(ProcessInstance::getBusinessKey).map(UUID::fromString);
        } catch (IllegalArgumentException e) {
            return Optional.empty();        // a process that carries no case of ours
        }
    }
}
