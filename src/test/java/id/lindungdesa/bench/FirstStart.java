package id.lindungdesa.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.util.FileSystemUtils;

/** What a newcomer waits for: the jar in an empty folder until the demo at full size is ready, and the second start. */
final class FirstStart {

    private static final int PORT = 18437;

    Report run(int rounds) throws Exception {
        Path jar = Path.of("target", "lindung-desa.jar").toAbsolutePath();
        Path folder = Path.of("target", "bench", "firststart").toAbsolutePath();
        Times first = new Times();
        Times later = new Times();
        for (int round = 0; round < rounds; round++) {
            FileSystemUtils.deleteRecursively(folder);
            Files.createDirectories(folder);
            start(jar, folder, first);
            start(jar, folder, later);
        }
        Report report = new Report("Start of the jar with the demo (%d rounds; seconds: median, least–most)".formatted(rounds));
        report.table("start", "s");
        report.row("first, in an empty folder, until the demo is ready", first.spread(1000));
        report.row("second", later.spread(1000));
        Files.readAllLines(folder.resolve("log.txt")).stream().filter(line -> line.contains("DemoLoad") || line.contains("Started LindungDesa"))
                .map(line -> line.replaceAll("^.*? : ", "")).forEach(line -> report.line("- %s", line));
        return report;
    }

    private static void start(Path jar, Path folder, Times into) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar",
                jar.toString(), "--server.port=" + PORT)).directory(folder.toFile()).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("log.txt").toFile()));
        builder.environment().remove("SPRING_DATASOURCE_URL");
        long start = System.nanoTime();
        Process process = builder.start();
        try {
            Ready.await("http://127.0.0.1:%d/actuator/health".formatted(PORT), process);
            into.addSince(start);
        } finally {
            process.destroy();
            process.waitFor();
        }
    }
}
