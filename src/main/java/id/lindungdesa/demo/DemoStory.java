package id.lindungdesa.demo;

import com.fasterxml.jackson.databind.JsonNode;
import id.lindungdesa.calendar.ApplicationClock;
import id.lindungdesa.demo.DemoProvince.Village;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A year as it went: a decree signed, one village whose money came and whose fisherman's widow was paid, and others that
 * stopped at every desk, so that whoever logs in finds work. Told on past days, through the doors.
 */
class DemoStory {

    private static final long GRANT = 100_000_000;
    private static final String HERO = "15.04.03.2001";
    private static final int DESKS = 4;     // of a request: operator, village head, district, regency

    private final DemoDoor door;
    private final DemoProvince province;
    private final ApplicationClock clock;
    private final LocalDate today;
    private final Consumer<String> progress;
    private LocalDate day;

    DemoStory(DemoDoor door, DemoProvince province, ApplicationClock clock, LocalDate today, Consumer<String> progress) {
        this.door = door;
        this.province = province;
        this.clock = clock;
        this.today = today;
        this.progress = progress;
    }

    void play() {
        LocalDate signed = today.minusDays(240);
        on(signed.minusDays(20));
        door.csv("admin", "PUT", "/api/regions/" + DemoProvince.EDITION, province.regionList());
        door.csv("admin", "PUT", "/api/branches", province.branchList());
        progress.accept("wilayah dimuat");

        String decree = decree("001/CONTOH/BKBK/" + signed.getYear(), signed.getYear(), province.villages());
        review(decree, signed);
        on(signed);
        door.complete("gubernur", decree, "UserTask_SignDecree", yes());
        awaitOpening(decree);
        progress.accept("keputusan berlaku, " + (province.villages().size() - 163) + " desa dibuka");

        on(signed.plusDays(2));
        String job = door.csv("bpjs-ar-jambi", "PUT", "/api/workers", province.workerList(province.villages(), today)).get("id").asText();
        fund("15.04", List.of(HERO), signed.plusDays(5));
        villageDesks();       // meanwhile: the import keeps a core busy for some seconds
        awaitJob(job);
        progress.accept("pekerja terdaftar");

        cover(HERO, signed.plusDays(25));
        progress.accept("satu desa terlindungi");
        paidClaim(signed.plusDays(180));
        progress.accept("satu klaim dibayar");

        otherDesks();
        progress.accept("tugas di setiap meja");
        on(today);
    }

    /**
     * On top of the story, today: all villages of a regency that have no other part in it ask, for its PMD to decide a hundred
     * at once. Goes by the tasks that lie there, so that one that was cut off goes on where it stood.
     */
    void requestsOfARegency() {
        List<String> inTheStory = neighbours().subList(0, DESKS + 1);
        Set<String> villages = province.desaOf("15.04").stream().map(Village::code)
                .filter(code -> !code.equals(HERO) && !inTheStory.contains(code)).collect(Collectors.toSet());
        on(today);
        villages.parallelStream().map("operator-"::concat).forEach(operator -> open(operator, "UserTask_PrepareRequest")
                .forEach(task -> door.complete(operator, task, Map.of("requestedRupiah", GRANT,
                        "documentIds", door.document(operator, "SURAT_PERMOHONAN")))));
        villages.parallelStream().map("kades-"::concat).forEach(head -> open(head, "UserTask_SignRequest")
                .forEach(task -> door.complete(head, task, yes())));
        villages.stream().map(village -> "camat-" + village.substring(0, 8)).distinct().toList().parallelStream()
                .forEach(camat -> open(camat, "UserTask_RecommendRequest").filter(task -> villages.contains(villageOf(camat, task)))
                        .forEach(task -> door.complete(camat, task, yes())));
    }

    private Stream<JsonNode> open(String user, String element) {
        return StreamSupport.stream(door.get(user, "/engine-rest/task?taskDefinitionKey=" + element).spliterator(), false);
    }

