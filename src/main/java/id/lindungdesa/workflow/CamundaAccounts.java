package id.lindungdesa.workflow;

import id.lindungdesa.identity.Accounts;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps people in the engine's identity store; looks up many at once in its tables, since its queries ask one by one. */
@Component
class CamundaAccounts implements Accounts {

    private final IdentityService identity;
    private final ProcessEngineConfigurationImpl engine;
    private final JdbcClient jdbc;

    CamundaAccounts(@Lazy IdentityService identity, @Lazy ProcessEngineConfigurationImpl engine, JdbcClient jdbc) {
        this.identity = identity;
        this.engine = engine;
        this.jdbc = jdbc;
    }

    @Override
    public boolean exists(String user) {
        return asOurselves(() -> identity.createUserQuery().userId(user).count() > 0);
    }

    @Override
    public Set<String> known(Collection<String> users) {
        return new HashSet<>(jdbc.sql("select id_ from act_id_user where id_ = any(:users)")
                .param("users", users.toArray(String[]::new)).query(String.class).list());
    }

    @Override
    public boolean matches(String user, String password) {
        return identity.checkPassword(user, password);
    }

    @Override
    public List<String> groupsOf(String user) {
        return asOurselves(() -> identity.createGroupQuery().groupMember(user).list().stream().map(Group::getId).toList());
    }

    @Override
    public String nameOf(String user) {
        return asOurselves(() -> {
            User found = identity.createUserQuery().userId(user).singleResult();
            return found == null ? user : found.getFirstName();
        });
    }

    @Override
    public void create(Collection<NewAccount> accounts) {
        asOurselves(() -> {
            for (NewAccount account : accounts) {
                User user = identity.newUser(account.user());
                user.setFirstName(account.name());
                user.setLastName("");
                user.setPassword(account.password());
                identity.saveUser(user);
            }
            return null;
        });
    }

    @Override
    public void setPassword(String user, String password) {
        asOurselves(() -> {
            User found = identity.createUserQuery().userId(user).singleResult();
            found.setPassword(password);
            identity.saveUser(found);
            identity.unlockUser(user);
            return null;
        });
    }

    @Override
    public void join(Collection<Membership> memberships) {
        asOurselves(() -> {
            Set<String> groups = new HashSet<>(jdbc.sql("select id_ from act_id_group").query(String.class).list());
            Set<Membership> present = new HashSet<>(jdbc.sql("""
                    select user_id_ as "user", group_id_ as "group" from act_id_membership where user_id_ = any(:users)""")
                    .param("users", memberships.stream().map(Membership::user).distinct().toArray(String[]::new))
                    .query(Membership.class).list());
            for (Membership membership : memberships) {
                if (groups.add(membership.group())) {
                    Group group = identity.newGroup(membership.group());
                    group.setName(membership.group());
                    group.setType("OFFICE");
                    identity.saveGroup(group);
                }
                if (present.add(membership)) {
                    identity.createMembership(membership.user(), membership.group());
                }
            }
            return null;
        });
    }

    @Override
    public void leave(Collection<Membership> memberships) {
        asOurselves(() -> {
            memberships.forEach(one -> identity.deleteMembership(one.user(), one.group()));
            return null;
        });
    }

    @Override
    public Acting actAs(String user) {
        Authentication before = identity.getCurrentAuthentication();
        identity.setAuthentication(user, groupsOf(user));
        return () -> {
            if (before == null) {
                identity.clearAuthentication();
            } else {
                identity.setAuthentication(before.getUserId(), before.getGroupIds());
            }
        };
    }

    private <T> T asOurselves(Supplier<T> call) {
        return Trust.in(() -> CamundaWorkflow.withoutPermissionChecks(engine, call));
    }
}
