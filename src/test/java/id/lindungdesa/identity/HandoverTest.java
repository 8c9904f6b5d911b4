package id.lindungdesa.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import id.lindungdesa.Door;
import id.lindungdesa.LindungDesaTest;
import id.lindungdesa.Session;
import id.lindungdesa.calendar.ApplicationClock;
import id.lindungdesa.grant.VillageFundFixture;
import id.lindungdesa.regulation.DecreeFixture;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A Camat hands over while a village's request lies on his desk. */
@LindungDesaTest
class HandoverTest {

    private static final String PASSWORD = VillageFundFixture.PASSWORD;
    private static final String TASK = "UserTask_RecommendRequest";

    @Autowired TestRestTemplate http;
    @Autowired ApplicationContext context;
    @Autowired ApplicationClock clock;
    @Autowired Offices offices;
    @Autowired JdbcClient jdbc;

    private Door door;

    @BeforeEach
    void open() {
        door = new Door(http);
    }

    @AfterEach
    void backToday() {
        clock.backToTrueTime();
    }

    @Test
    void onItsDayAuthorityAndTakenWorkPassToTheSuccessor() {
        UUID request = atTheCamat("85.21");
        String before = camat("85.21");
        LocalDate day = LocalDate.now(clock).plusDays(3);
        String task = taken(before, request);

        JsonNode ordered = order("85.21.01", "han.baru", day, "SUCCESSOR");
        door.knows("han.baru", ordered.get("firstPassword").asText());
        assertThat(ordered.get("state").asText()).isEqualTo("PLANNED");
        offices.followTerms();
        assertThat(door.tasks(before, TASK, request.toString())).as("until that day it is his").hasSize(1);
        door.expect(403, door.send("han.baru", HttpMethod.GET, "/engine-rest/task", null, null));

        clock.travelTo(day);
        offices.followTerms();

        JsonNode report = report(ordered.get("id").asText());
        assertThat(report.get("state").asText()).isEqualTo("DONE");
        assertThat(report.get("openTasks").asInt()).isOne();
        assertThat(report.get("movedTasks").asInt()).isOne();
        assertThat(report.get("moved").get(0).get("taskId").asText()).isEqualTo(task);
        assertThat(report.get("moved").get(0).get("to").asText()).isEqualTo("han.baru");
        assertThat(door.tasks("han.baru", TASK, request.toString()).get(0).get("assignee").asText()).isEqualTo("han.baru");
        door.complete("han.baru", request.toString(), TASK, Map.of("approved", true));
        assertThat(decidedBy(request)).as("what others signed stays theirs").containsExactly("operator." + village("85.21"),
                "kades." + village("85.21"), "han.baru");
    }

    @Test
    void whoWorksWhileItHappensIsToldAndLeavesNothingHalfDone() {
        UUID request = atTheCamat("85.22");
        String before = camat("85.22");
        String task = taken(before, request);
        Session open = Session.login(http.getRootUri(), before, PASSWORD, "tasklist");

        JsonNode done = order("85.22.01", "han.lain", null, null);

        assertThat(done.get("state").asText()).as("of today at once").isEqualTo("DONE");
        assertThat(done.get("moved").get(0).get("to").isNull()).as("back to the office").isTrue();
        var answer = open.send("POST", "/camunda/api/engine/engine/default/task/" + task + "/submit-form",
                "{\"variables\":{\"approved\":{\"value\":false},\"note\":{\"value\":\"Catatan yang sudah diketik\"}}}", "application/json", true);
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("tidak disimpan", "menunggu pejabat yang berwenang");
        var direct = door.send(before, HttpMethod.POST, "/engine-rest/task/" + task + "/complete", "{}", "application/json");
        assertThat(door.expect(403, direct).get("detail").asText()).contains("tidak memegang jabatan");
        assertThat(decidedBy(request)).hasSize(2);
        assertThat(jdbc.sql("select count(*) from act_hi_detail where text_ like '%sudah diketik%'").query(Long.class).single()).isZero();
        assertThat(jdbc.sql("select assignee_ is null from act_ru_task where id_ = :id").param("id", task).query(Boolean.class).single()).isTrue();
    }

    @Test
    void whoKeepsAnotherOfficeIsToldInHisLanguageWhyNot() {
        UUID request = atTheCamat("85.23");
        String before = camat("85.23");
        door.appoint("user,name,role,area,from,until,decree_number\n" + before + ",Pejabat camat,camat,85.23.02,2020-01-01,,SK 7\n");
        String task = taken(before, request);

        order("85.23.01", "han.tetap", null, null);

        var answer = door.post(before, "/engine-rest/task/" + task + "/complete", Map.of("variables", Map.of("approved", Map.of("value", true))));
        assertThat(answer.getStatusCode().value()).isEqualTo(403);
        assertThat(answer.getBody()).contains("bukan lagi, untuk jabatan Anda");
    }

