package id.lindungdesa.claim;

import id.lindungdesa.money.Rupiah;
import java.util.UUID;

/**
 * One transfer by the bank to one payee. Where it came back, another attempt follows under another reference.
 *
 * @param receiver the account's holder; he may receive for the payee
 * @param reference the bank's number of this transfer
 * @param supplement the difference that it pays; null for the claim itself
 */
record Payout(UUID id, UUID claimId, int payee, int attempt, Rupiah rupiah, String receiver, String account, String reference,
              State state, UUID supplement) {

    enum State { ORDERED, PAID, RETURNED }
}
