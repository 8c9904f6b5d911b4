package id.lindungdesa.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import id.lindungdesa.regulation.RuleBook;
import id.lindungdesa.regulation.RulesAsTheyLie;
import id.lindungdesa.rulebook.Condition.Span;
import id.lindungdesa.rulebook.RuleTable.Row;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every table, row by row and border by border, drawn from the tables themselves: a new table or row is tried without a new
 * test. The questions are put to the engine's own evaluation and to our reading of the cells; both must agree.
 */
class EveryTableTest {

    private final RuleBook rules = new RulesAsTheyLie().ruleBook();

    @TestFactory
    Stream<DynamicTest> canBeReadAndHasNoGapNoOverlapAndALegalBasisInEveryRow() {
        return all((name, table) -> assertThat(TableCheck.alone(table)).isEmpty());
    }

    @TestFactory
    Stream<DynamicTest> writtenAnewItSaysTheSame() {
        return TablesAsTheyLie.names().stream().map(name -> dynamicTest(name, () -> {
            DmnFile file = DmnFile.read(TablesAsTheyLie.dmn(name));
            assertThat(DmnFile.read(file.with(file.byDecision())).byDecision()).isEqualTo(file.byDecision());
        }));
    }

    /** Each row alone is what some question is answered by, on the first and on the last day of the row. */
    @TestFactory
    Stream<DynamicTest> everyRowAnswersOnItsFirstAndItsLastDay() {
        return asked((name, table) -> {
            for (Row row : table.rows()) {
                Span span = table.span(row);
                long last = span.until() == Span.OPEN_ABOVE ? span.from() + 36_500 : span.until() - 1;
                for (long day : new long[] {span.from(), last}) {
                    List<Object> question = meeting(table, row, day);
                    assertThat(answers(table, question)).as("row %d on %s", row.number(), Cells.day(day)).contains(row.outputs());
                }
            }
        });
    }

    /** One off any border, in days or numbers, the row does not answer any more. */
    @TestFactory
    Stream<DynamicTest> everyBorderIsTriedOnBothSides() {
        return asked((name, table) -> {
            int borders = 0;
            for (Row row : table.rows()) {
                List<Object> inside = meeting(table, row, table.span(row).from());
                for (int column = 0; column < table.inputs().size(); column++) {
                    if (!(row.inputs().get(column) instanceof Span span)) {
                        continue;
                    }
                    for (long[] sides : sides(span)) {
                        borders++;
                        List<Object> in = with(inside, column, sides[0]);
                        List<Object> out = with(inside, column, sides[1]);
                        assertThat(row.meets(in)).isTrue();
                        assertThat(row.meets(out)).isFalse();
                        assertThat(answers(table, in)).as("row %d at %s", row.number(), in).isEqualTo(table.answer(in)).contains(row.outputs());
                        assertThat(answers(table, out)).as("row %d beside %s", row.number(), out).isEqualTo(table.answer(out));
                    }
                }
            }
            assertThat(borders).as("every table has at least the day on which it begins").isPositive();
        });
    }

    /** All that the table can tell apart, asked of the engine and of our reading: they never differ. */
    @TestFactory
    Stream<DynamicTest> theEngineAnswersEveryQuestionAsWeRead() {
        return asked((name, table) -> {
            Questions questions = Questions.of(table);
            Set<Integer> hit = new TreeSet<>();
            for (long day : questions.days()) {
                for (List<Object> open : questions.withoutDay()) {
                    List<Object> question = questions.on(open, day);
                    assertThat(answers(table, question)).as("%s", question).isEqualTo(table.answer(question));
                    table.rows().stream().filter(row -> row.meets(question)).forEach(row -> hit.add(row.number()));
                }
            }
            assertThat(hit).as("rows hit").hasSize(table.rows().size());
        });
    }

