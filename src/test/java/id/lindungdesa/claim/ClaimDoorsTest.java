package id.lindungdesa.claim;

import static id.lindungdesa.claim.ClaimStage.AUDITOR;
import static id.lindungdesa.claim.ClaimStage.CAMAT;
import static id.lindungdesa.claim.ClaimStage.HEAD;
import static id.lindungdesa.claim.ClaimStage.KADES;
import static id.lindungdesa.claim.ClaimStage.OFFICER;
import static id.lindungdesa.claim.ClaimStage.OFFICER_ELSEWHERE;
import static id.lindungdesa.claim.ClaimStage.OPERATOR;
import static id.lindungdesa.claim.ClaimStage.OPERATOR_ELSEWHERE;
import static id.lindungdesa.claim.ClaimStage.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.lindungdesa.LindungDesaTest;
import id.lindungdesa.benefit.Relation;
import id.lindungdesa.calendar.WorkingDays;
import id.lindungdesa.enrolment.Worker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.RequestEntity;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Claims through the doors that other programs use, with real logins. */
@LindungDesaTest
class ClaimDoorsTest {

    @Autowired TestRestTemplate http;
    @Autowired ObjectMapper json;
    @Autowired ClaimStage stage;
    @Autowired JdbcClient jdbc;

    @BeforeEach
    void set() {
        stage.set();
    }

    @Test
    void aVillageFilesAClaimAndFollowsIt() {
        Worker worker = stage.coveredWorker();
        UUID paper = stage.document(OPERATOR, "AKTA_KEMATIAN");
        ObjectNode body = body(worker);
        body.putArray("documents").add(paper.toString());

        ResponseEntity<JsonNode> filed = post(OPERATOR, "/api/claims", body);

        assertThat(filed.getStatusCode().value()).isEqualTo(201);
        JsonNode answer = filed.getBody();
        assertThat(answer.get("number").asText()).matches("JKM-%d-\\d{6}".formatted(stage.today().getYear()));
        assertThat(answer.get("state").asText()).isEqualTo("SUBMITTED");
        assertThat(answer.get("payBy").isNull()).isTrue();

        JsonNode claim = get(KADES, "/api/claims/" + answer.get("id").asText()).getBody();
        assertThat(claim.at("/worker/name").asText()).isEqualTo(worker.name());
        assertThat(claim.at("/worker/nik").asText()).isEqualTo(worker.maskedNik());
        assertThat(claim.at("/payees/0/nik").asText()).isEqualTo("9401**********01");
        assertThat(claim.toString()).doesNotContain(worker.nik(), body.at("/heirs/0/nik").asText(), "1234567890");
        assertThat(claim.at("/documents/0/id").asText()).isEqualTo(paper.toString());
        assertThat(get(OFFICER, "/api/documents/" + paper).getStatusCode().value()).isEqualTo(200);
        assertThat(get(OPERATOR_ELSEWHERE, "/api/documents/" + paper).getStatusCode().value()).isEqualTo(404);
    }

    @Test
    void onlyTheVillageTheBranchAndTheAuditorSeeAClaim() {
        Worker worker = stage.coveredWorker();
        UUID claim = stage.filed(worker, Relation.SPOUSE);
        stage.completes(OFFICER, claim, "UserTask_CheckCompleteness", "complete", false, "note", "KTP Siti belum ada");

        for (String stranger : List.of(OPERATOR_ELSEWHERE, OFFICER_ELSEWHERE, CAMAT)) {
            assertThat(get(stranger, "/api/claims/" + claim).getStatusCode().value()).as(stranger).isEqualTo(403);
        }
        assertThat(get(HEAD, "/api/claims/" + claim).getStatusCode().value()).isEqualTo(200);
        assertThat(get(HEAD, "/api/claims/" + UUID.randomUUID()).getStatusCode().value()).isEqualTo(404);
        assertThat(http.getForEntity("/api/claims/" + claim, String.class).getStatusCode().value()).isEqualTo(401);
        JsonNode audited = get(AUDITOR, "/api/claims/" + claim).getBody();
        assertThat(audited.get("number").asText()).startsWith("JKM-");
        assertThat(audited.get("decisions")).isNotEmpty();
        assertThat(audited.toString()).doesNotContain(worker.name(), worker.maskedNik(), "Ahli Waris", "Siti", "ILLNESS", "****7890");
    }

