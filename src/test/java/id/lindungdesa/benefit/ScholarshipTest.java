package id.lindungdesa.benefit;

import static org.assertj.core.api.Assertions.assertThat;

import id.lindungdesa.benefit.Assessment.Decision;
import id.lindungdesa.money.Rupiah;
import id.lindungdesa.regulation.RulesAsTheyLie;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which children get how much for which school year, on the decision tables as they lie. */
class ScholarshipTest {

    private static final RulesAsTheyLie TABLES = new RulesAsTheyLie();

    private final AskedRules rules = new AskedRules(TABLES);

    @AfterAll
    static void everyRowWasHit() {
        assertThat(TABLES.rowsNeverHit("scholarship-right", "scholarship-amount", "scholarship-end")).isEmpty();
    }

    @Test
    void ac01_fourteenMonthsAreNotEnough() {
        Assessment assessment = rules.death("'children': [{'name': 'A', 'birthDate': '2015-01-01', 'level': 'SD'}]");

        assertThat(assessment.reasons()).containsExactly("SCHOLARSHIP_NEEDS_36_MONTHS");
        assertThat(assessment.decision()).as("a refused scholarship refuses nothing else").isEqualTo(Decision.GRANTED);
        assertThat(assessment.scholarship()).isEmpty();
        assertThat(rules.death("").reasons()).as("nobody asked").isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"2022-12-02, 0", "2022-12-01, 1500000"})
    void thirtySixMonthsAreEnoughOnTheDayTheyAreComplete(String since, long rupiah) {
        assertThat(rules.death("'eventDate': '2025-12-01', 'cover': [{'from': '%s', 'through': '2025-12-31'}], ".formatted(since)
                + "'children': [{'level': 'SD'}]").scholarshipTotal()).isEqualTo(Rupiah.of(rupiah));
    }

    @Test
    void ac05_twoOfThreeAndTheFamilyChooses() {
        Assessment assessment = rules.death("'eventDate': '2026-01-15', 'cover': [{'from': '2022-12-01', 'through': '2026-01-31'}], "
                + "'children': [{'birthDate': '2020-09-01', 'level': 'TK'}, {'birthDate': '2012-05-01', 'level': 'SMP', 'nominated': true}, "
                + "{'birthDate': '2009-05-01', 'level': 'SMA', 'nominated': true}]");

        assertThat(assessment.scholarship()).extracting(Assessment.Grant::child).containsExactly(1, 2);
        assertThat(assessment.scholarshipTotal()).isEqualTo(Rupiah.of(5_000_000));
        assertThat(assessment.reasons()).containsExactly("SCHOLARSHIP_MAX_TWO_CHILDREN");
        assertThat(assessment.decision()).isEqualTo(Decision.GRANTED);
    }

    @Test
    void withoutTheFamilysWordTheOrderOfTheListStands() {
        Assessment assessment = orphans("{'level': 'TK'}, {'level': 'SMP'}, {'level': 'SMA'}");
        assertThat(assessment.scholarship()).extracting(Assessment.Grant::child).containsExactly(0, 1);
        assertThat(orphans("{'level': 'TK', 'nominated': false}, {'level': 'SMP'}").scholarship())
                .extracting(Assessment.Grant::child).containsExactly(1);
        assertThat(orphans("{'level': 'TK'}, {'level': 'SMP'}").reasons()).isEmpty();
    }

    @Test
    void aPlaceThatEndedIsFreeForTheNextChild() {
        Assessment assessment = orphans("{'level': 'SD', 'married': true, 'nominated': true}, {'level': 'SMP'}, {'level': 'SMA'}");
        assertThat(assessment.scholarship()).extracting(Assessment.Grant::child).containsExactly(1, 2);
        assertThat(assessment.reasons()).containsExactly("SCHOLARSHIP_ENDED_MARRIED");
    }

    @ParameterizedTest
    @CsvSource({"TK, 1500000, 87000000", "SD, 1500000, 84000000", "SMP, 2000000, 75000000", "SMA, 3000000, 69000000", "PT, 12000000, 60000000"})
    void eachLevelHasItsAmountAndWhatFollows(String level, long rupiah, long projection) {
        Assessment assessment = orphans("{'level': '%s', 'birthDate': '2006-01-01'}".formatted(level));
        assertThat(assessment.scholarshipTotal()).isEqualTo(Rupiah.of(rupiah));
        assertThat(assessment.scholarshipProjection()).isEqualTo(Rupiah.of(projection));
    }

    @Test
    void ac16_theProjectionCountsFromTheClass() {
        Assessment assessment = orphans("{'birthDate': '2016-08-01', 'level': 'SD', 'grade': 3}, {'birthDate': '2009-08-01', 'level': 'SMA', 'grade': 10}");
        assertThat(assessment.scholarshipTotal()).isEqualTo(Rupiah.of(4_500_000));
        assertThat(assessment.scholarshipProjection()).isEqualTo(Rupiah.of(150_000_000));
        assertThat(orphans("{'level': 'SMA', 'grade': 1}").scholarshipProjection()).isEqualTo(Rupiah.of(69_000_000));
        assertThat(orphans("{'level': 'SMP', 'grade': 9}").scholarshipProjection()).isEqualTo(Rupiah.of(71_000_000));
    }

    @Test
    void beyondTheYearsOfALevelNothingIsPaid() {
        assertThat(orphans("{'level': 'PT', 'birthDate': '2004-01-01', 'grade': 5}").scholarshipTotal()).isEqualTo(Rupiah.of(12_000_000));
        assertThat(orphans("{'level': 'PT', 'birthDate': '2004-01-01', 'grade': 6}").reasons()).containsExactly("SCHOLARSHIP_ENDED_YEARS");
    }

    @Test
    void ac29_twoChildrenFromKindergartenToUniversity() {
        assertThat(orphans("{'level': 'TK', 'grade': 1, 'birthDate': '2021-01-01'}, {'level': 'TK', 'grade': 1, 'birthDate': '2020-12-01'}")
                .scholarshipProjection()).isEqualTo(Rupiah.of(174_000_000));
    }

    @Test
    void ac28_aSmallChildWaitsForKindergarten() {
        Assessment assessment = orphans("{'name': 'A', 'birthDate': '2023-02-01'}");
        assertThat(assessment.scholarshipTotal()).isEqualTo(Rupiah.ZERO);
        assertThat(assessment.scholarshipProjection()).isEqualTo(Rupiah.of(87_000_000));
        assertThat(assessment.scholarship()).singleElement().extracting(Assessment.Grant::level).isEqualTo(Schooling.Level.TK);
        assertThat(assessment.reasons()).isEmpty();
        assertThat(orphans("{'birthDate': '2021-06-02', 'level': 'TK'}").scholarshipTotal()).isEqualTo(Rupiah.ZERO);
        assertThat(orphans("{'birthDate': '2021-06-01', 'level': 'TK'}").scholarshipTotal()).isEqualTo(Rupiah.of(1_500_000));
    }

    @ParameterizedTest
    @CsvSource({"2026-09-09, ''", "2026-09-10, SCHOLARSHIP_ENDED_AGE", "2026-10-01, SCHOLARSHIP_ENDED_AGE"})
    void ac26_endsOnTheTwentyThirdBirthday(String claimed, String reason) {
        Assessment assessment = orphans("{'birthDate': '2003-09-10', 'level': 'PT', 'grade': 3}", "'scholarshipClaimedOn': '%s'".formatted(claimed));
        assertThat(String.join(",", assessment.reasons())).isEqualTo(reason);
        assertThat(assessment.scholarshipTotal()).isEqualTo(Rupiah.of(reason.isEmpty() ? 12_000_000 : 0));
    }

    @ParameterizedTest
    @CsvSource({"BPU, 2025-02-23, false", "BPU, 2025-02-24, true", "INTERN, 2025-02-23, false", "INTERN, 2025-02-24, true",
        "WAGE, 2025-02-23, false", "WAGE, 2025-02-24, false", "NO, 2025-02-23, true", "NO, 2025-02-24, true"})
    void ac27_workEndsItWithTheExceptionsOf2025(String working, String claimed, boolean goesOn) {
        Assessment assessment = rules.accident("'eventDate': '2023-06-01', 'cover': [{'from': '2023-01-01', 'through': '2023-12-31'}], "
                + "'outcome': 'DEATH', 'scholarshipClaimedOn': '%s', 'children': [{'birthDate': '2005-01-01', 'level': 'PT', 'working': '%s'}]"
                        .formatted(claimed, working));
        assertThat(assessment.scholarshipTotal()).isEqualTo(Rupiah.of(goesOn ? 12_000_000 : 0));
        assertThat(assessment.reasons().contains("SCHOLARSHIP_ENDED_WORK")).isNotEqualTo(goesOn);
    }

    @Test
    void sixMonthsAsAWageWorkerAreForgiven() {
        String student = "{'birthDate': '2005-01-01', 'level': 'PT', 'working': 'WAGE', 'wageMonths': %d}";
        assertThat(orphans(student.formatted(6)).scholarshipTotal()).isEqualTo(Rupiah.of(12_000_000));
        assertThat(orphans(student.formatted(7)).reasons()).containsExactly("SCHOLARSHIP_ENDED_WORK");
    }

    @Test
    void onlyDeathAndTotalDisabilityOpenIt() {
        for (String outcome : new String[] {"RECOVERED", "PARTIAL_DISABILITY"}) {
            assertThat(rules.accident("'outcome': '%s', 'children': [{'level': 'SD'}]".formatted(outcome)).scholarship()).isEmpty();
        }
        assertThat(rules.accident("'outcome': 'RECOVERED', 'children': [{'level': 'SD'}]").reasons()).isEmpty();
        assertThat(rules.accident("'outcome': 'TOTAL_PERMANENT_DISABILITY', 'children': [{'level': 'SD'}]").scholarshipTotal())
                .isEqualTo(Rupiah.of(1_500_000));
    }

    @Test
    void aSchoolYearThatWasOverIsNotPaid() {
        assertThat(orphans("{'level': 'SD'}", "'schoolYear': 2023, 'eventDate': '2024-07-01'").reasons()).contains("SCHOLARSHIP_YEAR_BEFORE_EVENT");
        assertThat(orphans("{'level': 'SD'}", "'schoolYear': 2023, 'eventDate': '2024-06-30'").scholarshipTotal()).isEqualTo(Rupiah.of(1_500_000));
        assertThat(orphans("{'level': 'SD'}", "'schoolYear': 2025, 'scholarshipClaimedOn': '2026-08-01'").flags()).containsExactly("SCHOLARSHIP_PAST_YEAR");
        assertThat(orphans("{'level': 'SD'}", "'schoolYear': 2026, 'scholarshipClaimedOn': '2026-08-01'").flags()).isEmpty();
    }

    @Test
    void whatIsNotKnownAndMattersIsAReason() {
        assertThat(orphans("{'level': 'PT'}").reasons()).containsExactly("CHILD_BIRTH_DATE_MISSING");
        assertThat(orphans("{'birthDate': '2015-01-01'}").reasons()).containsExactly("CHILD_LEVEL_MISSING");
        assertThat(orphans("{'birthDate': '2015-01-01'}").decision()).isEqualTo(Decision.REFER);
        assertThat(orphans("{'birthDate': '2000-01-01'}").reasons()).as("too old for any level").containsExactly("SCHOLARSHIP_ENDED_AGE");
    }

    private Assessment orphans(String children) {
        return orphans(children, "'schoolYear': null");
    }

    private Assessment orphans(String children, String more) {
        return rules.accident("'outcome': 'DEATH', 'cover': [{'from': '2023-12-01', 'through': '2025-12-31'}], 'children': [%s], %s".formatted(children, more));
    }
}
