package id.lindungdesa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Reads {@code processes/} and {@code forms/} as they lie and holds them against our conventions and against Java: one
 * test per rule and file, each failure naming file, element and what is wrong. That the rules bite is shown by
 * {@link ModelRulesTest}.
 */
class ProcessModelTest {

    private final ModelFiles files = ModelFiles.ofTheProject();
    private final TaskBeans beans = TaskBeans.ofTheApplication();

    @TestFactory
    Stream<DynamicContainer> models() {
        return perRule(ModelRules.all(), files.processes(), (rule, file) ->
                rule.faults(new ProcessModel(file, files.processes().get(file)), files, beans));
    }

    @TestFactory
    Stream<DynamicContainer> forms() {
        return perRule(FormRules.all(), files.forms(), (rule, file) ->
                rule.faults(file, new FormPage(files.forms().get(file))).stream().map(what -> new Fault(file, "form", what)).toList());
    }

    @TestFactory
    Stream<DynamicContainer> decisions() {
        return perRule(DecisionRules.all(), files.decisions(), (rule, file) ->
                rule.faults(file, DecisionRules.read(files.decisions().get(file)), files));
    }

    @Test
    void every_form_is_shown_by_a_model() {
        assertThat(unusedForms(files)).as("forms that no model shows").isEmpty();
    }

    static List<String> unusedForms(ModelFiles files) {
        String models = String.join("\n", files.processes().values());
        return files.forms().keySet().stream().filter(form -> !models.contains("embedded:deployment:forms/" + form + '"')).toList();
    }

    private interface Check<R> {
        List<Fault> faults(R rule, String file);
    }

    private static <R> Stream<DynamicContainer> perRule(Map<String, R> rules, Map<String, String> files, Check<R> check) {
        return rules.entrySet().stream().map(rule -> dynamicContainer(rule.getKey(), files.keySet().stream()
                .map(file -> dynamicTest(file, () -> {
                    String faults = check.faults(rule.getValue(), file).stream().map(Fault::toString).collect(Collectors.joining("\n  "));
                    assertThat(faults.isEmpty()).as(rule.getKey() + "\n  " + faults).isTrue();
                }))));
    }
}
