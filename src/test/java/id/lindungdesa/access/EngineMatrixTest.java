package id.lindungdesa.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import id.lindungdesa.LindungDesaTest;
import id.lindungdesa.access.Cast.Answer;
import id.lindungdesa.access.EngineResources.Operation;
import id.lindungdesa.access.Matrix.Row;
import id.lindungdesa.identity.Role;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.admin.impl.web.AdminApplication;
import org.camunda.bpm.cockpit.impl.web.CockpitApplication;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.rest.impl.DefaultProcessEngineRestServiceImpl;
import org.camunda.bpm.tasklist.impl.web.TasklistApplication;
import org.camunda.bpm.welcome.impl.web.WelcomeApplication;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Every resource of the engine's REST interface and of the webapps, called with the ids of a claim that waits in one
 * place, by a district head of another, a machine and the administrator. Afterwards no table of the engine has changed.
 */
@LindungDesaTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EngineMatrixTest {

    private static final String SESSION = "/camunda/api/engine/engine/default";
    private static final List<String> COLUMNS = List.of("Official", "Machine", "Administrator");

    @Autowired
    ApplicationContext context;
    @Autowired
    RepositoryService repository;
    @Autowired
    FilterService filters;
    @Autowired
    ManagementService management;
    @Autowired
    JdbcClient jdbc;

    private AccessStage stage;
    private Map<String, Persona> personas;
    private Map<String, String> ids;
    private Map<String, String> tablesBefore;

    @BeforeAll
    void aClaimThatIsNotTheirs() {
        stage = AccessStage.in(context);
        personas = Map.of("Official", stage.cast().everybody().stream().filter(one -> one.role() == Role.CAMAT && !one.here())
                .findFirst().orElseThrow(), "Machine", stage.cast().here(Role.BANK), "Administrator", stage.cast().here(Role.ADMIN));
        var process = repository.createProcessDefinitionQuery().processDefinitionKey("claim-approval").latestVersion().singleResult();
        ids = new LinkedHashMap<>();
        ids.put("processInstanceId", stage.story().made("openInstance"));
        ids.put("executionId", stage.story().made("openInstance"));
        ids.put("taskId", stage.story().made("openTask"));
        ids.put("processDefinitionId", process.getId());
        ids.put("processDefinitionKey", "claim-approval");
        ids.put("decisionDefinitionKey", "approval-limit");
        ids.put("decisionDefinitionId", repository.createDecisionDefinitionQuery().decisionDefinitionKey("approval-limit")
                .latestVersion().singleResult().getId());
        ids.put("deploymentId", process.getDeploymentId());
        ids.put("resourceId", repository.getDeploymentResources(process.getDeploymentId()).get(0).getId());
        ids.put("filterId", filters.createFilterQuery().list().get(0).getId());
        ids.put("jobDefinitionId", management.createJobDefinitionQuery().processDefinitionKey("claim-approval").list().get(0).getId());
        ids.put("groupId", "admin");
        ids.put("messageName", "CreditReported");
        ids.put("activityId", "UserTask_CheckCompleteness");
        ids.put("username", stage.cast().user(Role.KADES));
        ids.put("password", Cast.PASSWORD);
        tablesBefore = tables();
    }

    private static List<Operation> engine() {
        return new ArrayList<>(EngineResources.below("/", List.of(DefaultProcessEngineRestServiceImpl.class)));
    }

    private static List<Operation> webapps() {
        List<Operation> all = new ArrayList<>();
        all.addAll(EngineResources.below("/camunda/api/cockpit", new CockpitApplication().getClasses()));
        all.addAll(EngineResources.below("/camunda/api/admin", new AdminApplication().getClasses()));
        all.addAll(EngineResources.below("/camunda/api/tasklist", new TasklistApplication().getClasses()));
        all.addAll(EngineResources.below("/camunda/api/welcome", new WelcomeApplication().getClasses()));
        return all;
    }

    @TestFactory
    Stream<DynamicNode> engineResources() {
        return tried("The engine's interface", engine(), this::tryEngine);
    }

    @TestFactory
    Stream<DynamicNode> webappResources() {
        return tried("The webapps' interfaces", webapps(), this::tryWebapp);
    }

    private interface Trial {
        void of(Operation operation, Persona persona, String promise);
    }

    private Stream<DynamicNode> tried(String table, List<Operation> operations, Trial trial) {
        Rows rows = new Rows(Matrix.read().table(table));
        return operations.stream().map(operation -> dynamicContainer(operation.toString(), COLUMNS.stream().map(column ->
                dynamicTest(column, () -> trial.of(operation, personas.get(column), rows.of(operation).get(column))))));
    }

    private void tryEngine(Operation operation, Persona persona, String promise) {
        String path = filled(operation, persona);
        for (String body : bodies(operation, persona)) {
            check(operation, promise, stage.cast().ask(persona, operation.verb(), "/engine-rest" + path, body));
            if (stage.cast().hasWebapp(persona) && !reads(operation)) {
                check(operation, promise, stage.cast().askInSession(persona, operation.verb(), SESSION + path, body));
            }
        }
    }

    private void tryWebapp(Operation operation, Persona persona, String promise) {
        String path = filled(operation, persona);
        boolean ownSession = stage.cast().hasWebapp(persona) && !path.contains("/auth/") && !path.contains("/setup/");
        for (String body : bodies(operation, persona)) {
            check(operation, promise, ownSession ? stage.cast().askInSession(persona, operation.verb(), path, body)
                    : stage.cast().ask(Persona.NOBODY, operation.verb(), path, body));
        }
    }

    /** {@code yes}: open to him. {@code own}, {@code no}: of a case that is not his he learns and changes nothing. */
    private void check(Operation operation, String promise, Answer answer) {
        switch (promise) {
            case "yes" -> assertThat(answer.status()).as(answer.toString()).isNotIn(401, 403);
            case "own", "no" -> {
                if (reads(operation) && answer.status() < 400) {
                    assertThat(answer.body()).as(answer.toString()).doesNotContain(ids.get("taskId")).doesNotContain(ids.get("processInstanceId"));
                    if (operation.path().contains("{id}")) {
                        assertThat(answer.body()).isIn("", "[]", "{}", "{\"count\":0}");
                    }
                } else if (!reads(operation)) {
                    assertThat(answer.status()).as(answer.toString()).isGreaterThanOrEqualTo(400);
                }
            }
            default -> throw new AssertionError("no promise: " + promise);
        }
    }

    private static boolean reads(Operation operation) {
        return Set.of("GET", "OPTIONS").contains(operation.verb()) || operation.path().endsWith("/count")
                || operation.path().startsWith("/filter/{id}/")
                || Arrays.stream(operation.method().getParameterTypes()).anyMatch(type -> type.getSimpleName().endsWith("QueryDto"));
    }

    private List<String> bodies(Operation operation, Persona persona) {
        if (Set.of("GET", "OPTIONS", "DELETE").contains(operation.verb())) {
            return java.util.Collections.singletonList(null);
        }
        if (reads(operation)) {
            return List.of("{}");
        }
        if (operation.path().contains("modification")) {        // without an instruction it does nothing, and says so
            return List.of("{\"instructions\":[{\"type\":\"cancel\",\"activityId\":\"UserTask_CheckCompleteness\"}],"
                    + "\"processDefinitionId\":\"%s\",\"processInstanceIds\":[\"%s\"]}".formatted(ids.get("processDefinitionId"),
                            ids.get("processInstanceId")));
        }
        Map<String, String> known = new LinkedHashMap<>(ids);
        known.put("userId", persona.user());
        String sample = new SampleBody(known).of(operation.method());
        return sample == null ? List.of("{}") : new ArrayList<>(new LinkedHashSet<>(List.of("{}", sample)));
    }

    private String filled(Operation operation, Persona persona) {
        String path = operation.path();
        String own = switch (path.split("/")[1]) {
            case "task" -> ids.get("taskId");
            case "process-instance", "execution" -> ids.get("processInstanceId");
            case "process-definition" -> ids.get("processDefinitionId");
            case "decision-definition" -> ids.get("decisionDefinitionId");
            case "deployment" -> ids.get("deploymentId");
            case "filter" -> ids.get("filterId");
            case "job-definition" -> ids.get("jobDefinitionId");
            case "user" -> stage.cast().user(Role.KADES);
            case "group" -> "admin";
            case "history", "camunda" -> path.contains("process-definition") ? ids.get("processDefinitionId") : ids.get("processInstanceId");
            default -> "x";
        };
        return path.replace("{id}", own).replace("{key}", path.startsWith("/decision") ? "approval-limit" : "claim-approval")
                .replace("{varId}", "claimId").replace("{userId}", String.valueOf(persona.user())).replace("{resourceId}", ids.get("resourceId"))
                .replace("{engine}", "default").replace("{processEngineName}", "default").replace("{appName}", "tasklist")
                .replace("{file}", "app/plugin.js").replace("{messageName}", "CreditReported").replaceAll("\\{[^}]+}", "x");
    }

    /** The rows of a table by the operations that they speak of: the most exact one counts. */
    private static final class Rows {

        private final List<Row> rows;

        Rows(List<Row> rows) {
            this.rows = rows;
        }

        Row of(Operation operation) {
            List<Row> matching = rows.stream().filter(row -> matches(row, operation)).toList();
            int longest = matching.stream().mapToInt(Rows::exactness).max()
                    .orElseThrow(() -> new AssertionError("no row for " + operation));
            List<Row> best = matching.stream().filter(row -> exactness(row) == longest).toList();
            assertThat(best).as("rows for " + operation).hasSize(1);
            return best.get(0);
        }

        private static boolean matches(Row row, Operation operation) {
            String path = row.get("Path");
            return (row.get("Method").equals("*") || Arrays.asList(row.get("Method").split(", *")).contains(operation.verb()))
                    && (path.endsWith("/**") ? (operation.path() + "/").startsWith(path.substring(0, path.length() - 2))
                            : operation.path().equals(path));
        }

        private static int exactness(Row row) {
            return row.get("Path").replace("/**", "").length() * 4 + (row.get("Path").endsWith("/**") ? 0 : 2)
                    + (row.get("Method").equals("*") ? 0 : 1);
        }
    }

    @Test
    void everyResourceHasOneRowAndEveryRowAResource() {
        Map<String, List<Operation>> tables = Map.of("The engine's interface", engine(), "The webapps' interfaces", webapps());
        tables.forEach((table, operations) -> {
            List<Row> rows = Matrix.read().table(table);
            Rows all = new Rows(rows);
            assertThat(operations.stream().map(all::of).distinct()).as(table).containsExactlyInAnyOrderElementsOf(rows);
        });
    }

    @AfterAll
    void nothingOfTheEngineHasChanged() {
        assertThat(tables()).isEqualTo(tablesBefore);
    }

    private Map<String, String> tables() {
        Map<String, String> sums = new LinkedHashMap<>();
        for (String table : List.of("act_ru_task", "act_ru_execution", "act_ru_variable", "act_ru_job", "act_ru_jobdef",
                "act_ru_identitylink", "act_ru_authorization", "act_ru_filter", "act_ru_incident", "act_ru_batch", "act_ru_ext_task",
                "act_ru_event_subscr", "act_re_deployment", "act_re_procdef", "act_re_decision_def", "act_ge_bytearray",
                "act_ge_property", "act_id_group", "act_id_membership", "act_id_tenant", "act_id_tenant_member", "act_id_info",
                "act_hi_procinst", "act_hi_taskinst", "act_hi_varinst", "act_hi_comment", "act_hi_attachment", "act_hi_decinst")) {
            sums.put(table, sum("select md5(coalesce(string_agg(t::text, '|' order by t::text), '')) from " + table + " t"));
        }
        sums.put("act_id_user", sum("select md5(string_agg(concat(id_, first_, last_, email_, pwd_), '|' order by id_)) from act_id_user"));
        return sums;
    }

    private String sum(String sql) {
        return jdbc.sql(sql).query(String.class).single();
    }
}
