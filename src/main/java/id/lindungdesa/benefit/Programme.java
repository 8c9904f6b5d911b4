package id.lindungdesa.benefit;

/** The insurer's programmes that a claim may be made under. */
public enum Programme {
    /** Jaminan Kematian: death that was not caused by work. */
    JKM,
    /** Jaminan Kecelakaan Kerja: accidents at work and on the way there, and occupational disease. */
    JKK
}
