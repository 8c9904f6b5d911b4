package id.lindungdesa.complaint;

import static id.lindungdesa.complaint.ComplaintStage.BRANCH_HEAD;
import static id.lindungdesa.complaint.ComplaintStage.KADES;
import static id.lindungdesa.complaint.ComplaintStage.OPERATOR;
import static id.lindungdesa.complaint.ComplaintStage.OPERATOR_ELSEWHERE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.lindungdesa.LindungDesaTest;
import id.lindungdesa.refusal.Refusal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A family complains by itself, with the code on its letter and without an account. */
@LindungDesaTest
class FamilyComplaintTest {

    @Autowired ComplaintStage stage;
    @Autowired TestRestTemplate rest;
    @Autowired TaskService tasks;
    @Autowired HistoryService history;
    @Autowired JdbcClient jdbc;

    @BeforeEach
    void set() {
        stage.set();
        jdbc.sql("delete from letter_check").update();
    }

    /** Other tests check letters from the same address. */
    @AfterEach
    void forgetGuesses() {
        jdbc.sql("delete from letter_check").update();
        jdbc.sql("delete from notice_mail").update();
    }

    @Test
    void fromTheRejectionLetterToAnAnsweredComplaint() {
        UUID claim = stage.rejectedClaim();
        String code = code(claim);

        assertThat(get("/surat/" + code).getBody()).contains("action=\"/adukan/", "Sampaikan pengaduan");
        ResponseEntity<String> page = get("/adukan/" + code);
        assertThat(page.getBody()).contains(stage.number(claim), "Klaim ditolak", "Keterlambatan").doesNotContain("Manfaat dikurangi", "Pekerja Uji");
        assertThat(page.getHeaders().getCacheControl()).isEqualTo("no-store");
        assertThat(page.getHeaders().getFirst("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(page.getHeaders().get("Content-Security-Policy")).hasSize(1).first().asString().contains("default-src 'none'");

        ResponseEntity<String> done = send(code, Map.of("subject", "REJECTION", "text", "Akta kematian itu asli, dari Dukcapil.",
                "name", "Siti <b>Janda</b> Mandiri", "relation", "istri", "email", "siti@keluarga.example"));
        assertThat(done.getStatusCode().value()).isEqualTo(201);
        UUID complaint = complaintOf(claim);
        String number = jdbc.sql("select number from complaint_complaint where id = :id").param("id", complaint).query(String.class).single();
        assertThat(done.getBody()).contains(number, "Dijawab paling lambat").doesNotContain("Siti");
        assertThat(stage.door().get(OPERATOR, "/api/complaints/" + complaint).get("state").asText()).isEqualTo("OPEN");
        assertThat(tasks.createTaskQuery().processInstanceBusinessKey(complaint.toString()).list())
                .extracting(task -> task.getTaskDefinitionKey()).containsExactlyInAnyOrder("UserTask_AnswerComplaint", "UserTask_VisitFamily");
        assertThat(history.createHistoricVariableInstanceQuery().processInstanceId(tasks.createTaskQuery()
                .processInstanceBusinessKey(complaint.toString()).list().get(0).getProcessInstanceId()).list())
                .extracting(one -> one.getName()).containsOnly("complaintId", "branchAnswers", "filedByFamily");
        assertThat(send(code, Map.of("subject", "REJECTION", "text", "Sekali lagi saya mengadu.", "name", "Siti")).getBody())
                .contains("masih mempunyai pengaduan " + number);
        assertThat(jdbc.sql("select body from notice_mail where recipient = 'siti@keluarga.example'").query(String.class).list())
                .singleElement().asString().contains("Ada surat baru tentang pengaduan", "Pengaduan sudah kami terima").doesNotContain("Siti", "{");

        assertThat(stage.door().tasks(OPERATOR_ELSEWHERE, "UserTask_VisitFamily", complaint.toString())).isEmpty();
        assertThatThrownBy(() -> stage.answers(KADES, complaint, "UserTask_VisitFamily")).isInstanceOf(Refusal.class);
        stage.answers(KADES, complaint, "UserTask_VisitFamily", "note", "Dikunjungi, tanda terima diserahkan");
        stage.answers(BRANCH_HEAD, complaint, "UserTask_AnswerComplaint", "approved", true, "note", "Akta kematian asli telah diperiksa.");
        stage.runsJobs(complaint);
        assertThat(stage.door().get(OPERATOR, "/api/claims/" + claim).get("state").asText()).isEqualTo("SUBMITTED");
        assertThat(jdbc.sql("select count(*) from notice_mail where recipient = 'siti@keluarga.example'").query(Integer.class).single()).isEqualTo(2);
    }

    @Test
    void whatIsNotWholeIsSaidAndNothingIsFiled() {
        UUID claim = stage.rejectedClaim();
        String code = code(claim);

        ResponseEntity<String> answer = send(code, Map.of("subject", "REJECTION", "text", "pendek", "name", "<script>alert(1)</script>{text}",
                "email", "bukan-alamat"));
        assertThat(answer.getStatusCode().value()).isEqualTo(422);
        assertThat(answer.getBody()).contains("Belum terkirim", "10 sampai 4000", "Alamat e-mail tidak benar",
                "&lt;script&gt;alert(1)&lt;/script&gt;{text}").doesNotContain("<script>");
        assertThat(send(code, Map.of("subject", "REDUCTION", "text", "Manfaatnya dikurangi.", "name", "Siti")).getBody())
                .contains("Manfaat klaim ini tidak dikurangi");
        assertThat(jdbc.sql("select count(*) from complaint_complaint where claim_id = :claim").param("claim", claim).query(Integer.class).single()).isZero();
    }

    @Test
    void aCodeIsAKeyAndFewComplaintsAreTaken() {
        assertThat(get("/adukan/0000-0000-0000-0000").getStatusCode().value()).isEqualTo(404);
        assertThat(send("0000-0000-0000-0000", Map.of("subject", "DELAY")).getStatusCode().value()).isEqualTo(404);
        assertThat(jdbc.sql("select tries from letter_check").query(Integer.class).list()).as("a wrong code counts, sent or asked").containsExactly(2);
        jdbc.sql("update letter_check set tries = 1000").update();
        UUID claim = stage.rejectedClaim();
        assertThat(get("/adukan/" + code(claim)).getBody()).contains("terlalu sering dicoba");
        jdbc.sql("delete from letter_check").update();

        for (int time = 1; time <= 3; time++) {
            assertThat(send(code(claim), Map.of("subject", "SERVICE", "text", "Tidak dilayani dengan baik.", "name", "Siti")).getStatusCode().value())
                    .isEqualTo(201);
            UUID complaint = jdbc.sql("select id from complaint_complaint where claim_id = :claim and state = 'OPEN'").param("claim", claim)
                    .query(UUID.class).single();
            stage.door().expect(200, stage.door().post(OPERATOR, "/api/complaints/" + complaint + "/withdrawal", Map.of("note", "Keluarga mencabut")));
        }
        ResponseEntity<String> fourth = send(code(claim), Map.of("subject", "SERVICE", "text", "Tidak dilayani dengan baik.", "name", "Siti"));
        assertThat(fourth.getStatusCode().value()).isEqualTo(409);
        assertThat(fourth.getBody()).contains("3 kali", "kantor desa");
    }

    private String code(UUID claim) {
        return jdbc.sql("select code from letter_letter where case_id = :claim order by issued_at desc limit 1").param("claim", claim)
                .query(String.class).single();
    }

    private UUID complaintOf(UUID claim) {
        return jdbc.sql("select id from complaint_complaint where claim_id = :claim").param("claim", claim).query(UUID.class).single();
    }

    private ResponseEntity<String> get(String path) {
        return rest.getForEntity(path, String.class);
    }

    private ResponseEntity<String> send(String code, Map<String, String> fields) {
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_FORM_URLENCODED);
        headers.setAccept(List.of(MediaType.TEXT_HTML));
        String form = fields.entrySet().stream().map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return rest.exchange("/adukan/" + code, HttpMethod.POST, new HttpEntity<>(form, headers), String.class);
    }
}
