package id.lindungdesa.workflow;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** What processes and their steps are called in the models, for whoever lists them: the officials' own words. */
@Component
public class StepNames {

    private final RepositoryService repository;
    private final ProcessEngineConfigurationImpl engine;
    private final Map<String, String> names = new ConcurrentHashMap<>();

    StepNames(@Lazy RepositoryService repository, @Lazy ProcessEngineConfigurationImpl engine) {
        this.repository = repository;
        this.engine = engine;
    }

    /** The name of a process, its key where there is none such. */
    public String process(String key) {
        return names.computeIfAbsent(key, unknown -> CamundaWorkflow.withoutPermissionChecks(engine, () -> {
            ProcessDefinition definition = newest(key);
            return definition == null || definition.getName() == null ? key : definition.getName();
        }));
    }

    /** The name of a step in the newest version of its process, its id where there is none. */
    public String step(String processKey, String element) {
        return names.computeIfAbsent(processKey + "/" + element, unknown -> CamundaWorkflow.withoutPermissionChecks(engine, () -> {
            ProcessDefinition definition = newest(processKey);
            return definition != null && repository.getBpmnModelInstance(definition.getId()).getModelElementById(element)
                    instanceof FlowElement step && step.getName() != null ? step.getName() : element;
        }));
    }

    private ProcessDefinition newest(String key) {
        return repository.createProcessDefinitionQuery().processDefinitionKey(key).latestVersion().singleResult();
    }
}
