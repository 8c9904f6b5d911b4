package id.lindungdesa.claim;

import java.util.Set;

/** How far a claim has come. */
enum ClaimState {
    DRAFT("Draf"), IN_TREATMENT("Menunggu hasil pemeriksaan dokter (tahap II)"), SUBMITTED("Diperiksa kelengkapannya"), INCOMPLETE("Menunggu kelengkapan"), COMPLETE("Lengkap"),
    ASSESSED("Dihitung"), PROPOSED("Menunggu Kepala Bidang"), ENDORSED("Disetujui Kepala Bidang"),
    APPROVED("Disetujui"), PAYMENT_ORDERED("Pembayaran diperintahkan"), PAID("Dibayar"), REJECTED("Ditolak");

    private static final Set<ClaimState> DECIDABLE = Set.of(PROPOSED, ENDORSED);

    private final String label;

    ClaimState(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    /** Lies on the desk of somebody who approves. */
    boolean isBeforeApprover() {
        return DECIDABLE.contains(this);
    }
}
