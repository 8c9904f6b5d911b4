package id.lindungdesa.rulebook;

import id.lindungdesa.refusal.Finding;
import id.lindungdesa.rulebook.Condition.Span;
import id.lindungdesa.rulebook.RuleTable.Column;
import id.lindungdesa.rulebook.RuleTable.Row;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Whether a table can follow the one in force: every row rests on an article, no day is left without a rule or has two, no
 * code is new to the program, and what happened before the day on which it comes into force is judged as before.
 */
final class TableCheck {

    private static final int MOST_FINDINGS = 50;

    private final List<Finding> findings = new ArrayList<>();

    private TableCheck() {}

    /** What is wrong with a table by itself, whatever was in force before. */
    static List<Finding> alone(RuleTable table) {
        TableCheck check = new TableCheck();
        check.rows(table);
        if (check.findings.isEmpty()) {
            check.overlaps(table);
            check.gaps(table);
        }
        return check.findings;
    }

    /** @param known the texts that the tables in force use, by column name: only these mean something to the program */
    static List<Finding> following(RuleTable before, RuleTable after, LocalDate from, Map<String, Set<String>> known) {
        TableCheck check = new TableCheck();
        if (!before.sameShape(after)) {
            check.found(null, after.id(), "SHAPE_CHANGED", ("Kolom, jenis kolom atau kebijakan pilihan tabel %s berbeda dari tabel "
                    + "yang berlaku; hanya baris yang dapat diubah.").formatted(after.id()));
            return check.findings;
        }
        check.findings.addAll(alone(after));
        check.codes(after, known);
        if (check.findings.isEmpty()) {
            check.unchanged(before, after, from);
        }
        return check.findings;
    }

    private void found(Integer row, String field, String code, String message) {
        if (findings.size() < MOST_FINDINGS) {
            findings.add(new Finding(row, null, field, code, message));
        }
    }

    private void rows(RuleTable table) {
        if (table.rows().isEmpty()) {
            found(null, table.id(), "NO_ROWS", "Tabel %s tidak berisi satu baris pun.".formatted(table.id()));
        }
        for (Row row : table.rows()) {
            if (row.outputs().get(table.basis()).toString().isBlank()) {
                found(row.number(), RuleTable.BASIS, "NO_LEGAL_BASIS", "Baris %d tidak menyebut dasar hukum.".formatted(row.number()));
            }
            if (table.span(row).from() == Span.OPEN_BELOW) {
                found(row.number(), RuleTable.DAY, "NO_FIRST_DAY", "Baris %d tidak menyebut sejak tanggal berapa berlaku.".formatted(row.number()));
            }
        }
    }

    /** Two rows that answer the same question; where several rows may answer, two that give the same thing twice. */
    private void overlaps(RuleTable table) {
        for (int i = 0; i < table.rows().size(); i++) {
            for (Row other : table.rows().subList(i + 1, table.rows().size())) {
                Row row = table.rows().get(i);
                boolean meet = (table.unique() || row.outputs().get(0).equals(other.outputs().get(0)))
                        && IntStream.range(0, table.inputs().size())
                        .allMatch(column -> row.inputs().get(column).overlaps(other.inputs().get(column)));
                if (meet) {
                    found(other.number(), RuleTable.DAY, "RULE_OVERLAP", "Baris %d dan baris %d berlaku bersamaan %s%s.".formatted(
                            row.number(), other.number(), span(table.span(row).with(table.span(other))), about(table, row)));
                }
            }
        }
    }

    private static String about(RuleTable table, Row row) {
        String about = table.about(row.inputs());
        return about.isEmpty() ? "" : " (%s)".formatted(about);
    }

    private static String span(Span span) {
        return span.until() == Span.OPEN_ABOVE ? "sejak " + Cells.day(span.from())
                : "dari %s sampai dengan %s".formatted(Cells.day(span.from()), Cells.day(span.until() - 1));
    }

