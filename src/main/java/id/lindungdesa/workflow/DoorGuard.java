package id.lindungdesa.workflow;

import id.lindungdesa.identity.Official;
import id.lindungdesa.identity.PasswordRule;
import id.lindungdesa.refusal.Refusal;
import jakarta.ws.rs.core.Response;
import java.lang.reflect.Field;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.ProcessInstantiationBuilderImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.AbstractAddIdentityLinkCmd;
import org.camunda.bpm.engine.impl.cmd.AbstractSetTaskPropertyCmd;
import org.camunda.bpm.engine.impl.cmd.AssignTaskCmd;
import org.camunda.bpm.engine.impl.cmd.CheckPassword;
import org.camunda.bpm.engine.impl.cmd.ClaimTaskCmd;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.cmd.SaveUserCmd;
import org.camunda.bpm.engine.impl.cmd.StartProcessInstanceCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitStartFormCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.camunda.bpm.engine.rest.exception.RestException;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;

/**
 * Stands in front of every command of the engine, so that Tasklist, Cockpit, {@code /engine-rest} and whatever door comes
 * next meet the same rules:
 * <ul>
 * <li>a query carries no expression but those that name the current user or the hour, at any depth (CVE-2026-109432);</li>
 * <li>who came through a door holds an office and may do what stands on a short list, and nothing else: no deployment, no variable, no token
 * moved, no message, no user made by the set-up page (CVE-2026-77226);</li>
 * <li>a completion or start carries the fields that the model declares; what is not a routing flag leaves no trace.</li>
 * </ul>
 * The engine's own permission checks come after this, and our rules in the recording step after those.
 */
class DoorGuard extends CommandInterceptor {

    private static final Set<String> READING = Set.of("AuthorizationCheckCmd", "CreateUserQueryCmd", "CreateGroupQueryCmd",
            "CreateTenantQueryCmd", "CreateFilterCmd", "FindActiveActivityIdsCmd", "ExecuteFilterListCmd",
            "ExecuteFilterListPageCmd", "ExecuteFilterCountCmd", "ExecuteFilterSingleResultCmd", "CheckPassword",
            "TaskCountByCandidateGroupCmd");

    /** Writes that the engine's permissions may then allow or forbid; those with a check of ours are named there too. */
    private static final Set<String> WRITING = Set.of("CompleteTaskCmd", "SubmitTaskFormCmd", "ClaimTaskCmd",
            "AssignTaskCmd", "StartProcessInstanceCmd", "SubmitStartFormCmd", "SaveFilterCmd", "DeleteFilterCmd",
            "SaveUserCmd", "UnlockUserCmd", "SetJobRetriesCmd", "SetJobsRetriesCmd", "ExecuteJobsCmd",
            "FailedJobListener",        // writes down that the job which somebody executes failed again
            "SetAnnotationForIncidentCmd", "SetUserInfoCmd", "DeleteUserInfoCmd");

    /** What somebody is told whose term ended while he worked. */
    static final String NO_OFFICE = "Anda tidak memegang jabatan yang berlaku hari ini. Keputusan dan catatan Anda tidak disimpan; "
            + "tugasnya menunggu pejabat yang berwenang. Hubungi administrator bila ini keliru.";
    static final String NOT_YOUR_TASK = "Tugas ini bukan, atau bukan lagi, untuk jabatan Anda: mungkin jabatannya sudah "
            + "diserahterimakan. Keputusan dan catatan Anda tidak disimpan; tugasnya menunggu pejabat yang berwenang.";

    private static final String TASK_GONE = "TASK_GONE";
    private static final String CHANGED_MEANWHILE = "CHANGED_MEANWHILE";
    private static final String CASE_BEGUN = "CASE_BEGUN";
    /** Nothing wrong with what was sent, it only came too late: the engine's door would call that a fault of the server. */
    private static final Set<Object> MEANWHILE = Set.of(TASK_GONE, CHANGED_MEANWHILE, CASE_BEGUN);

    private final ProcessEngineConfigurationImpl engine;

    DoorGuard(ProcessEngineConfigurationImpl engine) {
        this.engine = engine;
    }

