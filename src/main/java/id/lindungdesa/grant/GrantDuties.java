package id.lindungdesa.grant;

import static java.util.Map.entry;

import id.lindungdesa.grant.CaseFile.Step;
import id.lindungdesa.grant.CaseFiles.Case;
import id.lindungdesa.workflow.SeparatedDuties;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Who took another step of a request or of a run takes no further one. */
@Component
class GrantDuties implements SeparatedDuties {

    private static final Map<String, Step> STEPS = Map.ofEntries(entry("UserTask_PrepareRequest", Step.PREPARE),
            entry("UserTask_SignRequest", Step.SIGN), entry("UserTask_RecommendRequest", Step.RECOMMEND),
            entry("UserTask_VerifyRequest", Step.VERIFY), entry("UserTask_ConfirmReceipt", Step.CONFIRM),
            entry("UserTask_VerifyBatch", Step.CHECK_BATCH), entry("UserTask_ApproveBatch", Step.APPROVE_BATCH),
            entry("UserTask_CreateSpp", Step.SPP), entry("UserTask_IssueSpm", Step.SPM), entry("UserTask_IssueSp2d", Step.SP2D),
            entry("UserTask_ForwardFunds", Step.FORWARD), entry("UserTask_SendReprimand", Step.REPRIMAND));

    private final CaseFiles files;

    GrantDuties(CaseFiles files) {
        this.files = files;
    }

    @Override
    public Set<String> processes() {
        return Set.of(VillageFund.PROCESS, RegencyPayments.PROCESS);
    }

    @Override
    public boolean bars(String user, String processKey, UUID caseId, String elementId) {
        Case one = processKey.equals(RegencyPayments.PROCESS) ? new Case(null, caseId) : new Case(caseId, null);
        return STEPS.containsKey(elementId) && files.of(one).otherStepBy(user, STEPS.get(elementId)).isPresent();
    }
}
