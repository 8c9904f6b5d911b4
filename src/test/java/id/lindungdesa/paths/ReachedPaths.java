package id.lindungdesa.paths;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;

/** A model held against what the tests reached of it. */
record ReachedPaths(String process, BpmnModelInstance model, Set<String> elements, Set<String> reached) {

    /** One file of each JVM that ran tests. */
    static final Path FOLDER = Path.of("target", "path-coverage");
    static final Path FILE = FOLDER.resolve("reached-%s%s.txt".formatted(System.getProperty("paths.part", ""),
            System.getProperty("surefire.forkNumber", "1")));

    /** @param reached lines {@code process element}, of any process */
    static ReachedPaths of(BpmnModelInstance model, Collection<String> reached) {
        String process = model.getModelElementsByType(Process.class).iterator().next().getId();
        Set<String> elements = new TreeSet<>();
        Stream.of(FlowNode.class, SequenceFlow.class).flatMap(type -> model.getModelElementsByType(type).stream())
                .map(FlowElement.class::cast).forEach(element -> elements.add(element.getId()));
        Set<String> of = new TreeSet<>();
        reached.stream().filter(line -> line.startsWith(process + " "))
                .forEach(line -> of.add(line.substring(process.length() + 1)));
        flowsThatFollow(model, of);
        return new ReachedPaths(process, model, elements, of);
    }

    /** The engine takes no flow behind an event-based gateway: it goes straight to the event that happened. */
    private static void flowsThatFollow(BpmnModelInstance model, Set<String> reached) {
        Collection<SequenceFlow> flows = model.getModelElementsByType(SequenceFlow.class);
        flows.stream().filter(flow -> flow.getSource() instanceof EventBasedGateway
                        && flows.stream().filter(other -> other.getTarget().equals(flow.getTarget())).count() == 1)
                .filter(flow -> reached.contains(flow.getTarget().getId()))
                .forEach(flow -> reached.add(flow.getId()));
    }

    static List<ReachedPaths> ofTheProject(Collection<String> reached) {
        try (Stream<Path> files = Files.list(Path.of("processes"))) {
            return files.filter(file -> file.toString().endsWith(".bpmn")).sorted()
                    .map(file -> of(Bpmn.readModelFromFile(file.toFile()), reached)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Set<String> missing() {
        Set<String> missing = new TreeSet<>(elements);
        missing.removeAll(reached);
        return missing;
    }

    @Override
    public String toString() {
        return "%s: %d of %d nodes and flows reached".formatted(process, elements.size() - missing().size(), elements.size());
    }
}