    @Test
    void whatCannotBeAClaimIsRefusedWithItsCodeAndNothingIsKept() {
        Worker worker = stage.coveredWorker();

        ObjectNode unknown = body(worker);
        unknown.put("workerNik", "9401019999990001");
        assertRefused(422, "WORKER_UNKNOWN", OPERATOR, unknown);
        ObjectNode future = body(worker);
        future.put("eventDate", stage.today().plusDays(1).toString());
        assertRefused(422, "EVENT_IN_FUTURE", OPERATOR, future);
        ObjectNode early = body(worker);
        early.put("eventDate", registeredOn(worker).minusDays(1).toString());
        assertRefused(422, "REGISTERED_AFTER_EVENT", OPERATOR, early);
        ObjectNode work = body(worker);
        work.put("cause", "WORK_ACCIDENT");
        assertRefused(422, "CAUSE_BELONGS_TO_JKK", OPERATOR, work);
        ObjectNode other = body(worker);
        other.put("programme", "JHT");
        assertRefused(422, "NOT_YET_SUPPORTED", OPERATOR, other);
        ObjectNode divorced = body(worker);
        ((ObjectNode) divorced.at("/heirs/0")).put("relation", "EX_SPOUSE");
        assertRefused(422, "NO_ENTITLED_HEIR", OPERATOR, divorced);
        ObjectNode paper = body(worker);
        paper.putArray("documents").add(UUID.randomUUID().toString());
        assertRefused(422, "DOCUMENT_UNKNOWN", OPERATOR, paper);
        ObjectNode extra = body(worker);
        extra.put("rupiah", 1);
        assertThat(post(OPERATOR, "/api/claims", extra).getStatusCode().is4xxClientError()).isTrue();
        for (String stranger : List.of(OPERATOR_ELSEWHERE, OFFICER_ELSEWHERE, CAMAT, HEAD, AUDITOR)) {
            assertRefused(403, "NOT_YOUR_OFFICE", stranger, body(worker));
        }

        assertThat(jdbc.sql("select count(*) from claim_claim where worker_id = :worker").param("worker", worker.id())
                .query(Long.class).single()).isZero();
    }

    @Test
    void everyFaultyFieldIsToldAtOnce() {
        ObjectNode body = body(stage.coveredWorker());
        body.put("eventDate", "1 Februari 2023");
        body.put("cause", "OLD_AGE");
        ObjectNode heir = (ObjectNode) body.at("/heirs/0");
        heir.put("relation", "COUSIN");
        heir.put("nik", "12345");
        heir.put("name", " ");
        ((ArrayNode) body.get("heirs")).add(json.createObjectNode().put("name", "Anak").put("nik", body.get("workerNik").asText())
                .put("relation", "CHILD").put("account", "1234567"));

        JsonNode problem = post(OPERATOR, "/api/claims", body).getBody();

        assertThat(problem.get("code").asText()).isEqualTo("CLAIM_INVALID");
        assertThat(problem.get("errors").findValuesAsText("code")).containsExactlyInAnyOrder("DATE_SHAPE", "CAUSE_UNKNOWN",
                "RELATION_UNKNOWN", "NIK_SHAPE", "NAME_REQUIRED", "HEIR_IS_WORKER");
        assertThat(problem.get("errors").findValuesAsText("pointer")).contains("/heirs/0/nik", "/eventDate");
        ObjectNode alone = body(stage.coveredWorker());
        alone.putArray("heirs");
        assertThat(post(OPERATOR, "/api/claims", alone).getBody().at("/errors/0/code").asText()).isEqualTo("HEIRS_REQUIRED");
    }

