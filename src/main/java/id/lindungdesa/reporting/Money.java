package id.lindungdesa.reporting;

/**
 * Where the money of a decree stands, in whole rupiah. {@code premium} is the premium share that villages received, paid on
 * or not; {@code allocated} is always the sum of the others.
 */
record Money(long allocated, long inTreasury, long inTransit, long inVillages, long premium, long returned, long deferred,
             long unclaimed) {

    /** Whether no rupiah is missing and none is there twice. */
    boolean adds() {
        return allocated == inTreasury + inTransit + inVillages + premium + returned + deferred + unclaimed;
    }
}
