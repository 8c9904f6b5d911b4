package id.lindungdesa.rulebook;

import id.lindungdesa.rulebook.Deed.Step;
import id.lindungdesa.workflow.SeparatedDuties;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Whoever proposed a rule neither reviews nor approves it. */
@Component
class RuleDuties implements SeparatedDuties {

    private static final Map<String, Step> STEPS = Map.of("UserTask_ReviewRule", Step.LEGAL_REVIEW, "UserTask_ApproveRule", Step.APPROVAL,
            "UserTask_ReviseRule", Step.PROPOSAL);

    private final RuleVersions versions;

    RuleDuties(RuleVersions versions) {
        this.versions = versions;
    }

    @Override
    public Set<String> processes() {
        return Set.of("rule-change");
    }

    @Override
    public boolean bars(String user, String processKey, UUID caseId, String elementId) {
        Step step = STEPS.get(elementId);
        return step != null && versions.require(caseId).otherStepBy(user, step).isPresent();
    }
}