    @Override
    public <T> T execute(Command<T> command) {
        if (Trust.given()) {
            return next.execute(command);
        }
        QueryExpressions.check(command);
        if (Context.getCommandContext() != null) {
            return next.execute(command);
        }
        Authentication user = engine.getIdentityService().getCurrentAuthentication();
        if (user == null || user.getUserId() == null) {
            refuseStrangers(command);
            return next.execute(command);
        }
        try {
            return explained(() -> throughTheDoor(command, user.getUserId(), user.getGroupIds()));
        } catch (FormFieldValidationException e) {
            if (MEANWHILE.contains(e.<Object>getDetail())) {
                throw new RestException(Response.Status.CONFLICT, e, e.getMessage());
            }
            if (command instanceof StartProcessInstanceCmd) {
                // a start by key is no form to the engine's REST door, which would call this a fault of the server
                throw new RestException(Response.Status.BAD_REQUEST, e, e.getMessage());
            }
            throw e;
        }
    }

    private <T> T throughTheDoor(Command<T> command, String user, List<String> groups) {
        String name = command.getClass().getSimpleName();
        if (Official.of(user, user, groups).offices().isEmpty()) {
            throw new AuthorizationException(NO_OFFICE);
        }
        if (!reads(command, name) && !WRITING.contains(name)) {
            throw new AuthorizationException("Tindakan %s tidak diizinkan melalui pintu ini.".formatted(name));
        }
        if (command instanceof CompleteTaskCmd) {
            return completed(command, "variables", user, groups);
        } else if (command instanceof SubmitTaskFormCmd) {
            return completed(command, "properties", user, groups);
        } else if (command instanceof StartProcessInstanceCmd) {
            declareStart(command);
        } else if (command instanceof SubmitStartFormCmd) {
            declareStartForm(command);
        } else if (command instanceof ClaimTaskCmd && !user.equals(read(command, ClaimTaskCmd.class, "userId"))) {
            throw new AuthorizationException("Tugas hanya dapat diambil untuk diri sendiri.");
        } else if (command instanceof ClaimTaskCmd) {
            requireCandidate(taskOf((String) read(command, ClaimTaskCmd.class, "taskId")), groups);
        } else if (command instanceof CheckPassword && !user.equals(read(command, CheckPassword.class, "userId"))) {
            throw new AuthorizationException("Hanya kata sandi sendiri yang dapat diperiksa.");
        } else if (command instanceof AssignTaskCmd) {
            return givenBack(command, user);
        } else if (command instanceof SaveUserCmd) {
            User saved = (User) read(command, SaveUserCmd.class, "user");
            if (!user.equals(saved.getId())) {
                throw new AuthorizationException("Hanya data diri sendiri yang dapat diubah di sini.");
            }
            keepsTheName(saved);
            PasswordRule.Fault fault = saved instanceof UserEntity entity && entity.hasNewPassword() ? PasswordRule.fault(
                    (String) read(saved, UserEntity.class, "newPassword"), user, saved.getFirstName()).orElse(null) : null;
            if (fault != null) {
                throw new BadUserRequestException(fault.sentence());
            }
        }
        return next.execute(command);
    }

    /** Who somebody is stands in his appointment; here he changes his password and nothing else. */
    private void keepsTheName(User saved) {
        User known = Trust.in(() -> CamundaWorkflow.withoutPermissionChecks(engine, () ->
                engine.getIdentityService().createUserQuery().userId(saved.getId()).singleResult()));
        if (known == null || !Objects.equals(known.getFirstName(), saved.getFirstName())
                || !Objects.equals(known.getLastName(), saved.getLastName())
                || !Objects.equals(known.getEmail(), saved.getEmail())) {
            throw new AuthorizationException("Nama pejabat ditetapkan dengan pengangkatan dan tidak diubah di sini.");
        }
    }

    private static boolean reads(Command<?> command, String name) {
        return command instanceof AbstractQuery || name.startsWith("Get") || name.startsWith("Is") || READING.contains(name)
                || command.getClass().getName().startsWith("org.camunda.bpm.cockpit.")
                || command.getClass().getName().startsWith("org.camunda.bpm.engine.impl.QueryMaxResults");
    }

    /** Without a login nothing is written: the set-up page of the webapps creates its administrator that way. */
    private static void refuseStrangers(Command<?> command) {
        String name = command.getClass().getSimpleName();
        boolean changesPeople = name.matches("(Save|Delete|Create).*(User|Group|Membership|Authorization|Tenant)(Cmd)?");
        if (changesPeople) {
            throw new AuthorizationException("Tindakan %s memerlukan masuk sebagai administrator.".formatted(name));
        }
    }

