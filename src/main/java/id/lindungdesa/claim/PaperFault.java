package id.lindungdesa.claim;

/** Why a paper is refused, as the family reads it. */
enum PaperFault {
    UNREADABLE("tidak terbaca"), WRONG_PERSON("atas nama orang lain"), EXPIRED("sudah tidak berlaku"),
    INCOMPLETE("tidak lengkap (halaman, tanda tangan, saksi, atau meterai)"), OTHER("lihat keterangan petugas");

    private final String label;

    PaperFault(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }
}
