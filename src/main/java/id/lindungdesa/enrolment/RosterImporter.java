package id.lindungdesa.enrolment;

import id.lindungdesa.refusal.Finding;
import id.lindungdesa.refusal.Refusal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Works off large worker lists in the background, one at a time on each machine. A file is read into a table by COPY, each
 * row judged on the way, then entered in order of NIK, some thousands in one transaction. Whoever works on a job holds an
 * advisory lock in the database; when he dies the lock goes with his connection and another goes on: reading starts anew,
 * entering continues with the rows that are left.
 */
@Component
class RosterImporter implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(RosterImporter.class);
    private static final int READ_AT_ONCE = 5_000;
    private static final int ENTERED_AT_ONCE = 5_000;
    private static final int ATTEMPTS = 10;

    private final RosterImports imports;
    private final RosterSpool spool;
    private final Rosters rosters;
    private final RosterEntry entry;
    private final DataSource database;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "worker-lists");
        thread.setDaemon(true);
        return thread;
    });
    private volatile boolean stopping;

    RosterImporter(RosterImports imports, RosterSpool spool, Rosters rosters, RosterEntry entry, DataSource database,
            TransactionTemplate transaction, Clock clock) {
        this.imports = imports;
        this.spool = spool;
        this.rosters = rosters;
        this.entry = entry;
        this.database = database;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Also takes up what was left by whoever died. */
    @Scheduled(fixedDelayString = "PT20S", initialDelayString = "PT10S")
    void lookForWork() {
        List<UUID> waiting = imports.waiting();
        if (!waiting.isEmpty()) {
            worker.execute(() -> waiting.forEach(this::workOff));
        }
    }

    /** Personal data of an upload that was cut off before it became a job does not lie about for long. */
    @Scheduled(cron = "0 50 3 * * *", zone = "Asia/Jakarta")
    void forgetAbandoned() {
        spool.forgetAbandoned(imports.waiting());
    }

    void soon(UUID id) {
        worker.execute(() -> workOff(id));
    }

    @Override
    public void destroy() {
        stopping = true;
        worker.shutdownNow();
    }

    void workOff(UUID id) {
        try (Connection mine = database.getConnection()) {
            if (!lock(mine, id, "pg_try_advisory_lock")) {
                return;
            }
            try {
                go(id, mine);
            } finally {
                lock(mine, id, "pg_advisory_unlock");
            }
        } catch (SQLException | IOException | RuntimeException e) {
            if (!stopping) {
                log.error("Worker list {} stopped and will be taken up again", id, e);
            }
        }
    }

    private void go(UUID id, Connection mine) throws SQLException, IOException {
        RosterImport job = imports.find(id).orElseThrow();
        if (job.ended()) {
            return;
        }
        if (job.state() != RosterImport.State.ENTERING && !spool.has(id)) {
            return; // it lies on the disk of another machine
        }
        if (imports.takenUp(id) > ATTEMPTS) {
            imports.end(id, "Daftar tidak dapat diproses karena gangguan sistem; hubungi administrator.", clock.instant());
            spool.delete(id);
            return;
        }
        try {
            if (job.state() != RosterImport.State.ENTERING) {
                read(id, mine);
                imports.beginEntering(id);
            }
            spool.delete(id);
            while (!stopping && enterSome(id)) {
                log.info("Worker list {}: {} rows decided", id, imports.find(id).orElseThrow().done());
            }
            if (!stopping) {
                imports.end(id, null, clock.instant());
            }
        } catch (Refusal refusal) {
            transaction.executeWithoutResult(status -> {
                imports.reject(id, refusal.findings());
                imports.end(id, refusal.getMessage(), clock.instant());
            });
            spool.delete(id);
        }
    }

    private void read(UUID id, Connection mine) throws SQLException, IOException {
        transaction.executeWithoutResult(status -> imports.beginReading(id));
        RosterCheck check = rosters.check(null);
        Batch batch = new Batch(id, mine);
        try (InputStream file = spool.open(id)) {
            Rosters.read(file, row -> {
                RosterCheck.Verdict verdict = check.of(row);
                batch.add(verdict);
            });
        }
        batch.flush();
    }

    private boolean enterSome(UUID id) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            List<RosterRow> rows = imports.next(id, ENTERED_AT_ONCE);
            if (rows.isEmpty()) {
                return false;
            }
            List<Finding> rejected = new ArrayList<>();
            List<RosterRow> first = new ArrayList<>();
            for (RosterRow row : rows) {
                RosterRow before = first.isEmpty() ? null : first.get(first.size() - 1);
                if (before != null && before.nik().equals(row.nik())) {
                    rejected.add(RosterEntry.twiceInFile(row, before.line()));
                } else {
                    first.add(row);
                }
            }
            rejected.addAll(entry.enter(first).rejected());
            imports.decided(id, rows, rejected);
            return true;
        }));
    }

    private static boolean lock(Connection connection, UUID id, String function) throws SQLException {
        try (var statement = connection.prepareStatement("select " + function + "(?)")) {
            statement.setLong(1, id.getMostSignificantBits() ^ id.getLeastSignificantBits());
            try (var answer = statement.executeQuery()) {
                answer.next();
                return answer.getBoolean(1);
            }
        }
    }

    /** Rows on their way into the table, some thousands at once. */
    private final class Batch {

        private final UUID id;
        private final Connection connection;
        private final ByteArrayOutputStream good = new ByteArrayOutputStream(1 << 20);
        private final List<Finding> rejected = new ArrayList<>();
        private long rows;

        private Batch(UUID id, Connection connection) {
            this.id = id;
            this.connection = connection;
        }

        private void add(RosterCheck.Verdict verdict) throws IOException {
            if (stopping) {
                throw new IllegalStateException("The application stops");
            }
            rows++;
            if (verdict.fault() != null) {
                rejected.add(verdict.fault());
            } else {
                good.write(line(verdict.row()).getBytes(StandardCharsets.UTF_8));
            }
            if (rows == READ_AT_ONCE) {
                flush();
            }
        }

        private void flush() throws IOException {
            if (rows == 0) {
                return;
            }
            try {
                connection.unwrap(PGConnection.class).getCopyAPI().copyIn("""
                        copy enrolment_import_row (import_id, line, nik, name, gender, birth_date, occupation,
                                                   monthly_income, phone, village_code) from stdin""",
                        new java.io.ByteArrayInputStream(good.toByteArray()));
            } catch (SQLException e) {
                throw new IOException(e);
            }
            transaction.executeWithoutResult(status -> imports.read(id, rows, rejected));
            good.reset();
            rejected.clear();
            rows = 0;
        }

        private String line(RosterRow row) {
            return String.join("\t", Stream.<Object>of(id, row.line(), row.nik().digits(), row.name(), row.gender(), row.birthDate(),
                    row.occupation(), row.monthlyIncome(), row.phone(), row.villageCode()).map(Batch::cell).toList()) + "\n";
        }

        private static String cell(Object value) {
            return value == null ? "\\N" : value.toString().replace("\\", "\\\\").replace("\t", "\\t")
                    .replace("\n", "\\n").replace("\r", "\\r");
        }
    }
}
