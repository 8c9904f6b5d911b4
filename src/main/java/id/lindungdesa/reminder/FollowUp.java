package id.lindungdesa.reminder;

/** What an overseer did about a delay. */
enum FollowUp {
    ORDERED("Memerintahkan penyelesaian segera"), REASSIGNED("Mengalihkan tugas kepada pejabat lain"),
    HELPED("Membantu mengatasi kendala"), NOTED("Mencatat; keterlambatan dapat dimaklumi");

    private final String label;

    FollowUp(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }
}
