package id.lindungdesa.attack;

import static org.assertj.core.api.Assertions.assertThat;

import id.lindungdesa.LindungDesaTest;
import id.lindungdesa.Session;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseEntity;

/**
 * Everything the engine's interfaces offer beyond an official's own task, tried by that official and by an administrator
 * through all three doors: the REST interface by both of its addresses, and the webapps' own. Nothing succeeds, nothing of
 * the attacker runs, and not one row of the engine is another afterwards.
 */
@LindungDesaTest
class EngineAttackTest {

    private static final String OBJECT = "{\"value\":\"%s\",\"type\":\"Object\",\"valueInfo\":{\"objectTypeName\":\"%s\","
            .formatted(AttackedCase.serialized(), AttackedCase.Gadget.class.getName())
            + "\"serializationDataFormat\":\"application/x-java-serialized-object\"}}";
    private static final String FORGED = "{\"variables\":{\"approved\":{\"value\":true},\"rupiah\":{\"value\":1}}}";

    @Autowired
    TestRestTemplate http;
    @Autowired
    AttackedCase attacked;

    private Map<String, String> ids;
    private ServerSocket trap;
    private final AtomicInteger calls = new AtomicInteger();

    @BeforeEach
    void aCase() throws Exception {
        ids = attacked.open();
        trap = new ServerSocket(0);
        Thread listening = new Thread(this::countCalls, "trap");
        listening.setDaemon(true);
        listening.start();
    }

    @AfterEach
    void close() throws Exception {
        trap.close();
        attacked.close(ids);
    }

    private void countCalls() {
        try {
            while (true) {
                try (Socket caller = trap.accept()) {
                    calls.incrementAndGet();
                }
            }
        } catch (java.io.IOException e) {
            // closed after the test
        }
    }

