package id.lindungdesa.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import id.lindungdesa.LindungDesaTest;
import id.lindungdesa.access.Cast.Answer;
import id.lindungdesa.access.Matrix.Row;
import jakarta.servlet.ServletContext;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.context.ApplicationContext;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/** Everything else that answers: actuator, servlets, pages and static files. */
@LindungDesaTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PagesMatrixTest {

    private static final Map<String, String> SAMPLES = Map.of("/camunda/api/engine/*", "/camunda/api/engine/engine/default/task",
            "/engine-rest/*", "/engine-rest/version", "/camunda/app/**", "/camunda/app/tasklist/default/",
            "/camunda/api/cockpit/*", "/camunda/api/cockpit/plugin/base/default/incident/count",
            "/camunda/api/admin/*", "/camunda/api/admin/plugin/adminPlugins/default/metrics/aggregated",
            "/camunda/api/tasklist/*", "/camunda/api/tasklist/plugin/tasklistPlugins/static/app/plugin.js");

    @Autowired
    ApplicationContext context;
    @Autowired
    ServletContext servlets;

    private Cast cast;

    @BeforeAll
    void everybody() {
        cast = AccessStage.in(context).cast();
    }

    @TestFactory
    Stream<DynamicNode> pages() {
        return Matrix.read().table("Pages and machinery").stream().map(row -> dynamicContainer(row.get("Path"),
                cast.concerned(Set.of()).stream().map(persona -> dynamicTest(persona.toString(), () -> {
                    Answer answer = cast.ask(persona, row.get("Method"), sample(row), null);
                    assertThat(answer.status() != 401 && answer.status() != 403).as(sample(row) + " " + answer.status())
                            .isEqualTo(row.who().includes(persona));
                }))));
    }

    private static String sample(Row row) {
        String path = row.get("Path");
        return SAMPLES.getOrDefault(path, path.replace("{requiredMetricName}", "jvm.memory.used").replace("health/**", "health/liveness")
                .replaceAll("/\\*+$", "/x"));
    }

    @Test
    void whateverAnswersHasItsRowAndEveryRowSomethingThatAnswers() {
        Set<String> answering = new TreeSet<>();
        context.getBeansOfType(RequestMappingInfoHandlerMapping.class).values().forEach(mapping -> mapping.getHandlerMethods()
                .forEach((info, method) -> {
                    if (method.getBeanType().getPackageName().startsWith("org.springframework.boot")
                            || ErrorController.class.isAssignableFrom(method.getBeanType())) {
                        answering.addAll(info.getPatternValues());
                    }
                }));
        context.getBeansOfType(SimpleUrlHandlerMapping.class).values().forEach(mapping -> answering.addAll(mapping.getUrlMap().keySet()));
        servlets.getServletRegistrations().values().forEach(servlet -> answering.addAll(servlet.getMappings()));
        answering.remove("/");      // the dispatcher of all the others
        assertThat(Matrix.read().table("Pages and machinery").stream().map(row -> row.get("Path")))
                .containsExactlyInAnyOrderElementsOf(answering);
    }
}
