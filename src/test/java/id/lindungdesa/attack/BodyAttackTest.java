package id.lindungdesa.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.lindungdesa.LindungDesaTest;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Bodies made to cost more than they are worth, or to be read as something else. */
@LindungDesaTest
class BodyAttackTest {

    private static final String QUOTE = "{\"earmark\":10000000,\"workers\":50,\"months\":12,\"from\":\"2026-10\",\"income\":1000000,"
            + "\"payer\":\"APBD\",\"sector\":\"OTHER\"}";
    private static final String[] DOORS = {"/api/premiums/quote", "/engine-rest/task", "/engine-rest/engine/default/task"};

    @LocalServerPort
    int port;
    @Autowired
    ObjectMapper json;
    private final HttpClient client = HttpClient.newHttpClient();

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"a\":", "{\"orQueries\":["})
    void depthIsNotFollowed(String nest) throws Exception {
        String body = nest.repeat(60_000);
        for (String door : DOORS) {
            HttpResponse<String> answer = post(door, "application/json", BodyPublishers.ofString(body));
            assertThat(answer.statusCode()).as(door + answer.body()).isIn(400, 413, 422, 500);    // the engine's own reader says 500
            assertThat(answer.body()).doesNotContain("StackOverflow");
            assertThat(answer.statusCode()).as(door).isNotEqualTo(door.startsWith("/api") ? 500 : 200);
        }
    }

    @Test
    void ourOwnReaderHasItsLimits() {
        for (String body : new String[] {"[".repeat(51) + "]".repeat(51), "\"" + "a".repeat(1_000_001) + "\"", "1".repeat(101)}) {
            assertThatThrownBy(() -> json.readTree(body)).isInstanceOf(StreamConstraintsException.class);
        }
    }

    @Test
    void whatIsTooLargeIsNotRead() throws Exception {
        String spaces = " ".repeat((2 << 20) + 1) + QUOTE;
        for (String door : DOORS) {
            assertThat(post(door, "application/json", BodyPublishers.ofString(spaces)).statusCode()).as(door).isEqualTo(413);
        }
        assertThat(post("/camunda/api/admin/auth/user/default/login/tasklist", "application/x-www-form-urlencoded",
                BodyPublishers.ofString("username=" + spaces)).statusCode()).isEqualTo(413);
        assertThat(post("/api/documents", "application/octet-stream", BodyPublishers.ofString(spaces)).statusCode()).isEqualTo(413);
    }

    @Test
    void whatDoesNotSayHowLargeItIsIsReadSoFarOnly() throws Exception {
        for (String door : DOORS) {
            long before = System.nanoTime();
            HttpResponse<String> answer = post(door, "application/json", BodyPublishers.ofInputStream(() -> endless(50 << 20)));
            assertThat(answer.statusCode()).as(door + answer.body()).isIn(400, 413, 500);
            assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(10));
        }
        assertThat(post("/api/premiums/quote", "application/json", BodyPublishers.ofInputStream(() -> endless(50 << 20))).body())
                .contains("BODY_TOO_LARGE");
    }

    @Test
    void manyElementsAndLongTextsAreAnsweredQuickly() throws Exception {
        for (String body : new String[] {"{\"earmark\":[" + "{},".repeat(400_000) + "{}]}",
                "{\"payer\":\"" + "J".repeat(1_500_000) + "\"}", "{\"" + "a".repeat(100_000) + "\":1}",
                "{\"earmark\":" + "9".repeat(100_000) + "}", "{\"earmark\":1e999999999}"}) {
            long before = System.nanoTime();
            HttpResponse<String> answer = post("/api/premiums/quote", "application/json", BodyPublishers.ofString(body));
            assertThat(answer.statusCode()).as(body.substring(0, Math.min(30, body.length())) + answer.body()).isIn(400, 413, 422);
            assertThat(answer.body().length()).as("what was sent is not sent back").isLessThan(200_000);
            assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(10));
        }
    }

    static Stream<byte[]> notWhatTheySay() {
        return Stream.of(QUOTE.replace("\"workers\":50", "\"workers\":50,\"workers\":1").getBytes(),
                (QUOTE + QUOTE).getBytes(), ("\ufeff" + QUOTE + "x").getBytes(),
                QUOTE.replace("APBD", "AP\u0000BD").getBytes(),
                QUOTE.replace("APBD", "\u00ff").getBytes(StandardCharsets.ISO_8859_1),
                "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><a>&e;</a>".getBytes());
    }

    @ParameterizedTest
    @MethodSource("notWhatTheySay")
    void whatIsNotPlainJsonIsRefused(byte[] body) throws Exception {
        HttpResponse<String> answer = post("/api/premiums/quote", "application/json", BodyPublishers.ofByteArray(body));

        assertThat(answer.statusCode()).as(answer.body()).isIn(400, 422);
        assertThat(answer.body()).doesNotContain("root:");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/xml", "text/xml", "text/plain", "application/x-java-serialized-object", "application/yaml",
            "application/x-www-form-urlencoded", "application/json;charset=UTF-7", "application/json;charset=nonsense", "*/*", "x"})
    void onlyJsonIsReadAsJson(String type) throws Exception {
        HttpResponse<String> answer = post("/api/premiums/quote", type, BodyPublishers.ofString(QUOTE));

        assertThat(answer.statusCode()).as(type + answer.body()).isIn(200, 400, 415);
        if (!type.startsWith("application/json")) {
            assertThat(answer.statusCode()).as(type).isIn(400, 415);
        }
    }

    @Test
    void aThousandParametersAreTooMany() throws Exception {
        String many = "a=1&".repeat(20_000);
        HttpResponse<String> form = post("/camunda/api/admin/auth/user/default/login/tasklist",
                "application/x-www-form-urlencoded", BodyPublishers.ofString(many));

        assertThat(form.statusCode()).isIn(400, 403, 413);
    }

    /** So many bytes before anything begins. */
    private static InputStream endless(int bytes) {
        return new InputStream() {
            private int sent;

            @Override
            public int read() {
                return sent++ < bytes ? ' ' : -1;
            }
        };
    }

    private HttpResponse<String> post(String path, String type, BodyPublisher body) throws Exception {
        return client.send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).timeout(Duration.ofSeconds(30))
                .header("Content-Type", type).header("Authorization", "Basic " + Base64.getEncoder()
                        .encodeToString("admin:Rahasia-uji-123".getBytes())).POST(body).build(), BodyHandlers.ofString());
    }
}
