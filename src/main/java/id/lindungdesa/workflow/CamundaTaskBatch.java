package id.lindungdesa.workflow;

import id.lindungdesa.identity.Accounts;
import id.lindungdesa.refusal.Refusal;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.springframework.context.annotation.Lazy;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads the engine's tables where its queries would ask once for each task: what waits for a group is what the engine gave
 * that group the permission to work on. Decides through the engine, which checks that permission again.
 */
@Component
class CamundaTaskBatch implements TaskBatch {

    private static final String MINE = """
              from (select distinct task_id_ from act_ru_identitylink
                     where group_id_ = any(:groups) and type_ = 'candidate') link
              join act_ru_task task on task.id_ = link.task_id_
                   and task.suspension_state_ = 1 and (task.assignee_ is null or task.assignee_ = :user)
            """;
    private static final String COUNTED = """
            select split_part(task.proc_def_id_, ':', 1) as process, task.task_def_key_ as element, count(*) as many
            """ + MINE + "group by 1, 2";
    private static final String OF_KIND = """
            select task.id_ as task, process.business_key_ as case_id, task.due_date_ as due
            """ + MINE + """
              join act_ru_execution process on process.id_ = task.proc_inst_id_
             where task.task_def_key_ = :element and split_part(task.proc_def_id_, ':', 1) = :process
             order by task.due_date_ nulls last, task.name_, task.id_
            """;
    private static final String ENDED = """
            select task.name_ as name, task.end_time_ as at,
                   (select log.user_id_ from act_hi_op_log log
                     where log.task_id_ = task.id_ and log.operation_type_ = 'Complete'
                     order by log.timestamp_ desc limit 1) as by
              from act_hi_taskinst task
             where task.id_ = :task and task.end_time_ is not null
               and exists (select from act_hi_identitylink link where link.task_id_ = task.id_ and link.group_id_ = any(:groups))
            """;

    private final TaskService tasks;
    private final RepositoryService repository;
    private final IdentityService identity;
    private final ProcessEngineConfigurationImpl engine;
    private final Accounts accounts;
    private final JdbcClient jdbc;

    CamundaTaskBatch(@Lazy TaskService tasks, @Lazy RepositoryService repository, @Lazy IdentityService identity,
            @Lazy ProcessEngineConfigurationImpl engine, @Lazy Accounts accounts, JdbcClient jdbc) {
        this.tasks = tasks;
        this.repository = repository;
        this.identity = identity;
        this.engine = engine;
        this.accounts = accounts;
        this.jdbc = jdbc;
    }

    @Override
    public List<Step> steps() {
        return CamundaWorkflow.withoutPermissionChecks(engine, () -> {
            List<Step> found = new ArrayList<>();
            for (ProcessDefinition process : repository.createProcessDefinitionQuery().latestVersion()
                    .orderByProcessDefinitionKey().asc().list()) {
                repository.getBpmnModelInstance(process.getId()).getModelElementsByType(UserTask.class).stream()
                        .filter(task -> TaskContract.of(task).property("bulk").filter("true"::equals).isPresent())
                        .map(task -> new Step(new Kind(process.getKey(), task.getId()), task.getName(), process.getName()))
                        .forEach(found::add);
            }
            return found;
        });
    }

    @Override
    public Map<Kind, Integer> counts() {
        Set<Kind> declared = steps().stream().map(Step::kind).collect(Collectors.toSet());
        Map<Kind, Integer> counts = new HashMap<>();
        jdbc.sql(COUNTED).param("groups", groups()).param("user", user()).query(row -> {
                    Kind kind = new Kind(row.getString("process"), row.getString("element"));
                    if (declared.contains(kind)) {
                        counts.merge(kind, row.getInt("many"), Integer::sum);
                    }
                });
        return counts;
    }

    @Override
    public List<Waiting> waiting(Kind kind) {
        return jdbc.sql(OF_KIND).param("groups", groups()).param("user", user()).param("element", kind.element()).param("process", kind.process())
                .query((row, number) -> {
                    Timestamp due = row.getTimestamp("due");
                    return new Waiting(row.getString("task"), UUID.fromString(row.getString("case_id")),
                            due == null ? null : due.toInstant());
                }).list();
    }

    @Override
    public void decide(Kind kind, String taskId, boolean approved, String note) {
        Task task = CamundaWorkflow.withoutPermissionChecks(engine, () -> tasks.createTaskQuery().taskId(taskId).singleResult());
        if (task == null) {
            throw over(taskId);
        }
        if (!kind.element().equals(task.getTaskDefinitionKey()) || task.getProcessDefinitionId() == null
                || !kind.process().equals(CaseListeners.processKey(task.getProcessDefinitionId()))) {
            throw Refusal.invalid("OTHER_KIND", "Tugas ini dari jenis lain.");
        }
        Map<String, Object> fields = new HashMap<>();
        fields.put("approved", approved);
        fields.put("note", note);
        try {
            tasks.complete(taskId, fields);
        } catch (ProcessEngineException e) {
            throw meant(e);
        }
    }

    private Refusal over(String taskId) {
        return ended(taskId).filter(task -> task.by() != null)
                .map(task -> Refusal.conflict("ALREADY_DECIDED", "Sudah diputuskan %s pada saat lain; keputusannya tidak diubah."
                        .formatted(task.by().equals(user()) ? "oleh Anda sendiri" : "oleh " + accounts.nameOf(task.by()))))
                .orElseGet(() -> Refusal.conflict("TASK_GONE", "Tugas ini tidak ada lagi: berkasnya sudah berpindah langkah."));
    }

    private static RuntimeException meant(ProcessEngineException failure) {
        if (causedBy(failure, OptimisticLockingException.class)) {
            return new OptimisticLockingFailureException("Changed by somebody else at the same moment", failure);
        }
        Refusal refusal = DoorGuard.refusalIn(failure);
        if (refusal == null && causedBy(failure, AuthorizationException.class)) {
            return Refusal.forbidden("NOT_YOUR_TASK", "Tugas ini bukan untuk jabatan yang Anda pegang sekarang.");
        }
        return refusal != null ? refusal : failure;
    }

    private static boolean causedBy(Throwable failure, Class<? extends Throwable> kind) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (kind.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public Optional<Ended> ended(String taskId) {
        return jdbc.sql(ENDED).param("task", taskId).param("groups", groups()).query((row, number) ->
                new Ended(row.getString("name"), row.getString("by"), row.getTimestamp("at").toInstant())).optional();
    }

    private String[] groups() {
        Authentication now = identity.getCurrentAuthentication();
        return now == null || now.getGroupIds() == null ? new String[0] : now.getGroupIds().toArray(String[]::new);
    }

    private String user() {
        Authentication now = identity.getCurrentAuthentication();
        return now == null ? null : now.getUserId();
    }
}
