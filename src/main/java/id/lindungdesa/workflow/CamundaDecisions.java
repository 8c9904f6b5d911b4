package id.lindungdesa.workflow;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecisionResultEntries;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

@Component
class CamundaDecisions implements Decisions {

    private final DecisionService decisions;
    private final RepositoryService repository;
    private final ProcessEngineConfigurationImpl engine;

    CamundaDecisions(@Lazy DecisionService decisions, @Lazy RepositoryService repository,
            @Lazy ProcessEngineConfigurationImpl engine) {
        this.decisions = decisions;
        this.repository = repository;
        this.engine = engine;
    }

    @Override
    public Outcome evaluate(String decisionKey, Map<String, Object> inputs) {
        return Trust.in(() -> CamundaWorkflow.withoutPermissionChecks(engine, () -> {
            DecisionDefinition inForce = repository.createDecisionDefinitionQuery().decisionDefinitionKey(decisionKey)
                    .latestVersion().singleResult();
            if (inForce == null) {
                throw new IllegalStateException("No decision " + decisionKey + " is deployed");
            }
            List<Map<String, Object>> rows = decisions.evaluateDecisionById(inForce.getId()).variables(inputs).evaluate()
                    .stream().map(DmnDecisionResultEntries::getEntryMap).toList();
            return new Outcome(decisionKey, decisionKey + ":" + inForce.getVersion(), rows);
        }));
    }
}
