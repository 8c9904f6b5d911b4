package id.lindungdesa.claim;

/** How a step ended. */
enum Outcome {
    FILED("Diajukan"), SUBMITTED("Didaftarkan"), COMPLETE("Berkas lengkap"), INCOMPLETE("Berkas belum lengkap"),
    SUPPLIED("Berkas ditambahkan"), GRANTED("Berhak penuh"), REDUCED("Berhak sebagian"), REFER("Perlu pertimbangan"),
    REJECTED("Ditolak"), GRANT_PROPOSED("Diusulkan dibayar"), REJECTION_PROPOSED("Diusulkan ditolak"),
    APPROVED("Disetujui"), RETURNED("Dikembalikan"), ORDERED("Diperintahkan"), PAID("Dibayar"),
    EXAMINED("Hasil dokter dicatat"), RECLASSIFIED("Dipindahkan ke program lain"),
    INTERIM_REFUSED("Tidak dibayar"), CONFIRMED("Sesuai"), DOUBTFUL("Meragukan"),
    REOPENED("Dibuka kembali"), NO_DIFFERENCE("Tidak ada selisih"),
    ACCOUNT_REPLACED("Rekening diganti"), ACCEPTANCE_PROPOSED("Diusulkan diterima"),
    HELD("Ditahan"), PROPOSED("Diusulkan"), SETTLED("Selesai"), PAYMENT_RETURNED("Dikembalikan bank"), CORRECTED("Diperbaiki"), FOUND("Ditemukan"), PROVEN("Terbukti"),
    DISMISSED("Tidak terbukti"), WAIVED("Dihapuskan"), CONTINUED("Dilanjutkan"), REPAID("Dilunasi"),
    PAUSED("Berhenti"), RESUMED("Berjalan lagi"), OWED("Denda dibayar"), NOT_OWED("Denda tidak terutang");

    private final String label;

    Outcome(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }
}
