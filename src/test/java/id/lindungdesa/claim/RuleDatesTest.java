package id.lindungdesa.claim;

import static org.assertj.core.api.Assertions.assertThat;

import id.lindungdesa.regulation.RuleBook;
import id.lindungdesa.regulation.RulesAsTheyLie;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
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
