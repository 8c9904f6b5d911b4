package id.lindungdesa;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import id.lindungdesa.calendar.ApplicationClock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The story, told from outside: a decree is signed, money reaches a village, its workers are insured, one of them dies and
 * his widow is paid; then the auditor follows the rupiah both ways. HTTP with real security on a real database.
 */
@LindungDesaTest
class DecreeToClaimTest {

    private static final long GRANT = 100_000_000;

    @Autowired
    TestRestTemplate http;
    @Autowired
    ApplicationClock clock;
    @Autowired
    ProcessEngine engine;

    @Autowired
    JdbcClient jdbc;

    private PersonalData personal;
    private Door door;
    private LocalDate day;

    @BeforeEach
    void work() {
        door = new Door(http);
        personal = PersonalData.watched();
        ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getJobExecutor().start();
    }

    @AfterEach
    void rest() {
        ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getJobExecutor().shutdown();
        clock.backToTrueTime();
        personal.close();
    }

    @Test
    void theWholeGrantAtOnce() {
        Story story = new Story("55", List.of(100));
        String decree = story.enact();

        story.fund(decree, 1, GRANT);
        story.cover(1, 11);
        String claim = story.payClaim();

        story.auditClaim(claim, decree);
        personal.isNowhere(jdbc);
        JsonNode money = door.get("inspektorat-uji", "/api/decrees/" + decree).get("money");
        assertThat(money.get("allocated").asLong()).isEqualTo(3 * GRANT);
        assertThat(money.get("inTreasury").asLong()).isEqualTo(2 * GRANT);
        assertThat(money.get("inVillages").asLong()).isEqualTo(90_000_000);
        assertThat(money.get("premium").asLong()).isEqualTo(10_000_000);
    }

    @Test
    void inTwoTranches() {
        Story story = new Story("56", List.of(30, 70));
        String decree = story.enact();

        story.fund(decree, 1, 30_000_000);
        story.cover(1, 3);
        story.fund(decree, 2, 70_000_000);
        story.cover(2, 8);
        String claim = story.payClaim();

        story.auditClaim(claim, decree);
        personal.isNowhere(jdbc);
        JsonNode village = door.get(story.kades, "/api/villages/" + story.village);
        assertThat(village.get("disbursements")).hasSize(2);
        assertThat(village.get("money").get("grant").asLong()).isEqualTo(90_000_000);
        assertThat(village.get("money").get("premium").asLong()).isEqualTo(10_000_000 - 11 * 50 * 16_800);
    }

    /** One province with two desa and a kelurahan, and everybody who acts in it. */
    private final class Story {

        final String province;
        final List<Integer> tranches;
        final String village;
        final String regency;
        final String operator;
        final String kades;
        final String treasurer;
        final String branch;
        String workerNik;
        YearMonth covered;