    @Test
    void anOrderIsTakenBackBeforeItsDay() {
        VillageFundFixture.in(context).appoint(village("85.24"));
        LocalDate day = LocalDate.now(clock).plusDays(10);
        String id = order("85.24.01", "han.batal", day, null).get("id").asText();
        assertThat(refused("85.24.01", "han.dua", day)).isEqualTo("HANDOVER_PLANNED");

        door.expect(200, door.post("admin", "/api/offices/handovers/" + id + "/cancellation", Map.of("reason", "SK dicabut")));
        clock.travelTo(day.plusDays(1));
        offices.followTerms();

        assertThat(context.getBean(Accounts.class).groupsOf(camat("85.24"))).contains("camat-85.24.01");
        assertThat(context.getBean(Accounts.class).groupsOf("han.batal")).isEmpty();
        assertThat(door.expect(409, door.post("admin", "/api/offices/handovers/" + id + "/cancellation", Map.of("reason", "SK dicabut")))
                .get("code").asText()).isEqualTo("HANDOVER_OVER");
    }

    @Test
    void anOrderThatMakesNoSenseIsRefusedWhole() {
        VillageFundFixture.in(context).appoint(village("85.25"));
        LocalDate day = LocalDate.now(clock).plusDays(1);

        assertThat(refused("85.25.01", camat("85.25"), day)).isEqualTo("SAME_PERSON");
        assertThat(refused("85.25.09", "han.siapa", day)).isEqualTo("OFFICE_VACANT");
        assertThat(refused("85.25.01", "admin", day)).isEqualTo("ADMIN_HOLDS_NO_OFFICE");
        assertThat(refused("85.25.01", "han.awal", LocalDate.of(2019, 1, 1))).isEqualTo("OFFICE_VACANT");
        offices.followTerms();
        assertThat(context.getBean(Accounts.class).groupsOf(camat("85.25"))).contains("camat-85.25.01");
    }

    // ----

    private UUID atTheCamat(String regency) {
        VillageFundFixture fund = VillageFundFixture.in(context);
        UUID decree = DecreeFixture.in(context).inForce(regency.substring(0, 2), List.of(village(regency)), 100_000_000L, 100);
        fund.appoint(village(regency));
        for (String user : List.of(camat(regency), "operator." + village(regency))) {
            door.knows(user, PASSWORD);
        }
        fund.open(decree);
        UUID request = fund.disbursement(decree, village(regency), 1);
        fund.requested(request);
        fund.sign(request, true, null);
        return request;
    }

    private String taken(String user, UUID request) {
        String task = door.tasks(user, TASK, request.toString()).get(0).get("id").asText();
        door.expect(204, door.post(user, "/engine-rest/task/" + task + "/claim", Map.of("userId", user)));
        return task;
    }

    private JsonNode order(String district, String to, LocalDate day, String claimed) {
        return door.expect(201, tryOrder(district, to, day, claimed));
    }

    private String refused(String district, String to, LocalDate day) {
        ResponseEntity<String> answer = tryOrder(district, to, day, null);
        assertThat(answer.getStatusCode().value()).as(answer.getBody()).isIn(409, 422);
        return door.expect(answer.getStatusCode().value(), answer).get("code").asText();
    }

    private ResponseEntity<String> tryOrder(String district, String to, LocalDate day, String claimed) {
        Map<String, Object> order = new java.util.HashMap<>(Map.of("role", "camat", "area", district, "to", to, "toName", "Camat Baru",
                "decreeNumber", "SK 821/85"));
        if (day != null) {
            order.put("day", day.toString());
        }
        if (claimed != null) {
            order.put("claimedWork", claimed);
        }
        return door.post("admin", "/api/offices/handovers", order);
    }

    private JsonNode report(String id) {
        for (JsonNode one : door.get("admin", "/api/offices/handovers")) {
            if (one.get("id").asText().equals(id)) {
                return one;
            }
        }
        throw new AssertionError("no report of " + id);
    }

    private List<String> decidedBy(UUID request) {
        return jdbc.sql("select decided_by from grant_decision where disbursement_id = :id order by entry_number").param("id", request)
                .query(String.class).list();
    }

    private static String village(String regency) {
        return regency + ".01.2001";
    }

    private static String camat(String regency) {
        return "camat." + regency + ".01";
    }
}
