package id.lindungdesa.complaint;

/** How far a complaint has come. */
enum ComplaintState {
    DRAFT("Draf"), OPEN("Menunggu jawaban"), ESCALATED("Menunggu jawaban Kantor Wilayah"), ANSWERED("Menunggu tanggapan keluarga"),
    MEDIATION("Mediasi"), COURT("Menunggu putusan pengadilan"), UPHELD("Dibenarkan"), SETTLED("Dikabulkan"),
    REFUSED("Tidak dikabulkan"), CLOSED("Ditutup"), WITHDRAWN("Dicabut");

    private final String label;

    ComplaintState(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }
}
