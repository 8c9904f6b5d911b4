package id.lindungdesa.claim;

import id.lindungdesa.money.Rupiah;
import id.lindungdesa.refusal.Refusal;
import java.util.UUID;

/**
 * Money for the months that a worker could not work so far, up to one that is over, less what was paid before.
 *
 * @param throughMonth the month, counted from the accident
 */
record Interim(UUID id, UUID claimId, int throughMonth, Rupiah rupiah, String legalBasis, String ruleVersion, InterimState state,
               String bankReference) {

    Interim proposed() {
        return from(InterimState.OPEN, InterimState.PROPOSED, null);
    }

    Interim endorsed() {
        return from(InterimState.PROPOSED, InterimState.ENDORSED, null);
    }

    Interim approved() {
        return from(InterimState.ENDORSED, InterimState.APPROVED, null);
    }

    Interim paymentOrdered(String reference) {
        return from(InterimState.APPROVED, InterimState.PAYMENT_ORDERED, reference);
    }

    Interim paid() {
        return from(InterimState.PAYMENT_ORDERED, InterimState.PAID, bankReference);
    }

    /** Whoever decides may refuse it; what is ordered at the bank is no longer to be refused. */
    Interim refused() {
        if (state != InterimState.OPEN && state != InterimState.PROPOSED && state != InterimState.ENDORSED) {
            throw notNow();
        }
        return with(InterimState.REFUSED, null);
    }

    private Interim from(InterimState expected, InterimState next, String reference) {
        if (state != expected) {
            throw notNow();
        }
        return with(next, reference);
    }

    private Interim with(InterimState next, String reference) {
        return new Interim(id, claimId, throughMonth, rupiah, legalBasis, ruleVersion, next, reference);
    }

    private static Refusal notNow() {
        return Refusal.conflict("INTERIM_STATE", "Pembayaran antara ini sudah melewati langkah tersebut. Muat ulang.");
    }
}
