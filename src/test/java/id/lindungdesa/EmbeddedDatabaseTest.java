package id.lindungdesa;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A data folder finds its own server again, and a copy of the folder never the original's. */
class EmbeddedDatabaseTest {

    @TempDir
    private Path folder;
    private int port;

    @BeforeEach
    void chosen() throws IOException {
        port = EmbeddedDatabase.portOf(folder);
        Files.createDirectories(folder.resolve("db"));
    }

    @Test
    void thePortStays() throws IOException {
        assertThat(EmbeddedDatabase.portOf(folder)).isEqualTo(port);
    }

    @Test
    void aServerThatOutlivedItsApplicationIsFound() throws IOException {
        try (var server = new ServerSocket(port, 1, InetAddress.getByName("127.0.0.1"))) {
            runningIn(folder);

            assertThat(EmbeddedDatabase.portOf(folder)).isEqualTo(port);
            assertThat(EmbeddedDatabase.portOf(folder.resolve("."))).as("as in ./data").isEqualTo(port);
        }
    }

    @Test
    void aCopyTakesAPortOfItsOwnWhileTheOriginalRuns() throws IOException {
        try (var server = new ServerSocket(port, 1, InetAddress.getByName("127.0.0.1"))) {
            assertThat(EmbeddedDatabase.portOf(folder)).isNotEqualTo(port);
        }
    }

    @Test
    void evenWhenItWasCopiedFromARunningOne() throws IOException {
        try (var server = new ServerSocket(port, 1, InetAddress.getByName("127.0.0.1"))) {
            runningIn(Files.createDirectories(folder.resolve("original")));

            assertThat(EmbeddedDatabase.portOf(folder)).isNotEqualTo(port);
        }
    }

    /** As PostgreSQL notes it: its process, its folder. */
    private void runningIn(Path original) throws IOException {
        Files.createDirectories(original.resolve("db"));
        Files.writeString(folder.resolve("db/postmaster.pid"),
                "%d%n%s%n1700000000%n%d%n".formatted(ProcessHandle.current().pid(), original.resolve("db").toAbsolutePath(), port));
    }
}
