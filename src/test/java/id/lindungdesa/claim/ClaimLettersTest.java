package id.lindungdesa.claim;

import static id.lindungdesa.claim.ClaimStage.BRANCH_HEAD;
import static id.lindungdesa.claim.ClaimStage.FINANCE;
import static id.lindungdesa.claim.ClaimStage.HEAD;
import static id.lindungdesa.claim.ClaimStage.OFFICER;
import static id.lindungdesa.claim.ClaimStage.OFFICER_ELSEWHERE;
import static id.lindungdesa.claim.ClaimStage.OPERATOR;
import static id.lindungdesa.claim.ClaimStage.OPERATOR_ELSEWHERE;
import static id.lindungdesa.claim.ClaimStage.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.lindungdesa.LindungDesaTest;
import id.lindungdesa.benefit.Relation;
import id.lindungdesa.calendar.DateWords;
import id.lindungdesa.enrolment.Worker;
import id.lindungdesa.letter.PrintedLetter;
import id.lindungdesa.operation.Wholeness;
import id.lindungdesa.refusal.Finding;
import id.lindungdesa.refusal.Refusal;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.HttpEntity;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.LinkedMultiValueMap;

/** Letters of claims as the family has them in hand: on paper, and on the page that tells whether they are ours. */
@LindungDesaTest
class ClaimLettersTest {

    @Autowired ClaimStage stage;
    @Autowired Claims claims;
    @Autowired ClaimFiles files;
    @Autowired ManagementService jobs;
    @Autowired RuntimeService runtime;
    @Autowired TestRestTemplate http;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transaction;
    @Autowired @Qualifier("letterWholeness") Wholeness whole;

    @BeforeEach
    void set() {
        stage.set();
        jdbc.sql("delete from letter_check").update();
    }

    @Test
    void a_letter_is_downloaded_in_the_claims_area_and_nowhere_else() {
        ClaimFiles.Letter letter = missingPapers(stage.coveredWorker());

        byte[] pdf = download(OPERATOR, letter.id()).getBody();
        assertThat(new PrintedLetter(pdf).text()).contains(letter.number(), "Akta kematian belum ada",
                "BPJS KETENAGAKERJAAN Kantor Cabang Uji Klaim");
        assertThat(download(OFFICER, letter.id()).getBody()).isEqualTo(pdf);
        assertThat(download(FINANCE, letter.id()).getStatusCode().value()).isEqualTo(200);
        for (String stranger : new String[] {OPERATOR_ELSEWHERE, OFFICER_ELSEWHERE, ClaimStage.CAMAT, ClaimStage.AUDITOR}) {
            assertThat(download(stranger, letter.id()).getStatusCode().value()).as(stranger).isEqualTo(404);
        }
        assertThat(http.getForEntity("/api/letters/" + letter.id(), byte[].class).getStatusCode().value()).isEqualTo(401);
    }

    @Test
    void the_code_on_the_paper_leads_to_a_page_that_knows_it_and_names_nobody() {
        Worker worker = stage.coveredWorker();
        ClaimFiles.Letter letter = missingPapers(worker);
        String address = new PrintedLetter(download(OPERATOR, letter.id()).getBody()).scanned(0);

        ResponseEntity<String> page = http.getForEntity(URI.create(address).getPath(), String.class);

        assertThat(page.getStatusCode().value()).isEqualTo(200);
        assertThat(page.getBody()).contains("Surat ini tercatat", letter.number(), "Kelengkapan berkas klaim",
                "BPJS Ketenagakerjaan, Kantor Cabang Uji Klaim").doesNotContain(worker.name(), worker.nik(), "Ahli Waris", "Akta kematian");
        assertThat(page.getHeaders().getFirst("Content-Security-Policy")).contains("default-src 'none'", "form-action 'self'")
                .doesNotContain("script-src", "unsafe");
        assertThat(page.getHeaders().getCacheControl()).contains("no-store");
        String typed = address.substring(address.lastIndexOf('/') + 1).replace("-", "").toLowerCase();
        assertThat(http.getForObject("/surat?code=" + typed, String.class)).contains(letter.number());
        assertThat(http.getForObject("/surat", String.class)).contains("Ketik kode surat");
    }

    @Test
    void a_changed_file_is_told_from_the_letter_itself() {
        ClaimFiles.Letter letter = missingPapers(stage.coveredWorker());
        byte[] pdf = download(OPERATOR, letter.id()).getBody();
        String path = URI.create(new PrintedLetter(pdf).scanned(0)).getPath();
        byte[] changed = Arrays.copyOf(pdf, pdf.length);
        changed[pdf.length / 2] ^= 1;

        assertThat(compared(path, pdf)).contains("Sama persis").doesNotContain("Berbeda.");
        assertThat(compared(path, changed)).contains("Berbeda.").doesNotContain("Sama persis");
        assertThat(compared(path, new byte[0])).doesNotContain("Berbeda.", "Sama persis");
    }

