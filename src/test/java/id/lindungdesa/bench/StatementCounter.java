package id.lindungdesa.bench;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Counts what goes to the database, ours and the engine's; passes everything through untouched while it is off. */
final class StatementCounter implements BeanPostProcessor {

    record Counted(String sql, long calls, double millis) {}

    private record Count(LongAdder calls, LongAdder nanos) {}

    private final Map<String, Count> counts = new ConcurrentHashMap<>();
    private volatile boolean counting;

    void begin() {
        counts.clear();
        counting = true;
    }

    /** What was sent since the beginning, most time first. */
    List<Counted> end() {
        counting = false;
        return counts.entrySet().stream().map(one -> new Counted(one.getKey(), one.getValue().calls().sum(),
                one.getValue().nanos().sum() / 1e6)).sorted((a, b) -> Double.compare(b.millis(), a.millis())).toList();
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource source && name.equals("dataSource") ? new Counting(source) : bean;
    }

    private final class Counting extends DelegatingDataSource {

        private Counting(DataSource source) {
            super(source);
        }

        @Override
        public Connection getConnection() throws SQLException {
            Connection connection = super.getConnection();
            return counting ? counted(connection) : connection;
        }
    }

    private Connection counted(Connection connection) {
        return (Connection) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("commit")) {
                        return timed("commit", () -> method.invoke(connection, arguments));
                    }
                    Object result = plain(() -> method.invoke(connection, arguments));
                    return result instanceof PreparedStatement statement ? counted(PreparedStatement.class, statement, (String) arguments[0])
                            : result instanceof Statement statement ? counted(Statement.class, statement, "?") : result;
                });
    }

    private Object counted(Class<?> type, Statement statement, String sql) {
        return Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) ->
                method.getName().startsWith("execute")
                        ? timed(arguments == null ? sql : (String) arguments[0], () -> method.invoke(statement, arguments))
                        : plain(() -> method.invoke(statement, arguments)));
    }

    private interface Call {
        Object now() throws Exception;
    }

    private Object timed(String sql, Call call) throws Throwable {
        long start = System.nanoTime();
        try {
            return plain(call);
        } finally {
            Count count = counts.computeIfAbsent(sql.replaceAll("\\s+", " ").trim(), one -> new Count(new LongAdder(), new LongAdder()));
            count.calls().increment();
            count.nanos().add(System.nanoTime() - start);
        }
    }

    private static Object plain(Call call) throws Throwable {
        try {
            return call.now();
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
