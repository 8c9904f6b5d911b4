package id.lindungdesa.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A node that was killed between the arrival of a list and its job leaves a file of personal data that nobody asks for. */
class RosterSpoolTest {

    @TempDir
    Path data;

    @Test
    void whatNobodyWaitsForGoesAfterADay() throws IOException {
        RosterSpool spool = new RosterSpool(data);
        UUID abandoned = written(spool);
        UUID waiting = written(spool);
        Path half = Files.writeString(data.resolve("spool").resolve(UUID.randomUUID() + ".part"), "nik");
        try (Stream<Path> all = Files.list(data.resolve("spool"))) {
            for (Path file : all.toList()) {
                Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(Duration.ofHours(25))));
            }
        }
        UUID fresh = written(spool);

        spool.forgetAbandoned(List.of(waiting));

        assertThat(spool.has(abandoned)).isFalse();
        assertThat(half).doesNotExist();
        assertThat(spool.has(waiting)).isTrue();
        assertThat(spool.has(fresh)).isTrue();
    }

    private static UUID written(RosterSpool spool) {
        UUID id = UUID.randomUUID();
        spool.write(id, new ByteArrayInputStream("nik\n".getBytes()));
        return id;
    }
}
