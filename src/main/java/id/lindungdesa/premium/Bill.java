package id.lindungdesa.premium;

import id.lindungdesa.money.Rupiah;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.UUID;

/**
 * The insurer's bill for a list and some months, from its issue to cover. It asks for exactly its amount, never for more.
 *
 * @param paymentReference the village's own payment order; null until the treasurer gave it
 */
record Bill(UUID id, UUID caseId, String billingCode, UUID listId, UUID decreeId, String villageCode, int workers,
            YearMonth firstMonth, int months, Rupiah rupiah, String legalBasis, State state, Instant issuedAt,
            String paymentReference, UUID transferId, Instant paidAt) {

    enum State { ISSUED, PAYMENT_ORDERED, PAYMENT_APPROVED, PAID, COVERED }

    Bill paymentOrdered(String reference) {
        require(State.ISSUED);
        return with(State.PAYMENT_ORDERED, reference, null, null);
    }

    Bill paymentApproved() {
        require(State.PAYMENT_ORDERED);
        return with(State.PAYMENT_APPROVED, paymentReference, null, null);
    }

    Bill paymentReturned() {
        require(State.PAYMENT_ORDERED);
        return with(State.ISSUED, null, null, null);
    }

    Bill paid(UUID transfer, Instant at) {
        require(State.PAYMENT_APPROVED);
        return with(State.PAID, paymentReference, transfer, at);
    }

    Bill covered() {
        require(State.PAID);
        return with(State.COVERED, paymentReference, transferId, paidAt);
    }

    boolean isPaid() {
        return state == State.PAID || state == State.COVERED;
    }

    YearMonth lastMonth() {
        return firstMonth.plusMonths(months - 1L);
    }

    LocalDate lastDay() {
        return lastMonth().atEndOfMonth();
    }

    void require(State expected) {
        if (state != expected) {
            throw PremiumCase.elsewhere();
        }
    }

    private Bill with(State next, String reference, UUID transfer, Instant at) {
        return new Bill(id, caseId, billingCode, listId, decreeId, villageCode, workers, firstMonth, months, rupiah, legalBasis,
                next, issuedAt, reference, transfer, at);
    }
}
