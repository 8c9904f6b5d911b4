package id.lindungdesa.benefit;

/** What the family says a worker died of. Health data: shown to those who decide, never told to the engine. */
public enum Cause {
    ILLNESS("Sakit"), WORK_ACCIDENT("Kecelakaan kerja"), OCCUPATIONAL_DISEASE("Penyakit akibat kerja"),
    SUICIDE("Bunuh diri"), OTHER("Lainnya");

    private final String label;

    Cause(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** Insured by the work accident programme (JKK), whose benefit is higher. */
    public boolean isFromWork() {
        return this == WORK_ACCIDENT || this == OCCUPATIONAL_DISEASE;
    }
}
