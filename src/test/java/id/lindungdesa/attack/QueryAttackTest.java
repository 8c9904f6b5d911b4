package id.lindungdesa.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.lindungdesa.LindungDesaTest;
import id.lindungdesa.Session;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.core.type.filter.RegexPatternTypeFilter;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Expressions brought in by queries, the cousins of CVE-2026-109432; {@code EngineDoorsTest} has the hole itself. */
@LindungDesaTest
class QueryAttackTest {

    @Autowired
    TestRestTemplate http;
    @Autowired
    AttackedCase attacked;
    @Autowired
    IdentityService identity;
    @Autowired
    TaskService tasks;
    @Autowired
    ProcessEngineConfigurationImpl engine;
    @Autowired
    JdbcClient jdbc;

    private Map<String, String> ids;

    @BeforeEach
    void aCase() {
        ids = attacked.open();
    }

    @AfterEach
    void close() {
        identity.clearAuthentication();
        attacked.close(ids);
    }

    @Test
    void everyQueryOfTheEngineThatTakesAnExpressionRefusesIt() throws Exception {
        var scan = new ClassPathScanningCandidateComponentProvider(false);
        scan.addIncludeFilter(new AssignableTypeFilter(AbstractQuery.class));
        List<String> tried = new ArrayList<>();
        for (var found : scan.findCandidateComponents("org.camunda.bpm.engine.impl")) {
            Class<?> type = Class.forName(found.getBeanClassName());
            for (Method method : type.getMethods()) {
                if (method.getName().endsWith("Expression") && Arrays.equals(method.getParameterTypes(), new Class<?>[] {String.class})
                        && !method.isBridge() && Modifier.isPublic(type.getModifiers())) {
                    identity.setAuthentication(AttackedCase.OFFICIAL, List.of("official"));
                    Constructor<?> constructor = type.getConstructor(CommandExecutor.class);
                    AbstractQuery<?, ?> query = (AbstractQuery<?, ?>) constructor.newInstance(engine.getCommandExecutorTxRequired());
                    method.invoke(query, AttackedCase.EXPRESSION);
                    assertThatThrownBy(query::list).as(type.getSimpleName() + "." + method.getName())
                            .isInstanceOf(BadUserRequestException.class);
                    assertThatThrownBy(query::count).isInstanceOf(BadUserRequestException.class);
                    tried.add(type.getSimpleName() + "." + method.getName());
                }
            }
        }

        assertThat(tried).as("found by reflection").hasSizeGreaterThan(10);
        assertThat(AttackedCase.codeRan()).isFalse();
    }

