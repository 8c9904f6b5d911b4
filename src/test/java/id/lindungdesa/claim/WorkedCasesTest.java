package id.lindungdesa.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.lindungdesa.Door;
import id.lindungdesa.LindungDesaTest;
import id.lindungdesa.identity.Appointment;
import id.lindungdesa.identity.Offices;
import id.lindungdesa.identity.Role;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpMethod;

/** The list of worked cases that guards the rule book, case by case through {@code POST /api/claims/assessment}. */
@LindungDesaTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WorkedCasesTest {

    private static final String OFFICER = "verifikator-25";

    @Autowired TestRestTemplate http;
    @Autowired Offices offices;
    @Autowired WorkedCases cases;
    @Autowired ObjectMapper json;

    private Door door;

    @BeforeAll
    void anOfficer() {
        door = new Door(http);
        offices.appoint(List.of(new Appointment(1, OFFICER, "Uji Verifikator", Role.BPJS_VERIFIKATOR, "uji-25", LocalDate.of(2020, 1, 1), null, "SK-UJI")),
                List.of(), user -> "Rahasia-uji-123");
        door.knows(OFFICER, "Rahasia-uji-123");
    }

    @TestFactory
    Stream<DynamicTest> comeOutAsTheLawSays() {
        return cases.all().stream().map(one -> dynamicTest(one.code() + " " + one.title(), () -> {
            JsonNode answer = door.expect(200, door.send(OFFICER, HttpMethod.POST, "/api/claims/assessment", one.request().toString(), "application/json"));
            assertThat(WorkedCases.otherwise(one, answer)).isEmpty();
        }));
    }

    @Test
    void theListHoldsEachOfAc01ToAc29AndExpectsSomething() {
        assertThat(cases.all().stream().map(one -> one.code().substring(0, 5)).distinct())
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 29).mapToObj("AC-%02d"::formatted).toList());
        assertThat(cases.all()).allMatch(one -> !one.expect().isEmpty() && !one.source().isBlank());
    }

    @Test
    void anotherAnswerIsNamed() throws Exception {
        WorkedCases.Case one = new WorkedCases.Case("AC-00", "", "", json.readTree("{}"), json.readTree("{\"total\": 5, \"reasons\": []}"));

        assertThat(WorkedCases.otherwise(one, json.readTree("{\"total\": 6, \"reasons\": []}"))).isEqualTo("total 6, bukan 5");
    }
}
