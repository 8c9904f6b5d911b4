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
import org.springframework.stereotype.Component;

/** Keeps people in the engine's identity store. */
@Component
class CamundaAccounts implements Accounts {

    private final IdentityService identity;
    private final ProcessEngineConfigurationImpl engine;

    CamundaAccounts(@Lazy IdentityService identity, @Lazy ProcessEngineConfigurationImpl engine) {
        this.identity = identity;
        this.engine = engine;
    }

    @Override
    public boolean exists(String user) {
        return asOurselves(() -> identity.createUserQuery().userId(user).count() > 0);
    }

    @Override
    public Set<String> known(Collection<String> users) {
        return asOurselves(() -> {
            Set<String> known = new HashSet<>();
            identity.createUserQuery().list().forEach(user -> known.add(user.getId()));
            known.retainAll(users);
            return known;
        });
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
            Set<String> groups = new HashSet<>();
            Set<Membership> present = new HashSet<>();
            identity.createGroupQuery().list().forEach(group -> groups.add(group.getId()));
            memberships.stream().map(Membership::user).distinct().forEach(user ->
                    identity.createGroupQuery().groupMember(user).list()
                            .forEach(group -> present.add(new Membership(user, group.getId()))));
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
