package id.lindungdesa.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import id.lindungdesa.Door;
import id.lindungdesa.LindungDesaTest;
import id.lindungdesa.identity.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Many decided at once: each line as if it were the only one, once, by whom it is for. */
@LindungDesaTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BulkDecisionTest {

    /** With -Dbulk.lines=1500 -Dbulk.meanwhile=40 as large as a province; that took some minutes each time. */
    private static final int MANY = Integer.getInteger("bulk.lines", 300);
    private static final int MEANWHILE = Integer.getInteger("bulk.meanwhile", 20);
    private static final int FEW = 4;
    private static final int DISTRICTS = 9;
    private static final String RECOMMEND = "UserTask_RecommendRequest";
    private static final String VERIFY = "UserTask_VerifyRequest";

    @Autowired
    ApplicationContext context;
    @Autowired
    TestRestTemplate http;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    BulkWorker worker;
    @Autowired
    BulkBook book;
    @Autowired
    TransactionTemplate transaction;

    private BulkStage stage;
    private Door door;
    private List<UUID> cases;
    private int districts;
    /** The district of one test, and its villages' cases. */
    private String district;
    private List<UUID> few;

    @BeforeAll
    void villages() {
        stage = new BulkStage(context, "83");
        List<String> villages = new ArrayList<>(BulkStage.villages("83.01.01", MANY));
        for (int i = 1; i <= DISTRICTS; i++) {
            villages.addAll(BulkStage.villages("83.02.0" + i, FEW));
        }
        cases = stage.opened(villages);
        door = new Door(http);
    }

    @BeforeEach
    void aDistrictOfItsOwn() {
        stage.workOff();        // what another class left
        district = "83.02.0" + ++districts;
        few = cases.subList(MANY + (districts - 1) * FEW, MANY + districts * FEW);
        List.of("camat." + district, "camat2." + district, "pmd.83.02", "camat.83.01.01", "camat2.83.01.01", "pmd.83.01")
                .forEach(user -> door.knows(user, BulkStage.PASSWORD));
    }

    @Test
    void manyGoThroughAndTheOthersSayWhy() throws Exception {
        List<UUID> many = cases.subList(0, MANY);
        stage.toCamat(many);
        JsonNode seen = candidates("camat.83.01.01", RECOMMEND);
        assertThat(seen.get("count").asInt()).isEqualTo(MANY);
        assertThat(seen.get("rupiah").asLong()).isEqualTo(MANY * 100_000_000L);
        assertThat(seen.get("lines").get(0).get("place").asText()).contains("83.01.01.2001");
        List<String> tasks = tasks(seen);

        String id = ordered("camat.83.01.01", Map.of("process", "village-grant", "element", RECOMMEND, "approved", true,
                "note", "Sesuai berkas", "expected", Map.of("count", MANY, "rupiah", MANY * 100_000_000L),
                "exceptions", List.of(Map.of("taskId", tasks.get(0), "reason", "Kepala desa diganti"),
                        Map.of("taskId", tasks.get(1), "reason", "Akan dilihat sendiri"),
                        Map.of("taskId", tasks.get(2), "approved", false, "reason", "Surat permohonan tidak terbaca"))));
        IntStream.range(3, 3 + MEANWHILE / 2).forEach(line -> decidedByAnother(caseOf(seen, line)));
        CompletableFuture<Void> another = CompletableFuture.runAsync(() -> IntStream.range(0, MEANWHILE / 2)
                .forEach(line -> decidedByAnother(caseOf(seen, MANY - 2 - line))));
        Instant start = Instant.now();
        stage.workOff();
        LoggerFactory.getLogger(getClass()).info("{} lines took {}", MANY, Duration.between(start, Instant.now()));
        another.join();
        stage.workOff();        // a line that both had in hand at the same moment
        List<UUID> others = jdbc.sql("select disbursement_id from grant_decision where decided_by = 'camat2.83.01.01' and step = 'RECOMMEND'")
                .query(UUID.class).list();
        assertThat(others.size()).as("before the work began, and while it went on").isBetween(MEANWHILE / 2, MEANWHILE);
        assertThat(jdbc.sql("select count(*) from grant_decision where step = 'RECOMMEND' and decided_by in ('camat.83.01.01', 'camat2.83.01.01')")
                .query(Integer.class).single()).as("each decided once, but for two that were left out").isEqualTo(MANY - 2);

        JsonNode result = door.get("camat.83.01.01", "/api/bulk-decisions/" + id + "?size=500");
        JsonNode order = result.get("order");
        assertThat(order.get("state").asText()).isEqualTo("DONE");
        assertThat(order.get("done").asInt()).isEqualTo(MANY);
        assertThat(order.get("decided").asInt()).isEqualTo(MANY - 2 - others.size());
        assertThat(order.get("leftOut").asInt()).isEqualTo(2);
        assertThat(order.get("refused").asInt()).isEqualTo(others.size());
        JsonNode refused = door.get("camat.83.01.01", "/api/bulk-decisions/" + id + "?state=REFUSED").get("lines");
        assertThat(refused.get("total").asInt()).isEqualTo(others.size());
        assertThat(refused.get("items").findValuesAsText("caseId")).isNotEmpty().isSubsetOf(others.stream().map(UUID::toString).toList());
        assertThat(refused.get("items").get(0).get("code").asText()).isEqualTo("ALREADY_DECIDED");
        assertThat(refused.get("items").get(0).get("message").asText()).contains("oleh Pejabat camat2.83.01.01");

        assertThat(decisions(caseOf(seen, 0), "RECOMMEND")).isEmpty();
        assertThat(decisions(caseOf(seen, 2), "RECOMMEND")).containsExactly("RETURNED camat.83.01.01 Surat permohonan tidak terbaca");
        assertThat(decisions(caseOf(seen, 3), "RECOMMEND")).containsExactly("APPROVED camat2.83.01.01 ");
        assertThat(decisions(caseOf(seen, MANY - 1), "RECOMMEND")).containsExactly("APPROVED camat.83.01.01 Sesuai berkas");
        assertThat(candidates("camat.83.01.01", RECOMMEND).get("count").asInt()).isEqualTo(2);

        assertThat(jdbc.sql("select count(*) from bulk_line where decision_id = :id and note is not null and state <> 'LEFT_OUT'")
                .param("id", UUID.fromString(id)).query(Long.class).single()).isZero();
        assertThat(jdbc.sql("select count(*) from act_hi_varinst where name_ = 'note'").query(Long.class).single()).isZero();
        byte[] file = http.withBasicAuth("camat.83.01.01", BulkStage.PASSWORD).getForObject(order.get("resultsFile").asText(), byte[].class);
        try (ReadableWorkbook workbook = new ReadableWorkbook(new java.io.ByteArrayInputStream(file))) {
            List<Row> rows = workbook.getFirstSheet().read();
            assertThat(rows).hasSize(MANY + 1);
            assertThat(rows.get(1).getCellText(6)).isEqualTo("Dikecualikan");
            assertThat(rows.get(1).getCellText(7)).isEqualTo("Kepala desa diganti");
            assertThat(rows.get(MANY).getCellText(5)).isEqualTo("Disetujui");
        }

        JsonNode next = candidates("pmd.83.01", VERIFY);
        assertThat(next.get("count").asInt()).isEqualTo(MANY - 3);
        ordered("pmd.83.01", everything(next, VERIFY));
        stage.workOff();
        assertThat(candidates("pmd.83.01", VERIFY).get("count").asInt()).isZero();
        assertThat(jdbc.sql("select count(*) from grant_disbursement where state = 'READY' and regency_code = '83.01'")
                .query(Long.class).single()).isEqualTo(MANY - 3);
    }

    @Test
    void aListThatChangedIsShownAgain() {
        stage.toCamat(few);
        String camat = "camat." + district;
        JsonNode seen = candidates(camat, RECOMMEND);
        stage.as("camat2." + district, caseOf(seen, 0), RECOMMEND, "approved", true, "note", null);

        JsonNode filter = door.expect(409, door.post(camat, "/api/bulk-decisions", everything(seen, RECOMMEND)));
        assertThat(filter.get("code").asText()).isEqualTo("LIST_CHANGED");
        assertThat(filter.get("detail").asText()).contains("dari 4 berkas (Rp400.000.000) menjadi 3 berkas (Rp300.000.000)");
        Map<String, Object> named = new HashMap<>(everything(seen, RECOMMEND));
        named.put("taskIds", tasks(seen));
        JsonNode gone = door.expect(409, door.post(camat, "/api/bulk-decisions", named)).get("errors");
        assertThat(gone).hasSize(2);
        assertThat(gone.get(1).get("pointer").asText()).isEqualTo("/taskIds/0");
        assertThat(gone.get(1).get("message").asText()).contains(district + ".2001").contains("tidak lagi menunggu");
        assertThat(door.get(camat, "/api/bulk-decisions")).isEmpty();

        named.remove("expected");
        String id = ordered(camat, named);
        stage.workOff();
        JsonNode lines = door.get(camat, "/api/bulk-decisions/" + id).get("lines").get("items");
        assertThat(lines.get(0).get("code").asText()).isEqualTo("ALREADY_DECIDED");
        assertThat(lines.get(0).get("place").asText()).contains(district + ".2001");
        assertThat(decisions(few.get(3), "RECOMMEND")).containsExactly("APPROVED " + camat + " ");
    }

    @Test
    void nobodyDecidesWhatIsNotHis() {
        stage.toCamat(few);
        String camat = "camat." + district;
        JsonNode seen = candidates(camat, RECOMMEND);

        String id = ordered("pmd.83.02", Map.of("process", "village-grant", "element", VERIFY, "approved", true, "taskIds", tasks(seen)));
        String stranger = ordered("camat.83.01.01", Map.of("process", "village-grant", "element", RECOMMEND, "approved", true,
                "taskIds", tasks(seen)));
        stage.workOff();

        assertThat(codes("pmd.83.02", id)).containsOnly("OTHER_KIND");
        assertThat(codes("camat.83.01.01", stranger)).containsOnly("NOT_YOUR_TASK");
        assertThat(door.get("camat.83.01.01", "/api/bulk-decisions/" + stranger).toString()).doesNotContain(district + ".2001");
        few.forEach(one -> assertThat(decisions(one, "RECOMMEND")).isEmpty());
        door.expect(404, door.send(camat, HttpMethod.GET, "/api/bulk-decisions/" + id, null, null));
        door.expect(404, door.send(camat, HttpMethod.GET, "/api/bulk-decisions/" + id + "/results", null, null));
        assertThat(door.expect(422, door.post(camat, "/api/bulk-decisions", Map.of("process", "claim-approval", "element",
                "UserTask_ApproveClaim", "approved", true, "taskIds", tasks(seen)))).get("code").asText()).isEqualTo("NOT_IN_BULK");
    }

    @Test
    void nobodySignsTwoStepsOfACaseThroughAnotherOffice() {
        stage.toCamat(few);
        String camat = "camat." + district;
        stage.hired("pmd2.83.02", Role.PMD, "83.02");
        stage.as("camat2." + district, few.get(0), RECOMMEND, "approved", true, "note", null);
        few.subList(1, FEW).forEach(one -> stage.as(camat, one, RECOMMEND, "approved", true, "note", null));
        stage.hired(camat, Role.PMD, "83.02");

        List<String> tasks = tasks(candidates(camat, VERIFY, district));
        assertThat(tasks).hasSize(FEW);
        String id = ordered(camat, Map.of("process", "village-grant", "element", VERIFY, "approved", true, "taskIds", tasks));
        stage.workOff();

        assertThat(codes(camat, id)).containsExactly("-", "SEPARATION_OF_DUTIES", "SEPARATION_OF_DUTIES", "SEPARATION_OF_DUTIES");
        assertThat(door.get(camat, "/api/bulk-decisions/" + id + "?state=REFUSED").get("lines").get("items").get(0).get("message").asText())
                .contains("Rekomendasi camat");
        stage.dismissed(camat, Role.PMD, "83.02");
        stage.dismissed("pmd2.83.02", Role.PMD, "83.02");
    }

    @Test
    void whoIsDismissedMeanwhileDecidesNothingMore() {
        stage.toCamat(few);
        String user = "camat3." + district;
        stage.hired(user, Role.CAMAT, district);
        door.knows(user, BulkStage.PASSWORD);
        String id = ordered(user, everything(candidates(user, RECOMMEND), RECOMMEND));

        assertThat(worker.decideNext()).isTrue();
        stage.dismissed(user, Role.CAMAT, district);
        assertThat(worker.decideNext()).isTrue();
        stage.hired(user, Role.CAMAT, "83.03.01");
        stage.workOff();

        assertThat(codes(user, id)).containsExactly("-", "NO_OFFICE_ANY_MORE", "NOT_YOUR_TASK", "NOT_YOUR_TASK");
    }

    /** What a node leaves that is killed with a line in hand: the line waits again, and its task is as undecided as it was. */
    @Test
    void anOrderGoesOnWhereANodeDied() {
        stage.toCamat(few);
        String camat = "camat." + district;
        String id = ordered(camat, everything(candidates(camat, RECOMMEND), RECOMMEND));
        assertThat(worker.decideNext()).isTrue();
        transaction.executeWithoutResult(killed -> {
            assertThat(worker.decideNext()).isTrue();
            assertThat(book.tally(UUID.fromString(id)).decided()).isEqualTo(2);
            killed.setRollbackOnly();
        });
        assertThat(book.tally(UUID.fromString(id)).decided()).isEqualTo(1);
        transaction.executeWithoutResult(inAnothersHand -> {
            assertThat(book.take().orElseThrow().number()).isEqualTo(2);
            stage.workOff();
            assertThat(book.tally(UUID.fromString(id)).waiting()).isEqualTo(1);
            assertThat(book.find(UUID.fromString(id)).orElseThrow().state()).isEqualTo(DecisionState.RUNNING);
            inAnothersHand.setRollbackOnly();
        });
        stage.workOff();

        assertThat(book.find(UUID.fromString(id)).orElseThrow().state()).isEqualTo(DecisionState.DONE);
        few.forEach(one -> assertThat(decisions(one, "RECOMMEND")).containsExactly("APPROVED " + camat + " "));
    }

    /** The step and its result are one transaction: where the one cannot be written down the other has not happened. */
    @Test
    void aLineWhoseResultCannotBeWrittenIsNotDecided() {
        stage.toCamat(few);
        String camat = "camat." + district;
        String id = ordered(camat, everything(candidates(camat, RECOMMEND), RECOMMEND));
        jdbc.sql("""
                create function broken_for_a_test() returns trigger language plpgsql as $$ begin raise exception 'broken'; end $$;
                create trigger broken_for_a_test before update on bulk_line for each row
                  when (new.state = 'DECIDED' and new.number = 2) execute function broken_for_a_test()""").update();
        try {
            stage.workOff();
        } finally {
            jdbc.sql("drop trigger broken_for_a_test on bulk_line; drop function broken_for_a_test()").update();
        }

        assertThat(codes(camat, id)).containsExactly("-", "NOT_POSSIBLE_NOW", "-", "-");
        assertThat(candidates(camat, RECOMMEND).get("count").asInt()).isOne();
        assertThat(few.stream().filter(one -> decisions(one, "RECOMMEND").isEmpty())).hasSize(1);
    }

    @Test
    void theSameOrderTwiceIsOneOrder() {
        stage.toCamat(few);
        String camat = "camat." + district;
        Map<String, Object> order = everything(candidates(camat, RECOMMEND), RECOMMEND);
        HttpHeaders headers = new HttpHeaders();
        headers.set("Idempotency-Key", "kunci-" + district);
        headers.setContentType(MediaType.APPLICATION_JSON);
        ResponseEntity<JsonNode> first = http.withBasicAuth(camat, BulkStage.PASSWORD).exchange("/api/bulk-decisions", HttpMethod.POST,
                new HttpEntity<>(order, headers), JsonNode.class);
        ResponseEntity<JsonNode> again = http.withBasicAuth(camat, BulkStage.PASSWORD).exchange("/api/bulk-decisions", HttpMethod.POST,
                new HttpEntity<>(order, headers), JsonNode.class);

        assertThat(first.getStatusCode().value()).isEqualTo(202);
        assertThat(again.getBody()).isEqualTo(first.getBody());
        assertThat(door.get(camat, "/api/bulk-decisions")).hasSize(1);
        stage.workOff();
    }

    @Test
    void aLineIsAboutWhatWasSeen() {
        stage.toCamat(few);
        String camat = "camat." + district;
        JsonNode seen = candidates(camat, RECOMMEND);
        String id = ordered(camat, everything(seen, RECOMMEND));
        jdbc.sql("update bulk_line set rupiah = rupiah - 1 where decision_id = :id and number = 2").param("id", UUID.fromString(id)).update();
        stage.workOff();

        assertThat(codes(camat, id)).containsExactly("-", "AMOUNT_CHANGED", "-", "-");
        assertThat(decisions(caseOf(seen, 1), "RECOMMEND")).isEmpty();
        assertThat(door.expect(422, door.post(camat, "/api/bulk-decisions", Map.of("process", "village-grant", "element", RECOMMEND,
                "approved", false))).get("errors").findValuesAsText("code")).containsExactly("NOTE_REQUIRED", "EXPECTED_REQUIRED");

        stage.as(camat, caseOf(seen, 1), RECOMMEND, "approved", false, "note", "Lengkapi lampiran");
        stage.toCamat(List.of(caseOf(seen, 1)));
        JsonNode warned = candidates(camat, RECOMMEND).get("lines").get(0);
        assertThat(warned.get("warnings").get(0).asText()).isEqualTo("Pernah dikembalikan (Rekomendasi camat)");
    }

    private JsonNode candidates(String user, String element) {
        return candidates(user, element, "");
    }

    private JsonNode candidates(String user, String element, String area) {
        return door.get(user, "/api/bulk-decisions/candidates?process=village-grant&element=" + element + "&area=" + area);
    }

    private static Map<String, Object> everything(JsonNode seen, String element) {
        return Map.of("process", "village-grant", "element", element, "approved", true,
                "expected", Map.of("count", seen.get("count").asInt(), "rupiah", seen.get("rupiah").asLong()));
    }

    /** The other Camat takes that line, unless the order was there first. */
    private void decidedByAnother(UUID disbursement) {
        try {
            stage.as("camat2.83.01.01", disbursement, RECOMMEND, "approved", true, "note", null);
        } catch (RuntimeException e) {
            LoggerFactory.getLogger(getClass()).info("The order was there first: {}", e.toString());
        }
    }

    private String ordered(String user, Map<String, ?> order) {
        return door.expect(202, door.post(user, "/api/bulk-decisions", order)).get("id").asText();
    }

    private static List<String> tasks(JsonNode candidates) {
        return candidates.get("lines").findValuesAsText("taskId");
    }

    private static UUID caseOf(JsonNode candidates, int line) {
        return UUID.fromString(candidates.get("lines").get(line).get("caseId").asText());
    }

    /** Why each line was refused, or a hyphen. */
    private List<String> codes(String user, String order) {
        door.knows(user, BulkStage.PASSWORD);
        return jdbc.sql("select coalesce(code, '-') from bulk_line where decision_id = :id order by number")
                .param("id", UUID.fromString(order)).query(String.class).list();
    }

    private List<String> decisions(UUID disbursement, String step) {
        return jdbc.sql("""
                select outcome || ' ' || decided_by || ' ' || note from grant_decision where disbursement_id = :id and step = :step
                 order by entry_number""").param("id", disbursement).param("step", step).query(String.class).list();
    }
}
