package id.lindungdesa.kill;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/**
 * A few kills in every build; {@link KillRun} does a thousand. One world for all: its start is what costs. The dice follow
 * {@code -Dkill.seed=…}, which is printed.
 */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "kill -9 is what this is about")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class KillTest {

    private static final int LOCK_SECONDS = 5;

    private final long seed = Long.getLong("kill.seed", new Random().nextInt(1_000_000));
    private Game game;

    @BeforeAll
    void begin() throws Exception {
        System.out.println("kill.seed=" + seed);
        game = new Game(KillRun.freshFolder(Path.of("target", "kills", "short")), KillRun.freePorts(), System.out::println);
        // shorter than in production, where KillRun measures, to keep the build short
        game.set("camunda.bpm.job-execution.lock-time-in-millis", LOCK_SECONDS * 1000);
        game.set("lindungdesa.quiet-period", "PT2S");
        game.begin(false);
        game.play(seed);
    }

    @AfterAll
    void end() throws Exception {
        KillRun.report(game).forEach(System.out::println);
        game.close();
    }

    @Test
    @Order(1)
    @Timeout(420)
    void nothingIsLostAndNothingDoubled() throws Exception {
        game.kill(8, seed);
        game.killOne(Game.Kill.NODE);
        assertThat(game.violations()).as("kill.seed=" + seed).isEmpty();
        assertThat(game.journal().size()).isGreaterThan(20);
    }

    @Test
    @Order(2)
    @Timeout(420)
    void noClientSeesARollingRestart() {
        game.awaitAllReady();
        game.awaitEffects(5);
        Map<String, Integer> before = game.client().failures();
        int done = game.journal().size();
        game.rollingRestart();
        assertThat(game.client().failures()).isEqualTo(before);
        assertThat(game.journal().size()).isGreaterThan(done);
    }

    @Test
    @Order(3)
    @Timeout(420)
    void theOtherNodeTakesOver() throws Exception {
        game.settle(60);
        double seconds = game.takeover(seed);
        System.out.printf("taken over %.1f s after the kill%n", seconds);
        assertThat(seconds).isLessThan(LOCK_SECONDS + 5 + 15);      // its lock, the pause between two looks, a slow machine
        game.check(true);
        assertThat(game.violations()).as("kill.seed=" + seed).isEmpty();
    }
}
