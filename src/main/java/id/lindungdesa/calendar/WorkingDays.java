package id.lindungdesa.calendar;

import id.lindungdesa.calendar.Holidays.Holiday;
import id.lindungdesa.calendar.Holidays.Kind;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Counts the deadlines of the chain. Working days are Monday to Friday without national holidays and, where an office
 * follows it, without collective leave (cuti bersama, the yearly joint decree of three ministers). A day of the trigger
 * never counts: the day after it is day one.
 */
public class WorkingDays {

    public static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");

    private static final LocalTime LAST_SECOND = LocalTime.of(23, 59, 59);

    private final Holidays holidays;
    private final Set<OfficeCalendar> openOnCollectiveLeave;

    WorkingDays(Holidays holidays, Set<OfficeCalendar> openOnCollectiveLeave) {
        this.holidays = holidays;
        this.openOnCollectiveLeave = Set.copyOf(openOnCollectiveLeave);
    }

    /** The day on which the given number of working days (at least 1) after the day of the trigger have come. */
    public Deadline due(LocalDate from, int workingDays, OfficeCalendar calendar) {
        if (workingDays < 1) {
            throw new IllegalArgumentException("A deadline of " + workingDays + " working days");
        }
        List<Skipped> skipped = new ArrayList<>();
        LocalDate day = from;
        for (int counted = 0; counted < workingDays; ) {
            day = day.plusDays(1);
            Optional<String> reason = reasonToSkip(day, calendar);
            if (reason.isPresent()) {
                skipped.add(new Skipped(day, reason.get()));
            } else {
                counted++;
            }
        }
        return new Deadline(day, skipped, known(from.plusDays(1), day));
    }

    /** That day, or the next working day after it: the rule of premiums due on a 15th that is no working day. */
    public LocalDate onOrAfter(LocalDate day, OfficeCalendar calendar) {
        LocalDate open = day;
        while (!isWorking(open, calendar)) {
            open = open.plusDays(1);
        }
        return open;
    }

    public boolean isWorking(LocalDate day, OfficeCalendar calendar) {
        return reasonToSkip(day, calendar).isEmpty();
    }

    /** The last second of a day in Jakarta: what is due on a day is in time until then. */
    public Instant endOf(LocalDate day) {
        return day.atTime(LAST_SECOND).atZone(JAKARTA).toInstant();
    }

    /** A deadline in clock hours, which no holiday prolongs: 48 hours for the first report of an accident. */
    public Instant dueTime(Instant from, int hours) {
        return from.plus(Duration.ofHours(hours));
    }

    private Optional<String> reasonToSkip(LocalDate day, OfficeCalendar calendar) {
        Optional<String> holiday = holidays.on(day).filter(found -> closes(found, calendar)).map(Holiday::reason);
        return holiday.isPresent() ? holiday : weekend(day);
    }

    private boolean closes(Holiday holiday, OfficeCalendar calendar) {
        return holiday.kind() == Kind.HOLIDAY || !openOnCollectiveLeave.contains(calendar);
    }

    private static Optional<String> weekend(LocalDate day) {
        return switch (day.getDayOfWeek()) {
            case SATURDAY -> Optional.of("Sabtu");
            case SUNDAY -> Optional.of("Minggu");
            default -> Optional.empty();
        };
    }

    private boolean known(LocalDate first, LocalDate last) {
        for (int year = first.getYear(); year <= last.getYear(); year++) {
            if (!holidays.knows(year)) {
                return false;
            }
        }
        return true;
    }
}
