package id.lindungdesa.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.lindungdesa.LindungDesaTest;
import id.lindungdesa.Session;
import id.lindungdesa.identity.Appointment;
import id.lindungdesa.identity.Offices;
import id.lindungdesa.identity.Role;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.rest.dto.task.TaskQueryDto;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * Attacks the engine through every door that carries a query or a write. The attack leaves a mark in the JVM if an
 * expression of its own runs; with the guard taken out it does.
 */
@LindungDesaTest
class EngineDoorsTest {

    private static final String PASSWORD = "Rahasia-uji-123";
    private static final String MARK = "lindungdesa.attacked";
    private static final String ATTACK = "${''.getClass().forName('java.lang.System').getMethod('setProperty', "
            + "''.getClass(), ''.getClass()).invoke(null, '" + MARK + "', 'yes')}";

    @Autowired
    TestRestTemplate http;
    @Autowired
    Offices offices;
    @Autowired
    TaskService tasks;
    @Autowired
    FilterService filters;
    @Autowired
    IdentityService identity;

    @BeforeEach
    void anOfficial() {
        offices.appoint(List.of(new Appointment(1, "camat-uji", "Camat Uji", Role.CAMAT, "99.01.01",
                LocalDate.of(2020, 1, 1), null, "SK 1")), List.of(), user -> PASSWORD);
        System.clearProperty(MARK);
    }

    @AfterEach
    void forget() {
        System.clearProperty(MARK);
        identity.clearAuthentication();
    }

    static Stream<String> expressionFields() {
        return Arrays.stream(TaskQueryDto.class.getMethods()).map(java.lang.reflect.Method::getName)
                .filter(name -> name.startsWith("set") && name.endsWith("Expression"))
                .map(name -> Character.toLowerCase(name.charAt(3)) + name.substring(4)).sorted();
    }

    static Stream<String> queries() {
        return expressionFields().flatMap(field -> {
            String one = "{\"%s\":\"%s\"}".formatted(field, ATTACK);
            return Stream.of(one, "{\"orQueries\":[%s]}".formatted(one),
                    "{\"orQueries\":[{\"taskName\":\"x\"},%s]}".formatted(one));
        });
    }

    @ParameterizedTest
    @MethodSource("queries")
    void noQueryEvaluatesAnExpressionThroughTheEnginesRest(String query) {
        for (String path : List.of("/engine-rest/task", "/engine-rest/task/count", "/engine-rest/engine/default/task")) {
            refused(rest(HttpMethod.POST, path, query), path);
        }
    }

    @Test
    void noQueryEvaluatesAnExpressionThroughTasklist() {
        Session session = Session.login(http.getRootUri(), "camat-uji", PASSWORD, "tasklist");
        for (String query : queries().toList()) {
            for (String path : List.of("/camunda/api/engine/engine/default/task", "/camunda/api/engine/engine/default/task/count")) {
                HttpResponse<String> answer = session.post(path, query);
                assertThat(answer.statusCode()).as(path + " " + query + answer.body()).isEqualTo(400);
                assertUnharmed();
            }
        }
    }

    @Test
    void noQueryEvaluatesAnExpressionInAnAddress() {
        for (String field : expressionFields().toList()) {
            ResponseEntity<String> answer = http.withBasicAuth("camat-uji", PASSWORD)
                    .getForEntity("/engine-rest/task?" + field + "={attack}", String.class, ATTACK);
            refused(answer, field);
        }
    }

