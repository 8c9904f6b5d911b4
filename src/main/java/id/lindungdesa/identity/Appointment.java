package id.lindungdesa.identity;

import id.lindungdesa.refusal.Finding;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * One person in one office for a term, by the number of the letter that appointed him (SK). The last day counts; a term
 * without one goes on.
 */
public record Appointment(int line, String user, String name, Role role, String area, LocalDate from, LocalDate until,
                          String decreeNumber) {

    /** The columns of an appointment list. */
    public static final List<String> COLUMNS = List.of("user", "name", "role", "area", "from", "until", "decree_number");

    private static final Pattern USER = Pattern.compile("[a-zA-Z0-9._@-]{2,64}");
    private static final Map<Role.Area, Pattern> AREAS = Map.of(
            Role.Area.NONE, Pattern.compile(""),
            Role.Area.REGENCY, Pattern.compile("\\d{2}\\.\\d{2}"),
            Role.Area.DISTRICT, Pattern.compile("\\d{2}\\.\\d{2}\\.\\d{2}"),
            Role.Area.VILLAGE, Pattern.compile("\\d{2}\\.\\d{2}\\.\\d{2}\\.\\d{4}"),
            Role.Area.BRANCH, Pattern.compile("[a-z][a-z0-9-]{1,40}"));

    /** Reads a line of an appointment list; what is wrong with it goes to {@code faults} and the answer is null. */
    static Appointment read(int line, Map<String, String> row, LocalDate today, Consumer<Finding> faults) {
        List<Finding> found = new ArrayList<>();
        Appointment read = new Appointment(line, text(row, "user"), text(row, "name"),
                Role.of(text(row, "role")).orElse(null), text(row, "area"),
                date(text(row, "from"), today, line, "from", found),
                date(text(row, "until"), null, line, "until", found), text(row, "decree_number"));
        read.check(found);
        found.forEach(faults);
        return found.isEmpty() ? read : null;
    }

    private void check(List<Finding> found) {
        if (!USER.matcher(user).matches()) {
            found.add(Finding.atLine(line, "user", "BAD_USER",
                    "Nama pengguna hanya boleh berisi huruf, angka, titik, garis, dan @ (2-64 tanda)."));
        }
        if (name.isBlank()) {
            found.add(Finding.atLine(line, "name", "NAME_REQUIRED", "Nama pejabat wajib diisi."));
        }
        if (role == null) {
            found.add(Finding.atLine(line, "role", "UNKNOWN_ROLE", "Jabatan tidak dikenal."));
        } else if (!AREAS.get(role.area()).matcher(area).matches()) {
            found.add(Finding.atLine(line, "area", "BAD_AREA", role.area() == Role.Area.NONE
                    ? "Jabatan ini tidak memakai kode wilayah; kosongkan." : "Kode wilayah tidak sesuai dengan jabatan ini."));
        }
        if (from != null && until != null && until.isBefore(from)) {
            found.add(Finding.atLine(line, "until", "TERM_ENDS_BEFORE_START", "Masa jabatan berakhir sebelum mulai."));
        }
    }

    private static String text(Map<String, String> row, String column) {
        String value = row.get(column);
        return value == null ? "" : value.trim();
    }

    private static LocalDate date(String text, LocalDate absent, int line, String field, List<Finding> found) {
        if (text.isEmpty()) {
            return absent;
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            found.add(Finding.atLine(line, field, "BAD_DATE", "Tanggal harus berbentuk TTTT-BB-HH, misalnya 2026-01-31."));
            return null;
        }
    }
}
