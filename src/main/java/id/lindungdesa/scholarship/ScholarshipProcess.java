package id.lindungdesa.scholarship;

import id.lindungdesa.workflow.Workflow;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** How this module speaks to the processes of a school year and of a report about a child. */
@Component
class ScholarshipProcess {

    static final String KEY = "scholarship-payment";
    static final String CHANGE = "scholarship-change";

    private final Workflow workflow;

    ScholarshipProcess(Workflow workflow) {
        this.workflow = workflow;
    }

    void start(UUID yearId) {
        workflow.start(KEY, yearId, Map.of("schoolYearId", yearId.toString()));
    }

    /** The scholarship is over: the year's process comes to its end. */
    void ended(UUID yearId) {
        workflow.correlate("ScholarshipEnded", KEY, yearId, Map.of());
    }

    void startChange(UUID changeId) {
        workflow.start(CHANGE, changeId, Map.of("changeId", changeId.toString()));
    }

    void repaid(UUID changeId) {
        workflow.correlate("ScholarshipRepaid", CHANGE, changeId, Map.of());
    }
}
