package id.lindungdesa.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import id.lindungdesa.LindungDesaTest;
import id.lindungdesa.access.TaskDoors.Action;
import id.lindungdesa.identity.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Every task by everybody, through every door: what {@code docs/access.md} says and nothing else. */
@LindungDesaTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TaskMatrixTest {

    @Autowired
    ApplicationContext context;
    @Autowired
    TaskService tasks;

    private AccessStage stage;

    @BeforeAll
    void everyTask() {
        stage = AccessStage.in(context);
    }

    @TestFactory
    Stream<DynamicNode> tasks() {
        return Matrix.read().table("Tasks").stream().map(row -> dynamicContainer(row.get("Process") + " " + row.get("Task"),
                stage.doors().seenAt(row).stream().map(seen -> dynamicTest(String.valueOf(seen.persona()), () -> {
                    Map<Action, Boolean> expected = new EnumMap<>(Action.class);
                    Set<Action> promised = TaskDoors.promised(row.who(), seen.persona());
                    seen.through().keySet().forEach(action -> expected.put(action, promised.contains(action)));
                    assertThat(seen.through()).isEqualTo(expected);
                }))));
    }

    @Test
    void whoTookATaskAndIsDismissedHoldsNothingAndHisSuccessorGoesOn() {
        Cast cast = stage.cast();
        Persona leaving = cast.hired("mutasi.operator", Role.OPERATOR, "30.01.01.2002");
        Task task = tasks.createTaskQuery().taskDefinitionKey("UserTask_PrepareRequest")
                .taskCandidateGroup("operator-30.01.01.2002").singleResult();
        String path = "/engine-rest/task/" + task.getId();
        String session = "/camunda/api/engine/engine/default/task/" + task.getId();
        assertThat(cast.ask(leaving, "POST", path + "/claim", "{\"userId\":\"mutasi.operator\"}").allowed()).isTrue();
        assertThat(cast.askInSession(leaving, "GET", session, null).allowed()).isTrue();

        cast.dismissed(leaving, Role.OPERATOR, "30.01.01.2002");

        assertThat(tasks.createTaskQuery().taskId(task.getId()).singleResult().getAssignee()).as("waits for the successor").isNull();
        String sent = "{\"variables\":{\"requestedRupiah\":{\"value\":1},\"documentIds\":{\"value\":null}}}";
        for (String door : List.of("", "/variables", "/form-variables")) {
            assertThat(cast.ask(leaving, "GET", path + door, null).closed()).as(door).isTrue();
            assertThat(cast.askInSession(leaving, "GET", session + door, null).closed()).as("Tasklist " + door).isTrue();
        }
        assertThat(cast.askInSession(leaving, "GET", "/api/tasks/" + task.getId() + "/sheet", null).closed()).isTrue();
        assertThat(cast.askInSession(leaving, "POST", session + "/submit-form", sent).closed()).isTrue();

        cast.hired("mutasi.operator", Role.OPERATOR, "30.01.02.2001");
        assertThat(cast.askInSession(leaving, "GET", session, null).closed()).as("in his new office").isTrue();
        Persona successor = cast.hired("baru.operator", Role.OPERATOR, "30.01.01.2002");
        assertThat(cast.ask(successor, "POST", path + "/claim", "{\"userId\":\"baru.operator\"}").allowed()).isTrue();
        assertThat(cast.ask(successor, "POST", path + "/unclaim", null).allowed()).isTrue();
    }

    @Test
    void everyTaskOfEveryModelHasItsRowAndEveryRowItsTask() throws IOException {
        Set<String> modelled = new TreeSet<>();
        for (BpmnModelInstance model : models()) {
            String process = model.getModelElementsByType(Process.class).iterator().next().getId();
            model.getModelElementsByType(UserTask.class).forEach(task -> modelled.add(process + " " + task.getId()));
        }
        List<Matrix.Row> rows = Matrix.read().table("Tasks");
        assertThat(rows.stream().map(row -> row.get("Process") + " " + row.get("Task"))).containsExactlyInAnyOrderElementsOf(modelled);
        assertThat(rows).as("and was visited").allMatch(row -> stage.doors().seenAt(row).size() > 20);
    }

    /** What is sent without a reason is refused for that, by the step itself: a page of our own is not the only door. */
    @Test
    void nothingIsReturnedWithoutAReason() {
        assertThat(stage.doors().withoutAReason()).hasSizeGreaterThan(35);
        stage.doors().withoutAReason().forEach((step, answer) -> {
            assertThat(answer.status()).as(step).isEqualTo(400);
            assertThat(answer.body()).as(step).containsPattern("(?i)catatan|tuliskan|pilih salah satu");
        });
    }

    @Test
    void everyProcessHasItsRow() throws IOException {
        assertThat(Matrix.read().table("Starting a process").stream().map(row -> row.get("Process")))
                .containsExactlyInAnyOrderElementsOf(models().stream()
                        .map(model -> model.getModelElementsByType(Process.class).iterator().next().getId()).collect(Collectors.toSet()));
    }

    private static List<BpmnModelInstance> models() throws IOException {
        List<BpmnModelInstance> models = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of("processes"))) {
            files.filter(file -> file.toString().endsWith(".bpmn")).forEach(file -> models.add(Bpmn.readModelFromFile(file.toFile())));
        }
        return models;
    }
}
