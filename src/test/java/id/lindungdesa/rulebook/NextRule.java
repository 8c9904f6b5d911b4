package id.lindungdesa.rulebook;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** A version that could follow a table, made as officials make it: old rows closed on a day, new ones from it. */
public record NextRule(LocalDate inForceOn, String dmn) {

    private static final LocalDate FAR = LocalDate.of(2199, 1, 1);

    /** The same rows on another article, from a day that nobody lives to see. */
    public static NextRule after(String dmn) {
        long last = DmnFile.read(dmn).byDecision().values().stream().flatMap(table -> table.rows().stream().map(row -> table.span(row).from()))
                .mapToLong(day -> day).max().orElseThrow();
        LocalDate from = LocalDate.ofEpochDay(Math.max(last + 1, FAR.toEpochDay()));
        return new NextRule(from, from(dmn, from, "PP ", "Uji: PP "));
    }

    /** From a day on, whatever text or number of the rows' outputs is the first is the second; articles are texts that contain it. */
    public static String from(String dmn, LocalDate day, Object what, Object with) {
        DmnFile file = DmnFile.read(dmn);
        Map<String, RuleTable> changed = new LinkedHashMap<>();
        file.byDecision().forEach((id, table) -> changed.put(id, split(table, day.toEpochDay(), outputs -> outputs.stream()
                .map(one -> one.equals(what) ? with : one instanceof String text && what instanceof String part ? text.replace(part, (String) with) : one)
                .toList())));
        return file.with(changed);
    }

    static RuleTable split(RuleTable table, long day, UnaryOperator<List<Object>> change) {
        List<RuleTable.Row> rows = new ArrayList<>();
        List<RuleTable.Row> later = new ArrayList<>();
        for (RuleTable.Row row : table.rows()) {
            Condition.Span span = table.span(row);
            boolean goesOn = span.until() == Condition.Span.OPEN_ABOVE || span.until() > day;
            List<Object> outputs = goesOn ? change.apply(row.outputs()) : row.outputs();
            if (outputs.equals(row.outputs())) {
                rows.add(row);
                continue;
            }
            if (span.from() < day) {
                rows.add(at(table, row, new Condition.Span(span.from(), day), row.outputs()));
            }
            later.add(at(table, row, new Condition.Span(Math.max(span.from(), day), span.until()), outputs));
        }
        rows.addAll(later);
        List<RuleTable.Row> numbered = new ArrayList<>();
        rows.forEach(row -> numbered.add(new RuleTable.Row(numbered.size() + 1, row.inputs(), row.outputs(), row.note())));
        return new RuleTable(table.id(), table.label(), table.unique(), table.inputs(), table.outputs(), numbered);
    }

    static RuleTable.Row at(RuleTable table, RuleTable.Row row, Condition.Span span, List<Object> outputs) {
        List<Condition> inputs = new ArrayList<>(row.inputs());
        inputs.set(table.day(), span);
        return new RuleTable.Row(row.number(), inputs, outputs, row.note());
    }
}