        Story(String province, List<Integer> tranches) {
            this.province = province;
            this.tranches = tranches;
            this.regency = province + ".01";
            this.village = regency + ".01.2001";
            this.operator = "operator-" + village;
            this.kades = "kades-" + village;
            this.treasurer = "bendahara-" + village;
            this.branch = "cabang-" + province;
            LocalDate start = LocalDate.of(2022, 9, 1);
            on(start);
            door.expect(200, door.send("admin", HttpMethod.PUT, "/api/regions/2019", """
                    code,name,kind,district_code,district_name,regency_code,regency_name,province_code,province_name
                    %1$s.01.01.2001,Pulau Uji,desa,%1$s.01.01,Kecamatan Uji,%1$s.01,Kabupaten Uji,%1$s,Provinsi Uji
                    %1$s.01.01.2002,Lubuk Uji,desa,%1$s.01.01,Kecamatan Uji,%1$s.01,Kabupaten Uji,%1$s,Provinsi Uji
                    %1$s.01.01.1001,Kota Uji,kelurahan,%1$s.01.01,Kecamatan Uji,%1$s.01,Kabupaten Uji,%1$s,Provinsi Uji
                    """.formatted(province), "text/csv"));
            door.expect(200, door.send("admin", HttpMethod.PUT, "/api/branches",
                    "branch,regency_code\n" + branch + "," + regency + "\n", "text/csv"));
            StringBuilder offices = new StringBuilder("user,name,role,area,from,until,decree_number\n");
            for (String role : List.of("gubernur", "sekda", "biro-hukum", "dp3ap2-verifikator", "dp3ap2-kepala", "bpkpd-spp",
                    "bpkpd-spm", "bpkpd-bud", "inspektorat", "bank", "insurer")) {
                offices.append("%s-uji,Pejabat Uji,%s,,2022-01-01,,SK 1%n".formatted(role, role));
            }
            for (String role : List.of("bpjs-ar", "bpjs-verifikator", "bpjs-kabid", "bpjs-kacab", "bpjs-keuangan")) {
                offices.append("%s-%s,Pejabat Uji,%s,%s,2022-01-01,,SK 1%n".formatted(role, branch, role, branch));
            }
            for (String role : List.of("operator", "kades", "bendahara")) {
                offices.append("%s-%s,Pejabat Uji,%s,%s,2022-01-01,,SK 1%n".formatted(role, village, role, village));
            }
            offices.append("camat-%1$s.01.01,Camat Uji,camat,%1$s.01.01,2022-01-01,,SK 1%n".formatted(province));
            offices.append("pmd-%1$s.01,PMD Uji,pmd,%1$s.01,2022-01-01,,SK 1%n".formatted(province));
            offices.append("bkad-%1$s.01,BKAD Uji,bkad,%1$s.01,2022-01-01,,SK 1%n".formatted(province));
            rememberPasswords(offices.toString());
        }

        /** People of the province as a whole serve both stories: their first password comes once. */
        private void rememberPasswords(String offices) {
            JsonNode answer = door.appoint(offices);
            assertThat(answer.get("rejected")).isEmpty();
            answer.get("passwords").forEach(one -> KNOWN.put(one.get("user").asText(), one.get("password").asText()));
            KNOWN.forEach(door::knows);
        }

        String enact() {
            Map<String, Object> terms = new LinkedHashMap<>();
            terms.put("number", "853/UJI-" + province + "/2022");
            terms.put("title", "Bantuan keuangan bersifat khusus");
            terms.put("province", province);
            terms.put("fiscalYear", 2022);
            terms.put("edition", 2019);
            terms.put("ceiling", 3 * GRANT);
            terms.put("tranchePercents", tranches);
            terms.put("premiumSharePercent", 10);
            terms.put("workersPerVillage", 50);
            terms.put("monthsOfCover", 11);
            terms.put("articles", List.of(Map.of("regulation", "Pergub 16/2022", "article", "Pasal 7", "text", "Sepuluh persen untuk iuran.")));
            JsonNode posted = door.expect(201, door.decree("dp3ap2-verifikator-uji", terms, """
                    village_code,rupiah
                    %1$s.01.01.1001,100000000
                    %1$s.01.01.2001,100000000
                    %1$s.01.01.2002,100000000
                    """.formatted(province)));
            assertThat(posted.get("findings").findValuesAsText("code")).contains("PREMIUM_SHORTFALL");
            String id = posted.get("id").asText();
            on(LocalDate.of(2022, 9, 8));
            door.complete("biro-hukum-uji", id, "UserTask_ReviewLegality", yes());
            door.complete("sekda-uji", id, "UserTask_InitialDecree", yes());
            door.complete("gubernur-uji", id, "UserTask_SignDecree", yes());
            await("villages opened", () -> door.get("inspektorat-uji", "/api/decrees/" + id).get("progress").get("opened").asInt() == 2);
            JsonNode decree = door.get("inspektorat-uji", "/api/decrees/" + id);
            assertThat(decree.get("state").asText()).isEqualTo("IN_FORCE");
            assertThat(decree.get("villages").get("AWAITING_KELURAHAN_ROUTE").asInt()).isEqualTo(1);
            return id;
        }

