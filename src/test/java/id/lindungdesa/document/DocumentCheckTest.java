package id.lindungdesa.document;

import static org.assertj.core.api.Assertions.assertThat;

import id.lindungdesa.TestSchema;
import id.lindungdesa.identity.CurrentUser;
import id.lindungdesa.operation.GaugesFixture;
import id.lindungdesa.operation.OneNode;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** One node reads the documents through in a night, and what it found is a number for all. */
class DocumentCheckTest {

    private static final Instant NIGHT = Instant.parse("2022-10-03T19:00:00Z");
    private static final ObjectProvider<DocumentReaders> READERS =
            new StaticListableBeanFactory().getBeanProvider(DocumentReaders.class);

    private final DataSource source = TestSchema.fresh("document_check");
    private final JdbcClient jdbc = JdbcClient.create(source);
    @TempDir
    private Path data;

    @Test
    void onceANightAndADamagedFileIsCounted() throws IOException {
        CurrentUser nobody = Optional::empty;
        StoredDocument stored = new Documents(new DocumentFiles(jdbc), READERS, nobody, at(Duration.ZERO), data, 1 << 20).store(
                new ByteArrayInputStream("%PDF-1.7\n%%EOF".getBytes(StandardCharsets.US_ASCII)), "berkas.pdf", "RAB");

        node(Duration.ZERO);
        SimpleMeterRegistry other = node(Duration.ofMinutes(10));
        assertThat(checks()).isEqualTo(1);
        assertThat(value(other, "contents")).isEqualTo(1);
        assertThat(value(other, "damaged")).isZero();
        assertThat(value(other, "checked.age.seconds")).isEqualTo(600);

        Files.delete(data.resolve("documents").resolve(stored.sha256().substring(0, 2)).resolve(stored.sha256().substring(2, 4))
                .resolve(stored.sha256()));
        SimpleMeterRegistry next = node(Duration.ofDays(1));
        assertThat(checks()).isEqualTo(2);
        assertThat(value(next, "damaged")).isEqualTo(1);
    }

    private SimpleMeterRegistry node(Duration later) {
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        Documents documents = new Documents(new DocumentFiles(jdbc), READERS, Optional::empty, at(later), data, 1 << 20);
        new DocumentCheck(documents, jdbc, new OneNode(jdbc), new TransactionTemplate(new JdbcTransactionManager(source)), at(later),
                GaugesFixture.in(registry)).nightly();
        return registry;
    }

    private long checks() {
        return jdbc.sql("select count(*) from document_check").query(Long.class).single();
    }

    private static long value(SimpleMeterRegistry registry, String name) {
        return Math.round(registry.get("lindungdesa.documents." + name).gauge().value());
    }

    private static Clock at(Duration later) {
        return Clock.fixed(NIGHT.plus(later), ZoneId.of("Asia/Jakarta"));
    }
}
