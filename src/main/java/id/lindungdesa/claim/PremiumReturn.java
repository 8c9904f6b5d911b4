package id.lindungdesa.claim;

import java.util.UUID;

/**
 * What becomes of the premium that was paid for the months after a worker's death.
 *
 * @param successor the worker who gets the cover of the months to come; null where the money goes back
 */
record PremiumReturn(UUID id, UUID claimId, UUID successor, String reason, String legalBasis, State state) {

    enum State { DRAFT, OPEN, APPROVED, REFUSED, DONE }
}
