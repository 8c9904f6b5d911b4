package id.lindungdesa.claim;

/** How far the payment of a month without work has come. */
enum InterimState {
    OPEN, PROPOSED, ENDORSED, APPROVED, PAYMENT_ORDERED, PAID, REFUSED;

    boolean isOver() {
        return this == PAID || this == REFUSED;
    }
}
