package id.lindungdesa.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import org.springframework.util.FileSystemUtils;

/** A PostgreSQL as the demo starts its own: durable, and with the same settings. */
final class BenchDatabase implements AutoCloseable {

    private final EmbeddedPostgres server;

    private BenchDatabase(EmbeddedPostgres server) {
        this.server = server;
    }

    static BenchDatabase start(Path folder, boolean goOn) throws IOException {
        if (!goOn) {
            FileSystemUtils.deleteRecursively(folder);
        }
        Files.createDirectories(folder);
        return new BenchDatabase(EmbeddedPostgres.builder()
                .setDataDirectory(folder.resolve("db")).setCleanDataDirectory(false).setRegisterShutdownHook(false)
                .setOverrideWorkingDirectory(folder.toFile())
                .setServerConfig("listen_addresses", "127.0.0.1").setServerConfig("max_connections", "100")
                .setServerConfig("fsync", "on").setServerConfig("full_page_writes", "on")
                .setServerConfig("synchronous_commit", "on").setServerConfig("shared_buffers", "256MB")
                .setServerConfig("max_wal_size", "2GB").setPGStartupWait(Duration.ofSeconds(60))
                .setOutputRedirector(ProcessBuilder.Redirect.appendTo(folder.resolve("server.log").toFile()))
                .setErrorRedirector(ProcessBuilder.Redirect.appendTo(folder.resolve("server.log").toFile()))
                .start());
    }

    String url(String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s?user=postgres&reWriteBatchedInserts=true".formatted(server.getPort(), database);
    }

    void create(String database) throws SQLException {
        try (var connection = server.getPostgresDatabase().getConnection(); var statement = connection.createStatement()) {
            statement.execute("create database " + database);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
