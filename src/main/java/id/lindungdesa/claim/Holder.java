package id.lindungdesa.claim;

import java.util.Map;

/** On whose desk a claim lies. */
enum Holder {
    FAMILY("Keluarga dan desa"), DOCTOR("Dokter pemeriksa"), OFFICER("Petugas klaim"), HEAD_OF_SERVICE("Kepala Bidang"),
    BRANCH_HEAD("Kepala Cabang"), FINANCE("Keuangan"), COURT("Pengadilan"), LABOUR_INSPECTOR("Pengawas ketenagakerjaan"),
    POLICE("Kepolisian"), BANK("Bank"), OTHERS("Pihak lain"), NOBODY("Selesai");

    /** By name, so that a state that somebody adds falls to the officer until it is placed here. */
    static final Map<String, Holder> BY_STATE = Map.ofEntries(Map.entry("DRAFT", FAMILY), Map.entry("IN_TREATMENT", DOCTOR),
            Map.entry("SUBMITTED", OFFICER), Map.entry("INCOMPLETE", FAMILY), Map.entry("COMPLETE", OFFICER),
            Map.entry("ASSESSED", OFFICER), Map.entry("PROPOSED", HEAD_OF_SERVICE), Map.entry("ENDORSED", BRANCH_HEAD),
            Map.entry("APPROVED", FINANCE), Map.entry("PAYMENT_ORDERED", FINANCE), Map.entry("PAID", NOBODY),
            Map.entry("REJECTED", NOBODY));

    private final String label;

    Holder(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    static Holder of(String state) {
        return BY_STATE.getOrDefault(state, OFFICER);
    }
}
