package id.lindungdesa.regulation;

import id.lindungdesa.regulation.DecreeDecision.Step;
import id.lindungdesa.workflow.SeparatedDuties;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** A decree passes through four hands, and nobody lends it two. */
@Component
class DecreeDuties implements SeparatedDuties {

    private static final Map<String, Step> STEPS = Map.of("UserTask_ReviewLegality", Step.LEGAL_REVIEW, "UserTask_InitialDecree", Step.INITIAL,
            "UserTask_SignDecree", Step.SIGNATURE, "UserTask_ReviseDecree", Step.DRAFTING);

    private final Decrees decrees;

    DecreeDuties(Decrees decrees) {
        this.decrees = decrees;
    }

    @Override
    public Set<String> processes() {
        return Set.of(DecreeProcess.ID);
    }

    @Override
    public boolean bars(String user, String processKey, UUID caseId, String elementId) {
        Step step = STEPS.get(elementId);
        return step != null && decrees.require(caseId).otherStepBy(user, step).isPresent();
    }
}
