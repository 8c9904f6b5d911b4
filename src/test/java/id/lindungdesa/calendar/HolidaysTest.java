package id.lindungdesa.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import id.lindungdesa.SharedData;
import id.lindungdesa.calendar.Holidays.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

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
}