    private String villageOf(String user, JsonNode task) {
        String where = door.get(user, "/api/tasks/" + task.get("id").asText() + "/sheet").get("where").asText();
        return where.substring(where.lastIndexOf('(') + 1, where.lastIndexOf(')'));
    }

    // ---- the decree

    private String decree(String number, int year, List<Village> villages) {
        Map<String, Object> decree = new LinkedHashMap<>();
        decree.put("number", number);
        decree.put("title", "Bantuan keuangan bersifat khusus kepada desa dan kelurahan (contoh)");
        decree.put("province", DemoProvince.CODE);
        decree.put("fiscalYear", year);
        decree.put("edition", DemoProvince.EDITION);
        decree.put("ceiling", GRANT * villages.size());
        decree.put("tranchePercents", List.of(100));
        decree.put("premiumSharePercent", 10);
        decree.put("workersPerVillage", 50);
        decree.put("monthsOfCover", 11);
        decree.put("articles", List.of(Map.of("regulation", "Peraturan Gubernur contoh", "article", "Pasal 5 ayat (2)",
                "text", "Sepuluh persen bantuan digunakan untuk iuran jaminan sosial pekerja rentan.")));
        return door.decree("dp3ap2-verifikator", decree, province.annex(villages, GRANT)).get("id").asText();
    }

    private void review(String decree, LocalDate signed) {
        on(signed.minusDays(10));
        door.complete("biro-hukum", decree, "UserTask_ReviewLegality", yes());
        on(signed.minusDays(5));
        door.complete("sekda", decree, "UserTask_InitialDecree", yes());
    }

    private void awaitOpening(String decree) {
        await("opening of villages", () -> {
            JsonNode progress = door.get("inspektorat", "/api/decrees/" + decree).get("progress");
            return progress.get("total").asInt() > 0 && progress.get("opened").asInt() == progress.get("total").asInt();
        });
    }

    private void awaitJob(String job) {
        await("import of workers", () -> List.of("DONE", "FINISHED", "COMPLETED")
                .contains(door.get("bpjs-ar-jambi", "/api/jobs/" + job).get("state").asText()));
    }

    // ---- village money

    private String disbursementOf(String village) {
        JsonNode tasks = door.get("operator-" + village, "/engine-rest/task?taskDefinitionKey=UserTask_PrepareRequest");
        return caseOf("operator-" + village, tasks.get(0));
    }

    private String caseOf(String user, JsonNode task) {
        return door.get(user, "/api/tasks/" + task.get("id").asText() + "/sheet").get("caseId").asText();
    }

    /** Carries villages of one regency from the request to the bank's credit and into their accounts. */
    private void fund(String regency, List<String> villages, LocalDate from) {
        Map<String, String> cases = requests(villages.stream().collect(Collectors.toMap(Function.identity(), village -> 4)), from);
        String run = runAt("UserTask_VerifyBatch", "dp3ap2-verifikator", regency);
        on(from.plusDays(6));
        batch(run, 5);
        on(from.plusDays(9));
        credit(run);
        on(from.plusDays(11));
        awaitTask("bkad-" + regency, run, "UserTask_ForwardFunds");
        door.complete("bkad-" + regency, run, "UserTask_ForwardFunds", Map.of("transferNumber", "PB/CONTOH/" + run.substring(0, 4)));
        villages.parallelStream().forEach(village -> {
            awaitTask("bendahara-" + village, cases.get(village), "UserTask_ConfirmReceipt");
            door.complete("bendahara-" + village, cases.get(village), "UserTask_ConfirmReceipt", Map.of("receivedRupiah", GRANT));
        });
    }

