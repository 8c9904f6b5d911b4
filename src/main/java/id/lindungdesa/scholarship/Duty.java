package id.lindungdesa.scholarship;

/** The parts of a school year that nobody may play two of, whatever offices he holds meanwhile. */
enum Duty {
    /** Registering the child, opening the year, bringing and checking the proof: preparation, which one person may do. */
    INTAKE,
    APPROVAL,
    PAYMENT
}
