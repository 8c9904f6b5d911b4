package id.lindungdesa.complaint;

/** How a step on a complaint ended. */
enum ComplaintOutcome {
    FILED("Disampaikan"), SUBMITTED("Didaftarkan"), UPHELD("Dibenarkan"), DISMISSED("Tidak dibenarkan"),
    HANDED_OVER("Diserahkan ke Kantor Wilayah"), OVERDUE("Lewat batas waktu"), ACCEPTED("Keluarga menerima"),
    MEDIATION_ASKED("Keluarga meminta mediasi"), SILENT("Tidak ada tanggapan"), AGREED("Sepakat"),
    NOT_AGREED("Tidak sepakat"), WON("Putusan untuk keluarga"), LOST("Putusan tidak untuk keluarga"),
    NO_SUIT("Tidak diajukan ke pengadilan"), REOPENED("Klaim dibuka kembali"), RECALCULATED("Manfaat dihitung ulang"), NOTED("Keluarga diberi tahu"),
    VISITED("Keluarga didampingi"), CLOSED("Ditutup"), WITHDRAWN("Dicabut");

    private final String label;

    ComplaintOutcome(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }
}
