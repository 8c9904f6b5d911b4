package id.lindungdesa.regulation;

import id.lindungdesa.workflow.Workflow;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The way of a decree through the engine. */
@Component
class DecreeProcess {

    static final String ID = "decree-enactment";
    static final String CASE = "decreeId";

    private final Workflow workflow;

    DecreeProcess(Workflow workflow) {
        this.workflow = workflow;
    }

    void start(UUID decreeId) {
        workflow.start(ID, decreeId, Map.of(CASE, decreeId.toString()));
    }
}
