package id.lindungdesa.attack;

import static org.assertj.core.api.Assertions.assertThat;

import id.lindungdesa.LindungDesaTest;
import id.lindungdesa.identity.Appointment;
import id.lindungdesa.identity.Offices;
import id.lindungdesa.identity.Role;
import id.lindungdesa.refusal.Refusal;
import id.lindungdesa.table.TableReader;
import id.lindungdesa.table.TableRow;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Files that are not what they seem: names that lead elsewhere, types that lie, workbooks that grow or look around. */
@LindungDesaTest
class UploadAttackTest {

    private static final String OPERATOR = "unggah-operator";
    private static final String PASSWORD = "Rahasia-uji-123";
    private static final String PDF = "%PDF-1.4\n%%EOF";

    @LocalServerPort
    int port;
    @Autowired
    Offices offices;
    private final HttpClient client = HttpClient.newHttpClient();

    @BeforeEach
    void anOperator() {
        offices.appoint(List.of(new Appointment(1, OPERATOR, "Operator Unggah", Role.OPERATOR, "33.01.01.2001",
                LocalDate.of(2020, 1, 1), null, "SK 1")), List.of(), name -> PASSWORD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../../../tmp/lindungdesa-attack.pdf", "..\\\\..\\\\lindungdesa-attack.pdf",
            "/etc/cron.d/lindungdesa-attack.pdf", "C:\\\\Windows\\\\lindungdesa-attack.pdf", "....//....//lindungdesa-attack.pdf",
            "%2e%2e%2flindungdesa-attack.pdf", "<img src=x onerror=alert(1)>.pdf", "a\\\"; filename=lindungdesa-attack.exe; x=\\\".pdf",
            "lindungdesa-attack\u202efdp.pdf", ".htaccess.pdf", "CON.pdf", "-rf.pdf", "$(id).pdf", "=cmd|' /C calc'!A0.pdf"})
    void aFileNameIsANameAndNoPath(String name) throws Exception {
        TreeSet<String> before = filesAround();
        HttpResponse<String> stored = upload(name, "SURAT_PERMOHONAN", PDF.getBytes(StandardCharsets.ISO_8859_1));

        assertThat(stored.statusCode()).as(stored.body()).isEqualTo(201);
        String kept = stored.body().replaceAll(".*\"fileName\":\"((?:[^\"\\\\]|\\\\.)*)\".*", "$1");
        assertThat(kept).doesNotContain("/", "\\", "<", ">", "\"", "\u202e", "\r", "\n").endsWith(".pdf").doesNotStartWith(".");
        HttpResponse<String> back = get("/api/documents/" + stored.body().replaceAll(".*\"id\":\"([^\"]+)\".*", "$1"));
        assertThat(back.statusCode()).isEqualTo(200);
        assertThat(back.headers().firstValue("Content-Disposition").orElse("")).matches("attachment; filename=\"[^\"]*\"(; filename\\*=UTF-8''[\\w%.!$&+^`|~#-]*)?");
        assertThat(back.headers().firstValue("Content-Type").orElse("")).isEqualTo("application/pdf");
        assertThat(back.headers().firstValue("X-Content-Type-Options").orElse("")).isEqualTo("nosniff");
        assertThat(back.headers().firstValue("Content-Security-Policy").orElse("")).contains("default-src 'none'");
        assertThat(back.headers().allValues("Cache-Control")).containsExactly("no-store");
        assertThat(filesAround()).as("a file outside of the documents' folder").isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({"surat.pdf,<html><script>alert(1)</script>,DOCUMENT_TYPE_MISMATCH", "foto.png,<svg onload='alert(1)'/>,DOCUMENT_TYPE_MISMATCH",
            "foto.jpg,%PDF-1.4,DOCUMENT_TYPE_MISMATCH", "surat.html,<b>x</b>,DOCUMENT_TYPE_NOT_ALLOWED",
            "gambar.svg,<svg/>,DOCUMENT_TYPE_NOT_ALLOWED", "surat.pdf.exe,MZ,DOCUMENT_TYPE_NOT_ALLOWED", "surat.pdf,MZ,DOCUMENT_TYPE_MISMATCH",
            "surat.docx,PK,DOCUMENT_TYPE_MISMATCH", "surat,%PDF-1.4,DOCUMENT_TYPE_NOT_ALLOWED", "surat.xlsm,PK,DOCUMENT_TYPE_NOT_ALLOWED"})
    void aFileIsWhatItSays(String name, String content, String code) throws Exception {
        HttpResponse<String> answer = upload(name, "SURAT_PERMOHONAN", content.getBytes(StandardCharsets.ISO_8859_1));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../RAB", "SURAT PERMOHONAN", "<script>", "a", "", "SURAT'; drop table document_file; --"})
    void aKindIsACode(String kind) throws Exception {
        assertThat(upload("surat.pdf", kind, PDF.getBytes()).statusCode()).isEqualTo(422);
    }

    @Test
    void aStrangerNeitherStoresNorReads() throws Exception {
        HttpResponse<String> stored = upload("surat.pdf", "SURAT_PERMOHONAN", PDF.getBytes());
        String path = "/api/documents/" + stored.body().replaceAll(".*\"id\":\"([^\"]+)\".*", "$1");

        assertThat(client.send(HttpRequest.newBuilder(uri(path)).build(), BodyHandlers.ofString()).statusCode()).isEqualTo(401);
        for (String odd : List.of("/api/documents/..%2F..%2Fetc%2Fpasswd", "/api/documents/%2e%2e", "/api/documents/x.pdf",
                path + "/..%2f")) {
            assertThat(get(odd).statusCode()).as(odd).isIn(400, 404);
        }
    }

    @Test
    void aWorkbookLooksAtNothingOutsideOfItself() throws Exception {
        Path secret = Files.writeString(Files.createTempFile("rahasia", ".txt"), "isi-berkas-rahasia");
        String entity = "<!DOCTYPE worksheet [<!ENTITY e SYSTEM \"%s\">]>".formatted(secret.toUri());
        for (String entry : List.of("xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/workbook.xml", "xl/styles.xml")) {
            byte[] workbook = changed(entry, xml -> xml.replaceFirst("\\?>", "?>" + java.util.regex.Matcher.quoteReplacement(entity))
                    .replace(">nama<", ">&e;<").replace("Daftar", "&e;"));

            assertThat(texts(workbook)).as(entry).doesNotContain("isi-berkas-rahasia");
        }
        Files.delete(secret);
    }

    @Test
    void aWorkbookThatMultipliesItselfIsRefused() throws Exception {
        String laughs = "<!DOCTYPE x [<!ENTITY a \"" + "ha".repeat(100) + "\">"
                + Stream.of("b", "c", "d", "e", "f", "g").map(name -> "<!ENTITY %s \"%s\">".formatted(name,
                        ("&" + (char) (name.charAt(0) - 1) + ";").repeat(20))).collect(Collectors.joining()) + "]>";
        byte[] workbook = changed("xl/sharedStrings.xml", xml -> xml.replaceFirst("\\?>", "?>"
                + java.util.regex.Matcher.quoteReplacement(laughs)).replace(">nama<", ">&g;<"));

        assertThat(texts(workbook).length()).isLessThan(1_000_000);
    }

    @Test
    void oneEndlessCellOrRowIsRefusedBeforeItIsInMemory() throws Exception {
        String head = "<?xml version=\"1.0\"?><worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>";
        byte[] cell = bomb(head + "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>", "A".repeat(1 << 20), 300);
        byte[] row = bomb(head + "<row r=\"1\">", "<c/>".repeat(1 << 18), 100);
        byte[] hidden = bomb(head + "<row r=\"1\">", "<c/>".repeat(1000) + "<!--<row >-->", 10_000);

        assertThat(cell.length + row.length + hidden.length).as("small while packed").isLessThan(3 << 20);
        assertThat(texts(cell)).isEqualTo("TABLE_TOO_LARGE");
        assertThat(texts(row)).isEqualTo("TABLE_TOO_LARGE");
        assertThat(texts(hidden)).isEqualTo("TABLE_UNREADABLE");
    }

    @Test
    void anOrdinaryWorkbookIsRead() throws Exception {
        assertThat(texts(ordinary())).isEqualTo("nama=Siti");
    }

    private static byte[] ordinary() throws IOException {
        var out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "test", "1.0")) {
            var sheet = workbook.newWorksheet("Daftar");
            sheet.value(0, 0, "nama");
            sheet.value(1, 0, "Siti");
        }
        return out.toByteArray();
    }

