package id.lindungdesa.benefit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.lindungdesa.benefit.Assessment.Decision;
import id.lindungdesa.money.Rupiah;
import id.lindungdesa.regulation.RulesAsTheyLie;
import id.lindungdesa.regulation.Ruling;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Whether there is a claim at all: cover, cause and time, each border from both sides, on the tables as they lie. */
class EligibilityTest {

    private static final RulesAsTheyLie TABLES = new RulesAsTheyLie();

    private final AskedRules rules = new AskedRules(TABLES);
    private final BenefitRules terms = new BenefitRules(TABLES.ruleBook());

    @AfterAll
    static void everyRowWasHit() {
        assertThat(TABLES.rowsNeverHit("claim-eligibility", "claim-cause", "claim-expiry", "grace-period", "risk-sign",
                "risk-window", "claim-deadline", "late-penalty", "accident-report-deadline")).isEmpty();
    }

    @Test
    void standingDecides() {
        assertThat(rules.death("").decision()).isEqualTo(Decision.GRANTED);
        assertThat(rules.death("'eventDate': '2025-03-09'").reasons()).containsExactly("GRACE");
        assertThat(rules.death("'eventDate': '2025-03-10'").reasons()).containsExactly("LAPSED_GT_3M");
        assertThat(rules.death("'eventDate': '2022-12-09'").reasons()).containsExactly("NOT_COVERED");
        assertThat(rules.death("'cover': [{'from': '2024-02-01', 'through': '2024-12-31', 'registeredAt': '2024-02-11T00:00:00+07:00'}]")
                .reasons()).containsExactly("REGISTERED_AFTER_EVENT");
        assertThat(rules.death("'cover': []").decision()).isEqualTo(Decision.REJECTED);
    }

    @Test
    void graceIsReferredUnderEveryLaw() {
        String grace = "'cover': [{'from': '2023-02-01', 'through': '2024-06-30'}], 'eventDate': '2024-08-20'";
        assertThat(rules.death(grace).arrears()).isEqualTo(Rupiah.of(33_600));
        assertThat(rules.death(grace).decision()).isEqualTo(Decision.REFER);
        assertThat(rules.death("'cover': [{'from': '2025-01-01', 'through': '2025-06-30'}], 'eventDate': '2025-07-10'").reasons())
                .containsExactly("GRACE");
        assertThat(rules.death("'cover': [{'from': '2025-05-01', 'through': '2025-06-30'}], 'eventDate': '2025-07-10'").reasons())
                .containsExactly("GRACE", "UNDER_THREE_MONTHS");
    }

    @Test
    void threeMonthsAreAskedSinceTheDayOfTheRule() {
        String young = "'cover': [{'from': '2025-01-01', 'through': '2025-12-31'}], 'eventDate': '%s'";
        assertThat(rules.death(young.formatted("2025-02-23")).decision()).isEqualTo(Decision.GRANTED);
        assertThat(rules.death(young.formatted("2025-02-24")).decision()).isEqualTo(Decision.REDUCED);
        assertThat(rules.death(young.formatted("2025-03-31")).total()).isEqualTo(Rupiah.of(10_000_000));
        assertThat(rules.death(young.formatted("2025-04-01")).total()).isEqualTo(Rupiah.of(42_000_000));
    }

    @Test
    void anAccidentKnowsNoWaitingPeriodButTheSameStandings() {
        String young = "'cover': [{'from': '2025-05-31', 'through': '2025-12-31'}]";
        assertThat(rules.accident(young).decision()).isEqualTo(Decision.GRANTED);
        assertThat(rules.accident("'cover': [{'from': '2024-03-01', 'through': '2025-02-28'}], 'eventDate': '2025-05-31'").reasons())
                .containsExactly("GRACE");
        assertThat(rules.accident("'cover': [{'from': '2024-03-01', 'through': '2025-02-28'}]").reasons()).containsExactly("LAPSED_GT_3M");
        assertThat(rules.accident("'cover': []").reasons()).containsExactly("NOT_COVERED");
    }

    @Test
    void coverRegisteredLaterOnTheDayOfTheAccidentCameTooLate() {
        String sameDay = "'accidentAt': '2025-06-01T10:00:00+07:00', 'cover': [{'from': '2025-06-01', 'through': '2025-12-31', "
                + "'registeredAt': '2025-06-01T%s+07:00'}]";
        assertThat(rules.accident(sameDay.formatted("10:00:01")).reasons()).containsExactly("REGISTERED_AFTER_EVENT");
        assertThat(rules.accident(sameDay.formatted("10:00:00")).reasons()).isEmpty();
    }

