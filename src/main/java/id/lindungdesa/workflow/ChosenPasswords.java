package id.lindungdesa.workflow;

import id.lindungdesa.identity.PasswordRule;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.identity.PasswordPolicy;
import org.camunda.bpm.engine.identity.PasswordPolicyRule;
import org.camunda.bpm.engine.identity.User;

/** Our rule for passwords where the engine asks for one: at every change, through every door, and for what we give out. */
class ChosenPasswords implements PasswordPolicy, PasswordPolicyRule {

    private static final int SHORTEST_IN_THE_DEMO = 10;

    /** The demo listens on its own machine only and takes the password its user set for it. */
    private final boolean demo;

    ChosenPasswords(boolean demo) {
        this.demo = demo;
    }

    @Override
    public List<PasswordPolicyRule> getRules() {
        return List.of(this);
    }

    @Override
    public String getPlaceholder() {
        return "PASSWORD_POLICY_LENGTH";
    }

    @Override
    public Map<String, String> getParameters() {
        return Map.of("minLength", String.valueOf(demo ? SHORTEST_IN_THE_DEMO : PasswordRule.SHORTEST));
    }

    @Override
    public boolean execute(String candidate) {
        return execute(candidate, null);
    }

    @Override
    public boolean execute(String candidate, User user) {
        if (demo) {
            return candidate.length() >= SHORTEST_IN_THE_DEMO;
        }
        String id = user == null ? null : user.getId();
        String name = user == null ? null : user.getFirstName();
        return (Trust.given() ? PasswordRule.givenFault(candidate, id, name) : PasswordRule.fault(candidate, id, name)).isEmpty();
    }
}