    private static final String[][] ATTACKS = {
            // tokens
            {"POST", "/process-instance/{instance}/modification", "{\"instructions\":[{\"type\":\"startBeforeActivity\",\"activityId\":\"EndEvent_Decided\"}]}"},
            {"POST", "/process-instance/{instance}/modification-async", "{\"instructions\":[{\"type\":\"cancel\",\"activityId\":\"UserTask_Decide\"}]}"},
            {"POST", "/modification/execute", "{\"processDefinitionId\":\"{definition}\",\"processInstanceIds\":[\"{instance}\"],\"instructions\":[{\"type\":\"cancel\",\"activityId\":\"UserTask_Decide\"}]}"},
            {"POST", "/modification/executeAsync", "{\"processDefinitionId\":\"{definition}\",\"processInstanceIds\":[\"{instance}\"],\"instructions\":[{\"type\":\"cancel\",\"activityId\":\"UserTask_Decide\"}]}"},
            {"POST", "/process-definition/{definition}/restart", "{\"processInstanceIds\":[\"{instance}\"],\"instructions\":[{\"type\":\"startBeforeActivity\",\"activityId\":\"UserTask_Decide\"}]}"},
            {"POST", "/process-definition/{definition}/restart-async", "{\"processInstanceIds\":[\"{instance}\"],\"instructions\":[{\"type\":\"startBeforeActivity\",\"activityId\":\"UserTask_Decide\"}]}"},
            {"POST", "/migration/generate", "{\"sourceProcessDefinitionId\":\"{definition}\",\"targetProcessDefinitionId\":\"{definition}\"}"},
            {"POST", "/migration/execute", "{\"migrationPlan\":{\"sourceProcessDefinitionId\":\"{definition}\",\"targetProcessDefinitionId\":\"{definition}\",\"instructions\":[]},\"processInstanceIds\":[\"{instance}\"]}"},
            {"DELETE", "/process-instance/{instance}", null},
            {"POST", "/process-instance/delete", "{\"processInstanceIds\":[\"{instance}\"]}"},
            {"POST", "/process-instance/delete-historic-query-based", "{\"historicProcessInstanceQuery\":{\"processDefinitionKey\":\"attack-trial\"}}"},
            {"PUT", "/process-instance/{instance}/suspended", "{\"suspended\":true}"},
            {"PUT", "/process-instance/suspended", "{\"processDefinitionKey\":\"attack-trial\",\"suspended\":true}"},
            {"POST", "/process-instance/suspended-async", "{\"processInstanceIds\":[\"{instance}\"],\"suspended\":true}"},
            {"POST", "/execution/{instance}/signal", "{}"},
            {"POST", "/execution/{instance}/create-incident", "{\"incidentType\":\"x\"}"},
            // starting
            {"POST", "/process-definition/key/attack-trial/start", "{}"},
            {"POST", "/process-definition/{definition}/start", "{\"startInstructions\":[{\"type\":\"startBeforeActivity\",\"activityId\":\"EndEvent_Decided\"}]}"},
            {"POST", "/process-definition/{definition}/submit-form", FORGED},
            {"POST", "/process-definition/key/claim-approval/start", "{\"variables\":{\"claimId\":" + OBJECT + "}}"},
            {"POST", "/process-definition/key/claim-approval/start", "{\"variables\":{\"claimId\":{\"value\":\"" + AttackedCase.EXPRESSION + "\"}}}"},
            {"POST", "/process-definition/key/regency-disbursement/start", FORGED},
            {"PUT", "/process-definition/{definition}/suspended", "{\"suspended\":true,\"includeProcessInstances\":true}"},
            {"PUT", "/process-definition/{definition}/history-time-to-live", "{\"historyTimeToLive\":0}"},
            {"DELETE", "/process-definition/{definition}?cascade=true", null},
            // messages, signals, conditions
            {"POST", "/message", "{\"messageName\":\"FundsForwarded\",\"all\":true,\"processVariables\":{\"x\":" + OBJECT + "}}"},
            {"POST", "/message", "{\"messageName\":\"PremiumConfirmed\",\"businessKey\":\"x\",\"correlationKeys\":{\"x\":" + OBJECT + "}}"},
            {"POST", "/message", "{\"messageName\":\"" + AttackedCase.EXPRESSION + "\"}"},
            {"POST", "/process-instance/message-async", "{\"messageName\":\"CreditReported\",\"processInstanceIds\":[\"{instance}\"]}"},
            {"POST", "/execution/{instance}/messageSubscriptions/x/trigger", "{}"},
            {"POST", "/signal", "{\"name\":\"x\",\"variables\":{\"x\":" + OBJECT + "}}"},
            {"POST", "/condition", "{\"variables\":{\"x\":" + OBJECT + "}}"},
            // variables
            {"PUT", "/process-instance/{instance}/variables/approved", "{\"value\":true,\"type\":\"Boolean\"}"},
            {"PUT", "/process-instance/{instance}/variables/x", OBJECT},
            {"POST", "/process-instance/{instance}/variables", "{\"modifications\":{\"x\":" + OBJECT + "}}"},
            {"DELETE", "/process-instance/{instance}/variables/x", null},
            {"POST", "/process-instance/variables-async", "{\"processInstanceIds\":[\"{instance}\"],\"variables\":{\"x\":{\"value\":1}}}"},
            {"PUT", "/execution/{instance}/localVariables/x", OBJECT},
            {"POST", "/execution/{instance}/localVariables", "{\"modifications\":{\"x\":{\"value\":1}}}"},
            {"PUT", "/task/{task}/variables/approved", "{\"value\":true,\"type\":\"Boolean\"}"},
            {"PUT", "/task/{task}/localVariables/x", OBJECT},
            {"POST", "/task/{task}/variables", "{\"modifications\":{\"x\":" + OBJECT + "}}"},
            {"POST", "/task/{task}/localVariables", "{\"modifications\":{\"x\":{\"value\":\"a\",\"type\":\"Xml\"}}}"},
            // the task itself
            {"POST", "/task/{task}/complete", FORGED},
            {"POST", "/task/{task}/complete", "{\"variables\":{\"approved\":" + OBJECT + "}}"},
            {"POST", "/task/{task}/complete", "{\"variables\":{\"approved\":{\"value\":true},\"note\":" + OBJECT + "}}"},
            {"POST", "/task/{task}/complete", "{\"variables\":{\"approved\":{\"value\":\"yes\",\"type\":\"String\"}}}"},
            {"POST", "/task/{task}/complete", "{\"variables\":{\"approved\":{\"value\":true},\"note\":{\"value\":\"YQ==\",\"type\":\"Bytes\"}}}"},
            {"POST", "/task/{task}/complete", "{\"variables\":{\"approved\":{\"value\":true},\"note\":{\"value\":\"YQ==\",\"type\":\"File\",\"valueInfo\":{\"filename\":\"../x\"}}}}"},
            {"POST", "/task/{task}/complete", "{\"variables\":{\"approved\":{\"value\":true},\"note\":{\"value\":\"{}\",\"type\":\"Json\"}}}"},
            {"POST", "/task/{task}/complete", "{\"variables\":{\"approved\":{\"value\":true},\"note\":{\"value\":\"<x/>\",\"type\":\"Xml\"}}}"},
            {"POST", "/task/{task}/submit-form", FORGED},
            {"POST", "/task/{task}/submit-form", "{\"variables\":{\"approved\":{\"value\":true},\"note\":" + OBJECT + "}}"},
            {"POST", "/task/{task}/resolve", FORGED},
            {"POST", "/task/{task}/delegate", "{\"userId\":\"admin\"}"},
            {"POST", "/task/{task}/assignee", "{\"userId\":\"admin\"}"},
            {"POST", "/task/{task}/claim", "{\"userId\":\"bank\"}"},
            {"POST", "/task/{task}/identity-links", "{\"userId\":\"admin\",\"type\":\"candidate\"}"},
            {"POST", "/task/{task}/identity-links/delete", "{\"groupId\":\"camat-32.01.01\",\"type\":\"candidate\"}"},
            {"POST", "/task/{task}/bpmnError", "{\"errorCode\":\"x\"}"},
            {"POST", "/task/{task}/bpmnEscalation", "{\"escalationCode\":\"x\"}"},
            {"PUT", "/task/{task}", "{\"name\":\"x\",\"assignee\":\"admin\",\"priority\":100,\"due\":\"2099-01-01T00:00:00.000+0700\"}"},
            {"DELETE", "/task/{task}", null},
            {"POST", "/task/create", "{\"id\":\"forged\",\"name\":\"t\",\"assignee\":\"{user}\"}"},
            {"POST", "/task/{task}/comment/create", "{\"message\":\"<script>1</script>\"}"},
            {"PUT", "/task/{task}/comment", "{\"id\":\"x\",\"message\":\"x\"}"},
            {"DELETE", "/task/{task}/comment", null},
            // external tasks, batches, jobs, incidents
            {"POST", "/external-task/fetchAndLock", "{\"workerId\":\"w\",\"maxTasks\":1,\"topics\":[{\"topicName\":\"t\",\"lockDuration\":1000}]}"},
            {"POST", "/external-task/x/complete", "{\"workerId\":\"w\",\"variables\":{\"x\":" + OBJECT + "}}"},
            {"PUT", "/external-task/retries", "{\"retries\":1,\"externalTaskIds\":[\"x\"]}"},
            {"POST", "/external-task/retries-async", "{\"retries\":1,\"processInstanceIds\":[\"{instance}\"]}"},
            {"PUT", "/batch/x/suspended", "{\"suspended\":true}"},
            {"DELETE", "/batch/x?cascade=true", null},
            {"DELETE", "/job/x", null},
            {"PUT", "/job/x/duedate", "{\"duedate\":null}"},
            {"PUT", "/job/suspended", "{\"processDefinitionKey\":\"attack-trial\",\"suspended\":true}"},
            {"POST", "/job/retries", "{\"retries\":5,\"jobQuery\":{\"processDefinitionKey\":\"attack-trial\"}}"},
            {"PUT", "/job-definition/suspended", "{\"processDefinitionKey\":\"attack-trial\",\"suspended\":true,\"includeJobs\":true}"},
            {"DELETE", "/incident/x", null},
            // decisions and cases
            {"POST", "/decision-definition/key/death-benefit/evaluate", "{\"variables\":{\"x\":{\"value\":\"" + AttackedCase.EXPRESSION + "\"}}}"},
            {"POST", "/decision-definition/key/death-benefit/evaluate", "{\"variables\":{\"x\":" + OBJECT + "}}"},
            {"PUT", "/decision-definition/key/death-benefit/history-time-to-live", "{\"historyTimeToLive\":0}"},
            {"POST", "/case-definition/key/x/create", "{}"},
            // history
            {"DELETE", "/history/process-instance/{instance}", null},
            {"POST", "/history/process-instance/delete", "{\"historicProcessInstanceIds\":[\"{instance}\"]}"},
            {"POST", "/history/process-instance/set-removal-time", "{\"absoluteRemovalTime\":\"2020-01-01T00:00:00.000+0700\",\"historicProcessInstanceIds\":[\"{instance}\"]}"},
            {"DELETE", "/history/process-instance/{instance}/variable-instances", null},
            {"POST", "/history/cleanup?immediatelyDue=true", null},
            {"POST", "/history/decision-instance/delete", "{\"historicDecisionInstanceIds\":[\"x\"]}"},
            {"PUT", "/history/user-operation/x/set-annotation", "{\"annotation\":\"x\"}"},
            // people
            {"POST", "/user/create", "{\"profile\":{\"id\":\"penyusup\",\"firstName\":\"a\",\"lastName\":\"b\"},\"credentials\":{\"password\":\"Rahasia-uji-123\"}}"},
            {"DELETE", "/user/{user}", null},
            {"PUT", "/user/tanpa-pemilik/credentials", "{\"password\":\"Rahasia-uji-999\",\"authenticatedUserPassword\":\"Rahasia-uji-123\"}"},
            {"PUT", "/user/tanpa-pemilik/profile", "{\"id\":\"tanpa-pemilik\",\"firstName\":\"x\",\"lastName\":\"y\"}"},
            {"POST", "/user/tanpa-pemilik/unlock", "{}"},
            {"PUT", "/group/camunda-admin/members/{user}", null},
            {"PUT", "/group/gubernur/members/{user}", null},
            {"DELETE", "/group/camunda-admin/members/tanpa-pemilik", null},
            {"POST", "/group/create", "{\"id\":\"camunda-admin2\",\"name\":\"x\",\"type\":\"x\"}"},
            {"DELETE", "/group/official", null},
            {"POST", "/tenant/create", "{\"id\":\"t\",\"name\":\"t\"}"},
            {"POST", "/authorization/create", "{\"type\":1,\"permissions\":[\"ALL\"],\"userId\":\"{user}\",\"resourceType\":7,\"resourceId\":\"*\"}"},
            {"POST", "/authorization/create", "{\"type\":0,\"permissions\":[\"ALL\"],\"userId\":\"*\",\"resourceType\":1,\"resourceId\":\"*\"}"},
            // filters, deployments, the rest
            {"POST", "/filter/create", "{\"resourceType\":\"Task\",\"name\":\"mine\",\"query\":{}}"},
            {"DELETE", "/deployment/{deployment}?cascade=true", null},
            {"POST", "/deployment/{deployment}/redeploy", "{}"},
            {"POST", "/telemetry/configuration", "{\"enableTelemetry\":true}"},
    };

