package id.lindungdesa.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.lindungdesa.TestSchema;
import id.lindungdesa.identity.CurrentUser;
import id.lindungdesa.identity.Official;
import id.lindungdesa.refusal.Refusal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.sql.DataSource;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.actuate.health.Status;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

class DocumentsTest {

    private static final Instant NOON = Instant.parse("2022-10-03T05:00:00Z");
    private static final byte[] PDF = "%PDF-1.7\n1 0 obj<<>>endobj\n%%EOF".getBytes(StandardCharsets.US_ASCII);
    private static DataSource source;

    @TempDir
    private Path data;
    private Documents documents;

    @BeforeAll
    static void database() {
        source = TestSchema.fresh("document_test");
    }

    @BeforeEach
    void empty() {
        JdbcClient.create(source).sql("truncate document_file cascade").update();
        CurrentUser siti = () -> Optional.of(new Official("siti", "Siti", Set.of()));
        documents = new Documents(new DocumentFiles(JdbcClient.create(source)),
                new StaticListableBeanFactory().getBeanProvider(DocumentReaders.class), siti,
                Clock.fixed(NOON, ZoneId.of("Asia/Jakarta")), data, 1 << 20);
    }

    @Test
    void keepsAFileAndGivesItBack() throws IOException {
        StoredDocument stored = store(PDF, "Surat permohonan.pdf");

        assertThat(stored).isEqualTo(new StoredDocument(stored.id(), "RAB", "Surat permohonan.pdf", "application/pdf",
                PDF.length, "c787501c0aaceba788e862262524c85eba4d3143001725dbe31f9041cdcb397b", "siti", NOON));
        assertThat(documents.require(stored.id())).isEqualTo(stored);
        try (InputStream content = documents.content(stored)) {
            assertThat(content.readAllBytes()).isEqualTo(PDF);
        }
        assertThat(place(stored)).hasBinaryContent(PDF);
        assertThat(leftAside()).isEmpty();
    }

    @Test
    void theSameContentIsKeptOnceUnderTwoIds() {
        StoredDocument first = store(PDF, "satu.pdf");
        StoredDocument second = store(PDF, "dua.pdf");

        assertThat(first.id()).isNotEqualTo(second.id());
        assertThat(first.sha256()).isEqualTo(second.sha256());
        assertThat(documents.verify()).isEqualTo(new Documents.Integrity(1, List.of()));
    }

