package id.lindungdesa.webapp;

import static org.assertj.core.api.Assertions.assertThat;

import id.lindungdesa.LindungDesaTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
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
    void theBareAddressIsTheStartPage() throws Exception {
        var answer = get("/", "Accept", "text/html,*/*;q=0.8");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("beranda.js");
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

    /** Each page must be allowed to run its own scripts, however many others are served at that moment. */
    @Test
    void aPageCarriesTheNonceOfItsOwnHeader() throws Exception {
        List<Callable<HttpResponse<String>>> visits = IntStream.range(0, 400).mapToObj(visit -> (Callable<HttpResponse<String>>) () ->
                get(visit % 2 == 0 ? "/camunda/app/tasklist/default/" : "/camunda/api/engine/engine/", "Accept", "*/*")).toList();
        ExecutorService visitors = Executors.newFixedThreadPool(16);
        try {
            for (var visit : visitors.invokeAll(visits)) {
                HttpResponse<String> page = visit.get();
                if (page.uri().getPath().contains("tasklist")) {
                    Matcher nonce = Pattern.compile("'nonce-([^']+)'").matcher(
                            page.headers().firstValue("Content-Security-Policy").orElseThrow());
                    assertThat(nonce.find()).isTrue();
                    assertThat(page.body()).contains("nonce=\"%s\"".formatted(nonce.group(1)));
                }
            }
        } finally {
            visitors.shutdownNow();
        }
    }

    /** A program is told how to log in; a browser would open a box of its own in front of the page. */
    @Test
    void aPageIsNotAskedForAPasswordByTheBrowser() throws Exception {
        assertThat(get("/api/work", "Accept", "application/json").headers().firstValue("WWW-Authenticate")).isPresent();
        for (String header : List.of("X-Requested-With", "Sec-Fetch-Site")) {
            var answer = get("/api/work", header, "XMLHttpRequest");
            assertThat(answer.statusCode()).as(header).isEqualTo(401);
            assertThat(answer.headers().firstValue("WWW-Authenticate")).as(header).isEmpty();
        }
    }

    HttpResponse<String> get(String path, String header, String value) throws Exception {
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header(header, value).build(), BodyHandlers.ofString());
    }
}