    /**
     * Villages' requests, several at once, each through as many desks as asked: operator, village head, district, regency.
     *
     * @return the case of each village
     */
    private Map<String, String> requests(Map<String, Integer> desks, LocalDate from) {
        on(from);
        Map<String, String> cases = new ConcurrentHashMap<>();
        passing(desks, 0, village -> cases.put(village, disbursementOf(village)));
        passing(desks, 1, village -> door.complete("operator-" + village, cases.get(village), "UserTask_PrepareRequest",
                Map.of("requestedRupiah", GRANT, "documentIds", door.document("operator-" + village, "SURAT_PERMOHONAN"))));
        passing(desks, 2, village -> door.complete("kades-" + village, cases.get(village), "UserTask_SignRequest", yes()));
        on(from.plusDays(2));
        passing(desks, 3, village -> door.complete("camat-" + village.substring(0, 8), cases.get(village),
                "UserTask_RecommendRequest", yes()));
        on(from.plusDays(4));
        passing(desks, 4, village -> door.complete("pmd-" + village.substring(0, 5), cases.get(village),
                "UserTask_VerifyRequest", yes()));
        return cases;
    }

    private static void passing(Map<String, Integer> desks, int desk, Consumer<String> step) {
        desks.keySet().parallelStream().filter(village -> desks.get(village) >= desk).forEach(step);
    }

    /** A payment run through as many provincial desks as asked: verifier, head, SPP, SPM, SP2D. */
    private void batch(String run, int desks) {
        if (desks > 0) {
            door.complete("dp3ap2-verifikator", run, "UserTask_VerifyBatch", yes());
        }
        if (desks > 1) {
            door.complete("dp3ap2-kepala", run, "UserTask_ApproveBatch", yes());
        }
        if (desks > 2) {
            door.complete("bpkpd-spp", run, "UserTask_CreateSpp", Map.of("sppNumber", "SPP/CONTOH/" + run.substring(0, 4)));
        }
        if (desks > 3) {
            door.complete("bpkpd-spm", run, "UserTask_IssueSpm", with("spmNumber", "SPM/CONTOH/" + run.substring(0, 4)));
        }
        if (desks > 4) {
            door.complete("bpkpd-bud", run, "UserTask_IssueSp2d", with("sp2dNumber", "SP2D/CONTOH/" + run.substring(0, 4)));
        }
    }

    private String runAt(String element, String user, String regency) {
        for (JsonNode task : door.get(user, "/engine-rest/task?taskDefinitionKey=" + element)) {
            JsonNode sheet = door.get(user, "/api/tasks/" + task.get("id").asText() + "/sheet");
            if (sheet.toString().contains(regency)) {
                return sheet.get("caseId").asText();
            }
        }
        throw new IllegalStateException("No run of " + regency + " at " + element);
    }

    private void credit(String run) {
        JsonNode due = door.get("bank", "/api/bank/expected-credits");
        for (JsonNode one : due) {
            if (one.get("runId").asText().equals(run)) {
                door.post("bank", "/api/bank/credits", Map.of("reference", one.get("reference").asText(),
                        "account", "RKUD-" + one.get("regency").asText(), "rupiah", one.get("rupiah").asLong(),
                        "valueDate", day.toString()));
            }
        }
    }

    // ---- premium and cover

    private void cover(String village, LocalDate from) {
        String bill = adopt(village, from);
        String branch = branchOf(village);
        on(from.plusDays(2));
        door.complete("bpjs-ar-" + branch, bill, "UserTask_CheckRegistration", yes());
        on(from.plusDays(3));
        pay(village, bill);
        confirm(bill);
    }

    private String adopt(String village, LocalDate from) {
        on(from);
        String operator = "operator-" + village;
        JsonNode task = door.get(operator, "/engine-rest/task?taskDefinitionKey=UserTask_PrepareWorkerList").get(0);
        String bill = caseOf(operator, task);
        door.complete(operator, bill, "UserTask_PrepareWorkerList", Map.of());
        Map<String, Object> choice = new LinkedHashMap<>(yes());
        choice.put("months", 11);
        choice.put("fromMonth", YearMonth.from(day).toString());
        door.complete("kades-" + village, bill, "UserTask_AdoptWorkerList", choice);
        return bill;
    }

    private void pay(String village, String bill) {
        String treasurer = "bendahara-" + village;
        door.complete(treasurer, bill, "UserTask_PayPremium", Map.of("paymentReference", "TRX-" + bill.substring(0, 6)));
        door.complete("kades-" + village, bill, "UserTask_ApprovePayment", yes());
    }

