package id.lindungdesa;

import static id.lindungdesa.ProcessModel.camunda;
import static id.lindungdesa.ProcessModel.fields;
import static id.lindungdesa.ProcessModel.flagsSetBy;
import static id.lindungdesa.ProcessModel.form;
import static id.lindungdesa.ProcessModel.property;

import id.lindungdesa.ProcessModel.Call;
import id.lindungdesa.ProcessModel.Place;
import id.lindungdesa.identity.Role;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Date;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.Task;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Component;
import org.springframework.util.ClassUtils;

/** What holds for every process model. A rule takes one model and returns what is wrong with it. */
final class ModelRules {

    static final Map<String, Class<?>> TYPES = Map.of("String", String.class, "Boolean", Boolean.class,
            "Long", Long.class, "Integer", Integer.class, "Date", Date.class);

    private static final Map<String, String> PREFIXES = Map.ofEntries(Map.entry("userTask", "UserTask"),
            Map.entry("serviceTask", "ServiceTask"), Map.entry("businessRuleTask", "BusinessRuleTask"),
            Map.entry("startEvent", "StartEvent"), Map.entry("endEvent", "EndEvent"),
            Map.entry("intermediateCatchEvent", "Event"), Map.entry("intermediateThrowEvent", "Event"),
            Map.entry("boundaryEvent", "Event"), Map.entry("exclusiveGateway", "Gateway"),
            Map.entry("parallelGateway", "Gateway"), Map.entry("eventBasedGateway", "Gateway"),
            Map.entry("subProcess", "SubProcess"), Map.entry("callActivity", "CallActivity"),
            Map.entry("sequenceFlow", "Flow"), Map.entry("message", "Message"));
    private static final Set<String> FORBIDDEN = Set.of("scriptTask", "script", "executionListener", "taskListener",
            "connector", "task", "manualTask", "sendTask", "receiveTask", "inclusiveGateway", "complexGateway",
            "formData", "field");
    private static final Set<String> FORBIDDEN_ATTRIBUTES = Set.of("class", "delegateExpression", "type", "topic",
            "assignee", "candidateUsers", "initiator", "skipExpression", "formRef");
    /** Parts of a form by which something is recorded before the decision. */
    private static final Set<String> RECORDS_FIRST = Set.of("ld-post", "ld-upload", "ld-roster", "ld-papers", "ld-clock", "ld-link");
    private static final Pattern DEADLINE = Pattern.compile("[1-9]\\d* (PROVINCE|REGENCY|BPJS|BANK)");
    private static final Pattern KEBAB = Pattern.compile("[a-z]+(-[a-z0-9]+)*");
    private static final Pattern VERB_OBJECT = Pattern.compile("[a-z]+(-[a-z0-9]+)+\\.html");
    private static final Pattern PASCAL = Pattern.compile("([A-Z][a-z0-9]+)+");
    private static final Pattern CAMEL = Pattern.compile("[a-z][A-Za-z0-9]*");

    interface Rule {
        List<Fault> faults(ProcessModel model, ModelFiles files, TaskBeans beans);
    }

