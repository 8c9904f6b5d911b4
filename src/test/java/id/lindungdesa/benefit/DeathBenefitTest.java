package id.lindungdesa.benefit;

import static id.lindungdesa.benefit.Covers.cover;
import static id.lindungdesa.benefit.Covers.coverRegistered;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import id.lindungdesa.benefit.Assessment.Component;
import id.lindungdesa.benefit.Assessment.Decision;
import id.lindungdesa.money.Rupiah;
import id.lindungdesa.refusal.Refusal;
import id.lindungdesa.regulation.RulesAsTheyLie;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** The death benefit by the acceptance cases of the handbook, on the decision tables as they lie. */
class DeathBenefitTest {

    private static final RulesAsTheyLie TABLES = new RulesAsTheyLie();
    private static final Rupiah FULL = Rupiah.of(42_000_000);
    private static final Rupiah FUNERAL_ONLY = Rupiah.of(10_000_000);

    private final BenefitRules rules = new BenefitRules(TABLES.ruleBook());
    private final Assessor assessor = new Assessor(TABLES.ruleBook(), TABLES.premiumRates());

    @AfterAll
    static void everyRowWasHit() {
        assertThat(TABLES.rowsNeverHit("death-benefit", "heir-rank", "approval-limit")).isEmpty();
    }

    @Test
    void ac01_aFullBenefitGoesToTheWifeEachAmountOnItsArticle() {
        Assessment assessment = assess("2024-02-10", List.of(Relation.CHILD, Relation.SPOUSE, Relation.CHILD),
                cover("2022-12-10", "2024-12-09"));

        assertThat(assessment.decision()).isEqualTo(Decision.GRANTED);
        assertThat(assessment.reasons()).isEmpty();
        assertThat(assessment.membership().fullMonths()).isEqualTo(14);
        assertThat(assessment.components()).extracting(Component::code, component -> component.rupiah().amount())
                .containsExactly(tuple("LUMP_SUM", 20_000_000L), tuple("PERIODIC", 12_000_000L), tuple("FUNERAL", 10_000_000L));
        assertThat(assessment.components()).allSatisfy(component -> assertThat(component.legalBasis()).contains("PP 82/2019 Pasal 34"));
        assertThat(assessment.payees()).containsExactly(2);
        assertThat(assessment.of(2)).isEqualTo(FULL);
        assertThat(assessment.ruleVersions()).containsOnlyKeys("claim-eligibility", "claim-cause", "grace-period", "risk-sign",
                "death-benefit", "heir-rank");
    }

    @Test
    void ac02_underThreeMonthsOnlyTheFuneral() {
        Assessment assessment = assess("2025-08-05", List.of(Relation.SPOUSE), cover("2025-06-01", "2026-05-31"));

        assertThat(assessment.decision()).isEqualTo(Decision.REDUCED);
        assertThat(assessment.reasons()).containsExactly("UNDER_THREE_MONTHS");
        assertThat(assessment.components()).extracting(Component::code).containsExactly("FUNERAL");
        assertThat(assessment.total()).isEqualTo(FUNERAL_ONLY);
    }

    @Test
    void ac03_beforeTheNewRuleAWeekOfCoverIsEnough() {
        Assessment assessment = assess("2022-12-08", List.of(Relation.SPOUSE), cover("2022-12-01", "2023-10-31"));

        assertThat(assessment.decision()).isEqualTo(Decision.GRANTED);
        assertThat(assessment.total()).isEqualTo(FULL);
    }

    @Test
    void theNewRuleBeginsOnTheDayItWasPromulgated() {
        assertThat(assess("2025-02-23", List.of(Relation.SPOUSE), cover("2025-02-01", "2025-12-31")).total()).isEqualTo(FULL);
        assertThat(assess("2025-02-24", List.of(Relation.SPOUSE), cover("2025-02-01", "2025-12-31")).total()).isEqualTo(FUNERAL_ONLY);
    }

    @Test
    void ac04_fullOnTheDayTheThirdMonthIsComplete() {
        assertThat(assess("2025-08-31", List.of(Relation.SPOUSE), cover("2025-06-01", "2026-05-31")).total()).isEqualTo(FUNERAL_ONLY);
        assertThat(assess("2025-09-01", List.of(Relation.SPOUSE), cover("2025-06-01", "2026-05-31")).total()).isEqualTo(FULL);
    }

    @Test
    void ac05_thirtySevenMonthsAreFull() {
        Assessment assessment = assess("2026-01-15", List.of(Relation.SPOUSE), cover("2022-12-01", "2026-01-31"));

        assertThat(assessment.total()).isEqualTo(FULL);
        assertThat(assessment.membership().fullMonths()).isEqualTo(37);
    }

    @Test
    void ac06_whoComesBackAfterALapseCountsFromZero() {
        Assessment assessment = assess("2025-10-15", List.of(Relation.SPOUSE), cover("2022-12-01", "2023-11-30"),
                cover("2025-09-01", "2026-08-31"));

        assertThat(assessment.membership().fullMonths()).isEqualTo(1);
        assertThat(assessment.total()).isEqualTo(FUNERAL_ONLY);
    }

    @Test
    void ac07_inTheGracePeriodPeopleDecide() {
        Assessment assessment = assess("2024-08-20", List.of(Relation.SPOUSE), cover("2023-07-01", "2024-06-30"));

        assertThat(assessment.decision()).isEqualTo(Decision.REFER);
        assertThat(assessment.reasons()).containsExactly("GRACE");
        assertThat(assessment.total()).as("what is due if they accept").isEqualTo(FULL);
        assertThat(assessment.membership().unpaidMonths()).isEqualTo(2);
        assertThat(assessment.arrears()).isEqualTo(Rupiah.of(33_600));
    }

