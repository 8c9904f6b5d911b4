package id.lindungdesa.death;

import java.time.Instant;

/** What was done on a report of a death, in words for the sheet; the note may name people. */
record Entry(String step, String outcome, String note, String user, String name, Instant at) {}
