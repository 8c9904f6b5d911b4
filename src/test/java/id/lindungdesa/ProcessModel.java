package id.lindungdesa;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** One BPMN file, with the questions that rules and the task list ask of it. */
final class ProcessModel {

    static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
    private static final Pattern CALL = Pattern.compile("\\$\\{(\\w+)\\.(\\w+)\\(([\\w, ]*)\\)}");
    private static final Pattern FLAG = Pattern.compile("\\$\\{(!?)(\\w+)}");
    private static final Set<String> CALLED = Set.of("expression", "candidateGroups", "dueDate", "followUpDate",
            "conditionExpression", "timeDate", "timeDuration", "timeCycle");
    private static final Pattern FORM = Pattern.compile("embedded:deployment:forms/([\\w-]+\\.html)");

    final String file;
    final String xml;
    final BpmnModelInstance bpmn;
    private final Document document;

    /** An expression, where it stands: the id of the flow element and the attribute or element that holds it. */
    record Place(String element, String holder, String text) {

        Optional<Call> call() {
            Matcher matcher = CALL.matcher(text);
            return matcher.matches() ? Optional.of(new Call(matcher.group(1), matcher.group(2), names(matcher.group(3))))
                    : Optional.empty();
        }

        Optional<Flag> flag() {
            Matcher matcher = FLAG.matcher(text);
            return matcher.matches() ? Optional.of(new Flag(matcher.group(2), matcher.group(1).isEmpty())) : Optional.empty();
        }

        private static List<String> names(String arguments) {
            return arguments.isBlank() ? List.of() : Arrays.stream(arguments.split(",", -1)).map(String::trim).toList();
        }
    }

    record Call(String bean, String method, List<String> arguments) {}

    record Flag(String name, boolean affirmed) {}

