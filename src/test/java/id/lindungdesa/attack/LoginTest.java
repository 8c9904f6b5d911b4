package id.lindungdesa.attack;

import static org.assertj.core.api.Assertions.assertThat;

import id.lindungdesa.LindungDesaTest;
import id.lindungdesa.Session;
import id.lindungdesa.calendar.ApplicationClock;
import id.lindungdesa.identity.Accounts;
import id.lindungdesa.identity.Appointment;
import id.lindungdesa.identity.LoginThrottle;
import id.lindungdesa.identity.Offices;
import id.lindungdesa.identity.Role;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseEntity;

/** Guessing passwords, keeping others out, and keeping a session that has ended. */
@LindungDesaTest
class LoginTest {

    private static final String PASSWORD = "Rahasia-uji-123";

    @Autowired
    TestRestTemplate http;
    @Autowired
    Offices offices;
    @Autowired
    Accounts accounts;
    @Autowired
    LoginThrottle throttle;
    @Autowired
    ApplicationClock clock;

    private String user;

    @BeforeEach
    void anOfficial() {
        user = "masuk-" + UUID.randomUUID().toString().substring(0, 8);
        offices.appoint(List.of(new Appointment(1, user, "Camat Masuk", Role.CAMAT, "32.01.01", LocalDate.of(2020, 1, 1),
                null, "SK 1")), List.of(), name -> PASSWORD);
    }

    @AfterEach
    void backToday() {
        clock.backToTrueTime();
    }

    @Test
    void whoGuessesThroughOneDoorWaitsBeforeAllOfThem() {
        for (int i = 0; i < 3; i++) {
            assertThat(basic(user, "tebakan-" + i, null).getStatusCode().value()).isEqualTo(401);
        }

        assertThat(basic(user, PASSWORD, null).getStatusCode().value()).as("HTTP Basic").isEqualTo(401);
        assertThat(tasklist(user, PASSWORD).statusCode()).as("Tasklist").isEqualTo(401);
        assertThat(verify(user, PASSWORD).getBody()).as("the engine's own check").doesNotContain("\"authenticated\":true");

        clock.travelTo(clock.instant().plusSeconds(60));
        assertThat(tasklist(user, PASSWORD).statusCode()).isEqualTo(200);
        assertThat(basic(user, PASSWORD, null).getStatusCode().value()).isEqualTo(200);
    }

    @Test
    void guessesThroughTasklistCountAsWell() {
        for (int i = 0; i < 3; i++) {
            assertThat(tasklist(user, "tebakan-" + i).statusCode()).isEqualTo(401);
        }

        assertThat(basic(user, PASSWORD, null).getStatusCode().value()).isEqualTo(401);
    }

    @Test
    void unknownWrongAndWaitingAreToldTheSame() {
        String unknown = told(basic("tidak-ada-" + user, "x", null).getBody());
        String wrong = told(basic(user, "x", null).getBody());
        basic(user, "x", null);
        basic(user, "x", null);
        String waiting = told(basic(user, PASSWORD, null).getBody());

        assertThat(wrong).isEqualTo(unknown).isEqualTo(waiting);
        assertThat(told(tasklist("tidak-ada-" + user, "x").body())).isEqualTo(told(tasklist(user, PASSWORD).body()));
    }

    @Test
    void whoeverGuessesElsewhereDoesNotKeepTheOwnerOut() {
        assertThat(basic(user, PASSWORD, "203.0.113.5").getStatusCode().value()).isEqualTo(200);
        for (int i = 0; i < 40; i++) {
            basic(user, "tebakan-" + i, "198.51.100." + i);
        }

        assertThat(basic(user, PASSWORD, "192.0.2.77").getStatusCode().value()).as("a place he never came from").isEqualTo(401);
        assertThat(basic(user, PASSWORD, "203.0.113.5").getStatusCode().value()).as("his own place").isEqualTo(200);

        clock.travelTo(clock.instant().plusSeconds(601));
        assertThat(basic(user, PASSWORD, "192.0.2.77").getStatusCode().value()).as("nobody is locked for ever").isEqualTo(200);
    }

    @Test
    void noNumberOfGuessesLocksForEver() {
        for (int i = 0; i < 50; i++) {
            throttle.judge(user, true, "203.0.113.6", () -> false);
            clock.travelTo(clock.instant().plusSeconds(301));
        }

        assertThat(throttle.judge(user, true, "203.0.113.6", () -> true)).isTrue();
    }

