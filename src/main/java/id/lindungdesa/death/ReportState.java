package id.lindungdesa.death;

/** What became of a report of a death. */
enum ReportState {
    OPEN("Menunggu desa melengkapi klaim"), CLAIMED("Klaim diajukan"), ALREADY_CLAIMED("Klaim sudah ada"),
    NO_COVER("Tidak dilindungi pada tanggal kematian"), WORKER_UNKNOWN("Bukan pekerja terdaftar"),
    DECLINED("Keluarga tidak mengajukan klaim"), WRONG("Laporan keliru");

    private final String label;

    ReportState(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    /** Stays as it is until something new is known: the next report asks again. */
    boolean isToBeAskedAgain() {
        return this == NO_COVER || this == WORKER_UNKNOWN;
    }
}
