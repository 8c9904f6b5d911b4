package id.lindungdesa;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** The real lists that tests read where they lie; a test is skipped, and says so, where they are absent. */
public final class SharedData {

    private SharedData() {}

    /** The file of that name beside the project, or in the folder that LINDUNGDESA_SHARED_DATA names. */
    public static Path file(String name) {
        String named = System.getenv("LINDUNGDESA_SHARED_DATA");
        List<Path> places = named == null ? List.of(Path.of("../shared/data", name))
                : List.of(Path.of(named, name), Path.of("../shared/data", name));
        Path found = places.stream().filter(Files::exists).findFirst().orElse(null);
        Assumptions.assumeTrue(found != null, () -> name + " not found in " + places
                + ": put shared/data beside the project or set LINDUNGDESA_SHARED_DATA");
        return found;
    }
}