    @Test
    void noFilterIsStoredOrExtendedWithAnExpression() {
        Filter filter = Trust.in(() -> {
            Filter made = filters.newTaskFilter("uji " + System.nanoTime());
            made.setQuery(tasks.createTaskQuery().taskAssigneeExpression("${currentUser()}"));
            return filters.saveFilter(made);
        });
        String id = filter.getId();
        grantAllOn(id);
        for (String query : queries().toList()) {
            if (query.contains("\"taskName\"")) {
                continue;
            }
            for (String path : List.of("/list", "/count", "/singleResult")) {
                refused(rest(HttpMethod.POST, "/engine-rest/filter/" + id + path, query), path + " " + query);
            }
            refused(rest(HttpMethod.PUT, "/engine-rest/filter/" + id,
                    "{\"resourceType\":\"Task\",\"name\":\"x\",\"query\":" + query + "}"), "stored " + query);
            refused(rest(HttpMethod.POST, "/engine-rest/filter/create",
                    "{\"resourceType\":\"Task\",\"name\":\"y\",\"query\":" + query + "}"), "created " + query);
        }
        assertThat(rest(HttpMethod.GET, "/engine-rest/filter/" + id + "/count", null).getStatusCode().value()).isEqualTo(200);
        Trust.in(() -> filters.deleteFilter(id));
    }

    @Test
    void theEngineItselfRefusesWhatNoDoorLetThrough() {
        identity.setAuthentication("camat-uji", List.of("official"));

        assertThatThrownBy(() -> tasks.createTaskQuery().or().taskAssigneeExpression(ATTACK).endOr().list())
                .isInstanceOf(BadUserRequestException.class);
        assertUnharmed();
    }

    @Test
    void theSetUpPageMakesNoAdministrator() {
        String body = "{\"profile\":{\"id\":\"intruder\",\"firstName\":\"a\",\"lastName\":\"b\"},"
                + "\"credentials\":{\"password\":\"Rahasia-uji-123\"}}";
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_JSON);

        var answer = http.exchange("/camunda/api/admin/setup/default/user/create", HttpMethod.POST,
                new HttpEntity<>(body, headers), String.class);

