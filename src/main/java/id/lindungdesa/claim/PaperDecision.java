package id.lindungdesa.claim;

import java.time.Instant;

/** The officer's word on one paper of a claim. The note may hold personal data; the fault is null unless it is refused. */
record PaperDecision(String kind, PaperVerdict verdict, PaperFault fault, String note, String user, String name, Instant at) {}
