package id.lindungdesa.reminder;

import id.lindungdesa.calendar.WorkingDays;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What the model {@code deadline-escalation} calls: a line for each of its steps. */
@Component
public class EscalationTasks {

    private final EscalationDesk desk;
    private final WorkingDays workingDays;

    EscalationTasks(EscalationDesk desk, WorkingDays workingDays) {
        this.desk = desk;
        this.workingDays = workingDays;
    }

    public List<String> overseerGroups(String escalationId) {
        return desk.get(id(escalationId)).overseers();
    }

    public Date actBy(String escalationId) {
        return Date.from(workingDays.endOf(desk.get(id(escalationId)).actBy()));
    }

    /** @return whether somebody above watches on */
    public boolean recordFollowUp(String escalationId, String action, String note) {
        return desk.followUp(id(escalationId), action, note);
    }

    public void climb(String escalationId) {
        desk.climb(id(escalationId));
    }

    public void recordEnd(String escalationId) {
        desk.end(id(escalationId));
    }

    private static UUID id(String escalationId) {
        return UUID.fromString(escalationId);
    }
}
