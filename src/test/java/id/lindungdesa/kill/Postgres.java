package id.lindungdesa.kill;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A PostgreSQL of our own as a plain child process, durable as in production, so that it can be killed whole or in part.
 * The embedded library fetches the binaries and makes the data directory; from there on it is started by hand.
 */
final class Postgres {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Children children;
    private final Path data;
    private final Path log;
    private final Path binary;
    private final int port;
    private Process postmaster;

    Postgres(Children children, Path folder, int port) throws IOException {
        this.children = children;
        this.port = port;
        this.data = folder.resolve("db");
        this.log = folder.resolve("postgres.log");
        EmbeddedPostgres.builder().setDataDirectory(data).setCleanDataDirectory(false).setRegisterShutdownHook(false)
                .setOutputRedirector(Redirect.appendTo(log.toFile())).setErrorRedirector(Redirect.appendTo(log.toFile()))
                .start().close();
        this.binary = binaryIn(Files.readString(data.resolve("postmaster.opts")));
    }

    private static Path binaryIn(String options) {
        Matcher matcher = Pattern.compile("^\"?([^\"]*?/bin/postgres)\"?\\s").matcher(options);
        if (!matcher.find()) {
            throw new IllegalStateException("no binary in " + options);
        }
        return Path.of(matcher.group(1));
    }

    /** Starts it and waits until it answers; a dead one's memory may be in use for some moments more, hence several tries. */
    void start() throws IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        do {
            postmaster = children.start(new ProcessBuilder(command())
                    .redirectOutput(Redirect.appendTo(log.toFile())).redirectError(Redirect.appendTo(log.toFile())));
            while (postmaster.isAlive()) {
                if (answers()) {
                    return;
                }
                requireBefore(end);
            }
        } while (System.nanoTime() < end);
        throw new IllegalStateException("PostgreSQL did not start, see " + log);
    }

    private List<String> command() {
        List<String> command = new ArrayList<>();
        if ("root".equals(System.getProperty("user.name"))) {
            command.addAll(List.of("unshare", "-U"));       // it refuses to run as root
        }
        command.addAll(List.of(binary.toString(), "-D", data.toString(), "-p", String.valueOf(port)));
        for (String setting : List.of("listen_addresses=127.0.0.1", "unix_socket_directories=", "fsync=on", "synchronous_commit=on",
                "full_page_writes=on", "max_connections=100", "shared_buffers=128MB", "checkpoint_timeout=30s", "wal_level=replica")) {
            command.addAll(List.of("-c", setting));
        }
        return command;
    }

    String url() {
        return "jdbc:postgresql://127.0.0.1:%d/postgres?user=postgres&reWriteBatchedInserts=true".formatted(port);
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(url() + "&connectTimeout=5&socketTimeout=120");
    }

    private boolean answers() {
        try (Connection connection = connect(); var statement = connection.createStatement()) {
            return statement.execute("select 1");
        } catch (SQLException e) {
            pause(20);
            return false;
        }
    }

    void awaitAnswer() {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!answers()) {
            requireBefore(end);
        }
    }

    private void requireBefore(long end) {
        if (System.nanoTime() > end) {
            throw new IllegalStateException("PostgreSQL does not answer, see " + log);
        }
    }

    /** {@code kill -9} of the server; its backends follow when they notice. */
    void killPostmaster() {
        Children.kill(postmaster);
    }

    /**
     * {@code kill -9} of one backend that works for the application. The server then throws everybody out and recovers; a
     * connection of our own tells when it has noticed.
     */
    boolean killBackend() throws SQLException {
        try (Connection witness = connect(); var statement = witness.createStatement()) {
            long victim = 0;
            try (var rows = statement.executeQuery("""
                    select pid from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()
                     order by state = 'active' desc, xact_start is not null desc, random() limit 1""")) {
                if (rows.next()) {
                    victim = rows.getLong(1);
                }
            }
            if (victim == 0 || !ProcessHandle.of(victim).map(ProcessHandle::destroyForcibly).orElse(false)) {
                return false;
            }
            try {
                for (int i = 0; i < 500; i++) {
                    statement.execute("select 1");
                    pause(10);
                }
            } catch (SQLException e) {
                return true;
            }
            throw new IllegalStateException("a backend was killed and the server did not notice");
        }
    }

    static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
