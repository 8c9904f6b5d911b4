package id.lindungdesa.calendar;

import static id.lindungdesa.calendar.OfficeCalendar.BANK;
import static id.lindungdesa.calendar.OfficeCalendar.BPJS;
import static id.lindungdesa.calendar.OfficeCalendar.PROVINCE;
import static id.lindungdesa.calendar.OfficeCalendar.REGENCY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

/** The numbers are the handbook's acceptance cases. */
class WorkingDaysTest {

    static final Holidays HOLIDAYS = Holidays.read(new ClassPathResource("holidays.csv"));

    final WorkingDays workingDays = new WorkingDays(HOLIDAYS, Set.of());

    @Test
    void ac12ACompleteDeathClaimIsPaidWithinThreeWorkingDays() {
        Deadline deadline = workingDays.due(day("2026-03-02"), 3, BPJS);

        assertThat(deadline).isEqualTo(new Deadline(day("2026-03-05"), List.of(), true));
    }

    @Test
    void ac13CollectiveLeaveAndLunarNewYearDoNotCount() {
        Deadline deadline = workingDays.due(day("2026-02-12"), 3, BPJS);

        assertThat(deadline.due()).isEqualTo(day("2026-02-19"));
        assertThat(deadline.skipped()).containsExactly(
                new Skipped(day("2026-02-14"), "Sabtu"),
                new Skipped(day("2026-02-15"), "Minggu"),
                new Skipped(day("2026-02-16"), "Cuti bersama: Tahun Baru Imlek"),
                new Skipped(day("2026-02-17"), "Hari libur nasional: Tahun Baru Imlek"));
    }

    @Test
    void ac23TheFirstReportIsDueAfterFortyEightClockHours() {
        assertThat(workingDays.dueTime(time("2026-06-10T14:00:00+07:00"), 48)).isEqualTo(time("2026-06-12T14:00:00+07:00"));
    }

    @Test
    void ac24AnAccidentClaimIsPaidWithinSevenWorkingDays() {
        Deadline deadline = workingDays.due(day("2026-05-08"), 7, BPJS);

        assertThat(deadline.due()).isEqualTo(day("2026-05-21"));
        assertThat(deadline.skipped()).extracting(Skipped::day).contains(day("2026-05-14"), day("2026-05-15"));
    }

    @Test
    void ac35APremiumDueOnASaturdayBeforeAHolidayIsInTimeOnTuesday() {
        assertThat(workingDays.onOrAfter(day("2026-08-15"), BANK)).isEqualTo(day("2026-08-18"));
        assertThat(workingDays.onOrAfter(day("2026-08-18"), BANK)).isEqualTo(day("2026-08-18"));
    }

    @Test
    void ac42ARegencyForwardsWithinSevenWorkingDaysOfTheCredit() {
        Deadline deadline = workingDays.due(day("2026-03-16"), 7, REGENCY);

        assertThat(deadline.due()).isEqualTo(day("2026-04-01"));
        assertThat(deadline.skipped()).extracting(Skipped::day).contains(
                day("2026-03-18"), day("2026-03-19"), day("2026-03-20"), day("2026-03-23"), day("2026-03-24"));
    }

    @Test
    void aHolidayOnASundayIsSkippedAsTheHolidayItIs() {
        assertThat(workingDays.due(day("2026-05-29"), 1, PROVINCE).skipped())
                .contains(new Skipped(day("2026-05-31"), "Hari libur nasional: Hari Raya Waisak"));
    }

    @Test
    void anOfficeMayBeOpenOnCollectiveLeaveButNeverOnAHoliday() {
        WorkingDays bankIsOpen = new WorkingDays(HOLIDAYS, Set.of(BANK));

        assertThat(bankIsOpen.isWorking(day("2026-02-16"), BANK)).isTrue();
        assertThat(bankIsOpen.isWorking(day("2026-02-16"), BPJS)).isFalse();
        assertThat(bankIsOpen.isWorking(day("2026-02-17"), BANK)).isFalse();
        assertThat(bankIsOpen.due(day("2026-02-12"), 3, BANK).due()).isEqualTo(day("2026-02-18"));
    }

    @Test
    void aYearWithoutItsDecreeCountsWeekendsOnlyAndSaysSo() {
        assertThat(workingDays.due(day("2026-12-30"), 1, PROVINCE).holidaysKnown()).isTrue();
        assertThat(workingDays.due(day("2026-12-30"), 2, PROVINCE))
                .isEqualTo(new Deadline(day("2027-01-01"), List.of(), false));
        assertThat(workingDays.due(day("2021-12-31"), 1, PROVINCE).holidaysKnown()).isTrue();
        assertThat(workingDays.due(day("2021-12-30"), 1, PROVINCE).holidaysKnown()).isFalse();
    }

    @Test
    void aDayEndsInJakarta() {
        assertThat(workingDays.endOf(day("2026-03-05"))).isEqualTo(time("2026-03-05T23:59:59+07:00"));
    }

    @Test
    void aDeadlineHasAtLeastOneDay() {
        assertThatThrownBy(() -> workingDays.due(day("2026-03-05"), 0, BPJS)).isInstanceOf(IllegalArgumentException.class);
    }

    @Property
    void allDaysBetweenEitherCountOrAreSkipped(@ForAll @IntRange(min = 0, max = 1700) int offset,
            @ForAll @IntRange(min = 1, max = 60) int count) {
        LocalDate from = day("2022-01-01").plusDays(offset);

        Deadline deadline = workingDays.due(from, count, PROVINCE);

        assertThat(workingDays.isWorking(deadline.due(), PROVINCE)).isTrue();
        Stream<LocalDate> onTheWay = from.plusDays(1).datesUntil(deadline.due().plusDays(1));
        assertThat(onTheWay.filter(day -> workingDays.isWorking(day, PROVINCE))).hasSize(count);
        assertThat(deadline.skipped()).extracting(Skipped::day)
                .allMatch(day -> day.isAfter(from) && day.isBefore(deadline.due()))
                .noneMatch(day -> workingDays.isWorking(day, PROVINCE))
                .hasSize((int) (deadline.due().toEpochDay() - from.toEpochDay()) - count);
    }

    @Property
    void noWeekendWorks(@ForAll @IntRange(min = 0, max = 20000) int offset, @ForAll OfficeCalendar calendar) {
        LocalDate day = day("2000-01-01").plusDays(offset);

        boolean weekend = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY).contains(day.getDayOfWeek());

        assertThat(weekend && workingDays.isWorking(day, calendar)).isFalse();
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    private static Instant time(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }
}
