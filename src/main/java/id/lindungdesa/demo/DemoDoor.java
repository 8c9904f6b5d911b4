package id.lindungdesa.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** The demo's people use the doors that everybody uses: each call is an HTTP request under a user's own name. */
class DemoDoor {

    private final HttpClient client = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();
    private final String root;
    private final String password;

    DemoDoor(int port, String password) {
        this.root = "http://127.0.0.1:" + port;
        this.password = password;
    }

    JsonNode get(String user, String path) {
        return send(user, "GET", path, null, null);
    }

    JsonNode post(String user, String path, Map<String, ?> body) {
        return send(user, "POST", path, write(body).getBytes(StandardCharsets.UTF_8), "application/json");
    }

    JsonNode csv(String user, String method, String path, String csv) {
        return send(user, method, path, csv.getBytes(StandardCharsets.UTF_8), "text/csv");
    }

    /** A decree and its annex; or any other JSON part with a CSV part. */
    JsonNode decree(String user, Map<String, ?> decree, String annex) {
        return multipart(user, "/api/decrees", Map.of(
                "decree\"", new String[] {"application/json", write(decree)},
                "annex\"; filename=\"lampiran.csv\"", new String[] {"text/csv", annex}));
    }

    /** Uploads a small PDF of that kind and returns its id. */
    String document(String user, String kind) {
        String pdf = "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
                + "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n% " + kind + " " + user;
        return multipart(user, "/api/documents", Map.of(
                "file\"; filename=\"" + kind.toLowerCase() + ".pdf\"", new String[] {"application/pdf", pdf},
                "kind\"", new String[] {"text/plain", kind})).get("id").asText();
    }

    private JsonNode multipart(String user, String path, Map<String, String[]> parts) {
        String boundary = UUID.randomUUID().toString();
        StringBuilder body = new StringBuilder();
        parts.forEach((name, part) -> body.append("--").append(boundary)
                .append("\r\nContent-Disposition: form-data; name=\"").append(name)
                .append("\r\nContent-Type: ").append(part[0]).append("\r\n\r\n").append(part[1]).append("\r\n"));
        body.append("--").append(boundary).append("--\r\n");
        return send(user, "POST", path, body.toString().getBytes(StandardCharsets.UTF_8), "multipart/form-data; boundary=" + boundary);
    }

    /** Completes the open task of that element for a case, as one of those who may. */
    void complete(String user, String caseId, String element, Map<String, ?> fields) {
        JsonNode tasks = get(user, "/engine-rest/task?processInstanceBusinessKey=" + caseId + "&taskDefinitionKey=" + element);
        if (tasks.size() != 1) {
            throw new IllegalStateException("%s sees %d tasks %s of case %s".formatted(user, tasks.size(), element, caseId));
        }
        complete(user, tasks.get(0), fields);
    }

    void complete(String user, JsonNode task, Map<String, ?> fields) {
        Map<String, Object> variables = new LinkedHashMap<>();
        fields.forEach((name, value) -> variables.put(name, Map.of("value", value)));
        post(user, "/engine-rest/task/" + task.get("id").asText() + "/complete", Map.of("variables", variables));
    }

    private String write(Object body) {
        try {
            return json.writeValueAsString(body);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private JsonNode send(String user, String method, String path, byte[] body, String type) {
        var request = HttpRequest.newBuilder(URI.create(root + path))
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8)))
                .header("Accept", "application/json")
                .method(method, body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofByteArray(body));
        if (type != null) {
            request.header("Content-Type", type);
        }
        try {
            HttpResponse<String> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new IllegalStateException("%s %s by %s answered %d: %s"
                        .formatted(method, path, user, answer.statusCode(), answer.body()));
            }
            return answer.body().isBlank() ? json.nullNode() : json.readTree(answer.body());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
