package id.lindungdesa.bench;

import id.lindungdesa.claim.AskedAssessments;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;

/** Assessments in a second on one core: one thread that asks the worked cases in turn, by three ways in the same run. */
final class Assessments {

    private final BenchApplication application;
    private final People people;
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();

    Assessments(BenchApplication application) {
        this.application = application;
        this.people = application.people();
    }

    /** What one way took in one round. */
    private record Took(int asked, double seconds, double cpuSeconds) {}

    Report run(int seconds, int rounds) throws Exception {
        new Province("36", 1).load(application, people, true);
        AskedAssessments asked = new AskedAssessments(application.context());
        Map<String, Callable<?>> ways = new LinkedHashMap<>();
        ways.put("the rule book of the application", asked::assessed);
        ways.put("the tables alone, each cell read anew", asked::evaluated);
        ways.put("POST /api/claims/assessment, one caller", () -> people.send("assess", "bpjs-verifikator-" + new Province("36", 1).branch(), "POST",
                "/api/claims/assessment", Province.bytes(asked.body()), "application/json"));
        Map<String, Times> perSecond = new LinkedHashMap<>();
        Map<String, Times> cpu = new LinkedHashMap<>();
        for (int round = -1; round < rounds; round++) {       // the first warms up
            for (var way : ways.entrySet()) {
                Took took = ask(way.getValue(), seconds);
                if (round >= 0) {
                    perSecond.computeIfAbsent(way.getKey(), none -> new Times()).add(took.asked() / took.seconds());
                    cpu.computeIfAbsent(way.getKey(), none -> new Times()).add(took.asked() / took.cpuSeconds());
                }
            }
        }
        Report report = new Report("Assessments on one thread (%d worked cases in turn, %d rounds of %d s; median, least–most)"
                .formatted(asked.kinds(), rounds, seconds));
        report.table("way", "assessments in a second", "in a second of the thread's own CPU", "against the rule book");
        Times ours = perSecond.get("the rule book of the application");
        perSecond.forEach((way, times) -> report.row(way, times.spread(1), way.startsWith("POST") ? "-" : cpu.get(way).spread(1),
                times.median() / ours.median()));
        return report;
    }

    private Took ask(Callable<?> way, int seconds) throws Exception {
        long cpu = threads.getCurrentThreadCpuTime();
        long start = System.nanoTime();
        int asked = 0;
        while (System.nanoTime() - start < seconds * 1_000_000_000L) {
            way.call();
            asked++;
        }
        return new Took(asked, (System.nanoTime() - start) / 1e9, (threads.getCurrentThreadCpuTime() - cpu) / 1e9);
    }
}
