package id.lindungdesa.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;

/** Officials at work over HTTP, many at once; keeps what each kind of step took them. */
final class People {

    private static final int AT_ONCE = 6;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String root;
    private final String password;
    private final Map<String, Times> steps = new TreeMap<>();

    People(int port, String password) {
        this.root = "http://127.0.0.1:" + port;
        this.password = password;
    }

    Map<String, Times> steps() {
        return steps;
    }

    JsonNode get(String step, String user, String path) {
        return send(step, user, "GET", path, null, null);
    }

    JsonNode post(String step, String user, String path, Map<String, ?> body) {
        return send(step, user, "POST", path, write(body).getBytes(StandardCharsets.UTF_8), "application/json");
    }

    JsonNode send(String step, String user, String method, String path, byte[] body, String type) {
        var request = HttpRequest.newBuilder(URI.create(root + path))
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8)))
                .header("Accept", "application/json")
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        if (type != null) {
            request.header("Content-Type", type);
        }
        long start = System.nanoTime();
        try {
            HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            times(step).addSince(start);
            if (answer.statusCode() >= 300) {
                throw new IllegalStateException("%s %s by %s answered %d: %s".formatted(method, path, user, answer.statusCode(), answer.body()));
            }
            return answer.body().isBlank() ? JSON.nullNode() : JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A small PDF of that kind; its id. */
    String document(String user, String kind) {
        return multipart("upload a document", user, "/api/documents",
                "file\"; filename=\"" + kind.toLowerCase() + ".pdf\"", "application/pdf", "%PDF-1.4\n% " + kind + " " + user + "\n%%EOF",
                "kind\"", "text/plain", kind).get("id").asText();
    }

    JsonNode decree(String user, Map<String, ?> decree, String annex) {
        return multipart("draft the decree", user, "/api/decrees", "decree\"", "application/json", write(decree),
                "annex\"; filename=\"lampiran.csv\"", "text/csv", annex);
    }

    private JsonNode multipart(String step, String user, String path, String... parts) {
        String boundary = UUID.randomUUID().toString();
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < parts.length; i += 3) {
            body.append("--").append(boundary).append("\r\nContent-Disposition: form-data; name=\"").append(parts[i])
                    .append("\r\nContent-Type: ").append(parts[i + 1]).append("\r\n\r\n").append(parts[i + 2]).append("\r\n");
        }
        body.append("--").append(boundary).append("--\r\n");
        return send(step, user, "POST", path, body.toString().getBytes(StandardCharsets.UTF_8), "multipart/form-data; boundary=" + boundary);
    }

    /** What an official does with a task: finds it in his list, opens its sheet, completes it. @return the case */
    String work(String user, String element, String caseId, Map<String, ?> fields) {
        JsonNode tasks = get("find the task", user, "/engine-rest/task?taskDefinitionKey=" + element
                + (caseId == null ? "" : "&processInstanceBusinessKey=" + caseId));
        if (tasks.size() != 1) {
            throw new IllegalStateException("%s sees %d tasks %s of case %s".formatted(user, tasks.size(), element, caseId));
        }
        return finish(user, tasks.get(0), fields);
    }

    String finish(String user, JsonNode task, Map<String, ?> fields) {
        String id = task.get("id").asText();
        String found = get("open the sheet", user, "/api/tasks/" + id + "/sheet").get("caseId").asText();
        Map<String, Object> variables = new LinkedHashMap<>();
        fields.forEach((name, value) -> variables.put(name, Map.of("value", value)));
        post("complete " + task.get("taskDefinitionKey").asText(), user, "/engine-rest/task/" + id + "/complete", Map.of("variables", variables));
        return found;
    }

    interface Job<T> {
        void on(T one) throws Exception;
    }

    /** All of them, several at once; the first failure ends it. */
    <T> void each(Collection<T> all, Job<T> job) throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<Future<Void>> done = new ArrayList<>();
            all.forEach(one -> done.add(clients.submit((Callable<Void>) () -> {
                job.on(one);
                return null;
            })));
            for (Future<Void> one : done) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            clients.shutdownNow();
        }
    }

    static void await(String what, BooleanSupplier condition) {
        await(what, 20, condition);
    }

    static void await(String what, int everyMillis, BooleanSupplier condition) {
        long end = System.nanoTime() + 600_000_000_000L;
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("Waited ten minutes for " + what);
            }
            java.util.concurrent.locks.LockSupport.parkNanos(everyMillis * 1_000_000L);
        }
    }

    private Times times(String step) {
        synchronized (steps) {
            return steps.computeIfAbsent(step, one -> new Times());
        }
    }

    static String write(Object body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
