package id.lindungdesa.workflow;

import org.camunda.bpm.engine.impl.incident.DefaultIncidentHandler;
import org.camunda.bpm.engine.impl.incident.IncidentContext;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.runtime.Incident;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;

/** A failed step shows in Cockpit under the title of its case, so that an administrator knows whom to call. */
class CaseIncidents extends DefaultIncidentHandler {

    private static final Logger log = LoggerFactory.getLogger(CaseIncidents.class);
    private final ObjectProvider<CaseSheets> sheets;

    CaseIncidents(ObjectProvider<CaseSheets> sheets) {
        super(Incident.FAILED_JOB_HANDLER_TYPE);
        this.sheets = sheets;
    }

    @Override
    public Incident handleIncident(IncidentContext context, String message) {
        return super.handleIncident(context, titleOf(context) + message);
    }

    private String titleOf(IncidentContext context) {
        try {
            String caseId = Context.getCommandContext().getExecutionManager()
                    .findExecutionById(context.getExecutionId()).getProcessBusinessKey();
            String processKey = CaseListeners.processKey(context.getProcessDefinitionId());
            return CaseListeners.title(sheets, processKey, caseId).map(title -> title + " [" + caseId + "]: ")
                    .orElse("[" + caseId + "]: ");
        } catch (RuntimeException e) {
            log.warn("Incident without its case's title", e);
            return "";
        }
    }
}
