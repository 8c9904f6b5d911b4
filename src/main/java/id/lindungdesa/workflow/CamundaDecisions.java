package id.lindungdesa.workflow;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecisionResultEntries;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Remembers what a table answered: the same version gives the same answer to the same question, a whole province asks few
 * different ones, and the engine reads every cell of the table anew each time.
 */
@Component
class CamundaDecisions implements Decisions {

    private static final int AT_MOST = 5_000;

    private final Map<Question, Outcome> given = Collections.synchronizedMap(new Remembered());

    private final DecisionService decisions;
    private final JdbcClient jdbc;
    private final ProcessEngineConfigurationImpl engine;

    CamundaDecisions(@Lazy DecisionService decisions, JdbcClient jdbc,
            @Lazy ProcessEngineConfigurationImpl engine) {
        this.decisions = decisions;
        this.jdbc = jdbc;
        this.engine = engine;
    }

    @Override
    public Outcome evaluate(String decisionKey, Map<String, Object> inputs) {
        DeployedTables.Definition inForce = DeployedTables.definition(jdbc, decisionKey);
        Question question = new Question(inForce.id(), new HashMap<>(inputs));
        Outcome known = given.get(question);
        if (known == null) {
            List<Map<String, Object>> rows = CamundaWorkflow.withoutPermissionChecks(engine, () -> answer(question));
            known = new Outcome(decisionKey, inForce.name(decisionKey), rows);
            given.put(question, known);
        }
        return known;
    }

    private List<Map<String, Object>> answer(Question question) {
        return decisions.evaluateDecisionById(question.definition()).variables(question.inputs()).evaluate().stream()
                .map(DmnDecisionResultEntries::getEntryMap).map(Collections::unmodifiableMap).toList();
    }

    private record Question(String definition, Map<String, Object> inputs) {}

    private static final class Remembered extends LinkedHashMap<Question, Outcome> {

        private Remembered() {
            super(16, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<Question, Outcome> eldest) {
            return size() > AT_MOST;
        }
    }
}
