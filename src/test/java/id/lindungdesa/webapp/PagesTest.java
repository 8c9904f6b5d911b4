package id.lindungdesa.webapp;

import static org.assertj.core.api.Assertions.assertThat;

import id.lindungdesa.LindungDesaTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a visitor meets before he has logged in. */
@LindungDesaTest
class PagesTest {

    @LocalServerPort
    int port;

    @Test
    void theBareAddressLeadsABrowserToTheTaskList() throws Exception {
        var answer = get("/", "Accept", "text/html,*/*;q=0.8");

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElse("")).endsWith("/camunda/app/tasklist/default/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
    void aWebappShowsItsLoginAndNotTheSetUpPage(String application) throws Exception {
        var answer = get("/camunda/app/%s/default/".formatted(application), "Accept", "text/html");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("app-name=\"%s\"".formatted(application)).contains("user-styles.css");
    }

    @ParameterizedTest
    @ValueSource(strings = {"scripts/lindung-desa/form.js", "scripts/config.js", "styles/user-styles.css", "locales/id.json"})
    void aBrowserAsksWhetherOurFilesChanged(String file) throws Exception {
        var first = get("/camunda/app/tasklist/" + file, "Accept", "*/*");
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(first.headers().allValues("Cache-Control")).containsExactly("no-cache");

        var again = get("/camunda/app/tasklist/" + file, "If-Modified-Since",
                first.headers().firstValue("Last-Modified").orElseThrow());
        assertThat(again.statusCode()).isEqualTo(304);
    }

    HttpResponse<String> get(String path, String header, String value) throws Exception {
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header(header, value).build(), BodyHandlers.ofString());
    }
}
