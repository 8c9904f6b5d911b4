package id.lindungdesa.workflow;

import id.lindungdesa.identity.Accounts;
import id.lindungdesa.identity.LoginThrottle;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps people in the engine's identity store; looks up many at once in its tables, since its queries ask one by one, and
 * writes memberships there, since it loads user and group again for each.
 */
@Component
class CamundaAccounts implements Accounts {

    /** Users or groups written by one command: the engine compares all that a command writes with each other. */
    private static final int AT_ONCE = 200;

    private final IdentityService identity;
    private final ProcessEngineConfigurationImpl engine;
    private final JdbcClient jdbc;
    private final LoginThrottle throttle;

    CamundaAccounts(@Lazy IdentityService identity, @Lazy ProcessEngineConfigurationImpl engine,
            JdbcClient jdbc, LoginThrottle throttle) {
        this.throttle = throttle;
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
    public Map<String, String> namesOf(Collection<String> users) {
        Map<String, String> names = new HashMap<>();
        jdbc.sql("select id_, first_ from act_id_user where id_ = any(:users)").param("users", users.toArray(String[]::new))
                .query(row -> {
                    names.put(row.getString("id_"), row.getString("first_"));
                });
        return names;
    }

    @Override
    public void create(Collection<NewAccount> accounts) {
        inPortions(accounts, account -> {
            User user = identity.newUser(account.user());
            user.setFirstName(account.name());
            user.setLastName("");
            user.setPassword(account.password());
            identity.saveUser(user);
        });
    }

    @Override
    public void setPassword(String user, String password) {
        asOurselves(() -> {
            User found = identity.createUserQuery().userId(user).singleResult();
            found.setPassword(password);
            identity.saveUser(found);
            throttle.forgive(user);
            return null;
        });
    }

    @Override
    public void join(Collection<Membership> memberships) {
        Set<String> present = new HashSet<>(jdbc.sql("select id_ from act_id_group").query(String.class).list());
        inPortions(memberships.stream().map(Membership::group).filter(present::add).toList(), missing -> {
            Group group = identity.newGroup(missing);
            group.setName(missing);
            group.setType("OFFICE");
            identity.saveGroup(group);
        });
        jdbc.sql("""
                insert into act_id_membership (user_id_, group_id_) select * from unnest(:users, :groups)
                    on conflict do nothing""")
                .param("users", memberships.stream().map(Membership::user).toArray(String[]::new))
                .param("groups", memberships.stream().map(Membership::group).toArray(String[]::new)).update();
    }

    @Override
    public void leave(Collection<Membership> memberships) {
        asOurselves(() -> {
            for (Membership one : memberships) {
                identity.deleteMembership(one.user(), one.group());
            }
            return null;
        });
    }

    @Override
    public Acting actAs(String user) {
        return actAs(user, groupsOf(user));
    }

    @Override
    public Acting actAs(String user, List<String> groups) {
        Authentication before = identity.getCurrentAuthentication();
        identity.setAuthentication(user, groups);
        return () -> {
            if (before == null) {
                identity.clearAuthentication();
            } else {
                identity.setAuthentication(before.getUserId(), before.getGroupIds());
            }
        };
    }

    private <T> void inPortions(Collection<T> all, Consumer<T> save) {
        Iterator<T> left = all.iterator();
        while (left.hasNext()) {
            asOurselves(() -> {
                for (int i = 0; i < AT_ONCE && left.hasNext(); i++) {
                    save.accept(left.next());
                }
                return null;
            });
        }
    }

    private <T> T asOurselves(Supplier<T> call) {
        return Trust.in(() -> CamundaWorkflow.withoutPermissionChecks(engine, call));
    }
}
