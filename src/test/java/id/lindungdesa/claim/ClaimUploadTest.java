package id.lindungdesa.claim;

import static id.lindungdesa.claim.ClaimStage.HEAD;
import static id.lindungdesa.claim.ClaimStage.OFFICER;
import static id.lindungdesa.claim.ClaimStage.OPERATOR;
import static id.lindungdesa.claim.ClaimStage.OPERATOR_ELSEWHERE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import id.lindungdesa.LindungDesaTest;
import id.lindungdesa.benefit.Relation;
import id.lindungdesa.claim.ClaimPaper.Standing;
import id.lindungdesa.refusal.Refusal;
import id.lindungdesa.workflow.Workflow;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a family brings through a link, from outside: what it opens, when it closes, and that half a file is none. */
@LindungDesaTest
class ClaimUploadTest {

    private static final String PDF = "%PDF-1.4\n%%EOF\n";
    private static final Instant PAST = Instant.parse("2026-01-01T00:00:00Z");

    @LocalServerPort int port;
    @Autowired ProcessEngine engine;
    @Autowired RuntimeService runtime;
    @Autowired ClaimStage stage;
    @Autowired Claims claims;
    @Autowired ClaimPapers papers;
    @Autowired ClaimUploads uploads;
    @Autowired Workflow workflow;
    @Autowired JdbcClient jdbc;
    @Value("${lindungdesa.data}") Path data;

    private final HttpClient http = HttpClient.newHttpClient();

    private final List<UUID> mine = new ArrayList<>();

    @AfterEach
    void leaveNobodyATask() {
        stage.forget(mine);
    }

    @BeforeEach
    void set() {
        BpmnAwareTests.init(engine);
        stage.set();
    }

    @Test
    void theFamilyBringsWhatIsMissingAndTheOfficerLooksAgain() throws Exception {
        UUID claim = incomplete();
        ClaimUploads.Made made = made(OPERATOR, claim);
        String token = made.token();

        HttpResponse<String> page = get("/unggah/" + token);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
        assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-store");
        HttpResponse<String> asked = get("/unggah/" + token + "/papers");
        assertThat(asked.body()).contains(claims.get(claim).number(), "AKTA_KEMATIAN", "KUA atau Dinas Dukcapil")
                .doesNotContain("Ahli Waris", "rahasia", "94.01", "42000000");

        HttpResponse<String> sent = upload(token, "AKTA_KEMATIAN", "akta%20ibu.pdf", PDF);
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(201);
        assertThat(sent.body()).contains("akta ibu.pdf");
        assertThat(process(claim)).isWaitingAt("UserTask_SupplyDocuments");
        assertThat(post("/unggah/" + token + "/hand-in").body()).contains("\"withOfficer\":true");

        assertThat(process(claim)).isWaitingAt("UserTask_CheckCompleteness").hasPassed("Event_DocumentsUploaded");
        assertThat(standing(claim, "AKTA_KEMATIAN")).isEqualTo(Standing.TO_CHECK);
        assertThat(claims.get(claim).last(Step.SUPPLY).orElseThrow()).returns("Keluarga, melalui tautan unggah", Deed::name);
        assertThat(jdbc.sql("select token_sha256 from claim_upload_link where claim_id = :claim").param("claim", claim)
                .query(String.class).single()).as("a hash is kept, not what it hashes").hasSize(64).isNotEqualTo(token);
        stage.completes(OFFICER, claim, "UserTask_CheckCompleteness", "complete", true);
        assertThat(get("/unggah/" + token + "/papers").body()).contains("\"wanted\":false");
        assertRefused(upload(token, "KTP", "ktp.pdf", PDF), 409, "PAPERS_NOT_WANTED");
    }

    @Test
    void anUploadThatBreaksOffLeavesNothing() throws Exception {
        UUID claim = incomplete();
        String token = made(OPERATOR, claim).token();
        long before = documents();

        try (Socket line = new Socket("localhost", port)) {
            line.getOutputStream().write(("POST /unggah/%s/documents?kind=KTP HTTP/1.1\r\nHost: localhost\r\nX-File-Name: ktp.pdf\r\n"
                    + "Content-Type: application/vnd.lindungdesa.file\r\nContent-Length: 100000\r\n\r\n%s").formatted(token, PDF.repeat(2000))
                    .getBytes(StandardCharsets.US_ASCII));
            line.getOutputStream().flush();
            waitFor(() -> !incoming().isEmpty());
        }

        waitFor(() -> incoming().isEmpty());
        assertThat(documents()).isEqualTo(before);
        assertThat(papers.documents(claims.get(claim))).isEmpty();
        assertThat(link(claim)).returns(0, UploadLink::files).returns(1, UploadLink::attempts);
        assertThat(upload(token, "KTP", "ktp.pdf", PDF).statusCode()).as("the family tries again").isEqualTo(201);
    }

