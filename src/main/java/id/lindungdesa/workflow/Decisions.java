package id.lindungdesa.workflow;

import java.util.List;
import java.util.Map;

/** Evaluates the decision tables of {@code processes/*.dmn} that are in force. */
public interface Decisions {

    /** The rows that match, each as output name to value, and the version that decided. */
    record Outcome(String decision, String version, List<Map<String, Object>> rows) {}

    Outcome evaluate(String decisionKey, Map<String, Object> inputs);
}
