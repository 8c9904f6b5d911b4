package id.lindungdesa.attack;

import static org.assertj.core.api.Assertions.assertThat;

import id.lindungdesa.LindungDesaTest;
import id.lindungdesa.Session;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What answers of every kind tell a browser, and which requests are not answered at all. */
@LindungDesaTest
class HeaderTest {

    private static final String ADMIN = "Authorization: Basic " + Base64.getEncoder()
            .encodeToString("admin:Rahasia-uji-123".getBytes(StandardCharsets.UTF_8));

    @LocalServerPort
    int port;
    private Wire wire;

    @BeforeEach
    void open() {
        wire = new Wire(port);
    }

    @ParameterizedTest
    @CsvSource({"GET,/,200", "GET,/camunda/app/tasklist/default/,200", "GET,/camunda/app/cockpit/default/,200",
            "GET,/camunda/app/tasklist/scripts/config.js,200", "GET,/camunda/lib/deps.js,200", "GET,/camunda/nothing,404",
            "GET,/camunda/api/engine/engine/default/task,401", "POST,/camunda/api/admin/setup/default/user/create,403",
            "GET,/api/openapi,200", "GET,/api/nothing,404", "DELETE,/api/openapi,405", "GET,/engine-rest/task,200",
            "GET,/engine-rest/task/none,404", "GET,/engine-rest/nothing,404", "GET,/actuator/health,200",
            "GET,/actuator/metrics,200", "GET,/error,404", "GET,/nothing,404", "GET,//api//openapi,400"})
    void everyAnswerForbidsToGuessToFrameAndToShare(String method, String path, int status) {
        for (String login : new String[] {ADMIN, "X-No: login"}) {
            Wire.Answer answer = wire.ask(method, path, login, "Accept: */*", "Content-Length: 0");

            if (login.equals(ADMIN)) {
                assertThat(answer.status()).as(answer.text()).isEqualTo(status);
            }
            assertThat(answer.header("X-Content-Type-Options")).as(path).isEqualTo("nosniff");
            assertThat(answer.header("Content-Security-Policy")).contains("frame-ancestors 'none'").contains("default-src");
            assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
            assertThat(answer.header("Referrer-Policy")).isEqualTo("same-origin");
            assertThat(answer.header("Permissions-Policy")).contains("camera=()", "geolocation=()");
            assertThat(answer.header("Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
            assertThat(answer.header("Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
            assertThat(answer.header("Strict-Transport-Security")).as("said over https only").isEmpty();
            assertThat(answer.header("Server") + answer.header("X-Powered-By")).as("who serves is nobody's business").isEmpty();
            assertThat(answer.header("Access-Control-Allow-Origin")).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/openapi", "/api/nothing", "/engine-rest/task", "/engine-rest/history/task",
            "/camunda/api/engine/engine/default/task", "/actuator/metrics"})
    void noCacheKeepsWhatIsAboutPeople(String path) {
        assertThat(wire.ask("GET", path, ADMIN).headers("Cache-Control")).containsExactly("no-store");
        assertThat(wire.ask("GET", path).headers("Cache-Control")).containsExactly("no-store");
    }

    @Test
    void noCacheKeepsATaskListReadInASession() {
        var answer = Session.login("http://localhost:" + port, "admin", "Rahasia-uji-123", "cockpit")
                .get("/camunda/api/engine/engine/default/task");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().allValues("Cache-Control")).containsExactly("no-store");
    }

    @Test
    void cookiesAreForThisSiteOnlyAndBehindAnHttpsProxyForHttpsOnly() {
        Wire.Answer plain = wire.ask("GET", "/camunda/app/tasklist/default/");
        Wire.Answer secure = wire.ask("GET", "/camunda/app/tasklist/default/", "X-Forwarded-Proto: https");

        assertThat(plain.headers("Set-Cookie")).hasSize(2).allSatisfy(cookie ->
                assertThat(cookie.split("SameSite=Lax", -1)).as(cookie).hasSize(2));
        assertThat(plain.headers("Set-Cookie")).filteredOn(cookie -> cookie.startsWith("JSESSIONID"))
                .allSatisfy(cookie -> assertThat(cookie).contains("HttpOnly"));
        assertThat(secure.headers("Set-Cookie")).hasSize(2).allSatisfy(cookie ->
                assertThat(cookie.split("Secure", -1)).as(cookie).hasSize(2));
        assertThat(secure.header("Strict-Transport-Security")).isEqualTo("max-age=31536000; includeSubDomains");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/openapi", "/engine-rest/task"})
    void aRedirectStaysHereWhateverHostIsClaimed(String path) {
        Wire.Answer answer = wire.send("GET " + path + " HTTP/1.1\r\nHost: evil.example\r\nX-Forwarded-Host: evil.example\r\n"
                + "Accept: text/html\r\nConnection: close\r\n\r\n", 10_000);

        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.header("Location")).startsWith("/camunda/app/");
        assertThat(answer.text()).doesNotContain("evil.example");
    }

    @Test
    void noOtherSiteMayAsk() {
        Wire.Answer asked = wire.ask("GET", "/api/openapi", ADMIN, "Origin: https://evil.example");
        Wire.Answer preflight = wire.ask("OPTIONS", "/api/documents", "Origin: https://evil.example",
                "Access-Control-Request-Method: POST", "Access-Control-Request-Headers: authorization");

        assertThat(asked.text()).doesNotContainIgnoringCase("Access-Control-Allow");
        assertThat(preflight.status()).isIn(401, 403);
        assertThat(preflight.text()).doesNotContainIgnoringCase("Access-Control-Allow");
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRACE", "TRACK", "CONNECT", "PROPFIND", "MOVE"})
    void noOtherMethodIsAnswered(String method) {
        for (String path : new String[] {"/", "/api/openapi", "/engine-rest/task", "/camunda/app/tasklist/default/"}) {
            Wire.Answer answer = wire.ask(method, path, "X-Secret: not-echoed");

            assertThat(answer.status()).as(method + " " + path).isIn(400, 401, 403, 405, 501);
            assertThat(answer.body()).doesNotContain("not-echoed");
        }
    }

    @ParameterizedTest
    @CsvSource({"GET,/camunda/api/engine/engine/default/task,401,UNAUTHORIZED",
            "POST,/camunda/api/admin/setup/default/user/create,403,FORBIDDEN", "GET,/api/openapi,401,UNAUTHORIZED",
            "GET,/engine-rest/task,401,UNAUTHORIZED", "GET,/error,404,NOT_FOUND", "GET,/camunda/nothing,404,NOT_FOUND"})
    void oneShapeForAllProblems(String method, String path, int status, String code) {
        Wire.Answer answer = wire.ask(method, path, "Accept: */*", "Content-Length: 0");

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.body()).contains("\"code\":\"" + code + "\"", "\"status\":" + status, "\"errors\":[]",
                "urn:lindungdesa:problem:" + code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"//camunda//api/admin/setup/default/user/create", "/camunda//api/admin/setup/default/user/create",
            "/camunda/./api/engine/engine/default/task", "/camunda/app/../api/engine/engine/default/task", "/camunda;x/app",
            "/api/openapi;jsessionid=1", "/engine-rest/..%2f..%2fapi", "/camunda/lib/..%5c..%5capplication.yaml", "/api/%00",
            "/api/%252e%252e/x", "/camunda/lib/../../../../etc/passwd"})
    void aPageHasOneAddress(String spelling) {
        Wire.Answer answer = wire.ask("POST", spelling, ADMIN, "Content-Length: 0");

        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
    }
}
