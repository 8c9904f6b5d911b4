package id.lindungdesa.regulation;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What a decision table ruled for a day: the rows that apply, each output name to its value ({@code Long}, {@code String}
 * or {@code Boolean}), and the version of the table, to be kept with whatever was decided by it.
 */
public record Ruling(String decision, String version, LocalDate on, List<Map<String, Object>> rows) {

    public Ruling {
        rows = List.copyOf(rows);
    }

    /** The only row; anything else means that the table has a gap or says two things at once. */
    public Map<String, Object> one() {
        if (rows.size() != 1) {
            throw new IllegalStateException("%s has %d answers for %s, not one".formatted(decision, rows.size(), on));
        }
        return rows.get(0);
    }

    /** A whole number of the only row. */
    public long amount(String output) {
        return (long) value(output, Long.class);
    }

    public String text(String output) {
        return value(output, String.class);
    }

    private <T> T value(String output, Class<T> type) {
        Object value = one().get(output);
        if (!type.isInstance(value)) {
            throw new IllegalStateException("%s says no %s for %s".formatted(decision, output, on));
        }
        return type.cast(value);
    }
}
