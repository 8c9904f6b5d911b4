package id.lindungdesa.benefit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import id.lindungdesa.benefit.Assessment.Component;
import id.lindungdesa.benefit.Assessment.Decision;
import id.lindungdesa.money.Rupiah;
import id.lindungdesa.regulation.RulesAsTheyLie;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What JKK gives in cash, on the decision tables as they lie. */
class AccidentBenefitTest {

    private static final RulesAsTheyLie TABLES = new RulesAsTheyLie();

    private final AskedRules rules = new AskedRules(TABLES);

    @AfterAll
    static void everyRowWasHit() {
        assertThat(TABLES.rowsNeverHit("accident-benefit", "disability-percent", "income-replacement", "transport-cap",
                "home-care-cap", "aid-cap")).isEmpty();
    }

    @Test
    void ac15_aDeathAtWorkFromTheFirstDay() {
        Assessment assessment = rules.accident("'outcome': 'DEATH', 'cover': [{'from': '2025-05-22', 'through': '2026-05-21'}]");

        assertThat(assessment.decision()).isEqualTo(Decision.GRANTED);
        assertThat(assessment.components()).extracting(Component::code, one -> one.rupiah().amount())
                .containsExactly(tuple("DEATH", 48_000_000L), tuple("FUNERAL", 10_000_000L), tuple("PERIODIC", 12_000_000L));
        assertThat(assessment.components()).allSatisfy(one -> assertThat(one.legalBasis()).contains("PP 82/2019"));
        assertThat(assessment.of(1)).isEqualTo(Rupiah.of(70_000_000));
    }

    @Test
    void aDeathAtWorkIsWorthNoLessThanAnyOtherDeath() {
        assertThat(rupiah(rules.accident("'outcome': 'DEATH', 'incomeBase': 416666"), "DEATH")).isEqualTo(20_000_000);
        assertThat(rupiah(rules.accident("'outcome': 'DEATH', 'incomeBase': 416667"), "DEATH")).isEqualTo(20_000_016);
    }

    @Test
    void withoutHeirsTheFundGetsAllButTheFuneral() {
        Assessment assessment = rules.accident("'outcome': 'DEATH', 'heirs': [{'relation': 'FUNERAL_ORGANISER'}]");

        assertThat(assessment.of(1)).isEqualTo(Rupiah.of(10_000_000));
        assertThat(assessment.of(Shares.FUND)).isEqualTo(Rupiah.of(60_000_000));
    }

    @ParameterizedTest
    @CsvSource({"14, 0, 13000000", "0, 45, 1500000", "12, 0, 12000000", "12, 1, 12016666", "11, 45, 12250000", "0, 1, 33333", "0, 0, 0"})
    void ac17_ac18_incomeIsReplacedWhollyForAYearAndHalfAfterIt(int months, int days, long rupiah) {
        Assessment assessment = rules.accident("'unableToWork': {'months': %d, 'days': %d}".formatted(months, days));

        assertThat(rupiah(assessment, "INCOME_REPLACEMENT")).isEqualTo(rupiah);
        assertThat(assessment.of(Shares.WORKER)).isEqualTo(Rupiah.of(rupiah));
    }

    @ParameterizedTest
    @CsvSource({"ARM_FROM_SHOULDER, 400, 350", "ARM_FROM_ELBOW, 350, 300", "HAND_FROM_WRIST, 320, 280", "LEG_FROM_GROIN, 350, 350",
        "FOOT_FROM_ANKLE, 250, 250", "EYE, 350, 350", "HEARING_BOTH, 400, 400", "HEARING_ONE, 200, 200", "THUMB, 150, 120",
        "INDEX_FINGER, 90, 70", "INDEX_FINGER_FIRST_JOINT, 45, 35", "OTHER_FINGER, 40, 30", "OTHER_FINGER_FIRST_JOINT, 20, 15",
        "BIG_TOE, 50, 50", "SECOND_TOE, 30, 30", "OTHER_TOE, 20, 20"})
    void ac19_eachPartHasItsWeightOnTheSideOneWorksWithAndOnTheOther(String part, long dominant, long other) {
        assertThat(lost("RIGHT", one(part, "RIGHT"))).isEqualTo(dominant * 80_000);
        assertThat(lost("LEFT", one(part, "LEFT"))).isEqualTo(dominant * 80_000);
        assertThat(lost("RIGHT", one(part, "LEFT"))).isEqualTo(other * 80_000);
        assertThat(lost("LEFT", one(part, "RIGHT"))).isEqualTo(other * 80_000);
    }