    @Test
    void who_tries_codes_is_made_to_wait() {
        ClaimFiles.Letter letter = missingPapers(stage.coveredWorker());
        String path = URI.create(new PrintedLetter(download(OPERATOR, letter.id()).getBody()).scanned(0)).getPath();

        assertThat(http.getForEntity("/surat/0000-0000-0000-0000", String.class).getBody()).contains("Tidak ada surat kami");
        IntStream.range(0, 59).forEach(i -> assertThat(http.getForEntity("/surat/0000-0000-0000-%04d".formatted(i), String.class)
                .getStatusCode().value()).isEqualTo(404));

        ResponseEntity<String> waiting = http.getForEntity(path, String.class);
        assertThat(waiting.getStatusCode().value()).isEqualTo(429);
        assertThat(waiting.getHeaders().getFirst("Retry-After")).isEqualTo("600");
        assertThat(waiting.getBody()).contains("coba lagi setelah 10 menit").doesNotContain(letter.number());
        jdbc.sql("update letter_check set counted_from = counted_from - interval '11 minutes'").update();
        assertThat(http.getForEntity(path, String.class).getStatusCode().value()).isEqualTo(200);
    }

    @Test
    void each_step_of_a_claim_tells_the_family_on_paper_and_by_mail() {
        Worker worker = stage.coveredWorker();
        ClaimForm form = stage.form(worker, stage.today(), Relation.SPOUSE);
        UUID claim = stage.file(OPERATOR, new ClaimForm("JKM", worker.nik(), form.eventDate(), "ILLNESS", new ClaimForm.ReporterForm(
                "Pelapor Uji", null, "SPOUSE", "keluarga@contoh.example"), form.heirs(), List.of()), false).id();
        stage.completes(OFFICER, claim, "UserTask_CheckCompleteness", "complete", true);
        stage.completes(OFFICER, claim, "UserTask_ConfirmBenefit", "approved", true);
        stage.completes(HEAD, claim, "UserTask_ApproveClaim", "approved", true);
        stage.completes(BRANCH_HEAD, claim, "UserTask_ApproveAboveLimit", "approved", true);
        stage.completes(FINANCE, claim, "UserTask_PayClaim", "bankReference", "BNI/2026-78");
        jobs.createJobQuery().processInstanceId(runtime.createProcessInstanceQuery().processInstanceBusinessKey(claim.toString())
                .singleResult().getId()).list().forEach(job -> jobs.executeJob(job.getId()));

        assertThat(files.letters(claim)).extracting(ClaimFiles.Letter::kind).containsExactly("RECEIPT", "DECISION", "PAYMENT");
        String receipt = paper(claim, 0);
        assertThat(receipt).contains("Tanda terima", worker.name(), "paling lambat 3 hari kerja", "Akta kematian", ": belum", "tidak dipungut biaya");
        assertThat(paper(claim, 1)).contains("dikabulkan.", "Santunan sekaligus", "PP 82/2019 Pasal 34", "Rp20.000.000", "Rp42.000.000",
                "Ahli Waris 1", "paling lambat " + DateWords.day(claims.get(claim).payBy()), "Pengaduan dijawab paling lama 5 hari kerja");
        assertThat(paper(claim, 2)).contains("telah dibayar", "Rp42.000.000", "referensi bank BNI/2026-78", "Beasiswa");
        assertThat(jdbc.sql("select subject || ' ' || body from notice_mail where recipient = 'keluarga@contoh.example' order by subject")
                .query(String.class).list()).hasSize(3).allSatisfy(mail -> assertThat(mail).contains(claims.get(claim).number(), "/surat/")
                .doesNotContain(worker.name(), worker.nik(), "Rp", "BNI", "Ahli Waris"));
        jdbc.sql("delete from notice_mail where recipient = 'keluarga@contoh.example'").update();
    }

    @Test
    void a_wrong_address_is_refused_at_the_counter() {
        Worker worker = stage.coveredWorker();
        ClaimForm form = stage.form(worker, stage.today(), Relation.SPOUSE);

        assertThatThrownBy(() -> stage.file(OPERATOR, new ClaimForm("JKM", worker.nik(), form.eventDate(), "ILLNESS",
                new ClaimForm.ReporterForm("Pelapor Uji", null, null, "keluarga"), form.heirs(), List.of()), false))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.findings()).extracting(Finding::code).contains("EMAIL_SHAPE"));
    }

    private String paper(UUID claim, int place) {
        return new PrintedLetter(download(OPERATOR, files.letters(claim).get(place).id()).getBody()).text();
    }

    @Test
    void a_paper_that_changed_in_the_store_is_named() {
        ClaimFiles.Letter letter = missingPapers(stage.coveredWorker());

        transaction.executeWithoutResult(status -> {
            jdbc.sql("update letter_letter set pdf = pdf || '\\x00' where id = :id").param("id", letter.id()).update();
            assertThat(whole.faults()).contains(letter.number());
            status.setRollbackOnly();
        });
        assertThat(whole.faults()).doesNotContain(letter.number());
    }

    private ClaimFiles.Letter missingPapers(Worker worker) {
        UUID claim = stage.filed(worker, Relation.SPOUSE);
        stage.completes(OFFICER, claim, "UserTask_CheckCompleteness", "complete", false, "note", "Akta kematian belum ada");
        return files.letters(claim).stream().filter(letter -> letter.kind().equals("MISSING_DOCUMENTS")).findFirst().orElseThrow();
    }

    private ResponseEntity<byte[]> download(String user, UUID letter) {
        return http.withBasicAuth(user, PASSWORD).getForEntity("/api/letters/" + letter, byte[].class);
    }

    private String compared(String path, byte[] content) {
        var parts = new LinkedMultiValueMap<String, Object>();
        parts.add("file", new HttpEntity<>(new ByteArrayResource(content) {
            @Override
            public String getFilename() {
                return "surat.pdf";
            }
        }));
        return http.postForObject(path, parts, String.class);
    }
}
