package id.lindungdesa.kill;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** A few kills in every build; {@link KillRun} does a thousand. {@code -Dkill.seed=…} repeats the dice of a run. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "kill -9 is what this is about")
class KillTest {

    @Test
    @Timeout(420)
    void nothingIsLostAndNothingDoubled() throws Exception {
        long seed = Long.getLong("kill.seed", new Random().nextInt(1_000_000));
        System.out.println("kill.seed=" + seed);
        try (Game game = new Game(KillRun.freshFolder(Path.of("target", "kills", "short")), KillRun.freePorts(), System.out::println)) {
            game.begin(false);
            game.play(seed);
            game.kill(8, seed);
            game.killOne(Game.Kill.NODE);
            game.killOne(Game.Kill.NODE);
            game.settle(60);
            KillRun.report(game).forEach(System.out::println);
            assertThat(game.violations()).as("kill.seed=" + seed).isEmpty();
            assertThat(game.journal().size()).isGreaterThan(20);
        }
    }
}
