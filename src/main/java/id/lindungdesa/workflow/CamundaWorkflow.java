package id.lindungdesa.workflow;

import id.lindungdesa.identity.Accounts;
import id.lindungdesa.refusal.Refusal;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

@Component
class CamundaWorkflow implements Workflow {

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final ProcessEngineConfigurationImpl engine;
    private final Accounts accounts;

    CamundaWorkflow(@Lazy RuntimeService runtime, @Lazy TaskService tasks, @Lazy ProcessEngineConfigurationImpl engine,
            @Lazy Accounts accounts) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.engine = engine;
        this.accounts = accounts;
    }

    @Override
    public void start(String processKey, UUID caseId, Map<String, Object> variables) {
        asOurselves(() -> runtime.startProcessInstanceByKey(processKey, caseId.toString(), variables));
    }

    @Override
    public void correlate(String message, String processKey, UUID caseId, Map<String, Object> variables) {
        asOurselves(() -> {
            runtime.createMessageCorrelation(message).processInstanceBusinessKey(caseId.toString())
                    .setVariables(variables).correlate();
            return null;
        });
    }

    @Override
    public void complete(String processKey, UUID caseId, String elementId, Map<String, Object> variables) {
        Task task = asOurselves(() -> tasks.createTaskQuery().processDefinitionKey(processKey)
                .processInstanceBusinessKey(caseId.toString()).taskDefinitionKey(elementId).singleResult());
        if (task == null) {
            throw Refusal.conflict("TASK_NOT_OPEN", "Tugas ini tidak sedang terbuka untuk perkara tersebut.");
        }
        unwrapped(() -> {
            tasks.complete(task.getId(), variables);
            return null;
        });
    }

    @Override
    public void moveDueDate(String processKey, UUID caseId, Instant from, Instant to) {
        asOurselves(() -> {
            tasks.createTaskQuery().processDefinitionKey(processKey).processInstanceBusinessKey(caseId.toString())
                    .dueDate(Date.from(from)).list().forEach(task -> tasks.setDueDate(task.getId(), Date.from(to)));
            return null;
        });
    }

    @Override
    public void actingAs(String user, Runnable action) {
        try (Accounts.Acting acting = accounts.actAs(user)) {
            action.run();
        }
    }

    private <T> T asOurselves(Supplier<T> call) {
        return unwrapped(() -> Trust.in(() -> withoutPermissionChecks(engine, call)));
    }

    /** Runs in one command with the engine's permission checks off; the current user stays who he is. */
    static <T> T withoutPermissionChecks(ProcessEngineConfigurationImpl engine, Supplier<T> call) {
        return Trust.in(() -> engine.getCommandExecutorTxRequired().execute(context -> unchecked(context, call)));
    }

    private static <T> T unchecked(CommandContext context, Supplier<T> call) {
        boolean checked = context.isAuthorizationCheckEnabled();
        try {
            context.disableAuthorizationCheck();
            return call.get();
        } finally {
            if (checked) {
                context.enableAuthorizationCheck();
            }
        }
    }

    private static <T> T unwrapped(Supplier<T> call) {
        try {
            return call.get();
        } catch (ProcessEngineException e) {
            Refusal refusal = DoorGuard.refusalIn(e);
            throw refusal != null ? refusal : e;
        }
    }
}
