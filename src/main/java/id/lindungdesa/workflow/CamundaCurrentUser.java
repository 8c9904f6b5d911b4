package id.lindungdesa.workflow;

import id.lindungdesa.identity.Accounts;
import id.lindungdesa.identity.CurrentUser;
import id.lindungdesa.identity.Official;
import id.lindungdesa.identity.Official.Office;
import id.lindungdesa.identity.Role;
import id.lindungdesa.identity.StandIns;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** The engine's authentication of this thread as an official of ours: every door sets it. */
@Component
class CamundaCurrentUser implements CurrentUser {

    private final IdentityService identity;
    private final Accounts accounts;
    private final StandIns standIns;

    CamundaCurrentUser(@Lazy IdentityService identity, @Lazy Accounts accounts, StandIns standIns) {
        this.standIns = standIns;
        this.identity = identity;
        this.accounts = accounts;
    }

    @Override
    public Optional<Official> find() {
        Authentication now = identity.getCurrentAuthentication();
        return now == null || now.getUserId() == null ? Optional.empty()
                : Optional.of(Official.of(now.getUserId(), accounts.nameOf(now.getUserId()), now.getGroupIds()));
    }

    @Override
    public Official in(Role role, String area) {
        Official official = get();
        Office office = new Office(role, role.area() == Role.Area.NONE ? "" : area);
        return standIns.absentFor(official.user(), office).map(absent -> official.onBehalfOf(accounts.nameOf(absent), office)).orElse(official);
    }

    @Override
    public Official acting(Predicate<Official> allowed) {
        Official official = get();
        if (official.offices().size() < 2 || !allowed.test(official)) {      // a deputy holds an office of his own too
            return official;
        }
        Map<Office, String> absent = new LinkedHashMap<>();
        official.offices().forEach(office -> standIns.absentFor(official.user(), office).ifPresent(user -> absent.put(office, user)));
        Set<Office> own = official.offices().stream().filter(office -> !absent.containsKey(office)).collect(Collectors.toSet());
        if (allowed.test(new Official(official.user(), official.name(), own))) {
            return official;
        }
        return absent.entrySet().stream().filter(one -> allowed.test(new Official(official.user(), official.name(), Set.of(one.getKey()))))
                .findFirst().map(one -> official.onBehalfOf(accounts.nameOf(one.getValue()), one.getKey())).orElse(official);
    }
}
