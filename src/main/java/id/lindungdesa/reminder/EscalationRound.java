package id.lindungdesa.reminder;

import id.lindungdesa.calendar.OfficeCalendar;
import id.lindungdesa.calendar.WorkingDays;
import id.lindungdesa.operation.Gauges;
import id.lindungdesa.operation.Reading;
import id.lindungdesa.reminder.ReminderTerms.Stage;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Looks now and then, by three questions for all work at once, which delays are over, which lie too long before an overseer,
 * and which are new. Each is then taken by itself, in a transaction of its own: one that fails holds up no other, and what
 * another node has done meanwhile is not done twice.
 */
@Component
class EscalationRound {

    static final int AT_ONCE = 500;

    private static final Logger log = LoggerFactory.getLogger(EscalationRound.class);

    private final Escalations escalations;
    private final EscalationDesk desk;
    private final ReminderTerms terms;
    private final WorkingDays workingDays;
    private final Clock clock;

    EscalationRound(Escalations escalations, EscalationDesk desk, ReminderTerms terms, WorkingDays workingDays, Clock clock,
            Gauges gauges) {
        this.escalations = escalations;
        this.desk = desk;
        this.terms = terms;
        this.workingDays = workingDays;
        this.clock = clock;
        Reading<Escalations.Counts> counts = gauges.reading("escalations", escalations::counts);
        gauges.gauge("lindungdesa.escalations", "Delays that wait for an overseer", counts, Escalations.Counts::open, "state", "open");
        gauges.gauge("lindungdesa.escalations", "Delays that an overseer acted upon and that are watched", counts,
                Escalations.Counts::watched, "state", "watched");
        gauges.gauge("lindungdesa.escalations", "Delays with nobody above who could hear of them", counts,
                Escalations.Counts::unheard, "state", "unheard");
    }

    @Scheduled(fixedDelayString = "${lindungdesa.escalation.every}", initialDelayString = "${lindungdesa.escalation.every}")
    void round() {
        each("over", () -> escalations.over(clock.instant(), AT_ONCE), desk::over);
        each("silent", () -> escalations.silent(today(), AT_ONCE), desk::persists);
        each("late", this::late, desk::open);
    }

    /** Work whose deadline passed the table's working days ago, on the calendar of its office. */
    List<LateTask> late() {
        return escalations.late(lastDue(OfficeCalendar.REGENCY), lastDue(OfficeCalendar.BPJS), AT_ONCE);
    }

    private Instant lastDue(OfficeCalendar calendar) {
        return workingDays.endOf(terms.overBy(today(), Stage.OVERDUE, calendar));
    }

    private <T> void each(String what, Supplier<List<T>> found, Consumer<T> take) {
        List<T> all = found.get();
        int failed = 0;
        for (T one : all) {
            try {
                take.accept(one);
            } catch (RuntimeException e) {
                failed++;
                log.warn("A delay that is {} could not be taken up: {} at {}", what, e.getClass().getSimpleName(), e.getStackTrace()[0]);
            }
        }
        if (!all.isEmpty()) {
            log.info("{} delays {}, {} of them failed", all.size(), what, failed);
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), WorkingDays.JAKARTA);
    }
}