    @Test
    void theSameDeathIsClaimedOnceHoweverOftenItIsSent() {
        Worker worker = stage.coveredWorker();
        JsonNode first = post(OPERATOR, "/api/claims", body(worker)).getBody();

        ResponseEntity<JsonNode> second = post(KADES, "/api/claims", body(worker));

        assertThat(second.getStatusCode().value()).isEqualTo(409);
        assertThat(second.getBody().get("code").asText()).isEqualTo("CLAIM_EXISTS");
        assertThat(second.getBody().get("detail").asText()).contains(first.get("number").asText());
    }

    @Test
    void aKeyAnswersTheSameClaimAgain() {
        Worker worker = stage.coveredWorker();
        String key = UUID.randomUUID().toString();

        JsonNode first = post(OPERATOR, "/api/claims", body(worker), key).getBody();
        JsonNode second = post(OPERATOR, "/api/claims", body(worker), key).getBody();

        assertThat(second.get("id")).isNotNull().isEqualTo(first.get("id"));
        assertThat(second.get("number")).isEqualTo(first.get("number"));
    }

    @Test
    void ofManyAtOnceOneIsFiled() {
        Worker worker = stage.coveredWorker();

        List<Integer> answers = IntStream.range(0, 6).mapToObj(i -> CompletableFuture.supplyAsync(() ->
                post(OPERATOR, "/api/claims", body(worker)).getStatusCode().value())).toList().stream()
                .map(CompletableFuture::join).toList();

        assertThat(answers).containsOnlyOnce(201).containsOnly(201, 409);
    }

    @Test
    void aDraftIsStartedByKeyWithItsIdAlone() {
        Worker worker = stage.coveredWorker();
        String claim = post(OPERATOR, "/api/claims?draft=true", body(worker)).getBody().get("id").asText();
        String start = "/engine-rest/process-definition/key/claim-approval/start";

        ObjectNode forged = variables("claimId", "String", claim);
        ((ObjectNode) forged.get("variables")).putObject("complete").put("type", "Boolean").put("value", true);
        assertThat(post(OPERATOR, start, forged).getStatusCode().value()).isEqualTo(400);
        ResponseEntity<JsonNode> stranger = post(OPERATOR_ELSEWHERE, start, variables("claimId", "String", claim));
        assertThat(stranger.getStatusCode().value()).isEqualTo(400);
        assertThat(stranger.getBody().toString()).contains("bukan wewenang");
        assertThat(post(HEAD, start, variables("claimId", "String", claim)).getStatusCode().value()).isEqualTo(403);
        assertThat(get(KADES, "/api/claims/" + claim).getBody().get("state").asText()).isEqualTo("DRAFT");

        assertThat(post(OPERATOR, start, variables("claimId", "String", claim)).getStatusCode().value()).isEqualTo(200);

        assertThat(get(KADES, "/api/claims/" + claim).getBody().get("state").asText()).isEqualTo("SUBMITTED");
    }

