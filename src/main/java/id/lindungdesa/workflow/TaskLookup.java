package id.lindungdesa.workflow;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Open tasks as the people they are for see them, with what the model declares about them. */
@Component
public class TaskLookup {

    /**
     * A task that waits. {@code fields} are the declared completion variables, name to engine type in the order of the
     * model; {@code due} and {@code legalBasis} are null where the model names none.
     */
    public record OpenTask(String id, String name, String element, String process, Optional<UUID> caseId, Instant due,
            String legalBasis, Map<String, String> fields) {}

    private final TaskService tasks;
    private final RuntimeService runtime;
    private final RepositoryService repository;
    private final IdentityService identity;
    private final ProcessEngineConfigurationImpl engine;

    TaskLookup(@Lazy TaskService tasks, @Lazy RuntimeService runtime, @Lazy RepositoryService repository,
            @Lazy IdentityService identity, @Lazy ProcessEngineConfigurationImpl engine) {
        this.tasks = tasks;
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

    private OpenTask described(Task task) {
        BaseElement element = repository.getBpmnModelInstance(task.getProcessDefinitionId())
                .getModelElementById(task.getTaskDefinitionKey());
        TaskContract contract = TaskContract.of(element);
        return new OpenTask(task.getId(), task.getName(), task.getTaskDefinitionKey(),
                CaseListeners.processKey(task.getProcessDefinitionId()), caseOf(task),
                task.getDueDate() == null ? null : task.getDueDate().toInstant(),
                contract.property("legalBasis").orElse(null), contract.fields());
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
