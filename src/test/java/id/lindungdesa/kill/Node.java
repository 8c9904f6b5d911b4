package id.lindungdesa.kill;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** One JVM of the application. */
final class Node {

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final HttpClient PROBE = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    private final Application application;
    private final String name;
    private final int port;
    private final Path log;
    private volatile Process process;

    Node(Application application, String name, int port, Path log) {
        this.application = application;
        this.name = name;
        this.port = port;
        this.log = log;
    }

    String name() {
        return name;
    }

    String root() {
        return "http://127.0.0.1:" + port;
    }

    void start() {
        start(false);
    }

    void start(boolean archiving) {
        try {
            process = application.start(name, port, log, archiving);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean alive() {
        return process != null && process.isAlive();
    }

    /** What a balancer asks: yes while it takes requests; nothing where it is too slow to say, or a connection broke on the way. */
    Optional<Boolean> askReady() {
        try {
            HttpRequest probe = HttpRequest.newBuilder(URI.create(root() + "/actuator/health/readiness")).timeout(Duration.ofSeconds(10)).build();
            return Optional.of(alive() && PROBE.send(probe, HttpResponse.BodyHandlers.discarding()).statusCode() == 200);
        } catch (ConnectException e) {
            return Optional.of(false);
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of(false);
        }
    }

    boolean ready() {
        return askReady().orElse(false);
    }

    /** @return seconds it took from now */
    double awaitReady() {
        long begin = System.nanoTime();
        while (!ready()) {
            if (!alive()) {
                throw new IllegalStateException("%s ended by itself, see %s".formatted(name, log));
            }
            if (System.nanoTime() - begin > PATIENCE.toNanos()) {
                throw new IllegalStateException("%s is not ready after %s, see %s".formatted(name, PATIENCE, log));
            }
            Postgres.pause(50);
        }
        return (System.nanoTime() - begin) / 1e9;
    }

    void kill() {
        Children.kill(process);
    }

    /** SIGTERM. @return seconds until it had ended */
    double terminate() {
        long begin = System.nanoTime();
        process.destroy();
        if (!Children.awaitEnd(process, 300)) {
            throw new IllegalStateException(name + " did not end within five minutes of SIGTERM, see " + log);
        }
        return (System.nanoTime() - begin) / 1e9;
    }
}
