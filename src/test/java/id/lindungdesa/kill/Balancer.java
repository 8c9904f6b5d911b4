package id.lindungdesa.kill;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * An ordinary balancer in front of the nodes: in turn to those that say they are ready, to the next where a connection is
 * refused. It sends nothing twice by itself; a connection that breaks on the way is the sender's matter.
 */
final class Balancer implements AutoCloseable {

    private static final long PROBED_EVERY_NANOS = 200_000_000;
    private static final int SHOWN = 90;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<Node> nodes;
    private final Map<String, String> passwords;
    private final Map<Node, Boolean> ready = new ConcurrentHashMap<>();
    private final AtomicInteger turn = new AtomicInteger();
    private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).version(HttpClient.Version.HTTP_1_1).build();
    private volatile boolean closed;

    Balancer(List<Node> nodes, Map<String, String> passwords) {
        this.nodes = nodes;
        this.passwords = passwords;
        nodes.forEach(node -> {
            Thread probe = new Thread(() -> watch(node), "balancer " + node.name());
            probe.setDaemon(true);
            probe.start();
        });
    }

    private void watch(Node node) {
        while (!closed) {
            node.askReady().ifPresent(yes -> ready.put(node, yes));
            LockSupport.parkNanos(PROBED_EVERY_NANOS);
        }
    }

    /** Waits until it would send to that node: a node that says it is ready is of use only once its balancer has heard it. */
    void awaitCountedIn(Node node) {
        while (!Boolean.TRUE.equals(ready.get(node))) {
            if (!node.alive()) {
                throw new IllegalStateException(node.name() + " ended by itself");
            }
            Postgres.pause(20);
        }
    }

    /** @param key an Idempotency-Key, or null */
    record Request(String user, String method, String path, byte[] body, String type, String key) {

        static Request get(String user, String path) {
            return new Request(user, "GET", path, null, null, null);
        }

        static Request post(String user, String path, Map<String, ?> body, String key) {
            return new Request(user, "POST", path, json(body), "application/json", key);
        }

        static Request csv(String user, String method, String path, String csv, String key) {
            return new Request(user, method, path, csv.getBytes(StandardCharsets.UTF_8), "text/csv", key);
        }
    }

    record Answer(int status, String text) {

        boolean good() {
            return status >= 200 && status < 300;
        }

        /** Said no for a reason that stays; what may be otherwise next time is no answer yet. */
        boolean refused() {
            return status >= 400 && status < 500 && !text.contains("IN_PROGRESS");
        }

        JsonNode json() {
            try {
                return text.isBlank() ? MissingNode.getInstance() : JSON.readTree(text);
            } catch (IOException e) {
                throw new IllegalStateException("no JSON: " + text, e);
            }
        }

        /** For counting: our own code, or the beginning of what the engine says, without ids. */
        String code() {
            if (!text.startsWith("{")) {
                return status + "";
            }
            JsonNode json = json();
            String said = json.path("message").asText(json.path("type").asText());
            return status + " " + (json.path("code").isTextual() ? json.path("code").asText()
                    : json.path("type").asText() + " " + beginning(said.replaceAll("[0-9a-f-]{36}", "…")));
        }
    }

    private static String beginning(String text) {
        return text.substring(0, Math.min(SHOWN, text.length()));
    }

    /** Nobody is there to take it; nothing was sent. */
    static final class NobodyThere extends IOException {
    }

    /** Sends it once. */
    Answer send(Request request) throws IOException {
        for (int i = 0; i < 2 * nodes.size(); i++) {
            Node node = nodes.get(Math.floorMod(turn.getAndIncrement(), nodes.size()));
            if (Boolean.TRUE.equals(ready.get(node))) {
                try {
                    return sendTo(node, request);
                } catch (ConnectException | HttpConnectTimeoutException e) {
                    ready.put(node, false);
                }
            }
        }
        throw new NobodyThere();
    }

    Answer sendTo(Node node, Request request) throws IOException {
        HttpRequest.Builder builder = HttpRequest.newBuilder(URI.create(node.root() + request.path()))
                .timeout(Duration.ofSeconds(60)).header("Accept", "application/json")
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(
                        (request.user() + ":" + passwords.getOrDefault(request.user(), "?")).getBytes(StandardCharsets.UTF_8)))
                .method(request.method(), request.body() == null ? HttpRequest.BodyPublishers.noBody()
                        : HttpRequest.BodyPublishers.ofByteArray(request.body()));
        if (request.type() != null) {
            builder.header("Content-Type", request.type());
        }
        if (request.key() != null) {
            builder.header("Idempotency-Key", request.key());
        }
        try {
            HttpResponse<String> answer = http.send(builder.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(answer.statusCode(), answer.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    static byte[] json(Object body) {
        try {
            return JSON.writeValueAsBytes(body);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        closed = true;
    }
}
