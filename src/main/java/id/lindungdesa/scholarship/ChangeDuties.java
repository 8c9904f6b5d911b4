package id.lindungdesa.scholarship;

import id.lindungdesa.workflow.SeparatedDuties;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Nobody plays two parts in a report about a child. */
@Component
class ChangeDuties implements SeparatedDuties {

    private static final Map<String, ChangeStep> STEPS = Map.of("UserTask_ConfirmChange", ChangeStep.CONFIRM,
            "UserTask_DecideBeyondEnd", ChangeStep.DECIDE, "UserTask_FollowRepayment", ChangeStep.FOLLOW);

    private final Changes changes;

    ChangeDuties(Changes changes) {
        this.changes = changes;
    }

    @Override
    public Set<String> processes() {
        return Set.of("scholarship-change");
    }

    @Override
    public boolean bars(String user, String processKey, UUID caseId, String elementId) {
        ChangeStep step = STEPS.get(elementId);
        return step != null && changes.get(caseId).forbids(user, step);
    }
}
