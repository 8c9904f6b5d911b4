package id.lindungdesa.benefit;

/** What became of a worker after the event, as the doctor says. */
public enum Consequence {
    DEATH("Meninggal"), RECOVERED("Sembuh"), PARTIAL_DISABILITY("Cacat sebagian"),
    TOTAL_PERMANENT_DISABILITY("Cacat total tetap");

    private final String label;

    Consequence(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
