package id.lindungdesa;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** One real PostgreSQL for all tests of a JVM; thrown away with it, so it need not be durable. */
public final class TestPostgres implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final EmbeddedPostgres SERVER = start();
    private static volatile boolean outlivesAnApplication;

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            if (!outlivesAnApplication) {
                stop();
            }
        }));
    }

    private static void stop() {
        try {
            SERVER.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.builder()
                    .setServerConfig("max_connections", "100")
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    .setRegisterShutdownHook(false)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A fresh, empty database of that name on the shared server; the JDBC address of it, user {@code postgres}. */
    public static String freshDatabase(String name) {
        try (var connection = SERVER.getPostgresDatabase().getConnection(); var statement = connection.createStatement()) {
            statement.execute("drop database if exists " + name + " with (force)");
            statement.execute("create database " + name);
            return "jdbc:postgresql://127.0.0.1:%d/%s?user=postgres&reWriteBatchedInserts=true"
                    .formatted(SERVER.getPort(), name);
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One that belongs to a role without further rights, as docker-compose.yml makes it for the application. */
    private static String ownedDatabase(String name) {
        String address = freshDatabase(name);
        try (var connection = SERVER.getPostgresDatabase().getConnection(); var statement = connection.createStatement()) {
            statement.execute("create role lindungdesa login password 'uji'");
            statement.execute("alter database " + name + " owner to lindungdesa");
            statement.execute("grant set on parameter session_replication_role to lindungdesa");      // for tests that write what cannot be
            return address.replace("user=postgres", "user=lindungdesa&password=uji");
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        if (!outlivesAnApplication) {
            outlivesAnApplication = true;
            SpringApplication.getShutdownHandlers().add(TestPostgres::stop);   // after the pools that use it
        }
        TestPropertyValues.of("spring.datasource.url=" + ownedDatabase("application")).applyTo(context);
    }
}
