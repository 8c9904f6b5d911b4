package id.lindungdesa.claim;

import static id.lindungdesa.claim.ClaimStage.BRANCH;
import static id.lindungdesa.claim.ClaimStage.BRANCH_HEAD;
import static id.lindungdesa.claim.ClaimStage.FINANCE;
import static id.lindungdesa.claim.ClaimStage.HEAD;
import static id.lindungdesa.claim.ClaimStage.OTHER_BRANCH;
import static id.lindungdesa.claim.ClaimStage.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.lindungdesa.LindungDesaTest;
import id.lindungdesa.calendar.DateWords;
import id.lindungdesa.identity.Appointment;
import id.lindungdesa.identity.Offices;
import id.lindungdesa.identity.Role;
import id.lindungdesa.money.Rupiah;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The list for handing over benefits in public tells of money that is paid, and of nothing else. */
@LindungDesaTest
class CeremonyTest {

    private static final String HEAD_ELSEWHERE = "k-kabid-lain";
    private static final String PLACE = "Aula Kantor Camat Hulu";

    @Autowired ClaimStage stage;
    @Autowired Offices offices;
    @Autowired Claims claims;
    @Autowired Payouts payouts;
    @Autowired Corrections corrections;
    @Autowired HistoryService history;
    @Autowired ManagementService jobs;
    @Autowired TestRestTemplate http;
    @Autowired JdbcClient jdbc;

    private final ObjectMapper json = new ObjectMapper();
    private final List<UUID> left = new ArrayList<>();

    @BeforeEach
    void set() {
        stage.set();
        offices.appoint(List.of(new Appointment(1, HEAD_ELSEWHERE, "Pejabat " + HEAD_ELSEWHERE, Role.BPJS_KABID, OTHER_BRANCH,
                LocalDate.of(2020, 1, 1), null, "SK-UJI")), List.of(), user -> PASSWORD);
    }

    @AfterEach
    void forget() {
        stage.forget(left);
    }

    @Test
    void bothHeirsOfAPaidClaimAreListedAndTheirMoneyAddedUp() throws IOException {
        UUID claim = paid();
        String number = stage.numberOf(claim);
        LocalDate day = stage.today().plusDays(9);

        for (String user : List.of(HEAD, BRANCH_HEAD)) {
            ResponseEntity<byte[]> answer = ask(user, form(day.toString(), PLACE, number, number));
            assertThat(answer.getStatusCode().value()).isEqualTo(200);
            assertThat(answer.getHeaders().getContentType()).hasToString("application/pdf");
            assertThat(answer.getHeaders().getContentDisposition().getFilename()).isEqualTo("penyerahan-manfaat-" + day + ".pdf");
            assertThat(words(answer.getBody(), 1, 99)).contains(DateWords.day(day), PLACE, "1 " + number + " Uji Klaim",
                            "Ahli Waris 1 (Anak)", "Ahli Waris 2 (Anak)", "****7890", "****7891", "PP 82/2019", "Tanda tangan",
                            "Jumlah Rp42.000.000", "Halaman 1 dari 1")
                    .doesNotContain("1234567890", "1234567891")
                    .containsSubsequence("Rp21.000.000", "Rp21.000.000", "Rp42.000.000");
        }
        // by days: put where no other claim was paid
        jdbc.sql("update claim_payout set paid_at = '1999-01-05T10:00:00+07' where claim_id = :claim").param("claim", claim).update();
        assertThat(words(ask(HEAD, days("1999-01-05", "1999-01-05")).getBody(), 1, 99)).contains(number, "Rp42.000.000");
        assertThat(codes(problem(422, HEAD, days("1999-01-06", "1999-01-07")))).containsExactly("NOTHING_PAID");
    }

    @Test
    void whatIsNotWhollyPaidIsRefusedByNumber() throws IOException {
        UUID waiting = stage.approvedForTwoChildren();
        left.add(waiting);
        UUID returned = paid();
        Payout payout = payouts.of(returned).get(0);
        left.add(stage.bankReturns(payout.reference(), payout.rupiah().amount()));

        JsonNode problem = problem(422, HEAD, form(stage.today().toString(), PLACE, stage.numberOf(waiting), stage.numberOf(returned),
                "JKM-1998-000001", "9401010101010001"));

        assertThat(problem.get("code").asText()).isEqualTo("CEREMONY_UNPAID");
        assertThat(codes(problem)).containsExactly("CLAIM_UNKNOWN", "CLAIM_UNKNOWN", "CEREMONY_UNPAID", "CEREMONY_UNPAID");
        assertThat(problem.toString()).contains("Klaim JKM-1998-000001 tidak ditemukan", "Klaim ke-4 tidak ditemukan",
                        "Klaim %s belum dibayar seluruhnya".formatted(stage.numberOf(waiting)),
                        "Klaim %s sedang dikoreksi".formatted(stage.numberOf(returned)))
                .doesNotContain("9401010101010001", "Ahli Waris");
        assertThat(corrections.of(returned)).hasSize(1);
    }

