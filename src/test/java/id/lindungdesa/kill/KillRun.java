package id.lindungdesa.kill;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/**
 * The long run: {@code -Dkills=1000 -Dkill.seed=1 -Dkill.result=FILE}. One world lives through all of it, in chunks of a
 * hundred kills with seeds of their own; after each the result is appended, so that a run that is cut short has been one.
 */
final class KillRun {

    private static final int CHUNK = 100;
    private static final int REPEATS = 3;

    private KillRun() {
    }

    public static void main(String[] arguments) throws Exception {
        int kills = Integer.getInteger("kills", 1000);
        long seed = Long.getLong("kill.seed", new Random().nextInt(1_000_000));
        Path result = Path.of(System.getProperty("kill.result", "target/kills/result.md"));
        long begin = System.nanoTime();
        boolean clean;
        try (Game game = new Game(freshFolder(Path.of(System.getProperty("kill.folder", "target/kills/long"))), freePorts(), KillRun::say)) {
            append(result, "", "Run of %s, seed %d, %d kills wanted, %d processors".formatted(Instant.now().truncatedTo(ChronoUnit.SECONDS),
                    seed, kills, Runtime.getRuntime().availableProcessors()), "");
            game.begin(true);
            game.play(seed);
            for (int done = 0; done < kills && game.violations().isEmpty(); done += CHUNK) {
                int chunk = Math.min(CHUNK, kills - done);
                game.kill(chunk, seed + done);
                append(result, "After %.1f minutes:".formatted((System.nanoTime() - begin) / 60e9));
                append(result, report(game).toArray(String[]::new));
            }
            rollingRestarts(game, result);
            game.settle(120);
            takeovers(game, result, seed);
            append(result, "At the end, settled, after %.1f minutes:".formatted((System.nanoTime() - begin) / 60e9));
            append(result, report(game).toArray(String[]::new));
            clean = game.violations().isEmpty();
        }
        System.exit(clean ? 0 : 1);
    }

    private static void rollingRestarts(Game game, Path result) throws IOException {
        for (int i = 0; i < REPEATS && game.violations().isEmpty(); i++) {
            game.awaitAllReady();
            Map<String, Integer> failures = game.client().failures();
            int answers = game.client().answers();
            double seconds = game.rollingRestart();
            append(result, "- rolling restart: %.1f s, %d requests answered meanwhile, %s".formatted(seconds,
                    game.client().answers() - answers, game.client().failures().equals(failures) ? "no failure seen by a client"
                            : "failures before " + failures + " and after " + game.client().failures()));
        }
    }

    private static void takeovers(Game game, Path result, long seed) throws IOException, SQLException {
        for (int i = 0; i < REPEATS && game.violations().isEmpty(); i++) {
            game.awaitAllReady();
            append(result, "- a node killed in the middle of a job: done by the other after %.1f s".formatted(game.takeover(seed + i)));
        }
    }

    static List<String> report(Game game) throws SQLException {
        List<String> lines = new ArrayList<>();
        lines.add("- kills " + game.kills().values().stream().mapToInt(Integer::intValue).sum() + " " + game.kills() + ", nodes started again " + game.restarts());
        lines.add("- acknowledged effects checked " + game.journal().size() + ", violations " + game.violations().size());
        game.violations().stream().limit(20).forEach(violation -> lines.add("  - " + violation));
        lines.add("- progress " + game.progress());
        lines.add("- answers " + game.client().tally());
        return lines;
    }

    private static void say(String line) {
        System.out.println(Instant.now().truncatedTo(ChronoUnit.SECONDS) + " " + line);
    }

    private static void append(Path file, String... lines) throws IOException {
        for (String line : lines) {
            say(line);
        }
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.write(file, List.of(lines), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    static Path freshFolder(Path folder) throws IOException {
        Path whole = folder.toAbsolutePath();
        if (Files.exists(whole)) {
            try (Stream<Path> old = Files.walk(whole)) {
                for (Path one : (Iterable<Path>) old.sorted(Comparator.reverseOrder())::iterator) {
                    Files.delete(one);
                }
            }
        }
        return Files.createDirectories(whole);
    }

    /** The first of three ports that nobody listens on; below the range from which the system gives ports away. */
    static int freePorts() {
        Random random = new Random();
        for (int attempt = 0; attempt < 100; attempt++) {
            int port = 21000 + random.nextInt(3000) * 3;
            try (ServerSocket one = new ServerSocket(port); ServerSocket two = new ServerSocket(port + 1); ServerSocket three = new ServerSocket(port + 2)) {
                return port;
            } catch (IOException e) {
                // taken; try others
            }
        }
        throw new IllegalStateException("no free ports");
    }
}
