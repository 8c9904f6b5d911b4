package id.lindungdesa.scholarship;

/** How a step ended. */
enum Outcome {
    OPENED("Dibuka"), REMINDED("Diingatkan"), SUSPENDED("Ditangguhkan"), PROVED("Diserahkan"), GRANTED("Berhak"),
    NOT_THIS_YEAR("Tidak berhak untuk tahun ini"), ENDED("Berakhir"), COMPLETE("Lengkap"), INCOMPLETE("Belum lengkap"),
    APPROVED("Disetujui"), RETURNED("Dikembalikan"), ORDERED("Diperintahkan"), PAID("Dibayar"), REFUSED("Tidak dibayar"),
    LAPSED("Tidak diajukan");

    private final String label;

    Outcome(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }
}