        void fund(String decree, int tranche, long rupiah) {
            on(LocalDate.of(2022, 9, 12).plusDays(60L * (tranche - 1)));
            await("request " + tranche, () -> door.tasks(operator, "UserTask_PrepareRequest", null).size() == 1);
            String disbursement = door.caseOf(operator, door.tasks(operator, "UserTask_PrepareRequest", null).get(0));
            List<String> documents = new ArrayList<>(List.of(door.document(operator, "SURAT_PERMOHONAN")));
            if (tranche > 1) {
                var refused = door.tryComplete(operator, disbursement, "UserTask_PrepareRequest",
                        Map.of("requestedRupiah", rupiah, "documentIds", documents.get(0)));
                assertThat(refused.getStatusCode().value()).isEqualTo(400);
                assertThat(refused.getBody()).contains("SPJ");
                documents.add(door.document(operator, "SPJ"));
            }
            door.complete(operator, disbursement, "UserTask_PrepareRequest",
                    Map.of("requestedRupiah", rupiah, "documentIds", String.join(",", documents)));
            door.complete(kades, disbursement, "UserTask_SignRequest", yes());
            door.complete("camat-" + province + ".01.01", disbursement, "UserTask_RecommendRequest", yes());
            door.complete("pmd-" + regency, disbursement, "UserTask_VerifyRequest", yes());

            String run = openCase("dp3ap2-verifikator-uji", "UserTask_VerifyBatch");
            door.complete("dp3ap2-verifikator-uji", run, "UserTask_VerifyBatch", yes());
            door.complete("dp3ap2-kepala-uji", run, "UserTask_ApproveBatch", yes());
            door.complete("bpkpd-spp-uji", run, "UserTask_CreateSpp", Map.of("sppNumber", "SPP/1"));
            door.complete("bpkpd-spm-uji", run, "UserTask_IssueSpm", with("spmNumber", "SPM/1"));
            assertThat(door.get("bank-uji", "/api/bank/expected-credits").findValuesAsText("runId")).doesNotContain(run);
            door.complete("bpkpd-bud-uji", run, "UserTask_IssueSp2d", with("sp2dNumber", "SP2D/1"));
            credit(run, rupiah);
            await("forwarding", () -> door.tasks("bkad-" + regency, "UserTask_ForwardFunds", run).size() == 1);
            door.complete("bkad-" + regency, run, "UserTask_ForwardFunds", Map.of("transferNumber", "PB/1"));
            await("receipt", () -> door.tasks(treasurer, "UserTask_ConfirmReceipt", disbursement).size() == 1);
            door.complete(treasurer, disbursement, "UserTask_ConfirmReceipt", Map.of("receivedRupiah", rupiah));
        }

        private String openCase(String user, String element) {
            for (JsonNode task : door.tasks(user, element, null)) {
                if (task.get("name").asText().contains(regency) || door.get(user, "/api/tasks/" + task.get("id").asText() + "/sheet")
                        .toString().contains(village)) {
                    return door.caseOf(user, task);
                }
            }
            throw new AssertionError("no " + element + " of " + regency);
        }

        private void credit(String run, long rupiah) {
            for (JsonNode due : door.get("bank-uji", "/api/bank/expected-credits")) {
                if (due.get("runId").asText().equals(run)) {
                    assertThat(due.get("rupiah").asLong()).isEqualTo(rupiah);
                    Map<String, Object> credit = Map.of("reference", due.get("reference").asText(), "account", "RKUD",
                            "rupiah", rupiah, "valueDate", day.toString());
                    Map<String, Object> wrong = new LinkedHashMap<>(credit);
                    wrong.put("rupiah", rupiah - 1);
                    assertThat(door.post("bank-uji", "/api/bank/credits", wrong).getBody()).contains("AMOUNT_MISMATCH");
                    String first = door.expect(201, door.post("bank-uji", "/api/bank/credits", credit)).get("id").asText();
                    assertThat(door.expect(200, door.post("bank-uji", "/api/bank/credits", credit)).get("id").asText()).isEqualTo(first);
                    return;
                }
            }
            throw new AssertionError("the bank does not expect the run");
        }