    private void confirm(String bill) {
        await("premium on its way", () -> expected(bill) != null);
        JsonNode due = expected(bill);
        door.post("insurer", "/api/insurer/confirmations", Map.of("billingCode", due.get("billingCode").asText(),
                "rupiah", due.get("rupiah").asLong(), "paidAt", day + "T10:00:00+07:00",
                "coverFrom", due.get("coverFrom").asText(), "months", due.get("months").asInt()));
    }

    private JsonNode expected(String bill) {
        for (JsonNode one : door.get("insurer", "/api/insurer/expected-payments")) {
            if (one.get("caseId").asText().equals(bill)) {
                return one;
            }
        }
        return null;
    }

    // ---- claims

    private void paidClaim(LocalDate died) {
        claim(3, died, 5);
    }

    /** A death in the village of the story and its claim through as many desks as asked. */
    private void claim(int nthWorker, LocalDate died, int desks) {
        String branch = branchOf(HERO);
        String[] worker = province.workerList(province.villages().stream().filter(one -> one.code().equals(HERO)).toList(), today)
                .split("\n")[nthWorker].split(",");
        on(died.plusDays(6));
        String operator = "operator-" + HERO;
        Map<String, Object> claim = new LinkedHashMap<>();
        claim.put("programme", "JKM");
        claim.put("workerNik", worker[0]);
        claim.put("eventDate", died.toString());
        claim.put("cause", "ILLNESS");
        claim.put("reporter", Map.of("name", "Keluarga " + worker[1], "phone", "084000000000", "relation", "SPOUSE"));
        claim.put("heirs", List.of(Map.of("name", "Pasangan " + worker[1], "nik", "15040347058500%02d".formatted(nthWorker), "relation", "SPOUSE",
                "account", "1234567890")));
        claim.put("documents", List.of("FORMULIR_JKM", "KPJ", "KTP", "KK", "AKTA_KEMATIAN", "SURAT_AHLI_WARIS", "BUKU_NIKAH",
                "BUKU_TABUNGAN", "SURAT_USAHA").parallelStream().map(kind -> door.document(operator, kind)).toList());
        String id = door.post(operator, "/api/claims", claim).get("id").asText();
        if (desks > 0) {
            door.complete("bpjs-verifikator-" + branch, id, "UserTask_CheckCompleteness", Map.of("complete", true));
            on(died.plusDays(7));
        }
        if (desks > 1) {
            door.complete("bpjs-verifikator-" + branch, id, "UserTask_ConfirmBenefit", yes());
        }
        if (desks > 2) {
            door.complete("bpjs-kabid-" + branch, id, "UserTask_ApproveClaim", yes());
        }
        if (desks > 3) {
            door.complete("bpjs-kacab-" + branch, id, "UserTask_ApproveAboveLimit", yes());
        }
        if (desks > 4) {
            on(died.plusDays(8));
            door.post("bpjs-keuangan-" + branch, "/api/claims/" + id + "/payees",
                    Map.of("payees", List.of(Map.of("payee", 1, "holder", "Pasangan " + worker[1]))));
            door.complete("bpjs-keuangan-" + branch, id, "UserTask_PayClaim", Map.of("bankReference", "TRX-" + id.substring(0, 6)));
            await("payment of the heir", () -> door.get("inspektorat", "/api/claims/" + id).get("state").asText().equals("PAID"));
        }
    }

    // ---- work on every desk today

    private void villageDesks() {
        LocalDate lately = today.minusDays(9);
        List<String> neighbours = neighbours();
        String[] regencies = {"15.05", "15.02", "15.03", "15.06", "15.07", "15.08"};
        Map<String, Integer> desks = new HashMap<>();
        for (int nth = 1; nth <= DESKS; nth++) {
            desks.put(neighbours.get(nth), nth);
        }
        for (String regency : regencies) {
            desks.put(province.desaOf(regency).get(0).code(), 4);
        }
        requests(desks, lately);
        on(today.minusDays(4));
        String run = null;
        for (int i = 0; i < regencies.length; i++) {
            run = runAt("UserTask_VerifyBatch", "dp3ap2-verifikator", regencies[i]);
            batch(run, Math.min(i + 1, 5));
        }
        on(today.minusDays(3));
        credit(run);
    }

