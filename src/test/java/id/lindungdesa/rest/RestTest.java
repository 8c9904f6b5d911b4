package id.lindungdesa.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import id.lindungdesa.LindungDesaTest;
import id.lindungdesa.identity.Appointment;
import id.lindungdesa.identity.Offices;
import id.lindungdesa.identity.Role;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.LinkedMultiValueMap;

/** The edges of the whole application, with its real filters, limits and login. */
@LindungDesaTest
class RestTest {

    private static final String LIST = """
            code,name,district_name,regency_name,province_name
            97.01.01.2001,Satu,Hulu,Kabupaten Satu,Provinsi Tepi
            97.01.01.1002,Dua,Hulu,Kabupaten Satu,Provinsi Tepi
            97.01.01.2003,,Hulu,Kabupaten Satu,Provinsi Tepi
            """;
    private static final byte[] PDF = "%PDF-1.7\n%%EOF".getBytes(StandardCharsets.US_ASCII);

    @Autowired
    TestRestTemplate http;
    @Autowired
    Offices offices;

    @Test
    void theAdministratorLoadsRegionsAndReadsThemInPages() {
        ResponseEntity<JsonNode> loaded = put("/api/regions/2019", LIST);

        assertThat(loaded.getStatusCode()).isEqualTo(HttpStatus.OK);
        assertThat(loaded.getBody().toString()).isEqualTo("""
                {"edition":2019,"provinces":1,"regencies":1,"districts":1,"desa":1,"kelurahan":1,"rejected":[\
                {"line":4,"field":"name","code":"NAME_EMPTY","message":"Nama wajib diisi."}]}""");
        JsonNode page = admin().getForObject("/api/regions/2019/villages?regency=97.01&size=1&page=1&sort=name,desc",
                JsonNode.class);
        assertThat(page.get("total").asLong()).isEqualTo(2);
        assertThat(page.get("items").get(0).get("name").asText()).isEqualTo("Dua");
        assertThat(put("/api/branches", "branch,regency_code\ntepi,97.01\n").getStatusCode()).isEqualTo(HttpStatus.OK);
    }

    @Test
    void aFaultyRequestIsAProblem() {
        assertProblem(put("/api/regions/2019", "code\n1\n"), 422, "COLUMN_MISSING");
        assertProblem(put("/api/regions/satu", LIST), 404, "NOT_FOUND");
        assertProblem(admin().getForEntity("/api/regions/1946", JsonNode.class), 404, "EDITION_UNKNOWN");
        assertProblem(admin().getForEntity("/api/nowhere", JsonNode.class), 404, "NOT_FOUND");
        assertProblem(admin().postForEntity("/api/regions/2019", null, JsonNode.class), 405, "METHOD_NOT_ALLOWED");
        assertProblem(admin().exchange("/api/regions/2019", HttpMethod.PUT, new HttpEntity<>("{}", json()), JsonNode.class),
                415, "MEDIA_TYPE_NOT_SUPPORTED");
    }

    @Test
    void nothingUnderApiIsCached() {
        assertThat(http.getForEntity("/api/openapi", String.class).getHeaders().getCacheControl()).isEqualTo("no-store");
        assertThat(admin().getForEntity("/api/openapi", String.class).getHeaders().getCacheControl()).isEqualTo("no-store");
    }

    @Test
    void describesItself() {
        JsonNode description = admin().getForObject("/api/openapi", JsonNode.class);

        assertThat(description.at("/info/title").asText()).isEqualTo("Lindung Desa");
        assertThat(description.at("/components/securitySchemes/basic/scheme").asText()).isEqualTo("basic");
        assertThat(description.get("paths").fieldNames()).toIterable().contains("/api/documents", "/api/regions/{edition}")
                .allMatch(path -> path.startsWith("/api/"));
    }

