package id.lindungdesa.bench;

import com.fasterxml.jackson.databind.JsonNode;
import id.lindungdesa.calendar.ApplicationClock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A province at full size from the draft of its decree to the last heir, through HTTP, several officials at once. In two
 * parts, the second on the data of the first: until every treasurer has the money, and from the workers to the claims.
 */
final class Chain {

    private static final int MONTHS = 11;

    private final BenchApplication application;
    private final People people;
    private final JdbcClient jdbc;
    private final LocalDate signed = LocalDate.now().minusDays(240);

    Chain(BenchApplication application) {
        this.application = application;
        this.people = application.people();
        this.jdbc = application.jdbc();
    }

    Report money(int villages) throws Exception {
        Province province = new Province("36", villages);
        long start = System.nanoTime();
        on(signed.minusDays(20));
        province.load(application, people, true);
        String decree = province.drafted(people, signed.getYear());
        on(signed);
        people.work("gubernur", "UserTask_SignDecree", decree, Map.of("approved", true));
        People.await("opening", () -> jdbc.sql("select end_time_ is not null from act_hi_procinst where business_key_ = :decree")
                .param("decree", decree).query(Boolean.class).single());
        on(signed.plusDays(5));
        Map<String, String> cases = new ConcurrentHashMap<>();
        people.each(province.villages(), village -> request(village, cases));
        runs(province, cases);
        return report("The money: from the decree's draft to %,d treasurers".formatted(villages), start);
    }

    private void request(String village, Map<String, String> cases) {
        String operator = "operator-" + village;
        String document = people.document(operator, "SURAT_PERMOHONAN");
        String id = people.work(operator, "UserTask_PrepareRequest", null, Map.of("requestedRupiah", Province.GRANT, "documentIds", document));
        cases.put(village, id);
        people.work("kades-" + village, "UserTask_SignRequest", id, yes());
        people.work("camat-" + Province.districtOf(village), "UserTask_RecommendRequest", id, yes());
        people.work("pmd-" + Province.regencyOf(village), "UserTask_VerifyRequest", id, yes());
    }

    private void runs(Province province, Map<String, String> cases) throws Exception {
        Map<String, String> runs = new LinkedHashMap<>();
        for (JsonNode task : people.get("find the task", "dp3ap2-verifikator", "/engine-rest/task?taskDefinitionKey=UserTask_VerifyBatch")) {
            String run = people.finish("dp3ap2-verifikator", task, yes());
            runs.put(run, jdbc.sql("select regency_code from grant_run where id = :id::uuid").param("id", run).query(String.class).single());
        }
        people.each(runs.keySet(), run -> {
            people.work("dp3ap2-kepala", "UserTask_ApproveBatch", run, yes());
            people.work("bpkpd-spp", "UserTask_CreateSpp", run, Map.of("sppNumber", "SPP/" + run));
            people.work("bpkpd-spm", "UserTask_IssueSpm", run, Map.of("approved", true, "spmNumber", "SPM/" + run));
            people.work("bpkpd-bud", "UserTask_IssueSp2d", run, Map.of("approved", true, "sp2dNumber", "SP2D/" + run));
        });
        for (JsonNode due : people.get("what the bank is waited for", "bank", "/api/bank/expected-credits")) {
            people.post("report a credit", "bank", "/api/bank/credits", Map.of("reference", due.get("reference").asText(),
                    "account", "RKUD", "rupiah", due.get("rupiah").asLong(), "valueDate", signed.plusDays(5).toString()));
        }
        jobs();
        people.each(runs.entrySet(), run -> people.work("bkad-" + run.getValue(), "UserTask_ForwardFunds", run.getKey(),
                Map.of("transferNumber", "PB/" + run.getKey())));
        jobs();
        people.each(province.villages(), village -> people.work("bendahara-" + village, "UserTask_ConfirmReceipt", cases.get(village),
                Map.of("receivedRupiah", Province.GRANT)));
        jobs();
    }

    Report people(int villages, int claims) throws Exception {
        Province province = new Province("36", villages);
        Path roster = RosterFile.of(province, "chain");
        long start = System.nanoTime();
        on(signed.plusDays(20));
        workers(roster);
        people.each(province.villages(), village -> bill(province, village));
        jobs();
        confirm();
        jobs();
        on(signed.plusDays(200));
        List<String> dead = new ArrayList<>();
        List<String> lines = Files.readAllLines(roster);
        for (int i = 0; i < claims; i++) {
            dead.add(lines.get(1 + (int) ((long) i * (lines.size() - 1) / claims)));
        }
        people.each(dead, line -> claim(province, line.split(",")));
        jobs();
        long paid = jdbc.sql("select count(*) from claim_claim where state = 'PAID'").query(Long.class).single();
        if (paid != claims) {
            throw new IllegalStateException("%d claims of %d are paid".formatted(paid, claims));
        }
        return report("The people: from %,d workers to %d claims".formatted(lines.size() - 1, claims), start);
    }

    private void workers(Path roster) throws Exception {
        Times importing = new Times();
        importing.time(() -> {
            String job = people.send("upload the workers", "bpjs-ar-cabang-36", "PUT", "/api/workers", Files.readAllBytes(roster), "text/csv")
                    .get("id").asText();
            People.await("import", () -> jdbc.sql("select state from enrolment_import where id = :id::uuid").param("id", job)
                    .query(String.class).single().equals("DONE"));
            return null;
        });
        people.steps().put("import the workers (upload and job)", importing);
    }