    /**
     * A question that had an answer has one for ever; where several rows may answer, an answer may end, but not leave a hole.
     */
    private void gaps(RuleTable table) {
        Function<Row, Object> group = row -> table.unique() ? "" : row.outputs().get(0);
        Questions all = Questions.of(table);
        List<Long> borders = table.rows().stream().flatMap(row -> Stream.of(table.span(row).from(), table.span(row).until()))
                .filter(day -> day != Span.OPEN_ABOVE).distinct().sorted().toList();
        Map<String, List<String>> where = new LinkedHashMap<>();
        boolean everEmpty = borders.stream().anyMatch(day -> table.rows().stream().noneMatch(row -> table.span(row).meets(day)));
        for (Object one : table.rows().stream().map(group).collect(Collectors.toCollection(LinkedHashSet::new))) {
            List<Row> rows = table.rows().stream().filter(row -> group.apply(row).equals(one)).toList();
            for (List<Object> question : all.withoutDay()) {
                List<Boolean> answered = borders.stream().map(day -> rows.stream().anyMatch(row -> row.meets(all.on(question, day)))).toList();
                for (int i = answered.indexOf(true) + 1; i > 0 && i < borders.size(); i++) {
                    boolean again = answered.subList(i, answered.size()).contains(true);
                    if (!answered.get(i) && (again || table.unique() || everEmpty)) {
                        int from = i;
                        while (i + 1 < borders.size() && !answered.get(i + 1)) {
                            i++;
                        }
                        Span hole = new Span(borders.get(from), i + 1 < borders.size() ? borders.get(i + 1) : Span.OPEN_ABOVE);
                        where.computeIfAbsent(span(hole), none -> new ArrayList<>()).add(asked(table, question, one));
                    }
                }
            }
        }
        where.forEach((span, questions) -> found(null, RuleTable.DAY, "RULE_GAP", "Tidak ada aturan %s untuk %s%s.".formatted(span,
                questions.stream().distinct().limit(3).collect(Collectors.joining("; ")), questions.stream().distinct().count() > 3 ? " dan lainnya" : "")));
    }

    private static String asked(RuleTable table, List<Object> question, Object group) {
        List<String> said = new ArrayList<>();
        for (int i = 0; i < question.size(); i++) {
            if (i != table.day() && table.inputs().size() > 1) {
                Column column = table.inputs().get(i);
                said.add(column.label() + " " + (Questions.OTHER.equals(question.get(i)) ? "lainnya" : RuleWords.of(column, question.get(i))));
            }
        }
        if (!"".equals(group)) {
            said.add(0, Cells.words(group));
        }
        return said.isEmpty() ? "semua peristiwa" : String.join(", ", said);
    }

    private void codes(RuleTable table, Map<String, Set<String>> known) {
        for (Row row : table.rows()) {
            for (int i = 0; i < table.inputs().size(); i++) {
                if (row.inputs().get(i) instanceof Condition.Texts texts) {
                    Column column = table.inputs().get(i);
                    texts.values().forEach(text -> unknown(row, column, text, known));
                }
            }
            for (int i = 0; i < table.outputs().size(); i++) {
                Column column = table.outputs().get(i);
                if (row.outputs().get(i) instanceof String text && !column.name().equals(RuleTable.BASIS) && !column.name().equals("label")) {
                    unknown(row, column, text, known);
                }
            }
        }
    }

    private void unknown(Row row, Column column, String text, Map<String, Set<String>> known) {
        if (!known.getOrDefault(column.name(), Set.of()).contains(text)) {
            found(row.number(), column.name(), "CODE_UNKNOWN", ("Baris %d, kolom \"%s\": kode \"%s\" tidak dikenal aplikasi ini. "
                    + "Kode baru memerlukan rilis aplikasi.").formatted(row.number(), column.label(), text));
        }
    }

    /** Every question about a day before that one has the answer it had. */
    private void unchanged(RuleTable before, RuleTable after, LocalDate from) {
        Questions all = Questions.of(before, after);
        Set<Long> days = new LinkedHashSet<>(all.days());
        days.add(from.toEpochDay() - 1);
        Map<String, Integer> told = new LinkedHashMap<>();
        for (long day : days.stream().filter(day -> day < from.toEpochDay()).sorted().toList()) {
            for (List<Object> question : all.withoutDay()) {
                List<Object> asked = all.on(question, day);
                if (!same(before.answer(asked), after.answer(asked))) {
                    Row row = after.rows().stream().filter(one -> one.meets(asked)).findFirst().orElse(null);
                    String what = row == null ? asked(before, question, "") : "baris %d".formatted(row.number())
                            + about(after, row);
                    told.putIfAbsent("Jawaban untuk peristiwa tanggal %s berubah (%s), padahal aturan baru berlaku mulai %s. Tutup baris lama pada tanggal itu dan tambahkan baris baru."
                            .formatted(Cells.day(day), what, Cells.day(from.toEpochDay())), row == null ? 0 : row.number());
                }
            }
        }
        told.forEach((message, row) -> found(row == 0 ? null : row, RuleTable.DAY, "EARLIER_RULE_CHANGED", message));
    }

    private static boolean same(List<List<Object>> before, List<List<Object>> after) {
        return counted(before).equals(counted(after));
    }

    private static Map<List<Object>, Long> counted(List<List<Object>> answers) {
        return answers.stream().collect(Collectors.groupingBy(Function.identity(), HashMap::new, Collectors.counting()));
    }
}
