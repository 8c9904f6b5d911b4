package id.lindungdesa.claim;

import java.util.UUID;

/**
 * The bank's answer to who holds an account.
 *
 * @param expected the receiver as our file names him
 * @param holder the holder as the bank names him
 * @param reason why the officer proposes what he does, or the head of service accepted it; null before
 * @param proposedAccount another account that the family brought; null where this one is to be accepted
 * @param proposedBy null until the officer has proposed something
 */
record AccountCheck(UUID id, UUID claimId, int payee, String account, String expected, String holder, State state,
                    String reason, UUID document, String proposedAccount, String proposedBy) {

    /** A different name stops the payment until it is accepted or the account is replaced by another. */
    enum State {
        MATCHED("Sesuai"), DIFFERENT("Berbeda"), ACCEPTED("Perbedaan diterima"), REPLACED("Rekening diganti");

        private final String label;

        State(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    static AccountCheck answered(UUID claimId, Payee payee, String holder) {
        return new AccountCheck(UUID.randomUUID(), claimId, payee.place(), payee.account(), payee.receiver(), holder,
                HolderName.same(payee.receiver(), holder) ? State.MATCHED : State.DIFFERENT, null, null, null, null);
    }

    /** Whether money may go to the account. */
    boolean lets() {
        return state == State.MATCHED || state == State.ACCEPTED;
    }
}
