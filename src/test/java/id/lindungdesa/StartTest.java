package id.lindungdesa;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpStatus;

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
    void aBrowserIsLedToTheLoginPage() throws Exception {
        var noRedirects = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
        var request = HttpRequest.newBuilder(URI.create(http.getRootUri() + "/nowhere")).header("Accept", "text/html").build();

        var answer = noRedirects.send(request, HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElseThrow()).contains("/camunda/app/welcome");
    }

    @Test
    void theFirstAdministratorLogsIn() {
        var answer = http.withBasicAuth("admin", "Rahasia-uji-123").getForEntity("/engine-rest/engine", String.class);

        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.OK);
    }
}
