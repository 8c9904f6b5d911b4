package id.lindungdesa.premium;

import id.lindungdesa.refusal.Refusal;
import java.time.YearMonth;
import java.util.UUID;

/**
 * What a village does with the premium share of one tranche: a list is prepared, adopted with the months it shall be
 * covered, checked by the insurer and billed.
 *
 * @param share whole rupiah that came with the tranche
 * @param listId the list it pays for; null while it is being made
 * @param firstMonth the first month of cover that the village head chose; null before
 */
record PremiumCase(UUID id, UUID disbursementId, UUID allocationId, UUID decreeId, String villageCode, int tranche, long share,
                   State state, UUID listId, YearMonth firstMonth, Integer months) {

    enum State { PREPARING, ADOPTING, CHECKING, BILLED }

    /** What cannot be more: cover bought at once for two years. */
    static final int MONTH_LIMIT = 24;

    PremiumCase prepared(UUID list) {
        require(State.PREPARING);
        return with(State.ADOPTING, list, null, null);
    }

    PremiumCase adopted(YearMonth first, int count) {
        require(State.ADOPTING);
        return with(State.CHECKING, listId, first, count);
    }

    PremiumCase billed() {
        require(State.CHECKING);
        return with(State.BILLED, listId, firstMonth, months);
    }

    /** Back to the village, by its own head or by the insurer. */
    PremiumCase returned() {
        if (state != State.ADOPTING && state != State.CHECKING) {
            throw elsewhere();
        }
        return with(State.PREPARING, null, null, null);
    }

    void require(State expected) {
        if (state != expected) {
            throw elsewhere();
        }
    }

    static Refusal elsewhere() {
        return Refusal.conflict("CASE_STATE", "Perkara premi ini sudah berada pada tahap lain. Muat ulang halaman.");
    }

    private PremiumCase with(State next, UUID list, YearMonth first, Integer count) {
        return new PremiumCase(id, disbursementId, allocationId, decreeId, villageCode, tranche, share, next, list, first, count);
    }
}
