package id.lindungdesa.workflow;

import id.lindungdesa.identity.Offices;
import id.lindungdesa.identity.Role;
import id.lindungdesa.operation.OneNode;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.ProcessInstancePermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.authorization.SystemPermissions;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import static org.camunda.bpm.engine.authorization.Permissions.ACCESS;
import static org.camunda.bpm.engine.authorization.Permissions.CREATE;
import static org.camunda.bpm.engine.authorization.Permissions.CREATE_INSTANCE;
import static org.camunda.bpm.engine.authorization.Permissions.READ;
import static org.camunda.bpm.engine.authorization.Permissions.READ_HISTORY;
import static org.camunda.bpm.engine.authorization.Permissions.READ_INSTANCE;
import static org.camunda.bpm.engine.authorization.Permissions.READ_TASK;

/**
 * What groups may do in the engine beyond their own tasks, which the engine grants task by task. Officials use Tasklist,
 * see the diagrams and start what a model names their role for. Administrators look at everything and retry what failed;
 * nothing here lets them complete a task, deploy, or touch a case.
 */
@Component
@Order(ModelDeployment.ORDER + 1)
class Permissions implements ApplicationRunner {

    private final AuthorizationService authorizations;
    private final IdentityService identity;
    private final RepositoryService repository;
    private final ProcessEngineConfigurationImpl engine;
    private final OneNode oneNode;

    Permissions(AuthorizationService authorizations, IdentityService identity, RepositoryService repository,
            ProcessEngineConfigurationImpl engine, OneNode oneNode) {
        this.authorizations = authorizations;
        this.identity = identity;
        this.repository = repository;
        this.engine = engine;
        this.oneNode = oneNode;
    }

    @Override
    @Transactional
    public void run(ApplicationArguments arguments) {
        oneNode.awaitTurn("engine permissions");
        Trust.in(() -> CamundaWorkflow.withoutPermissionChecks(engine, () -> {
            officials();
            administrators();
            starters();
            return null;
        }));
    }

    private void officials() {
        group(Offices.OFFICIALS);
        allow(Offices.OFFICIALS, Resources.APPLICATION, "tasklist", ACCESS);
        allow(Offices.OFFICIALS, Resources.APPLICATION, "welcome", ACCESS);
        allow(Offices.OFFICIALS, Resources.FILTER, "*", READ);      // ours: nobody may make one
        allow(Offices.OFFICIALS, Resources.PROCESS_DEFINITION, "*", READ);
        allow(Offices.OFFICIALS, Resources.PROCESS_INSTANCE, "*", CREATE);
    }

    private void administrators() {
        String admin = Role.ADMIN.group();
        group(admin);
        for (String application : List.of("cockpit", "admin", "welcome")) {
            allow(admin, Resources.APPLICATION, application, ACCESS);
        }
        allow(admin, Resources.PROCESS_DEFINITION, "*", READ, READ_INSTANCE, READ_HISTORY, READ_TASK,
                ProcessDefinitionPermissions.RETRY_JOB);
        allow(admin, Resources.PROCESS_INSTANCE, "*", READ, ProcessInstancePermissions.RETRY_JOB);
        allow(admin, Resources.TASK, "*", READ);        // for the count by group on Cockpit's page of tasks
        allow(admin, Resources.DECISION_DEFINITION, "*", READ, READ_HISTORY);
        allow(admin, Resources.DEPLOYMENT, "*", READ);
        allow(admin, Resources.USER, "*", READ);
        allow(admin, Resources.GROUP, "*", READ);
        allow(admin, Resources.AUTHORIZATION, "*", READ);
        allow(admin, Resources.BATCH, "*", READ, READ_HISTORY);
        allow(admin, Resources.SYSTEM, "*", SystemPermissions.READ);
    }

    private void starters() {
        Set<Role> known = EnumSet.noneOf(Role.class);     // a query does not see what this command has yet to write
        for (ProcessDefinition process : repository.createProcessDefinitionQuery().latestVersion().list()) {
            TaskContract.of(repository.getBpmnModelInstance(process.getId()).getModelElementById(process.getKey()))
                    .property("startable").ifPresent(roles -> Arrays.stream(roles.split(",")).map(String::trim)
                            .map(id -> Role.of(id).orElseThrow()).forEach(role -> {
                                if (known.add(role)) {
                                    group(Offices.everybodyIn(role));
                                }
                                allow(Offices.everybodyIn(role), Resources.PROCESS_DEFINITION, process.getKey(),
                                        CREATE_INSTANCE);
                            }));
        }
    }

    private void group(String id) {
        if (identity.createGroupQuery().groupId(id).count() == 0) {
            Group group = identity.newGroup(id);
            group.setName(id);
            group.setType("OFFICE");
            identity.saveGroup(group);
        }
    }

    private void allow(String group, Resource resource, String resourceId, Permission... permissions) {
        Authorization grant = authorizations.createAuthorizationQuery().groupIdIn(group)
                .resourceType(resource).resourceId(resourceId).singleResult();
        if (grant == null) {
            grant = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
            grant.setGroupId(group);
            grant.setResource(resource);
            grant.setResourceId(resourceId);
        }
        grant.setPermissions(permissions);
        authorizations.saveAuthorization(grant);
    }
}
