package id.lindungdesa.grant;

import java.util.UUID;

/** A tranche has arrived in a village, split at once into its grant and its premium share; both in whole rupiah. */
public record FundsReceived(UUID disbursementId, UUID allocationId, UUID decreeId, String villageCode, int tranche,
                            long grantRupiah, long premiumRupiah) {}
