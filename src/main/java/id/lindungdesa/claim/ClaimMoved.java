package id.lindungdesa.claim;

/** A claim went from one state to the next; told in the transaction in which it did. */
record ClaimMoved(Claim before, Claim after) {

    boolean isPaidNow() {
        return before.state() != ClaimState.PAID && after.state() == ClaimState.PAID;
    }
}
