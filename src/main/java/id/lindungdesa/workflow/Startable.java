package id.lindungdesa.workflow;

import id.lindungdesa.identity.Official;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** The processes that an official may begin with a form: those whose model names his role. */
@Component
public class Startable {

    private final RepositoryService repository;
    private final ProcessEngineConfigurationImpl engine;

    Startable(@Lazy RepositoryService repository, @Lazy ProcessEngineConfigurationImpl engine) {
        this.repository = repository;
        this.engine = engine;
    }

    /** A process by its key, and what officials call it. */
    public record Begin(String key, String name) {}

    public List<Begin> by(Official official) {
        return CamundaWorkflow.withoutPermissionChecks(engine, () -> repository.createProcessDefinitionQuery().latestVersion()
                .startableInTasklist().list().stream().filter(process -> mayStart(official, process))
                .map(process -> new Begin(process.getKey(), process.getName())).sorted(Comparator.comparing(Begin::name)).toList());
    }

    private boolean mayStart(Official official, ProcessDefinition process) {
        return TaskContract.of(repository.getBpmnModelInstance(process.getId()).getModelElementById(process.getKey())).property("startable")
                .map(roles -> Arrays.stream(roles.split(",")).map(String::trim)
                        .anyMatch(role -> official.offices().stream().anyMatch(office -> office.role().id().equals(role))))
                .orElse(false);
    }
}