    @Test
    void aForgedVariableOrAStrangerChangesNothing() {
        UUID claim = stage.filed(stage.coveredWorker(), Relation.SPOUSE);
        String task = taskOf(OFFICER, claim);
        String complete = "/engine-rest/task/" + task + "/complete";

        ObjectNode forged = variables("complete", "Boolean", true);
        ((ObjectNode) forged.get("variables")).putObject("rupiah").put("type", "Long").put("value", 99_000_000);
        ResponseEntity<JsonNode> refused = post(OFFICER, complete, forged);
        assertThat(refused.getStatusCode().value()).isEqualTo(400);
        assertThat(refused.getBody().toString()).contains("rupiah");
        ObjectNode swapped = variables("complete", "Boolean", true);
        ((ObjectNode) swapped.get("variables")).putObject("claimId").put("type", "String").put("value", UUID.randomUUID().toString());
        assertThat(post(OFFICER, complete, swapped).getStatusCode().value()).isEqualTo(400);
        for (String stranger : List.of(OPERATOR, OFFICER_ELSEWHERE, HEAD, "admin")) {
            assertThat(post(stranger, complete, variables("complete", "Boolean", true)).getStatusCode().is4xxClientError())
                    .as(stranger).isTrue();
        }
        assertThat(get(OFFICER_ELSEWHERE, "/api/tasks/" + task + "/sheet").getStatusCode().value()).isEqualTo(404);
        assertThat(get(OFFICER, "/api/claims/" + claim).getBody().get("state").asText()).isEqualTo("SUBMITTED");

        JsonNode sheet = get(OFFICER, "/api/tasks/" + task + "/sheet").getBody();
        assertThat(sheet.get("caseNumber").asText()).startsWith("JKM-");
        assertThat(post(OFFICER, complete, variables("complete", "Boolean", true)).getStatusCode().value()).isEqualTo(204);
        assertThat(get(OFFICER, "/api/claims/" + claim).getBody().get("payBy").isNull()).isFalse();
    }

    @Test
    void aRefusalReachesTheOfficialAsItsSentence() {
        UUID claim = stage.filed(stage.coveredWorker(), Relation.SPOUSE);

        ResponseEntity<JsonNode> refused = post(OFFICER, "/engine-rest/task/" + taskOf(OFFICER, claim) + "/complete",
                variables("complete", "Boolean", false));

        assertThat(refused.getStatusCode().value()).isEqualTo(400);
        assertThat(refused.getBody().toString()).contains("Sebutkan dokumen apa yang belum lengkap.");
    }

    private void assertRefused(int status, String code, String user, ObjectNode body) {
        ResponseEntity<JsonNode> answer = post(user, "/api/claims", body);
        assertThat(answer.getStatusCode().value()).as(code + " for " + user).isEqualTo(status);
        assertThat(answer.getBody().get("code").asText()).isEqualTo(code);
    }

    private ObjectNode body(Worker worker) {
        return json.valueToTree(stage.form(worker, stage.today(), Relation.SPOUSE));
    }

    private static LocalDate registeredOn(Worker worker) {
        return LocalDate.ofInstant(worker.registeredAt(), WorkingDays.JAKARTA);
    }

    private ObjectNode variables(String name, String type, Object value) {
        ObjectNode body = json.createObjectNode();
        body.putObject("variables").putObject(name).put("type", type).set("value", json.valueToTree(value));
        return body;
    }

    private String taskOf(String user, UUID claim) {
        return get(user, "/engine-rest/task?processInstanceBusinessKey=" + claim).getBody().at("/0/id").asText();
    }

    private ResponseEntity<JsonNode> get(String user, String path) {
        var found = as(user).exchange(RequestEntity.get(path).header(HttpHeaders.ACCEPT, "*/*").build(), byte[].class);
        return ResponseEntity.status(found.getStatusCode()).body(tree(found));
    }

    private ResponseEntity<JsonNode> post(String user, String path, ObjectNode body) {
        return post(user, path, body, null);
    }

    private ResponseEntity<JsonNode> post(String user, String path, ObjectNode body, String key) {
        var request = RequestEntity.method(HttpMethod.POST, path).contentType(MediaType.APPLICATION_JSON);
        if (key != null) {
            request.header("Idempotency-Key", key);
        }
        var answer = as(user).exchange(request.body(body.toString()), byte[].class);
        return ResponseEntity.status(answer.getStatusCode()).body(tree(answer));
    }

    private TestRestTemplate as(String user) {
        return http.withBasicAuth(user, PASSWORD);
    }

    private JsonNode tree(ResponseEntity<byte[]> answer) {
        try {
            boolean told = answer.getHeaders().getContentType() != null
                    && answer.getHeaders().getContentType().getSubtype().endsWith("json");
            return told && answer.getBody() != null ? json.readTree(answer.getBody()) : null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
