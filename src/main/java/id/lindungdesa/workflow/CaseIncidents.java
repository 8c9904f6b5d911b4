package id.lindungdesa.workflow;

import org.camunda.bpm.engine.impl.incident.DefaultIncidentHandler;
import org.camunda.bpm.engine.impl.incident.IncidentContext;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.runtime.Incident;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;

/** A failed step shows in Cockpit under the title of its case, so that an administrator knows whom to call. */
class CaseIncidents extends DefaultIncidentHandler {

    private static final Logger log = LoggerFactory.getLogger(CaseIncidents.class);
    private static final int LONGEST = 4000;      // the column's
    private static final String CAUSE = "Caused by: ";

    private final ObjectProvider<CaseSheets> sheets;

    CaseIncidents(ObjectProvider<CaseSheets> sheets) {
        super(Incident.FAILED_JOB_HANDLER_TYPE);
        this.sheets = sheets;
    }

    @Override
    public Incident handleIncident(IncidentContext context, String message) {
        String told = titleOf(context) + message + causeOf(context);
        return super.handleIncident(context, told.substring(0, Math.min(told.length(), LONGEST)));
    }

    /**
     * What a refusal of the database says is overlaid by what the engine meets while it looks for somebody to handle it;
     * the reason stands last among the causes of the failed job.
     */
    private static String causeOf(IncidentContext context) {
        JobEntity job = Context.getCommandContext().getJobManager().findJobById(context.getConfiguration());
        String trace = job == null ? null : job.getExceptionStacktrace();
        return trace == null ? "" : trace.lines().filter(line -> line.startsWith(CAUSE)).reduce((first, last) -> last)
                .map(last -> " (" + last.substring(CAUSE.length()) + ")").orElse("");
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
