package id.lindungdesa.claim;

import java.time.Instant;
import java.util.UUID;

/** A time in which the clock stood still; its end is null while it does. */
record ClaimPause(UUID id, PauseCause cause, String note, String begunBy, Instant begunAt, Instant endedAt) {

    boolean isOpen() {
        return endedAt == null;
    }
}
