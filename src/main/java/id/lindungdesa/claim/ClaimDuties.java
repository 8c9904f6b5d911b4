package id.lindungdesa.claim;

import id.lindungdesa.workflow.SeparatedDuties;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Nobody plays two parts in a claim, and whoever rejected it does not decide it again. */
@Component
class ClaimDuties implements SeparatedDuties {

    private static final Map<String, Step> STEPS = Map.of("UserTask_RecordStageTwo", Step.EXAMINE, "UserTask_CheckCompleteness", Step.CHECK,
            "UserTask_SupplyDocuments", Step.SUPPLY, "UserTask_ConfirmBenefit", Step.PROPOSE, "UserTask_ApproveClaim", Step.APPROVE,
            "UserTask_ApproveAboveLimit", Step.APPROVE_ABOVE_LIMIT, "UserTask_PayClaim", Step.ORDER_PAYMENT);

    private final Claims claims;

    ClaimDuties(Claims claims) {
        this.claims = claims;
    }

    @Override
    public Set<String> processes() {
        return Set.of("claim-approval");
    }

    @Override
    public boolean bars(String user, String processKey, UUID caseId, String elementId) {
        Step step = STEPS.get(elementId);
        return step != null && claims.get(caseId).bars(user, step);
    }
}
