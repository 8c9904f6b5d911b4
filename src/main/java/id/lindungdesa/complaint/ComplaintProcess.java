package id.lindungdesa.complaint;

import id.lindungdesa.workflow.Workflow;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** How this module speaks to the process of a complaint. */
@Component
class ComplaintProcess {

    static final String KEY = "complaint-handling";

    private final Workflow workflow;

    ComplaintProcess(Workflow workflow) {
        this.workflow = workflow;
    }

    void start(UUID complaintId) {
        workflow.start(KEY, complaintId, Map.of("complaintId", complaintId.toString()));
    }

    void withdrawn(UUID complaintId) {
        workflow.correlate("ComplaintWithdrawn", KEY, complaintId, Map.of());
    }
}