    @Test
    void theAccidentIsTheEventWhereNoOtherDayIsSent() {
        Assessment assessment = rules.accident("'eventDate': null, 'accidentAt': '2025-05-31T23:30:00Z', 'cover': [{'from': '2025-06-01', 'through': '2025-06-30'}]");
        assertThat(assessment.decision()).as("half past six in Jakarta on the first of June").isEqualTo(Decision.GRANTED);
    }

    @Test
    void whoDiesOfAnAccidentLaterWasInsuredOnTheDayOfTheAccident() {
        String later = "'outcome': 'DEATH', 'eventDate': '2025-10-20', 'accidentAt': '%sT08:00:00+07:00', "
                + "'cover': [{'from': '2025-03-01', 'through': '2025-06-30'}]";
        assertThat(rules.accident(later.formatted("2025-06-30")).decision()).isEqualTo(Decision.GRANTED);
        assertThat(rules.accident(later.formatted("2025-06-30")).total()).isEqualTo(Rupiah.of(70_000_000));
        Assessment inGrace = rules.accident(later.formatted("2025-07-01"));
        assertThat(inGrace.reasons()).containsExactly("GRACE");
        assertThat(inGrace.arrears()).isEqualTo(Rupiah.of(16_800));
        assertThat(rules.accident(later.formatted("2025-02-28")).reasons()).containsExactly("NOT_COVERED");
    }

    @Test
    void ac09_suicideIsCovered() {
        assertThat(rules.death("'cause': 'SUICIDE'").total()).isEqualTo(Rupiah.of(42_000_000));
    }

    @Test
    void aCauseOfTheOtherProgrammeIsReferred() {
        for (String cause : List.of("WORK_ACCIDENT", "OCCUPATIONAL_DISEASE")) {
            assertThat(rules.death("'cause': '%s'".formatted(cause)).reasons()).containsExactly("CAUSE_BELONGS_TO_JKK");
            assertThat(rules.accident("'cause': '%s'".formatted(cause)).decision()).isEqualTo(Decision.GRANTED);
        }
        for (String event : List.of("2025-02-23", "2025-02-24")) {
            for (String cause : List.of("ILLNESS", "SUICIDE", "OTHER")) {
                assertThat(rules.accident("'cause': '%s', 'eventDate': '%s'".formatted(cause, event)).reasons())
                        .containsExactly("CAUSE_NOT_FROM_WORK");
            }
        }
        assertThat(rules.death("'cause': 'OTHER'").decision()).isEqualTo(Decision.GRANTED);
    }

    @Test
    void ac25_theRightLapsesOnTheDayAfterFiveYears() {
        String old = "'eventDate': '2021-02-01', 'cover': [{'from': '2020-12-01', 'through': '2021-11-30'}], 'filedOn': '%s'";
        assertThat(rules.accident(old.formatted("2026-01-31")).decision()).isEqualTo(Decision.GRANTED);
        assertThat(rules.accident(old.formatted("2026-02-01")).decision()).isEqualTo(Decision.GRANTED);
        Assessment lapsed = rules.accident(old.formatted("2026-02-02"));
        assertThat(lapsed.decision()).isEqualTo(Decision.REJECTED);
        assertThat(lapsed.reasons()).containsExactly("CLAIM_RIGHT_LAPSED");
        assertThat(lapsed.total()).isEqualTo(Rupiah.ZERO);
    }

    @Test
    void theOldLawLetTheRightLapseAfterTwoYears() {
        Assessment lapsed = rules.accident("'eventDate': '2019-12-01', 'filedOn': '2021-12-02'");
        assertThat(lapsed.reasons()).containsExactly("CLAIM_RIGHT_LAPSED");
        assertThat(rules.accident("'eventDate': '2019-12-02', 'filedOn': '2021-12-03', "
                + "'cover': [{'from': '2019-12-01', 'through': '2020-11-30'}]").decision()).isEqualTo(Decision.GRANTED);
    }

