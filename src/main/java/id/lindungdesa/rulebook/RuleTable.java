package id.lindungdesa.rulebook;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A decision table as cells that were understood; rows are numbered from 1 as modellers show them. */
record RuleTable(String id, String label, boolean unique, List<Column> inputs, List<Column> outputs, List<Row> rows) {

    static final String DAY = "on";
    static final String BASIS = "legalBasis";

    record Column(String name, String label, String type) {}

    record Row(int number, List<Condition> inputs, List<Object> outputs, String note) {

        boolean meets(List<Object> question) {
            return IntStream.range(0, inputs.size()).allMatch(i -> inputs.get(i).meets(question.get(i)));
        }

        /** The same but for its place. */
        boolean says(Row other) {
            return inputs.equals(other.inputs) && outputs.equals(other.outputs);
        }
    }

    int day() {
        return index(inputs, DAY);
    }

    int basis() {
        return index(outputs, BASIS);
    }

    private static int index(List<Column> columns, String name) {
        return IntStream.range(0, columns.size()).filter(i -> columns.get(i).name().equals(name)).findFirst()
                .orElseThrow(() -> new IllegalStateException("no column " + name));
    }

    Condition.Span span(Row row) {
        return row.inputs().get(day()) instanceof Condition.Span span ? span
                : new Condition.Span(Condition.Span.OPEN_BELOW, Condition.Span.OPEN_ABOVE);
    }

    /** The outputs of the rows that answer, in their order. */
    List<List<Object>> answer(List<Object> question) {
        return rows.stream().filter(row -> row.meets(question)).map(Row::outputs).toList();
    }

    /** What a row is about beside its days: {@code Program JKM, Bulan kepesertaan penuh 3 atau lebih}. */
    String about(List<Condition> conditions) {
        return IntStream.range(0, inputs.size()).filter(i -> i != day() && !(conditions.get(i) instanceof Condition.Any))
                .mapToObj(i -> inputs.get(i).label() + " " + RuleWords.of(inputs.get(i), conditions.get(i)))
                .collect(Collectors.joining(", "));
    }

    /** A row in words, one cell a column. */
    List<String> words(Row row) {
        return Stream.concat(
                IntStream.range(0, inputs.size()).mapToObj(i -> RuleWords.of(inputs.get(i), row.inputs().get(i))),
                IntStream.range(0, outputs.size()).mapToObj(i -> RuleWords.of(outputs.get(i), row.outputs().get(i)))).toList();
    }

    boolean sameShape(RuleTable other) {
        return id.equals(other.id) && unique == other.unique && shape(inputs).equals(shape(other.inputs))
                && shape(outputs).equals(shape(other.outputs));
    }

    private static List<String> shape(List<Column> columns) {
        return columns.stream().map(column -> column.name() + " " + column.type()).toList();
    }
}
