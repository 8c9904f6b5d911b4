package id.lindungdesa.death;

/** Who told. */
enum ReportSource {
    VILLAGE("Desa"), BRANCH("Kantor cabang"), REGISTRY("Dinas Dukcapil");

    private final String label;

    ReportSource(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }
}
