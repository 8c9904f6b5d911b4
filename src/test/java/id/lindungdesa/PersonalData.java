package id.lindungdesa;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Watches that what is known of a person stays where it belongs: listens to the whole log, ours at DEBUG, and then looks
 * for each NIK, name, number and note in it and in every table that is not meant to hold such.
 */
public final class PersonalData implements AutoCloseable {

    private final Set<String> words = ConcurrentHashMap.newKeySet();
    private final Queue<String> lines = new ConcurrentLinkedQueue<>();
    private final Logger root = context().getLogger(Logger.ROOT_LOGGER_NAME);
    private final Logger ours = context().getLogger("id.lindungdesa");
    private final Level before = ours.getLevel();
    private final AppenderBase<ILoggingEvent> ear = new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
            lines.add(event.getLoggerName() + " " + event.getFormattedMessage() + " " + event.getMDCPropertyMap()
                    + (event.getThrowableProxy() == null ? "" : ThrowableProxyUtil.asString(event.getThrowableProxy())));
        }
    };

    private PersonalData() {}

    public static PersonalData watched() {
        PersonalData watch = new PersonalData();
        watch.ear.setContext(context());
        watch.ear.start();
        watch.root.addAppender(watch.ear);
        watch.ours.setLevel(Level.DEBUG);
        return watch;
    }

    /** From here on this is somebody's; long enough to be found by no accident. */
    public String of(String word) {
        assertThat(word).hasSizeGreaterThanOrEqualTo(8);
        words.add(word);
        return word;
    }

    public List<String> lines() {
        return List.copyOf(lines);
    }

    /** The log, the engine's tables with its history, failures and variables, the books, and the kept answers to posts. */
    public void isNowhere(JdbcClient jdbc) {
        assertThat(words).isNotEmpty();
        assertThat(lines.stream().filter(line -> words.stream().anyMatch(line::contains)).toList()).as("lines of the log").isEmpty();

        Set<String> found = new TreeSet<>();
        List<String> tables = jdbc.sql("""
                select tablename from pg_tables where schemaname = 'public' and (tablename like 'act\\_%'
                    or tablename like 'ledger\\_%' or tablename like 'rest\\_%') order by 1""").query(String.class).list();
        assertThat(tables).hasSizeGreaterThan(40).contains("act_ru_variable", "act_hi_detail", "act_ge_bytearray", "act_hi_op_log",
                "act_hi_job_log", "act_ru_incident", "act_hi_comment", "act_hi_varinst", "act_ru_job");
        for (String table : tables) {
            String row = table.equals("act_ge_bytearray") ? "coalesce(name_, '') || encode(bytes_, 'escape')" : "t::text";
            jdbc.sql("select word from unnest(:words) word where exists (select from %s t where position(word in %s) > 0)".formatted(table, row))
                    .param("words", words.toArray(String[]::new)).query(String.class).list()
                    .forEach(word -> found.add(table + ": " + word));
        }
        assertThat(found).as("tables that hold ids and flags only").isEmpty();
    }

    @Override
    public void close() {
        root.detachAppender(ear);
        ours.setLevel(before);
        ear.stop();
    }

    private static LoggerContext context() {
        return (LoggerContext) LoggerFactory.getILoggerFactory();
    }
}