    ProcessModel(String file, String xml) {
        this.file = file;
        this.xml = xml;
        this.bpmn = Bpmn.readModelFromStream(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
        this.document = parse(xml);
    }

    private static Document parse(String xml) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            return factory.newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new IllegalArgumentException(e);
        }
    }

    Process process() {
        return all(Process.class).iterator().next();
    }

    <T extends org.camunda.bpm.model.xml.instance.ModelElementInstance> Collection<T> all(Class<T> type) {
        return bpmn.getModelElementsByType(type);
    }

    Optional<FlowNode> node(String id) {
        return bpmn.getModelElementById(id) instanceof FlowNode node ? Optional.of(node) : Optional.empty();
    }

    Fault fault(BaseElement element, String what) {
        return fault(element.getId(), what);
    }

    Fault fault(String element, String what) {
        return new Fault(file, element, what);
    }

    /** Every element of the file except the drawing. */
    List<Element> elements() {
        List<Element> found = new ArrayList<>();
        collect(document.getDocumentElement(), found);
        return found;
    }

    private static void collect(Element element, List<Element> into) {
        if (!element.getLocalName().equals("BPMNDiagram")) {
            into.add(element);
            children(element).forEach(child -> collect(child, into));
        }
    }

    private static List<Element> children(Element element) {
        List<Element> children = new ArrayList<>();
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element child) {
                children.add(child);
            }
        }
        return children;
    }

    /** Every expression, and every text that should be one. */
    List<Place> expressions() {
        List<Place> places = new ArrayList<>();
        for (Element element : elements()) {
            for (int i = 0; i < element.getAttributes().getLength(); i++) {
                Node attribute = element.getAttributes().item(i);
                if (isExpression(attribute.getNodeValue()) || CALLED.contains(attribute.getLocalName())) {
                    places.add(new Place(owner(element), attribute.getLocalName(), attribute.getNodeValue()));
                }
            }
            if (children(element).isEmpty() && (isExpression(element.getTextContent()) || CALLED.contains(element.getLocalName()))) {
                places.add(new Place(owner(element), element.getLocalName(), element.getTextContent().trim()));
            }
        }
        return places;
    }

    private static boolean isExpression(String text) {
        return text.contains("${") || text.contains("#{");
    }

    static String owner(Element element) {
        for (Node node = element; node instanceof Element e; node = node.getParentNode()) {
            if (e.hasAttribute("id") && !e.getLocalName().endsWith("Definition") && !e.getLocalName().endsWith("xpression")) {
                return e.getAttribute("id");
            }
        }
        return "definitions";
    }

    List<Call> calls() {
        return expressions().stream().flatMap(place -> place.call().stream()).toList();
    }

    static String camunda(BaseElement element, String attribute) {
        return element.getAttributeValueNs(CAMUNDA, attribute);
    }

    /** The value of an extension property, empty where it is not given. */
    static Optional<String> property(BaseElement element, String name) {
        if (element.getExtensionElements() == null) {
            return Optional.empty();
        }
        return element.getExtensionElements().getElementsQuery()
                .filterByType(org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties.class).list().stream()
                .flatMap(properties -> properties.getCamundaProperties().stream())
                .filter(property -> name.equals(property.getCamundaName()))
                .map(CamundaProperty::getCamundaValue).map(value -> value == null ? "" : value).findFirst();
    }

    /** The declared completion variables, name to type, in their order; a malformed part stands with an empty type. */
    static Map<String, String> fields(BaseElement element) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String part : property(element, "fields").orElse("").split(",")) {
            if (!part.isBlank()) {
                String[] pair = part.trim().split(":", 2);
                fields.put(pair[0].trim(), pair.length == 2 ? pair[1].trim() : "");
            }
        }
        return fields;
    }

    /** The file in {@code forms/} that an element shows. */
    static Optional<String> form(BaseElement element) {
        String key = camunda(element, "formKey");
        Matcher matcher = FORM.matcher(key == null ? "" : key);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /** User tasks, and start events that show a form: whatever may bring variables. */
    List<FlowNode> formed() {
        return all(FlowNode.class).stream().filter(node -> node instanceof UserTask || camunda(node, "formKey") != null).toList();
    }

    /** What may come back from a form: a task's fields; at the start nothing but the id of the case. */
    Map<String, String> accepted(FlowNode node) {
        return node instanceof UserTask ? fields(node) : property(process(), "case").map(name -> Map.of(name, "String")).orElse(Map.of());
    }

    /** The variable that names the case: what most calls begin with. */
    String caseVariable() {
        return calls().stream().filter(call -> !call.arguments().isEmpty())
                .collect(Collectors.groupingBy(call -> call.arguments().get(0), Collectors.counting())).entrySet().stream()
                .max(Map.Entry.comparingByValue()).map(Map.Entry::getKey).orElse("");
    }

    /** What a node sets for the steps behind it: Boolean fields of a form, the result of a call; name to type. */
    static Map<String, String> flagsSetBy(FlowNode node) {
        Map<String, String> flags = new LinkedHashMap<>();
        fields(node).forEach((name, type) -> {
            if (type.equals("Boolean")) {
                flags.put(name, type);
            }
        });
        String result = camunda(node, "resultVariable");
        if (result != null) {
            flags.put(result, "Boolean");
        }
        return flags;
    }

    /** The nodes from which a node can be reached, itself included. */
    Set<FlowNode> before(FlowNode node) {
        Deque<FlowNode> open = new ArrayDeque<>(List.of(node));
        Set<FlowNode> seen = new LinkedHashSet<>();
        while (!open.isEmpty()) {
            FlowNode next = open.pop();
            if (seen.add(next)) {
                all(SequenceFlow.class).stream().filter(flow -> flow.getTarget().equals(next)).forEach(flow -> open.push(flow.getSource()));
                if (next instanceof BoundaryEvent event) {
                    open.push(event.getAttachedTo());
                }
                if (next.getParentElement() instanceof FlowNode scope) {
                    open.push(scope);
                }
            }
        }
        return seen;
    }

    List<SequenceFlow> out(FlowNode node) {
        return all(SequenceFlow.class).stream().filter(flow -> flow.getSource().equals(node)).toList();
    }

    List<SequenceFlow> in(FlowNode node) {
        return all(SequenceFlow.class).stream().filter(flow -> flow.getTarget().equals(node)).toList();
    }

    /** Whether one can come back to a node without the engine ever waiting or saving in between. */
    boolean runsInCircle(FlowNode start, java.util.function.Predicate<FlowNode> waits) {
        Deque<FlowNode> open = new ArrayDeque<>(List.of(start));
        Set<FlowNode> seen = new HashSet<>();
        while (!open.isEmpty()) {
            for (SequenceFlow flow : out(open.pop())) {
                FlowNode next = flow.getTarget();
                if (!waits.test(next)) {
                    if (next.equals(start)) {
                        return true;
                    }
                    if (seen.add(next)) {
                        open.push(next);
                    }
                }
            }
        }
        return false;
    }
}
