package id.lindungdesa.enrolment;

import id.lindungdesa.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;

/** A worker list as the shared generator writes it, and which of its lines it has spoiled in which way. */
record Roster(Path file, String faults) {

    static final String HEADER = "nik,name,gender,birth_date,occupation,monthly_income,village_code,phone\n";
    private static final Set<String> TAKEN = Set.of("csv_injection", "trailing_spaces");

    /** Skips the test, and says so, where the generator or Python is absent. */
    static Roster made(Path folder, Path villages, String... options) throws IOException, InterruptedException {
        Path generator = SharedData.file("make_roster.py");
        Path out = folder.resolve("roster.csv");
        List<String> command = new ArrayList<>(List.of("python3", generator.toString(), "--villages", villages.toString(),
                "--out", out.toString()));
        command.addAll(List.of(options));
        Process process;
        try {
            process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(folder.resolve("log").toFile()).start();
        } catch (IOException e) {
            Assumptions.abort("python3 not found: the generator of worker lists cannot run");
            throw e;
        }
        if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new AssertionError(Files.readString(folder.resolve("log")));
        }
        Path sidecar = Path.of(out + ".faults.json");
        return new Roster(out, Files.exists(sidecar) ? Files.readString(sidecar) : "");
    }

    /** A spoiled line, and for a duplicate the line it repeats (0 elsewhere). */
    record Fault(int line, String kind, int refersTo) {}

    List<Fault> spoiled() {
        String lines = faults.substring(faults.indexOf("\"lines\": ["), faults.indexOf("\"valid_but_unusual\""));
        return Pattern.compile("\"line\": (\\d+),\\s*\"fault\": \"(\\w+)\"(?:(?!\"line\":)[\\s\\S])*").matcher(lines).results()
                .map(one -> {
                    var refers = Pattern.compile("\"refers_to_line\": (\\d+)").matcher(one.group());
                    return new Fault(Integer.parseInt(one.group(1)), one.group(2),
                            refers.find() ? Integer.parseInt(refers.group(1)) : 0);
                }).toList();
    }

    /** The lines that must not be taken; of two with one NIK it is the second in the file. */
    Set<Integer> rejectedLines() {
        return spoiled().stream().filter(fault -> !TAKEN.contains(fault.kind()))
                .map(fault -> Math.max(fault.line(), fault.refersTo())).collect(Collectors.toCollection(TreeSet::new));
    }

    Set<Integer> unusualLines() {
        String unusual = faults.substring(faults.indexOf("\"valid_but_unusual\""));
        return Pattern.compile("\"line\": (\\d+)").matcher(unusual).results().map(match -> Integer.valueOf(match.group(1)))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
