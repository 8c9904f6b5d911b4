package id.lindungdesa.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** A later rule never changes an earlier event: of all edits of all tables, none that is let in touches a day before its own. */
class EarlierEventsTest {

    private static final List<RuleTable> TABLES = TablesAsTheyLie.names().stream()
            .flatMap(name -> TablesAsTheyLie.tables(name).values().stream()).toList();
    private static int letIn;
    private static int refused;

    @Property(tries = 400)
    void whateverIsLetInLeavesEarlierDaysAlone(@ForAll Random random, @ForAll @IntRange(min = 0, max = 5_000) int afterToday) {
        RuleTable before = TABLES.get(random.nextInt(TABLES.size()));
        long day = LocalDate.of(2019, 12, 2).toEpochDay() + afterToday;
        RuleTable after = edited(before, day, random);
        if (!TableCheck.following(before, after, LocalDate.ofEpochDay(day), known(before)).isEmpty()) {
            refused++;
            return;
        }
        letIn++;
        Questions questions = Questions.of(before, after);
        List<List<Object>> open = questions.withoutDay();
        for (int i = 0; i < 200; i++) {
            List<Object> question = questions.on(open.get(random.nextInt(open.size())), day - 1 - random.nextInt(4_000));
            assertThat(after.answer(question)).as("%s %s", before.id(), question).containsExactlyInAnyOrderElementsOf(before.answer(question));
        }
    }

    @Example
    void bothKindsOfEditWereTried() {
        for (int i = 0; i < 60; i++) {
            whateverIsLetInLeavesEarlierDaysAlone(new Random(i), i * 80);
        }
        assertThat(letIn).isGreaterThan(10);
        assertThat(refused).isGreaterThan(10);
    }

    /** A change from the day on, sometimes as it should be, sometimes with a row that begins too early or is gone. */
    private static RuleTable edited(RuleTable table, long day, Random random) {
        RuleTable split = NextRule.split(table, day, outputs -> outputs.stream().map(one -> one instanceof Long number ? number + 1 : one).toList());
        List<RuleTable.Row> rows = new ArrayList<>(split.rows());
        int at = random.nextInt(rows.size());
        RuleTable.Row row = rows.get(at);
        switch (random.nextInt(6)) {
            case 0 -> rows.remove(at);
            case 1 -> rows.set(at, NextRule.at(split, row, moved(split.span(row), random.nextInt(60) - 30), row.outputs()));
            case 2 -> rows.set(at, new RuleTable.Row(row.number(), row.inputs(), row.outputs().stream()
                    .map(one -> one instanceof Long number ? number + 7 : one).toList(), row.note()));
            default -> { }
        }
        return new RuleTable(table.id(), table.label(), table.unique(), table.inputs(), table.outputs(), rows);
    }

    private static Condition.Span moved(Condition.Span span, int days) {
        long until = span.until() == Condition.Span.OPEN_ABOVE ? span.until() : Math.max(span.until() + days, span.from() + days + 1);
        return new Condition.Span(span.from() + days, until);
    }

    private static Map<String, Set<String>> known(RuleTable table) {
        Map<String, Set<String>> known = new HashMap<>();
        table.rows().forEach(row -> {
            for (int i = 0; i < table.inputs().size(); i++) {
                if (row.inputs().get(i) instanceof Condition.Texts texts) {
                    known.computeIfAbsent(table.inputs().get(i).name(), none -> new TreeSet<>()).addAll(texts.values());
                }
            }
            for (int i = 0; i < table.outputs().size(); i++) {
                if (row.outputs().get(i) instanceof String text) {
                    known.computeIfAbsent(table.outputs().get(i).name(), none -> new TreeSet<>()).add(text);
                }
            }
        });
        return known;
    }
}