        void cover(int tranche, int months) {
            if (tranche == 1) {
                registerWorkers();
            }
            YearMonth from = tranche == 1 ? YearMonth.of(2022, 10) : covered;
            String premium = door.caseOf(operator, door.tasks(operator, "UserTask_PrepareWorkerList", null).get(0));
            door.complete(operator, premium, "UserTask_PrepareWorkerList", Map.of());
            Map<String, Object> tooMuch = new LinkedHashMap<>(yes());
            tooMuch.put("months", months + 1);
            tooMuch.put("fromMonth", from.toString());
            assertThat(door.tryComplete(kades, premium, "UserTask_AdoptWorkerList", tooMuch).getStatusCode().value()).isEqualTo(400);
            Map<String, Object> choice = new LinkedHashMap<>(tooMuch);
            choice.put("months", months);
            door.complete(kades, premium, "UserTask_AdoptWorkerList", choice);
            door.complete("bpjs-ar-" + branch, premium, "UserTask_CheckRegistration", yes());
            door.complete(treasurer, premium, "UserTask_PayPremium", Map.of("paymentReference", "TRX 1"));
            door.complete(kades, premium, "UserTask_ApprovePayment", yes());
            await("premium on its way", () -> expected(premium) != null);
            JsonNode due = expected(premium);
            assertThat(due.get("rupiah").asLong()).isEqualTo(50L * months * 16_800);
            Map<String, Object> confirmation = Map.of("billingCode", due.get("billingCode").asText(),
                    "rupiah", due.get("rupiah").asLong(), "paidAt", day + "T10:00:00+07:00",
                    "coverFrom", due.get("coverFrom").asText(), "months", months);
            door.expect(201, door.post("insurer-uji", "/api/insurer/confirmations", confirmation));
            covered = from.plusMonths(months);
            await("cover", () -> {
                JsonNode through = door.get(kades, "/api/villages/" + village).get("cover").get("through");
                return !through.isNull() && through.asText().equals(covered.minusMonths(1).atEndOfMonth().toString());
            });
        }

        private JsonNode expected(String premium) {
            for (JsonNode due : door.get("insurer-uji", "/api/insurer/expected-payments")) {
                if (due.get("caseId").asText().equals(premium)) {
                    return due;
                }
            }
            return null;
        }

        private void registerWorkers() {
            personal.of("Pekerja Uji");
            personal.of("084000000000");
            StringBuilder csv = new StringBuilder("nik,name,gender,birth_date,occupation,monthly_income,village_code,phone\n");
            for (int i = 1; i <= 50; i++) {
                LocalDate born = LocalDate.of(1980, 1, 1).plusDays(i);
                String nik = "%s0101%02d%02d%02d%04d".formatted(province, born.getDayOfMonth(), born.getMonthValue(), 80, 5000 + i);
                csv.append("%s,Pekerja Uji %c,L,%s,nelayan,1000000,%s,084000000000%n".formatted(nik, 'A' + i % 26, born, village));
                workerNik = personal.of(nik);
            }
            JsonNode answer = door.expect(200, door.send(operator, HttpMethod.POST, "/api/villages/" + village + "/workers",
                    csv.toString(), "text/csv"));
            assertThat(answer.get("accepted").asInt()).as(answer.toString()).isEqualTo(50);
        }

