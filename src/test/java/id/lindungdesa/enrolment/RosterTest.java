package id.lindungdesa.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import id.lindungdesa.LindungDesaTest;
import id.lindungdesa.SharedData;
import id.lindungdesa.identity.Appointment;
import id.lindungdesa.identity.Offices;
import id.lindungdesa.identity.Role;
import id.lindungdesa.region.Regions;
import id.lindungdesa.regulation.DecreeFixture;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.context.ApplicationContext;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.RequestEntity;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.LinkedMultiValueMap;

/** Worker lists through the doors: one village, many villages, two at once. Provinces 71 to 73 and 76 are this test's own. */
@LindungDesaTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RosterTest {

    private static final String PASSWORD = "Rahasia-uji-123";
    private static final String FIRST = "71.01.01.2001";
    private static final String SECOND = "71.01.01.2002";
    private static final String CROWDED = "71.01.02.2001";
    private static final String BOOK = "71.01.02.2002";
    private static final String REVIEWED = "71.01.02.2003";

    @Autowired TestRestTemplate http;
    @Autowired ApplicationContext context;
    @Autowired Offices offices;
    @Autowired Regions regions;
    @Autowired Enrolment enrolment;
    @Autowired RosterImporter importer;
    @Autowired RosterImports imports;
    @Autowired RosterSpool spool;
    @Autowired JdbcClient jdbc;
    @Autowired Clock clock;

    @BeforeAll
    void villagesAndOfficials() {
        DecreeFixture.in(context).inForce("71", List.of(FIRST, SECOND, CROWDED, BOOK, REVIEWED), 100_000_000);
        regions.assignBranches(text("branch,regency_code\nuji-71,71.01\n"));
        offices.appoint(List.of(official("op-71-1", Role.OPERATOR, FIRST), official("op-71-2", Role.OPERATOR, SECOND),
                official("op-71-3", Role.OPERATOR, CROWDED), official("kades-71-4", Role.KADES, BOOK),
                official("op-71-5", Role.OPERATOR, REVIEWED), official("bendahara-71-1", Role.BENDAHARA, FIRST),
                official("ar-71", Role.BPJS_AR, "uji-71"), official("ar-72", Role.BPJS_AR, "uji-72"),
                official("camat-71", Role.CAMAT, "71.01.01")), List.of(), user -> PASSWORD);
    }

    @Test
    void aVillageUploadsItsListRowByRow() {
        JsonNode answer = upload("op-71-1", FIRST, person(1, FIRST) + person(2, FIRST) + person(2, FIRST)
                + person(3, SECOND) + person(4, FIRST).replace("Orang", "=Orang") + person(5, FIRST) + "x\n").getBody();

        assertThat(answer.get("accepted").asInt()).isEqualTo(4);
        assertThat(lines(answer, "rejected")).containsExactly("4 nik DUPLICATE_NIK", "5 village_code VILLAGE_MISMATCH",
                "8 nik NIK_NOT_16_DIGITS");
        assertThat(lines(answer, "warnings")).containsExactly("6 name NAME_NEUTRALISED");
        assertThat(answer.toString()).doesNotContain("Orang");

        JsonNode again = upload("op-71-1", FIRST, person(1, FIRST).replace("petani", "nelayan")).getBody();
        assertThat(again.get("accepted").asInt()).isEqualTo(1);
        assertThat(again.get("listId")).isEqualTo(answer.get("listId"));
        assertThat(enrolment.byNik(nik(1, FIRST)).orElseThrow()).satisfies(worker -> {
            assertThat(worker.occupation()).isEqualTo("nelayan");
            assertThat(worker.registeredAt()).isNull();
        });
    }

    @Test
    void ac39_aPersonIsOnTheListOfOneVillageOnly() {
        upload("op-71-1", FIRST, person(11, FIRST));

        JsonNode answer = upload("op-71-2", SECOND, person(11, FIRST).replace(FIRST, SECOND)).getBody();

        assertThat(lines(answer, "rejected")).containsExactly("2 nik DUPLICATE_NIK");
        assertThat(answer.toString()).doesNotContain(nik(11, FIRST)).contains("7101**********");
        assertThat(enrolment.byNik(nik(11, FIRST)).orElseThrow().villageCode()).isEqualTo(FIRST);
        assertThat(enrolment.claimedElsewhere(enrolment.latestList(FIRST).orElseThrow().id())).isPositive();
    }

    @Test
    void twoVillagesThatPostTheSamePeopleAtOnceGetEachOnce() throws Exception {
        for (int round = 0; round < 5; round++) {
            int from = 100 + round * 20;
            CountDownLatch start = new CountDownLatch(1);
            var both = Executors.newFixedThreadPool(2);
            List<Future<JsonNode>> answers = new ArrayList<>();
            for (String[] one : new String[][] {{"op-71-1", FIRST}, {"op-71-2", SECOND}}) {
                List<Integer> order = new ArrayList<>(IntStream.range(from, from + 20).boxed().toList());
                Collections.shuffle(order);
                String rows = String.join("", order.stream().map(n -> person(n, FIRST).replace(FIRST, one[1])).toList());
                answers.add(both.submit(() -> {
                    start.await();
                    return upload(one[0], one[1], rows).getBody();
                }));
            }
            start.countDown();
            int accepted = 0;
            int rejected = 0;
            for (Future<JsonNode> answer : answers) {
                accepted += answer.get().get("accepted").asInt();
                rejected += answer.get().get("rejected").size();
            }
            both.shutdown();
            assertThat(accepted).isEqualTo(20);
            assertThat(rejected).isEqualTo(20);
        }
    }

    @Test
    void whoHasNoOfficeThereIsTurnedAway() {
        assertThat(upload("op-71-2", FIRST, person(20, FIRST)).getStatusCode()).isEqualTo(HttpStatus.FORBIDDEN);
        assertThat(upload("bendahara-71-1", FIRST, person(20, FIRST)).getStatusCode()).isEqualTo(HttpStatus.FORBIDDEN);
        assertThat(upload("camat-71", FIRST, person(20, FIRST)).getStatusCode()).isEqualTo(HttpStatus.FORBIDDEN);
        assertThat(upload("ar-71", FIRST, person(20, FIRST)).getStatusCode()).isEqualTo(HttpStatus.OK);
        assertThat(upload("op-71-1", "71.01.01.2999", person(20, FIRST)).getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND);
        assertThat(put("op-71-1", person(20, FIRST)).getStatusCode()).isEqualTo(HttpStatus.FORBIDDEN);
    }

    @Test
    void aFileThatIsNoListIsRefusedAsAWhole() {
        assertThat(refused(post("op-71-1", FIRST, "", "text/csv"))).isEqualTo("422 TABLE_EMPTY");
        assertThat(refused(post("op-71-1", FIRST, "nik,nama\n1,2\n", "text/csv"))).isEqualTo("422 COLUMN_MISSING");
        assertThat(post("op-71-1", FIRST, "{}", "application/json").getStatusCode()).isEqualTo(HttpStatus.UNSUPPORTED_MEDIA_TYPE);
    }

    @Test
    void moreThanTheQuotaIsSaidAtOnce() {
        String rows = String.join("", IntStream.range(200, 251).mapToObj(n -> person(n, CROWDED)).toList());

        JsonNode answer = upload("op-71-3", CROWDED, rows).getBody();

        assertThat(answer.get("accepted").asInt()).isEqualTo(51);
        assertThat(answer.get("warnings").findValuesAsText("code")).containsExactly("QUOTA_EXCEEDED");
    }

    @Test
    void aWorkbookIsReadLikeAText() throws IOException {
        byte[] book = workbook();
        HttpHeaders part = new HttpHeaders();
        part.setContentType(MediaType.parseMediaType(RosterController.XLSX));
        var form = new LinkedMultiValueMap<String, Object>();
        form.add("file", new HttpEntity<>(new ByteArrayResource(book) {
            @Override
            public String getFilename() {
                return "daftar.xlsx";
            }
        }, part));

        var raw = post("kades-71-4", BOOK, book, RosterController.XLSX);
        var browser = http.withBasicAuth("kades-71-4", PASSWORD).postForEntity("/api/villages/" + BOOK + "/workers", form, JsonNode.class);

        assertThat(raw.getBody().get("accepted").asInt()).isEqualTo(2);
        assertThat(lines(raw.getBody(), "rejected")).containsExactly("4 nik PRECISION_LOST");
        assertThat(browser.getBody()).isEqualTo(raw.getBody());
    }

    /** Three people: dates as dates, incomes as numbers; the third's NIK was typed as a number, of which Excel keeps 15 digits. */
    private static byte[] workbook() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(bytes, "uji", "1.0")) {
            var sheet = book.newWorksheet("Daftar");
            String[] header = Roster.HEADER.strip().split(",");
            for (int i = 0; i < header.length; i++) {
                sheet.value(0, i, header[i]);
            }
            for (int row = 1; row <= 3; row++) {
                String[] cells = person(300 + row, BOOK).strip().split(",");
                for (int i = 0; i < cells.length; i++) {
                    if (i == 3) {
                        sheet.value(row, i, LocalDate.parse(cells[i]));
                        sheet.style(row, i).format("dd/mm/yyyy").set();
                    } else if (i == 5 || i == 0 && row == 3) {
                        sheet.value(row, i, Long.parseLong(cells[i]));
                    } else {
                        sheet.value(row, i, cells[i]);
                    }
                }
            }
        }
        return bytes.toByteArray();
    }

    @Test
    void theVillageWithdrawsAndTheInsurerStrikesOff() {
        JsonNode uploaded = upload("op-71-5", REVIEWED, person(401, REVIEWED) + person(402, REVIEWED) + person(403, REVIEWED)
                + person(404, REVIEWED)).getBody();
        String list = uploaded.get("listId").asText();
        String rejections = "/api/worker-lists/" + list + "/rejections";

        assertThat(send("ar-71", rejections, "[{\"line\":1,\"code\":\"ILL\"}]").getStatusCode()).isEqualTo(HttpStatus.CONFLICT);
        assertThat(send("op-71-1", rejections, "[{\"line\":1,\"code\":\"WITHDRAWN\"}]").getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND);
        var faulty = send("op-71-5", rejections, "[{\"line\":9,\"code\":\"WITHDRAWN\"},{\"line\":1,\"code\":\"SAD\"}]");
        assertThat(faulty.getStatusCode()).isEqualTo(HttpStatus.UNPROCESSABLE_ENTITY);
        assertThat(faulty.getBody().get("errors").findValuesAsText("code")).containsExactly("WORKER_UNKNOWN", "REASON_UNKNOWN");
        assertThat(send("op-71-5", rejections, "[{\"line\":1,\"code\":\"WITHDRAWN\",\"note\":\"pindah\"}]").getBody().get("listed").asInt())
                .isEqualTo(3);
        assertThat(upload("op-71-5", REVIEWED, person(401, REVIEWED)).getBody().get("accepted").asInt()).isEqualTo(1);

        become(list, "ADOPTED");
        assertThat(lines(upload("op-71-5", REVIEWED, person(405, REVIEWED)).getBody(), "rejected"))
                .containsExactly("2 village_code LIST_CLOSED");
        assertThat(send("ar-72", rejections, "[{\"line\":2,\"code\":\"ILL\"}]").getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND);
        assertThat(send("ar-71", rejections, "[{\"line\":2,\"code\":\"ILL\"}]").getBody().get("listed").asInt()).isEqualTo(3);

        become(list, "DRAFT");
        assertThat(lines(upload("op-71-5", REVIEWED, person(402, REVIEWED)).getBody(), "rejected"))
                .containsExactly("2 nik WORKER_STRUCK_OFF");
        JsonNode rows = get("op-71-5", "/api/worker-lists/" + list + "/workers?size=2&page=0").getBody();
        assertThat(rows.get("total").asInt()).isEqualTo(4);
        assertThat(rows.get("items").get(1).get("rejected").asText()).isEqualTo("ILL");
        assertThat(rows.toString()).doesNotContain(nik(401, REVIEWED));
        assertThat(get("camat-71", "/api/worker-lists/" + list + "/workers").getStatusCode()).isEqualTo(HttpStatus.FORBIDDEN);
        assertThat(get("op-71-5", "/api/villages/" + REVIEWED + "/worker-list").getBody().get("id").asText()).isEqualTo(list);
    }

    private void become(String list, String state) {
        jdbc.sql("update enrolment_list set state = :state, decree_id = gen_random_uuid() where id = :id")
                .param("state", state).param("id", UUID.fromString(list)).update();
    }

    @Test
    void manyVillagesComeInOneFile() {
        ResponseEntity<JsonNode> received = put("ar-71", person(501, FIRST) + person(502, SECOND) + person(501, FIRST)
                + person(503, FIRST).replace(FIRST, "71.77.01.2001") + "kacau\n");

        assertThat(received.getStatusCode()).isEqualTo(HttpStatus.ACCEPTED);
        String job = received.getHeaders().getLocation().getPath();
        JsonNode done = awaited("ar-71", job);
        assertThat(done.get("state").asText()).isEqualTo("DONE");
        assertThat(done.get("total").asInt()).isEqualTo(5);
        assertThat(done.get("done").asInt()).isEqualTo(5);
        assertThat(done.get("accepted").asInt()).isEqualTo(2);
        assertThat(done.get("rejected").asInt()).isEqualTo(3);

        String file = http.withBasicAuth("ar-71", PASSWORD).getForObject(done.get("rejectedFile").asText(), String.class);
        assertThat(file.lines().map(line -> line.replaceAll("^(\\d+,\\w*,\\w+),.*", "$1"))).containsExactly("line,field,code,message",
                "4,nik,DUPLICATE_NIK", "5,village_code,UNKNOWN_VILLAGE", "6,nik,NIK_NOT_16_DIGITS");
        assertThat(get("ar-72", job).getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND);
        assertThat(get("ar-72", job + "/rejected").getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND);
        assertThat(get("admin", job).getStatusCode()).isEqualTo(HttpStatus.OK);
        UUID id = UUID.fromString(received.getBody().get("id").asText());
        assertThat(jdbc.sql("select count(*) from enrolment_import_row where import_id = :id").param("id", id).query(Long.class).single()).isZero();
        assertThat(spool.has(id)).isFalse();
    }

    @Test
    void aFileThatCannotBeReadEndsTheJobWithAReason() {
        JsonNode done = awaited("ar-71", putBytes("ar-71", bytes("apa,ini\n1,2\n")).getHeaders().getLocation().getPath());

        assertThat(done.get("state").asText()).isEqualTo("FAILED");
        assertThat(done.get("failure").asText()).contains("nik");
    }

    @Test
    void aJobThatWasKilledGoesOnWithoutTakingAnybodyTwice() {
        UUID job = UUID.randomUUID();
        spool.write(job, text(Roster.HEADER + person(601, FIRST) + person(602, FIRST)));
        imports.add(job, "0", 1, "ar-71", clock.instant());
        imports.beginReading(job);
        imports.read(job, 7, List.of());        // counted by an attempt that died

        importer.workOff(job);
        importer.workOff(job);

        assertThat(imports.find(job).orElseThrow()).satisfies(ended -> {
            assertThat(ended.state()).isEqualTo(RosterImport.State.DONE);
            assertThat(ended.total()).isEqualTo(2);
            assertThat(ended.accepted()).isEqualTo(2);
        });
    }

    @Test
    void aJobThatDiedWhileEnteringGoesOnWithTheRowsThatAreLeft() {
        UUID job = UUID.randomUUID();
        imports.add(job, "0", 1, "ar-71", clock.instant());
        imports.beginReading(job);
        jdbc.sql("""
                insert into enrolment_import_row (import_id, line, nik, name, gender, birth_date, occupation, phone, village_code)
                values (:job, 3, :nik, 'Orang Uji', 'L', '1985-01-17', 'petani', '', :village)""")
                .param("job", job).param("nik", nik(604, FIRST)).param("village", FIRST).update();
        imports.read(job, 2, List.of());
        imports.beginEntering(job);
        jdbc.sql("update enrolment_import set done = 1, accepted = 1 where id = :job").param("job", job).update();

        importer.workOff(job);

        assertThat(imports.find(job).orElseThrow()).satisfies(ended -> {
            assertThat(ended.state()).isEqualTo(RosterImport.State.DONE);
            assertThat(ended.done()).isEqualTo(2);
            assertThat(ended.accepted()).isEqualTo(2);
        });
        assertThat(enrolment.byNik(nik(604, FIRST))).isPresent();
    }

    @Test
    void aJobThatFailsAgainAndAgainIsGivenUp() {
        UUID job = UUID.randomUUID();
        spool.write(job, text(Roster.HEADER + person(605, FIRST)));
        imports.add(job, "0", 1, "ar-71", clock.instant());
        jdbc.sql("update enrolment_import set attempts = 10 where id = :job").param("job", job).update();

        importer.workOff(job);

        assertThat(imports.find(job).orElseThrow().state()).isEqualTo(RosterImport.State.FAILED);
        assertThat(spool.has(job)).isFalse();
    }

    @Test
    void whoIsRegisteredKeepsHisName() {
        upload("op-71-1", FIRST, person(21, FIRST));
        jdbc.sql("update enrolment_worker set registered_at = now() where nik = :nik").param("nik", nik(21, FIRST)).update();

        JsonNode answer = upload("op-71-1", FIRST, person(21, FIRST).replace("Orang Uji 21", "Orang Lain")).getBody();

        assertThat(answer.get("accepted").asInt()).isEqualTo(1);
        assertThat(lines(answer, "warnings")).containsExactly("2 name NAME_KEPT");
        assertThat(enrolment.byNik(nik(21, FIRST)).orElseThrow().name()).isEqualTo("Orang Uji 21");
    }

    @Test
    void aFailureOfTheDatabaseDoesNotTellWhomItWasAbout() {
        assertThatThrownBy(() -> jdbc.sql("""
                insert into enrolment_worker (id, nik, name, gender, birth_date, occupation, village_code, listed_at)
                values (gen_random_uuid(), :nik, :name, 'X', '1985-01-01', 'petani', :village, now())""")
                .param("nik", nik(22, FIRST)).param("name", "Orang Rahasia").param("village", FIRST).update())
                .hasMessageContaining("enrolment_worker_gender").message().doesNotContain(nik(22, FIRST)).doesNotContain("Rahasia");
    }

    @Test
    void exactlyTheSpoiledLinesAreRejected(@TempDir Path folder) throws Exception {
        TreeSet<String> codes = new TreeSet<>();
        for (int i = 1; i <= 60; i++) {
            codes.add("72.0%d.0%d.2%03d".formatted(i % 3 + 1, i % 5 + 1, i));
        }
        regions.replace(2019, DecreeFixture.villageList("72", List.copyOf(codes)));
        Roster roster = Roster.made(folder, villages(folder, codes), "--bad", "0.05", "--moved", "0.02", "--non-utf8", "3",
                "--as-of", asOf(), "--seed", "5");

        JsonNode done = awaited("ar-72", putBytes("ar-72", Files.readAllBytes(roster.file())).getHeaders().getLocation().getPath());

        String file = http.withBasicAuth("ar-72", PASSWORD).getForObject(done.get("rejectedFile").asText(), String.class);
        Set<Integer> rejected = new TreeSet<>();
        file.lines().skip(1).forEach(line -> rejected.add(Integer.valueOf(line.substring(0, line.indexOf(',')))));
        assertThat(done.get("total").asInt()).isEqualTo(3000);
        assertThat(roster.spoiled()).extracting(Roster.Fault::kind).contains("dup_nik_same_village", "dup_nik_two_villages",
                "nik_15_digits", "nik_scientific", "nik_birthdate_mismatch", "under_age", "over_age", "unknown_village_code",
                "empty_name", "csv_injection", "trailing_spaces", "extra_columns", "non_utf8_byte");
        assertThat(rejected).isEqualTo(roster.rejectedLines());
        assertThat(done.get("accepted").asInt()).isEqualTo(3000 - rejected.size());
    }

    @Test
    void oneVillageOfTheGeneratorIsJudgedExactly(@TempDir Path folder) throws Exception {
        String code = "73.01.01.2001";
        TreeSet<String> codes = new TreeSet<>(List.of(code, "73.01.02.2001"));
        regions.replace(2019, DecreeFixture.villageList("73", List.copyOf(codes)));
        offices.appoint(List.of(official("op-73", Role.OPERATOR, code)), List.of(), user -> PASSWORD);
        Roster roster = Roster.made(folder, villages(folder, codes), "--village", code, "--bad", "0.3", "--moved", "0.1",
                "--non-utf8", "3", "--as-of", asOf());

        JsonNode answer = post("op-73", code, Files.readAllBytes(roster.file()), "text/csv").getBody();

        Set<Integer> rejected = new TreeSet<>();
        answer.get("rejected").forEach(row -> rejected.add(row.get("line").asInt()));
        assertThat(rejected).isEqualTo(roster.rejectedLines());
        assertThat(answer.get("accepted").asInt()).isEqualTo(50 - rejected.size());
        assertThat(lines(answer, "warnings").stream().filter(line -> line.endsWith("NIK_OTHER_DISTRICT"))
                .map(line -> Integer.valueOf(line.split(" ")[0]))).containsExactlyElementsOf(roster.unusualLines());
    }

    @Test
    void aWholeProvinceTakesSeconds(@TempDir Path folder) throws Exception {
        // the real list under another province's code, out of the way of tests that use the real one
        String real = Files.readString(SharedData.file("jambi-villages.csv"));
        Path villages = Files.writeString(folder.resolve("villages.csv"), real.replaceAll("(?m)(^|,)15(?=[.,])", "$1" + "76"));
        try (InputStream list = Files.newInputStream(villages)) {
            assertThat(regions.replace(2019, list).rejected()).isEmpty();
        }
        Roster roster = Roster.made(folder, villages, "--as-of", asOf());
        Instant start = Instant.now();

        JsonNode done = awaited("ar-71", putBytes("ar-71", Files.readAllBytes(roster.file())).getHeaders().getLocation().getPath());

        assertThat(done.get("accepted").asInt()).isEqualTo(78_100);
        assertThat(done.get("rejectedFile").isNull()).isTrue();
        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(60));
    }

    private static Path villages(Path folder, Set<String> codes) throws IOException {
        StringBuilder list = new StringBuilder("code,kind,district_code,regency_code\n");
        codes.forEach(code -> list.append(code).append(",desa,").append(code, 0, 8).append(',').append(code, 0, 5).append('\n'));
        return Files.writeString(folder.resolve("villages.csv"), list);
    }

    private String asOf() {
        return LocalDate.now(clock).minusMonths(6).toString();
    }

    private JsonNode awaited(String user, String job) {
        Instant end = Instant.now().plusSeconds(120);
        while (true) {
            JsonNode now = get(user, job).getBody();
            if (Set.of("DONE", "FAILED").contains(now.get("state").asText())) {
                return now;
            }
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("Last seen: " + now);
            }
            java.util.concurrent.locks.LockSupport.parkNanos(50_000_000);
        }
    }

    /** The findings about rows; other tests may have filled the same village's list beyond its quota. */
    private static List<String> lines(JsonNode answer, String list) {
        List<String> lines = new ArrayList<>();
        answer.get(list).forEach(row -> {
            if (row.hasNonNull("line")) {
                lines.add("%s %s %s".formatted(row.get("line").asText(), row.get("field").asText(), row.get("code").asText()));
            }
        });
        return lines;
    }

    private static String refused(ResponseEntity<JsonNode> answer) {
        return answer.getStatusCode().value() + " " + answer.getBody().get("code").asText();
    }

    private ResponseEntity<JsonNode> upload(String user, String village, String rows) {
        return post(user, village, Roster.HEADER + rows, "text/csv");
    }

    private ResponseEntity<JsonNode> post(String user, String village, Object body, String type) {
        return http.withBasicAuth(user, PASSWORD).exchange(RequestEntity.post("/api/villages/" + village + "/workers")
                .contentType(MediaType.parseMediaType(type)).body(body), JsonNode.class);
    }

    private ResponseEntity<JsonNode> put(String user, String rows) {
        return putBytes(user, bytes(Roster.HEADER + rows));
    }

    private ResponseEntity<JsonNode> putBytes(String user, byte[] file) {
        return http.withBasicAuth(user, PASSWORD).exchange(RequestEntity.put("/api/workers")
                .contentType(MediaType.parseMediaType("text/csv")).body(file), JsonNode.class);
    }

    private ResponseEntity<JsonNode> send(String user, String path, String json) {
        return http.withBasicAuth(user, PASSWORD).exchange(RequestEntity.post(path).contentType(MediaType.APPLICATION_JSON)
                .body(json), JsonNode.class);
    }

    private ResponseEntity<JsonNode> get(String user, String path) {
        return http.withBasicAuth(user, PASSWORD).exchange(path, HttpMethod.GET, null, JsonNode.class);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static InputStream text(String text) {
        return new ByteArrayInputStream(bytes(text));
    }

    private static Appointment official(String user, Role role, String area) {
        return new Appointment(1, user, "Pejabat " + user, role, area, LocalDate.of(2020, 1, 1), null, "SK-UJI");
    }

    static String nik(int n, String village) {
        return village.substring(0, 8).replace(".", "") + "%02d0185%04d".formatted(n % 28 + 1, 8000 + n);
    }

    static String person(int n, String village) {
        return "%s,Orang Uji %d,L,1985-01-%02d,petani,1000000,%s,084000000%03d\n".formatted(nik(n, village), n, n % 28 + 1, village, n % 1000);
    }
}
