package id.lindungdesa.workflow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * The one place that deploys: all models, decisions and forms as one deployment, under names that are the same from a
 * source folder and from the jar. Unchanged, it adds nothing; changed in one file, all get a new version together, since
 * a process runs with the forms and decisions of its own deployment.
 */
@Component
@Order(ModelDeployment.ORDER)
class ModelDeployment implements ApplicationRunner {

    static final int ORDER = 10;
    private static final String FORM = ".html";
    private static final Logger log = LoggerFactory.getLogger(ModelDeployment.class);

    private final RepositoryService repository;
    private final ProcessEngineConfigurationImpl engine;

    private final boolean runsJobs;

    ModelDeployment(RepositoryService repository, ProcessEngineConfigurationImpl engine,
            @Value("${camunda.bpm.job-execution.enabled:true}") boolean runsJobs) {
        this.repository = repository;
        this.engine = engine;
        this.runsJobs = runsJobs;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        Trust.in(() -> CamundaWorkflow.withoutPermissionChecks(engine, () -> {
            DeploymentBuilder builder = repository.createDeployment().name("lindung-desa").source("lindung-desa")
                    .enableDuplicateFiltering(false);
            List<Resource> found = resources();
            for (Resource resource : found) {
                String name = nameOf(resource);
                if (name.endsWith(FORM)) {
                    builder.addString(name, FormParts.whole(text(resource), ModelDeployment::part));
                } else {
                    builder.addInputStream(name, content(resource));
                }
            }
            if (!found.isEmpty()) {
                Deployment deployment = builder.deploy();
                log.info("Models and forms in force: deployment {} of {}", deployment.getId(),
                        deployment.getDeploymentTime());
            }
            return null;
        }));
        if (runsJobs) {
            engine.getJobExecutor().start();     // of itself it would wait until the demo, which needs it, is loaded
        }
    }

    private static List<Resource> resources() {
        var resolver = new PathMatchingResourcePatternResolver();
        return Stream.of("classpath:processes/*.bpmn", "classpath:processes/*.dmn", "classpath:forms/*.html")
                .flatMap(pattern -> {
                    try {
                        return Arrays.stream(resolver.getResources(pattern));
                    } catch (java.io.FileNotFoundException e) {
                        return Stream.empty();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                })
                .sorted(Comparator.comparing(ModelDeployment::nameOf)).toList();
    }

    private static String nameOf(Resource resource) {
        String file = resource.getFilename();
        return (file.endsWith(FORM) ? "forms/" : "processes/") + file;
    }

    private static String part(String name) {
        return text(new ClassPathResource("forms/parts/" + name + FORM));
    }

    private static String text(Resource resource) {
        try {
            return resource.getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("A form or a part of one cannot be read: " + resource, e);
        }
    }

    private static java.io.InputStream content(Resource resource) {
        try {
            return resource.getInputStream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
