package id.lindungdesa;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.OutputEntry;

/** What holds for every decision table. */
final class DecisionRules {

    private static final String CAMUNDA = "http://camunda.org/schema/1.0/dmn";
    private static final Set<String> TYPES = Set.of("string", "boolean", "integer", "long", "date");

    interface Rule {
        List<Fault> faults(String file, DmnModelInstance model, ModelFiles files);
    }

    static DmnModelInstance read(String xml) {
        return Dmn.readModelFromStream(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    }

    static Map<String, Rule> all() {
        Map<String, Rule> rules = new LinkedHashMap<>();
        rules.put("a file is named after a decision inside it, which has its time to live and is asked for", DecisionRules::header);
        rules.put("a decision is a table with a hit policy, labels and types, in FEEL", DecisionRules::tables);
        rules.put("a decision is effective-dated and names its legal basis in every row", DecisionRules::legalBasis);
        return rules;
    }

    private static List<Fault> header(String file, DmnModelInstance model, ModelFiles files) {
        List<Fault> faults = new ArrayList<>();
        String key = file.replace(".dmn", "");
        if (model.getModelElementsByType(Decision.class).stream().noneMatch(decision -> decision.getId().equals(key))) {
            faults.add(new Fault(file, key, "no decision of that id is in the file"));
        }
        if (!files.namedInJava(key) && files.processes().values().stream().noneMatch(xml -> xml.contains("decisionRef=\"" + key + '"'))) {
            faults.add(new Fault(file, key, "is asked by neither a model nor Java"));
        }
        for (Decision decision : model.getModelElementsByType(Decision.class)) {
            if (!"P1825D".equals(decision.getAttributeValueNs(CAMUNDA, "historyTimeToLive"))) {
                faults.add(new Fault(file, decision.getId(), "camunda:historyTimeToLive is not P1825D"));
            }
        }
        return faults;
    }

    private static List<Fault> tables(String file, DmnModelInstance model, ModelFiles files) {
        List<Fault> faults = new ArrayList<>();
        for (Decision decision : model.getModelElementsByType(Decision.class)) {
            if (!(decision.getExpression() instanceof DecisionTable table)) {
                faults.add(new Fault(file, decision.getId(), "is not a decision table"));
                continue;
            }
            for (Input input : table.getInputs()) {
                String type = input.getInputExpression() == null ? null : input.getInputExpression().getTypeRef();
                check(faults, file, input.getId(), input.getLabel(), type);
            }
            for (Output output : table.getOutputs()) {
                check(faults, file, output.getId(), output.getLabel(), output.getTypeRef());
                if (output.getName() == null || !output.getName().matches("[a-z][A-Za-z0-9]*")) {
                    faults.add(new Fault(file, output.getId(), "the output's name is not camelCase"));
                }
            }
        }
        // read from the text: parsing fills in the default
        Pattern.compile("<(?:\\w+:)?decisionTable\\b(?![^>]*hitPolicy=)[^>]*>").matcher(files.decisions().get(file)).results()
                .forEach(table -> faults.add(new Fault(file, table.group(), "does not say its hit policy")));
        model.getModelElementsByType(org.camunda.bpm.model.dmn.instance.UnaryTests.class).stream()
                .filter(test -> test.getExpressionLanguage() != null && !test.getExpressionLanguage().equalsIgnoreCase("feel"))
                .forEach(test -> faults.add(new Fault(file, test.getId(), "is not FEEL")));
        return faults;
    }

    private static void check(List<Fault> faults, String file, String id, String label, String type) {
        if (label == null || label.isBlank()) {
            faults.add(new Fault(file, id, "has no label"));
        }
        if (type == null || !TYPES.contains(type)) {
            faults.add(new Fault(file, id, "type %s is none of %s".formatted(type, TYPES)));
        }
    }

    private static List<Fault> legalBasis(String file, DmnModelInstance model, ModelFiles files) {
        List<Fault> faults = new ArrayList<>();
        for (DecisionTable table : model.getModelElementsByType(DecisionTable.class)) {
            if (table.getInputs().stream().noneMatch(input -> input.getInputExpression() != null
                    && "date".equals(input.getInputExpression().getTypeRef()))) {
                faults.add(new Fault(file, table.getId(), "no input is a date: from when until when does a row hold?"));
            }
            List<Output> outputs = List.copyOf(table.getOutputs());
            int basis = outputs.stream().map(Output::getName).toList().indexOf("legalBasis");
            if (basis < 0 || !"string".equals(outputs.get(basis).getTypeRef())) {
                faults.add(new Fault(file, table.getId(), "has no output legalBasis of type string"));
                continue;
            }
            table.getRules().forEach(rule -> {
                OutputEntry entry = List.copyOf(rule.getOutputEntries()).get(basis);
                String text = entry.getText() == null ? "" : entry.getText().getTextContent();
                if (text.replace("\"", "").isBlank()) {
                    faults.add(new Fault(file, rule.getId(), "names no legal basis"));
                }
            });
        }
        return faults;
    }

    private DecisionRules() {}
}