    /** All rules, by the sentence that each keeps true. */
    static Map<String, Rule> all() {
        Map<String, Rule> rules = new LinkedHashMap<>();
        rules.put("a file is named after the one process inside it", (model, files, beans) -> fileNames(model));
        rules.put("a process is executable, named and has its time to live", (model, files, beans) -> header(model));
        rules.put("ids follow the convention", (model, files, beans) -> ids(model));
        rules.put("models hold no code", (model, files, beans) -> code(model));
        rules.put("an expression is a call or one flag", (model, files, beans) -> expressions(model));
        rules.put("every call meets a method", (model, files, beans) -> calls(model, beans));
        rules.put("every call is given what is there, in its type", (model, files, beans) -> arguments(model, beans));
        rules.put("every gateway decides on a flag that is set before it", (model, files, beans) -> gateways(model));
        rules.put("every declared variable is used", (model, files, beans) -> unused(model));
        rules.put("a user task says who, why, until when and with what", (model, files, beans) -> userTasks(model));
        rules.put("a user task is followed at once by the step that records it", (model, files, beans) -> recording(model));
        rules.put("a loop without a wait has a save point", (model, files, beans) -> loops(model));
        rules.put("a form exists and its fields are the declared ones", (model, files, beans) -> forms(model, files));
        rules.put("what may be decided many at once is a yes or a no with a note", (model, files, beans) -> bulk(model, files));
        rules.put("messages are named after what happened, and told by Java", (model, files, beans) -> messages(model, files));
        rules.put("a decision exists and is bound to the deployment", (model, files, beans) -> decisions(model, files));
        rules.put("everything has a label", (model, files, beans) -> labels(model));
        rules.put("everything is drawn, nothing on top of another", (model, files, beans) -> drawing(model));
        return rules;
    }

    private static List<Fault> fileNames(ProcessModel model) {
        List<Fault> faults = new ArrayList<>();
        if (model.all(Process.class).size() != 1) {
            faults.add(model.fault("definitions", "holds %d processes, one is one file".formatted(model.all(Process.class).size())));
        }
        for (Process process : model.all(Process.class)) {
            if (!model.file.equals(process.getId() + ".bpmn")) {
                faults.add(model.fault(process, "is in a file of another name"));
            }
            if (!KEBAB.matcher(process.getId()).matches()) {
                faults.add(model.fault(process, "is not kebab-case"));
            }
        }
        return faults;
    }

    private static List<Fault> header(ProcessModel model) {
        List<Fault> faults = new ArrayList<>();
        Process process = model.process();
        if (!process.isExecutable()) {
            faults.add(model.fault(process, "is not executable"));
        }
        if (!"P1825D".equals(camunda(process, "historyTimeToLive"))) {
            faults.add(model.fault(process, "camunda:historyTimeToLive is not P1825D"));
        }
        if (blank(process.getName())) {
            faults.add(model.fault(process, "has no name"));
        }
        String caseVariable = property(process, "case").orElse(model.caseVariable());
        if (!caseVariable.equals(model.caseVariable())) {
            faults.add(model.fault(process, "names its case '%s', its calls '%s'".formatted(caseVariable, model.caseVariable())));
        }
        property(process, "startable").ifPresent(roles -> {
            roleFaults(roles).forEach(what -> faults.add(model.fault(process, what)));
            if (property(process, "case").isEmpty()) {
                faults.add(model.fault(process, "is startable and has no property case"));
            }
        });
        if (camunda(process, "versionTag") != null) {
            faults.add(model.fault(process, "has a version tag; the deployment's version is enough"));
        }
        return faults;
    }

    private static List<Fault> ids(ProcessModel model) {
        List<Fault> faults = new ArrayList<>();
        for (var element : model.elements()) {
            String prefix = PREFIXES.get(element.getLocalName());
            String id = element.getAttribute("id");
            if (prefix != null && !(id.startsWith(prefix + "_") && PASCAL.matcher(id.substring(prefix.length() + 1)).matches())) {
                faults.add(model.fault(id.isEmpty() ? element.getLocalName() : id, "is not " + prefix + "_ and words in PascalCase"));
            }
        }
        return faults;
    }

    private static List<Fault> code(ProcessModel model) {
        List<Fault> faults = new ArrayList<>();
        for (var element : model.elements()) {
            String name = element.getLocalName();
            if (FORBIDDEN.contains(name)) {
                faults.add(model.fault(ProcessModel.owner(element), "holds a " + name));
            }
            FORBIDDEN_ATTRIBUTES.stream().filter(attribute -> element.hasAttributeNS(ProcessModel.CAMUNDA, attribute))
                    .forEach(attribute -> faults.add(model.fault(ProcessModel.owner(element), "has camunda:" + attribute)));
            if (name.equals("multiInstanceLoopCharacteristics") && element.getParentNode().getLocalName().equals("callActivity")) {
                faults.add(model.fault(ProcessModel.owner(element), "calls many at once; open them by a job in chunks"));
            }
            if (element.hasAttribute("language") || element.hasAttribute("scriptFormat")) {
                faults.add(model.fault(ProcessModel.owner(element), "has an expression in another language"));
            }
        }
        for (ServiceTask task : model.all(ServiceTask.class)) {
            if (camunda(task, "expression") == null) {
                faults.add(model.fault(task, "calls nothing: camunda:expression is missing"));
            }
        }
        return faults;
    }

