package id.lindungdesa.benefit;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;

/**
 * A worker's membership on the day of an event, counted from his paid cover alone. A break as long as the grace period
 * does not end a membership; a longer one does, and who comes back counts from zero. Cover that was registered after the
 * event insures nothing (Perdir 22/2022; whether the count restarts after a lapse is uncertain, handbook AC-06).
 *
 * @param since the first day of the unbroken membership; null where there never was one
 * @param fullMonths whole calendar months from {@code since} to the event
 * @param unpaidMonths months begun without cover between its end and the event; 0 unless in grace
 */
public record Membership(Standing standing, LocalDate since, int fullMonths, int unpaidMonths) {

    public enum Standing { ACTIVE, GRACE, LAPSED, REGISTERED_AFTER_EVENT, NOT_COVERED }

    /** A time of paid cover, both days covered, and the day it was registered with the insurer. */
    public record Period(LocalDate from, LocalDate through, LocalDate registeredOn) {

        boolean covers(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(through);
        }
    }

    /** @param graceMonths months without cover after which a membership has ended */
    static Membership on(LocalDate event, List<Period> cover, int graceMonths) {
        List<Period> begun = cover.stream()
                .filter(period -> !period.registeredOn().isAfter(event) && !period.from().isAfter(event))
                .sorted(Comparator.comparing(Period::from)).toList();
        if (begun.isEmpty()) {
            boolean late = cover.stream().anyMatch(period -> period.registeredOn().isAfter(event) && period.covers(event));
            return new Membership(late ? Standing.REGISTERED_AFTER_EVENT : Standing.NOT_COVERED, null, 0, 0);
        }
        LocalDate since = begun.get(0).from();
        LocalDate through = begun.get(0).through();
        for (Period period : begun) {
            if (period.from().isAfter(graceEnd(through, graceMonths))) {
                since = period.from();
            }
            through = through.isAfter(period.through()) ? through : period.through();
        }
        if (!through.isBefore(event)) {
            return new Membership(Standing.ACTIVE, since, fullMonths(since, event), 0);
        }
        boolean grace = !event.isAfter(graceEnd(through, graceMonths));
        return new Membership(grace ? Standing.GRACE : Standing.LAPSED, since, fullMonths(since, event),
                grace ? monthsBegun(through.plusDays(1), event) : 0);
    }

    /** Counted from the first day without cover: three months after 28 February end on 31 May. */
    private static LocalDate graceEnd(LocalDate through, int graceMonths) {
        return through.plusDays(1).plusMonths(graceMonths).minusDays(1);
    }

    /** The largest number of months that, added to the start, do not pass the event: full on the very day. */
    private static int fullMonths(LocalDate since, LocalDate event) {
        int months = (int) ChronoUnit.MONTHS.between(since, event);
        return since.plusMonths(months + 1L).isAfter(event) ? months : months + 1;
    }

    private static int monthsBegun(LocalDate from, LocalDate event) {
        return (int) ChronoUnit.MONTHS.between(from.withDayOfMonth(1), event.withDayOfMonth(1)) + 1;
    }
}
