package id.lindungdesa;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import id.lindungdesa.calendar.WorkingDays;
import id.lindungdesa.enrolment.Worker;
import id.lindungdesa.identity.Appointment;
import id.lindungdesa.identity.Offices;
import id.lindungdesa.identity.Role;
import id.lindungdesa.ledger.Ledger;
import id.lindungdesa.premium.CoverFixture;
import id.lindungdesa.region.Regions;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The whole way of a family, over the interface only: a death is filed, decided and paid, then its child goes to school on it. */
@LindungDesaTest
class FiledClaimToScholarshipTest {

    private static final String VILLAGE = "79.01.01.2001";
    private static final String BRANCH = "uji-keluarga";
    private static final String OPERATOR = "kel-operator";
    private static final String OFFICER = "kel-verifikator";
    private static final String HEAD = "kel-kabid";
    private static final String BRANCH_HEAD = "kel-kacab";
    private static final String FINANCE = "kel-keuangan";
    private static final String BANK = "kel-bank";
    private static final String PASSWORD = "Rahasia-uji-123";

    @Autowired Offices offices;
    @Autowired Regions regions;
    @Autowired CoverFixture covers;
    @Autowired Ledger ledger;
    @Autowired RuntimeService runtime;
    @Autowired ManagementService jobs;
    @Autowired JdbcClient jdbc;
    @Autowired Clock clock;
    @Autowired TestRestTemplate rest;
    private Door door;

    @BeforeEach
    void set() {
        regions.replace(2025, csv("""
                code,name,kind,district_code,district_name,regency_code,regency_name,province_code,province_name
                79.01.01.2001,Uji Keluarga,desa,79.01.01,Hulu,79.01,Kabupaten Keluarga,79,Provinsi Keluarga
                """));
        regions.assignBranches(csv("branch,regency_code\nuji-keluarga,79.01\n"));
        List<Appointment> all = List.of(of(OPERATOR, Role.OPERATOR, VILLAGE), of(OFFICER, Role.BPJS_VERIFIKATOR, BRANCH),
                of(HEAD, Role.BPJS_KABID, BRANCH), of(BRANCH_HEAD, Role.BPJS_KACAB, BRANCH), of(FINANCE, Role.BPJS_KEUANGAN, BRANCH),
                of(BANK, Role.BANK, ""));
        offices.appoint(all, List.of(), user -> PASSWORD);
        door = new Door(rest);
        all.forEach(one -> door.knows(one.user(), PASSWORD));
    }

    @AfterEach
    void noMails() {
        jdbc.sql("delete from notice_mail").update();
    }