    // ---- completing and starting

    /** A task that went while it was being completed took the permission for it along: that is no lack of permission. */
    private <T> T completed(Command<T> command, String field, String user, List<String> groups) {
        String taskId = (String) read(command, command.getClass(), "taskId");
        try {
            declareCompletion(command, field, user, groups, taskOf(taskId));
            return next.execute(command);
        } catch (AuthorizationException e) {
            throw taskOf(taskId) == null ? taskGone() : e;
        }
    }

    private void declareCompletion(Command<?> command, String field, String user, List<String> groups, Task task) {
        if (task == null) {
            throw taskGone();
        }
        requireCandidate(task, groups);
        if (task.assignee() != null && !task.assignee().equals(user)) {
            throw Refusal.conflict("TASK_TAKEN", "Tugas ini sedang dikerjakan pejabat lain.");
        }
        TaskContract contract = contractOf(task.processDefinitionId(), task.element());
        change(command, field, sent -> DeclaredFields.of(contract).accept((Map<?, ?>) sent));
    }

    private record Task(String processDefinitionId, String element, String assignee, Set<String> groups) {}

    private Task taskOf(String taskId) {
        return Trust.in(() -> engine.getCommandExecutorTxRequired().execute(context -> {
            TaskEntity found = taskId == null ? null : context.getTaskManager().findTaskById(taskId);
            return found == null ? null : new Task(found.getProcessDefinitionId(), found.getTaskDefinitionKey(), found.getAssignee(),
                    found.getCandidates().stream().map(IdentityLink::getGroupId).collect(Collectors.toSet()));
        }));
    }

    /** The engine would say so in English; somebody who handed his office over this morning must understand it. */
    private static void requireCandidate(Task task, List<String> groups) {
        if (task != null && task.processDefinitionId() != null && (groups == null || Collections.disjoint(task.groups(), groups))) {
            throw new AuthorizationException(NOT_YOUR_TASK);
        }
    }

    private void declareStart(Command<?> command) {
        var start = (ProcessInstantiationBuilderImpl) read(command, StartProcessInstanceCmd.class, "instantiationBuilder");
        String definition = start.getProcessDefinitionId() != null ? start.getProcessDefinitionId()
                : Trust.in(() -> engine.getCommandExecutorTxRequired().execute(context -> engine.getDeploymentCache()
                        .findDeployedLatestProcessDefinitionByKey(start.getProcessDefinitionKey()).getId()));
        if (start.getModificationBuilder() != null
                && !start.getModificationBuilder().getModificationOperations().isEmpty()) {
            throw new AuthorizationException("Proses hanya dapat dimulai dari awalnya.");
        }
        Map<String, Object> accepted = acceptStart(definition, start.getBusinessKey(), start.getVariables());
        start.getVariables().clear();
        start.getVariables().putAll(accepted);
    }

    private void declareStartForm(Command<?> command) {
        String definition = (String) read(command, SubmitStartFormCmd.class, "processDefinitionId");
        String businessKey = (String) read(command, SubmitStartFormCmd.class, "businessKey");
        change(command, "variables", sent -> acceptStart(definition, businessKey, (Map<?, ?>) sent));
    }

    private Map<String, Object> acceptStart(String definitionId, String businessKey, Map<?, ?> sent) {
        String processKey = definitionId.substring(0, definitionId.indexOf(':'));
        TaskContract contract = contractOf(definitionId, processKey);
        String caseVariable = contract.property("case").orElseThrow(() ->
                new AuthorizationException("Proses ini tidak dapat dimulai dari luar."));
        if (contract.property("startable").isEmpty()) {
            throw new AuthorizationException("Proses ini tidak dapat dimulai dari luar.");
        }
        Map<String, Object> accepted = new DeclaredFields(Map.of(caseVariable, "String"), Set.of(caseVariable)).accept(sent);
        DeclaredFields.requireCaseId(caseVariable, accepted);
        if (businessKey != null && !businessKey.isBlank() && !businessKey.equals(sent.get(caseVariable))) {
            throw Refusal.invalid("BUSINESS_KEY", "Kunci bisnis harus kosong atau sama dengan " + caseVariable + ".");
        }
        requireNotBegun(processKey, (String) accepted.get(caseVariable));
        return accepted;
    }

