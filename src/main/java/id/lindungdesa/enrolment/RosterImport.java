package id.lindungdesa.enrolment;

import java.util.UUID;

/**
 * A file of many villages' workers and how far it has got. Rows read count in {@code total}, rows decided in {@code done}.
 *
 * @param failure the sentence that says why the file as a whole could not be read; null otherwise
 */
record RosterImport(UUID id, State state, String startedBy, long total, long done, long accepted, long rejected,
                    String failure) {

    enum State { RECEIVED, READING, ENTERING, DONE, FAILED }

    boolean ended() {
        return state == State.DONE || state == State.FAILED;
    }
}
