package id.lindungdesa.death;

import id.lindungdesa.workflow.Workflow;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** How this module speaks to the process of a reported death. */
@Component
class DeathReportProcess {

    static final String KEY = "death-report";

    private final Workflow workflow;

    DeathReportProcess(Workflow workflow) {
        this.workflow = workflow;
    }

    void start(UUID reportId) {
        workflow.start(KEY, reportId, Map.of("deathReportId", reportId.toString()));
    }
}
