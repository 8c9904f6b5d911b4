package id.lindungdesa.access;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.lindungdesa.access.Cast.Answer;
import id.lindungdesa.access.OneOfEach.Stop;
import id.lindungdesa.identity.Role;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;

/**
 * Tries every door to a task with everybody, writes down who got through, and has the right official complete it. What
 * ought to have happened is not known here.
 */
final class TaskDoors implements OneOfEach.Visitor {

    /** What can be done with a task. */
    enum Action { LIST, READ, VARIABLES, SHEET, TAKE, COMPLETE, LIST_IN_TASKLIST, TAKE_IN_TASKLIST, COMPLETE_IN_TASKLIST }

    /** Who got through which doors of a task; where a door was not tried nothing is said. */
    record Seen(Persona persona, Map<Action, Boolean> through) {}

    private static final String TASKLIST = "/camunda/api/engine/engine/default/task";

    private final Cast cast;
    private final TaskService tasks;
    private final Map<String, Matrix.Row> rows;
    private final ObjectMapper json = new ObjectMapper();
    private final Map<String, List<Seen>> seen = new LinkedHashMap<>();
    private final Map<String, Answer> withoutAReason = new LinkedHashMap<>();
    private boolean tasklistNext;

    TaskDoors(Cast cast, TaskService tasks, List<Matrix.Row> rows) {
        this.cast = cast;
        this.tasks = tasks;
        this.rows = new LinkedHashMap<>();
        rows.forEach(row -> this.rows.put(row.get("Process") + " " + row.get("Task"), row));
    }

    List<Seen> seenAt(Matrix.Row row) {
        return seen.getOrDefault(row.get("Process") + " " + row.get("Task"), List.of());
    }

    /** What each step said to a return without a reason. */
    Map<String, Answer> withoutAReason() {
        return withoutAReason;
    }

    @Override
    public void at(Stop stop) {
        Matrix.Row row = rows.get(stop.process() + " " + stop.element());
        if (row == null) {
            throw new AssertionError("docs/access.md has no row for " + stop);
        }
        Matrix.Who who = row.who();
        List<Persona> all = cast.concerned(who.roles());
        List<Persona> right = all.stream().filter(who::includes).toList();
        int turn = seen.size();
        List<Seen> here = new ArrayList<>(IntStream.range(0, all.size()).parallel().filter(i -> !who.includes(all.get(i)))
                .mapToObj(i -> refused(all.get(i), stop, isNear(all.get(i), who) || i % 5 == turn % 5)).toList());
        requireUntouched(stop);
        for (Persona persona : right) {
            here.add(takeAndGiveBack(persona, stop));
            requireUntouched(stop);
        }
        returnWithoutAReason(right.get(0), stop);
        complete(right.get(0), stop);
        seen.put(stop.process() + " " + stop.element(), here);
    }

    /** Whoever is likeliest to get in where he should not: these try everything each time, the others by turns. */
    private boolean isNear(Persona persona, Matrix.Who who) {
        return persona.role() == null || who.roles().contains(persona.role()) || who.inKelurahan().contains(persona.role())
                || Set.of(Role.ADMIN, Role.INSPEKTORAT, Role.BANK).contains(persona.role());
    }

    private Seen refused(Persona persona, Stop stop, boolean everything) {
        Map<Action, Boolean> through = new EnumMap<>(Action.class);
        look(persona, stop, through, everything);
        tryToDecide(persona, stop, through, everything);
        return new Seen(persona, through);
    }

    private void look(Persona persona, Stop stop, Map<Action, Boolean> through, boolean everything) {
        String path = "/engine-rest/task/" + stop.taskId();
        String query = "{\"processInstanceBusinessKey\":\"%s\"}".formatted(stop.caseId());
        through.put(Action.LIST, told(cast.ask(persona, "POST", "/engine-rest/task", query), stop));
        if (!everything) {
            return;
        }
        through.put(Action.READ, told(cast.ask(persona, "GET", path, null), stop));
        Answer variables = cast.ask(persona, "GET", path + "/variables", null);
        through.put(Action.VARIABLES, variables.allowed());
        through.put(Action.SHEET, told(cast.ask(persona, "GET", "/api/tasks/" + stop.taskId() + "/sheet", null), stop));
        if (cast.hasWebapp(persona)) {
            through.put(Action.LIST_IN_TASKLIST, told(cast.askInSession(persona, "POST", TASKLIST, query), stop));
        }
    }

