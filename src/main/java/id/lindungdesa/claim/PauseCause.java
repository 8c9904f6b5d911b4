package id.lindungdesa.claim;

/** For whose word the clock of a complete claim stands still. */
enum PauseCause {
    FAMILY("keluarga", Holder.FAMILY), COURT("pengadilan", Holder.COURT),
    LABOUR_INSPECTOR("penetapan pengawas ketenagakerjaan", Holder.LABOUR_INSPECTOR), POLICE("kepolisian", Holder.POLICE),
    BANK("bank", Holder.BANK), OTHER("pihak lain", Holder.OTHERS);

    private final String label;
    private final Holder holder;

    PauseCause(String label, Holder holder) {
        this.label = label;
        this.holder = holder;
    }

    String label() {
        return label;
    }

    Holder holder() {
        return holder;
    }
}
