package id.lindungdesa.complaint;

import java.time.Instant;

/** A step that was done on a complaint: by whom, with which outcome. The note may name people and is for the case only. */
record Entry(ComplaintStep step, ComplaintOutcome outcome, String note, String user, String name, Instant at) {}
