package id.lindungdesa.claim;

import static java.util.Map.entry;

import id.lindungdesa.workflow.SeparatedDuties;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** What runs beside a claim is a part of it: whoever had another part in the claim takes no step there. */
@Component
class BesideDuties implements SeparatedDuties {

    private static final Map<String, Step> STEPS = Map.ofEntries(entry("UserTask_CheckField", Step.CHECK_FIELD),
            entry("UserTask_ProposeInterim", Step.INTERIM_PROPOSE), entry("UserTask_ApproveInterim", Step.INTERIM_APPROVE),
            entry("UserTask_ApproveInterimAboveLimit", Step.INTERIM_APPROVE_ABOVE_LIMIT), entry("UserTask_PayInterim", Step.INTERIM_ORDER),
            entry("UserTask_ProposeSupplement", Step.PROPOSE_SUPPLEMENT), entry("UserTask_ApproveSupplement", Step.APPROVE_SUPPLEMENT),
            entry("UserTask_ApproveSupplementAboveLimit", Step.APPROVE_SUPPLEMENT_ABOVE_LIMIT), entry("UserTask_PaySupplement", Step.ORDER_SUPPLEMENT),
            entry("UserTask_ReviewAccount", Step.REVIEW_ACCOUNT), entry("UserTask_AcceptAccount", Step.ACCEPT_ACCOUNT),
            entry("UserTask_CorrectAccount", Step.CORRECT_ACCOUNT), entry("UserTask_ApproveCorrection", Step.APPROVE_CORRECTION),
            entry("UserTask_PayAgain", Step.PAY_AGAIN), entry("UserTask_ConfirmFinding", Step.CONFIRM_OVERPAYMENT),
            entry("UserTask_DecideRecovery", Step.DECIDE_RECOVERY), entry("UserTask_SettleDispute", Step.SETTLE_DISPUTE),
            entry("UserTask_ApproveReturn", Step.DECIDE_PREMIUM_RETURN), entry("UserTask_DecidePenalty", Step.DECIDE_PENALTY),
            entry("UserTask_PayPenalty", Step.ORDER_PENALTY));

    private final Claims claims;
    private final Map<String, Function<UUID, UUID>> claimOf;

    BesideDuties(Claims claims, FieldChecks checks, Interims interims, Supplements supplements, AccountChecks accounts, Corrections corrections,
            Disputes disputes, PremiumReturns returns, Penalties penalties) {
        this.claims = claims;
        this.claimOf = Map.of("field-check", id -> checks.get(id).claimId(), "interim-payment", id -> interims.get(id).claimId(),
                "claim-supplement", id -> supplements.get(id).claimId(), "account-clearance", id -> accounts.get(id).claimId(),
                "payment-correction", id -> corrections.get(id).claimId(), "heir-dispute", id -> disputes.get(id).claimId(),
                "premium-return", id -> returns.get(id).claimId(), "penalty-decision", id -> penalties.get(id).claimId());
    }

    @Override
    public Set<String> processes() {
        return claimOf.keySet();
    }

    @Override
    public boolean bars(String user, String processKey, UUID caseId, String elementId) {
        Step step = STEPS.get(elementId);
        return step != null && claims.get(claimOf.get(processKey).apply(caseId)).bars(user, step);
    }
}
