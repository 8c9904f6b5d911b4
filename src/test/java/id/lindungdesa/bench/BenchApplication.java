package id.lindungdesa.bench;

import id.lindungdesa.LindungDesa;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The real application as a province runs it, in this JVM, on a database of its own. */
final class BenchApplication implements AutoCloseable {

    static final String PASSWORD = "Rahasia-ukur-123";

    private final ConfigurableApplicationContext context;
    private final AutoCloseable database;
    private final StatementCounter counter;

    private BenchApplication(ConfigurableApplicationContext context, AutoCloseable database, StatementCounter counter) {
        this.context = context;
        this.database = database;
        this.counter = counter;
    }

    /** @param goOn with the data of an earlier run of that name */
    static BenchApplication start(String name, boolean goOn) throws Exception {
        Path folder = Path.of("target", "bench", name).toAbsolutePath();
        BenchDatabase database = BenchDatabase.start(folder, goOn);
        StatementCounter counter = new StatementCounter();
        ConfigurableApplicationContext context = new SpringApplicationBuilder(LindungDesa.class)
                .initializers(starting -> starting.getBeanFactory().addBeanPostProcessor(counter))
                .run("--spring.datasource.url=" + database.url("postgres"), "--server.port=0", "--server.address=127.0.0.1",
                        "--lindungdesa.data=" + folder.resolve("data"), "--lindungdesa.admin.user=admin",
                        "--lindungdesa.admin.password=" + PASSWORD, "--logging.level.root=WARN");
        return new BenchApplication(context, database, counter);
    }

    ConfigurableApplicationContext context() {
        return context;
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    <T> void register(String name, Class<T> type, T bean) {
        ((GenericApplicationContext) context).registerBean(name, type, () -> bean);
    }

    JdbcClient jdbc() {
        return bean(JdbcClient.class);
    }

    DataSource database() {
        return bean(DataSource.class);
    }

    int port() {
        return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    People people() {
        return new People(port(), PASSWORD);
    }

    StatementCounter counter() {
        return counter;
    }

    @Override
    public void close() throws Exception {
        context.close();
        database.close();
    }
}
