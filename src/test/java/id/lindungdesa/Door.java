package id.lindungdesa;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.LinkedMultiValueMap;

/** The application from outside: people with passwords who send HTTP requests and complete their tasks. */
public final class Door {

    private final TestRestTemplate http;
    private final ObjectMapper json = new ObjectMapper();
    private final Map<String, String> passwords = new HashMap<>(Map.of("admin", "Rahasia-uji-123"));

    public Door(TestRestTemplate http) {
        this.http = http;
    }

    /** Appoints people by a list as an administrator does and remembers their first passwords. */
    public JsonNode appoint(String offices) {
        JsonNode answer = expect(200, send("admin", HttpMethod.PUT, "/api/offices", offices, "text/csv"));
        answer.get("passwords").forEach(one -> passwords.put(one.get("user").asText(), one.get("password").asText()));
        return answer;
    }

    public void knows(String user, String password) {
        passwords.put(user, password);
    }

    public ResponseEntity<String> send(String user, HttpMethod method, String path, String body, String type) {
        HttpHeaders headers = new HttpHeaders();
        if (type != null) {
            headers.setContentType(MediaType.parseMediaType(type));
        }
        return http.withBasicAuth(user, passwords.getOrDefault(user, "?"))
                .exchange(path, method, new HttpEntity<>(body, headers), String.class);
    }

    public ResponseEntity<String> post(String user, String path, Map<String, ?> body) {
        return send(user, HttpMethod.POST, path, write(body), "application/json");
    }

    public JsonNode get(String user, String path) {
        return expect(200, send(user, HttpMethod.GET, path, null, null));
    }

    /** Sends a public page's form, without a login; the page that answers. */
    public String expectPage(int status, String path, String form) {
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_FORM_URLENCODED);
        ResponseEntity<String> answer = http.postForEntity(path, new HttpEntity<>(form, headers), String.class);
        if (answer.getStatusCode().value() != status) {
            throw new AssertionError("expected " + status + ", got " + answer.getStatusCode() + ": " + answer.getBody());
        }
        return answer.getBody();
    }

    public JsonNode expect(int status, ResponseEntity<String> answer) {
        if (answer.getStatusCode().value() != status) {
            throw new AssertionError("expected " + status + ", got " + answer.getStatusCode() + ": " + answer.getBody());
        }
        try {
            return answer.getBody() == null ? json.nullNode() : json.readTree(answer.getBody());
        } catch (java.io.IOException e) {
            throw new AssertionError(answer.getBody(), e);
        }
    }

    public ResponseEntity<String> decree(String user, Map<String, ?> decree, String annex) {
        return decree(user, "/api/decrees", decree, annex);
    }

    public ResponseEntity<String> decree(String user, String path, Map<String, ?> decree, String annex) {
        var parts = new LinkedMultiValueMap<String, Object>();
        HttpHeaders asJson = new HttpHeaders();
        asJson.setContentType(MediaType.APPLICATION_JSON);
        parts.add("decree", new HttpEntity<>(write(decree), asJson));
        HttpHeaders asCsv = new HttpHeaders();
        asCsv.setContentType(MediaType.parseMediaType("text/csv"));
        parts.add("annex", new HttpEntity<>(file("lampiran.csv", annex.getBytes()), asCsv));
        return http.withBasicAuth(user, passwords.get(user)).postForEntity(path, parts, String.class);
    }

    /** Sends a decision table from a day on, as a modeller saved it. */
    public ResponseEntity<String> rule(String user, HttpMethod method, String path, Map<String, ?> rule, String dmn) {
        var parts = new LinkedMultiValueMap<String, Object>();
        HttpHeaders asJson = new HttpHeaders();
        asJson.setContentType(MediaType.APPLICATION_JSON);
        parts.add("rule", new HttpEntity<>(write(rule), asJson));
        if (dmn != null) {
            parts.add("table", new HttpEntity<>(file("tabel.dmn", dmn.getBytes(java.nio.charset.StandardCharsets.UTF_8))));
        }
        return http.withBasicAuth(user, passwords.getOrDefault(user, "?")).exchange(path, method, new HttpEntity<>(parts), String.class);
    }

    /** Uploads a small PDF; its id. */
    public String document(String user, String kind) {
        var parts = new LinkedMultiValueMap<String, Object>();
        parts.add("file", new HttpEntity<>(file(kind.toLowerCase() + ".pdf", ("%PDF-1.4\n% " + kind + "\n%%EOF").getBytes())));
        parts.add("kind", kind);
        return expect(201, http.withBasicAuth(user, passwords.get(user)).postForEntity("/api/documents", parts, String.class))
                .get("id").asText();
    }

    private static ByteArrayResource file(String name, byte[] content) {
        return new ByteArrayResource(content) {
            @Override
            public String getFilename() {
                return name;
            }
        };
    }

    /** The open tasks of that element that a user sees, of one case where it is given. */
    public JsonNode tasks(String user, String element, String caseId) {
        return get(user, "/engine-rest/task?taskDefinitionKey=" + element
                + (caseId == null ? "" : "&processInstanceBusinessKey=" + caseId));
    }

    public String caseOf(String user, JsonNode task) {
        return get(user, "/api/tasks/" + task.get("id").asText() + "/sheet").get("caseId").asText();
    }

    /** Completes the user's one open task of that element for a case. */
    public void complete(String user, String caseId, String element, Map<String, ?> fields) {
        ResponseEntity<String> answer = tryComplete(user, caseId, element, fields);
        if (!answer.getStatusCode().is2xxSuccessful()) {
            throw new AssertionError(user + " " + element + ": " + answer.getStatusCode() + " " + answer.getBody());
        }
    }

    public ResponseEntity<String> tryComplete(String user, String caseId, String element, Map<String, ?> fields) {
        JsonNode tasks = tasks(user, element, caseId);
        if (tasks.size() != 1) {
            throw new AssertionError(user + " sees " + tasks.size() + " tasks " + element + " of case " + caseId);
        }
        Map<String, Object> variables = new LinkedHashMap<>();
        fields.forEach((name, value) -> variables.put(name, Map.of("value", value)));
        return post(user, "/engine-rest/task/" + tasks.get(0).get("id").asText() + "/complete", Map.of("variables", variables));
    }

    private String write(Object body) {
        try {
            return json.writeValueAsString(body);
        } catch (java.io.IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
