package id.lindungdesa.document;

import id.lindungdesa.operation.Gauges;
import id.lindungdesa.operation.OneNode;
import id.lindungdesa.operation.Reading;
import id.lindungdesa.operation.Wholeness;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads all documents through each night, on one node, and keeps what came of it: a file that the disk has lost or changed
 * should be found by us, while last month's backup still has it, and not by whoever needs it.
 */
@Component
class DocumentCheck implements Wholeness {

    private static final Logger log = LoggerFactory.getLogger(DocumentCheck.class);
    private static final Duration RECENT = Duration.ofHours(12);

    private final Documents documents;
    private final JdbcClient jdbc;
    private final OneNode oneNode;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DocumentCheck(Documents documents, JdbcClient jdbc, OneNode oneNode, TransactionTemplate transaction, Clock clock,
            Gauges gauges) {
        this.documents = documents;
        this.jdbc = jdbc;
        this.oneNode = oneNode;
        this.transaction = transaction;
        this.clock = clock;
        Reading<Last> last = gauges.reading("documents", this::last);
        gauges.gauge("lindungdesa.documents.damaged", "Contents that were missing or changed when last read through", last,
                Last::damaged);
        gauges.gauge("lindungdesa.documents.contents", "Contents that were there when last read through", last,
                Last::contents);
        gauges.gauge("lindungdesa.documents.checked.age.seconds", "How long ago all documents were read through", last,
                Last::ageSeconds);
        gauges.gauge("lindungdesa.documents.storable", "1 while the folder of documents can be written", last,
                found -> documents.canStore() ? 1 : 0);
    }

    private record Last(long contents, long damaged, long ageSeconds) {}

    @Override
    public String subject() {
        return "documents";
    }

    @Override
    public boolean readsEveryFile() {
        return true;
    }

    @Override
    public List<String> faults() {
        Documents.Integrity found = documents.verify();
        jdbc.sql("""
                insert into document_check (checked_at, contents, damaged) values (:now, :contents, :damaged)
                    on conflict (checked_at) do nothing""")
                .param("now", instant()).param("contents", found.contents()).param("damaged", found.damaged().size()).update();
        found.damaged().forEach(sha256 -> log.error("Content {} is missing or changed on disk", sha256));
        return found.damaged();
    }

    /** Whoever of the nodes comes second finds the lock taken, or the work done. */
    @Scheduled(cron = "0 0 2 * * *", zone = "Asia/Jakarta")
    void nightly() {
        transaction.executeWithoutResult(status -> {
            if (oneNode.takesTurn("document check") && !checkedSince(clock.instant().minus(RECENT))) {
                faults();
            }
        });
    }

    private boolean checkedSince(Instant limit) {
        return jdbc.sql("select exists (select from document_check where checked_at > :limit)")
                .param("limit", limit.atOffset(ZoneOffset.UTC)).query(Boolean.class).single();
    }

    private Last last() {
        return jdbc.sql("""
                select contents, damaged, extract(epoch from cast(:now as timestamptz) - checked_at)::bigint as age_seconds
                  from document_check order by checked_at desc limit 1""")
                .param("now", instant()).query(Last.class).optional().orElse(new Last(0, 0, 0));
    }

    private OffsetDateTime instant() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
