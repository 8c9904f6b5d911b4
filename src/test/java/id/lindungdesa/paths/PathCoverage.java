package id.lindungdesa.paths;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.community.process_test_coverage.core.model.DefaultCollector;
import org.camunda.community.process_test_coverage.core.model.Event;
import org.camunda.community.process_test_coverage.core.model.EventSource;
import org.camunda.community.process_test_coverage.core.model.EventType;
import org.camunda.community.process_test_coverage.core.model.Model;
import org.camunda.community.process_test_coverage.core.model.Run;
import org.camunda.community.process_test_coverage.core.model.Suite;
import org.camunda.community.process_test_coverage.report.CoverageReportUtil;
import org.junit.jupiter.api.Test;

/**
 * After all tests ran ({@code mvn verify} runs this class by itself then): every node and flow of every model was reached
 * by one of them. Draws the models with their paths into {@code target/path-coverage/all-tests/report.html}.
 */
class PathCoverage {

    @Test
    void every_node_and_flow_of_every_model_is_reached_by_a_test() throws IOException {
        List<ReachedPaths> models = ReachedPaths.ofTheProject(reached());
        models.forEach(System.out::println);
        draw(models);

        assertThat(models).as("models in processes/").isNotEmpty();
        assertThat(models.stream().flatMap(model -> model.missing().stream().map(id -> model.process() + " " + id)))
                .as("nodes and flows that no test reached").isEmpty();
    }

    private static List<String> reached() throws IOException {
        List<String> reached = new ArrayList<>();
        try (var files = Files.newDirectoryStream(ReachedPaths.FOLDER, "reached-*.txt")) {
            for (Path file : files) {
                reached.addAll(Files.readAllLines(file));
            }
        }
        return reached;
    }

    private static void draw(List<ReachedPaths> models) {
        var byKey = models.stream().collect(Collectors.toMap(ReachedPaths::process, model -> model));
        DefaultCollector drawing = new DefaultCollector(key -> new Model(key, byKey.get(key).elements().size(), null,
                Bpmn.convertToString(byKey.get(key).model())));
        drawing.createSuite(new Suite("all-tests", "All tests"));
        drawing.activateSuite("all-tests");
        drawing.createRun(new Run("all-tests", "All tests"), "all-tests");
        drawing.activateRun("all-tests");
        for (ReachedPaths model : models) {
            for (String id : model.reached()) {
                boolean flow = id.startsWith("Flow_");
                for (EventType type : flow ? List.of(EventType.TAKE) : List.of(EventType.START, EventType.END)) {
                    drawing.addEvent(new Event(flow ? EventSource.SEQUENCE_FLOW : EventSource.FLOW_NODE, type, id,
                            flow ? "sequenceFlow" : "flowNode", model.process(), 0));
                }
            }
        }
        CoverageReportUtil.createReport(drawing, ReachedPaths.FOLDER.toString());
    }
}
