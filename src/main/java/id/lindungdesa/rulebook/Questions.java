package id.lindungdesa.rulebook;

import id.lindungdesa.rulebook.Condition.Span;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * All questions that tables can tell apart: for each column every text that a row names and one that none does, every border
 * and the number below it. Two tables that answer these alike answer everything alike.
 */
final class Questions {

    /** A text that no table knows. */
    static final String OTHER = "\u2026";

    private final List<RuleTable> tables;

    private Questions(List<RuleTable> tables) {
        this.tables = tables;
    }

    static Questions of(RuleTable... tables) {
        return new Questions(List.of(tables));
    }

    /** The days on which something begins or ends, and those before them, in order. */
    List<Long> days() {
        return new ArrayList<>(numbers(tables.get(0).day()));
    }

    /** Everything but the day, which is left open at its place. */
    List<List<Object>> withoutDay() {
        List<List<Object>> questions = new ArrayList<>();
        questions.add(new ArrayList<>());
        for (int column = 0; column < tables.get(0).inputs().size(); column++) {
            List<Object> values = column == tables.get(0).day() ? new ArrayList<>(List.of(0L)) : values(column);
            List<List<Object>> longer = new ArrayList<>();
            for (List<Object> question : questions) {
                for (Object value : values) {
                    List<Object> one = new ArrayList<>(question);
                    one.add(value);
                    longer.add(one);
                }
            }
            questions = longer;
        }
        return questions;
    }

    List<Object> on(List<Object> question, long day) {
        List<Object> asked = new ArrayList<>(question);
        asked.set(tables.get(0).day(), day);
        return asked;
    }

    private List<Object> values(int column) {
        return switch (tables.get(0).inputs().get(column).type()) {
            case "boolean" -> List.of(true, false);
            case "string" -> {
                Set<Object> texts = new LinkedHashSet<>();
                conditions(column).forEach(condition -> {
                    if (condition instanceof Condition.Texts some) {
                        texts.addAll(some.values());
                    }
                });
                texts.add(OTHER);
                yield new ArrayList<>(texts);
            }
            default -> new ArrayList<>(numbers(column));
        };
    }

    private Set<Long> numbers(int column) {
        Set<Long> numbers = new TreeSet<>();
        conditions(column).forEach(condition -> {
            if (condition instanceof Span span) {
                for (long border : new long[] {span.from(), span.until()}) {
                    if (border != Span.OPEN_BELOW && border != Span.OPEN_ABOVE) {
                        numbers.add(border - 1);
                        numbers.add(border);
                    }
                }
            }
        });
        if (numbers.isEmpty()) {
            numbers.add(0L);
        }
        return numbers;
    }

    private List<Condition> conditions(int column) {
        return tables.stream().flatMap(table -> table.rows().stream()).map(row -> row.inputs().get(column)).toList();
    }
}
