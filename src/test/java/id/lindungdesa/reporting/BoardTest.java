package id.lindungdesa.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import id.lindungdesa.Door;
import id.lindungdesa.LindungDesaTest;
import id.lindungdesa.claim.PaidClaimFixture;
import id.lindungdesa.grant.VillageFundFixture;
import id.lindungdesa.identity.Role;
import id.lindungdesa.operation.Gauges;
import id.lindungdesa.operation.Wholeness;
import id.lindungdesa.regulation.DecreeFixture;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The board's figures against the books and the cases, over HTTP, in an invented province 90. */
@LindungDesaTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BoardTest {

    private static final String PAID = "90.01.01.2001";
    private static final String WAITING = "90.01.01.2002";
    private static final String BOOKED = "90.02.01.2001";
    private static final String FAILING = "90.03.01.2001";
    private static final String WARD = "90.02.01.1001";
    private static final String PASSWORD = "Rahasia-uji-123";

    @Autowired TestRestTemplate http;
    @Autowired ApplicationContext context;
    @Autowired ManagementService management;
    @Autowired RuntimeService runtime;
    @Autowired Gauges gauges;
    @Autowired ObjectProvider<Wholeness> subjects;
    @Autowired TransactionTemplate transaction;
    @Autowired PaidClaimFixture claims;
    @Autowired JdbcClient jdbc;
    @Autowired Clock clock;

    private Door door;
    private VillageFundFixture fund;
    private UUID decree;
    private UUID run;

    @BeforeAll
    void aDecreeOnItsWay() {
        fund = VillageFundFixture.in(context);
        decree = DecreeFixture.in(context).inForce("90", List.of(PAID, WAITING, BOOKED, FAILING, WARD), 100_000_000, 30, 70);
        fund.received(decree, PAID);
        fund.appoint(WAITING, BOOKED, FAILING);
        fund.ready(fund.disbursement(decree, BOOKED, 1));
        run = fund.run(decree, "90.02");
        fund.sp2d(run);
        door = new Door(http);
        List.of(DecreeFixture.GOVERNOR, VillageFundFixture.user(Role.CAMAT, "90.01.01"), VillageFundFixture.BANK)
                .forEach(user -> door.knows(user, PASSWORD));
    }

    @Test
    void everyFigureOfADecreeIsThatOfItsOwnPage() {
        JsonNode own = door.get(DecreeFixture.GOVERNOR, "/api/decrees/" + decree);
        JsonNode shown = decree();

        assertThat(shown.get("money")).isEqualTo(own.get("money"));
        assertThat(shown.get("adds").asBoolean()).isTrue();
        assertThat(shown.get("money").get("allocated").asLong()).isEqualTo(500_000_000);
        assertThat(shown.get("money").get("premium").asLong()).isPositive();
        assertThat(shown.get("villages")).isEqualTo(own.get("villages"));
        assertThat(shown.get("opened")).isEqualTo(own.get("progress").get("opened"));
        assertThat(shown.get("openable")).isEqualTo(own.get("progress").get("total"));
    }

    @Test
    void regenciesAndVillagesAddUpToTheDecreeToTheRupiah() {
        JsonNode money = decree().get("money");
        JsonNode regencies = decree().get("regencies");
        JsonNode villages = door.get("admin", "/api/board/villages?decree=" + decree);

        assertThat(sum(regencies, "allocated")).isEqualTo(money.get("allocated").asLong());
        for (Map.Entry<String, JsonNode> lines : Map.of("inVillages", regencies, "inVillage", villages.get("items")).entrySet()) {
            assertThat(sum(lines.getValue(), lines.getKey())).as(lines.getKey()).isEqualTo(money.get("inVillages").asLong()).isPositive();
            assertThat(sum(lines.getValue(), "premium")).isEqualTo(money.get("premium").asLong());
        }
        assertThat(villages.get("total").asLong()).isEqualTo(5).isEqualTo(sum(regencies, "total"));
        assertThat(regencies.findValuesAsText("code")).containsExactly("90.01", "90.02", "90.03");
        assertThat(regencies.get(1).get("villages").get("AWAITING_KELURAHAN_ROUTE").asLong()).isEqualTo(1);
    }

    @Test
    void aVillageIsFoundByNameOrCodeAndLeadsToItsCase() {
        JsonNode found = door.get("admin", "/api/board/villages?q=" + WAITING).get("items");
        assertThat(found).hasSize(1);
        assertThat(found.get(0).get("state").asText()).isEqualTo("AWAITING_REQUEST");
        assertThat(found.get(0).get("instanceId").asText()).isEqualTo(runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(fund.disbursement(decree, WAITING, 1).toString()).singleResult().getId());
        assertThat(door.get("admin", "/api/board/villages?decree=" + decree + "&q=uJI 2001").get("total").asInt()).isEqualTo(3);
        assertThat(door.get("admin", "/api/board/villages?decree=" + decree + "&q=%25").get("total").asInt()).as("no pattern").isZero();
        assertThat(door.get("admin", "/api/board/villages?decree=" + decree + "&regency=90.02&state=AWAITING_KELURAHAN_ROUTE")
                .get("items").findValuesAsText("code")).containsExactly(WARD);

        JsonNode cases = door.get("admin", "/api/board/search?number=" + fund.reference(run).toLowerCase());
        assertThat(cases.get(0).get("kind").asText()).isEqualTo("RUN");
        assertThat(cases.get(0).get("instanceId").asText()).isEqualTo(instance(run));
        assertThat(door.expect(422, door.send("admin", HttpMethod.GET, "/api/board/search?number=9", null, null)).get("code").asText())
                .isEqualTo("SEARCH_TOO_SHORT");
    }

    @Test
    void lateWorkIsCountedForTheOfficeWhereItLies() {
        String office = "operator-" + WAITING;
        jdbc.sql("""
                update act_ru_task set due_date_ = :due where id_ in (select task_id from report_task_office where office = :office)""")
                .param("due", java.sql.Timestamp.from(clock.instant().minusSeconds(3 * 86_400))).param("office", office).update();
        gauges.forget();

        JsonNode tasks = door.get("admin", "/api/board/tasks?late=true&office=" + office);
        assertThat(tasks.get("total").asInt()).isEqualTo(1);
        assertThat(tasks.get("items").get(0).get("title").asText()).contains(WAITING);
        assertThat(tasks.get("items").get(0).get("offices").asText()).contains("Uji 2002 (" + WAITING + ")");
        assertThat(door.get("admin", "/api/board/tasks?late=true&office=" + WAITING)).as("by what the office is called").isEqualTo(tasks);
        assertThat(door.get("admin", "/api/board/tasks?late=true&office=bukan").get("total").asInt()).isZero();
        JsonNode work = door.get("admin", "/api/board/work");
        assertThat(named(work.get("roles"), "role", "operator").get("late").asLong()).isPositive()
                .isEqualTo(door.get("admin", "/api/board/tasks?late=true&role=operator").get("total").asLong());
        assertThat(work.get("open").asLong()).isEqualTo(door.get("admin", "/api/board/tasks").get("total").asLong());
        JsonNode line = offices(office);
        assertThat(line.get("late").asInt()).isEqualTo(1);
        assertThat(line.get("areaName").asText()).isEqualTo("Uji 2002");
        assertThat(line.get("vacant").asBoolean()).isFalse();

        transaction.executeWithoutResult(status -> jdbc.sql("delete from act_id_membership where group_id_ = :office")
                .param("office", office).update());
        gauges.forget();
        assertThat(offices(office).get("vacant").asBoolean()).isTrue();
        fund.appoint(WAITING);
    }

    private JsonNode offices(String office) {
        for (int page = 0; ; page++) {
            JsonNode answer = door.get("admin", "/api/board/offices?role=operator&size=500&page=" + page);
            JsonNode found = named(answer.get("items"), "office", office);
            if (found != null || answer.get("items").isEmpty()) {
                return found;
            }
        }
    }

    @Test
    void whatBankAndInsurerOweIsShown() {
        door.expect(422, door.post(VillageFundFixture.BANK, "/api/bank/credits", Map.of("reference", "UJI-90-TIDAK-ADA",
                "account", VillageFundFixture.REGENCY_ACCOUNT, "rupiah", 5, "valueDate", LocalDate.now(clock).toString())));
        String reference = fund.reference(run);

        assertThat(bank(reference).get("late").asBoolean()).isFalse();
        jdbc.sql("update grant_decision set decided_at = decided_at - interval '4 days' where run_id = :run and step = 'SP2D'")
                .param("run", run).update();
        assertThat(bank(reference).get("late").asBoolean()).isTrue();
        assertThat(bank(reference).get("instanceId").asText()).isEqualTo(instance(run));
        JsonNode bank = door.get("admin", "/api/board/doors").get("doors").get(0);
        assertThat(bank.get("heardAt").isNull()).isFalse();
        assertThat(named(bank.get("mismatches"), "reference", "UJI-90-TIDAK-ADA").get("code").asText()).isEqualTo("UNKNOWN_REFERENCE");
    }

    private JsonNode bank(String reference) {
        return named(door.get("admin", "/api/board/doors").get("doors").get(0).get("waiting"), "reference", reference);
    }

    @Test
    void aStepThatGaveUpIsShownWithItsCase() {
        fund.ready(fund.disbursement(decree, FAILING, 1));
        UUID credited = fund.run(decree, "90.03");
        fund.sp2d(credited);
        door.expect(201, door.post(VillageFundFixture.BANK, "/api/bank/credits", Map.of("reference", fund.reference(credited),
                "account", VillageFundFixture.REGENCY_ACCOUNT, "rupiah", 30_000_000, "valueDate", LocalDate.now(clock).toString())));
        Job booking = management.createJobQuery().processInstanceId(instance(credited)).messages().singleResult();
        management.setJobRetries(booking.getId(), 0);

        JsonNode state = door.get("admin", "/api/board/machinery");
        JsonNode failed = named(state.get("incidents"), "jobId", booking.getId());
        assertThat(failed.get("instanceId").asText()).isEqualTo(instance(credited));
        assertThat(failed.get("caseTitle").asText()).contains("90.03");
        assertThat(failed.get("caseId").asText()).isEqualTo(credited.toString());
        assertThat(failed.get("processName").asText()).isEqualTo("Pencairan per kabupaten/kota");
        assertThat(failed.get("step").asText()).doesNotContain("_");
        assertThat(state.get("jobs").get("failed").asLong()).isPositive();

        management.setJobRetries(booking.getId(), 1);
        assertThat(named(door.get("admin", "/api/board/machinery").get("incidents"), "jobId", booking.getId())).isNull();
    }

    @Test
    void theCauseIsToldAndNotTheEngine() {
        assertThat(Machinery.sentence("An exception occurred in the persistence layer. (org.postgresql.util.PSQLException: ERROR: Kas (daerah) kurang)"))
                .isEqualTo("Kas (daerah) kurang");
        assertThat(Machinery.sentence("id.lindungdesa.refusal.Refusal: Saldo tidak cukup (lihat kas).")).isEqualTo("Saldo tidak cukup (lihat kas).");
        assertThat(Machinery.sentence("")).isEmpty();
    }

    @Test
    void aWorkbookHoldsAllThatFitsTheFilterAndNothingElse() throws Exception {
        for (String filter : List.of("?decree=" + decree, "?decree=" + decree + "&regency=90.01", "?decree=" + decree + "&state=AWAITING_REQUEST")) {
            List<Row> rows = workbook("/api/board/villages" + filter + "&format=xlsx");
            assertThat(rows).as(filter).hasSize(1 + door.get("admin", "/api/board/villages" + filter).get("total").asInt());
        }
        assertThat(workbook("/api/board/villages?format=xlsx&regency=90.01&decree=" + decree)).as("two villages and their heads").hasSize(3);
        List<Row> rows = workbook("/api/board/villages?format=xlsx&q=" + PAID);
        assertThat(rows.get(1).getCell(8).getType()).isEqualTo(CellType.NUMBER);
        assertThat(rows.get(1).getCell(8).asNumber()).isEqualByComparingTo(new BigDecimal(100_000_000));
        List<Row> tasks = workbook("/api/board/tasks?format=xlsx&q=" + WAITING);
        assertThat(tasks).hasSize(1 + door.get("admin", "/api/board/tasks?q=" + WAITING).get("total").asInt());
        assertThat(tasks.get(1).getCell(4).asDate().toLocalDate()).isBetween(LocalDate.now(clock).minusDays(1), LocalDate.now(clock).plusDays(1));
    }

    @Test
    void aClaimIsListedWithoutAPerson() throws Exception {
        PaidClaimFixture.Paid claim = claims.jkm(PAID, "uji-papan", LocalDate.of(2022, 3, 1), 36);
        JsonNode found = door.get("admin", "/api/board/claims?q=" + claim.number()).get("items").get(0);

        assertThat(found.get("villageCode").asText()).isEqualTo(PAID);
        assertThat(found.toString()).doesNotContain(claim.worker().nik()).doesNotContain("rupiah");
        assertThat(workbook("/api/board/claims?format=xlsx&regency=90.01"))
                .hasSize(1 + door.get("admin", "/api/board/claims?regency=90.01").get("total").asInt());
        assertThat(door.get("admin", "/api/board/search?number=" + claim.number()).get(0).get("kind").asText()).isEqualTo("CLAIM");
    }

    @Test
    void whatMustHoldIsMeasuredAndKept() {
        for (String subject : List.of("ledger", "ledger-guards")) {
            JsonNode measured = door.expect(200, door.post("admin", "/api/board/checks", Map.of("subject", subject)));
            assertThat(measured.get("whole").asBoolean()).as(subject).isTrue();
            JsonNode kept = named(door.get("admin", "/api/board/checks").get("checks"), "subject", subject);
            assertThat(kept.get("measuredAt")).isEqualTo(measured.get("measuredAt"));
        }
        JsonNode books = door.get("admin", "/api/board/checks").get("books");
        assertThat(books.get("debits")).isEqualTo(books.get("credits")).isEqualTo(books.get("moved"));
        assertThat(door.expect(422, door.post("admin", "/api/board/checks", Map.of("subject", "apa saja"))).get("code").asText())
                .isEqualTo("CHECK_UNKNOWN");
    }

    @Test
    void aGuardThatIsOffAndACaseWithoutProcessAreFound() {
        UUID waiting = fund.disbursement(decree, WAITING, 1);
        assertThat(faults("ledger-guards")).isEmpty();
        assertThat(faults("cases-without-process")).doesNotContain("tranche " + waiting, "run " + run);
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            jdbc.sql("alter table ledger_transfer disable trigger ledger_transfer_kept").update();
            jdbc.sql("update act_ru_execution set business_key_ = 'lain' where business_key_ = :key").param("key", waiting.toString()).update();
            assertThat(faults("ledger-guards")).containsExactly("ledger_transfer_kept");
            assertThat(faults("cases-without-process")).contains("tranche " + waiting);
        });
        assertThat(faults("ledger-guards")).isEmpty();
    }

    @Test
    void theBoardIsNotForEverybody() {
        String camat = VillageFundFixture.user(Role.CAMAT, "90.01.01");
        for (String path : List.of("/api/board", "/api/board/villages", "/api/board/villages?format=xlsx", "/api/board/tasks?format=xlsx",
                "/api/board/claims?format=xlsx", "/api/board/machinery", "/api/board/checks", "/api/board/search?number=90.01")) {
            assertThat(door.send(camat, HttpMethod.GET, path, null, null).getStatusCode().value()).as(path).isEqualTo(403);
        }
        assertThat(door.send(DecreeFixture.GOVERNOR, HttpMethod.GET, "/api/board/villages?size=1", null, null).getStatusCode().value()).isEqualTo(200);
        assertThat(door.send(DecreeFixture.GOVERNOR, HttpMethod.GET, "/api/board/machinery", null, null).getStatusCode().value()).isEqualTo(403);
    }

    private List<String> faults(String subject) {
        return subjects.stream().filter(one -> one.subject().equals(subject)).findFirst().orElseThrow().faults();
    }

    private JsonNode decree() {
        return named(door.get("admin", "/api/board").get("decrees"), "id", decree.toString());
    }

    private String instance(UUID caseId) {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(caseId.toString()).singleResult().getId();
    }

    private static JsonNode named(JsonNode list, String field, String value) {
        return StreamSupport.stream(list.spliterator(), false).filter(one -> one.get(field).asText().equals(value)).findFirst().orElse(null);
    }

    private static long sum(JsonNode list, String field) {
        return StreamSupport.stream(list.spliterator(), false).mapToLong(one -> one.get(field).asLong()).sum();
    }

    private List<Row> workbook(String path) throws Exception {
        byte[] file = http.withBasicAuth("admin", PASSWORD).getForObject(path, byte[].class);
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(file))) {
            return workbook.getFirstSheet().read();
        }
    }
}
