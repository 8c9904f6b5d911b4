package id.lindungdesa.claim;

import id.lindungdesa.workflow.Workflow;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** How this module speaks to the process of a claim. */
@Component
class ClaimProcess {

    static final String KEY = "claim-approval";

    private final Workflow workflow;

    ClaimProcess(Workflow workflow) {
        this.workflow = workflow;
    }

    void start(UUID claimId) {
        workflow.start(KEY, claimId, Map.of("claimId", claimId.toString()));
    }

    /** The process of a claim that had come to its end begins again at the desk. */
    void reopened(UUID claimId) {
        workflow.correlate("ClaimReopened", KEY, claimId, Map.of("claimId", claimId.toString()));
    }

    /** Papers came in that the village did not supply through its task. */
    void documentsUploaded(UUID claimId) {
        workflow.correlate("DocumentsUploaded", KEY, claimId, Map.of());
    }
}
