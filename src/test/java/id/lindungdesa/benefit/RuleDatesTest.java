package id.lindungdesa.benefit;

import static org.assertj.core.api.Assertions.assertThat;

import id.lindungdesa.regulation.RuleBook;
import id.lindungdesa.regulation.RulesAsTheyLie;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From which day each row of the law answers: nothing on the day before, something on the day. */
class RuleDatesTest {

    private static final RuleBook RULES = new RulesAsTheyLie().ruleBook();

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "claim-eligibility | 2019-12-02 | programme=JKM cover=ACTIVE monthsOfMembership=12",
        "claim-eligibility | 2019-12-02 | programme=JKM cover=GRACE monthsOfMembership=12",
        "claim-eligibility | 2019-12-02 | programme=JKM cover=LAPSED monthsOfMembership=12",
        "claim-eligibility | 2019-12-02 | programme=JKM cover=REGISTERED_AFTER_EVENT monthsOfMembership=0",
        "claim-eligibility | 2019-12-02 | programme=JKM cover=NOT_COVERED monthsOfMembership=0",
        "claim-eligibility | 2019-12-02 | programme=JKK cover=ACTIVE monthsOfMembership=0",
        "claim-eligibility | 2019-12-02 | programme=JKK cover=GRACE monthsOfMembership=0",
        "claim-eligibility | 2019-12-02 | programme=JKK cover=LAPSED monthsOfMembership=0",
        "claim-eligibility | 2019-12-02 | programme=JKK cover=REGISTERED_AFTER_EVENT monthsOfMembership=0",
        "claim-eligibility | 2019-12-02 | programme=JKK cover=NOT_COVERED monthsOfMembership=0",
        "claim-cause | 2015-07-01 | programme=JKM cause=ILLNESS",
        "claim-cause | 2015-07-01 | programme=JKM cause=SUICIDE",
        "claim-cause | 2015-07-01 | programme=JKM cause=WORK_ACCIDENT",
        "claim-cause | 2015-07-01 | programme=JKK cause=WORK_ACCIDENT",
        "claim-cause | 2015-07-01 | programme=JKK cause=OCCUPATIONAL_DISEASE",
        "claim-cause | 2015-07-01 | programme=JKK cause=ILLNESS",
        "claim-expiry | 2015-07-01 | programme=JKK",
        "claim-expiry | 2015-07-01 | programme=JKM",
        "grace-period | 2015-07-01 | ",
        "risk-sign | 2015-07-01 | outcome=DEATH monthsOfMembership=2",
        "claim-deadline | 2015-07-01 | programme=JKM",
        "claim-deadline | 2015-07-01 | programme=JKK",
        "late-penalty | 2015-07-01 | programme=JKM",
        "late-penalty | 2015-07-01 | programme=JKK",
        "accident-report-deadline | 2015-07-01 | ",
        "death-benefit | 2019-12-02 | monthsOfMembership=0",
        "accident-benefit | 2019-12-02 | outcome=DEATH",
        "accident-benefit | 2019-12-02 | outcome=TOTAL_PERMANENT_DISABILITY",
        "accident-benefit | 2019-12-02 | outcome=PARTIAL_DISABILITY",
        "income-replacement | 2019-12-02 | ",
        "transport-cap | 2019-12-02 | mode=LAND",
        "transport-cap | 2019-12-02 | mode=SEA",
        "transport-cap | 2019-12-02 | mode=AIR",
        "home-care-cap | 2019-12-02 | ",
        "aid-cap | 2019-12-02 | aid=GLASSES",
        "aid-cap | 2019-12-02 | aid=HEARING_AID",
        "aid-cap | 2019-12-02 | aid=DENTURES",
        "aid-cap | 2019-12-02 | aid=ORTHOSIS",
        "scholarship-right | 2019-12-02 | programme=JKM outcome=DEATH monthsOfMembership=36",
        "scholarship-right | 2019-12-02 | programme=JKM outcome=DEATH monthsOfMembership=35",
        "scholarship-right | 2019-12-02 | programme=JKK outcome=DEATH monthsOfMembership=0",
        "scholarship-right | 2019-12-02 | programme=JKK outcome=RECOVERED monthsOfMembership=0",
        "scholarship-amount | 2019-12-02 | level=TK",
        "scholarship-amount | 2019-12-02 | level=SD",
        "scholarship-amount | 2019-12-02 | level=SMP",
        "scholarship-amount | 2019-12-02 | level=SMA",
        "scholarship-amount | 2019-12-02 | level=PT",
        "scholarship-end | 2019-12-02 | age=23 married=false working=NO wageMonths=-1",
        "scholarship-end | 2019-12-02 | age=22 married=true working=NO wageMonths=-1",
        "scholarship-end | 2019-12-02 | age=22 married=false working=BPU wageMonths=-1",
        "heir-rank | 2015-07-01 | relation=SPOUSE",
    })
    void beginsOnItsDay(String table, LocalDate first, String facts) {
        assertThat(RULES.decide(table, first.minusDays(1), read(facts)).rows()).isEmpty();
        assertThat(RULES.decide(table, first, read(facts)).rows()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", value = {
        "claim-eligibility | programme=JKM cover=ACTIVE monthsOfMembership=2 | GRANTED: | REDUCED:UNDER_THREE_MONTHS",
        "claim-eligibility | programme=JKM cover=ACTIVE monthsOfMembership=3 | GRANTED: | GRANTED:",
        "claim-eligibility | programme=JKM cover=GRACE monthsOfMembership=2 | REFER:GRACE | REFER:GRACE,UNDER_THREE_MONTHS",
        "claim-eligibility | programme=JKM cover=GRACE monthsOfMembership=3 | REFER:GRACE | REFER:GRACE",
        "claim-eligibility | programme=JKM cover=LAPSED monthsOfMembership=3 | REJECTED:LAPSED_GT_3M | REJECTED:LAPSED_GT_3M",
        "claim-eligibility | programme=JKM cover=REGISTERED_AFTER_EVENT monthsOfMembership=0 | REJECTED:REGISTERED_AFTER_EVENT | REJECTED:REGISTERED_AFTER_EVENT",
        "claim-eligibility | programme=JKM cover=NOT_COVERED monthsOfMembership=0 | REJECTED:NOT_COVERED | REJECTED:NOT_COVERED",
        "claim-eligibility | programme=JKK cover=ACTIVE monthsOfMembership=0 | GRANTED: | GRANTED:",
        "claim-eligibility | programme=JKK cover=GRACE monthsOfMembership=0 | REFER:GRACE | REFER:GRACE",
        "claim-eligibility | programme=JKK cover=LAPSED monthsOfMembership=0 | REJECTED:LAPSED_GT_3M | REJECTED:LAPSED_GT_3M",
        "claim-eligibility | programme=JKK cover=REGISTERED_AFTER_EVENT monthsOfMembership=0 | REJECTED:REGISTERED_AFTER_EVENT | REJECTED:REGISTERED_AFTER_EVENT",
        "claim-eligibility | programme=JKK cover=NOT_COVERED monthsOfMembership=0 | REJECTED:NOT_COVERED | REJECTED:NOT_COVERED",
        "claim-cause | programme=JKM cause=WORK_ACCIDENT | REFER:CAUSE_BELONGS_TO_JKK | REFER:CAUSE_BELONGS_TO_JKK",
        "claim-cause | programme=JKM cause=SUICIDE | GRANTED: | GRANTED:",
        "claim-cause | programme=JKM cause=ILLNESS | GRANTED: | GRANTED:",
        "claim-cause | programme=JKK cause=WORK_ACCIDENT | GRANTED: | GRANTED:",
        "claim-cause | programme=JKK cause=OCCUPATIONAL_DISEASE | GRANTED: | GRANTED:",
        "claim-cause | programme=JKK cause=OTHER | REFER:CAUSE_NOT_FROM_WORK | REFER:CAUSE_NOT_FROM_WORK",
        "death-benefit | monthsOfMembership=2 | LUMP_SUM 20000000, PERIODIC 12000000, FUNERAL 10000000 | FUNERAL 10000000",
        "death-benefit | monthsOfMembership=3 | LUMP_SUM 20000000, PERIODIC 12000000, FUNERAL 10000000 | LUMP_SUM 20000000, PERIODIC 12000000, FUNERAL 10000000",
        "scholarship-end | age=20 married=false working=BPU wageMonths=-1 | SCHOLARSHIP_ENDED_WORK | ''",
        "scholarship-end | age=20 married=false working=WAGE wageMonths=6 | SCHOLARSHIP_ENDED_WORK | ''",
        "scholarship-end | age=20 married=false working=WAGE wageMonths=7 | SCHOLARSHIP_ENDED_WORK | SCHOLARSHIP_ENDED_WORK",
        "scholarship-end | age=20 married=false working=WAGE wageMonths=0 | SCHOLARSHIP_ENDED_WORK | ''",
        "scholarship-end | age=20 married=false working=WAGE wageMonths=-1 | SCHOLARSHIP_ENDED_WORK | SCHOLARSHIP_ENDED_WORK",
        "scholarship-end | age=20 married=false working=NO wageMonths=-1 | '' | ''",
        "accident-report-deadline | - | 48 | 48",
    })
    void theLawOfTheOldDayAndOfTheNewMeetOnThe24thOfFebruary2025(String table, String facts, String old, String later) {
        assertThat(answer(table, LocalDate.of(2025, 2, 23), facts)).isEqualTo(old);
        assertThat(answer(table, LocalDate.of(2025, 2, 24), facts)).isEqualTo(later);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"death-benefit | 3", "accident-benefit | 3", "income-replacement | 2"})
    void givesEachAmountOnceOnEveryDay(String table, int amounts) {
        for (LocalDate day : new LocalDate[] {LocalDate.of(2019, 12, 2), LocalDate.of(2025, 2, 23), LocalDate.of(2025, 2, 24)}) {
            assertThat(RULES.decide(table, day, read("outcome=DEATH monthsOfMembership=12")).rows()).as("%s", day).hasSize(amounts);
        }
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void everyPartOfTheBodyHasItsWeightFromTheFirstDay(boolean dominant) {
        for (BodyPart part : BodyPart.values()) {
            Map<String, Object> facts = Map.of("part", part.name(), "dominant", dominant);
            assertThat(RULES.decide("disability-percent", LocalDate.of(2019, 12, 1), facts).rows()).as("%s", part).isEmpty();
            assertThat(RULES.decide("disability-percent", LocalDate.of(2019, 12, 2), facts).rows()).as("%s", part).hasSize(1);
        }
    }

    private static String answer(String table, LocalDate on, String facts) {
        return RULES.decide(table, on, read(facts)).rows().stream().map(row -> {
            if (row.containsKey("decision")) {
                return row.get("decision") + ":" + row.get("reasons");
            }
            return row.containsKey("code") ? row.get("code") + " " + row.get("rupiah") : row.containsKey("reason")
                    ? (String) row.get("reason") : String.valueOf(row.get("hours"));
        }).collect(Collectors.joining(", "));
    }

    private static Map<String, Object> read(String facts) {
        Map<String, Object> read = new HashMap<>();
        for (String fact : facts == null ? new String[0] : facts.split(" ")) {
            String value = fact.substring(fact.indexOf('=') + 1);
            read.put(fact.substring(0, fact.indexOf('=')), value.matches("-?\\d+") ? Integer.valueOf(value)
                    : value.matches("true|false") ? Boolean.valueOf(value) : (Object) value);
        }
        return read;
    }
}
