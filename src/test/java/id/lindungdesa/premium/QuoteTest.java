package id.lindungdesa.premium;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import id.lindungdesa.LindungDesaTest;
import id.lindungdesa.identity.Appointment;
import id.lindungdesa.identity.Offices;
import id.lindungdesa.identity.Role;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.RequestEntity;
import org.springframework.http.ResponseEntity;

@LindungDesaTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class QuoteTest {

    private static final String PASSWORD = "Rahasia-uji-123";

    @Autowired TestRestTemplate http;
    @Autowired Offices offices;
    @Autowired PremiumPayments payments;

    @BeforeAll
    void official() {
        offices.appoint(List.of(new Appointment(1, "kades-75-q", "Kades Uji", Role.KADES, "75.01.02.2001",
                LocalDate.of(2020, 1, 1), null, "SK-UJI")), List.of(), user -> PASSWORD);
    }

    @Test
    void ac30_theQuoteAnswersAsAgreed() {
        ResponseEntity<String> answer = post("""
                {"earmark": 10000000, "workers": 50, "months": 12, "from": "2026-10", "income": 1000000, "payer": "APBD", "sector": "OTHER"}""",
                String.class);

        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.OK);
        assertThat(answer.getBody()).startsWith("""
                {"perWorkerMonth":16800,"cost":10080000,"short":80000,"workerMonths":595,"options":[\
                {"workers":49,"months":12,"extraWorkers":1,"extraMonths":7,"cost":9996000,"left":4000},\
                {"workers":50,"months":11,"extraWorkers":0,"extraMonths":0,"cost":9240000,"left":760000},\
                {"workers":49,"months":12,"extraWorkers":0,"extraMonths":0,"cost":9878400,"left":121600}],"legalBasis":["PP 44/2015""");
    }

    @Test
    void ac33_publicMoneyHasNoDiscount() {
        assertThat(rate("2026-06", "APBD", "OTHER")).isEqualTo(16_800);
        assertThat(rate("2026-06", "SELF", "OTHER")).isEqualTo(8_400);
    }

    @Test
    void ac34_theWindowOfADiscountOpensBySector() {
        assertThat(rate("2026-02", "SELF", "OTHER")).isEqualTo(16_800);
        assertThat(rate("2026-02", "SELF", "TRANSPORT")).isEqualTo(8_400);
    }

    @Test
    void aYearAcrossTheEndOfADiscountCostsTheSumOfItsMonths() {
        JsonNode quote = post("""
                {"earmark": 1000000, "workers": 1, "months": 12, "from": "2026-10", "payer": "SELF"}""", JsonNode.class).getBody();

        assertThat(quote.get("perWorkerMonth").asLong()).isEqualTo(8_400);
        assertThat(quote.get("cost").asLong()).isEqualTo(3 * 8_400 + 9 * 16_800);
        assertThat(quote.get("legalBasis")).hasSizeGreaterThan(1);
    }

    @Test
    void ac35_aPremiumIsInTimeUntilTheWorkingDayAfterTheFifteenth() {
        assertThat(payments.lastDayInTime(YearMonth.of(2026, 8))).isEqualTo(LocalDate.of(2026, 8, 18));
        assertThat(payments.lastDayInTime(YearMonth.of(2026, 10))).isEqualTo(LocalDate.of(2026, 10, 15));
    }

    @Test
    void whatCannotBeQuotedIsToldFieldByField() {
        ResponseEntity<JsonNode> answer = post("""
                {"earmark": -1, "workers": 0, "months": 25, "from": "Oktober", "payer": "ORANG", "sector": "LAIN"}""", JsonNode.class);

        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.UNPROCESSABLE_ENTITY);
        assertThat(answer.getBody().get("code").asText()).isEqualTo("QUOTE_INVALID");
        assertThat(answer.getBody().get("errors").findValuesAsText("field"))
                .containsExactly("earmark", "workers", "months", "from", "payer", "sector");
        assertThat(post("{}", JsonNode.class).getBody().get("errors").findValuesAsText("field"))
                .containsExactly("earmark", "workers", "months", "from");
        assertThat(post("{\"earmark\": 1, \"workers\": 1, \"months\": 1, \"from\": \"2015-06\"}", JsonNode.class).getBody()
                .get("errors").findValuesAsText("code")).containsExactly("NO_TARIFF");
        assertThat(post("{\"earmark\": 1.5, \"workers\": 1, \"months\": 1, \"from\": \"2026-06\"}", JsonNode.class).getStatusCode()
                .is4xxClientError()).isTrue();
        assertThat(http.postForEntity("/api/premiums/quote", null, String.class).getStatusCode()).isEqualTo(HttpStatus.UNAUTHORIZED);
    }

    private long rate(String from, String payer, String sector) {
        return post("{\"earmark\": 100000, \"workers\": 1, \"months\": 1, \"from\": \"%s\", \"payer\": \"%s\", \"sector\": \"%s\"}"
                .formatted(from, payer, sector), JsonNode.class).getBody().get("perWorkerMonth").asLong();
    }

    private <T> ResponseEntity<T> post(String json, Class<T> type) {
        return http.withBasicAuth("kades-75-q", PASSWORD).exchange(
                RequestEntity.post("/api/premiums/quote").contentType(MediaType.APPLICATION_JSON).body(json), type);
    }
}