    @Test
    void aLinkThatIsExpiredRevokedOrUsedUpOpensNothing() throws Exception {
        UUID claim = incomplete();
        String first = made(OPERATOR, claim).token();
        String second = made(OFFICER, claim).token();
        assertRefused(get("/unggah/" + first + "/papers"), 409, "LINK_REVOKED");
        assertThat(get("/unggah/" + second + "/papers").statusCode()).as("an earlier link closes, the new one is open").isEqualTo(200);

        jdbc.sql("update claim_upload_link set files = most_files - 1 where claim_id = :claim and revoked_at is null").param("claim", claim).update();
        assertThat(upload(second, "KTP", "a.pdf", PDF).statusCode()).isEqualTo(201);
        assertRefused(upload(second, "KTP", "b.pdf", PDF), 409, "LINK_USED_UP");

        String third = made(OPERATOR, claim).token();
        jdbc.sql("update claim_upload_link set bytes = most_bytes - 3 where claim_id = :claim and revoked_at is null").param("claim", claim).update();
        assertRefused(upload(third, "KTP", "c.pdf", PDF), 409, "LINK_USED_UP");

        String fourth = made(OPERATOR, claim).token();
        jdbc.sql("update claim_upload_link set made_at = :past, expires_at = :past + interval '1 hour' where claim_id = :claim and revoked_at is null"
                .replace(":past", "cast(:past as timestamptz)")).param("past", Claims.time(PAST)).param("claim", claim).update();
        assertRefused(get("/unggah/" + fourth + "/papers"), 409, "LINK_EXPIRED");
        assertRefused(upload(fourth, "KTP", "d.pdf", PDF), 409, "LINK_EXPIRED");
        assertRefused(post("/unggah/" + fourth + "/hand-in"), 409, "LINK_EXPIRED");

        ClaimUploads.Made fifth = made(OPERATOR, claim);
        workflow.actingAs(OPERATOR, () -> uploads.revoke(claim, fifth.link().id()));
        assertRefused(upload(fifth.token(), "KTP", "e.pdf", PDF), 409, "LINK_REVOKED");
        assertRefused("LINK_UNKNOWN", () -> workflow.actingAs(OPERATOR, () -> uploads.revoke(claim, fifth.link().id())));
        assertThat(papers.documents(claims.get(claim))).hasSize(1);
    }

    @Test
    void whatIsNoPaperOfTheClaimOrNoDocumentIsRefused() throws Exception {
        UUID claim = incomplete();
        String token = made(OPERATOR, claim).token();

        assertRefused(upload(token, "RAB", "a.pdf", PDF), 422, "PAPER_UNKNOWN");
        assertRefused(upload(token, "KTP", "a.exe", PDF), 422, "DOCUMENT_TYPE_NOT_ALLOWED");
        assertRefused(upload(token, "KTP", "a.png", PDF), 422, "DOCUMENT_TYPE_MISMATCH");
        assertRefused(upload(token, "KTP", "a.pdf", ""), 422, "DOCUMENT_EMPTY");
        assertRefused(upload(token, "KTP", "a.pdf", PDF + "x".repeat(10 << 20)), 422, "DOCUMENT_TOO_LARGE");
        assertRefused(post("/unggah/" + token + "/hand-in"), 422, "DOCUMENT_REQUIRED");
        assertThat(papers.documents(claims.get(claim))).isEmpty();
    }

    @Test
    void aLinkOpensItsOwnClaimOnly() throws Exception {
        UUID claim = incomplete();
        UUID other = incomplete();
        upload(made(OPERATOR, claim).token(), "KTP", "a.pdf", PDF);

        assertThat(papers.documents(claims.get(claim))).hasSize(1);
        assertThat(papers.documents(claims.get(other))).isEmpty();
        assertRefused("NOT_YOUR_OFFICE", () -> made(OPERATOR_ELSEWHERE, claim));
        assertRefused("NOT_YOUR_OFFICE", () -> made(HEAD, claim));
        assertRefused("LINK_UNKNOWN", () -> workflow.actingAs(OPERATOR, () -> uploads.revoke(other, link(claim).id())));
    }

    @Test
    void theSecretStandsInNoLog() throws Exception {
        String token = made(OPERATOR, incomplete()).token();
        Logger root = (Logger) LoggerFactory.getLogger("id.lindungdesa");
        Level before = root.getLevel();
        ListAppender<ILoggingEvent> lines = new ListAppender<>();
        lines.start();
        root.setLevel(Level.DEBUG);
        root.addAppender(lines);
        try {
            get("/unggah/" + token + "/papers");
            upload(token, "KTP", "a.exe", PDF);
            upload(token, "KTP", "ktp-siti.pdf", PDF);
            post("/unggah/" + token + "/hand-in");
        } finally {
            root.detachAppender(lines);
            root.setLevel(before);
        }

        String all = List.copyOf(lines.list).stream().map(ILoggingEvent::getFormattedMessage).collect(Collectors.joining("\n"));
        assertThat(all).contains("/unggah/***/papers", "/unggah/***/documents").doesNotContain(token, "siti");
    }