    /** Whoever heard no answer sends his start form again; every recording step would refuse it too, in words about something else. */
    private void requireNotBegun(String processKey, String caseId) {
        boolean begun = Trust.in(() -> CamundaWorkflow.withoutPermissionChecks(engine, () -> engine.getHistoryService()
                .createHistoricProcessInstanceQuery().processDefinitionKey(processKey).processInstanceBusinessKey(caseId).count() > 0));
        if (begun) {
            throw Refusal.conflict(CASE_BEGUN, "Ini sudah tercatat dan tidak dicatat dua kali. Muat ulang daftar tugas.");
        }
    }

    private TaskContract contractOf(String processDefinitionId, String element) {
        BpmnModelInstance model = Trust.in(() ->
                engine.getRepositoryService().getBpmnModelInstance(processDefinitionId));
        return TaskContract.of((BaseElement) model.getModelElementById(element));
    }

    /** Giving a task back to its group is for whoever took it; handing it to another person is not done here. */
    private <T> T givenBack(Command<T> command, String user) {
        String taskId = (String) read(command, AbstractSetTaskPropertyCmd.class, "taskId");
        String assignee = (String) read(command, AbstractAddIdentityLinkCmd.class, "userId");
        String holder = Trust.in(() -> engine.getCommandExecutorTxRequired().execute(context -> {
            TaskEntity found = context.getTaskManager().findTaskById(taskId);
            return found == null ? null : found.getAssignee();
        }));
        if (assignee != null || !user.equals(holder)) {
            throw new AuthorizationException("Hanya pemegang tugas yang dapat mengembalikannya ke kelompok.");
        }
        return Trust.in(() -> CamundaWorkflow.withoutPermissionChecks(engine, () -> next.execute(command)));
    }

    // ---- telling the caller

    private interface Work<T> {
        T done();
    }

    /** What a rule of ours refused reaches the official as its sentence, whatever the engine wrapped around it. */
    private static <T> T explained(Work<T> work) {
        try {
            return work.done();
        } catch (NullValueException e) {
            if (String.valueOf(e.getMessage()).contains("task is null")) {
                throw new FormFieldValidationException(TASK_GONE, taskGone().getMessage(), taskGone());
            }
            throw e;
        } catch (RuntimeException e) {
            Refusal refusal = refusalIn(e);
            if (refusal != null) {
                throw new FormFieldValidationException(refusal.code(), refusal.getMessage(), refusal);
            }
            if (twoAtOnce(e)) {
                throw new FormFieldValidationException(CHANGED_MEANWHILE,
                        "Data ini baru saja diubah pejabat lain. Muat ulang, lalu periksa kembali.", e);
            }
            throw e;
        }
    }

    static Refusal taskGone() {
        return Refusal.conflict(TASK_GONE, "Tugas ini tidak ada lagi: mungkin sudah diselesaikan. Muat ulang daftar tugas.");
    }

    /** Whether another transaction was quicker, however the engine or the database says so: versions, locks, keys. */
    private static boolean twoAtOnce(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof OptimisticLockingException
                    || cause instanceof SQLException sql && String.valueOf(sql.getSQLState()).matches("40...|23...|55P03")) {
                return true;
            }
        }
        return false;
    }

    static Refusal refusalIn(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refusal refusal) {
                return refusal;
            }
        }
        return null;
    }

    // ---- the engine keeps a command's contents to itself

    static Object read(Object command, Class<?> declaring, String name) {
        try {
            return field(declaring, name).get(command);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("Engine changed: " + declaring + "." + name, e);
        }
    }

    private static void change(Object command, String name, UnaryOperator<Object> change) {
        try {
            Field field = field(command.getClass(), name);
            Map<?, ?> now = Objects.requireNonNullElse((Map<?, ?>) field.get(command), Map.of());
            Object changed = change.apply(now);
            field.set(command, field.getType() == Map.class ? changed
                    : org.camunda.bpm.engine.variable.Variables.fromMap(asVariables(changed)));
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("Engine changed: " + command.getClass() + "." + name, e);
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> asVariables(Object map) {
        return (Map<String, Object>) map;
    }

    private static Field field(Class<?> declaring, String name) {
        try {
            Field field = declaring.getDeclaredField(name);
            field.setAccessible(true);
            return field;
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException("Engine changed: " + declaring + "." + name, e);
        }
    }
}
