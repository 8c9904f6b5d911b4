package id.lindungdesa.premium;

import id.lindungdesa.premium.Decision.Step;
import id.lindungdesa.workflow.SeparatedDuties;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Who took one step of a list or of a bill takes no other step of the same matter. */
@Component
class PremiumDuties implements SeparatedDuties {

    private static final Map<String, Step> STEPS = Map.of("UserTask_PrepareWorkerList", Step.PREPARE, "UserTask_AdoptWorkerList", Step.ADOPT,
            "UserTask_CheckRegistration", Step.CHECK, "UserTask_PayPremium", Step.ORDER_PAYMENT, "UserTask_ApprovePayment", Step.APPROVE_PAYMENT);

    private final PremiumCases cases;

    PremiumDuties(PremiumCases cases) {
        this.cases = cases;
    }

    @Override
    public Set<String> processes() {
        return Set.of("premium-payment");
    }

    @Override
    public boolean bars(String user, String processKey, UUID caseId, String elementId) {
        Step step = STEPS.get(elementId);
        return step != null && cases.decisions(caseId).stream().anyMatch(taken -> taken.keepsFrom(step, user));
    }
}
