package id.lindungdesa.claim;

/** What is done on a claim; each one done is a row that says who did it, with which outcome. */
enum Step {
    FILE("Pengajuan", Duty.INTAKE), SUBMIT("Pendaftaran klaim", Duty.INTAKE),
    EXAMINE("Hasil pemeriksaan dokter (tahap II)", Duty.INTAKE),
    CHECK("Pemeriksaan kelengkapan", Duty.INTAKE), SUPPLY("Melengkapi berkas", Duty.INTAKE),
    ASSESS("Perhitungan manfaat", null), PROPOSE("Usulan petugas", Duty.INTAKE),
    CHECK_FIELD("Pemeriksaan lapangan", Duty.INTAKE),
    RECLASSIFY("Pemindahan program", Duty.INTAKE),
    APPROVE("Persetujuan Kepala Bidang", Duty.APPROVAL),
    APPROVE_ABOVE_LIMIT("Persetujuan Kepala Cabang", Duty.APPROVAL_ABOVE_LIMIT),
    ORDER_PAYMENT("Perintah bayar", Duty.PAYMENT), PAY("Pembayaran", null),
    INTERIM_PROPOSE("Usulan pembayaran antara", Duty.INTAKE),
    INTERIM_APPROVE("Persetujuan pembayaran antara", Duty.APPROVAL),
    INTERIM_APPROVE_ABOVE_LIMIT("Persetujuan Kepala Cabang atas pembayaran antara", Duty.APPROVAL_ABOVE_LIMIT),
    INTERIM_ORDER("Perintah bayar antara", Duty.PAYMENT), INTERIM_PAY("Pembayaran antara", null),
    REOPEN("Pembukaan kembali", null),
    PROPOSE_SUPPLEMENT("Perhitungan ulang", Duty.INTAKE), APPROVE_SUPPLEMENT("Persetujuan selisih", Duty.APPROVAL),
    APPROVE_SUPPLEMENT_ABOVE_LIMIT("Persetujuan Kepala Cabang atas selisih", Duty.APPROVAL_ABOVE_LIMIT),
    ORDER_SUPPLEMENT("Perintah bayar selisih", Duty.PAYMENT), PAY_SUPPLEMENT("Pembayaran selisih", null),
    REVIEW_ACCOUNT("Pemeriksaan rekening", Duty.INTAKE), ACCEPT_ACCOUNT("Penerimaan rekening", Duty.APPROVAL),
    RETURN_PAYMENT("Transfer kembali", null), CORRECT_ACCOUNT("Perbaikan rekening", Duty.PAYMENT),
    APPROVE_CORRECTION("Persetujuan perbaikan", Duty.APPROVAL), PAY_AGAIN("Pembayaran ulang", Duty.PAYMENT),
    FIND_OVERPAYMENT("Temuan kelebihan bayar", Duty.INTAKE), CONFIRM_OVERPAYMENT("Pemeriksaan temuan", Duty.APPROVAL),
    CORRECT_HEIRS("Perbaikan ahli waris", Duty.INTAKE), HOLD_FOR_DISPUTE("Penahanan karena sengketa", Duty.INTAKE),
    SETTLE_DISPUTE("Penyelesaian sengketa", Duty.INTAKE),
    PROPOSE_PREMIUM_RETURN("Usulan iuran di muka", Duty.INTAKE), DECIDE_PREMIUM_RETURN("Keputusan iuran di muka", Duty.APPROVAL),
    DECIDE_RECOVERY("Penagihan kelebihan bayar", Duty.APPROVAL_ABOVE_LIMIT),
    PAUSE("Penghentian hitungan waktu", null), RESUME("Hitungan waktu dilanjutkan", null),
    DECIDE_PENALTY("Keputusan denda keterlambatan", Duty.APPROVAL_ABOVE_LIMIT),
    ORDER_PENALTY("Perintah bayar denda", Duty.PAYMENT), PAY_PENALTY("Pembayaran denda", null);

    private final String label;
    private final Duty duty;

    Step(String label, Duty duty) {
        this.label = label;
        this.duty = duty;
    }

    /** Decides, as a superior, what the officer proposed. */
    boolean isApproval() {
        return duty == Duty.APPROVAL || duty == Duty.APPROVAL_ABOVE_LIMIT;
    }

    String label() {
        return label;
    }

    /** The part a person plays by doing this; null for what the system does. */
    Duty duty() {
        return duty;
    }
}
