package id.lindungdesa.kill;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * The processes that a run starts. None outlives it: a hook kills them when this JVM ends, and a shell that waits for the
 * end of its standard input kills them when this JVM itself was killed.
 */
final class Children implements AutoCloseable {

    private final Path list;
    private final Process watchdog;
    private final Set<Process> alive = ConcurrentHashMap.newKeySet();
    private final Thread hook = new Thread(this::killAll, "kill children");

    Children(Path folder) throws IOException {
        list = folder.resolve("children");
        Files.writeString(list, "");
        watchdog = new ProcessBuilder("sh", "-c", "cat >/dev/null; kill -9 $(cat \"$0\") 2>/dev/null", list.toString())
                .redirectErrorStream(true).redirectOutput(folder.resolve("watchdog.log").toFile()).start();
        Runtime.getRuntime().addShutdownHook(hook);
    }

    Process start(ProcessBuilder command) throws IOException {
        Process process = command.start();
        alive.add(process);
        remember();
        process.onExit().thenRun(() -> {
            alive.remove(process);
            remember();
        });
        return process;
    }

    /** {@code kill -9}, and waits until it is gone. */
    static void kill(Process process) {
        process.destroyForcibly();
        awaitEnd(process, 20);
    }

    static boolean awaitEnd(Process process, int seconds) {
        try {
            return process.waitFor(seconds, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private synchronized void remember() {
        try {
            Files.writeString(list, alive.stream().map(process -> String.valueOf(process.pid())).collect(Collectors.joining(" ")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void killAll() {
        alive.forEach(Process::destroyForcibly);
    }

    @Override
    public void close() {
        killAll();
        alive.forEach(process -> awaitEnd(process, 20));
        watchdog.destroyForcibly();
        Runtime.getRuntime().removeShutdownHook(hook);
    }
}
