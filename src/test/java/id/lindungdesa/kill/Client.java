package id.lindungdesa.kill;

import id.lindungdesa.kill.Balancer.Answer;
import id.lindungdesa.kill.Balancer.Request;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/**
 * Somebody who wants an answer: where none came, or none that settles the matter, he sends the very same again until one
 * does. A POST carries its Idempotency-Key each time.
 */
final class Client {

    private static final Duration PATIENCE = Duration.ofSeconds(240);

    /** The run is over before an answer came. */
    static final class Stopped extends RuntimeException {
    }

    private final Balancer balancer;
    private final BooleanSupplier stopped;
    /** What came back, by status and code, and what did not. */
    private final Map<String, AtomicInteger> tally = new ConcurrentSkipListMap<>();

    Client(Balancer balancer, BooleanSupplier stopped) {
        this.balancer = balancer;
        this.stopped = stopped;
    }

    Answer ask(Request request) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        String last = "";
        for (int attempt = 0; System.nanoTime() < end; attempt++) {
            try {
                Answer answer = balancer.send(request);
                if (answer.good() || answer.refused() && answer.status() != 401) {
                    count(answer.good() ? "good" : "refused " + answer.code());
                    return answer;
                }
                last = answer.toString();
                count("unsettled " + answer.code());
            } catch (Balancer.NobodyThere e) {
                last = "nobody there";
                count("no answer nobody there");
            } catch (IOException e) {
                last = e.toString();
                count("no answer " + e.getClass().getSimpleName());
            }
            if (stopped.getAsBoolean()) {
                throw new Stopped();
            }
            Postgres.pause(Math.min(100 + 50L * attempt, 1000));
        }
        throw new IllegalStateException("no answer within %s to %s %s by %s; last: %s"
                .formatted(PATIENCE, request.method(), request.path(), request.user(), last));
    }

    Answer get(String user, String path) {
        return ask(Request.get(user, path));
    }

    Answer post(String user, String path, Map<String, ?> body, String key) {
        return ask(Request.post(user, path, body, key));
    }

    /** Each part by its name and, after a semicolon, what else stands in its disposition. */
    Answer multipart(String user, String path, Map<String, String[]> parts, String key) {
        String boundary = "batas-" + UUID.randomUUID();
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        parts.forEach((name, part) -> body.writeBytes(("--%s\r\nContent-Disposition: form-data; name=%s\r\nContent-Type: %s\r\n\r\n%s\r\n"
                .formatted(boundary, name, part[0], part[1])).getBytes(StandardCharsets.UTF_8)));
        body.writeBytes(("--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return ask(new Request(user, "POST", path, body.toByteArray(), "multipart/form-data; boundary=" + boundary, key));
    }

    void count(String what) {
        tally.computeIfAbsent(what, none -> new AtomicInteger()).incrementAndGet();
    }

    Map<String, AtomicInteger> tally() {
        return tally;
    }

    /** How many requests were settled, with a yes or a no. */
    int answers() {
        return tally.entrySet().stream().filter(one -> one.getKey().startsWith("good") || one.getKey().startsWith("refused"))
                .mapToInt(one -> one.getValue().get()).sum();
    }

    /** How often somebody had to send again, by reason: an error, a broken connection, nobody there. */
    Map<String, Integer> failures() {
        Map<String, Integer> failures = new TreeMap<>();
        tally.forEach((what, count) -> {
            if (what.startsWith("no answer") || what.startsWith("unsettled")) {
                failures.put(what, count.get());
            }
        });
        return failures;
    }
}
