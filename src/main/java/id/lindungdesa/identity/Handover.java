package id.lindungdesa.identity;

import id.lindungdesa.identity.Official.Office;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** One holder hands his office to the next on a day; what it moved is known once that day has come. */
record Handover(UUID id, Office office, UUID fromTerm, UUID toTerm, String from, String to, LocalDate day, ClaimedWork claimedWork,
                String decreeNumber, String reason, String orderedBy, Instant orderedAt, Instant doneAt, Instant cancelledAt,
                Integer openTasks, Integer movedTasks) {

    /** Where the tasks go that the predecessor had taken: back to the office, or on to his successor. */
    enum ClaimedWork { OFFICE, SUCCESSOR }

    enum State { PLANNED, DONE, CANCELLED }

    State state() {
        return doneAt != null ? State.DONE : cancelledAt != null ? State.CANCELLED : State.PLANNED;
    }

    /** The successor, or null for the office. */
    String receiverOfTaken() {
        return claimedWork == ClaimedWork.SUCCESSOR ? to : null;
    }

    /** By which letter, as it stands with each task that moved. */
    String letter() {
        return "Serah terima jabatan, SK " + decreeNumber;
    }
}
