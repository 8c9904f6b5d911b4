package id.lindungdesa;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Our tables without the engine's, for tests that need SQL and no application. */
public final class TestSchema {

    private TestSchema() {}

    /** A fresh database of that name with all our migrations after the engine's. */
    public static DataSource fresh(String name) {
        DataSource source = new DriverManagerDataSource(TestPostgres.freshDatabase(name));
        Flyway flyway = Flyway.configure().dataSource(source).baselineVersion("009").load();
        flyway.baseline();
        flyway.migrate();
        return source;
    }
}
