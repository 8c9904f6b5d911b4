package id.lindungdesa.workflow;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionResultEntries;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps a table of ours as a deployment of its own, beside the one of the release, so that a release leaves it alone. */
@Component
class DeployedTables implements DecisionTables {

    static final String SOURCE = "rule-book";

    private static final String NAMES = """
            select distinct key_ from act_re_decision_def where resource_name_ = 'processes/' || key_ || '.dmn' order by key_
            """;
    private static final String IN_FORCE = """
            select definition.id_ as id, definition.version_ as version, deployment.id_ as deployment,
                   definition.resource_name_ as resource, deployment.source_ is not distinct from 'rule-book' as ours
              from act_re_decision_def definition join act_re_deployment deployment on deployment.id_ = definition.deployment_id_
             where definition.key_ = :key order by ours desc, definition.version_ desc limit 1
            """;

    private final JdbcClient jdbc;
    private final RepositoryService repository;
    private final ProcessEngineConfigurationImpl engine;
    private final Decisions decisions;
    private final DmnEngine trial = trialEngine();

    DeployedTables(JdbcClient jdbc, @Lazy RepositoryService repository, @Lazy ProcessEngineConfigurationImpl engine,
            @Lazy Decisions decisions) {
        this.jdbc = jdbc;
        this.repository = repository;
        this.engine = engine;
        this.decisions = decisions;
    }

    /** The deployed definition that answers for a decision. */
    record Definition(String id, int version, String deployment, String resource, boolean ours) {

        String name(String decision) {
            return decision + ":" + version;
        }
    }

    static Definition definition(JdbcClient jdbc, String decision) {
        return jdbc.sql(IN_FORCE).param("key", decision).query(Definition.class).optional()
                .orElseThrow(() -> new IllegalStateException("No decision " + decision + " is deployed"));
    }

    @Override
    public List<String> names() {
        return jdbc.sql(NAMES).query(String.class).list();
    }

    @Override
    public Table inForce(String decision) {
        Definition found = definition(jdbc, decision);
        return CamundaWorkflow.withoutPermissionChecks(engine, () -> {
            try (InputStream text = repository.getResourceAsStream(found.deployment(), found.resource())) {
                return new Table(decision, found.name(decision), new String(text.readAllBytes(), StandardCharsets.UTF_8), found.ours());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    @Override
    public String released(String decision) {
        try {
            return new ClassPathResource("processes/" + decision + ".dmn").getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Decisions trying(String decision, String dmn) {
        DmnDecision tried = trial.parseDecision(decision, new ByteArrayInputStream(dmn.getBytes(StandardCharsets.UTF_8)));
        Map<Map<String, Object>, Decisions.Outcome> given = new ConcurrentHashMap<>();
        return (key, inputs) -> key.equals(decision)
                ? given.computeIfAbsent(new HashMap<>(inputs), asked -> new Decisions.Outcome(decision, decision + ":?",
                        trial.evaluateDecision(tried, asked).stream().map(DmnDecisionResultEntries::getEntryMap)
                                .map(Collections::unmodifiableMap).toList()))
                : decisions.evaluate(key, inputs);
    }

    @Override
    public String putInForce(String decision, String dmn, String name) {
        return CamundaWorkflow.withoutPermissionChecks(engine, () -> {
            DecisionDefinition deployed = repository.createDeployment().name(name).source(SOURCE)
                    .addString("processes/" + decision + ".dmn", dmn).deployWithResult().getDeployedDecisionDefinitions().stream()
                    .filter(definition -> definition.getKey().equals(decision)).findFirst()
                    .orElseThrow(() -> new IllegalStateException(name + " holds no decision " + decision));
            return decision + ":" + deployed.getVersion();
        });
    }

    /** Beside the process engine, which would want to know of what it evaluates; as there, no script runs. */
    private static DmnEngine trialEngine() {
        DefaultDmnEngineConfiguration configuration = new DefaultDmnEngineConfiguration();
        configuration.setScriptEngineResolver(language -> {
            throw new IllegalStateException("Scripts are switched off, also " + language);
        });
        return configuration.buildEngine();
    }
}