    /** The rates name the answer of the bands: both are asked through the rates, at every border of both. */
    @Test
    void everyPremiumIsThatOfItsRowAndBand() {
        RuleTable rates = TablesAsTheyLie.table("premium-rate");
        RuleTable bands = TablesAsTheyLie.tables("premium-rate").get("premium-band");
        Questions questions = Questions.of(rates);
        List<Object> incomes = Questions.of(bands).withoutDay().stream().map(question -> question.get(1)).toList();
        Set<Integer> hit = new TreeSet<>();
        for (long day : questions.days()) {
            for (List<Object> open : questions.withoutDay()) {
                List<Object> question = questions.on(open, day);
                List<List<Object>> expected = rates.answer(question);
                for (Object income : expected.isEmpty() ? incomes.subList(0, 1) : incomes) {
                    Map<String, Object> facts = new HashMap<>(Proposal.facts(rates, question));
                    facts.put("income", income);
                    List<Object> band = bands.answer(List.of(day, income)).stream().map(row -> row.get(0)).toList();
                    assertThat(rules.decide("premium-rate", Proposal.day(rates, question), facts).rows().stream()
                            .map(row -> List.of(row.get("jkk"), row.get("jkm"), row.get("discountPercent"))).toList()).as("%s %s", question, income)
                            .isEqualTo(expected.stream().map(row -> List.of(band.get(0), row.get(1), row.get(2))).toList());
                    bands.rows().stream().filter(row -> row.meets(List.of(day, income))).forEach(row -> hit.add(row.number()));
                }
            }
        }
        assertThat(hit).as("bands hit").hasSize(bands.rows().size());
    }

    @Test
    void theFormOffersEveryTable() throws IOException {
        assertThat(Pattern.compile("<option value=\"([a-z-]+)\"").matcher(Files.readString(Path.of("forms/start-rule-change.html"))).results()
                .map(option -> option.group(1)).toList()).containsExactlyElementsOf(TablesAsTheyLie.names());
    }

    @Test
    void theRowsOfAllTablesAreCounted() {
        long rows = TablesAsTheyLie.names().stream().flatMap(name -> TablesAsTheyLie.tables(name).values().stream())
                .mapToLong(table -> table.rows().size()).sum();
        assertThat(rows).isGreaterThan(150);
    }

    private interface Check {
        void on(String name, RuleTable table);
    }

    private static Stream<DynamicTest> all(Check check) {
        return TablesAsTheyLie.names().stream().flatMap(name -> TablesAsTheyLie.tables(name).values().stream()
                .map(table -> dynamicTest(table.id(), () -> check.on(name, table))));
    }

    /** Those that can be asked by themselves: what names another table's answer is asked with it in {@code PremiumRatesTest}. */
    private Stream<DynamicTest> asked(Check check) {
        return TablesAsTheyLie.names().stream().filter(name -> TablesAsTheyLie.tables(name).size() == 1)
                .map(name -> dynamicTest(name, () -> check.on(name, TablesAsTheyLie.table(name))));
    }

    private List<List<Object>> answers(RuleTable table, List<Object> question) {
        return rules.decide(table.id(), Proposal.day(table, question), Proposal.facts(table, question)).rows().stream()
                .map(row -> table.outputs().stream().map(column -> row.get(column.name())).toList()).toList();
    }

    private static List<Object> meeting(RuleTable table, Row row, long day) {
        List<Object> question = new ArrayList<>();
        IntStream.range(0, table.inputs().size()).forEach(i -> {
            Condition condition = row.inputs().get(i);
            question.add(i == table.day() ? (Object) day : condition instanceof Condition.Texts texts ? texts.values().iterator().next()
                    : condition instanceof Condition.Flag flag ? flag.value()
                    : condition instanceof Span span ? span.from() == Span.OPEN_BELOW ? span.until() - 1 : span.from()
                    : switch (table.inputs().get(i).type()) {
                        case "string" -> Questions.OTHER;
                        case "boolean" -> false;
                        default -> 0L;
                    });
        });
        return question;
    }

    private static List<long[]> sides(Span span) {
        List<long[]> sides = new ArrayList<>();
        if (span.from() != Span.OPEN_BELOW) {
            sides.add(new long[] {span.from(), span.from() - 1});
        }
        if (span.until() != Span.OPEN_ABOVE) {
            sides.add(new long[] {span.until() - 1, span.until()});
        }
        return sides;
    }

    private static List<Object> with(List<Object> question, int column, Object value) {
        List<Object> other = new ArrayList<>(question);
        other.set(column, value);
        return other;
    }
}
