package id.lindungdesa.webapp;

import static org.assertj.core.api.Assertions.assertThat;

import id.lindungdesa.LindungDesaTest;
import id.lindungdesa.identity.Accounts;
import id.lindungdesa.identity.Accounts.Membership;
import id.lindungdesa.identity.Appointment;
import id.lindungdesa.identity.Offices;
import id.lindungdesa.identity.Role;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One login for Tasklist and our API, and what a session alone does not buy. */
@LindungDesaTest
class WebappSessionTest {

    static final String PASSWORD = "Rahasia-uji-123";

    @LocalServerPort
    int port;
    @Autowired
    Offices offices;
    @Autowired
    Accounts accounts;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    RepositoryService repository;
    @Autowired
    RuntimeService runtime;
    @Autowired
    TaskService tasks;
    @Autowired
    TestRestTemplate basic;

    String task;

    @BeforeEach
    void aTaskOfOneVillage() {
        TrialTasks.deploy(repository);
        head("sesi.kades", "96.01.01.2001");
        String instance = runtime.startProcessInstanceByKey(TrialTasks.PROCESS, UUID.randomUUID().toString()).getId();
        task = tasks.createTaskQuery().processInstanceId(instance).singleResult().getId();
    }

    void head(String user, String village) {
        offices.appoint(List.of(new Appointment(1, user, "Kades " + village, Role.KADES, village, LocalDate.of(2020, 1, 1),
                null, "SK 1")), List.of(), name -> PASSWORD);
    }

    @Test
    void thePageReadsTheSheetOfItsOwnTask() throws Exception {
        var answer = new TasklistLogin(port, "sesi.kades", PASSWORD).get("/api/tasks/" + task + "/sheet");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"taskId\":\"" + task + "\"", "\"element\":\"UserTask_Decide\"",
                "\"process\":\"trial-form\"", "\"legalBasis\":\"Peraturan Gubernur Jambi",
                "{\"name\":\"count\",\"type\":\"Long\"}", "\"caseNumber\":\"PD-2022-000123\"", "\"rupiah\":100000000");
        assertThat(answer.body()).containsPattern("\"daysLeft\":\\d+").containsPattern("\"due\":\"\\d{4}-\\d\\d-\\d\\d\"");
    }

    @Test
    void aTaskOfAnotherVillageDoesNotExist() {
        head("sesi.kades.lain", "96.01.01.2002");

        var answer = basic.withBasicAuth("sesi.kades.lain", PASSWORD)
                .getForEntity("/api/tasks/" + task + "/sheet", String.class);

        assertThat(answer.getStatusCode().isError()).isTrue();
        assertThat(answer.getBody()).doesNotContain("PD-2022-000123");
    }

    @Test
    void aWriteByCookieAloneIsRefused() throws Exception {
        var page = new TasklistLogin(port, "sesi.kades", PASSWORD);
        String heir = """
                {"heirs": [{"name": "Aminah"}]}""";

        var without = page.post("/api/trial/members?village=1", heir, null);
        var forged = page.post("/api/trial/members?village=1", heir, "0123456789ABCDEF0123456789ABCDEF");
        var engine = page.post("/engine-rest/task/%s/claim".formatted(task), "{\"userId\": \"sesi.kades\"}", null);
        var own = page.post("/api/trial/members?village=1", heir, page.token());

        assertThat(List.of(without, forged, engine)).allSatisfy(refused -> {
            assertThat(refused.statusCode()).isEqualTo(403);
            assertThat(refused.body()).contains("\"CSRF_TOKEN_MISSING\"");
            assertThat(refused.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        });
        assertThat(tasks.createTaskQuery().taskId(task).singleResult().getAssignee()).isNull();
        assertThat(own.statusCode()).isEqualTo(200);
    }

    @Test
    void whoLostTheOfficeSeesNothingInTheOldSession() throws Exception {
        head("sesi.kades.lama", "96.01.01.2001");
        var page = new TasklistLogin(port, "sesi.kades.lama", PASSWORD);
        assertThat(page.get("/api/tasks/" + task + "/sheet").statusCode()).isEqualTo(200);

        accounts.leave(List.of(new Membership("sesi.kades.lama", "kades-96.01.01.2001")));
        assertThat(page.get("/api/tasks/" + task + "/sheet").body()).doesNotContain("PD-2022-000123");
    }

    @Test
    void whoLostTheAccountIsNobody() throws Exception {
        head("sesi.kades.mantan", "96.01.01.2001");
        var page = new TasklistLogin(port, "sesi.kades.mantan", PASSWORD);
        assertThat(page.get("/api/deadlines?from=2026-01-05&workingDays=1&calendar=province").statusCode()).isEqualTo(200);

        jdbc.sql("delete from act_id_membership where user_id_ = 'sesi.kades.mantan'").update();
        jdbc.sql("delete from act_id_user where id_ = 'sesi.kades.mantan'").update();
        assertThat(page.get("/api/deadlines?from=2026-01-05&workingDays=1&calendar=province").statusCode()).isEqualTo(401);
    }

    @Test
    void manyCallsAtOnceKeepTheSession() throws Exception {
        var page = new TasklistLogin(port, "sesi.kades", PASSWORD);
        var calls = java.util.stream.IntStream.range(0, 40).parallel().mapToObj(i -> {
            try {
                return page.get(i % 2 == 0 ? "/api/tasks/" + task + "/sheet"
                        : "/camunda/api/engine/engine/default/task/" + task).statusCode();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }).toList();

        assertThat(calls).containsOnly(200);
    }
}