    @Test
    void ofALostFunctionThePercentCounts() {
        String half = "{'part': 'THUMB', 'side': 'RIGHT', 'loss': 'FUNCTIONAL', 'percentLost': 50}";
        assertThat(lost("RIGHT", half)).isEqualTo(6_000_000);
        assertThat(lost("RIGHT", half.replace("FUNCTIONAL", "ANATOMICAL"))).isEqualTo(12_000_000);
        assertThat(lost("RIGHT", half.replace("50", "0"))).isZero();
        assertThat(lost("RIGHT", half.replace("50", "100"))).isEqualTo(12_000_000);
    }

    @Test
    void severalDisabilitiesAddUpToSeventyPercent() {
        Assessment exactly = disabled("RIGHT", one("EYE", "LEFT") + "," + one("EYE", "RIGHT"));
        assertThat(exactly.total()).isEqualTo(Rupiah.of(56_000_000));
        assertThat(exactly.reasons()).isEmpty();

        Assessment over = disabled("RIGHT", one("ARM_FROM_SHOULDER", "LEFT") + "," + one("ARM_FROM_SHOULDER", "RIGHT"));
        assertThat(over.total()).isEqualTo(Rupiah.of(56_000_000));
        assertThat(over.reasons()).containsExactly("CAP_REACHED");
        assertThat(over.decision()).isEqualTo(Decision.GRANTED);
    }

    @Test
    void theHandMattersOnlyWhereItChangesTheSum() {
        assertThat(disabled(null, one("THUMB", "RIGHT")).reasons()).containsExactly("DOMINANT_HAND_MISSING");
        assertThat(disabled(null, one("THUMB", "RIGHT")).decision()).isEqualTo(Decision.REFER);
        assertThat(disabled(null, one("THUMB", "RIGHT") + "," + one("THUMB", "LEFT")).total()).isEqualTo(Rupiah.of(21_600_000));
        assertThat(disabled(null, one("EYE", "RIGHT")).total()).isEqualTo(Rupiah.of(28_000_000));
    }

    @Test
    void ac20_totalPermanentDisability() {
        Assessment assessment = rules.accident("'outcome': 'TOTAL_PERMANENT_DISABILITY'");

        assertThat(assessment.total()).isEqualTo(Rupiah.of(68_000_000));
        assertThat(rupiah(assessment, "TOTAL_DISABILITY")).isEqualTo(56_000_000);
        assertThat(assessment.of(Shares.WORKER)).isEqualTo(Rupiah.of(68_000_000));
    }

    @Test
    void ac21_eachWayOfTransportHasItsOwnLimit() {
        Assessment assessment = rules.accident("'transport': [{'mode': 'LAND', 'rupiah': 3200000}, "
                + "{'mode': 'LAND', 'rupiah': 1100000}, {'mode': 'SEA', 'rupiah': 2600000}]");

        assertThat(rupiah(assessment, "TRANSPORT")).isEqualTo(6_300_000);
        assertThat(assessment.reasons()).containsExactly("CAP_REACHED");
        assertThat(assessment.decision()).isEqualTo(Decision.GRANTED);
    }

    @ParameterizedTest
    @CsvSource({"LAND, 5000000", "SEA, 2000000", "AIR, 10000000"})
    void theLimitItselfIsPaidWhole(String mode, long most) {
        String fare = "'transport': [{'mode': '%s', 'rupiah': %d}]";
        assertThat(rules.accident(fare.formatted(mode, most)).reasons()).isEmpty();
        assertThat(rules.accident(fare.formatted(mode, most)).total()).isEqualTo(Rupiah.of(most));
        assertThat(rules.accident(fare.formatted(mode, most + 1)).reasons()).containsExactly("CAP_REACHED");
        assertThat(rules.accident(fare.formatted(mode, most + 1)).total()).isEqualTo(Rupiah.of(most));
    }

    @ParameterizedTest
    @CsvSource({"11, 26000000, 20000000, true", "12, 20000000, 20000000, false", "12, 20000001, 20000000, true",
        "13, 13000000, 12000000, true", "1, 0, 0, false"})
    void ac22_homeCareForAYearAndUpToTwentyMillion(int months, long spent, long paid, boolean capped) {
        Assessment assessment = rules.accident("'homeCare': {'months': %d, 'rupiah': %d}".formatted(months, spent));

        assertThat(rupiah(assessment, "HOME_CARE")).isEqualTo(paid);
        assertThat(assessment.reasons().contains("CAP_REACHED")).isEqualTo(capped);
        assertThat(assessment.decision()).isEqualTo(Decision.GRANTED);
    }