    private void bill(Province province, String village) {
        String operator = "operator-" + village;
        String bill = people.work(operator, "UserTask_PrepareWorkerList", null, Map.of());
        people.work("kades-" + village, "UserTask_AdoptWorkerList", bill, Map.of("approved", true, "months", MONTHS,
                "fromMonth", YearMonth.from(signed.plusDays(20)).toString()));
        people.work("bpjs-ar-" + province.branch(), "UserTask_CheckRegistration", bill, yes());
        people.work("bendahara-" + village, "UserTask_PayPremium", bill, Map.of("paymentReference", "TRX " + bill));
        people.work("kades-" + village, "UserTask_ApprovePayment", bill, yes());
    }

    private void confirm() throws Exception {
        List<JsonNode> due = new ArrayList<>();
        people.get("what the insurer is waited for", "insurer", "/api/insurer/expected-payments").forEach(due::add);
        people.each(due, one -> people.post("confirm a premium", "insurer", "/api/insurer/confirmations", Map.of(
                "billingCode", one.get("billingCode").asText(), "rupiah", one.get("rupiah").asLong(),
                "paidAt", signed.plusDays(20) + "T10:00:00+07:00", "coverFrom", one.get("coverFrom").asText(),
                "months", one.get("months").asInt())));
    }

    private void claim(Province province, String[] worker) {
        String operator = "operator-" + worker[6];
        List<String> documents = new ArrayList<>();
        for (String kind : List.of("FORMULIR_JKM", "KPJ", "KTP", "KK", "AKTA_KEMATIAN", "SURAT_AHLI_WARIS", "BUKU_NIKAH",
                "BUKU_TABUNGAN", "SURAT_USAHA")) {
            documents.add(people.document(operator, kind));
        }
        Map<String, Object> claim = new LinkedHashMap<>();
        claim.put("programme", "JKM");
        claim.put("workerNik", worker[0]);
        claim.put("eventDate", signed.plusDays(195).toString());
        claim.put("cause", "ILLNESS");
        claim.put("reporter", Map.of("name", "Pelapor Ukur", "phone", "084000000001", "relation", "SPOUSE"));
        claim.put("heirs", List.of(Map.of("name", "Ahli Waris Ukur", "nik", "36010147058" + worker[0].substring(11), "relation", "SPOUSE", "account", "1234567")));
        claim.put("documents", documents);
        String id = people.post("file a claim", operator, "/api/claims", claim).get("id").asText();
        String branch = province.branch();
        people.work("bpjs-verifikator-" + branch, "UserTask_CheckCompleteness", id, Map.of("complete", true));
        awaitTask("bpjs-verifikator-" + branch, "UserTask_ConfirmBenefit", id);
        people.work("bpjs-verifikator-" + branch, "UserTask_ConfirmBenefit", id, yes());
        people.work("bpjs-kabid-" + branch, "UserTask_ApproveClaim", id, yes());
        people.work("bpjs-kacab-" + branch, "UserTask_ApproveAboveLimit", id, yes());
        people.post("say who holds the account", "bpjs-keuangan-" + branch, "/api/claims/" + id + "/payees",
                Map.of("payees", List.of(Map.of("payee", 1, "holder", "AHLI WARIS UKUR"))));
        people.work("bpjs-keuangan-" + branch, "UserTask_PayClaim", id, Map.of("bankReference", "BJ " + id));
    }

    private void awaitTask(String user, String element, String caseId) {
        People.await(element, () -> people.get("find the task", user,
                "/engine-rest/task?processInstanceBusinessKey=" + caseId + "&taskDefinitionKey=" + element).size() == 1);
    }

    private Report report(String title, long start) {
        double seconds = (System.nanoTime() - start) / 1e9;
        long calls = people.steps().values().stream().mapToLong(Times::count).sum();
        Report report = new Report("%s (%s)".formatted(title, "%.0f s, %,d calls, %.0f in a second".formatted(seconds, calls, calls / seconds)));
        double total = people.steps().values().stream().mapToDouble(Times::total).sum();
        report.table("step", "times", "total s", "share %", "median ms", "95 % ms");
        people.steps().entrySet().stream().sorted((a, b) -> Double.compare(b.getValue().total(), a.getValue().total()))
                .forEach(one -> report.row(one.getKey(), one.getValue().count(), one.getValue().total() / 1000,
                        one.getValue().total() / total * 100, one.getValue().median(), one.getValue().percentile(95)));
        report.line("");
        report.line("The database: %s", jdbc.sql("select pg_size_pretty(pg_database_size(current_database()))").query(String.class).single());
        report.table("table", "rows", "with indexes");
        jdbc.sql("analyze").update();
        jdbc.sql("""
                select relname, reltuples::bigint, pg_size_pretty(pg_total_relation_size(oid)) from pg_class
                 where relkind = 'r' and relnamespace = 'public'::regnamespace order by pg_total_relation_size(oid) desc limit 15""")
                .query(row -> {
                    report.row(row.getString(1), "%,d".formatted(row.getLong(2)), row.getString(3));
                });
        return report;
    }

    /** On to that day, once the engine has nothing at hand: to a running job a leap looks as if its worker had died. */
    private void on(LocalDate day) {
        jobs();
        application.bean(ApplicationClock.class).travelTo(day);
    }

    private void jobs() {
        People.await("the engine's jobs", 50, () -> people.get("wait for jobs", "admin", "/engine-rest/job/count?executable=true")
                .get("count").asInt() == 0);
        int incidents = jdbc.sql("select count(*) from act_ru_incident").query(Integer.class).single();
        if (incidents > 0) {
            throw new IllegalStateException(incidents + " incidents");
        }
    }

    private static Map<String, Object> yes() {
        return Map.of("approved", true);
    }
}
