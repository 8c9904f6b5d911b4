package id.lindungdesa.claim;

/** How far a penalty for late payment has come. */
enum PenaltyState {
    OPEN("Menunggu Kepala Cabang"), OWED("Terutang"), NOT_OWED("Tidak terutang"), ORDERED("Pembayaran diperintahkan"), PAID("Dibayar");

    private final String label;

    PenaltyState(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }
}
