package id.lindungdesa.scholarship;

/** What is done on a school year; each one done is a row that says who did it, with which outcome. */
enum Step {
    OPEN("Pembukaan tahun ajaran", Duty.INTAKE), REMIND("Pengingat", null), SUSPEND("Penangguhan", null),
    PROVE("Bukti sekolah", Duty.INTAKE), JUDGE("Penilaian menurut aturan", null), CHECK("Pemeriksaan petugas", Duty.INTAKE),
    APPROVE("Persetujuan Kepala Bidang", Duty.APPROVAL), ORDER_PAYMENT("Perintah bayar", Duty.PAYMENT),
    PAY("Pembayaran", null), REFUSE("Pemberitahuan", null), LAPSE("Tahun ajaran berakhir", null), END("Akhir beasiswa", null);

    private final String label;
    private final Duty duty;

    Step(String label, Duty duty) {
        this.label = label;
        this.duty = duty;
    }

    String label() {
        return label;
    }

    /** The part a person plays by doing this; null for what the system does. */
    Duty duty() {
        return duty;
    }
}
