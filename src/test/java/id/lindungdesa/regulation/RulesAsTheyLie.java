package id.lindungdesa.regulation;

import id.lindungdesa.workflow.Decisions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionResultEntries;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationListener;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionTableImpl;

/** The rule book on the tables of {@code processes/} without an application around it; remembers which rows were hit. */
public class RulesAsTheyLie implements Decisions {

    private final Map<String, Set<String>> rows = new ConcurrentHashMap<>();
    private final Set<String> hit = new TreeSet<>();
    private final Map<String, DmnDecision> decisions = new ConcurrentHashMap<>();
    private final DmnEngine engine;

    public RulesAsTheyLie() {
        DefaultDmnEngineConfiguration configuration = new DefaultDmnEngineConfiguration();
        configuration.getCustomPreDecisionTableEvaluationListeners().add((DmnDecisionTableEvaluationListener) event ->
                event.getMatchingRules().forEach(rule -> hit.add(rule.getId())));
        engine = configuration.buildEngine();
    }

    @Override
    public Outcome evaluate(String decisionKey, Map<String, Object> inputs) {
        DmnDecision decision = decisions.computeIfAbsent(decisionKey, this::read);
        List<Map<String, Object>> found = engine.evaluateDecision(decision, inputs).stream()
                .map(DmnDecisionResultEntries::getEntryMap).toList();
        return new Outcome(decisionKey, decisionKey + ":1", found);
    }

    public RuleBook ruleBook() {
        return new RuleBook(this);
    }

    /** A rule book on tables that answer otherwise, after a change of law for example. */
    public RuleBook ruleBookThrough(Decisions others) {
        return new RuleBook(others);
    }

    public PremiumRates premiumRates() {
        return new PremiumRates(ruleBook());
    }

    /** The rows of these tables that nobody's question met. */
    public Set<String> rowsNeverHit(String... decisionKeys) {
        Set<String> never = new TreeSet<>();
        for (String key : decisionKeys) {
            never.addAll(rows.getOrDefault(key, Set.of(key + " was not asked")));
        }
        never.removeAll(hit);
        return never;
    }

    private DmnDecision read(String key) {
        try (var file = Files.newInputStream(Path.of("processes", key + ".dmn"))) {
            DmnDecision decision = engine.parseDecision(key, file);
            ((DmnDecisionTableImpl) decision.getDecisionLogic()).getRules()
                    .forEach(rule -> rows.computeIfAbsent(key, none -> new TreeSet<>()).add(rule.getId()));
            return decision;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
