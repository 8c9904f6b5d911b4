package id.lindungdesa.operation;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import id.lindungdesa.LindungDesaTest;
import id.lindungdesa.Session;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;

/** Whoever looks into a break-in later finds who came in, who was refused where, and from which address. */
@LindungDesaTest
class SecurityLogTest {

    private static final Logger LOG = (Logger) LoggerFactory.getLogger(RequestLog.class);

    @Autowired
    TestRestTemplate http;

    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

    @BeforeEach
    void listen() {
        lines.list = new CopyOnWriteArrayList<>();
        lines.start();
        LOG.addAppender(lines);
    }

    @AfterEach
    void stop() {
        LOG.detachAppender(lines);
    }

    @Test
    void aRefusedPasswordIsALine() {
        http.withBasicAuth("bukan-siapa-siapa", "salah-sekali-lagi").getForEntity("/api/decrees/1?nik=3901010101800078", String.class);

        assertThat(line("GET /api/decrees/1 401 from 127.0.0.1").getFormattedMessage()).doesNotContain("salah", "nik");
    }

    @Test
    void aRefusedRightIsALineWithItsAccount() {
        http.withBasicAuth("admin", "Rahasia-uji-123").getForEntity("/api/bank/expected-credits", String.class);

        assertThat(line("GET /api/bank/expected-credits 403").getMDCPropertyMap()).containsEntry("userId", "admin");
    }

    @Test
    void whoLogsInToAWebappIsALineWithHisAccount() {
        Session.login(http.getRootUri(), "admin", "Rahasia-uji-123", "cockpit");

        assertThat(line("POST /camunda/api/admin/auth/user/default/login/cockpit 200").getMDCPropertyMap())
                .containsEntry("userId", "admin");
    }

    @Test
    void whatIsNothingSpecialIsNoLine() {
        http.withBasicAuth("admin", "Rahasia-uji-123").getForEntity("/actuator/health", String.class);

        assertThat(lines.list).noneMatch(line -> line.getLevel() == Level.INFO);
    }

    /** The line is written after its answer has been sent. */
    private ILoggingEvent line(String begin) {
        long end = System.nanoTime() + 5_000_000_000L;
        while (System.nanoTime() < end) {
            List<ILoggingEvent> found = lines.list.stream().filter(line -> line.getLevel() == Level.INFO
                    && line.getFormattedMessage().startsWith(begin)).toList();
            if (!found.isEmpty()) {
                return found.get(0);
            }
            Thread.onSpinWait();
        }
        throw new AssertionError(begin + " is not among " + lines.list);
    }
}
