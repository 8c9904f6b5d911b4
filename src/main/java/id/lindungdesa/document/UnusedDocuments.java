package id.lindungdesa.document;

import id.lindungdesa.operation.OneNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Forgets what was uploaded and never attached to a case: copies of identity cards that nobody needs. Who holds on to a
 * document says so by a foreign key, whichever module it is. The file goes a month after the row, and a backup that takes
 * the database first and the files within that month has a file for each of its rows.
 */
@Component
class UnusedDocuments {

    static final Duration UNUSED = Duration.ofDays(90);
    static final Duration IN_BACKUPS = Duration.ofDays(30);

    private static final Logger log = LoggerFactory.getLogger(UnusedDocuments.class);

    private final JdbcClient jdbc;
    private final OneNode oneNode;
    private final Documents documents;
    private final Clock clock;

    UnusedDocuments(JdbcClient jdbc, OneNode oneNode, Documents documents, Clock clock) {
        this.jdbc = jdbc;
        this.oneNode = oneNode;
        this.documents = documents;
        this.clock = clock;
    }

    @Scheduled(cron = "0 50 3 * * *", zone = "Asia/Jakarta")
    @Transactional
    public void forget() {
        if (!oneNode.takesTurn("unused documents")) {
            return;
        }
        int rows = forgetRows();
        int files = forgetFiles();
        if (rows + files > 0) {
            log.info("{} documents that were never attached forgotten, {} files deleted", rows, files);
        }
    }

    private int forgetRows() {
        String attached = jdbc.sql("""
                select c.conrelid::regclass::text || ' holder where holder.' || quote_ident(a.attname)
                  from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
                 where c.contype = 'f' and c.confrelid = 'document_file'::regclass""").query(String.class).list()
                .stream().map(holder -> " and not exists (select from " + holder + " = document_file.id)").collect(Collectors.joining());
        return jdbc.sql("""
                with gone as (delete from document_file where uploaded_at < :limit%s returning sha256)
                insert into document_forgotten (sha256, forgotten_at) select distinct sha256, cast(:at as timestamptz) from gone
                    on conflict (sha256) do update set forgotten_at = excluded.forgotten_at""".formatted(attached))
                .param("limit", ago(UNUSED)).param("at", ago(Duration.ZERO)).update();
    }

    private int forgetFiles() {
        List<String> due = jdbc.sql("select sha256 from document_forgotten where forgotten_at < :limit")
                .param("limit", ago(IN_BACKUPS)).query(String.class).list();
        int deleted = 0;
        for (String sha256 : due) {
            boolean again = jdbc.sql("select exists (select from document_file where sha256 = :sha256)")
                    .param("sha256", sha256).query(Boolean.class).single();
            try {
                deleted += !again && documents.forget(sha256) ? 1 : 0;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            jdbc.sql("delete from document_forgotten where sha256 = :sha256").param("sha256", sha256).update();
        }
        return deleted;
    }

    private OffsetDateTime ago(Duration age) {
        return clock.instant().minus(age).atOffset(ZoneOffset.UTC);
    }
}
