package id.lindungdesa.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import id.lindungdesa.Door;
import id.lindungdesa.LindungDesaTest;
import id.lindungdesa.calendar.OfficeCalendar;
import id.lindungdesa.calendar.WorkingDays;
import id.lindungdesa.claim.PaidClaimFixture;
import id.lindungdesa.claim.PaidClaimFixture.Paid;
import id.lindungdesa.identity.Appointment;
import id.lindungdesa.identity.Offices;
import id.lindungdesa.identity.Role;
import id.lindungdesa.ledger.Account;
import id.lindungdesa.ledger.Ledger;
import id.lindungdesa.ledger.Transfer;
import id.lindungdesa.money.Rupiah;
import id.lindungdesa.premium.CoverFixture;
import id.lindungdesa.region.Regions;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A branch's figures and its search, over HTTP, in an invented province 20. The day of all of it lies in 2019. */
@LindungDesaTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BranchReportTest {

    private static final String VILLAGE = "20.01.01.2001";
    private static final String SECOND = "20.01.01.2002";
    private static final String BRANCH = "uji-laporan";
    private static final String PASSWORD = "Rahasia-uji-123";
    private static final LocalDate DAY = LocalDate.of(2019, 3, 12);
    private static final String PERIOD = "from=2019-03-01&through=2019-03-31";

    @Autowired TestRestTemplate http;
    @Autowired Offices offices;
    @Autowired Regions regions;
    @Autowired PaidClaimFixture claims;
    @Autowired CoverFixture covers;
    @Autowired Ledger ledger;
    @Autowired WorkingDays workingDays;
    @Autowired JdbcClient jdbc;

    private Door door;
    private Paid early;

    @BeforeAll
    void aBranchWithClaims() {
        regions.replace(2025, csv("""
                code,name,kind,district_code,district_name,regency_code,regency_name,province_code,province_name
                20.01.01.2001,Uji Laporan,desa,20.01.01,Hulu,20.01,Kabupaten Laporan,20,Provinsi Laporan
                20.01.01.2002,Uji Kedua,desa,20.01.01,Hulu,20.01,Kabupaten Laporan,20,Provinsi Laporan
                20.02.01.2001,Uji Sebelah,desa,20.02.01,Hilir,20.02,Kabupaten Sebelah,20,Provinsi Laporan
                """));
        regions.assignBranches(csv("branch,regency_code\nuji-laporan,20.01\nuji-laporan-lain,20.02\n"));
        offices.appoint(List.of(of("l-kabid", Role.BPJS_KABID, BRANCH), of("l-kabid-lain", Role.BPJS_KABID, "uji-laporan-lain"),
                of("l-verifikator", Role.BPJS_VERIFIKATOR, BRANCH), of("l-kades", Role.KADES, VILLAGE), of("l-kades-lain", Role.KADES, SECOND),
                of("l-inspektorat", Role.INSPEKTORAT, "")), List.of(), user -> PASSWORD);
        door = new Door(http);
        List.of("l-kabid", "l-kabid-lain", "l-verifikator", "l-kades", "l-kades-lain", "l-inspektorat").forEach(user -> door.knows(user, PASSWORD));

        early = claims.jkm(VILLAGE, BRANCH, DAY.minusDays(9), 36);
        paid(early, 3, 20_000_000);
        paid(claims.jkm(SECOND, BRANCH, DAY.minusDays(9), 36), 5, 20_000_000);
        Paid late = claims.jkk(VILLAGE, BRANCH, DAY.minusDays(9), "DEATH");
        paid(late, 8, 20_000_000);
        ledger.post(Transfer.of("PENALTY_PAID", Account.insurerBenefit("JKK"), Account.payee(late.id(), 1), Rupiah.of(200_000),
                late.number(), "Uji", at(DAY.plusDays(14)), late.id()));
        Paid rejected = claims.jkm(SECOND, BRANCH, DAY.minusDays(20), 0);
        jdbc.sql("update claim_claim set state = 'REJECTED', reasons = '{LAPSED_GT_3M}', filed_at = :at where id = :id")
                .param("at", at(DAY).atOffset(java.time.ZoneOffset.UTC)).param("id", rejected.id()).update();
        covers.covered(VILLAGE, DAY, DAY.plusMonths(9));
        name(early, "Zulkifli 100%_Batin");
        name(rejected, "Siti Zulkarnaini");
    }

    private static Appointment of(String user, Role role, String area) {
        return new Appointment(1, user, "Pejabat " + user, role, area, LocalDate.of(2019, 1, 1), null, "SK-UJI");
    }

    /** Complete on the day of all of it, and paid so many working days later. */
    private void paid(Paid claim, int workingDaysLater, long rupiah) {
        LocalDate on = workingDays.due(DAY, workingDaysLater, OfficeCalendar.BPJS).due();
        int allowed = claim.number().startsWith("JKM") ? 3 : 7;
        jdbc.sql("update claim_claim set filed_at = :at, complete_at = :at, pay_by = :payBy where id = :id")
                .param("at", at(DAY).atOffset(java.time.ZoneOffset.UTC)).param("payBy", workingDays.due(DAY, allowed, OfficeCalendar.BPJS).due())
                .param("id", claim.id()).update();
        jdbc.sql("""
                insert into claim_payment (claim_id, code, payee, rupiah, transfer_id, bank_reference, paid_at)
                select claim_id, code, payee, :rupiah, :transfer, 'UJI', :at from claim_component where claim_id = :id""")
                .param("rupiah", rupiah).param("transfer", UUID.randomUUID()).param("at", at(on).atOffset(java.time.ZoneOffset.UTC))
                .param("id", claim.id()).update();
    }

    private void name(Paid claim, String name) {
        jdbc.sql("update enrolment_worker set name = :name where id = :id").param("name", name).param("id", claim.worker().id()).update();
    }

    private static java.time.Instant at(LocalDate day) {
        return day.atTime(10, 0).atZone(WorkingDays.JAKARTA).toInstant();
    }

    @Test
    void theHeadSeesHisBranchInFigures() {
        JsonNode report = door.get("l-kabid", "/api/reports/claims?" + PERIOD);

        assertThat(report.get("branch").asText()).isEqualTo(BRANCH);
        assertThat(line(report, "programmes", "JKM")).isEqualTo("3 filed, 2 paid, 1 rejected, 40000000");
        assertThat(line(report, "programmes", "JKK")).isEqualTo("1 filed, 1 paid, 0 rejected, 20000000");
        assertThat(line(report, "causes", "ILLNESS")).isEqualTo("3 filed, 2 paid, 1 rejected, 40000000");
        assertThat(line(report, "villages", SECOND)).isEqualTo("2 filed, 1 paid, 1 rejected, 20000000");
        assertThat(line(report, "ageGroups", "30-39")).isEqualTo("4 filed, 3 paid, 1 rejected, 60000000");
        assertThat(report.get("punctuality").toString()).isEqualTo("{\"paid\":3,\"within3Days\":1,\"within7Days\":2,\"inTime\":1}");
        assertThat(report.get("penalties").toString()).isEqualTo("{\"claims\":1,\"rupiah\":200000}");
        assertThat(report.get("rejections").toString()).isEqualTo("[{\"reason\":\"LAPSED_GT_3M\",\"claims\":1}]");
        assertThat(report.get("ratio").toString()).isEqualTo("{\"paid\":60200000,\"premiums\":168000,\"perMille\":%d}"
                .formatted(60_200_000_000L / 168_000));
        assertThat(door.get("l-kabid", "/api/reports/claims?from=2018-01-01&through=2018-12-31").get("ratio").get("perMille").isNull()).isTrue();
    }

    @Test
    void anotherBranchIsForItsOwnHeadAndTheAuditor() {
        assertThat(door.send("l-kabid-lain", HttpMethod.GET, "/api/reports/claims?branch=" + BRANCH, null, null).getStatusCode().value()).isEqualTo(403);
        assertThat(door.get("l-kabid-lain", "/api/reports/claims?" + PERIOD).get("programmes")).isEmpty();
        assertThat(line(door.get("l-inspektorat", "/api/reports/claims?branch=" + BRANCH + "&" + PERIOD), "programmes", "JKK")).startsWith("1 filed");
        assertThat(door.get("l-inspektorat", "/api/reports/claims?" + PERIOD).get("branch").isNull()).isTrue();
        assertThat(door.expect(422, door.send("l-kabid", HttpMethod.GET, "/api/reports/claims?from=2019-04-01&through=2019-03-01", null, null))
                .get("code").asText()).isEqualTo("PERIOD_INVALID");
    }

    @Test
    void theSameIsAWorkbook() throws Exception {
        byte[] file = http.withBasicAuth("l-kabid", PASSWORD).getForObject("/api/reports/claims?format=xlsx&" + PERIOD, byte[].class);
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(file))) {
            assertThat(workbook.getSheets().map(sheet -> sheet.getName())).containsExactly("Ringkasan", "Program", "Sebab", "Desa", "Umur",
                    "Alasan penolakan");
            assertThat(workbook.findSheet("Program").orElseThrow().read()).extracting(row -> row.getCell(0).getText(), row -> row.getCell(5).getText())
                    .contains(org.assertj.core.api.Assertions.tuple("JKM", "40000000"));
        }
    }

    @Test
    void aClaimIsFoundByNumberNikOrPartOfAName() {
        assertThat(numbers("l-verifikator", Map.of("number", early.number().toLowerCase()))).containsExactly(early.number());
        assertThat(numbers("l-verifikator", Map.of("nik", early.worker().nik()))).containsExactly(early.number());
        assertThat(numbers("l-verifikator", Map.of("name", "ZULK"))).hasSize(2);
        assertThat(numbers("l-verifikator", Map.of("name", "kifli"))).containsExactly(early.number());
        assertThat(numbers("l-verifikator", Map.of("name", "100%_b"))).as("no pattern of ours").containsExactly(early.number());
        assertThat(numbers("l-verifikator", Map.of("name", "100__b"))).isEmpty();
        assertThat(numbers("l-verifikator", Map.of("name", "zulk", "state", "REJECTED"))).hasSize(1);
        JsonNode found = search("l-verifikator", Map.of("number", early.number()), "").get("items").get(0);
        assertThat(found.get("workerNik").asText()).isEqualTo(early.worker().maskedNik());
        assertThat(found.get("workerName").asText()).isEqualTo("Zulkifli 100%_Batin");
    }

    @Test
    void nobodyFindsWhatIsNotInHisArea() {
        assertThat(numbers("l-kades", Map.of("nik", early.worker().nik()))).containsExactly(early.number());
        assertThat(numbers("l-kades-lain", Map.of("nik", early.worker().nik()))).isEmpty();
        assertThat(numbers("l-kabid-lain", Map.of("name", "zulk"))).isEmpty();
        assertThat(door.expect(422, door.post("l-kades", "/api/claims/search", Map.of("nik", "2001"))).get("code").asText()).isEqualTo("NIK_SHAPE");
        assertThat(door.expect(422, door.post("l-kades", "/api/claims/search", Map.of("name", "zu"))).get("code").asText()).isEqualTo("NAME_TOO_SHORT");
    }

    @Test
    void everyPageIsReachedOnce() {
        Set<String> seen = new HashSet<>();
        int total = search("l-verifikator", Map.of(), "?size=1").get("total").asInt();
        for (int page = 0; page < total; page++) {
            seen.add(search("l-verifikator", Map.of(), "?size=1&page=" + page).get("items").get(0).get("number").asText());
        }
        assertThat(seen).hasSize(total).hasSizeGreaterThanOrEqualTo(4);
    }

    private static String line(JsonNode report, String list, String key) {
        for (JsonNode one : report.get(list)) {
            if (one.get("key").asText().equals(key)) {
                return "%s filed, %s paid, %s rejected, %s".formatted(one.get("filed"), one.get("paid"), one.get("rejected"), one.get("rupiah"));
            }
        }
        return "no " + key + " in " + report;
    }

    private JsonNode search(String user, Map<String, ?> wanted, String page) {
        return door.expect(200, door.post(user, "/api/claims/search" + page, wanted));
    }

    private List<String> numbers(String user, Map<String, ?> wanted) {
        return search(user, wanted, "").get("items").findValuesAsText("number");
    }

    private static ByteArrayInputStream csv(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