    @Test
    void nobodyChangesAnythingBeyondHisOwnTask() {
        Map<String, String> before = attacked.state();
        List<String> succeeded = new ArrayList<>();
        for (String user : List.of(AttackedCase.OFFICIAL, "admin")) {
            Session session = Session.login(http.getRootUri(), user, AttackedCase.PASSWORD,
                    user.equals("admin") ? "cockpit" : "tasklist");
            for (String[] attack : ATTACKS) {
                String path = filled(attack[1]);
                String body = filled(attack[2]);
                Map<String, Integer> answers = new LinkedHashMap<>();
                answers.put("/engine-rest", basic(user, attack[0], "/engine-rest" + path, body).getStatusCode().value());
                if (!user.equals("admin")) {    // the same resource under its second address: once is enough
                    answers.put("/engine-rest/engine/default", basic(user, attack[0], "/engine-rest/engine/default" + path, body)
                            .getStatusCode().value());
                }
                answers.put("webapps", session.send(attack[0], "/camunda/api/engine/engine/default" + path, body,
                        "application/json", true).statusCode());
                answers.forEach((door, status) -> {
                    if (status < 400) {
                        succeeded.add(user + " " + door + " " + attack[0] + " " + attack[1] + " " + attack[2] + ": " + status);
                    }
                });
            }
        }

        assertThat(AttackedCase.codeRan()).as("code of the attacker ran").isFalse();
        assertThat(succeeded).isEmpty();
        assertThat(attacked.state()).isEqualTo(before);
    }

