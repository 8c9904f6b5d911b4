package id.lindungdesa.claim;

/** What became of a worker after the event, as the doctor says. */
enum Consequence {
    DEATH, RECOVERED, PARTIAL_DISABILITY, TOTAL_PERMANENT_DISABILITY
}