    @Test
    void graceUnderTheNewRule() {
        assertThat(assess("2025-07-10", List.of(Relation.SPOUSE), cover("2025-01-01", "2025-06-30")).reasons())
                .containsExactly("GRACE");
        Assessment young = assess("2025-07-10", List.of(Relation.SPOUSE), cover("2025-05-01", "2025-06-30"));

        assertThat(young.decision()).isEqualTo(Decision.REFER);
        assertThat(young.reasons()).containsExactly("GRACE", "UNDER_THREE_MONTHS");
        assertThat(young.total()).isEqualTo(FUNERAL_ONLY);
    }

    @Test
    void ac08_afterTheGracePeriodTheMembershipHasEnded() {
        Assessment assessment = assess("2024-06-10", List.of(Relation.SPOUSE), cover("2023-02-01", "2024-01-31"));

        assertThat(assessment.decision()).isEqualTo(Decision.REJECTED);
        assertThat(assessment.reasons()).containsExactly("LAPSED_GT_3M");
        assertThat(assessment.total()).isEqualTo(Rupiah.ZERO);
        assertThat(assessment.shares()).isEmpty();
    }

    @Test
    void neverCoveredOrRegisteredTooLateIsRejectedWithItsReason() {
        assertThat(assess("2024-06-10", List.of(Relation.SPOUSE)).reasons()).containsExactly("NOT_COVERED");
        assertThat(assess("2024-06-10", List.of(Relation.SPOUSE), coverRegistered("2024-06-01", "2024-12-31", "2024-06-11"))
                .reasons()).containsExactly("REGISTERED_AFTER_EVENT");
    }

    @Test
    void ac10_parentsBeforeABrother() {
        Assessment assessment = assess("2024-05-10", List.of(Relation.SIBLING, Relation.PARENT, Relation.PARENT),
                cover("2023-09-01", "2024-08-31"));

        assertThat(assessment.payees()).containsExactly(2, 3);
        assertThat(assessment.of(2)).isEqualTo(Rupiah.of(21_000_000));
        assertThat(assessment.of(3)).isEqualTo(Rupiah.of(21_000_000));
        assertThat(assessment.of(1)).isEqualTo(Rupiah.ZERO);
    }

    @Test
    void everyRankIsBeforeTheNext() {
        List<Relation> order = List.of(Relation.SPOUSE, Relation.CHILD, Relation.GRANDCHILD, Relation.SIBLING,
                Relation.PARENT_IN_LAW, Relation.WILL, Relation.FUNERAL_ORGANISER);
        for (int first = 0; first < order.size(); first++) {
            List<Relation> left = new ArrayList<>(order.subList(first, order.size()));
            Collections.reverse(left);

            Assessment assessment = assess("2024-05-10", left, cover("2023-09-01", "2024-08-31"));

            assertThat(assessment.payees()).as("%s", left).startsWith(left.size());
        }
        assertThat(assess("2024-05-10", List.of(Relation.GRANDPARENT, Relation.GRANDCHILD), cover("2023-09-01", "2024-08-31"))
                .payees()).as("up and down to the second degree").containsExactly(1, 2);
    }

    @Test
    void ac11_withoutHeirsTheNeighbourGetsTheFuneralAndTheFundTheRest() {
        Assessment assessment = assess("2024-05-10", List.of(Relation.FUNERAL_ORGANISER), cover("2023-07-01", "2024-06-30"));

        assertThat(assessment.of(1)).isEqualTo(FUNERAL_ONLY);
        assertThat(assessment.of(Shares.FUND)).isEqualTo(Rupiah.of(32_000_000));
    }

    @Test
    void aFormerSpouseIsNoHeir() {
        assertThat(assessor.anyEntitled(LocalDate.parse("2024-05-10"), List.of(Relation.EX_SPOUSE))).isFalse();
        assertThat(assessor.anyEntitled(LocalDate.parse("2024-05-10"), List.of(Relation.EX_SPOUSE, Relation.SIBLING))).isTrue();
        Assessment alone = assess("2024-05-10", List.of(Relation.EX_SPOUSE), cover("2023-07-01", "2024-06-30"));
        assertThat(alone.decision()).isEqualTo(Decision.REFER);
        assertThat(alone.reasons()).containsExactly("NO_ENTITLED_HEIR");
        assertThat(alone.shares()).isEmpty();
    }

    @Test
    void beforeTheFirstRuleThereIsNoAnswer() {
        assertThat(assess("2019-12-02", List.of(Relation.SPOUSE), cover("2019-11-01", "2019-12-31")).total()).isEqualTo(FULL);
        assertThatThrownBy(() -> assess("2019-12-01", List.of(Relation.SPOUSE), cover("2019-11-01", "2019-12-31")))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("NO_RULE_FOR_DATE"));
    }

    @Test
    void aFullBenefitIsAboveTheLimitOfTheHeadOfServiceAFuneralBelow() {
        Rupiah limit = rules.approvalLimit(LocalDate.parse("2026-03-02"), Programme.JKM).rupiah();

        assertThat(limit.isLessThan(FULL)).isTrue();
        assertThat(limit.isLessThan(FUNERAL_ONLY)).isFalse();
    }

    @Test
    void isDueThreeWorkingDaysAfterTheFileIsComplete() {
        assertThat(rules.deadline(LocalDate.parse("2026-03-02"), Programme.JKM).workingDays()).isEqualTo(3);
    }

    private Assessment assess(String died, List<Relation> heirs, Membership.Period... cover) {
        return assessor.assess(Facts.ofDeath(LocalDate.parse(died), Cause.ILLNESS, List.of(cover), heirs, null));
    }
}
