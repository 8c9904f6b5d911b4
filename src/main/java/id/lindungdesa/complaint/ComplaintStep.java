package id.lindungdesa.complaint;

/** What is done on a complaint; each one done is a row that says who did it, with which outcome. */
enum ComplaintStep {
    FILE("Penyampaian pengaduan", Part.FAMILY), SUBMIT("Pendaftaran pengaduan", Part.FAMILY),
    ANSWER("Jawaban Kepala Cabang", Part.ANSWER), ANSWER_BY_REGION("Jawaban Kantor Wilayah", Part.ANSWER),
    VISIT("Pendampingan keluarga", Part.FAMILY), ESCALATE("Pengalihan ke Kantor Wilayah", null), REPLY("Tanggapan keluarga", Part.FAMILY),
    MEDIATE("Mediasi", Part.MEDIATION), MEDIATION_OVERDUE("Batas waktu mediasi", null),
    COURT("Putusan pengadilan", Part.MEDIATION), SETTLE("Pelaksanaan", null), CLOSE("Penutupan", null),
    WITHDRAW("Pencabutan", Part.FAMILY);

    /** A part in the case; nobody plays two. */
    enum Part { FAMILY, ANSWER, MEDIATION }

    private final String label;
    private final Part part;

    ComplaintStep(String label, Part part) {
        this.label = label;
        this.part = part;
    }

    String label() {
        return label;
    }

    /** Null for what the system does. */
    Part part() {
        return part;
    }
}
