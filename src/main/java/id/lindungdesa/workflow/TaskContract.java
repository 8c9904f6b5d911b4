package id.lindungdesa.workflow;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;

/**
 * What a model says about one of its elements in our extension properties: the fields that may come back from a form,
 * the legal basis, the deadline, the variable that names the case.
 */
record TaskContract(Map<String, String> properties) {

    static TaskContract of(BaseElement element) {
        Map<String, String> found = new LinkedHashMap<>();
        if (element.getExtensionElements() != null) {
            element.getExtensionElements().getElementsQuery().filterByType(CamundaProperties.class).list().stream()
                    .flatMap(all -> all.getCamundaProperties().stream())
                    .forEach((CamundaProperty one) -> found.put(one.getCamundaName(), one.getCamundaValue()));
        }
        return new TaskContract(Collections.unmodifiableMap(found));
    }

    Optional<String> property(String name) {
        return Optional.ofNullable(properties.get(name)).filter(value -> !value.isBlank());
    }

    /** Name to type of the fields that a completion may carry, in the order of the model. */
    Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        property("fields").ifPresent(text -> {
            for (String field : text.split(",")) {
                String[] parts = field.trim().split(":");
                fields.put(parts[0].trim(), parts[1].trim());
            }
        });
        return fields;
    }
}
