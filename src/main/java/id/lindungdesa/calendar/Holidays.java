package id.lindungdesa.calendar;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.core.io.Resource;

/** The days the joint decrees declare, read once; a year without any is a year whose decree we do not have. */
record Holidays(Map<LocalDate, Holiday> days, Set<Integer> years) {

    private static final String HEADER = "date;kind;name";

    /** HOLIDAY closes every office; COLLECTIVE_LEAVE (cuti bersama) those that follow it. */
    enum Kind { HOLIDAY, COLLECTIVE_LEAVE }

    record Holiday(LocalDate day, Kind kind, String name) {

        String reason() {
            return (kind == Kind.HOLIDAY ? "Hari libur nasional: " : "Cuti bersama: ") + name;
        }
    }

    Holidays {
        days = Map.copyOf(days);
        years = Set.copyOf(years);
    }

    static Holidays of(List<Holiday> holidays) {
        Map<LocalDate, Holiday> days = new HashMap<>();
        for (Holiday holiday : holidays) {
            if (days.put(holiday.day(), holiday) != null) {
                throw new IllegalArgumentException("Two holidays on " + holiday.day());
            }
        }
        return new Holidays(days, days.keySet().stream().map(LocalDate::getYear).collect(Collectors.toSet()));
    }

    /** Reads {@code date;kind;name}; lines that begin with # are remarks. A faulty line stops the start with its text. */
    static Holidays read(Resource file) {
        try (var reader = new BufferedReader(new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8))) {
            List<String> lines = reader.lines().map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#")).toList();
            if (lines.isEmpty() || !lines.get(0).equals(HEADER)) {
                throw new IllegalArgumentException(file + " does not begin with " + HEADER);
            }
            return of(lines.stream().skip(1).map(Holidays::parsed).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Holiday parsed(String line) {
        String[] columns = line.split(";", -1);
        if (columns.length != 3 || columns[2].isBlank()) {
            throw new IllegalArgumentException("Not " + HEADER + ": " + line);
        }
        try {
            return new Holiday(LocalDate.parse(columns[0]), Kind.valueOf(columns[1]), columns[2]);
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new IllegalArgumentException("Not " + HEADER + ": " + line, e);
        }
    }

    Optional<Holiday> on(LocalDate day) {
        return Optional.ofNullable(days.get(day));
    }

    boolean knows(int year) {
        return years.contains(year);
    }
}