    @Test
    void manyAtOnceBringTheSameContent() throws Exception {
        ExecutorService clerks = Executors.newFixedThreadPool(8);
        try {
            List<Future<StoredDocument>> all = IntStream.range(0, 40)
                    .mapToObj(i -> clerks.submit(() -> store(PDF, "berkas.pdf"))).toList();
            for (Future<StoredDocument> one : all) {
                documents.content(one.get()).close();
            }
        } finally {
            clerks.shutdown();
        }
        assertThat(leftAside()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"surat.pdf,application/pdf", "foto.JPG,image/jpeg", "foto.jpeg,image/jpeg", "cap.png,image/png",
            "surat.docx,application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "rab.xlsx,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"})
    void acceptsWhatItsNameSays(String name, String mediaType) throws IOException {
        assertThat(store(sample(name), name).mediaType()).isEqualTo(mediaType);
    }

    @ParameterizedTest
    @CsvSource({"surat.pdf,foto.png", "foto.jpg,cap.png", "rab.xlsx,surat.docx", "surat.docx,polos.zip",
            "surat.pdf,page.html", "surat.docx,makro.docx", "foto.png,program.exe"})
    void refusesWhatIsNotWhatItSays(String name, String content) throws IOException {
        assertRefused("DOCUMENT_TYPE_MISMATCH", sample(content), name);
    }

    @ParameterizedTest
    @CsvSource({"page.html", "program.exe", "tanpa-akhiran", "''", "surat.pdf.zip", ".pdf/x", "pdf"})
    void refusesOtherTypes(String name) {
        assertRefused("DOCUMENT_TYPE_NOT_ALLOWED", PDF, name);
    }

    @Test
    void refusesTheEmptyAndTheLarge() {
        assertRefused("DOCUMENT_EMPTY", new byte[0], "kosong.pdf");
        assertRefused("DOCUMENT_TOO_LARGE", Arrays.copyOf(PDF, (1 << 20) + 1), "besar.pdf");
        assertThat(store(Arrays.copyOf(PDF, 1 << 20), "pas.pdf").bytes()).isEqualTo(1 << 20);
    }

    @ParameterizedTest
    @CsvSource({"rab", "R A B", "''", "1RAB"})
    void refusesAKindThatIsNoCode(String kind) {
        assertThatThrownBy(() -> documents.store(new ByteArrayInputStream(PDF), "a.pdf", kind))
                .isInstanceOfSatisfying(Refusal.class,
                        refusal -> assertThat(refusal.code()).isEqualTo("DOCUMENT_KIND_INVALID"));
    }

    @Test
    void aRefusedFileLeavesNothing() throws IOException {
        assertRefused("DOCUMENT_TYPE_MISMATCH", sample("page.html"), "surat.pdf");

        assertThat(leftAside()).isEmpty();
        assertThat(JdbcClient.create(source).sql("select count(*) from document_file").query(Long.class).single()).isZero();
    }

    @Test
    void aBrokenSourceLeavesNothing() throws IOException {
        InputStream broken = new InputStream() {
            private int left = 100_000;

            @Override
            public int read() throws IOException {
                if (left-- == 0) {
                    throw new IOException("connection lost");
                }
                return '%';
            }

            @Override
            public int read(byte[] into, int from, int length) throws IOException {
                into[from] = (byte) read();
                return 1;
            }
        };

        assertThatThrownBy(() -> documents.store(broken, "a.pdf", "RAB")).hasRootCauseMessage("connection lost");
        assertThat(leftAside()).isEmpty();
    }

    @Test
    void aFileThatChangedOnDiskIsNotGiven() throws IOException {
        StoredDocument stored = store(PDF, "surat.pdf");
        byte[] forged = PDF.clone();
        forged[20]++;
        Files.write(place(stored), forged);

        assertThatThrownBy(() -> documents.content(stored)).isInstanceOfSatisfying(Refusal.class,
                refusal -> assertThat(refusal.code()).isEqualTo("DOCUMENT_DAMAGED"));
        assertThat(documents.verify()).isEqualTo(new Documents.Integrity(1, List.of(stored.sha256())));
    }

    @Test
    void aFileThatVanishedIsNotGivenUntilItIsBroughtAgain() throws IOException {
        StoredDocument stored = store(PDF, "surat.pdf");
        Files.delete(place(stored));

        assertThatThrownBy(() -> documents.content(stored)).isInstanceOf(Refusal.class);

        store(PDF, "lagi.pdf");
        documents.content(stored).close();
    }

    @Test
    void findsDocumentsInTheOrderAskedFor() {
        StoredDocument first = store(PDF, "satu.pdf");
        StoredDocument second = store(PDF, "dua.pdf");

        assertThat(documents.requireAll(Documents.ids(" %s , %s,%s".formatted(second.id(), first.id(), second.id()))))
                .containsExactly(second, first);
        assertThat(Documents.ids(null)).isEmpty();
        assertThat(Documents.ids(" ")).isEmpty();
        assertUnknown(() -> documents.require(UUID.randomUUID()));
        assertUnknown(() -> documents.requireAll(List.of(first.id(), UUID.randomUUID())));
        assertUnknown(() -> Documents.ids("bukan-id"));
    }

    @ParameterizedTest
    @CsvSource({"../../etc/surat.pdf,surat.pdf", "'C:\\Data\\surat.pdf',surat.pdf", "'su\trat\u0000\u202Efdp.pdf',suratfdp.pdf",
            ".tersembunyi.pdf,tersembunyi.pdf", "'a   b.pdf',a b.pdf", "'*?.pdf',berkas.pdf"})
    void cleansFileNames(String given, String kept) {
        assertThat(store(PDF, given).fileName()).isEqualTo(kept);
    }

    @Test
    void shortensLongNamesAndKeepsTheirType() {
        assertThat(store(PDF, "x".repeat(1000) + ".pdf").fileName()).hasSize(150).endsWith("x.pdf");
        assertThat(store(PDF, "\uD83D\uDE00".repeat(200) + ".pdf").fileName()).endsWith("\uD83D\uDE00.pdf");
    }

    @Test
    void forgetsUploadsThatNeverCameToAnEnd() throws IOException {
        Path incoming = Files.createDirectories(data.resolve("documents/incoming"));
        Path old = Files.write(incoming.resolve("old"), PDF);
        Files.setLastModifiedTime(old, FileTime.from(Files.getLastModifiedTime(old).toInstant().minus(Duration.ofHours(25))));
        Path running = Files.write(incoming.resolve("running"), PDF);

        documents.forgetAbandoned();

        assertThat(leftAside()).containsExactly(running);
    }

    @Test
    void isUnwellWithoutItsFolder() throws IOException {
        assertThat(new DocumentHealth(documents).health().getStatus()).isEqualTo(Status.UP);

        Files.delete(data.resolve("documents/incoming"));
        Files.delete(data.resolve("documents"));
        Files.write(data.resolve("documents"), PDF);

        assertThat(new DocumentHealth(documents).health().getStatus()).isEqualTo(Status.DOWN);
    }

    private StoredDocument store(byte[] content, String name) {
        return documents.store(new ByteArrayInputStream(content), name, "RAB");
    }

    private void assertRefused(String code, byte[] content, String name) {
        assertThatThrownBy(() -> store(content, name)).isInstanceOfSatisfying(Refusal.class,
                refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private static void assertUnknown(ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(Refusal.class,
                refusal -> assertThat(refusal.code()).isEqualTo("DOCUMENT_UNKNOWN"));
    }

    private Path place(StoredDocument stored) {
        return data.resolve("documents").resolve(stored.sha256().substring(0, 2))
                .resolve(stored.sha256().substring(2, 4)).resolve(stored.sha256());
    }

    private List<Path> leftAside() throws IOException {
        try (Stream<Path> files = Files.list(data.resolve("documents/incoming"))) {
            return files.toList();
        }
    }

    private static byte[] sample(String name) throws IOException {
        return switch (name.substring(name.lastIndexOf('.') + 1).toLowerCase()) {
            case "pdf" -> PDF;
            case "jpg", "jpeg" -> new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0, 0, 16, 'J', 'F', 'I', 'F', 0};
            case "png" -> new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0, 0, 0, 13, 'I', 'H', 'D', 'R'};
            case "docx" -> name.startsWith("makro")
                    ? zip("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin")
                    : zip("[Content_Types].xml", "word/document.xml");
            case "xlsx" -> zip("[Content_Types].xml", "xl/workbook.xml");
            case "zip" -> zip("readme.txt");
            case "html" -> "<!DOCTYPE html><html><script>1</script></html>".getBytes(StandardCharsets.US_ASCII);
            default -> new byte[] {'M', 'Z', (byte) 0x90, 0, 3, 0, 0, 0};
        };
    }

    private static byte[] zip(String... entries) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (String entry : entries) {
                zip.putNextEntry(new ZipEntry(entry));
                zip.write("<x/>".getBytes(StandardCharsets.US_ASCII));
            }
        }
        return out.toByteArray();
    }
}