    private static List<Fault> expressions(ProcessModel model) {
        List<Fault> faults = new ArrayList<>();
        for (Place place : model.expressions()) {
            boolean fits = switch (place.holder()) {
                case "conditionExpression" -> place.flag().isPresent();
                case "businessKey" -> place.text().equals("#{execution.processBusinessKey}") || place.text().equals("${execution.processBusinessKey}");
                default -> place.call().isPresent();
            };
            if (!fits) {
                faults.add(model.fault(place.element(), "%s is neither a call ${bean.method(a, b)} nor, in a condition, one flag: %s"
                        .formatted(place.holder(), place.text())));
            }
        }
        return faults;
    }

    private static List<Fault> calls(ProcessModel model, TaskBeans beans) {
        List<Fault> faults = new ArrayList<>();
        for (Place place : model.expressions()) {
            place.call().ifPresent(call -> callFault(call, beans).forEach(what -> faults.add(model.fault(place.element(), what))));
            place.call().ifPresent(call -> beans.methods(call.bean(), call.method()).forEach(method -> {
                Class<?> result = method.getReturnType();
                boolean fits = switch (place.holder()) {
                    case "candidateGroups" -> result == String.class || Collection.class.isAssignableFrom(result);
                    case "dueDate", "followUpDate" -> result == Date.class;
                    case "timeDate", "timeDuration", "timeCycle" -> result == Date.class || result == String.class;
                    default -> model.node(place.element()).map(node -> camunda(node, "resultVariable")).isEmpty() || isBoolean(result);
                };
                if (!fits) {
                    faults.add(model.fault(place.element(), "%s.%s returns %s, which does not do for %s".formatted(call.bean(),
                            call.method(), result.getSimpleName(), place.holder())));
                }
            }));
        }
        return faults;
    }

    private static List<String> callFault(Call call, TaskBeans beans) {
        var type = beans.named(call.bean());
        if (type.isEmpty()) {
            return List.of("no class named *Tasks is the bean " + call.bean());
        }
        List<String> faults = new ArrayList<>();
        if (!Modifier.isPublic(type.get().getModifiers())) {
            faults.add(type.get().getSimpleName() + " is not public, the expression language cannot call it");
        }
        if (!AnnotatedElementUtils.hasAnnotation(type.get(), Component.class)) {
            faults.add(type.get().getSimpleName() + " is no @Component");
        }
        List<Method> methods = beans.methods(call.bean(), call.method());
        if (methods.size() != 1) {
            faults.add("%s has %d public methods %s, not one".formatted(type.get().getSimpleName(), methods.size(), call.method()));
        }
        return faults;
    }

    private static boolean isBoolean(Class<?> type) {
        return ClassUtils.resolvePrimitiveIfNecessary(type) == Boolean.class;
    }

