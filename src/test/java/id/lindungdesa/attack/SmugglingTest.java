package id.lindungdesa.attack;

import static org.assertj.core.api.Assertions.assertThat;

import id.lindungdesa.LindungDesaTest;
import java.net.Socket;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Requests that are written badly on purpose, and connections that are held without a request. */
@LindungDesaTest
class SmugglingTest {

    @LocalServerPort
    int port;
    private Wire wire;

    @BeforeEach
    void open() {
        wire = new Wire(port);
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
            "Content-Length: 4\r\nContent-Length: 5\r\n\r\nabcde",
            "Content-Length : 5\r\n\r\nabcde",
            "Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n",
            "Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n",
            "Transfer-Encoding: chunked\r\n\r\nzz\r\n\r\n",
            "Content-Length: -1\r\n\r\n",
            "Host: b\r\nContent-Length: 0\r\n\r\n",
            " Folded: x\r\nContent-Length: 0\r\n\r\n"})
    void aSecondRequestDoesNotRideInTheFirst(String rest) {
        Wire.Answer answer = wire.send("POST /api/premiums/quote HTTP/1.1\r\nHost: localhost\r\n" + rest
                + "GET /actuator/health HTTP/1.1\r\nHost: localhost\r\n\r\n", 3_000);

        assertThat(answer.status()).as(answer.text()).isBetween(400, 501);
        assertThat(answer.answers()).as("the hidden request was answered too:\n" + answer.text()).isEqualTo(1);
        assertThat(answer.closed()).as("the connection goes on").isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET\r\n\r\n", "GET / HTTP/1.1\r\n\r\n", "GET / HTTP/9.9\r\nHost: a\r\n\r\n"})
    void whatIsNoHttpIsNotAnswered(String request) {
        Wire.Answer answer = wire.send(request, 3_000);

        assertThat(answer.status()).isIn(400, 505);
        assertThat(answer.text()).doesNotContainIgnoringCase("tomcat").doesNotContain("java.");
    }

    @Test
    void tooMuchHeaderIsRefused() {
        assertThat(wire.ask("GET", "/", "X: " + "a".repeat(20_000)).status()).isEqualTo(400);
        assertThat(wire.ask("GET", "/", "X: y\r\n".repeat(300).trim()).status()).isEqualTo(400);
        assertThat(wire.ask("GET", "/?" + "a".repeat(20_000)).status()).isEqualTo(400);
    }

    @Test
    void whoeverHoldsAConnectionWithoutARequestLosesIt() throws Exception {
        var header = CompletableFuture.supplyAsync(() -> silence("GET / HTTP/1.1\r\nHost: loc"));
        var body = CompletableFuture.supplyAsync(() -> silence("POST /camunda/api/admin/auth/user/default/login/tasklist "
                + "HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 50\r\n\r\nuser"));
        var slowly = CompletableFuture.supplyAsync(this::byteByByte);
        var slowStranger = CompletableFuture.supplyAsync(this::refusedAndStillSending);

        assertThat(header.get()).as("a header that stops").isTrue();
        assertThat(body.get()).as("a body that stops").isTrue();
        assertThat(slowly.get()).as("a body byte by byte").isTrue();
        assertThat(slowStranger.get()).as("a refused body byte by byte").isTrue();
    }

    private boolean silence(String start) {
        return wire.send(start, 12_000).closed();
    }

    /** Never silent, never done: a byte each half second, far more often than any timeout. */
    private boolean byteByByte() {
        return dripped("POST /camunda/api/admin/auth/user/default/login/tasklist HTTP/1.1\r\nHost: localhost\r\n"
                + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 1000\r\n\r\n");
    }

    /** The refusal was given at once; what comes after it is not listened to for long. */
    private boolean refusedAndStillSending() {
        return dripped("POST /api/documents HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/csv\r\n"
                + "Content-Length: 100000000\r\n\r\n");
    }

    private boolean dripped(String head) {
        try (Socket socket = wire.connect()) {
            Wire.write(socket, head);
            long until = System.nanoTime() + 12_000_000_000L;
            while (System.nanoTime() < until) {
                Wire.write(socket, "a");
                Thread.sleep(500);
            }
            return false;
        } catch (java.io.IOException closed) {
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