    private static Map<String, byte[]> parts() throws IOException {
        Path file = Files.write(Files.createTempFile("biasa", ".xlsx"), ordinary());
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : (Iterable<ZipEntry>) zip.stream().map(ZipEntry.class::cast)::iterator) {
                parts.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
            }
        }
        Files.delete(file);
        return parts;
    }

    /** What a list's reader makes of a workbook: its rows, or the code of the refusal. */
    private static String texts(byte[] workbook) throws IOException {
        try (TableReader rows = TableReader.open(new ByteArrayInputStream(workbook))) {
            List<String> all = new ArrayList<>();
            for (TableRow row : rows) {
                row.cells().forEach((column, text) -> all.add(column + "=" + text));
            }
            return String.join(",", all);
        } catch (Refusal e) {
            return e.code();
        }
    }

    private static byte[] changed(String name, java.util.function.UnaryOperator<String> change) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> entry : parts().entrySet()) {
                byte[] content = entry.getValue();
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getKey().equals(name)
                        ? change.apply(new String(content, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8) : content);
            }
        }
        return out.toByteArray();
    }

    private static byte[] bomb(String head, String piece, int times) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> entry : parts().entrySet()) {
                byte[] content = entry.getValue();
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                if (entry.getKey().equals("xl/worksheets/sheet1.xml")) {
                    zip.write(head.getBytes(StandardCharsets.UTF_8));
                    byte[] bytes = piece.getBytes(StandardCharsets.UTF_8);
                    for (int i = 0; i < times; i++) {
                        zip.write(bytes);
                    }
                } else {
                    zip.write(content);
                }
            }
        }
        return out.toByteArray();
    }

    /** What lies where an escaped name would land. */
    private static TreeSet<String> filesAround() throws IOException {
        TreeSet<String> found = new TreeSet<>();
        for (Path folder : List.of(Path.of("."), Path.of("target"), Path.of("/tmp"), Path.of("/etc/cron.d"), Path.of("/"))) {
            if (Files.isDirectory(folder)) {
                try (Stream<Path> files = Files.list(folder)) {
                    files.map(Path::toString).filter(name -> name.contains("lindungdesa-attack")).forEach(found::add);
                }
            }
        }
        return found;
    }

    private HttpResponse<String> upload(String name, String kind, byte[] content) throws Exception {
        var body = new ByteArrayOutputStream();
        body.write(("--grenze\r\nContent-Disposition: form-data; name=\"kind\"\r\n\r\n" + kind + "\r\n--grenze\r\n"
                + "Content-Disposition: form-data; name=\"file\"; filename=\"" + name + "\"\r\nContent-Type: text/html\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.write(content);
        body.write("\r\n--grenze--\r\n".getBytes(StandardCharsets.UTF_8));
        return client.send(request("/api/documents").header("Content-Type", "multipart/form-data; boundary=grenze")
                .POST(BodyPublishers.ofByteArray(body.toByteArray())).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String path) throws Exception {
        return client.send(request(path).build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(uri(path)).header("Authorization", "Basic " + Base64.getEncoder()
                .encodeToString((OPERATOR + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8)));
    }

    private URI uri(String path) {
        return URI.create("http://localhost:" + port + path);
    }
}