    @Test
    void noModelIsDeployedAndNoneOfItIsRead() {
        String model = """
                <?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "http://localhost:%d/xxe">]>
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="x" id="x">
                  <process id="forged" isExecutable="true"><startEvent id="s"/><sequenceFlow id="f" sourceRef="s" targetRef="t"/>
                  <scriptTask id="t" name="&e;" scriptFormat="javascript"><script>java.lang.System.setProperty('%s','yes')</script></scriptTask>
                  </process></definitions>""".formatted(trap.getLocalPort(), AttackedCase.MARK);
        String body = part("deployment-name", null, "x") + part("data", "forged.bpmn", model) + "--grenze--\r\n";
        Map<String, String> before = attacked.state();

        for (String user : List.of(AttackedCase.OFFICIAL, "admin")) {
            Session session = Session.login(http.getRootUri(), user, AttackedCase.PASSWORD,
                    user.equals("admin") ? "cockpit" : "tasklist");
            for (String door : List.of("/engine-rest", "/engine-rest/engine/default")) {
                assertThat(send(user, "POST", door + "/deployment/create", body, "multipart/form-data; boundary=grenze")
                        .getStatusCode().value()).as(user + " " + door).isEqualTo(403);
            }
            assertThat(session.send("POST", "/camunda/api/engine/engine/default/deployment/create", body,
                    "multipart/form-data; boundary=grenze", true).statusCode()).as(user + " webapps").isEqualTo(403);
        }

        assertThat(attacked.state()).isEqualTo(before);
        assertThat(calls).as("the server called an address in the model").hasValue(0);
        assertThat(AttackedCase.codeRan()).isFalse();
    }

