package id.lindungdesa.regulation;

import id.lindungdesa.workflow.Decisions;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;

/**
 * What the law says on a day. The rules are decision tables in {@code processes/*.dmn}; officials change them, every row
 * says from when until when it holds and on which article it rests.
 *
 * <p>In a table a day is written {@code date and time("2026-01-01T00:00:00")}: the engine compares a day with nothing
 * else, and a row with {@code date("2026-01-01")} would never match.
 */
@Service
public class RuleBook {

    private final Decisions decisions;

    RuleBook(Decisions decisions) {
        this.decisions = decisions;
    }

    /** A rule book that answers by these tables, to see what would come out. */
    public static RuleBook by(Decisions decisions) {
        return new RuleBook(decisions);
    }

    /**
     * Asks a table what holds on that day, which the table reads as its input {@code on}.
     *
     * @param facts the table's other inputs by name: texts, whole numbers, dates, yes or no
     * @throws IllegalStateException if there is no such table, or it answers with something that is no whole number
     */
    public Ruling decide(String decisionKey, LocalDate on, Map<String, Object> facts) {
        Map<String, Object> inputs = new HashMap<>(facts);
        inputs.put("on", on);
        inputs.replaceAll((name, value) -> value instanceof LocalDate day ? dateOf(day) : value);
        Decisions.Outcome outcome = decisions.evaluate(decisionKey, inputs);
        List<Map<String, Object>> rows = outcome.rows().stream().map(row -> {
            Map<String, Object> exact = new LinkedHashMap<>();
            row.forEach((name, value) -> exact.put(name, exact(decisionKey, name, value)));
            return exact;
        }).toList();
        return new Ruling(decisionKey, outcome.version(), on, rows);
    }

    /** The engine reads a date in the zone of the machine; that is what it is given. */
    private static Date dateOf(LocalDate day) {
        return Date.from(day.atStartOfDay(ZoneId.systemDefault()).toInstant());
    }

    private static Object exact(String decision, String output, Object value) {
        if (value instanceof Integer || value instanceof Short) {
            return ((Number) value).longValue();
        }
        if (value == null || value instanceof Long || value instanceof String || value instanceof Boolean) {
            return value;
        }
        throw new IllegalStateException("%s answers %s = %s, which is no whole number, text or yes or no"
                .formatted(decision, output, value));
    }
}
