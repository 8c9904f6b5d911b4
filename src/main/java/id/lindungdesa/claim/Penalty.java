package id.lindungdesa.claim;

import id.lindungdesa.money.Rupiah;
import id.lindungdesa.refusal.Refusal;
import java.time.LocalDate;
import java.util.UUID;

/**
 * What the insurer owes because it paid late: computed once from the rule, decided by the branch head, paid by finance.
 *
 * @param delayedBy who else was late; null unless nothing is owed for that
 * @param bankReference the bank's number of the payment; null until it is ordered
 */
record Penalty(UUID id, UUID claimId, LocalDate payBy, LocalDate paidOn, int daysLate, int percentPerDay, Rupiah benefit,
               Rupiah rupiah, String legalBasis, String ruleVersion, PenaltyState state, DelayedBy delayedBy, String bankReference) {

    Penalty owed() {
        return inState(PenaltyState.OPEN).with(PenaltyState.OWED, null, null);
    }

    Penalty notOwed(DelayedBy who) {
        return inState(PenaltyState.OPEN).with(PenaltyState.NOT_OWED, who, null);
    }

    Penalty ordered(String reference) {
        return inState(PenaltyState.OWED).with(PenaltyState.ORDERED, null, reference);
    }

    Penalty paid() {
        return inState(PenaltyState.ORDERED).with(PenaltyState.PAID, null, bankReference);
    }

    private Penalty inState(PenaltyState expected) {
        if (state != expected) {
            throw Refusal.conflict("PENALTY_STATE", "Denda ini sedang dalam keadaan \"%s\"; langkah ini tidak dapat dilakukan."
                    .formatted(state.label()));
        }
        return this;
    }

    private Penalty with(PenaltyState next, DelayedBy who, String reference) {
        return new Penalty(id, claimId, payBy, paidOn, daysLate, percentPerDay, benefit, rupiah, legalBasis, ruleVersion, next, who,
                reference);
    }
}