    private List<String> neighbours() {
        return province.desaOf("15.04").stream().map(Village::code)
                .filter(code -> code.startsWith(HERO.substring(0, 8)) && !code.equals(HERO)).toList();
    }

    private void otherDesks() {
        moneyInOneMoreRegency(today.minusDays(9));
        for (int desks = 0; desks < 5; desks++) {
            claim(10 + desks, today.minusDays(10), desks);
        }
        decreesOnTheirWay();
    }

    private void moneyInOneMoreRegency(LocalDate from) {
        List<String> villages = province.desaOf("15.09").stream().map(Village::code).limit(5).toList();
        fund("15.09", villages, today.minusDays(30));
        cover(villages.get(0), today.minusDays(12));
        String adopted = adopt(villages.get(1), from);
        String paying = adopt(villages.get(2), from);
        on(today.minusDays(4));
        door.complete("bpjs-ar-" + branchOf(villages.get(2)), paying, "UserTask_CheckRegistration", yes());
        String approving = adopt(villages.get(3), from);
        door.complete("bpjs-ar-" + branchOf(villages.get(3)), approving, "UserTask_CheckRegistration", yes());
        door.complete("bendahara-" + villages.get(3), approving, "UserTask_PayPremium", Map.of("paymentReference", "TRX-" + adopted.substring(0, 6)));
    }

    private void decreesOnTheirWay() {
        int year = today.getYear() + 1;
        on(today.minusDays(6));
        List<Village> few = province.villages().stream().filter(village -> village.regency().code().equals("15.72")).toList();
        decree("002/CONTOH/BKBK/" + year, year, few);
        String atSekda = decree("003/CONTOH/BKBK/" + year, year, few);
        String atGovernor = decree("004/CONTOH/BKBK/" + year, year, few);
        on(today.minusDays(3));
        door.complete("biro-hukum", atSekda, "UserTask_ReviewLegality", yes());
        door.complete("biro-hukum", atGovernor, "UserTask_ReviewLegality", yes());
        on(today.minusDays(1));
        door.complete("sekda", atGovernor, "UserTask_InitialDecree", yes());
    }

    // ---- small things

    /**
     * Moves on to that day; the story never goes back in one case. The engine's jobs are finished first: to a job that is
     * running, a leap in time looks as if its worker had died.
     */
    private void on(LocalDate when) {
        await("the engine's jobs", () -> door.get("admin", "/engine-rest/job/count?executable=true").get("count").asInt() == 0);
        day = when.isAfter(today) ? today : when;
        if (day.equals(today)) {
            clock.backToTrueTime();
        } else {
            clock.travelTo(day.atTime(LocalTime.of(9, 0)).atZone(clock.getZone()).toInstant());
        }
    }

    private String branchOf(String village) {
        return province.regencies().stream().filter(regency -> village.startsWith(regency.code())).findFirst().orElseThrow().branch();
    }

    private static Map<String, Object> yes() {
        return Map.of("approved", true);
    }

    private static Map<String, Object> with(String field, Object value) {
        Map<String, Object> fields = new LinkedHashMap<>(yes());
        fields.put(field, value);
        return fields;
    }

    private void awaitTask(String user, String caseId, String element) {
        await(element, () -> door.get(user, "/engine-rest/task?processInstanceBusinessKey=" + caseId
                + "&taskDefinitionKey=" + element).size() == 1);
    }

    private interface Condition {
        boolean holds();
    }

    private static void await(String what, Condition condition) {
        long deadline = System.nanoTime() + Duration.of(120, ChronoUnit.SECONDS).toNanos();
        while (!condition.holds()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("Waited two minutes for " + what);
            }
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }
}
