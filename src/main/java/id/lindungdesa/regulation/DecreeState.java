package id.lindungdesa.regulation;

/** Where a decree stands on its way from the draft to the villages. */
enum DecreeState {
    DRAFT("Rancangan"), LEGAL_REVIEW("Telaah hukum"), INITIALLING("Menunggu paraf Sekda"),
    SIGNING("Menunggu tanda tangan Gubernur"), RETURNED("Dikembalikan untuk diperbaiki"), SIGNED("Ditandatangani"),
    IN_FORCE("Berlaku"), WITHDRAWN("Ditarik");

    private final String label;

    DecreeState(String label) {
        this.label = label;
    }

    /** The officials' own words. */
    String label() {
        return label;
    }

    /** The drafters may still correct it. */
    boolean open() {
        return this == DRAFT || this == RETURNED;
    }
}
