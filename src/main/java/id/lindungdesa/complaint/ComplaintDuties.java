package id.lindungdesa.complaint;

import id.lindungdesa.claim.ClaimRegister;
import id.lindungdesa.complaint.ComplaintStep.Part;
import id.lindungdesa.workflow.SeparatedDuties;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Nobody plays two parts in a complaint, nor answers or mediates where he had a part in the claim. A branch head who may not
 * answer still hands over to the region: his task waits for nobody else.
 */
@Component
class ComplaintDuties implements SeparatedDuties {

    private static final Map<String, ComplaintStep> STEPS = Map.of("UserTask_VisitFamily", ComplaintStep.VISIT,
            "UserTask_AnswerByRegion", ComplaintStep.ANSWER_BY_REGION, "UserTask_ReplyToAnswer", ComplaintStep.REPLY,
            "UserTask_Mediate", ComplaintStep.MEDIATE, "UserTask_RecordCourtDecision", ComplaintStep.COURT);

    private final Complaints complaints;
    private final ClaimRegister claims;

    ComplaintDuties(Complaints complaints, ClaimRegister claims) {
        this.complaints = complaints;
        this.claims = claims;
    }

    @Override
    public Set<String> processes() {
        return Set.of("complaint-handling");
    }

    @Override
    public boolean bars(String user, String processKey, UUID caseId, String elementId) {
        ComplaintStep step = STEPS.get(elementId);
        if (step == null) {
            return false;
        }
        Complaint complaint = complaints.get(caseId);
        return complaint.forbids(user, step) || step.part() != Part.FAMILY && claims.get(complaint.claimId()).handledBy().contains(user);
    }
}