    @Test
    void noOtherBodyOfTheRestInterfaceTakesAnExpression() throws Exception {
        var scan = new ClassPathScanningCandidateComponentProvider(false);
        scan.addIncludeFilter(new RegexPatternTypeFilter(Pattern.compile(".*\\.dto\\..*")));
        Set<String> bodies = new TreeSet<>();
        List<Class<?>> all = new ArrayList<>();
        for (String module : List.of("engine.rest", "cockpit", "tasklist", "admin", "webapp")) {
            for (var found : scan.findCandidateComponents("org.camunda.bpm." + module)) {
                all.add(Class.forName(found.getBeanClassName()));
            }
        }
        assertThat(all).as("found by reflection").hasSizeGreaterThan(150);
        for (Class<?> type : all) {
            if (Arrays.stream(type.getMethods()).anyMatch(method -> method.getName().matches("set\\w*(Expression|Script\\w*)"))) {
                bodies.add(type.getSimpleName());
            }
        }

        assertThat(bodies).as("new ones need attacks of their own").containsExactly("TaskQueryDto");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 20})
    void noDepthHidesAnExpression(int depth) {
        String query = "{\"assigneeExpression\":\"%s\"}".formatted(AttackedCase.EXPRESSION);
        for (int i = 0; i < depth; i++) {
            query = "{\"orQueries\":[{\"taskName\":\"x\"},%s]}".formatted(query);
        }
        Session session = Session.login(http.getRootUri(), AttackedCase.OFFICIAL, AttackedCase.PASSWORD, "tasklist");
        for (String path : List.of("/task", "/task/count", "/filter/x/list", "/filter/x/count", "/filter/x/singleResult")) {
            assertThat(post("/engine-rest" + path, query)).as(path).isIn(400, 404);
            assertThat(post("/engine-rest/engine/default" + path, query)).as(path).isIn(400, 404);
            HttpResponse<String> answer = session.post("/camunda/api/engine/engine/default" + path, query);
            assertThat(answer.statusCode()).as(path).isIn(400, 404);
        }
        for (String path : List.of("/history/task", "/process-instance", "/history/process-instance", "/execution",
                "/variable-instance", "/history/variable-instance", "/job", "/external-task")) {
            assertThat(post("/engine-rest" + path, query)).as(path + " knows no such field").isIn(200, 400);
        }
        assertThat(AttackedCase.codeRan()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"sorting\":[{\"sortBy\":\"processVariable\",\"sortOrder\":\"asc\",\"parameters\":{\"variable\":\"%s\",\"type\":\"String\"}}]}",
            "{\"sorting\":[{\"sortBy\":\"%s\",\"sortOrder\":\"asc\"}]}",
            "{\"sorting\":[{\"sortBy\":\"taskVariable\",\"sortOrder\":\"asc\",\"parameters\":{\"variable\":\"x'); drop table act_ru_task; --\",\"type\":\"String\"}}]}",
            "{\"processVariables\":[{\"name\":\"%s\",\"operator\":\"eq\",\"value\":\"%s\"}]}",
            "{\"processVariables\":[{\"name\":\"x\",\"operator\":\"%s\",\"value\":\"1\"}]}",
            "{\"processVariables\":[{\"name\":\"x\",\"operator\":\"like\",\"value\":\"' or '1'='1\"}]}",
            "{\"nameLike\":\"%s\"}", "{\"candidateGroup\":\"%s\"}", "{\"processInstanceBusinessKey\":\"%s\"}",
            "{\"nameLike\":\"' or 1=1 --\"}"})
    void whatIsNoExpressionFieldIsAText(String query) {
        int status = post("/engine-rest/task", query.replace("%s", AttackedCase.EXPRESSION));

        assertThat(status).isIn(200, 400);
        assertThat(AttackedCase.codeRan()).isFalse();
        assertThat(tasks.createTaskQuery().taskId(ids.get("{task}")).count()).isEqualTo(1);
    }

    @Test
    void aFilterThatAlreadyHoldsAnExpressionRunsForNobody() {
        String stored = "{\"orQueries\":[{\"assigneeExpression\":\"%s\"}]}".formatted(AttackedCase.EXPRESSION);
        jdbc.sql("""
                insert into act_ru_filter (id_, rev_, resource_type_, name_, owner_, query_, properties_)
                values ('planted', 1, 'Task', 'Tugas penting', null, :query, '{}')""").param("query", stored).update();
        try {
            Session session = Session.login(http.getRootUri(), AttackedCase.OFFICIAL, AttackedCase.PASSWORD, "tasklist");
            for (String path : List.of("/list", "/count", "/singleResult")) {
                assertThat(get("/engine-rest/filter/planted" + path)).as(path).isGreaterThanOrEqualTo(400);
                assertThat(post("/engine-rest/filter/planted" + path, "{}")).as(path).isGreaterThanOrEqualTo(400);
                assertThat(session.get("/camunda/api/engine/engine/default/filter/planted" + path).statusCode()).as(path)
                        .isGreaterThanOrEqualTo(400);
            }
            assertThat(AttackedCase.codeRan()).isFalse();
        } finally {
            jdbc.sql("delete from act_ru_filter where id_ = 'planted'").update();
        }
    }

    private int post(String path, String body) {
        HttpHeaders headers = new HttpHeaders();
        headers.add("Content-Type", "application/json");
        return http.withBasicAuth(AttackedCase.OFFICIAL, AttackedCase.PASSWORD).exchange(path, HttpMethod.POST,
                new HttpEntity<>(body, headers), String.class).getStatusCode().value();
    }

    private int get(String path) {
        return http.withBasicAuth(AttackedCase.OFFICIAL, AttackedCase.PASSWORD).getForEntity(path, String.class)
                .getStatusCode().value();
    }
}
