package id.lindungdesa.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Days and times as officials and families read them: in Indonesian, in the time of Jakarta. */
public final class DateWords {

    private static final DateTimeFormatter DAY = pattern("d MMMM uuuu");
    private static final DateTimeFormatter WEEKDAY = pattern("EEEE, d MMMM uuuu");
    private static final DateTimeFormatter MOMENT = pattern("d MMMM uuuu HH.mm 'WIB'");
    private static final DateTimeFormatter MONTH = pattern("MMMM uuuu");

    private DateWords() {}

    /** {@code 22 November 2026} */
    public static String day(LocalDate day) {
        return DAY.format(day);
    }

    /** The day that it was in Jakarta. */
    public static String day(Instant instant) {
        return DAY.format(instant.atZone(WorkingDays.JAKARTA));
    }

    /** {@code Minggu, 22 November 2026} */
    public static String weekday(LocalDate day) {
        return WEEKDAY.format(day);
    }

    /** {@code 22 November 2026 14.05 WIB} */
    public static String moment(Instant instant) {
        return MOMENT.format(instant.atZone(WorkingDays.JAKARTA));
    }

    /** {@code November 2026} */
    public static String month(YearMonth month) {
        return MONTH.format(month);
    }

    private static DateTimeFormatter pattern(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.forLanguageTag("id-ID"));
    }
}
