package id.lindungdesa.scholarship;

/** How a child's scholarship stands, over its school years. */
enum ScholarshipState {
    WAITING("Menunggu umur sekolah"), ACTIVE("Berjalan"), SUSPENDED("Ditangguhkan"), ENDED("Berakhir");

    private final String label;

    ScholarshipState(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }
}