    @Test
    void aDocumentIsStoredOnceAndGivenBack() {
        String key = UUID.randomUUID().toString();
        ResponseEntity<JsonNode> first = upload(PDF, "Surat é.pdf", key);
        ResponseEntity<JsonNode> again = upload(PDF, "Surat é.pdf", key);

        assertThat(first.getStatusCode()).isEqualTo(HttpStatus.CREATED);
        assertThat(again.getStatusCode()).isEqualTo(HttpStatus.CREATED);
        assertThat(again.getHeaders().getFirst(OncePerKey.REPLAYED)).isEqualTo("true");
        assertThat(again.getBody().get("id")).isEqualTo(first.getBody().get("id"));
        assertThat(again.getBody().get("sha256")).isEqualTo(first.getBody().get("sha256"));
        assertProblem(upload(PDF, "Lain.pdf", key), 422, "IDEMPOTENCY_KEY_REUSED");

        ResponseEntity<byte[]> content = official().getForEntity("/api/documents/" + first.getBody().get("id").asText(), byte[].class);
        assertThat(content.getBody()).isEqualTo(PDF);
        assertThat(content.getHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_PDF);
        assertThat(content.getHeaders().getFirst("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(content.getHeaders().getFirst(HttpHeaders.CONTENT_DISPOSITION)).startsWith("attachment;")
                .contains("filename*=UTF-8''Surat%20%C3%A9.pdf");
    }

    @Test
    void refusesFilesThatAreNotWhatTheySayEmptyOrTooLarge() {
        assertProblem(upload("<html>".getBytes(StandardCharsets.US_ASCII), "surat.pdf", null), 422, "DOCUMENT_TYPE_MISMATCH");
        assertProblem(upload(new byte[0], "surat.pdf", null), 422, "DOCUMENT_EMPTY");
        assertProblem(upload(Arrays.copyOf(PDF, 11 << 20), "surat.pdf", null), 413, "DOCUMENT_TOO_LARGE");
        assertProblem(upload(Arrays.copyOf(PDF, 40 << 20), "surat.pdf", "k-" + UUID.randomUUID()), 413, "DOCUMENT_TOO_LARGE");
        assertThat(upload(Arrays.copyOf(PDF, 10 << 20), "surat.pdf", null).getStatusCode()).isEqualTo(HttpStatus.CREATED);
    }

    @Test
    void aDocumentOfNobodyIsNotFound() {
        assertProblem(official().getForEntity("/api/documents/" + UUID.randomUUID(), JsonNode.class), 404, "DOCUMENT_UNKNOWN");
        assertProblem(official().getForEntity("/api/documents/x", JsonNode.class), 404, "NOT_FOUND");
    }

    @BeforeEach
    void anOfficial() {
        offices.appoint(List.of(new Appointment(1, "berkas-uji", "Camat Uji", Role.CAMAT, "97.01.01", LocalDate.of(2020, 1, 1),
                null, "SK 1")), List.of(), user -> "Rahasia-uji-123");
    }

    private TestRestTemplate official() {
        return http.withBasicAuth("berkas-uji", "Rahasia-uji-123");
    }

    private TestRestTemplate admin() {
        return http.withBasicAuth("admin", "Rahasia-uji-123");
    }

    private ResponseEntity<JsonNode> put(String path, String csv) {
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(new MediaType("text", "csv", StandardCharsets.UTF_8));
        return admin().exchange(path, HttpMethod.PUT, new HttpEntity<>(csv.getBytes(StandardCharsets.UTF_8), headers),
                JsonNode.class);
    }

    private ResponseEntity<JsonNode> upload(byte[] content, String name, String key) {
        LinkedMultiValueMap<String, Object> parts = new LinkedMultiValueMap<>();
        parts.add("kind", "RAB");
        parts.add("file", new ByteArrayResource(content) {
            @Override
            public String getFilename() {
                return name;
            }
        });
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(MediaType.MULTIPART_FORM_DATA);
        if (key != null) {
            headers.set(OncePerKey.KEY, key);
        }
        return official().postForEntity("/api/documents", new HttpEntity<>(parts, headers), JsonNode.class);
    }

    private static HttpHeaders json() {
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_JSON);
        return headers;
    }

    private static void assertProblem(ResponseEntity<JsonNode> answer, int status, String code) {
        assertThat(answer.getBody().toString()).contains("\"code\":\"" + code + "\"");
        assertThat(answer.getStatusCode().value()).isEqualTo(status);
        assertThat(answer.getHeaders().getContentType().isCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON)).isTrue();
        assertThat(answer.getBody().get("errors").isArray()).isTrue();
    }
}