        /** A fisherman dies in the cover's third month; his widow is paid, by four people. */
        String payClaim() {
            on(LocalDate.of(2023, 2, 6));
            List<String> documents = new ArrayList<>();
            for (String kind : List.of("FORMULIR_JKM", "KPJ", "KTP", "KK", "AKTA_KEMATIAN", "SURAT_AHLI_WARIS",
                    "BUKU_NIKAH", "BUKU_TABUNGAN", "SURAT_USAHA")) {
                documents.add(door.document(operator, kind));
            }
            Map<String, Object> claim = new LinkedHashMap<>();
            claim.put("programme", "JKM");
            claim.put("workerNik", workerNik);
            claim.put("eventDate", "2023-02-01");
            claim.put("cause", "ILLNESS");
            claim.put("reporter", Map.of("name", personal.of("Pelapor Uji"), "phone", personal.of("084000000001"), "relation", "SPOUSE"));
            claim.put("heirs", List.of(Map.of("name", personal.of("Janda Uji"), "nik", personal.of("5501014705850003"),
                    "relation", "SPOUSE", "account", personal.of("880012345670"))));
            claim.put("documents", documents);
            JsonNode filed = door.expect(201, door.post(operator, "/api/claims", claim));
            String id = filed.get("id").asText();
            assertThat(door.post(operator, "/api/claims", claim).getStatusCode().value()).isEqualTo(409);
            door.complete("bpjs-verifikator-" + branch, id, "UserTask_CheckCompleteness", Map.of("complete", true));
            assertThat(door.get("bpjs-kabid-" + branch, "/api/claims/" + id).get("payBy").asText()).isEqualTo("2023-02-09");
            await("assessment", () -> door.tasks("bpjs-verifikator-" + branch, "UserTask_ConfirmBenefit", id).size() == 1);
            door.complete("bpjs-verifikator-" + branch, id, "UserTask_ConfirmBenefit", yes());
            door.complete("bpjs-kabid-" + branch, id, "UserTask_ApproveClaim", yes());
            door.complete("bpjs-kacab-" + branch, id, "UserTask_ApproveAboveLimit", yes());
            door.expect(200, door.post("bpjs-keuangan-" + branch, "/api/claims/" + id + "/payees",
                    Map.of("payees", List.of(Map.of("payee", 1, "holder", "JANDA UJI")))));
            door.complete("bpjs-keuangan-" + branch, id, "UserTask_PayClaim", Map.of("bankReference", "BJ " + id));
            await("payment", () -> door.get("bpjs-kabid-" + branch, "/api/claims/" + id).get("state").asText().equals("PAID"));
            return id;
        }

        void auditClaim(String claim, String decree) {
            JsonNode trace = door.get("inspektorat-uji", "/api/trace/claims/" + claim);
            assertThat(trace.get("claim").get("total").asLong()).isEqualTo(42_000_000);
            assertThat(trace.get("cover").get("month").asText()).isEqualTo("2023-02-01");
            assertThat(trace.get("tranche").get("percent").asInt()).isEqualTo(tranches.get(tranches.size() - 1));
            assertThat(trace.get("decree").get("id").asText()).isEqualTo(decree);
            assertThat(trace.get("decree").get("articles").get(0).get("article").asText()).isEqualTo("Pasal 7");
            long paid = 0;
            for (JsonNode transfer : trace.get("transfers")) {
                assertThat(transfer.get("legalBasis").asText()).isNotBlank();
                if (transfer.get("creditPath").asText().startsWith("claim/")) {
                    paid += transfer.get("rupiah").asLong();
                }
                JsonNode back = door.get("inspektorat-uji", "/api/trace/transfers/" + transfer.get("id").asText());
                assertThat(back.get("decree").get("id").asText()).as(transfer.toString()).isEqualTo(decree);
            }
            assertThat(paid).isEqualTo(42_000_000);
            assertThat(trace.toString()).doesNotContain(workerNik).doesNotContain("Janda Uji");

            JsonNode down = door.get("inspektorat-uji", "/api/trace/decrees/" + decree);
            assertThat(down.get("adds").asBoolean()).as(down.toString()).isTrue();
            assertThat(down.get("agrees").asBoolean()).as(down.toString()).isTrue();
            assertThat(down.get("claims").findValuesAsText("id")).containsExactly(claim);
            for (String way : List.of("decree/" + decree, "claim/" + claim)) {
                assertThat(door.get("inspektorat-uji", "/api/trace/chains/" + way).get("agrees").asBoolean()).as(way).isTrue();
            }
        }
    }

    private static final Map<String, String> KNOWN = new LinkedHashMap<>();

    private void on(LocalDate when) {
        day = when;
        clock.travelTo(when.atTime(9, 0).atZone(clock.getZone()).toInstant());
    }

    private static Map<String, Object> yes() {
        return Map.of("approved", true);
    }

    private static Map<String, Object> with(String field, Object value) {
        Map<String, Object> fields = new LinkedHashMap<>(yes());
        fields.put(field, value);
        return fields;
    }

    private static void await(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(90).toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("waited 90 s for " + what);
            }
            java.util.concurrent.locks.LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }
}
