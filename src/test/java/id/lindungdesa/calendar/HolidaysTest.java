package id.lindungdesa.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.lindungdesa.SharedData;
import id.lindungdesa.calendar.Holidays.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;

class HolidaysTest {

    @Test
    void ourDaysAreThoseOfTheDecrees() throws IOException {
        Map<LocalDate, Kind> decreed = Files.readAllLines(SharedData.file("holidays-2022-2026.csv")).stream().skip(1)
                .map(line -> line.split(","))
                .collect(Collectors.toMap(columns -> LocalDate.parse(columns[0]),
                        columns -> Kind.valueOf(columns[1].toUpperCase(java.util.Locale.ROOT))));

        Map<LocalDate, Kind> ours = new TreeMap<>();
        WorkingDaysTest.HOLIDAYS.days().forEach((day, holiday) -> ours.put(day, holiday.kind()));

        assertThat(ours).hasSize(129).containsExactlyInAnyOrderEntriesOf(decreed);
    }

    @Test
    void remarksAndEmptyLinesAreNoDays() {
        Holidays read = Holidays.read(file("# the joint decree of 2026", "", "date;kind;name", "2026-08-17;HOLIDAY;Kemerdekaan",
                "# moved by the revision", "2026-12-24;COLLECTIVE_LEAVE;Natal", ""));

        assertThat(read.days()).hasSize(2);
        assertThat(read.on(LocalDate.of(2026, 8, 17))).hasValueSatisfying(day ->
                assertThat(day.reason()).isEqualTo("Hari libur nasional: Kemerdekaan"));
        assertThat(read.on(LocalDate.of(2026, 12, 24))).hasValueSatisfying(day ->
                assertThat(day.reason()).isEqualTo("Cuti bersama: Natal"));
        assertThat(read.knows(2026)).isTrue();
        assertThat(read.knows(2027)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-08-17;HOLIDAY", "2026-08-17;HOLIDAY;Kemerdekaan;81", "2026-08-17;HOLIDAY;", "17-08-2026;HOLIDAY;Kemerdekaan", "2026-13-01;HOLIDAY;X",
            "2026-08-17;FEAST;Kemerdekaan"})
    void aFaultyLineStopsTheStartWithItsText(String line) {
        assertThatThrownBy(() -> Holidays.read(file("date;kind;name", line)))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining(line);
    }

    @Test
    void anotherFileStopsTheStart() {
        assertThatThrownBy(() -> Holidays.read(file("date;kind"))).hasMessageContaining("date;kind;name");
        assertThatThrownBy(() -> Holidays.read(file("# empty"))).hasMessageContaining("date;kind;name");
    }

    @Test
    void aDayHasOneReason() {
        assertThatThrownBy(() -> Holidays.read(file("date;kind;name", "2026-08-17;HOLIDAY;Kemerdekaan", "2026-08-17;HOLIDAY;Maulid")))
                .hasMessageContaining("Two holidays on 2026-08-17");
    }

    @Test
    void theApplicationReadsThemForItsOffices() {
        WorkingDays days = new CalendarConfiguration().workingDays(file("date;kind;name", "2026-12-24;COLLECTIVE_LEAVE;Natal"),
                Set.of(OfficeCalendar.BANK));

        assertThat(days.isWorking(LocalDate.of(2026, 12, 24), OfficeCalendar.BANK)).isTrue();
        assertThat(days.isWorking(LocalDate.of(2026, 12, 24), OfficeCalendar.PROVINCE)).isFalse();
        assertThat(new CalendarConfiguration().clock().offset()).isZero();
    }

    private static Resource file(String... lines) {
        return new ByteArrayResource(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
    }
}
