package id.lindungdesa.enrolment;

import id.lindungdesa.refusal.Refusal;
import java.util.UUID;

/**
 * One list of a village's workers, from its making to cover. While it may still be returned it is the village's open list.
 *
 * @param number the village's first, second, … list
 * @param decreeId the decree whose money pays for it; null while no money has come
 */
public record WorkerList(UUID id, String villageCode, int number, UUID decreeId, State state) {

    /** DRAFT grows; PREPARED waits for the village head, ADOPTED for the insurer, CHECKED for the money; COVERED is done. */
    public enum State { DRAFT, PREPARED, ADOPTED, CHECKED, COVERED }

    WorkerList preparedFor(UUID decree) {
        require(State.DRAFT);
        return with(decree, State.PREPARED);
    }

    WorkerList adopted() {
        require(State.PREPARED);
        return with(decreeId, State.ADOPTED);
    }

    WorkerList checked() {
        require(State.ADOPTED);
        return with(decreeId, State.CHECKED);
    }

    WorkerList covered() {
        require(State.CHECKED);
        return with(decreeId, State.COVERED);
    }

    /** Back to the village, by its own head or by the insurer. */
    WorkerList returned() {
        if (state != State.PREPARED && state != State.ADOPTED) {
            throw notOpen();
        }
        return with(decreeId, State.DRAFT);
    }

    private void require(State expected) {
        if (state != expected) {
            throw notOpen();
        }
    }

    private static Refusal notOpen() {
        return Refusal.conflict("LIST_STATE", "Daftar pekerja ini sudah berada pada tahap lain. Muat ulang halaman.");
    }

    private WorkerList with(UUID decree, State next) {
        return new WorkerList(id, villageCode, number, decree, next);
    }
}
