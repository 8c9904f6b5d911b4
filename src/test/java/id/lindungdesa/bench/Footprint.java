package id.lindungdesa.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Start time and memory of the application and of a bare Camunda, each a JVM of its own on a database of its own. */
final class Footprint {

    private static final Pattern USED = Pattern.compile("(?:garbage-first heap|def new generation|tenured generation).*?used (\\d+)K");
    private static final String HEALTH = "http://127.0.0.1:%d/actuator/health";

    private record Measured(Times first, Times later, Times heap, Times resident) {

        Measured() {
            this(new Times(), new Times(), new Times(), new Times());
        }
    }

    Report run(int rounds) throws Exception {
        Path folder = Path.of("target", "bench", "footprint").toAbsolutePath();
        Measured ours = new Measured();
        Measured bare = new Measured();
        try (BenchDatabase database = BenchDatabase.start(folder, false)) {
            for (int round = 0; round < rounds; round++) {
                measure("id.lindungdesa.LindungDesa", database, "ours" + round, ours, "--lindungdesa.admin.user=admin",
                        "--lindungdesa.admin.password=" + BenchApplication.PASSWORD, "--lindungdesa.data=" + folder);
                measure("id.lindungdesa.bench.BareCamunda", database, "bare" + round, bare, "--spring.config.name=bare",
                        "--spring.flyway.enabled=false", "--camunda.bpm.database.schema-update=true", "--springdoc.api-docs.enabled=false",
                        "--spring.datasource.hikari.maximum-pool-size=24", "--camunda.bpm.job-execution.core-pool-size=3",
                        "--camunda.bpm.admin-user.id=admin", "--camunda.bpm.admin-user.password=" + BenchApplication.PASSWORD);
            }
        }
        Report report = new Report("Start and memory against a bare Camunda (%d rounds; median, least–most)".formatted(rounds));
        report.table("", "ours", "bare Camunda", "ratio");
        row(report, "first start, on an empty database, until ready (s)", ours.first(), bare.first(), 1000);
        row(report, "later start (s)", ours.later(), bare.later(), 1000);
        row(report, "heap in use after a collection (MB)", ours.heap(), bare.heap(), 1);
        row(report, "resident memory of the JVM (MB)", ours.resident(), bare.resident(), 1);
        return report;
    }

    private static void row(Report report, String what, Times ours, Times bare, double divisor) {
        report.row(what, ours.spread(divisor), bare.spread(divisor), ours.median() / bare.median());
    }

    private static void measure(String main, BenchDatabase database, String name, Measured into, String... settings) throws Exception {
        database.create(name);
        for (boolean first : List.of(true, false)) {
            List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-cp", System.getProperty("java.class.path"), main, "--server.port=18436", "--server.address=127.0.0.1",
                    "--spring.datasource.url=" + database.url(name), "--logging.level.root=WARN"));
            command.addAll(List.of(settings));
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true)
                    .redirectOutput(Path.of("target", "bench", name + ".log").toFile());
            Map<String, String> environment = builder.environment();
            environment.remove("SPRING_DATASOURCE_URL");
            long start = System.nanoTime();
            Process process = builder.start();
            try {
                Ready.await(HEALTH.formatted(18436), process);
                (first ? into.first() : into.later()).addSince(start);
                if (!first) {
                    into.heap().add(heapAfterCollection(process));
                    into.resident().add(resident(process));
                }
            } finally {
                process.destroy();
                process.waitFor();
            }
        }
    }

    private static double heapAfterCollection(Process process) throws Exception {
        jcmd(process, "GC.run");
        jcmd(process, "GC.run");
        Matcher used = USED.matcher(jcmd(process, "GC.heap_info"));
        double kilobytes = 0;
        while (used.find()) {
            kilobytes += Double.parseDouble(used.group(1));
        }
        return kilobytes / 1024;
    }

    private static double resident(Process process) throws Exception {
        return Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status")).stream()
                .filter(line -> line.startsWith("VmRSS:")).mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", ""))).sum() / 1024;
    }

    private static String jcmd(Process process, String command) throws Exception {
        Process asked = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                Long.toString(process.pid()), command).redirectErrorStream(true).start();
        String answer = new String(asked.getInputStream().readAllBytes());
        asked.waitFor();
        return answer;
    }
}
