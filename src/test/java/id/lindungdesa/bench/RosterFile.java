package id.lindungdesa.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Fifty invented workers for each village, by {@code make_roster.py} where it lies beside the project. */
final class RosterFile {

    private RosterFile() {}

    static Path of(Province province, String name) throws IOException, InterruptedException {
        String named = System.getenv("LINDUNGDESA_SHARED_DATA");
        Path maker = Path.of(named == null ? "../shared/data" : named, "make_roster.py");
        Path folder = Files.createDirectories(Path.of("target", "bench", "rosters"));
        Path villages = Files.writeString(folder.resolve(name + "-villages.csv"), province.regionList());
        Path roster = folder.resolve(name + ".csv");
        int ended = new ProcessBuilder(List.of("python3", maker.toString(), "--villages", villages.toString(), "--out", roster.toString()))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectError(ProcessBuilder.Redirect.INHERIT).start().waitFor();
        if (ended != 0) {
            throw new IllegalStateException(maker + " ended with " + ended);
        }
        return roster;
    }
}
