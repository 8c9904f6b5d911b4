package id.lindungdesa.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.lindungdesa.refusal.Finding;
import id.lindungdesa.refusal.Refusal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an uploaded table may not be, each said with its row and its days. */
class TableCheckTest {

    private static final LocalDate FROM = LocalDate.of(2027, 1, 1);
    private static final String DEATH = TablesAsTheyLie.dmn("death-benefit");
    private static final String LIMIT = TablesAsTheyLie.dmn("claim-deadline");

    @Test
    void aHigherAmountFromADayOnIsSound() {
        assertThat(findings(DEATH, TablesAsTheyLie.changedFrom(DEATH, "2027-01-01", "20000000", "25000000"))).isEmpty();
    }

    @Test
    void aGapIsRefusedWithItsDays() {
        String late = TablesAsTheyLie.changedFrom(LIMIT, "2027-01-01", ">7<", ">5<").replace("&gt;= date and time(\"2027-01-01", "&gt;= date and time(\"2027-02-01");

        assertThat(findings(LIMIT, late)).extracting(Finding::code).containsExactly("RULE_GAP");
        assertThat(findings(LIMIT, late).get(0).message())
                .isEqualTo("Tidak ada aturan dari 1 Januari 2027 sampai dengan 31 Januari 2027 untuk Program JKK.");
    }

    @Test
    void aTableThatEndsIsAGap() {
        String ended = TablesAsTheyLie.edited(LIMIT, "&gt;= date and time(\"2015-07-01T00:00:00\")",
                "[date and time(\"2015-07-01T00:00:00\")..date and time(\"2027-01-01T00:00:00\"))");

        assertThat(findings(LIMIT, ended)).extracting(Finding::code).contains("RULE_GAP");
        assertThat(TableCheck.alone(table(LIMIT))).isEmpty();
    }

    @Test
    void whereAnEarlierAnswerHasNoSuccessorItIsAGap() {
        String onlyJkm = TablesAsTheyLie.changedFrom(LIMIT, "2027-01-01", "\"JKK\"", "\"JKM\"");

        assertThat(findings(LIMIT, onlyJkm)).extracting(Finding::code).contains("RULE_GAP", "RULE_OVERLAP");
    }

    @Test
    void anOverlapIsRefusedWithItsRowsAndDays() {
        String early = TablesAsTheyLie.changedFrom(LIMIT, "2027-01-01", ">7<", ">5<").replace("&gt;= date and time(\"2027-01-01", "&gt;= date and time(\"2026-12-01");

        assertThat(findings(LIMIT, early)).extracting(Finding::code).containsExactly("RULE_OVERLAP");
        assertThat(findings(LIMIT, early).get(0).message())
                .isEqualTo("Baris 2 dan baris 3 berlaku bersamaan dari 1 Desember 2026 sampai dengan 31 Desember 2026 (Program JKK).");
    }

