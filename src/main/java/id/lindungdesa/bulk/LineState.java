package id.lindungdesa.bulk;

/** What became of a line. */
enum LineState {
    WAITING("Menunggu giliran"), DECIDED("Diputuskan"), REFUSED("Ditolak sistem"), LEFT_OUT("Dikecualikan");

    private final String label;

    LineState(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }
}