        assertThat(answer.getStatusCode().value()).isEqualTo(403);
        assertThat(identity.createUserQuery().userId("intruder").count()).isZero();
    }

    @Test
    void nobodyWithoutALoginMakesAUserInTheEngine() {
        User intruder = Trust.in(() -> identity.newUser("intruder"));
        intruder.setPassword(PASSWORD);

        assertThatThrownBy(() -> identity.saveUser(intruder)).isInstanceOf(AuthorizationException.class);
        assertThatThrownBy(() -> identity.createMembership("camat-uji", "camunda-admin"))
                .isInstanceOf(AuthorizationException.class);
    }

    @Test
    void neitherOfficialNorAdministratorDeploysMovesTokensOrWritesVariables() {
        for (String user : List.of("camat-uji", "admin")) {
            for (String[] attempt : new String[][] {
                    {"POST", "/engine-rest/message", "{\"messageName\":\"FundsForwarded\",\"all\":true}"},
                    {"POST", "/engine-rest/signal", "{\"name\":\"x\"}"},
                    {"POST", "/engine-rest/process-instance/x/modification", "{\"instructions\":[{\"type\":\"cancel\",\"activityId\":\"a\"}]}"},
                    {"PUT", "/engine-rest/process-instance/x/variables/approved", "{\"value\":true,\"type\":\"Boolean\"}"},
                    {"PUT", "/engine-rest/task/x/variables/approved", "{\"value\":true,\"type\":\"Boolean\"}"},
                    {"PUT", "/engine-rest/task/x/localVariables/approved", "{\"value\":true,\"type\":\"Boolean\"}"},
                    {"DELETE", "/engine-rest/process-instance/x", null},
                    {"POST", "/engine-rest/process-instance/delete", "{\"processInstanceIds\":[\"x\"]}"},
                    {"POST", "/engine-rest/external-task/fetchAndLock", "{\"workerId\":\"w\",\"maxTasks\":1,\"topics\":[{\"topicName\":\"t\",\"lockDuration\":1000}]}"},
                    {"POST", "/engine-rest/task/create", "{\"id\":\"t1\",\"name\":\"t\"}"},
                    {"POST", "/engine-rest/user/create", "{\"profile\":{\"id\":\"neu\"},\"credentials\":{\"password\":\"Rahasia-uji-123\"}}"},
                    {"PUT", "/engine-rest/group/camunda-admin/members/" + user, null},
                    {"POST", "/engine-rest/authorization/create", "{\"type\":1,\"permissions\":[\"ALL\"],\"userId\":\"" + user + "\",\"resourceType\":7,\"resourceId\":\"*\"}"},
                    {"POST", "/engine-rest/migration/generate", "{\"sourceProcessDefinitionId\":\"a\",\"targetProcessDefinitionId\":\"b\"}"},
            }) {
                ResponseEntity<String> answer = rest(user, HttpMethod.valueOf(attempt[0]), attempt[1], attempt[2]);
                assertThat(answer.getStatusCode().value()).as(user + " " + attempt[0] + " " + attempt[1] + ": " + answer.getBody())
                        .isIn(400, 403, 404, 500);
                assertThat(answer.getBody()).as(user + " " + attempt[1]).containsAnyOf("tidak diizinkan", "authorized",
                        "Authorization");
            }
        }
    }

    @Test
    void aDeploymentIsRefused() {
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(MediaType.MULTIPART_FORM_DATA);
        var parts = new org.springframework.util.LinkedMultiValueMap<String, Object>();
        parts.add("deployment-name", "x");
        parts.add("data", new org.springframework.core.io.ByteArrayResource("<definitions/>".getBytes()) {
            @Override
            public String getFilename() {
                return "x.bpmn";
            }
        });

        var answer = http.withBasicAuth("admin", PASSWORD).exchange("/engine-rest/deployment/create", HttpMethod.POST,
                new HttpEntity<>(parts, headers), String.class);

        assertThat(answer.getStatusCode().value()).isEqualTo(403);
    }

    @Test
    void aPasswordIsChangedByItsOwnerOnly() {
        var other = rest("admin", HttpMethod.PUT, "/engine-rest/user/camat-uji/credentials",
                "{\"password\":\"Rahasia-uji-999\",\"authenticatedUserPassword\":\"" + PASSWORD + "\"}");

        assertThat(other.getStatusCode().value()).isEqualTo(403);
    }

    private void grantAllOn(String filter) {
        identity.clearAuthentication();
        Trust.in(() -> {
            var authorizations = engine().getAuthorizationService();
            for (String resourceId : List.of(filter, "*")) {
                var grant = authorizations.createNewAuthorization(org.camunda.bpm.engine.authorization.Authorization.AUTH_TYPE_GRANT);
                grant.setUserId("camat-uji");
                grant.setResource(org.camunda.bpm.engine.authorization.Resources.FILTER);
                grant.setResourceId(resourceId);
                grant.addPermission(org.camunda.bpm.engine.authorization.Permissions.ALL);
                authorizations.saveAuthorization(grant);
            }
        });
    }

    @AfterEach
    void takeBackGrants() {
        Trust.in(() -> engine().getAuthorizationService().createAuthorizationQuery().userIdIn("camat-uji")
                .resourceType(org.camunda.bpm.engine.authorization.Resources.FILTER).list()
                .forEach(grant -> engine().getAuthorizationService().deleteAuthorization(grant.getId())));
    }

    private org.camunda.bpm.engine.ProcessEngine engine() {
        return org.camunda.bpm.engine.ProcessEngines.getDefaultProcessEngine();
    }

    private ResponseEntity<String> rest(HttpMethod method, String path, String body) {
        return rest("camat-uji", method, path, body);
    }

    private ResponseEntity<String> rest(String user, HttpMethod method, String path, String body) {
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_JSON);
        return http.withBasicAuth(user, PASSWORD).exchange(path, method, new HttpEntity<>(body, headers), String.class);
    }

    private void refused(ResponseEntity<String> answer, String what) {
        assertThat(answer.getStatusCode().value()).as(what + ": " + answer.getBody()).isEqualTo(400);
        assertUnharmed();
    }

    private void assertUnharmed() {
        assertThat(System.getProperty(MARK)).as("an expression of the attacker ran").isNull();
    }
}
