package id.lindungdesa;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.RequestEntity;

@LindungDesaTest
class StartTest {

    @Autowired
    TestRestTemplate http;

    @Test
    void healthIsForEverybodyAndSaysNothingMore() {
        var health = http.getForEntity("/actuator/health", String.class);

        assertThat(health.getStatusCode()).isEqualTo(HttpStatus.OK);
        assertThat(health.getBody()).contains("UP").doesNotContain("db");
    }

    @Test
    void everythingElseWantsALogin() {
        for (String path : new String[] {"/api/openapi", "/engine-rest/task", "/engine-rest/engine", "/actuator/metrics",
                "/actuator", "/nowhere", "/camunda/api/engine/engine/default/task"}) {
            assertThat(http.getForEntity(path, String.class).getStatusCode()).as(path).isEqualTo(HttpStatus.UNAUTHORIZED);
        }
    }

    @Test
    void aBrowserIsLedToTheLoginPage() {
        var answer = http.exchange(RequestEntity.get("/nowhere").header(HttpHeaders.ACCEPT, "text/html").build(), String.class);

        assertThat(answer.getStatusCode().is3xxRedirection() || answer.getStatusCode().is2xxSuccessful()).isTrue();
    }

    @Test
    void theFirstAdministratorLogsIn() {
        var answer = http.withBasicAuth("admin", "Rahasia-uji-123").getForEntity("/engine-rest/engine", String.class);

        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.OK);
    }
}
