package id.lindungdesa.claim;

import id.lindungdesa.money.Rupiah;
import java.util.UUID;

/**
 * Somebody who is paid because of a claim, but not by it: the guardian of a child with a scholarship.
 *
 * @param place his number among the claim's payees, {@link OtherPayees#HIGHEST_PLACE} or below
 * @param entitled what the official calls the entitled
 * @param receiver in whose name the account must be
 * @param rupiah what is to be paid now
 */
public record OtherPayee(UUID claimId, int place, String entitled, String receiver, String account, Rupiah rupiah) {}