    @Test
    void aDayWithoutRulesIsRefusedInWords() {
        assertThatThrownBy(() -> rules.death("'eventDate': '2014-01-31'"))
                .hasMessage("Tidak ada aturan Masa tenggang iuran yang berlaku pada 31 Januari 2014.");
        assertThatThrownBy(() -> terms.deadline(LocalDate.parse("2014-01-31"), Programme.JKM))
                .hasMessage("Tidak ada aturan Batas waktu pembayaran klaim yang berlaku pada 31 Januari 2014.");
    }

    @Test
    void aLateDeathClaimIsReferredAndNeverRejectedForIt() {
        assertThat(rules.death("'filedOn': '2029-02-10'").decision()).isEqualTo(Decision.GRANTED);
        Assessment late = rules.death("'filedOn': '2029-02-11'");
        assertThat(late.decision()).isEqualTo(Decision.REFER);
        assertThat(late.reasons()).containsExactly("CLAIM_RIGHT_LAPSED");
        assertThat(late.total()).as("what is due if they accept").isEqualTo(Rupiah.of(42_000_000));
    }

    @Test
    void anEarlyDeathIsAFlagAndChangesNothing() {
        assertThat(rules.death("'eventDate': '2023-03-09'").flags()).containsExactly("EARLY_DEATH");
        assertThat(rules.death("'eventDate': '2023-03-09'").decision()).isEqualTo(Decision.GRANTED);
        assertThat(rules.death("'eventDate': '2023-03-10'").flags()).isEmpty();
        assertThat(rules.accident("'cover': [{'from': '2025-05-31', 'through': '2025-12-31'}]").flags()).isEmpty();
    }

    @Test
    void whatIsNotKnownAndMattersIsAReason() {
        assertThat(rules.death("'cover': null").reasons()).containsExactly("COVER_MISSING");
        assertThat(rules.death("'heirs': null").reasons()).containsExactly("HEIRS_MISSING");
        assertThat(rules.death("'heirs': [{'name': 'B'}]").reasons()).containsExactly("HEIR_RELATION_MISSING");
        assertThat(rules.death("'programme': null, 'eventDate': null").reasons()).containsExactly("PROGRAMME_MISSING", "EVENT_DATE_MISSING");
        assertThat(rules.death("'completeOn': '2029-02-11'").reasons()).containsExactly("FILED_ON_MISSING");
        assertThat(rules.death("'cause': null").flags()).containsExactly("CAUSE_NOT_STATED");
        assertThat(List.of(rules.death("'cover': null"), rules.death("'heirs': null"), rules.death("'programme': null")))
                .extracting(Assessment::decision).containsOnly(Decision.REFER);
    }

    @Test
    void everyReasonHasItsSentence() {
        assertThat(Wording.knowsReason("DOMINANT_HAND_MISSING")).isTrue();
        assertThat(List.of(rules.death("'cover': null"), rules.death("'heirs': null"), rules.death("'programme': null, 'eventDate': null"),
                rules.death("'eventDate': '2025-03-10'"), rules.death("'cause': 'WORK_ACCIDENT'")))
                .flatExtracting(Assessment::reasons).allMatch(Wording::knowsReason);
    }

    @Test
    void deadlinesAndPenaltyAreRows() {
        LocalDate day = LocalDate.parse("2026-03-02");
        assertThat(terms.deadline(day, Programme.JKM).workingDays()).isEqualTo(3);
        assertThat(terms.deadline(day, Programme.JKK).workingDays()).isEqualTo(7);
        assertThat(terms.penalty(day, Programme.JKM).percentPerDay()).isEqualTo(1);
        assertThat(terms.penalty(day, Programme.JKK).percentPerDay()).isEqualTo(1);
        assertThat(terms.reportOfAccident(LocalDate.parse("2025-02-23")).hours()).isEqualTo(48);
        assertThat(terms.reportOfAccident(LocalDate.parse("2025-02-24")).legalBasis()).contains("Permenaker 1/2025");
    }

    @Test
    void whenDeathsAreAClusterIsATable() {
        Ruling window = TABLES.ruleBook().decide("risk-window", LocalDate.parse("2026-03-02"), Map.of());

        assertThat(window.amount("deaths")).isGreaterThan(1);
        assertThat(TABLES.ruleBook().decide("risk-window", LocalDate.parse("2015-06-30"), Map.of()).rows()).isEmpty();
    }
}
