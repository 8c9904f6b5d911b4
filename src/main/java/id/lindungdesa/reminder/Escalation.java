package id.lindungdesa.reminder;

import id.lindungdesa.refusal.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A delay on its way up the ladder of overseers.
 *
 * @param desk the groups that the late task waits for
 * @param overseers the groups that it lies before now; none where nobody stands above the desk
 * @param rung how many steps above the desk these are
 * @param climbs whether there is somebody above them
 * @param actBy until when they should act, and after that see the task done
 */
record Escalation(UUID id, String taskId, String process, String element, UUID caseId, String title, List<String> desk,
                  String legalBasis, Instant dueAt, List<String> overseers, int rung, boolean climbs, LocalDate actBy,
                  EscalationState state, Instant openedAt) {

    Escalation {
        desk = List.copyOf(desk);
        overseers = List.copyOf(overseers);
    }

    /** Whose turn it is, as the ladder says. */
    record Turn(List<String> overseers, boolean climbs, LocalDate actBy) {}

    static Escalation of(UUID id, LateTask late, String legalBasis, Turn turn, Instant now) {
        boolean heard = !turn.overseers().isEmpty();
        return new Escalation(id, late.taskId(), late.process(), late.element(), late.caseId(), late.title(), late.desk(), legalBasis,
                late.dueAt(), turn.overseers(), heard ? 1 : 0, turn.climbs(), turn.actBy(),
                heard ? EscalationState.OPEN : EscalationState.UNHEARD, now);
    }

    Escalation climbed(Turn next) {
        if (state != EscalationState.OPEN && state != EscalationState.WATCHED || next.overseers().isEmpty()) {
            throw new IllegalStateException("Escalation %s cannot climb from %s".formatted(id, state));
        }
        return new Escalation(id, taskId, process, element, caseId, title, desk, legalBasis, dueAt, next.overseers(), rung + 1,
                next.climbs(), next.actBy(), EscalationState.OPEN, openedAt);
    }

    /** Whoever stood above holds no office any more. */
    Escalation atTop() {
        return new Escalation(id, taskId, process, element, caseId, title, desk, legalBasis, dueAt, overseers, rung, false, actBy, state,
                openedAt);
    }

    /** Acted upon; watched until that day where somebody stands above. */
    Escalation followedUp(LocalDate watchedUntil) {
        if (state != EscalationState.OPEN) {
            throw Refusal.conflict("ESCALATION_STATE", "Keterlambatan ini sudah ditindaklanjuti atau sudah selesai.");
        }
        return new Escalation(id, taskId, process, element, caseId, title, desk, legalBasis, dueAt, overseers, rung, climbs,
                climbs ? watchedUntil : actBy, climbs ? EscalationState.WATCHED : EscalationState.SETTLED, openedAt);
    }

    /** Whether its process still runs. */
    boolean runs() {
        return state == EscalationState.OPEN || state == EscalationState.WATCHED;
    }
}
