package id.lindungdesa;

import static id.lindungdesa.ProcessModel.camunda;
import static id.lindungdesa.ProcessModel.fields;
import static id.lindungdesa.ProcessModel.form;
import static id.lindungdesa.ProcessModel.property;

import id.lindungdesa.ProcessModel.Place;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/** The page {@code docs/tasks.md}: what people and programs need to know to complete a task, drawn from the models. */
record TaskList(ModelFiles files) {

    private static final String HEAD = """
            # Tasks

            Every task that an official has, as the models say it. Drawn from `processes/` and `forms/` by
            `mvn test -Dtest=TaskListDocumentTest -Ddocs.write=true`; a test holds this page equal to them.

            Through Tasklist the form does all of this. Through `/engine-rest`: find the task by process key, element and the
            case's id (the process's business key), then `POST /task/{id}/complete` with the fields as variables. A field that is
            left out is null, a Boolean must be given, an undeclared one is refused. What stands under *recorded first* goes
            through `/api` before; the field then carries the id from its answer, several with commas between. A deadline is
            counted in working days of that calendar from the day the task appears.
            """;

    String render() {
        StringBuilder page = new StringBuilder(HEAD);
        files.processes().forEach((file, xml) -> process(page, new ProcessModel(file, xml)));
        return page.toString();
    }

    private void process(StringBuilder page, ProcessModel model) {
        page.append("\n## ").append(model.process().getId()).append(": ").append(model.process().getName())
                .append("\n\nCase: `").append(model.caseVariable()).append("`.");
        property(model.process(), "startable").ifPresent(roles -> page.append(" Started by ").append(codes(roles)).append(" with `")
                .append(property(model.process(), "case").orElse("")).append("` of a draft")
                .append(startForm(model)).append('.'));
        List<String> messages = new ArrayList<>();
        for (CatchEvent event : model.all(CatchEvent.class)) {
            event.getEventDefinitions().stream().filter(MessageEventDefinition.class::isInstance)
                    .map(definition -> ((MessageEventDefinition) definition).getMessage().getName())
                    .forEach(name -> messages.add("`" + name + "` at `" + event.getId() + "`"));
        }
        if (!messages.isEmpty()) {
            page.append(" Waits for ").append(String.join(", ", messages)).append('.');
        }
        page.append("\n\n| Element | Task | Role | Form | Fields | Recorded first | Deadline | Legal basis |\n|---|---|---|---|---|---|---|---|\n");
        model.all(UserTask.class).forEach(task -> page.append(row(
                "`" + task.getId() + "`", task.getName(), role(task), form(task).map(name -> "`" + name.replace(".html", "") + "`").orElse(""),
                fields(task).entrySet().stream().map(field -> "`%s` %s".formatted(field.getKey(), field.getValue())).collect(Collectors.joining("<br>")),
                recordedFirst(task), deadline(task), property(task, "legalBasis").orElse(""))));
    }

    private String startForm(ProcessModel model) {
        return model.formed().stream().filter(node -> !(node instanceof UserTask)).findFirst()
                .map(node -> " (form `" + form(node).orElse("").replace(".html", "") + "`: " + recordedFirst(node) + ")").orElse("");
    }

    private static String role(UserTask task) {
        return property(task, "role").map(TaskList::codes).orElseGet(() ->
                new Place("", "", String.valueOf(camunda(task, "candidateGroups"))).call().map(call -> call.bean() + "." + call.method()).orElse(""));
    }

    private static String deadline(UserTask task) {
        String deadline = property(task, "deadline").orElse("");
        return deadline.equals("case") ? "set by the case" : deadline.replaceFirst("^(\\d+) (\\w+)$", "$1 days, $2");
    }

    private String recordedFirst(FlowNode node) {
        String html = form(node).map(name -> files.forms().getOrDefault(name, "")).orElse("");
        List<String> calls = new ArrayList<>();
        for (FormPage.Tag tag : new FormPage(html).tags) {
            if (tag.is("ld-upload")) {
                calls.add("`%s`: `POST /api/documents`, kinds %s".formatted(tag.get("data-variable"),
                        Arrays.stream(tag.get("data-kinds").split("\\|")).map(kind -> "`" + kind.split(":")[0] + "`").collect(Collectors.joining(", "))));
            } else if (tag.is("ld-post")) {
                calls.add("`%s`: `POST %s`".formatted(tag.get("data-result-variable"), tag.get("data-url")));
            } else if (tag.is("ld-roster") || tag.is("ld-papers")) {
                calls.add("`POST %s`".formatted(tag.get("data-url")));
            }
        }
        return String.join("<br>", calls);
    }

    private static String codes(String list) {
        return Arrays.stream(list.split(",")).map(word -> "`" + word.trim() + "`").collect(Collectors.joining(", "));
    }

    private static String row(String... cells) {
        return Arrays.stream(cells).map(cell -> cell.replace("\n", " ").replace("|", "\\|"))
                .collect(Collectors.joining(" | ", "| ", " |\n")).replace("  |", " |");
    }
}