    @Test
    void noFileOrAddressIsAttachedAndNoneIsFetched() {
        Map<String, String> before = attacked.state();
        String body = part("attachment-name", null, "x") + part("attachment-type", null, "url")
                + part("url", null, "http://localhost:%d/ssrf".formatted(trap.getLocalPort())) + "--grenze--\r\n";
        String object = part("data", "x", AttackedCase.serialized()) + part("type", null, AttackedCase.Gadget.class.getName())
                + "--grenze--\r\n";

        for (String user : List.of(AttackedCase.OFFICIAL, "admin")) {
            assertThat(send(user, "POST", filled("/engine-rest/task/{task}/attachment/create"), body,
                    "multipart/form-data; boundary=grenze").getStatusCode().value()).as(user).isGreaterThanOrEqualTo(400);
            for (String path : List.of("/task/{task}/variables/x/data", "/task/{task}/localVariables/x/data",
                    "/process-instance/{instance}/variables/x/data", "/execution/{instance}/localVariables/x/data")) {
                assertThat(send(user, "POST", "/engine-rest" + filled(path), object, "multipart/form-data; boundary=grenze")
                        .getStatusCode().value()).as(user + path).isGreaterThanOrEqualTo(400);
            }
        }

        assertThat(attacked.state()).isEqualTo(before);
        assertThat(calls).as("the server fetched an attacker's address").hasValue(0);
        assertThat(AttackedCase.codeRan()).isFalse();
    }

    @Test
    void whatAnOfficialMayDoStillWorks() {
        assertThat(basic(AttackedCase.OFFICIAL, "POST", filled("/engine-rest/task/{task}/claim"),
                "{\"userId\":\"" + AttackedCase.OFFICIAL + "\"}").getStatusCode().value()).isEqualTo(204);
        assertThat(basic(AttackedCase.OFFICIAL, "POST", filled("/engine-rest/task/{task}/complete"),
                "{\"variables\":{\"approved\":{\"value\":true},\"note\":{\"value\":\"" + AttackedCase.EXPRESSION + "\"}}}")
                .getStatusCode().value()).isEqualTo(204);
        assertThat(AttackedCase.codeRan()).as("a note is a text").isFalse();
    }

    private String filled(String text) {
        String filled = text;
        if (text != null) {
            for (Map.Entry<String, String> id : ids.entrySet()) {
                filled = filled.replace(id.getKey(), id.getValue());
            }
        }
        return filled;
    }

    private static String part(String name, String file, String content) {
        return "--grenze\r\nContent-Disposition: form-data; name=\"" + name + "\"" + (file == null ? "" : "; filename=\"" + file + "\"")
                + "\r\n" + (file == null ? "" : "Content-Type: application/octet-stream\r\n") + "\r\n" + content + "\r\n";
    }

    private ResponseEntity<String> basic(String user, String method, String path, String body) {
        return send(user, method, path, body, "application/json");
    }

    private ResponseEntity<String> send(String user, String method, String path, String body, String type) {
        HttpHeaders headers = new HttpHeaders();
        headers.add("Content-Type", type);
        return http.withBasicAuth(user, AttackedCase.PASSWORD).exchange(java.net.URI.create(http.getRootUri() + path),
                HttpMethod.valueOf(method), new HttpEntity<>(body, headers), String.class);
    }
}
