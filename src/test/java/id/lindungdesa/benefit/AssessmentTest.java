package id.lindungdesa.benefit;

import static id.lindungdesa.benefit.AskedRules.aDeath;
import static id.lindungdesa.benefit.AskedRules.anAccident;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import id.lindungdesa.Door;
import id.lindungdesa.LindungDesaTest;
import id.lindungdesa.identity.Appointment;
import id.lindungdesa.identity.Offices;
import id.lindungdesa.identity.Role;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The worked cases of the law through {@code POST /api/claims/assessment}. */
@LindungDesaTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AssessmentTest {

    private static final String PASSWORD = "Rahasia-uji-123";
    private static final String OFFICER = "bpjs-verifikator-28";

    @Autowired TestRestTemplate http;
    @Autowired Offices offices;
    @Autowired JdbcClient jdbc;

    private Door door;

    @BeforeAll
    void officials() {
        door = new Door(http);
        List<Appointment> people = List.of(appointment(OFFICER, Role.BPJS_VERIFIKATOR, "uji-28"), appointment("mitra-28", Role.INSURER, ""),
                appointment("kanwil-28", Role.BPJS_KANWIL, ""), appointment("kades-28", Role.KADES, "28.01.01.2001"),
                appointment("bank-28", Role.BANK, ""));
        offices.appoint(people, List.of(), user -> PASSWORD);
        people.forEach(person -> door.knows(person.user(), PASSWORD));
    }

    @Test
    void theExampleOfTheContractAnswersAsAgreed() {
        JsonNode answer = assess("""
                {"programme": "JKK", "eventDate": "2025-06-01", "cause": "WORK_ACCIDENT", "outcome": "PARTIAL_DISABILITY",
                 "incomeBase": 1000000,
                 "cover": [{"from": "2025-01-01", "through": "2025-12-31", "registeredAt": "2024-12-28T09:00:00+07:00"}],
                 "dominantHand": "RIGHT",
                 "disabilities": [{"part": "THUMB", "side": "RIGHT", "loss": "ANATOMICAL", "percentLost": 100}],
                 "unableToWork": {"months": 3, "days": 0},
                 "transport": [{"mode": "LAND", "rupiah": 3200000}],
                 "homeCare": {"months": 2, "rupiah": 5000000},
                 "children": [{"name": "A", "birthDate": "2008-05-01", "level": "SMA", "married": false, "working": "NO"}],
                 "schoolYear": 2025,
                 "heirs": [{"name": "B", "relation": "SPOUSE"}],
                 "filedOn": "2025-09-01", "completeOn": "2025-09-03", "paidOn": "2025-09-10"}""");

        assertThat(answer.get("decision").asText()).isEqualTo("GRANTED");
        for (String list : List.of("reasons", "flags", "scholarship")) {
            assertThat(answer.get(list)).as(list).isEmpty();
        }
        assertThat(answer.get("components").findValuesAsText("code"))
                .containsExactly("PARTIAL_DISABILITY", "INCOME_REPLACEMENT", "TRANSPORT", "HOME_CARE");
        assertThat(answer.get("components").findValuesAsText("rupiah")).containsExactly("12000000", "3000000", "3200000", "5000000");
        assertThat(answer.get("components").findValuesAsText("payee")).containsOnly("WORKER");
        assertThat(answer.get("components").findValuesAsText("legalBasis")).allMatch(basis -> basis.contains("PP 44/2015"));
        assertThat(answer.get("total").asLong()).isEqualTo(23_200_000);
        assertThat(answer.get("payees").toString()).isEqualTo("[{\"name\":\"WORKER\",\"rupiah\":23200000}]");
        for (String sum : List.of("scholarshipTotal", "scholarshipProjection", "arrears", "penalty")) {
            assertThat(answer.get(sum).asLong()).as(sum).isZero();
        }
        assertThat(answer.get("payBy").asText()).as("5 September 2025 is a holiday, 6 and 7 a weekend").isEqualTo("2025-09-15");
        assertThat(answer.get("stageOneDueAt").isNull()).isTrue();
        assertThat(answer.get("ruleVersions").get("disability-percent").asText()).startsWith("disability-percent:");
        assertThat(answer.get("explanation").asText()).contains("Santunan cacat sebagian Rp12.000.000");
    }

    @Test
    void ac01_aFullBenefitGoesToTheWifeAndTheAnswerSaysWhyThereIsNoScholarship() {
        JsonNode answer = assess(aDeath("'children': [{'name': 'A', 'birthDate': '2014-03-01', 'level': 'SD'}, {'name': 'C', 'birthDate': '2008-03-01', 'level': 'SMA'}]"));

        assertThat(answer.get("decision").asText()).isEqualTo("GRANTED");
        assertThat(answer.get("total").asLong()).isEqualTo(42_000_000);
        assertThat(reasons(answer)).containsExactly("SCHOLARSHIP_NEEDS_36_MONTHS");
        assertThat(answer.get("scholarshipTotal").asLong()).isZero();
        assertThat(payees(answer)).containsExactly("B 42000000");
        assertThat(answer.get("explanation").asText()).contains("masa iur paling singkat 36 bulan", "PP 82/2019 Pasal 34");
    }

    @Test
    void ac02_ac03_ac04_theThreeMonthsOf2025() {
        JsonNode two = assess(aDeath("'eventDate': '2025-08-05', 'cover': [{'from': '2025-06-01', 'through': '2026-05-31'}]"));
        assertThat(two.get("decision").asText()).isEqualTo("REDUCED");
        assertThat(reasons(two)).containsExactly("UNDER_THREE_MONTHS");
        assertThat(two.get("components").findValuesAsText("code")).containsExactly("FUNERAL");
        JsonNode week = assess(aDeath("'eventDate': '2022-12-08', 'cover': [{'from': '2022-12-01', 'through': '2023-10-31'}]"));
        assertThat(week.get("total").asLong()).isEqualTo(42_000_000);
        assertThat(week.get("flags").toString()).isEqualTo("[\"EARLY_DEATH\"]");
        assertThat(total(aDeath("'eventDate': '2025-08-31', 'cover': [{'from': '2025-06-01', 'through': '2026-05-31'}]"))).isEqualTo(10_000_000);
        assertThat(total(aDeath("'eventDate': '2025-09-01', 'cover': [{'from': '2025-06-01', 'through': '2026-05-31'}]"))).isEqualTo(42_000_000);
    }

    @Test
    void ac05_theFamilyNamesTwoOfThreeChildren() {
        JsonNode answer = assess(aDeath("'eventDate': '2026-01-15', 'cover': [{'from': '2022-12-01', 'through': '2026-01-31'}], 'schoolYear': 2025, "
                + "'children': [{'name': 'T', 'birthDate': '2020-09-01', 'level': 'TK'}, "
                + "{'name': 'P', 'birthDate': '2012-05-01', 'level': 'SMP', 'nominated': true}, "
                + "{'name': 'A', 'birthDate': '2009-05-01', 'level': 'SMA', 'nominated': true}]"));

        assertThat(answer.get("total").asLong()).isEqualTo(42_000_000);
        assertThat(answer.get("scholarshipTotal").asLong()).isEqualTo(5_000_000);
        assertThat(answer.get("scholarship").findValuesAsText("name")).containsExactly("P", "A");
        assertThat(reasons(answer)).containsExactly("SCHOLARSHIP_MAX_TWO_CHILDREN");
    }

    @Test
    void ac06_ac07_ac08_lapsedInGraceAndEnded() {
        JsonNode back = assess(aDeath("'eventDate': '2025-10-15', 'cover': [{'from': '2022-12-01', 'through': '2023-11-30'}, {'from': '2025-09-01', 'through': '2026-08-31'}]"));
        assertThat(back.get("total").asLong()).isEqualTo(10_000_000);
        JsonNode grace = assess(aDeath("'eventDate': '2024-08-20', 'cover': [{'from': '2023-07-01', 'through': '2024-06-30'}]"));
        assertThat(grace.get("decision").asText()).isEqualTo("REFER");
        assertThat(reasons(grace)).containsExactly("GRACE");
        assertThat(grace.get("arrears").asLong()).isEqualTo(33_600);
        assertThat(grace.get("total").asLong()).isEqualTo(42_000_000);
        JsonNode ended = assess(aDeath("'eventDate': '2024-06-10', 'cover': [{'from': '2023-02-01', 'through': '2024-01-31'}], 'completeOn': '2024-06-20', 'filedOn': '2024-06-20'"));
        assertThat(ended.get("decision").asText()).isEqualTo("REJECTED");
        assertThat(reasons(ended)).containsExactly("LAPSED_GT_3M");
        assertThat(ended.get("components")).isEmpty();
        assertThat(ended.get("payees")).isEmpty();
        assertThat(ended.get("total").asLong()).isZero();
        assertThat(ended.get("payBy").isNull()).isTrue();
        assertThat(ended.get("explanation").asText()).contains("dana desa terlambat", "pengaduan");
    }

    @Test
    void ac09_ac10_ac11_suicideParentsAndNobody() {
        assertThat(total(aDeath("'cause': 'SUICIDE'"))).isEqualTo(42_000_000);
        JsonNode parents = assess(aDeath("'heirs': [{'name': 'S', 'relation': 'SIBLING'}, {'name': 'I', 'relation': 'PARENT'}, {'name': 'A', 'relation': 'PARENT'}]"));
        assertThat(payees(parents)).containsExactly("I 21000000", "A 21000000");
        JsonNode nobody = assess(aDeath("'heirs': [{'name': 'N', 'relation': 'FUNERAL_ORGANISER'}]"));
        assertThat(payees(nobody)).containsExactly("N 10000000", "SOCIAL_SECURITY_FUND 32000000");
        assertThat(nobody.get("components").findValuesAsText("payee")).containsExactly("SOCIAL_SECURITY_FUND", "SOCIAL_SECURITY_FUND", "N");
    }

    @Test
    void ac12_ac13_ac14_threeWorkingDaysAndOnePercentADay() {
        String cover = "'eventDate': '2026-01-30', 'cover': [{'from': '2025-01-01', 'through': '2026-12-31'}], ";
        JsonNode late = assess(aDeath(cover + "'completeOn': '2026-03-02', 'paidOn': '2026-03-06'"));
        assertThat(late.get("payBy").asText()).isEqualTo("2026-03-05");
        assertThat(late.get("penalty").asLong()).isEqualTo(420_000);
        assertThat(late.get("total").asLong()).as("without the penalty").isEqualTo(42_000_000);
        assertThat(assess(aDeath(cover + "'completeOn': '2026-03-02', 'paidOn': '2026-03-05'")).get("penalty").asLong()).isZero();
        assertThat(assess(aDeath(cover + "'completeOn': '2026-03-02', 'paidOn': '2026-03-09'")).get("penalty").asLong())
                .as("calendar days").isEqualTo(4 * 420_000);
        assertThat(assess(aDeath(cover + "'completeOn': '2026-02-12'")).get("payBy").asText()).isEqualTo("2026-02-19");
        assertThat(assess(aDeath(cover + "'filedOn': '2026-03-02', 'completeOn': '2026-03-09'")).get("payBy").asText()).isEqualTo("2026-03-12");
        assertThat(assess(aDeath(cover + "'filedOn': '2026-03-02'")).get("payBy").isNull()).isTrue();
    }

    @Test
    void ac15_ac16_aDeathAtWorkWithTwoPupils() {
        JsonNode answer = assess(anAccident("'outcome': 'DEATH', 'cover': [{'from': '2025-05-22', 'through': '2026-05-21'}], 'children': ["
                + "{'name': 'D', 'birthDate': '2016-08-01', 'level': 'SD', 'grade': 3}, {'name': 'M', 'birthDate': '2009-08-01', 'level': 'SMA', 'grade': 10}]"));

        assertThat(answer.get("decision").asText()).isEqualTo("GRANTED");
        assertThat(answer.get("total").asLong()).isEqualTo(70_000_000);
        assertThat(answer.get("scholarshipTotal").asLong()).isEqualTo(4_500_000);
        assertThat(answer.get("scholarshipProjection").asLong()).isEqualTo(150_000_000);
        assertThat(reasons(answer)).isEmpty();
    }

    @Test
    void ac17_ac18_ac19_ac20_incomeThumbAndTotalDisability() {
        assertThat(total(anAccident("'eventDate': '2024-07-01', 'unableToWork': {'months': 14, 'days': 0}"))).isEqualTo(13_000_000);
        assertThat(total(anAccident("'unableToWork': {'months': 0, 'days': 45}"))).isEqualTo(1_500_000);
        assertThat(total(anAccident("'outcome': 'PARTIAL_DISABILITY', 'disabilities': [{'part': 'THUMB', 'side': 'RIGHT', 'loss': 'ANATOMICAL'}]")))
                .isEqualTo(12_000_000);
        JsonNode total = assess(anAccident("'outcome': 'TOTAL_PERMANENT_DISABILITY', 'children': [{'level': 'SD'}, {'level': 'SD'}, {'level': 'SD'}]"));
        assertThat(total.get("total").asLong()).isEqualTo(68_000_000);
        assertThat(total.get("scholarship")).hasSize(2);
    }

    @Test
    void ac21_ac22_transportAndHomeCareWithinTheirCaps() {
        JsonNode transport = assess(anAccident("'transport': [{'mode': 'LAND', 'rupiah': 3200000}, {'mode': 'LAND', 'rupiah': 1100000}, {'mode': 'SEA', 'rupiah': 2600000}]"));
        assertThat(transport.get("total").asLong()).isEqualTo(6_300_000);
        assertThat(reasons(transport)).containsExactly("CAP_REACHED");
        assertThat(transport.get("decision").asText()).isEqualTo("GRANTED");
        assertThat(total(anAccident("'homeCare': {'months': 11, 'rupiah': 26000000}"))).isEqualTo(20_000_000);
    }

    @Test
    void ac23_ac24_ac25_clockHoursWorkingDaysAndFiveYears() {
        String in2026 = "'eventDate': '%s', 'cover': [{'from': '2025-01-01', 'through': '2026-12-31'}], ";
        assertThat(assess(anAccident(in2026.formatted("2026-06-10") + "'accidentAt': '2026-06-10T14:00:00+07:00'")).get("stageOneDueAt").asText())
                .isEqualTo("2026-06-12T14:00:00+07:00");
        assertThat(assess(anAccident(in2026.formatted("2026-04-10") + "'completeOn': '2026-05-08'")).get("payBy").asText()).isEqualTo("2026-05-21");
        String old = "'eventDate': '2021-02-01', 'cover': [{'from': '2020-12-01', 'through': '2021-11-30'}], 'filedOn': '%s'";
        assertThat(assess(anAccident(old.formatted("2026-01-31"))).get("decision").asText()).isEqualTo("GRANTED");
        JsonNode lapsed = assess(anAccident(old.formatted("2026-02-15")));
        assertThat(lapsed.get("decision").asText()).isEqualTo("REJECTED");
        assertThat(reasons(lapsed)).containsExactly("CLAIM_RIGHT_LAPSED");
    }

    @Test
    void ac26_ac27_ac28_ac29_scholarshipEndsGoesOnWaitsAndAddsUp() {
        String orphan = "'eventDate': '2023-06-01', 'cover': [{'from': '2023-01-01', 'through': '2023-12-31'}], 'outcome': 'DEATH', ";
        JsonNode ended = assess(anAccident(orphan + "'schoolYear': 2026, 'scholarshipClaimedOn': '2026-10-01', "
                + "'children': [{'name': 'A', 'birthDate': '2003-09-10', 'level': 'PT', 'grade': 3}]"));
        assertThat(reasons(ended)).containsExactly("SCHOLARSHIP_ENDED_AGE");
        assertThat(ended.get("scholarship")).isEmpty();
        assertThat(assess(anAccident(orphan + "'schoolYear': 2026, 'children': [{'birthDate': '2006-01-01', 'level': 'PT', 'working': 'BPU'}]"))
                .get("scholarshipTotal").asLong()).isEqualTo(12_000_000);
        JsonNode small = assess(anAccident("'outcome': 'DEATH', 'children': [{'name': 'K', 'birthDate': '2023-02-01'}]"));
        assertThat(small.get("scholarshipTotal").asLong()).isZero();
        assertThat(small.get("scholarship").get(0).get("rupiah").asLong()).isZero();
        assertThat(assess(anAccident("'outcome': 'DEATH', 'children': [{'level': 'TK'}, {'level': 'TK'}]")).get("scholarshipProjection").asLong())
                .isEqualTo(174_000_000);
    }

    @Test
    void whatIsMissingIsAReasonAndAnEmptyQuestionAnAnswer() {
        JsonNode nothing = assess("{}");
        assertThat(nothing.get("decision").asText()).isEqualTo("REFER");
        assertThat(reasons(nothing)).containsExactly("PROGRAMME_MISSING", "EVENT_DATE_MISSING");
        JsonNode heirless = assess(aDeath("'heirs': null"));
        assertThat(reasons(heirless)).containsExactly("HEIRS_MISSING");
        assertThat(heirless.get("payees")).isEmpty();
        assertThat(heirless.get("total").asLong()).isEqualTo(42_000_000);
    }

    @Test
    void contradictionsUnknownFieldsAndDatesWithoutLawAreRefused() {
        JsonNode refused = refused(anAccident("'eventDate': '2025-06-02', 'filedOn': '2025-06-01', 'outcome': 'PARTIAL_DISABILITY', "
                + "'disabilities': [{'part': 'THUMB', 'side': 'RIGHT', 'loss': 'FUNCTIONAL', 'percentLost': 130}, {'part': 'NOSE'}]"));
        assertThat(refused.get("code").asText()).isEqualTo("ASSESSMENT_INVALID");
        assertThat(refused.get("errors").findValuesAsText("pointer"))
                .containsExactlyInAnyOrder("/eventDate", "/disabilities/0/percentLost", "/disabilities/1/part");
        assertThat(refused(anAccident("'colour': 'RED'")).get("errors").get(0).get("pointer").asText()).isEqualTo("/colour");
        assertThat(refused(anAccident("'homeCare': {'months': 1, 'rupees': 1}")).get("errors").get(0).get("code").asText()).isEqualTo("UNKNOWN_FIELD");
        JsonNode lawless = refused(aDeath("'eventDate': '2019-12-01', 'cover': [{'from': '2019-11-01', 'through': '2020-10-31'}]"));
        assertThat(lawless.get("code").asText()).isEqualTo("NO_RULE_FOR_DATE");
        assertThat(lawless.get("errors").get(0).get("pointer").asText()).isEqualTo("/eventDate");
    }

    @Test
    void onlyTheInsurerAndItsPartnersMayAsk() {
        for (String user : List.of(OFFICER, "mitra-28", "kanwil-28")) {
            door.expect(200, send(user, aDeath("")));
        }
        for (String user : List.of("kades-28", "bank-28", "admin")) {
            door.expect(403, send(user, aDeath("")));
        }
        assertThat(http.postForEntity("/api/claims/assessment", null, String.class).getStatusCode().value()).isEqualTo(401);
    }

    @Test
    void nothingIsStored() {
        long before = rows();
        assess(aDeath(""));
        assertThat(rows()).isEqualTo(before);
    }

    private long rows() {
        return jdbc.sql("select (select count(*) from claim_claim) + (select count(*) from claim_component) "
                + "+ (select count(*) from act_hi_decinst) + (select count(*) from rest_idempotency)").query(Long.class).single();
    }

    private long total(String body) {
        return assess(body).get("total").asLong();
    }

    private JsonNode assess(String body) {
        return door.expect(200, send(OFFICER, body));
    }

    private JsonNode refused(String body) {
        return door.expect(422, send(OFFICER, body));
    }

    private ResponseEntity<String> send(String user, String body) {
        return door.send(user, HttpMethod.POST, "/api/claims/assessment", body, "application/json");
    }

    private static List<String> reasons(JsonNode answer) {
        return StreamSupport.stream(answer.get("reasons").spliterator(), false).map(JsonNode::asText).toList();
    }

    private static List<String> payees(JsonNode answer) {
        return StreamSupport.stream(answer.get("payees").spliterator(), false)
                .map(one -> one.get("name").asText() + " " + one.get("rupiah").asText()).toList();
    }

    private static Appointment appointment(String user, Role role, String area) {
        return new Appointment(1, user, "Uji " + user, role, area, LocalDate.of(2020, 1, 1), null, "SK-UJI");
    }
}
