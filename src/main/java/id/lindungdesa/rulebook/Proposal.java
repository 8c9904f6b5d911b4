package id.lindungdesa.rulebook;

import id.lindungdesa.refusal.Finding;
import id.lindungdesa.refusal.Refusal;
import id.lindungdesa.regulation.RuleBook;
import id.lindungdesa.rulebook.RuleTable.Row;
import id.lindungdesa.workflow.DecisionTables;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** Reads an uploaded table and says all that is wrong with it; what is right comes out as the text to be put in force. */
@Component
class Proposal {

    private static final int LONGEST_REASON = 1_000;
    private static final int MOST_ASKED = 400;

    private final DecisionTables tables;
    private final RuleBook ruleBook;
    private final List<JudgedCases> judges;

    Proposal(DecisionTables tables, RuleBook ruleBook, List<JudgedCases> judges) {
        this.tables = tables;
        this.ruleBook = ruleBook;
        this.judges = judges;
    }

    /** A table that may be proposed. */
    record Sound(String decision, LocalDate inForceOn, String reason, DecisionTables.Table base, String dmn, String released) {}

    /** @throws Refusal RULE_TABLE_INVALID with everything that is wrong, RULE_UNKNOWN */
    Sound sound(String decision, LocalDate from, String reason, String xml) {
        if (!tables.names().contains(decision)) {
            throw unknown();
        }
        if (from == null) {
            throw DmnFile.refused(List.of(Finding.at("/inForceOn", "inForceOn", "REQUIRED", "Isi tanggal mulai berlaku (TTTT-BB-HH).")));
        }
        String why = reason == null ? "" : reason.strip();
        if (why.length() < 5 || why.length() > LONGEST_REASON) {
            throw DmnFile.refused(List.of(Finding.at("/reason", "reason", "REQUIRED",
                    "Tuliskan peraturan yang menjadi alasan perubahan (5 sampai %d huruf).".formatted(LONGEST_REASON))));
        }
        DecisionTables.Table base = tables.inForce(decision);
        DmnFile present = DmnFile.read(base.dmn());
        DmnFile uploaded = DmnFile.read(xml);
        List<Finding> findings = compared(decision, present, uploaded, from);
        if (findings.isEmpty() && same(present, uploaded)) {
            findings = List.of(Finding.general("NOTHING_CHANGED", "Tabel ini sama dengan tabel yang berlaku (%s).".formatted(base.version())));
        }
        if (!findings.isEmpty()) {
            throw DmnFile.refused(findings);
        }
        String text = present.with(uploaded.byDecision());
        requireUnderstood(decision, text);
        requireWorkedCases(decision, text, from);
        return new Sound(decision, from, why, base, text, tables.released(decision));
    }

    static Refusal unknown() {
        return Refusal.notFound("RULE_UNKNOWN", "Tabel aturan itu tidak ada.");
    }

    private List<Finding> compared(String decision, DmnFile present, DmnFile uploaded, LocalDate from) {
        Set<String> wanted = new TreeSet<>(present.byDecision().keySet());
        if (!wanted.equals(new TreeSet<>(uploaded.byDecision().keySet()))) {
            return List.of(Finding.general("OTHER_DECISION", "Berkas itu memuat keputusan %s, padahal yang diubah adalah %s."
                    .formatted(String.join(", ", uploaded.byDecision().keySet()), String.join(", ", present.byDecision().keySet()))));
        }
        Map<String, Set<String>> known = knownTexts();
        List<Finding> findings = new ArrayList<>();
        present.byDecision().forEach((id, table) -> findings.addAll(TableCheck.following(table, uploaded.byDecision().get(id), from, known)));
        return findings;
    }

    private static boolean same(DmnFile one, DmnFile other) {
        return one.byDecision().keySet().stream().allMatch(id -> rows(one, id).equals(rows(other, id)));
    }

    private static List<List<?>> rows(DmnFile file, String id) {
        return file.byDecision().get(id).rows().stream().<List<?>>map(row -> List.of(row.inputs(), row.outputs())).toList();
    }

    /** Which texts the program gives and understands, by column, as far as the tables in force tell. */
    private Map<String, Set<String>> knownTexts() {
        Map<String, Set<String>> known = new HashMap<>();
        tables.names().stream().flatMap(name -> DmnFile.read(tables.inForce(name).dmn()).byDecision().values().stream()).forEach(table -> {
            for (Row row : table.rows()) {
                IntStream.range(0, table.inputs().size()).forEach(i -> {
                    if (row.inputs().get(i) instanceof Condition.Texts texts) {
                        known.computeIfAbsent(table.inputs().get(i).name(), none -> new TreeSet<>()).addAll(texts.values());
                    }
                });
                IntStream.range(0, table.outputs().size()).forEach(i -> {
                    if (row.outputs().get(i) instanceof String text) {
                        known.computeIfAbsent(table.outputs().get(i).name(), none -> new TreeSet<>()).add(text);
                    }
                });
            }
        });
        return known;
    }

    /** The engine must read the text as we did, or what was checked would not be what decides. */
    private void requireUnderstood(String decision, String text) {
        DmnFile written = DmnFile.read(text);
        RuleTable table = written.byDecision().get(decision);
        if (written.byDecision().size() > 1) {
            return;     // a table that names another's answer cannot be asked by itself; the worked cases ask it
        }
        RuleBook tried = RuleBook.by(tables.trying(decision, text));
        Questions questions = Questions.of(table);
        List<List<Object>> asked = questions.days().stream().flatMap(day -> questions.withoutDay().stream()
                .map(question -> questions.on(question, day))).toList();
        int step = Math.max(1, asked.size() / MOST_ASKED);
        for (int i = 0; i < asked.size(); i += step) {
            List<Object> question = asked.get(i);
            List<List<Object>> answers = tried.decide(decision, day(table, question), facts(table, question)).rows().stream()
                    .map(row -> table.outputs().stream().map(column -> row.get(column.name())).toList()).toList();
            if (!answers.equals(table.answer(question))) {
                throw new IllegalStateException("%s: the engine answers %s with %s, we with %s".formatted(decision, question, answers,
                        table.answer(question)));
            }
        }
    }

    static LocalDate day(RuleTable table, List<Object> question) {
        return LocalDate.ofEpochDay((Long) question.get(table.day()));
    }

    static Map<String, Object> facts(RuleTable table, List<Object> question) {
        Map<String, Object> facts = new LinkedHashMap<>();
        IntStream.range(0, question.size()).filter(i -> i != table.day()).forEach(i -> facts.put(table.inputs().get(i).name(), question.get(i)));
        return facts;
    }

    private void requireWorkedCases(String decision, String text, LocalDate from) {
        List<Finding> broken = workedCases(decision, text).stream().filter(one -> one.on().isBefore(from))
                .map(one -> Finding.general("WORKED_CASE_BROKEN", "Contoh hitungan %s (%s) tidak lagi sesuai: %s.".formatted(one.code(),
                        one.title(), one.brokenThen()))).toList();
        if (!broken.isEmpty()) {
            throw DmnFile.refused(broken);
        }
    }

    /** The worked cases that this text, and not already the table in force, breaks. */
    List<JudgedCases.Worked> workedCases(String decision, String text) {
        RuleBook then = RuleBook.by(tables.trying(decision, text));
        return judges.stream().flatMap(judge -> judge.workedCases(ruleBook, then).stream())
                .filter(one -> !one.brokenThen().isEmpty() && !one.brokenThen().equals(one.brokenNow())).toList();
    }
}
