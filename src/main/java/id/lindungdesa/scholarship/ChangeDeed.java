package id.lindungdesa.scholarship;

import java.time.Instant;

/** A step as it was done; the outcome in the words that officials read. The note may hold personal data. */
record ChangeDeed(ChangeStep step, String outcome, String note, String user, String name, Instant at) {}