    @Test
    void whoeverGuessesIsSentAway() throws Exception {
        jdbc.sql("delete from claim_upload_guess").update();
        for (int i = 0; i < ClaimUploads.FREE_GUESSES; i++) {
            assertRefused(get("/unggah/tebakan" + i + "/papers"), 404, "LINK_UNKNOWN");
        }
        assertRefused(get("/unggah/tebakan/papers"), 403, "TOO_MANY_GUESSES");
        assertThat(get("/unggah/" + made(OPERATOR, incomplete()).token() + "/papers").statusCode()).as("who holds a link comes in").isEqualTo(200);
        jdbc.sql("delete from claim_upload_guess").update();
    }

    @Test
    void theCounterBringsPapersOfItsOwnWhileTheFileIsChecked() {
        UUID claim = filed();
        UUID paper = stage.document(OFFICER, "AKTA_KEMATIAN");
        Instant filed = claims.get(claim).receivedAt();
        workflow.actingAs(OFFICER, () -> uploads.bring(claim, List.of(paper)));

        assertThat(standing(claim, "AKTA_KEMATIAN")).isEqualTo(Standing.TO_CHECK);
        Instant received = claims.get(claim).receivedAt();
        assertThat(received).as("the clock runs from the paper that was missing").isAfter(filed);
        UUID copy = stage.document(OFFICER, "AKTA_KEMATIAN");
        workflow.actingAs(OFFICER, () -> uploads.bring(claim, List.of(copy)));
        assertThat(claims.get(claim).receivedAt()).as("not from one more copy").isEqualTo(received);

        UUID others = filed();
        assertRefused("DOCUMENT_IN_OTHER_CLAIM", () -> workflow.actingAs(OFFICER, () -> uploads.bring(others, List.of(paper))));
        assertRefused("DOCUMENT_REQUIRED", () -> workflow.actingAs(OFFICER, () -> uploads.bring(others, List.of())));
        stage.completes(OFFICER, claim, "UserTask_CheckCompleteness", "complete", false, "note", "Masih kurang.");
        UUID last = stage.document(OFFICER, "KTP");
        workflow.actingAs(OFFICER, () -> uploads.bring(claim, List.of(last)));
        assertThat(process(claim)).isWaitingAt("UserTask_CheckCompleteness");
        assertThat(claims.get(claim).last(Step.SUPPLY).orElseThrow().user()).isEqualTo(OFFICER);
    }

    private UUID filed() {
        mine.add(stage.filed(stage.coveredWorker(), Relation.SPOUSE));
        return mine.get(mine.size() - 1);
    }

    private UUID incomplete() {
        UUID claim = filed();
        stage.completes(OFFICER, claim, "UserTask_CheckCompleteness", "complete", false, "note", "catatan rahasia");
        return claim;
    }

    private ClaimUploads.Made made(String user, UUID claim) {
        List<ClaimUploads.Made> made = new ArrayList<>();
        workflow.actingAs(user, () -> made.add(uploads.make(claim)));
        return made.get(0);
    }

    private UploadLink link(UUID claim) {
        List<UploadLink> links = new ArrayList<>();
        workflow.actingAs(OPERATOR, () -> links.addAll(uploads.of(claim)));
        return links.get(links.size() - 1);
    }

    private Standing standing(UUID claim, String kind) {
        return papers.of(claims.get(claim)).stream().filter(paper -> paper.asked().kind().equals(kind)).findFirst().orElseThrow().standing();
    }

    private org.camunda.bpm.engine.runtime.ProcessInstance process(UUID claim) {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(claim.toString()).singleResult();
    }

    private long documents() {
        return jdbc.sql("select count(*) from document_file").query(Long.class).single();
    }

    private List<Path> incoming() {
        try (Stream<Path> drafts = Files.list(data.toAbsolutePath().resolve("documents/incoming"))) {
            return drafts.toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void waitFor(java.util.function.BooleanSupplier state) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!state.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited too long").isLessThan(end);
            Thread.sleep(20);
        }
    }

    private HttpResponse<String> get(String path) throws Exception {
        return send(HttpRequest.newBuilder(uri(path)));
    }

    private HttpResponse<String> post(String path) throws Exception {
        return send(HttpRequest.newBuilder(uri(path)).POST(BodyPublishers.noBody()));
    }

    private HttpResponse<String> upload(String token, String kind, String name, String content) throws Exception {
        return send(HttpRequest.newBuilder(uri("/unggah/%s/documents?kind=%s".formatted(token, kind))).header("X-File-Name", name)
                .header("Content-Type", "application/vnd.lindungdesa.file").POST(BodyPublishers.ofString(content)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    private static void assertRefused(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.body()).contains("\"code\":\"%s\"".formatted(code));
    }

    private static void assertRefused(String code, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
