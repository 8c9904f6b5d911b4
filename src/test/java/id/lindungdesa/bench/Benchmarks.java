package id.lindungdesa.bench;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;

/**
 * Measures the application, as ratios whose two sides run in one go: {@code mvn -Pbenchmark verify -Dbenchmark=opening},
 * or several names with commas between. Each starts the real application on a real, durable PostgreSQL of its own; what
 * was measured, on which machine, stands in {@code docs/measurements/speed.md}.
 */
public final class Benchmarks {

    private Benchmarks() {}

    private static Map<String, Callable<Report>> all() {
        Map<String, Callable<Report>> all = new LinkedHashMap<>();
        all.put("opening", () -> in("opening", false, application -> new Opening(application).run(
                Size.of("villages", 1_562), Size.of("rounds", 3))));
        all.put("tasklist", () -> in("tasklist", false, application -> new TaskLists(application).run(
                Size.of("few", 1_000), Size.of("many", 80_000), Size.of("rounds", 2))));
        all.put("roster", () -> in("roster", false, application -> new RosterAgainstCopy(application).run(
                Size.of("villages", 1_562), Size.of("rounds", 5))));
        all.put("decree", () -> in("decree", false, application -> new DecreeSizes(application).run(
                Size.of("villages", 1_562), Size.of("times", 10), Size.of("rounds", 3))));
        all.put("chain-money", () -> in("chain", false, application -> new Chain(application).money(Size.of("villages", 1_562))));
        all.put("chain-people", () -> in("chain", true, application -> new Chain(application).people(
                Size.of("villages", 1_562), Size.of("claims", 300))));
        all.put("statements", () -> in("statements", false, application -> new Statements(application).run(
                Size.of("villages", 200))));
        all.put("assessments", () -> in("assessments", false, application -> new Assessments(application).run(
                Size.of("seconds", 10), Size.of("rounds", 5))));
        all.put("claims", () -> in("claims", false, application -> new ClaimDecisions(application).run(
                Size.of("claims", 200), Size.of("rounds", 5))));
        all.put("footprint", () -> new Footprint().run(Size.of("rounds", 3)));
        all.put("firststart", () -> new FirstStart().run(Size.of("rounds", 3)));
        return all;
    }

    public static void main(String[] arguments) throws Exception {
        Map<String, Callable<Report>> all = all();
        for (String name : String.join(",", arguments).split(",")) {
            if (!all.containsKey(name)) {
                System.err.println("Benchmarks: " + String.join(", ", all.keySet()));
                System.exit(2);
            }
            all.get(name).call().print();
        }
        System.exit(0);     // whatever threads a library left behind
    }

    private interface Measurement {
        Report on(BenchApplication application) throws Exception;
    }

    private static Report in(String name, boolean goOn, Measurement measurement) throws Exception {
        try (BenchApplication application = BenchApplication.start(name, goOn)) {
            return measurement.on(application);
        }
    }
}
