package id.lindungdesa.operation;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Asks every subject whether it is whole and keeps the last answer for all nodes: the quick ones every ten minutes, those
 * that read every file by night, each whenever somebody wants to know now.
 */
@Component
public class Checks {

    private static final Logger log = LoggerFactory.getLogger(Checks.class);
    private static final int NAMED = 20;

    private final ObjectProvider<Wholeness> subjects;
    private final JdbcClient jdbc;
    private final OneNode oneNode;
    private final TransactionTemplate transaction;
    private final TransactionTemplate each;
    private final Clock clock;

    Checks(ObjectProvider<Wholeness> subjects, JdbcClient jdbc, OneNode oneNode, TransactionTemplate transaction, Clock clock) {
        this.subjects = subjects;
        this.jdbc = jdbc;
        this.oneNode = oneNode;
        this.transaction = transaction;
        this.each = new TransactionTemplate(transaction.getTransactionManager());
        this.each.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    /** What was found: how many faults, the first of them, how long it took, when, and since when it has been so. */
    public record Check(String subject, int faults, List<String> named, long millis, OffsetDateTime measuredAt,
                        OffsetDateTime soSince) {

        public boolean whole() {
            return faults == 0;
        }
    }

    /** Every subject with its last answer; without one where it was never asked. */
    public List<Optional<Check>> latest() {
        return subjects.orderedStream().map(one -> latest(one.subject())).toList();
    }

    public List<String> subjects() {
        return subjects.orderedStream().map(Wholeness::subject).toList();
    }

    public Optional<Check> latest(String subject) {
        return jdbc.sql("select subject, faults, named, millis, measured_at, so_since from operation_check where subject = :subject")
                .param("subject", subject).query((row, number) -> new Check(row.getString("subject"), row.getInt("faults"),
                        List.of((String[]) row.getArray("named").getArray()), row.getLong("millis"),
                        row.getObject("measured_at", OffsetDateTime.class), row.getObject("so_since", OffsetDateTime.class))).optional();
    }

    /** Asks now; empty where there is no such subject. */
    public Optional<Check> measure(String subject) {
        return subjects.stream().filter(one -> one.subject().equals(subject)).findFirst().map(this::measured);
    }

    private Check measured(Wholeness subject) {
        long start = System.nanoTime();
        List<String> faults = subject.faults();
        keep(subject.subject(), faults, (System.nanoTime() - start) / 1_000_000, clock.instant());
        return latest(subject.subject()).orElseThrow();
    }

    private void keep(String subject, List<String> faults, long millis, Instant now) {
        jdbc.sql("""
                insert into operation_check (subject, faults, named, millis, measured_at, so_since)
                values (:subject, :faults, :named, :millis, :now, :now)
                on conflict (subject) do update
                   set so_since = case when (operation_check.faults = 0) = (excluded.faults = 0) then operation_check.so_since
                                       else excluded.so_since end,
                       faults = excluded.faults, named = excluded.named, millis = excluded.millis, measured_at = excluded.measured_at""")
                .param("subject", subject).param("faults", faults.size()).param("millis", millis)
                .param("named", faults.stream().limit(NAMED).toArray(String[]::new))
                .param("now", now.atOffset(ZoneOffset.UTC)).update();
    }

    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT10M")
    void quickly() {
        onOneNode(false);
    }

    @Scheduled(cron = "0 30 2 * * *", zone = "Asia/Jakarta")
    void nightly() {
        onOneNode(true);
    }

    /** A subject that cannot even be asked must not keep the others from it. */
    private void onOneNode(boolean everyFile) {
        transaction.executeWithoutResult(status -> {
            if (oneNode.takesTurn("checks " + everyFile)) {
                subjects.stream().filter(one -> one.readsEveryFile() == everyFile).forEach(one -> {
                    try {
                        each.executeWithoutResult(own -> measured(one));
                    } catch (RuntimeException e) {
                        log.warn("{} could not be checked: {}", one.subject(), e.getClass().getName());
                    }
                });
            }
        });
    }
}
