package id.lindungdesa.claim;

import java.util.UUID;

/** Another list of heirs for a claim, on a paper; a draft until the officer starts its process. */
record HeirCorrection(UUID id, UUID claimId, String reason, UUID document, State state) {

    enum State { DRAFT, APPLIED }
}
