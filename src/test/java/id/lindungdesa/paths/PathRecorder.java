package id.lindungdesa.paths;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.community.process_test_coverage.core.model.Collector;
import org.camunda.community.process_test_coverage.core.model.Event;
import org.camunda.community.process_test_coverage.engine.platform7.ProcessCoverageConfigurator;
import org.camunda.community.process_test_coverage.engine.platform7.ProcessEngineAdapter;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Notes which nodes and flows of the models the tests reach, in the one application that they share. Each is kept once,
 * however often it is passed. What was noted is written when the application closes, for {@link PathCoverage}.
 */
@Component
@Order(1)
class PathRecorder extends AbstractProcessEnginePlugin implements Collector {

    private final Set<String> reached = new ConcurrentSkipListSet<>();

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        ProcessCoverageConfigurator.initializeProcessCoverageExtensions(engine);
    }

    @Override
    public void postProcessEngineBuild(ProcessEngine engine) {
        new ProcessEngineAdapter(engine, this).initializeListeners();
    }

    @Override
    public void addEvent(Event event) {
        reached.add(event.getModelKey() + " " + event.getDefinitionKey());
    }

    @PreDestroy
    void write() throws IOException {
        Files.createDirectories(ReachedPaths.FILE.getParent());
        Files.write(ReachedPaths.FILE, reached);
    }
}
