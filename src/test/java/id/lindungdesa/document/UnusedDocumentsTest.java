package id.lindungdesa.document;

import static org.assertj.core.api.Assertions.assertThat;

import id.lindungdesa.TestSchema;
import id.lindungdesa.identity.CurrentUser;
import id.lindungdesa.identity.Official;
import id.lindungdesa.operation.OneNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What nobody attached is forgotten, its file after the backups; what somebody holds on to stays. */
class UnusedDocumentsTest {

    private static final Instant NOON = Instant.parse("2022-10-03T05:00:00Z");
    private static final ObjectProvider<DocumentReaders> READERS =
            new StaticListableBeanFactory().getBeanProvider(DocumentReaders.class);
    private static final CurrentUser SITI = () -> Optional.of(new Official("siti", "Siti", Set.of()));
    private static JdbcClient jdbc;

    @TempDir
    private Path data;

    @BeforeAll
    static void database() {
        jdbc = JdbcClient.create(TestSchema.fresh("document_unused"));
    }

    @Test
    void theRowGoesAfterNinetyDaysAndTheFileThirtyLater() throws IOException {
        StoredDocument unused = at(Duration.ZERO).store("tak terpakai");
        StoredDocument attached = at(Duration.ZERO).store("terlampir");
        StoredDocument same = at(Duration.ZERO).store("sama");
        UUID holder = UUID.randomUUID();
        jdbc.sql("create table document_holder (id uuid, document_id uuid references document_file)").update();
        jdbc.sql("insert into document_holder values (:id, :document)").param("id", holder).param("document", attached.id()).update();

        at(Duration.ofDays(89)).unused.forget();
        assertThat(at(Duration.ZERO).documents.find(unused.id())).isPresent();

        At later = at(Duration.ofDays(91));
        later.unused.forget();
        assertThat(later.documents.find(unused.id())).isEmpty();
        assertThat(later.documents.find(attached.id())).isPresent();
        assertThat(place(unused)).exists();

        StoredDocument again = at(Duration.ofDays(100)).store("sama");
        aged(unused, attached, same);
        at(Duration.ofDays(122)).unused.forget();

        assertThat(place(unused)).doesNotExist();
        assertThat(place(attached)).exists();
        assertThat(again.sha256()).isEqualTo(same.sha256());
        assertThat(place(same)).exists();
        assertThat(later.documents.verify().damaged()).isEmpty();
    }

    /** The row of an upload comes after its file: a file of today is never taken away. */
    @Test
    void aFileThatIsJustBeingStoredStays() throws IOException {
        StoredDocument unused = at(Duration.ZERO).store("baru saja");
        at(Duration.ofDays(91)).unused.forget();

        at(Duration.ofDays(122)).unused.forget();

        assertThat(place(unused)).exists();
    }

    /** A link without a key would lose its documents. */
    @Test
    void whoeverNamesADocumentHoldsOnToItByAKey() {
        assertThat(jdbc.sql("""
                select t.relname || '.' || a.attname from pg_attribute a join pg_class t on t.oid = a.attrelid
                 where t.relnamespace = 'public'::regnamespace and t.relkind = 'r' and a.attname ~ 'document(_id)?s?$' and not exists
                       (select from pg_constraint c where c.contype = 'f' and c.conrelid = t.oid and c.conkey = array[a.attnum]
                           and c.confrelid = 'document_file'::regclass)""").query(String.class).list()).isEmpty();
    }

    private record At(Documents documents, UnusedDocuments unused) {

        StoredDocument store(String content) {
            return documents.store(new ByteArrayInputStream(("%PDF-1.7\n% " + content + "\n%%EOF").getBytes(StandardCharsets.UTF_8)),
                    "berkas.pdf", "RAB");
        }
    }

    private At at(Duration later) {
        Clock clock = Clock.fixed(NOON.plus(later), ZoneId.of("Asia/Jakarta"));
        Documents documents = new Documents(new DocumentFiles(jdbc), READERS, SITI, clock, data, 1 << 20);
        return new At(documents, new UnusedDocuments(jdbc, new OneNode(jdbc), documents, clock));
    }

    private void aged(StoredDocument... all) throws IOException {
        for (StoredDocument one : all) {
            Files.setLastModifiedTime(place(one), FileTime.from(Files.getLastModifiedTime(place(one)).toInstant().minus(Duration.ofDays(2))));
        }
    }

    private Path place(StoredDocument document) {
        String sha256 = document.sha256();
        return data.resolve("documents").resolve(sha256.substring(0, 2)).resolve(sha256.substring(2, 4)).resolve(sha256);
    }
}
