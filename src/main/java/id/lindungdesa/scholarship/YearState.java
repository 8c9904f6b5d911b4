package id.lindungdesa.scholarship;

import java.util.Set;

/** How far a child's school year has come. */
enum YearState {
    DRAFT("Draf"), WAITING("Menunggu tahun ajaran"), OPEN("Menunggu bukti sekolah"), SUSPENDED("Ditangguhkan"),
    PROVED("Diperiksa petugas"), CHECKED("Menunggu Kepala Bidang"), APPROVED("Disetujui"),
    PAYMENT_ORDERED("Pembayaran diperintahkan"), PAID("Dibayar"), REFUSED("Tidak dibayar"), LAPSED("Tidak diajukan");

    /** The family may bring what it proves the year with. */
    private static final Set<YearState> BEFORE_PROOF = Set.of(WAITING, OPEN, SUSPENDED);

    /** Proved, and nothing has been ordered from the bank yet. */
    private static final Set<YearState> BEFORE_ORDER = Set.of(PROVED, CHECKED, APPROVED);

    private final String label;

    YearState(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    boolean isBeforeProof() {
        return BEFORE_PROOF.contains(this);
    }

    boolean isBeforeOrder() {
        return BEFORE_ORDER.contains(this);
    }
}
