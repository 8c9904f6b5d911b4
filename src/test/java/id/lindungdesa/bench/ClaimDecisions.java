package id.lindungdesa.bench;

import id.lindungdesa.claim.ReportedClaims;
import id.lindungdesa.enrolment.Worker;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;

/**
 * Claims from report to decision, against the same process whose steps do nothing: same tasks for the same people, same
 * flags, same engine and database, turn by turn in one run. The ratio is what our steps cost beside the engine's.
 */
final class ClaimDecisions {

    private static final String EMPTY = "claim-empty";
    private static final int THREADS = 4;

    private final BenchApplication application;
    private final ProcessEngine engine;
    private final ReportedClaims claims;

    ClaimDecisions(BenchApplication application) {
        this.application = application;
        this.engine = application.bean(ProcessEngine.class);
        this.claims = new ReportedClaims(application.context());
    }

    Report run(int claimsEach, int rounds) throws Exception {
        Map<String, String> groups = new HashMap<>();
        UUID sample = claims.reported(claims.worker());
        decide(ReportedClaims.PROCESS, sample, groups);
        application.register("emptyTasks", EmptySteps.class, new EmptySteps(flagsOf(sample)));
        engine.getRepositoryService().createDeployment().addString(EMPTY + ".bpmn", emptied(groups)).deploy();
        Times ours = new Times();
        Times empty = new Times();
        for (int round = -1; round < rounds; round++) {       // the first warms up
            Queue<Worker> workers = new ConcurrentLinkedQueue<>();
            for (int i = 0; i < claimsEach; i++) {
                workers.add(claims.worker());
            }
            double real = perSecond(claimsEach, () -> claims.reported(workers.poll()), ReportedClaims.PROCESS);
            double bare = perSecond(claimsEach, this::started, EMPTY);
            if (round >= 0) {
                ours.add(real);
                empty.add(bare);
            }
        }
        Report report = new Report("Claims from report to decision (%d rounds of %d each, %d at a time; in a second: median, least–most)"
                .formatted(rounds, claimsEach, THREADS));
        report.table("process", "claims in a second", "against empty steps");
        report.row("claim-approval as it is", ours.spread(1), ours.median() / empty.median());
        report.row("the same with empty steps", empty.spread(1), 1.0);
        return report;
    }

    private UUID started() {
        UUID id = UUID.randomUUID();
        engine.getRuntimeService().startProcessInstanceByKey(EMPTY, id.toString(), Map.of("claimId", id.toString()));
        return id;
    }

    private double perSecond(int count, Callable<UUID> start, String process) throws Exception {
        ExecutorService people = Executors.newFixedThreadPool(THREADS);
        long began = System.nanoTime();
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                all.add(people.submit(() -> {
                    decide(process, start.call(), null);
                    return null;
                }));
            }
            for (Future<?> one : all) {
                one.get();
            }
        } finally {
            people.shutdown();
        }
        return count / ((System.nanoTime() - began) / 1e9);
    }

    private void decide(String process, UUID caseId, Map<String, String> groups) throws InterruptedException {
        for (long deadline = System.nanoTime() + 60_000_000_000L; System.nanoTime() < deadline; ) {
            Task open = engine.getTaskService().createTaskQuery().processDefinitionKey(process).processInstanceBusinessKey(caseId.toString()).singleResult();
            if (open == null) {
                Thread.sleep(2);    // a job is at it
                continue;
            }
            if (groups != null) {
                groups.put(open.getTaskDefinitionKey(), engine.getTaskService().getIdentityLinksForTask(open.getId()).get(0).getGroupId());
            }
            if (open.getTaskDefinitionKey().equals(ReportedClaims.DECIDED)) {
                return;
            }
            claims.completed(process, caseId, open.getTaskDefinitionKey());
        }
        throw new IllegalStateException(caseId + " was not decided");
    }

    private Map<String, Object> flagsOf(UUID claim) {
        Map<String, Object> flags = new HashMap<>();
        engine.getHistoryService().createHistoricVariableInstanceQuery().processInstanceId(engine.getHistoryService()
                .createHistoricProcessInstanceQuery().processInstanceBusinessKey(claim.toString()).singleResult().getId()).list()
                .forEach(variable -> flags.put(variable.getName(), variable.getValue()));
        return flags;
    }

    /** The model in force under another name, every call of ours taken out. */
    private String emptied(Map<String, String> groups) throws Exception {
        String id = engine.getRepositoryService().createProcessDefinitionQuery().processDefinitionKey(ReportedClaims.PROCESS).latestVersion()
                .singleResult().getId();
        String xml;
        try (var model = engine.getRepositoryService().getProcessModel(id)) {
            xml = new String(model.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        }
        xml = xml.replace("\"" + ReportedClaims.PROCESS + "\"", "\"" + EMPTY + "\"").replaceAll("(<bpmn:message [^>]*name=\")", "$1Bench");
        Matcher elements = Pattern.compile("<bpmn:\\w+ [^>]*Tasks\\.[^>]*>").matcher(xml);
        xml = elements.replaceAll(element -> Matcher.quoteReplacement(emptied(element.group(), groups)));
        return xml.replaceAll("\\$\\{\\w+Tasks\\.(?!given|nothing|later)\\w+\\([^)]*\\)}", Matcher.quoteReplacement("${emptyTasks.later()}"));
    }

    private static String emptied(String element, Map<String, String> groups) {
        Matcher result = Pattern.compile("resultVariable=\"(\\w+)\"").matcher(element);
        String step = result.find() ? "${emptyTasks.given('" + result.group(1) + "')}" : "${emptyTasks.nothing()}";
        Matcher id = Pattern.compile("id=\"(\\w+)\"").matcher(element);
        String group = id.find() ? groups.getOrDefault(id.group(1), "nobody") : "nobody";
        return element.replaceAll("camunda:expression=\"[^\"]*\"", Matcher.quoteReplacement("camunda:expression=\"" + step + "\""))
                .replaceAll("camunda:candidateGroups=\"[^\"]*\"", "camunda:candidateGroups=\"" + group + "\"")
                .replaceAll(" camunda:(dueDate|followUpDate)=\"[^\"]*\"", "");
    }
}