    @Test
    void aFiledDeathBecomesTheFirstYearOfAScholarship() {
        LocalDate died = today().minusDays(2);
        Worker father = coveredFourYears(died.minusMonths(38).withDayOfMonth(1));
        String papers = "KTP,KK,AKTA_KEMATIAN,KETERANGAN_AHLI_WARIS,BUKU_TABUNGAN";
        String claim = door.expect(201, door.post(OPERATOR, "/api/claims", Map.of("programme", "JKM", "workerNik", father.nik(),
                "eventDate", died.toString(), "cause", "ILLNESS",
                "reporter", Map.of("name", "Ibu Uji", "relation", "SPOUSE", "email", "ibu@keluarga.example"),
                "heirs", List.of(Map.of("name", "Ibu Uji", "nik", "7901014107850001", "relation", "SPOUSE", "account", "7901234567")),
                "documents", Stream.of(papers.split(",")).map(kind -> door.document(OPERATOR, kind)).toList()))).get("id").asText();
        String number = door.get(OPERATOR, "/api/claims/" + claim).get("number").asText();
        Map<String, Object> child = Map.of("name", "Anak Uji", "nik", "7901010101100001", "birthDate", died.minusYears(13).toString());
        Map<String, Object> registration = Map.of("claimNumber", number, "children", List.of(child),
                "guardian", Map.of("name", "Ibu Uji", "nik", "7901014107850001", "account", "7901234567", "email", "ibu@keluarga.example"));
        assertThat(door.expect(422, door.post(OPERATOR, "/api/scholarships", registration)).get("code").asText()).isEqualTo("CLAIM_NOT_PAID");

        door.complete(OFFICER, claim, "UserTask_CheckCompleteness", Map.of("complete", true));
        door.complete(OFFICER, claim, "UserTask_ConfirmBenefit", Map.of("approved", true));
        door.complete(HEAD, claim, "UserTask_ApproveClaim", Map.of("approved", true));
        door.complete(BRANCH_HEAD, claim, "UserTask_ApproveAboveLimit", Map.of("approved", true));
        door.expect(201, door.post(BANK, "/api/bank/account-checks", Map.of("claim", number, "payee", 1, "account", "7901234567",
                "holder", "Ibu Uji")));
        door.complete(FINANCE, claim, "UserTask_PayClaim", Map.of("bankReference", "BKEL-1"));
        runsJobs(claim);
        JsonNode paid = door.get(OPERATOR, "/api/claims/" + claim);
        assertThat(paid.get("state").asText()).isEqualTo("PAID");
        assertThat(ledger.balance("claim/%s/payee/1".formatted(claim))).isEqualTo(42_000_000);

        JsonNode taken = door.expect(201, door.post(OPERATOR, "/api/scholarships", registration)).get("accepted").get(0);
        String year = taken.get("schoolYearId").asText();
        String proof = Stream.of("FORMULIR_BEASISWA", "AKTA_KELAHIRAN", "KK", "KTP_WALI", "BUKU_TABUNGAN", "SURAT_SEKOLAH", "RAPOR",
                "SURAT_PERNYATAAN").map(kind -> door.document(OPERATOR, kind)).collect(Collectors.joining(","));
        door.complete(OPERATOR, year, "UserTask_BringProof", Map.of("level", "SMP", "grade", 8, "married", "NO", "working", "NO",
                "documentIds", proof));
        door.complete(OFFICER, year, "UserTask_CheckProof", Map.of("complete", true));
        door.complete(HEAD, year, "UserTask_ApproveScholarship", Map.of("approved", true));
        door.expect(200, door.post(FINANCE, "/api/school-years/" + year + "/holder", Map.of("holder", "IBU UJI")));
        door.complete(FINANCE, year, "UserTask_PayScholarship", Map.of("bankReference", "BKEL-2"));
        runsJobs(year);

        assertThat(ledger.balance("scholarship/" + taken.get("id").asText())).isEqualTo(2_000_000);
        JsonNode view = door.get(OPERATOR, "/api/claims/" + claim + "/scholarships").get(0);
        assertThat(view.get("paid").asLong()).isEqualTo(2_000_000);
        assertThat(view.get("years")).extracting(one -> one.get("state").asText()).containsExactly("PAID", "WAITING");
        String letter = view.get("years").get(0).get("letters").get(0).get("id").asText();
        assertThat(door.send(OPERATOR, HttpMethod.GET, "/api/letters/" + letter, null, null).getStatusCode().is2xxSuccessful()).isTrue();
        assertThat(jdbc.sql("select body from notice_mail where recipient = 'ibu@keluarga.example' order by created_at").query(String.class).list())
                .as("the family is told of each letter, and nobody else learns from it whose it is")
                .anyMatch(mail -> mail.contains("Klaim sudah kami terima")).anyMatch(mail -> mail.contains("Manfaat sudah dibayarkan"))
                .anyMatch(mail -> mail.contains("Ada surat baru tentang beasiswa") && mail.contains("Beasiswa sudah dibayarkan"))
                .noneMatch(mail -> mail.contains("Uji") || mail.contains("7901"));
    }

    /** A village buys at most a year at once. */
    private Worker coveredFourYears(LocalDate from) {
        Worker worker = covers.worker(VILLAGE, from.minusDays(1).atStartOfDay(WorkingDays.JAKARTA).toInstant());
        for (int year = 0; year < 4; year++) {
            covers.covered(worker, from.plusYears(year), from.plusYears(year + 1L).minusDays(1), UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
        }
        return worker;
    }

    private void runsJobs(String caseId) {
        String instance = runtime.createProcessInstanceQuery().processInstanceBusinessKey(caseId).singleResult().getId();
        jobs.createJobQuery().processInstanceId(instance).messages().list().forEach(job -> jobs.executeJob(job.getId()));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), WorkingDays.JAKARTA);
    }

    private static Appointment of(String user, Role role, String area) {
        return new Appointment(1, user, "Pejabat " + user, role, area, LocalDate.of(2020, 1, 1), null, "SK-UJI");
    }

    private static ByteArrayInputStream csv(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