    private static List<Fault> arguments(ProcessModel model, TaskBeans beans) {
        List<Fault> faults = new ArrayList<>();
        String caseVariable = model.caseVariable();
        if (!caseVariable.endsWith("Id")) {
            faults.add(model.fault(model.process(), "calls do not begin with the case's id, but with '%s'".formatted(caseVariable)));
        }
        for (Place place : model.expressions()) {
            for (Call call : place.call().stream().toList()) {
                Map<String, String> there = there(model, place, caseVariable);
                if (call.arguments().isEmpty() || !call.arguments().get(0).equals(caseVariable)) {
                    faults.add(model.fault(place.element(), "%s does not begin with %s".formatted(call.method(), caseVariable)));
                }
                for (String argument : call.arguments()) {
                    if (!there.containsKey(argument)) {
                        faults.add(model.fault(place.element(), "%s needs '%s', which is not there; there are %s".formatted(
                                call.method(), argument, there.keySet())));
                    }
                }
                beans.methods(call.bean(), call.method()).forEach(method ->
                        parameterFaults(call, method, there).forEach(what -> faults.add(model.fault(place.element(), what))));
            }
        }
        return faults;
    }

    private static List<String> parameterFaults(Call call, Method method, Map<String, String> there) {
        Parameter[] parameters = method.getParameters();
        if (parameters.length != call.arguments().size()) {
            return List.of("%s takes %d parameters, the model gives %d".formatted(method.getName(), parameters.length, call.arguments().size()));
        }
        List<String> faults = new ArrayList<>();
        for (int i = 0; i < parameters.length; i++) {
            String argument = call.arguments().get(i);
            if (!parameters[i].getName().equals(argument)) {
                faults.add("%s takes %s where the model gives %s".formatted(method.getName(), parameters[i].getName(), argument));
            }
            Class<?> type = TYPES.get(there.getOrDefault(argument, ""));
            Class<?> parameter = ClassUtils.resolvePrimitiveIfNecessary(parameters[i].getType());
            if (type != null && parameter != type) {
                faults.add("%s takes %s as %s, the model has a %s".formatted(method.getName(), argument,
                        parameter.getSimpleName(), type.getSimpleName()));
            }
        }
        return faults;
    }

    /** The variables that a call may count on: the case's id, flags set before, and right behind a user task its fields. */
    private static Map<String, String> there(ProcessModel model, Place place, String caseVariable) {
        Map<String, String> there = new LinkedHashMap<>();
        there.put(caseVariable, "String");
        model.node(place.element()).ifPresent(node -> {
            model.before(node).stream().filter(before -> !before.equals(node)).forEach(before -> there.putAll(flagsSetBy(before)));
            model.in(node).forEach(flow -> there.putAll(fields(flow.getSource())));
        });
        return there;
    }

    private static List<Fault> gateways(ProcessModel model) {
        List<Fault> faults = new ArrayList<>();
        for (SequenceFlow flow : model.all(SequenceFlow.class)) {
            if (flow.getConditionExpression() != null && !(flow.getSource() instanceof ExclusiveGateway)) {
                faults.add(model.fault(flow, "has a condition but does not leave an exclusive gateway"));
            }
        }
        for (FlowNode node : model.all(FlowNode.class)) {
            if (!(node instanceof Gateway) && model.out(node).size() > 1) {
                faults.add(model.fault(node, "has several ways out and is no gateway"));
            }
        }
        for (ExclusiveGateway gateway : model.all(ExclusiveGateway.class)) {
            List<SequenceFlow> out = model.out(gateway);
            Set<String> set = new HashSet<>();
            model.before(gateway).forEach(node -> set.addAll(flagsSetBy(node).keySet()));
            Set<String> conditions = new HashSet<>();
            for (SequenceFlow flow : out) {
                if (flow.getConditionExpression() == null) {
                    if (out.size() > 1 && !flow.equals(gateway.getDefault())) {
                        faults.add(model.fault(flow, "has no condition and is not the default"));
                    }
                    continue;
                }
                new Place(flow.getId(), "conditionExpression", flow.getConditionExpression().getTextContent().trim()).flag().ifPresent(flag -> {
                    if (!conditions.add((flag.affirmed() ? "" : "!") + flag.name())) {
                        faults.add(model.fault(flow, "has the condition of another flow"));
                    }
                    if (!set.contains(flag.name())) {
                        faults.add(model.fault(flow, "'%s' is set by nothing before; set are %s".formatted(flag.name(), set)));
                    }
                });
            }
            boolean complete = gateway.getDefault() != null || conditions.stream().anyMatch(c -> conditions.contains("!" + c));
            if (out.size() > 1 && !complete) {
                faults.add(model.fault(gateway, "may find no way out: neither a default nor a flag and its opposite"));
            }
        }
        return faults;
    }

