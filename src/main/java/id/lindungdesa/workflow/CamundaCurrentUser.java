package id.lindungdesa.workflow;

import id.lindungdesa.identity.Accounts;
import id.lindungdesa.identity.CurrentUser;
import id.lindungdesa.identity.Official;
import java.util.Optional;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** The engine's authentication of this thread as an official of ours: every door sets it. */
@Component
class CamundaCurrentUser implements CurrentUser {

    private final IdentityService identity;
    private final Accounts accounts;

    CamundaCurrentUser(@Lazy IdentityService identity, @Lazy Accounts accounts) {
        this.identity = identity;
        this.accounts = accounts;
    }

    @Override
    public Optional<Official> find() {
        Authentication now = identity.getCurrentAuthentication();
        return now == null || now.getUserId() == null ? Optional.empty()
                : Optional.of(Official.of(now.getUserId(), accounts.nameOf(now.getUserId()), now.getGroupIds()));
    }
}
