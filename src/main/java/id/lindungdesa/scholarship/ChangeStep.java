package id.lindungdesa.scholarship;

/** What is done on a report about a child; nobody plays two of its parts. */
enum ChangeStep {
    REPORT("Laporan", Part.REPORT), CONFIRM("Pemeriksaan Kepala Bidang", Part.CONFIRMATION), END("Akhir beasiswa", null),
    DECIDE("Keputusan Kepala Cabang", Part.DECISION), FOLLOW("Pemantauan pengembalian", Part.DECISION), REPAY("Pengembalian", null);

    enum Part { REPORT, CONFIRMATION, DECISION }

    private final String label;
    private final Part part;

    ChangeStep(String label, Part part) {
        this.label = label;
        this.part = part;
    }

    String label() {
        return label;
    }

    /** Null for what the system and the bank do. */
    Part part() {
        return part;
    }
}