    @Test
    void anotherBranchsHeadIsToldNothing() throws IOException {
        UUID waiting = stage.approvedForTwoChildren();
        left.add(waiting);
        String today = stage.today().toString();

        assertThat(problem(403, HEAD_ELSEWHERE, form(today, PLACE, stage.numberOf(waiting))).get("code").asText()).isEqualTo("NOT_YOUR_OFFICE");
        assertThat(problem(403, HEAD_ELSEWHERE, form("", "", stage.numberOf(waiting))).get("code").asText()).isEqualTo("NOT_YOUR_OFFICE");
        problem(403, HEAD_ELSEWHERE, days("2020-01-01", today));
        problem(403, FINANCE, form(today, PLACE, stage.numberOf(waiting)));
    }

    @Test
    void eachWrongFieldIsNamed() throws IOException {
        assertThat(fields(problem(422, HEAD, form(stage.today().minusDays(1).toString(), "  "))))
                .containsExactly("day DAY_PAST", "place PLACE_REQUIRED", "claims CLAIMS_REQUIRED");
        assertThat(fields(problem(422, HEAD, form("besok", PLACE, Collections.nCopies(201, "x").toArray(String[]::new)))))
                .containsExactly("day DAY_INVALID", "claims TOO_MANY_CLAIMS");
        assertThat(fields(problem(422, HEAD, days("2020-02-02", "2020-01-01")))).containsExactly("paidThrough DAYS_REVERSED");
        Map<String, Object> days = days("2020-01-01", "2020-02-02");
        days.remove("branch");
        assertThat(fields(problem(422, HEAD, days))).containsExactly("branch BRANCH_REQUIRED");
    }

    @Test
    void aLongListGoesOnOnFurtherPagesUnderItsHead() throws IOException {
        List<CeremonyList.Line> lines = IntStream.rangeClosed(1, 60).mapToObj(i -> new CeremonyList.Line("JKM-2026-%06d".formatted(i),
                "Uji Klaim", "Pekerja Uji " + i, "Ahli Waris %d (Istri/suami)".formatted(i), "****7890", Rupiah.of(1_000_000),
                "PP 82/2019 Pasal 34 ayat (2) huruf a")).toList();
        byte[] pdf = new CeremonyList(BRANCH, LocalDate.of(2026, 12, 1), PLACE, lines).pdf(Instant.parse("2026-11-22T03:00:00Z"));

        String all = words(pdf, 1, 99);
        assertThat(all).contains("Selasa, 1 Desember 2026", "60 JKM-2026-000060", "Jumlah Rp60.000.000");
        int pages;
        try (PDDocument document = Loader.loadPDF(pdf)) {
            pages = document.getNumberOfPages();
        }
        assertThat(pages).isBetween(4, 12);
        for (int page = 1; page <= pages; page++) {
            assertThat(words(pdf, page, page)).contains("No. Nomor klaim Desa Pekerja", "Tanda tangan", PLACE,
                    "Halaman %d dari %d".formatted(page, pages));
        }
    }

    private UUID paid() {
        UUID claim = stage.approvedForTwoChildren();
        stage.completes(FINANCE, claim, "UserTask_PayClaim", "bankReference", "UJI-" + claim);
        String instance = history.createHistoricProcessInstanceQuery().processInstanceBusinessKey(claim.toString()).singleResult().getId();
        jobs.createJobQuery().processInstanceId(instance).list().forEach(job -> jobs.executeJob(job.getId()));
        assertThat(claims.get(claim).state()).isEqualTo(ClaimState.PAID);
        return claim;
    }

    private static Map<String, Object> form(String day, String place, String... numbers) {
        return new HashMap<>(Map.of("day", day, "place", place, "claims", numbers));
    }

    private Map<String, Object> days(String from, String through) {
        return new HashMap<>(Map.of("day", stage.today().toString(), "place", PLACE, "branch", BRANCH, "paidFrom", from, "paidThrough", through));
    }

    private ResponseEntity<byte[]> ask(String user, Map<String, Object> form) {
        return http.withBasicAuth(user, PASSWORD).postForEntity("/api/ceremonies", form, byte[].class);
    }

    private JsonNode problem(int status, String user, Map<String, Object> form) throws IOException {
        ResponseEntity<byte[]> answer = ask(user, form);
        assertThat(answer.getStatusCode().value()).isEqualTo(status);
        return json.readTree(answer.getBody());
    }

    private static List<String> codes(JsonNode problem) {
        return problem.get("errors").findValuesAsText("code");
    }

    private static List<String> fields(JsonNode problem) {
        List<String> fields = new ArrayList<>();
        problem.get("errors").forEach(one -> fields.add(one.get("field").asText() + " " + one.get("code").asText()));
        return fields;
    }

    private static String words(byte[] pdf, int from, int through) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDFTextStripper reader = new PDFTextStripper();
            reader.setStartPage(from);
            reader.setEndPage(through);
            return reader.getText(document).replaceAll("\\s+", " ");
        }
    }
}
