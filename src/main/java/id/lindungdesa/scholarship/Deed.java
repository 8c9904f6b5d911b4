package id.lindungdesa.scholarship;

import java.time.Instant;

/** A step as it was done. The note is what the official wrote and may hold personal data. */
record Deed(Step step, Outcome outcome, String note, String user, String name, Instant at) {}