    private static List<Fault> unused(ProcessModel model) {
        List<Fault> faults = new ArrayList<>();
        Set<String> flags = model.all(SequenceFlow.class).stream().filter(flow -> flow.getConditionExpression() != null)
                .flatMap(flow -> new Place(flow.getId(), "", flow.getConditionExpression().getTextContent().trim()).flag().stream())
                .map(ProcessModel.Flag::name).collect(Collectors.toSet());
        for (FlowNode node : model.all(FlowNode.class)) {
            String result = camunda(node, "resultVariable");
            if (result != null && !flags.contains(result)) {
                faults.add(model.fault(node, "sets '%s', which no gateway reads".formatted(result)));
            }
            if (node instanceof UserTask) {
                Set<String> taken = model.out(node).stream().map(flow -> camunda(flow.getTarget(), "expression")).filter(java.util.Objects::nonNull)
                        .flatMap(text -> new Place("", "", text).call().stream()).flatMap(call -> call.arguments().stream()).collect(Collectors.toSet());
                fields(node).keySet().stream().filter(field -> !taken.contains(field))
                        .forEach(field -> faults.add(model.fault(node, "asks for '%s', which the recording step does not take".formatted(field))));
            }
        }
        return faults;
    }

    private static List<Fault> userTasks(ProcessModel model) {
        List<Fault> faults = new ArrayList<>();
        for (UserTask task : model.all(UserTask.class)) {
            if (camunda(task, "candidateGroups") == null) {
                faults.add(model.fault(task, "has no camunda:candidateGroups"));
            }
            for (String property : List.of("fields", "legalBasis", "deadline")) {
                if (property(task, property).isEmpty() || !property.equals("fields") && property(task, property).get().isBlank()) {
                    faults.add(model.fault(task, "has no property " + property));
                }
            }
            String deadline = property(task, "deadline").orElse("");
            boolean due = camunda(task, "dueDate") != null;
            if (!(deadline.equals("case") ? due : DEADLINE.matcher(deadline).matches() && !due)) {
                faults.add(model.fault(task, "deadline is neither working days with a calendar, nor 'case' with a camunda:dueDate: " + deadline));
            }
            property(task, "role").ifPresent(roles ->
                    roleFaults(roles).forEach(what -> faults.add(model.fault(task, what))));
            fields(task).forEach((name, type) -> {
                if (!CAMEL.matcher(name).matches() || !TYPES.containsKey(type)) {
                    faults.add(model.fault(task, "field '%s:%s' is not name:Type with one of %s".formatted(name, type, new java.util.TreeSet<>(TYPES.keySet()))));
                }
            });
        }
        return faults;
    }

    private static List<String> roleFaults(String roles) {
        return Arrays.stream(roles.split(",")).map(String::trim).filter(role -> Role.of(role).isEmpty())
                .map("role '%s' is unknown"::formatted).toList();
    }

    private static List<Fault> recording(ProcessModel model) {
        List<Fault> faults = new ArrayList<>();
        for (UserTask task : model.all(UserTask.class)) {
            List<SequenceFlow> out = model.out(task);
            if (out.size() != 1 || !(out.get(0).getTarget() instanceof ServiceTask step)) {
                faults.add(model.fault(task, "is not followed by the service task that records it"));
                continue;
            }
            if (task.isCamundaAsyncAfter() || step.isCamundaAsyncBefore() || step.isCamundaAsync()) {
                faults.add(model.fault(task, "has a save point before " + step.getId() + " records it"));
            }
            if (model.in(step).size() != 1) {
                faults.add(model.fault(step, "records a user task and is reached from elsewhere too"));
            }
        }
        return faults;
    }

