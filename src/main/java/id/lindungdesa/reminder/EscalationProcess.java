package id.lindungdesa.reminder;

import id.lindungdesa.workflow.Workflow;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** How this module speaks to the process of a delay before an overseer. */
@Component
class EscalationProcess {

    static final String KEY = "deadline-escalation";

    private final Workflow workflow;

    EscalationProcess(Workflow workflow) {
        this.workflow = workflow;
    }

    void start(UUID escalation) {
        workflow.start(KEY, escalation, Map.of("escalationId", escalation.toString()));
    }

    /** The overseer's time is up and the work still late. */
    void persists(UUID escalation) {
        workflow.correlate("DelayPersists", KEY, escalation, Map.of());
    }

    void ended(UUID escalation) {
        workflow.correlate("DelayEnded", KEY, escalation, Map.of());
    }
}