    @Test
    void theSameBenefitTwiceIsAnOverlapEvenWhereRowsAddUp() {
        String twice = TablesAsTheyLie.changedFrom(DEATH, "2027-01-01", "20000000", "25000000")
                .replace("[date and time(\"2025-02-24T00:00:00\")..date and time(\"2027-01-01T00:00:00\"))", "&gt;= date and time(\"2025-02-24T00:00:00\")");

        assertThat(findings(DEATH, twice)).extracting(Finding::code).containsOnly("RULE_OVERLAP");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\"", "\"   \""})
    void aRowWithoutLegalBasisIsRefused(String basis) {
        String without = TablesAsTheyLie.edited(LIMIT, "\"PP 44/2015 Pasal 37 ayat (2)\"", basis);

        assertThat(findings(LIMIT, without)).extracting(Finding::code).containsExactly("NO_LEGAL_BASIS");
        assertThat(findings(LIMIT, without).get(0).line()).isEqualTo(2);
    }

    @Test
    void whatHappenedBeforeTheDayIsJudgedAsBefore() {
        String retroactive = TablesAsTheyLie.changedFrom(LIMIT, "2026-06-01", ">7<", ">5<");

        List<Finding> findings = findings(LIMIT, retroactive);
        assertThat(findings).extracting(Finding::code).containsOnly("EARLIER_RULE_CHANGED");
        assertThat(findings.get(0).message()).contains("1 Juni 2026", "baris 3", "Program JKK", "1 Januari 2027");
        assertThat(TableCheck.following(table(LIMIT), table(retroactive), LocalDate.of(2026, 6, 1), known(LIMIT))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"if true then 5 else 7", "sum(1, 2)", "-3", "1.5", "rupiah", "${'a'.getClass()}", "5; 6", "\"5\""})
    void anOutputIsALiteral(String cell) {
        assertThat(unreadable(TablesAsTheyLie.edited(LIMIT, ">7<", ">" + cell + "<"))).extracting(Finding::code).containsExactly("CELL_NOT_ALLOWED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"not(\"JKK\")", "\"JKK\" or true", "programme", "matches(programme, \".*\")", "\"JK\\\"K\"", "? = \"JKK\"", "\"JKK\", programme"})
    void aConditionIsALiteralAComparisonOrARange(String cell) {
        assertThat(unreadable(TablesAsTheyLie.edited(LIMIT, ">\"JKK\"<", ">" + cell + "<"))).extracting(Finding::code).containsExactly("CELL_NOT_ALLOWED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"&gt;= now()", "&gt;= date and time(\"2026-02-30T00:00:00\")", "&gt;= date and time(\"2026-01-01T12:00:00\")",
        "[date and time(\"2027-01-01T00:00:00\")..date and time(\"2026-01-01T00:00:00\"))", "&gt;= on"})
    void aDayIsADay(String cell) {
        assertThat(unreadable(TablesAsTheyLie.edited(LIMIT, "&gt;= date and time(\"2015-07-01T00:00:00\")", cell)))
                .extracting(Finding::code).containsOnly("CELL_NOT_ALLOWED");
    }

    @Test
    void aDayAsModellersWriteItIsReadToo() {
        assertThat(table(TablesAsTheyLie.edited(LIMIT, "date and time(\"2015-07-01T00:00:00\")", "date(\"2015-07-01\")"))).isEqualTo(table(LIMIT));
    }

    @Test
    void aProgramIsNoTable() {
        assertThat(unreadable(LIMIT.replace("<decisionTable ", "<literalExpression><text>1</text></literalExpression><decisionTable ")))
                .extracting(Finding::code).contains("CODE_NOT_ALLOWED");
        assertThat(unreadable(LIMIT.replaceFirst("<inputEntry ", "<inputEntry expressionLanguage=\"javascript\" ")))
                .extracting(Finding::code).containsExactly("CODE_NOT_ALLOWED");
        assertThat(unreadable("<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>" + LIMIT.substring(LIMIT.indexOf("?>") + 2)))
                .extracting(Finding::code).containsExactly("RULE_FILE_UNREADABLE");
        assertThat(unreadable("bukan xml")).extracting(Finding::code).containsExactly("RULE_FILE_UNREADABLE");
    }

    @Test
    void columnsTypesAndHitPolicyStay() {
        for (String other : List.of(LIMIT.replace("hitPolicy=\"UNIQUE\"", "hitPolicy=\"COLLECT\""), LIMIT.replace("name=\"workingDays\"", "name=\"days\""),
                LIMIT.replace("<text>programme</text>", "<text>program</text>"), LIMIT.replace("typeRef=\"integer\"", "typeRef=\"long\""))) {
            assertThat(findings(LIMIT, other)).extracting(Finding::code).containsExactly("SHAPE_CHANGED");
        }
        assertThat(unreadable(LIMIT.replace("hitPolicy=\"UNIQUE\"", "hitPolicy=\"FIRST\""))).extracting(Finding::code).containsExactly("HIT_POLICY");
    }

    @Test
    void aCodeThatTheProgramDoesNotKnowIsRefused() {
        assertThat(findings(DEATH, TablesAsTheyLie.changedFrom(DEATH, "2027-01-01", "\"PERIODIC\"", "\"BONUS\""))).extracting(Finding::code)
                .containsOnly("CODE_UNKNOWN");
        assertThat(findings(LIMIT, TablesAsTheyLie.changedFrom(LIMIT, "2027-01-01", "\"JKK\"", "\"JKP\""))).extracting(Finding::code).contains("CODE_UNKNOWN");
    }

    private static List<Finding> findings(String before, String after) {
        return TableCheck.following(table(before), table(after), FROM, known(before));
    }

    private static RuleTable table(String dmn) {
        return DmnFile.read(dmn).byDecision().values().iterator().next();
    }

    private static List<Finding> unreadable(String dmn) {
        return catchThrowableOfType(Refusal.class, () -> DmnFile.read(dmn)).findings();
    }

    private static Map<String, Set<String>> known(String dmn) {
        Map<String, Set<String>> known = new HashMap<>();
        RuleTable table = table(dmn);
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
