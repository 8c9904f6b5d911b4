package id.lindungdesa.workflow;

import id.lindungdesa.calendar.OfficeCalendar;
import id.lindungdesa.calendar.WorkingDays;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import org.springframework.stereotype.Component;

/** Turns a task's declared deadline, {@code 3 PROVINCE}, into its due date: working days after the day it was created. */
@Component
class TaskDates {

    private final WorkingDays workingDays;
    private final Clock clock;

    TaskDates(WorkingDays workingDays, Clock clock) {
        this.workingDays = workingDays;
        this.clock = clock;
    }

    Date due(String deadline) {
        String[] parts = deadline.trim().split(" ");
        LocalDate today = LocalDate.ofInstant(clock.instant(), WorkingDays.JAKARTA);
        LocalDate due = workingDays.due(today, Integer.parseInt(parts[0]), OfficeCalendar.valueOf(parts[1])).due();
        return Date.from(workingDays.endOf(due));
    }

    /** A day before it is due a task asks for attention: the engine's follow-up date. */
    Date followUp(Date due) {
        Instant dayBefore = due.toInstant().minusSeconds(24 * 3600);
        return Date.from(dayBefore.isBefore(clock.instant()) ? clock.instant() : dayBefore);
    }
}
