package id.lindungdesa.scholarship;

import id.lindungdesa.benefit.Schooling.Working;

/** What is reported of a child. Whether it ends the scholarship is asked of the rules. */
enum ChangeKind {
    MARRIED("Menikah", true, Working.NO), WAGE("Bekerja sebagai penerima upah", false, Working.WAGE),
    BPU("Bekerja sendiri, terdaftar sebagai bukan penerima upah (BPU)", false, Working.BPU), INTERN("Magang", false, Working.INTERN);

    private final String label;
    private final boolean married;
    private final Working working;

    ChangeKind(String label, boolean married, Working working) {
        this.label = label;
        this.married = married;
        this.working = working;
    }

    String label() {
        return label;
    }

    boolean married() {
        return married;
    }

    Working working() {
        return working;
    }
}
