package id.lindungdesa.premium;

/** What became of what the insurer said about a bill; all but the first are told back as the code of the refusal. */
enum ConfirmationOutcome {
    ACCEPTED, UNKNOWN_BILLING_CODE, NOT_PAID_YET, AMOUNT_MISMATCH, COVER_FROM_MISMATCH, MONTHS_MISMATCH
}
