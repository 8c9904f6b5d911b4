package id.lindungdesa.reminder;

import id.lindungdesa.calendar.OfficeCalendar;
import id.lindungdesa.calendar.WorkingDays;
import id.lindungdesa.identity.Role;
import id.lindungdesa.regulation.RuleBook;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Component;

/** How many working days before and after a deadline somebody hears of it, as the decision table says. */
@Component
class ReminderTerms {

    enum Stage { AHEAD, OVERDUE, FOLLOW_UP }

    private final RuleBook ruleBook;
    private final WorkingDays workingDays;

    ReminderTerms(RuleBook ruleBook, WorkingDays workingDays) {
        this.ruleBook = ruleBook;
        this.workingDays = workingDays;
    }

    /** The day that many working days from that one. */
    LocalDate from(LocalDate day, Stage stage, OfficeCalendar calendar) {
        return workingDays.due(day, days(stage, day), calendar).due();
    }

    /**
     * The last day whose term of that stage is over on that day: whatever was due then or before has waited long enough.
     */
    LocalDate overBy(LocalDate today, Stage stage, OfficeCalendar calendar) {
        LocalDate due = today.minusDays(1);
        while (!workingDays.due(due, days(stage, today), calendar).due().isBefore(today)) {
            due = due.minusDays(1);
        }
        return due;
    }

    boolean isWorking(LocalDate day, OfficeCalendar calendar) {
        return workingDays.isWorking(day, calendar);
    }

    /** Whose holidays an office keeps. */
    static OfficeCalendar calendarOf(Role role) {
        return switch (role.area()) {
            case BRANCH -> OfficeCalendar.BPJS;
            case REGENCY, DISTRICT, VILLAGE -> OfficeCalendar.REGENCY;
            case NONE -> role == Role.BPJS_KANWIL ? OfficeCalendar.BPJS : OfficeCalendar.PROVINCE;
        };
    }

    private int days(Stage stage, LocalDate on) {
        return Math.toIntExact(ruleBook.decide("reminder-term", on, Map.of("stage", stage.name())).amount("workingDays"));
    }
}
