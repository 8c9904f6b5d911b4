package id.lindungdesa.claim;

/** What the officer says of a paper. */
enum PaperVerdict {
    ACCEPTED("Diterima"), REFUSED("Ditolak"),
    /** Not needed in this claim, or seen in the original: the note says which. */
    WAIVED("Dibebaskan"),
    /** Needed, and not there. */
    MISSING("Belum ada");

    private final String label;

    PaperVerdict(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }
}