    private static List<Fault> loops(ProcessModel model) {
        return model.all(ServiceTask.class).stream()
                .filter(task -> model.runsInCircle(task, ModelRules::waits) && !waits(task))
                .map(task -> model.fault(task, "runs in a circle in one transaction; camunda:asyncBefore belongs on a step of it"))
                .toList();
    }

    private static boolean waits(FlowNode node) {
        // the model API refuses to say of an event-based gateway whether it has a save point behind it
        return node instanceof EventBasedGateway || node.isCamundaAsyncBefore() || node.isCamundaAsyncAfter()
                || node instanceof UserTask || node instanceof IntermediateCatchEvent;
    }

    private static List<Fault> forms(ProcessModel model, ModelFiles files) {
        List<Fault> faults = new ArrayList<>();
        for (FlowNode node : model.formed()) {
            var name = form(node);
            if (name.isEmpty()) {
                if (node instanceof UserTask || camunda(node, "formKey") != null) {
                    faults.add(model.fault(node, "camunda:formKey is not embedded:deployment:forms/<verb-object>.html"));
                }
                continue;
            }
            if (!VERB_OBJECT.matcher(name.get()).matches()) {
                faults.add(model.fault(node, name.get() + " is not named verb-object.html"));
            }
            if (!files.forms().containsKey(name.get())) {
                faults.add(model.fault(node, "forms/" + name.get() + " does not exist"));
                continue;
            }
            FormPage page = new FormPage(files.forms().get(name.get()));
            Map<String, String> declared = model.accepted(node);
            page.variables().forEach((variable, type) -> {
                if (!declared.containsKey(variable)) {
                    faults.add(model.fault(node, "%s sends '%s', which is not declared".formatted(name.get(), variable)));
                } else if (!declared.get(variable).equals(type)) {
                    faults.add(model.fault(node, "%s sends '%s' as %s, declared is %s".formatted(name.get(), variable, type, declared.get(variable))));
                }
            });
            declared.keySet().stream().filter(variable -> !page.variables().containsKey(variable))
                    .forEach(variable -> faults.add(model.fault(node, "%s does not ask for '%s'".formatted(name.get(), variable))));
            if (node instanceof UserTask && page.ofClass("ld-sheet").isEmpty()) {
                faults.add(model.fault(node, name.get() + " shows no case: ld-sheet is missing"));
            }
        }
        return faults;
    }

    private static List<Fault> bulk(ProcessModel model, ModelFiles files) {
        List<Fault> faults = new ArrayList<>();
        for (UserTask task : model.all(UserTask.class)) {
            if (property(task, "bulk").isEmpty()) {
                continue;
            }
            if (!property(task, "bulk").get().equals("true")) {
                faults.add(model.fault(task, "has a property bulk that is not true"));
            }
            if (!fields(task).equals(Map.of("approved", "Boolean", "note", "String"))) {
                faults.add(model.fault(task, "is decided in bulk, but asks for more than approved and note"));
            }
            FormPage page = new FormPage(form(task).map(name -> files.forms().getOrDefault(name, "")).orElse(""));
            RECORDS_FIRST.stream().filter(part -> !page.ofClass(part).isEmpty())
                    .forEach(part -> faults.add(model.fault(task, "is decided in bulk, but its form has an " + part)));
        }
        return faults;
    }

    private static List<Fault> messages(ProcessModel model, ModelFiles files) {
        List<Fault> faults = new ArrayList<>();
        for (Message message : model.all(Message.class)) {
            String name = message.getName() == null ? "" : message.getName();
            if (!PASCAL.matcher(name).matches() || !message.getId().equals("Message_" + name)) {
                faults.add(model.fault(message, "is not Message_ and its name in PascalCase: '%s'".formatted(name)));
            }
            if (!model.xml.contains("messageRef=\"" + message.getId() + '"')) {
                faults.add(model.fault(message, "is waited for by nothing"));
            }
            if (!files.namedInJava(name)) {
                faults.add(model.fault(message, "is told by nothing: \"%s\" does not occur in Java".formatted(name)));
            }
        }
        return faults;
    }

