package id.lindungdesa.rulebook;

import id.lindungdesa.rulebook.RuleTable.Column;
import id.lindungdesa.rulebook.RuleTable.Row;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The rows of one table that are not in the other, in words. A row whose days change goes and comes. */
record RowDifference(String decision, String label, List<String> columns, List<List<String>> removed, List<List<String>> added) {

    static List<RowDifference> between(String base, String dmn) {
        Map<String, RuleTable> before = DmnFile.read(base).byDecision();
        return DmnFile.read(dmn).byDecision().values().stream().map(after -> between(before.get(after.id()), after))
                .filter(one -> !one.removed.isEmpty() || !one.added.isEmpty()).toList();
    }

    private static RowDifference between(RuleTable before, RuleTable after) {
        return new RowDifference(after.id(), after.label(),
                Stream.concat(after.inputs().stream(), after.outputs().stream()).map(Column::label).toList(),
                missing(before, after), missing(after, before));
    }

    private static List<List<String>> missing(RuleTable from, RuleTable in) {
        List<Row> others = in.rows();
        return from.rows().stream().filter(row -> others.stream().noneMatch(row::says)).map(from::words).toList();
    }
}
