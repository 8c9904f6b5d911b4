package id.lindungdesa.scholarship;

import id.lindungdesa.workflow.Workflow;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** How this module speaks to the process of a school year. */
@Component
class ScholarshipProcess {

    static final String KEY = "scholarship-payment";

    private final Workflow workflow;

    ScholarshipProcess(Workflow workflow) {
        this.workflow = workflow;
    }

    void start(UUID yearId) {
        workflow.start(KEY, yearId, Map.of("schoolYearId", yearId.toString()));
    }
}