    private static List<Fault> decisions(ProcessModel model, ModelFiles files) {
        List<Fault> faults = new ArrayList<>();
        for (BusinessRuleTask task : model.all(BusinessRuleTask.class)) {
            String decision = camunda(task, "decisionRef");
            if (decision != null) {
                if (!files.decisions().containsKey(decision + ".dmn")) {
                    faults.add(model.fault(task, "processes/%s.dmn does not exist".formatted(decision)));
                }
                if (!"deployment".equals(camunda(task, "decisionRefBinding"))) {
                    faults.add(model.fault(task, "camunda:decisionRefBinding is not deployment"));
                }
            }
        }
        for (var call : model.all(org.camunda.bpm.model.bpmn.instance.CallActivity.class)) {
            if (!files.processes().containsKey(call.getCalledElement() + ".bpmn") || !"deployment".equals(camunda(call, "calledElementBinding"))) {
                faults.add(model.fault(call, "calls no process of this deployment (calledElement, calledElementBinding)"));
            }
        }
        return faults;
    }

    private static List<Fault> labels(ProcessModel model) {
        List<Fault> faults = new ArrayList<>();
        for (FlowNode node : model.all(FlowNode.class)) {
            boolean joins = node instanceof Gateway && model.out(node).size() < 2 || node instanceof org.camunda.bpm.model.bpmn.instance.ParallelGateway;
            if (!joins && blank(node.getName())) {
                faults.add(model.fault(node, "has no label"));
            }
            if (node.getName() != null && FormRules.inEnglish(node.getName())) {
                faults.add(model.fault(node, "has a label in English: " + node.getName()));
            }
            if (node instanceof ExclusiveGateway && model.out(node).size() > 1) {
                model.out(node).stream().filter(flow -> blank(flow.getName()))
                        .forEach(flow -> faults.add(model.fault(flow, "leaves a question without an answer as its label")));
            }
        }
        return faults;
    }

    private static List<Fault> drawing(ProcessModel model) {
        List<Fault> faults = new ArrayList<>();
        Map<BaseElement, Bounds> drawn = new LinkedHashMap<>();
        model.all(BpmnShape.class).stream().filter(shape -> shape.getBpmnElement() != null)
                .forEach(shape -> drawn.put(shape.getBpmnElement(), shape.getBounds()));
        Set<BaseElement> lines = model.all(BpmnEdge.class).stream()
                .filter(edge -> edge.getWaypoints().size() > 1).map(BpmnEdge::getBpmnElement).collect(Collectors.toSet());
        model.all(FlowNode.class).stream().filter(node -> !drawn.containsKey(node))
                .forEach(node -> faults.add(model.fault(node, "is not drawn")));
        model.all(SequenceFlow.class).stream().filter(flow -> !lines.contains(flow))
                .forEach(flow -> faults.add(model.fault(flow, "is not drawn")));
        List<BaseElement> solid = drawn.keySet().stream().filter(e -> (e instanceof Task || e instanceof Gateway
                || e instanceof org.camunda.bpm.model.bpmn.instance.Event) && !(e instanceof BoundaryEvent) && !(e instanceof SubProcess)).toList();
        for (int i = 0; i < solid.size(); i++) {
            for (int j = i + 1; j < solid.size(); j++) {
                if (overlap(drawn.get(solid.get(i)), drawn.get(solid.get(j)))) {
                    faults.add(model.fault(solid.get(i), "lies on " + solid.get(j).getId()));
                }
            }
        }
        return faults;
    }

    private static boolean overlap(Bounds a, Bounds b) {
        return a.getX() < b.getX() + b.getWidth() && b.getX() < a.getX() + a.getWidth()
                && a.getY() < b.getY() + b.getHeight() && b.getY() < a.getY() + a.getHeight();
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }

    private ModelRules() {}
}
