package id.lindungdesa.rulebook;

import id.lindungdesa.identity.Role;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What {@code rule-change} asks of this module; only the model calls it. */
@Component
public class RuleChangeTasks {

    private final RuleChange change;

    RuleChangeTasks(RuleChange change) {
        this.change = change;
    }

    public String proposersGroup(String ruleVersionId) {
        return Role.PENGELOLA_ATURAN.group();
    }

    public String legalBureauGroup(String ruleVersionId) {
        return Role.BIRO_HUKUM.group();
    }

    public String regionGroup(String ruleVersionId) {
        return Role.BPJS_KANWIL.group();
    }

    public void submit(String ruleVersionId) {
        change.submit(UUID.fromString(ruleVersionId));
    }

    public boolean compareNext(String ruleVersionId) {
        return change.compareNext(UUID.fromString(ruleVersionId));
    }

    public void recordReview(String ruleVersionId, boolean approved, String note) {
        change.review(UUID.fromString(ruleVersionId), approved, note);
    }

    public void recordRevision(String ruleVersionId, boolean resubmitted, String note) {
        change.revise(UUID.fromString(ruleVersionId), resubmitted, note);
    }

    public void recordApproval(String ruleVersionId, boolean approved, String note) {
        change.decide(UUID.fromString(ruleVersionId), approved, note);
    }

    public void putInForce(String ruleVersionId) {
        change.putInForce(UUID.fromString(ruleVersionId));
    }
}
