package id.lindungdesa.claim;

/** By whom a payment was late, where it was not by the insurer. */
enum DelayedBy {
    FAMILY("keluarga atau penerima"), BANK("bank penerima");

    private final String label;

    DelayedBy(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }
}
