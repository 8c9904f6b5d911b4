package id.lindungdesa.claim;

/** The parts of a claim that nobody may play two of, whatever offices he holds meanwhile. */
enum Duty {
    /** Filing, supplying papers, checking them and proposing the benefit: preparation, which one person may do. */
    INTAKE,
    APPROVAL,
    APPROVAL_ABOVE_LIMIT,
    PAYMENT
}
