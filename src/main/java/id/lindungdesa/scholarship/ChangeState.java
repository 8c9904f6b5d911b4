package id.lindungdesa.scholarship;

/** How far a report about a child has come. */
enum ChangeState {
    DRAFT("Draf"), OPEN("Menunggu Kepala Bidang"), DISMISSED("Tidak terbukti"), NOTED("Dicatat, beasiswa berlanjut"),
    CONFIRMED("Terbukti"), EXCESS("Menunggu keputusan Kepala Cabang"), ENDED("Beasiswa berakhir"),
    KEPT("Berakhir, tidak ditagih"), DEMANDED("Ditagih"), REPAID("Dikembalikan"), WAIVED("Sisa dihapuskan");

    private final String label;

    ChangeState(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }
}