    private static boolean told(Answer answer, Stop stop) {
        return answer.allowed() && answer.body().contains(stop.taskId());
    }

    private void tryToDecide(Persona persona, Stop stop, Map<Action, Boolean> through, boolean everything) {
        String path = "/" + stop.taskId();
        String claim = "{\"userId\":\"%s\"}".formatted(persona.user());
        boolean completed = cast.ask(persona, "POST", "/engine-rest/task" + path + "/complete", variables(stop)).allowed();
        through.put(Action.COMPLETE, completed);
        if (completed) {
            throw new AssertionError("%s may not decide %s, and completed it".formatted(persona, stop.element()));
        }
        if (!everything) {
            return;
        }
        through.put(Action.TAKE, cast.ask(persona, "POST", "/engine-rest/task" + path + "/claim", claim).allowed());
        if (cast.hasWebapp(persona)) {
            through.put(Action.TAKE_IN_TASKLIST, cast.askInSession(persona, "POST", TASKLIST + path + "/claim", claim).allowed());
            through.put(Action.COMPLETE_IN_TASKLIST,
                    cast.askInSession(persona, "POST", TASKLIST + path + "/submit-form", variables(stop)).allowed());
        }
    }

    private void requireUntouched(Stop stop) {
        Task task = tasks.createTaskQuery().taskId(stop.taskId()).singleResult();
        if (task == null || task.getAssignee() != null) {
            throw new AssertionError("somebody who may not decide %s %s it".formatted(stop.element(),
                    task == null ? "completed" : "took"));
        }
    }

    private Seen takeAndGiveBack(Persona persona, Stop stop) {
        Map<Action, Boolean> through = new EnumMap<>(Action.class);
        look(persona, stop, through, true);
        String path = "/" + stop.taskId();
        String claim = "{\"userId\":\"%s\"}".formatted(persona.user());
        through.put(Action.TAKE, cast.ask(persona, "POST", "/engine-rest/task" + path + "/claim", claim).allowed()
                && cast.ask(persona, "POST", "/engine-rest/task" + path + "/unclaim", null).allowed());
        through.put(Action.TAKE_IN_TASKLIST, cast.askInSession(persona, "POST", TASKLIST + path + "/claim", claim).allowed()
                && cast.askInSession(persona, "POST", TASKLIST + path + "/unclaim", null).allowed());
        return new Seen(persona, through);
    }

    /** Whoever gets his case back has to read why: the step says so, whatever the page did. */
    private void returnWithoutAReason(Persona persona, Stop stop) {
        if (!stop.fields().containsKey("approved")) {
            return;
        }
        Map<String, Object> fields = new LinkedHashMap<>(stop.fields());
        fields.put("approved", false);
        fields.put("note", "  ");
        Answer answer = cast.ask(persona, "POST", "/engine-rest/task/" + stop.taskId() + "/complete",
                variables(new Stop(stop.process(), stop.element(), stop.caseId(), stop.taskId(), fields)));
        withoutAReason.put(stop.process() + " " + stop.element(), answer);
        if (answer.allowed()) {
            throw new AssertionError("%s returned %s without a reason".formatted(persona, stop.element()));
        }
    }

    /** By turns through the one door and the other. */
    private void complete(Persona persona, Stop stop) {
        tasklistNext = !tasklistNext;
        Answer answer = tasklistNext ? cast.askInSession(persona, "POST", TASKLIST + "/" + stop.taskId() + "/submit-form", variables(stop))
                : cast.ask(persona, "POST", "/engine-rest/task/" + stop.taskId() + "/complete", variables(stop));
        if (!answer.allowed()) {
            throw new AssertionError("%s may complete %s, and was refused: %s".formatted(persona, stop.element(), answer));
        }
    }

    private String variables(Stop stop) {
        Map<String, Object> variables = new LinkedHashMap<>();
        stop.fields().forEach((name, value) -> variables.put(name, Map.of("value", value)));
        try {
            return json.writeValueAsString(Map.of("variables", variables));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What a row promises somebody. */
    static Set<Action> promised(Matrix.Who who, Persona persona) {
        if (who.includes(persona)) {
            Set<Action> all = EnumSet.allOf(Action.class);
            all.removeAll(Arrays.asList(Action.COMPLETE, Action.COMPLETE_IN_TASKLIST));      // seen at the story's next step
            return all;
        }
        return persona.role() == Role.ADMIN ? EnumSet.of(Action.LIST, Action.READ, Action.VARIABLES, Action.LIST_IN_TASKLIST)
                : Set.of();
    }
}