    @ParameterizedTest
    @CsvSource({"GLASSES, 1000000, false", "GLASSES, 1000001, true", "HEARING_AID, 2500000, false", "HEARING_AID, 2500001, true",
        "DENTURES, 5000000, false", "DENTURES, 5000001, true", "PROSTHESIS, 90000000, false", "ORTHOSIS, 90000000, false"})
    void anAidIsNeverCash(String kind, long rupiah, boolean capped) {
        Assessment assessment = rules.accident("'aids': [{'kind': '%s', 'rupiah': %d}], 'treatment': [{'rupiah': 7000000}]".formatted(kind, rupiah));

        assertThat(assessment.total()).isEqualTo(Rupiah.ZERO);
        assertThat(assessment.reasons().contains("CAP_REACHED")).isEqualTo(capped);
    }

    @Test
    void whatIsNotKnownAndMattersIsAReason() {
        assertThat(rules.accident("'outcome': null").reasons()).containsExactly("OUTCOME_MISSING");
        assertThat(rules.accident("'outcome': null, 'unableToWork': {'months': 1}").reasons()).as("still under treatment").isEmpty();
        assertThat(rules.accident("'outcome': null, 'disabilities': [%s]".formatted(one("EYE", "LEFT"))).reasons()).containsExactly("OUTCOME_MISSING");
        assertThat(rules.accident("'outcome': 'DEATH', 'incomeBase': null").reasons()).containsExactly("INCOME_BASE_MISSING");
        assertThat(rules.accident("'incomeBase': null, 'transport': [{'mode': 'AIR', 'rupiah': 1}]").reasons()).as("no matter here").isEmpty();
        assertThat(rules.accident("'incomeBase': null, 'unableToWork': {'days': 1}").reasons()).containsExactly("INCOME_BASE_MISSING");
        assertThat(rules.accident("'outcome': 'PARTIAL_DISABILITY'").reasons()).containsExactly("DISABILITY_MISSING");
        assertThat(disabled("RIGHT", "{'side': 'LEFT', 'loss': 'ANATOMICAL'}").reasons()).containsExactly("DISABILITY_PART_MISSING");
        assertThat(disabled("RIGHT", "{'part': 'EYE', 'side': 'LEFT'}").reasons()).containsExactly("DISABILITY_LOSS_MISSING");
        assertThat(disabled("RIGHT", "{'part': 'THUMB', 'loss': 'ANATOMICAL'}").reasons()).containsExactly("DISABILITY_SIDE_MISSING");
        assertThat(disabled("RIGHT", "{'part': 'EYE', 'loss': 'ANATOMICAL'}").total()).isEqualTo(Rupiah.of(28_000_000));
        assertThat(disabled("RIGHT", "{'part': 'EYE', 'loss': 'FUNCTIONAL'}").reasons()).containsExactly("PERCENT_LOST_MISSING");
        assertThat(rules.accident("'transport': [{'rupiah': 1}, {'mode': 'AIR'}]").reasons())
                .containsExactly("TRANSPORT_MODE_MISSING", "TRANSPORT_RUPIAH_MISSING");
        assertThat(rules.accident("'homeCare': {'rupiah': 1}").reasons()).containsExactly("HOME_CARE_MONTHS_MISSING");
        assertThat(rules.accident("'homeCare': {'months': 1}").reasons()).containsExactly("HOME_CARE_RUPIAH_MISSING");
    }

    private Assessment disabled(String hand, String disabilities) {
        return rules.accident("'outcome': 'PARTIAL_DISABILITY', 'dominantHand': %s, 'disabilities': [%s]".formatted(
                hand == null ? "null" : "'" + hand + "'", disabilities));
    }

    private long lost(String hand, String disability) {
        return rupiah(disabled(hand, disability), "PARTIAL_DISABILITY");
    }

    private static String one(String part, String side) {
        return "{'part': '%s', 'side': '%s', 'loss': 'ANATOMICAL', 'percentLost': 100}".formatted(part, side);
    }

    private static long rupiah(Assessment assessment, String code) {
        return assessment.components().stream().filter(one -> one.code().equals(code)).mapToLong(one -> one.rupiah().amount()).sum();
    }
}
