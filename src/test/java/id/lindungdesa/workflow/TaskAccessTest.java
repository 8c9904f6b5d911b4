package id.lindungdesa.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import id.lindungdesa.LindungDesaTest;
import id.lindungdesa.Session;
import id.lindungdesa.grant.VillageFundFixture;
import id.lindungdesa.identity.Role;
import id.lindungdesa.regulation.DecreeFixture;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Two districts, one request each at its Camat. Who may do what with a task is tried by the access matrix; here is the rest. */
@LindungDesaTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TaskAccessTest {

    private static final String HERE = "58.01.01.2001";
    private static final String THERE = "58.01.02.2001";
    private static final String PASSWORD = VillageFundFixture.PASSWORD;

    @Autowired
    TestRestTemplate http;
    @Autowired
    TaskService tasks;
    @Autowired
    ApplicationContext context;

    private Task here;
    private Task there;

    @BeforeAll
    void twoRequestsAtTheirDistricts() {
        VillageFundFixture funds = VillageFundFixture.in(context);
        UUID decree = DecreeFixture.in(context).inForce("58", List.of(HERE, THERE), 100_000_000L, 100);
        funds.appoint(HERE, THERE);
        funds.open(decree);
        for (String village : List.of(HERE, THERE)) {
            UUID disbursement = funds.disbursement(decree, village, 1);
            funds.requested(disbursement);
            funds.sign(disbursement, true, null);
            Task task = tasks.createTaskQuery().processInstanceBusinessKey(disbursement.toString()).singleResult();
            if (village.equals(HERE)) {
                here = task;
            } else {
                there = task;
            }
        }
    }

    @Test
    void noDoorShowsSomebodyElsesTask() {
        String task = "/engine-rest/task/" + there.getId();
        Session session = Session.login(http.getRootUri(), camat("58.01.01"), PASSWORD, "tasklist");
        for (String path : List.of("", "/form", "/form-variables", "/rendered-form", "/deployed-form", "/variables",
                "/localVariables", "/identity-links", "/comment", "/attachment")) {
            ResponseEntity<String> answer = rest(camat("58.01.01"), HttpMethod.GET, task + path, null);
            assertThat(nothingTold(answer.getStatusCode().value(), answer.getBody())).as(path + answer).isTrue();
            var tasklist = session.get("/camunda/api/engine/engine/default/task/" + there.getId() + path);
            assertThat(nothingTold(tasklist.statusCode(), tasklist.body())).as(path + tasklist.body()).isTrue();
        }
        assertThat(rest(camat("58.01.01"), HttpMethod.GET, "/api/tasks/" + there.getId() + "/sheet", null).getStatusCode().value())
                .isEqualTo(404);
        assertThat(rest(camat("58.01.01"), HttpMethod.GET, "/engine-rest/history/task?taskId=" + there.getId(), null).getBody())
                .isEqualTo("[]");
        assertThat(rest(camat("58.01.01"), HttpMethod.GET, "/engine-rest/process-instance", null).getBody()).isEqualTo("[]");
        assertThat(rest(camat("58.01.01"), HttpMethod.GET, "/engine-rest/variable-instance", null).getBody())
                .doesNotContain(there.getProcessInstanceId());
    }

    private static boolean nothingTold(int status, String body) {
        return status >= 400 || "[]".equals(body) || "{}".equals(body);
    }

    @Test
    void whoTookATaskMayGiveItBackAndNobodyDecidesMeanwhile() {
        String path = "/engine-rest/task/" + here.getId();
        String camat = camat("58.01.01");
        assertThat(rest(camat, HttpMethod.POST, path + "/claim", "{\"userId\":\"" + camat + "\"}").getStatusCode().value()).isEqualTo(204);
        assertThat(rest(camat, HttpMethod.POST, path + "/assignee", "{\"userId\":\"" + camat("58.01.02") + "\"}").getStatusCode().value())
                .isEqualTo(403);
        assertThat(rest(camat, HttpMethod.POST, path + "/unclaim", null).getStatusCode().value()).isEqualTo(204);
        assertThat(tasks.createTaskQuery().taskId(here.getId()).singleResult().getAssignee()).isNull();
    }

    @Test
    void aForgedFieldIsRefusedAndTheTaskStaysOpen() {
        for (String forged : List.of("{\"approved\":{\"value\":true},\"rupiah\":{\"value\":1}}",
                "{\"approved\":{\"value\":true},\"disbursementId\":{\"value\":\"" + UUID.randomUUID() + "\"}}",
                "{\"approved\":{\"value\":\"ya\"}}", "{}",
                "{\"approved\":{\"value\":\"rO0AB\",\"type\":\"Object\",\"valueInfo\":{\"objectTypeName\":\"java.lang.Boolean\",\"serializationDataFormat\":\"application/x-java-serialized-object\"}}}")) {
            ResponseEntity<String> answer = rest(camat("58.01.01"), HttpMethod.POST,
                    "/engine-rest/task/" + here.getId() + "/complete", "{\"variables\":" + forged + "}");
            assertThat(answer.getStatusCode().value()).as(forged + answer.getBody()).isEqualTo(400);
        }
        ResponseEntity<String> noNote = rest(camat("58.01.01"), HttpMethod.POST, "/engine-rest/task/" + here.getId() + "/complete",
                "{\"variables\":{\"approved\":{\"value\":false}}}");
        assertThat(noNote.getStatusCode().value()).isEqualTo(400);
        assertThat(noNote.getBody()).containsIgnoringCase("catatan");
        assertThat(tasks.createTaskQuery().taskId(here.getId()).count()).isOne();
    }

    private static String camat(String district) {
        return VillageFundFixture.user(Role.CAMAT, district);
    }

    private ResponseEntity<String> rest(String user, HttpMethod method, String path, String body) {
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_JSON);
        return http.withBasicAuth(user, PASSWORD).exchange(path, method, new HttpEntity<>(body, headers), String.class);
    }
}