    @Test
    void whoWaitsIsNotJudged() {
        for (int i = 0; i < 3; i++) {
            throttle.judge(user, true, "203.0.113.7", () -> false);
        }

        assertThat(throttle.judge(user, true, "203.0.113.7", () -> {
            throw new AssertionError("the password was looked at");
        })).isFalse();
    }

    @Test
    void aFloodForManyNamesFromOnePlaceIsHeldUp() {
        String flood = "203.0.113.8";
        assertThat(basic(user, PASSWORD, flood).getStatusCode().value()).isEqualTo(200);
        for (int i = 0; i < 100; i++) {
            throttle.judge("nama-" + i, false, flood, () -> false);
        }

        assertThat(throttle.judge("admin", true, flood, () -> true)).as("somebody who never came from there").isFalse();
        assertThat(basic(user, PASSWORD, flood).getStatusCode().value()).as("a colleague behind the same address").isEqualTo(200);
        assertThat(throttle.judge("admin", true, "203.0.113.9", () -> true)).as("from elsewhere").isTrue();

        clock.travelTo(clock.instant().plusSeconds(601));
        assertThat(throttle.judge("admin", true, flood, () -> true)).isTrue();
    }

    @Test
    void anUnknownNameTakesNoLongerThanAWrongPassword() {
        long unknown = 0;
        long wrong = 0;
        for (int i = 0; i < 10; i++) {
            String address = "198.51.100.2" + i;
            long start = System.nanoTime();
            basic("tidak-ada-" + user, "salah", address);
            unknown += System.nanoTime() - start;
            start = System.nanoTime();
            basic(user, "salah", address);
            wrong += System.nanoTime() - start;
        }

        assertThat(Math.abs(unknown - wrong) / 10_000_000L).as("milliseconds apart, on average").isLessThan(100);
    }

    @Test
    void aLoginBeginsANewSessionAndALogoutEndsIt() {
        Session session = Session.login(http.getRootUri(), user, PASSWORD, "tasklist");
        String id = session.cookie("JSESSIONID");
        assertThat(id).isNotEqualTo(session.firstSession());
        assertThat(inSession(session.firstSession())).as("the session before the login").isEqualTo(401);
        assertThat(inSession(id)).isEqualTo(200);

        assertThat(session.post("/camunda/api/admin/auth/user/default/logout", "").statusCode()).isIn(200, 204);
        assertThat(inSession(id)).as("the session after the logout").isEqualTo(401);
    }

    @Test
    void aCookieAloneChangesNothing() {
        Session session = Session.login(http.getRootUri(), user, PASSWORD, "tasklist");

        for (String path : List.of("/camunda/api/engine/engine/default/task", "/camunda/api/admin/auth/user/default/logout",
                "/camunda/api/engine/engine/default/user/" + user + "/credentials", "/api/me/password",
                "/api/premiums/quote", "/engine-rest/task/x/claim")) {
            String method = path.endsWith("credentials") || path.endsWith("password") ? "PUT" : "POST";
            assertThat(session.send(method, path, "{}", "application/json", false).statusCode()).as(path).isEqualTo(403);
            session = Session.login(http.getRootUri(), user, PASSWORD, "tasklist");
        }
    }

    /** All but the number of the request. */
    private static String told(String body) {
        return body.replaceAll(",\"requestId\":\"[^\"]*\"", "");
    }

    private int inSession(String id) {
        HttpHeaders headers = new HttpHeaders();
        headers.add("Cookie", "JSESSIONID=" + id);
        return http.exchange("/engine-rest/task", HttpMethod.GET, new HttpEntity<>(headers), String.class).getStatusCode().value();
    }

    private ResponseEntity<String> basic(String name, String password, String from) {
        HttpHeaders headers = new HttpHeaders();
        if (from != null) {
            headers.add("X-Forwarded-For", from);
        }
        return http.withBasicAuth(name, password).exchange("/engine-rest/task?maxResults=1", HttpMethod.GET,
                new HttpEntity<>(headers), String.class);
    }

    private HttpResponse<String> tasklist(String name, String password) {
        return Session.tryLogin(http.getRootUri(), name, password, "tasklist");
    }

    private ResponseEntity<String> verify(String name, String password) {
        HttpHeaders headers = new HttpHeaders();
        headers.add("Content-Type", "application/json");
        return http.withBasicAuth("admin", PASSWORD).exchange("/engine-rest/identity/verify", HttpMethod.POST,
                new HttpEntity<>("{\"username\":\"%s\",\"password\":\"%s\"}".formatted(name, password), headers), String.class);
    }
}
