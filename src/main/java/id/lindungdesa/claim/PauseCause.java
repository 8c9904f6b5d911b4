package id.lindungdesa.claim;

/** For whose word the clock of a complete claim stands still, and what the family can do meanwhile. */
enum PauseCause {
    FAMILY("keluarga", Holder.FAMILY, "Sampaikan yang tertulis di atas melalui operator desa atau langsung ke kantor cabang. Semakin cepat "
            + "disampaikan, semakin cepat klaim diputuskan."),
    COURT("pengadilan", Holder.COURT, "Serahkan salinan putusan atau penetapan pengadilan melalui operator desa segera setelah diterima."),
    LABOUR_INSPECTOR("penetapan pengawas ketenagakerjaan", Holder.LABOUR_INSPECTOR, "Bila pengawas ketenagakerjaan menghubungi keluarga atau "
            + "saksi, sampaikan apa yang diketahui. Selain itu keluarga tidak perlu melakukan apa pun."),
    POLICE("kepolisian", Holder.POLICE, "Bila keluarga menerima surat keterangan dari kepolisian, serahkan salinannya melalui operator desa. "
            + "Selain itu keluarga tidak perlu melakukan apa pun."),
    BANK("bank", Holder.BANK, "Pastikan rekening penerima masih aktif dan namanya sama dengan KTP. Bila tidak, hubungi operator desa."),
    OTHER("pihak lain", Holder.OTHERS, "Bila keluarga dapat membantu mempercepatnya, hubungi operator desa atau kantor cabang.");

    private final String label;
    private final Holder holder;
    private final String familyCan;

    PauseCause(String label, Holder holder, String familyCan) {
        this.label = label;
        this.holder = holder;
        this.familyCan = familyCan;
    }

    String label() {
        return label;
    }

    Holder holder() {
        return holder;
    }

    String familyCan() {
        return familyCan;
    }
}
