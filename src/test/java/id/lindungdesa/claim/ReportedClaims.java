package id.lindungdesa.claim;

import id.lindungdesa.benefit.Relation;
import id.lindungdesa.enrolment.Worker;
import id.lindungdesa.workflow.Workflow;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationContext;

/** Deaths that are reported and decided by the people of {@link ClaimStage}, for the benchmark. */
public final class ReportedClaims {

    public static final String PROCESS = "claim-approval";
    /** Where a decision has been taken and only the money is left. */
    public static final String DECIDED = "UserTask_PayClaim";

    private static final Map<String, String> HANDS = Map.of("UserTask_CheckCompleteness", ClaimStage.OFFICER, "UserTask_ConfirmBenefit",
            ClaimStage.OFFICER, "UserTask_ApproveClaim", ClaimStage.HEAD, "UserTask_ApproveAboveLimit", ClaimStage.BRANCH_HEAD);

    private final ClaimStage stage;
    private final Workflow workflow;

    public ReportedClaims(ApplicationContext context) {
        stage = context.getBean(ClaimStage.class);
        workflow = context.getBean(Workflow.class);
        stage.set();
    }

    public Worker worker() {
        return stage.coveredWorker();
    }

    public UUID reported(Worker worker) {
        return stage.filed(worker, Relation.SPOUSE);
    }

    /** The right official completes the task as he would, in a process of that key. */
    public void completed(String process, UUID caseId, String element) {
        String user = HANDS.get(element);
        if (user == null) {
            throw new IllegalStateException("the way from report to decision leads through " + element + " now; say who completes it");
        }
        Map<String, Object> fields = new HashMap<>(element.equals("UserTask_CheckCompleteness") ? Map.of("complete", true) : Map.of("approved", true));
        workflow.actingAs(user, () -> workflow.complete(process, caseId, element, new LinkedHashMap<>(fields)));
    }
}
