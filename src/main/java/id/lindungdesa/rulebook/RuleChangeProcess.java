package id.lindungdesa.rulebook;

import id.lindungdesa.workflow.Workflow;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The way of a rule's version through the engine. */
@Component
class RuleChangeProcess {

    static final String ID = "rule-change";
    static final String CASE = "ruleVersionId";

    private final Workflow workflow;

    RuleChangeProcess(Workflow workflow) {
        this.workflow = workflow;
    }

    void start(UUID versionId) {
        workflow.start(ID, versionId, Map.of(CASE, versionId.toString()));
    }
}
