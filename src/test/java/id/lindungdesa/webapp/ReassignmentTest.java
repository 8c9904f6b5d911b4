package id.lindungdesa.webapp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import id.lindungdesa.Door;
import id.lindungdesa.LindungDesaTest;
import id.lindungdesa.calendar.ApplicationClock;
import id.lindungdesa.grant.VillageFundFixture;
import id.lindungdesa.identity.Accounts;
import id.lindungdesa.identity.Offices;
import id.lindungdesa.regulation.DecreeFixture;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A village's request at its Camat: somebody stands in for him, work is moved by order, and nobody's work is found. */
@LindungDesaTest
class ReassignmentTest {

    private static final String TASK = "UserTask_RecommendRequest";

    @Autowired TestRestTemplate http;
    @Autowired ApplicationContext context;
    @Autowired ApplicationClock clock;
    @Autowired Offices offices;
    @Autowired Accounts accounts;
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
    void aDeputyActsOnBehalfOfTheAbsentUntilTheDayEnds() {
        UUID request = atTheCamat("85.31");
        LocalDate today = LocalDate.now(clock);
        door.expect(201, door.post("camat.85.31.01", "/api/me/absences", absence("85.31", "pmd.85.31", today.plusDays(2))));
        assertThat(accounts.groupsOf("pmd.85.31")).contains("camat-85.31.01");

        door.complete("pmd.85.31", request.toString(), TASK, Map.of("approved", true));

        assertThat(jdbc.sql("select decided_by_name from grant_decision where disbursement_id = :id and step = 'RECOMMEND'").param("id", request)
                .query(String.class).single()).isEqualTo("Pejabat pmd (a.n. Pejabat camat, Camat)");
        var verify = door.tryComplete("pmd.85.31", request.toString(), "UserTask_VerifyRequest", Map.of("approved", true));
        assertThat(verify.getStatusCode().is4xxClientError()).isTrue();
        assertThat(verify.getBody()).as("who signed as a deputy does not sign as himself").contains("Rekomendasi camat");
        clock.travelTo(today.plusDays(3));
        offices.followTerms();
        assertThat(accounts.groupsOf("pmd.85.31")).doesNotContain("camat-85.31.01").contains("pmd-85.31");
    }

    @Test
    void whoSignedAStepDoesNotSignAnotherAsADeputy() {
        UUID request = atTheCamat("85.32");
        door.expect(201, door.post("admin", "/api/offices/deputies", absence("85.32", "kades.85.32.01.2001", LocalDate.now(clock))));

        var refused = door.tryComplete("kades.85.32.01.2001", request.toString(), TASK, Map.of("approved", true));

        assertThat(refused.getStatusCode().is4xxClientError()).isTrue();
        assertThat(refused.getBody()).contains("pejabat lain");
        assertThat(door.tasks("camat.85.32.01", TASK, request.toString())).hasSize(1);
    }

    @Test
    void noDeputyOfADeputyNorOfOneself() {
        VillageFundFixture.in(context).appoint("85.33.01.2001");
        door.knows("camat.85.33.01", VillageFundFixture.PASSWORD);
        door.knows("pmd.85.33", VillageFundFixture.PASSWORD);
        LocalDate until = LocalDate.now(clock).plusDays(5);
        assertThat(refusal("camat.85.33.01", absence("85.33", "camat.85.33.01", until))).isEqualTo("SAME_PERSON");
        assertThat(refusal("camat.85.33.01", absence("85.33", "admin", until))).isEqualTo("DEPUTY_UNKNOWN");
        assertThat(refusal("pmd.85.33", absence("85.33", "bkad.85.33", until))).isEqualTo("TERM_UNKNOWN");
        String term = door.expect(201, door.post("camat.85.33.01", "/api/me/absences", absence("85.33", "pmd.85.33", until))).get("termId").asText();

        assertThat(refusal("pmd.85.33", absence("85.33", "bkad.85.33", until))).isEqualTo("DEPUTY_OF_DEPUTY");
        assertThat(refusal("camat.85.33.01", absence("85.33", "bkad.85.33", until))).isEqualTo("DEPUTY_NAMED");
        door.expect(404, door.post("pmd.85.33", "/api/me/absences/" + term + "/end", Map.of("reason", "Sudah kembali")));
        door.expect(204, door.post("camat.85.33.01", "/api/me/absences/" + term + "/end", Map.of("reason", "Sudah kembali")));
        assertThat(accounts.groupsOf("pmd.85.33")).doesNotContain("camat-85.33.01");
    }

    @Test
    void anOverseerMovesWorkWithAReasonAndEachTaskHasItsResult() {
        UUID request = atTheCamat("85.34");
        door.appoint("user,name,role,area,from,until,decree_number\nrea.camat,Camat Kedua,camat,85.34.01,2020-01-01,,SK 5\n");
        String task = taken("camat.85.34.01", request);

        JsonNode results = door.expect(200, door.post("pmd.85.34", "/api/tasks/reassignments", Map.of("taskIds", List.of(task, "tidak-ada"),
                "to", "rea.camat", "reason", "Camat sakit"))).get("results");

        assertThat(results.findValuesAsText("status")).containsExactly("MOVED", "REFUSED");
        assertThat(assignee(task)).isEqualTo("rea.camat");
        assertThat(status("kades.85.34.01.2001", task, null)).as("nobody moves the work of those above him").isEqualTo("TASK_UNKNOWN");
        assertThat(status("pmd.85.34", task, "kades.85.34.01.2001")).isEqualTo("NOT_OF_THAT_OFFICE");
        assertThat(status("admin", task, null)).isEqualTo("null");
        assertThat(assignee(task)).isNull();
        JsonNode steps = door.get("camat.85.34.01", "/api/tasks/" + task + "/sheet").get("steps");
        assertThat(steps.findValuesAsText("note")).contains("Camat sakit");
    }

    @Test
    void workThatNobodyCanDoIsFoundAndMended() {
        UUID request = atTheCamat("85.35");
        assertThat(stranded("85.35")).isEmpty();
        JsonNode history = door.get("admin", "/api/offices/terms?role=camat&area=85.35.01");
        door.expect(204, door.post("admin", "/api/offices/terms/" + history.get(0).get("termId").asText() + "/end",
                Map.of("reason", "Pensiun", "decreeNumber", "SK 8")));

        assertThat(stranded("85.35")).containsExactly("camat-85.35.01");
        assertThat(door.get("pmd.85.35", "/api/offices/tasks-without-candidate")).as("told to who oversees it").hasSize(1);
        assertThat(door.get("kades.85.35.01.2001", "/api/offices/tasks-without-candidate")).isEmpty();

        door.expect(201, door.post("admin", "/api/offices/appointments", Map.of("user", "rea.baru", "name", "Camat Baru", "role", "camat",
                "area", "85.35.01", "decreeNumber", "SK 9")));
        assertThat(stranded("85.35")).isEmpty();
        assertThat(request).isNotNull();
    }

    // ----

    private UUID atTheCamat(String regency) {
        String village = regency + ".01.2001";
        VillageFundFixture fund = VillageFundFixture.in(context);
        UUID decree = DecreeFixture.in(context).inForce("85", List.of(village), 100_000_000L, 100);
        fund.appoint(village);
        for (String user : List.of("camat." + regency + ".01", "kades." + village, "pmd." + regency)) {
            door.knows(user, VillageFundFixture.PASSWORD);
        }
        fund.open(decree);
        UUID request = fund.disbursement(decree, village, 1);
        fund.requested(request);
        fund.sign(request, true, null);
        return request;
    }

    private Map<String, Object> absence(String regency, String deputy, LocalDate until) {
        return new HashMap<>(Map.of("role", "camat", "area", regency + ".01", "holder", "camat." + regency + ".01", "deputy", deputy,
                "until", until.toString(), "decreeNumber", "ST 7", "reason", "Dinas luar"));
    }

    private String refusal(String user, Map<String, Object> absence) {
        absence.remove("holder");
        var answer = door.post(user, "/api/me/absences", absence);
        assertThat(answer.getStatusCode().is4xxClientError()).as(answer.getBody()).isTrue();
        return door.expect(answer.getStatusCode().value(), answer).get("code").asText();
    }

    private String taken(String user, UUID request) {
        String task = door.tasks(user, TASK, request.toString()).get(0).get("id").asText();
        door.expect(204, door.post(user, "/engine-rest/task/" + task + "/claim", Map.of("userId", user)));
        return task;
    }

    private String status(String user, String task, String to) {
        Map<String, Object> order = new HashMap<>(Map.of("taskIds", List.of(task), "reason", "Dicoba saja"));
        order.put("to", to);
        return door.expect(200, door.post(user, "/api/tasks/reassignments", order)).get("results").get(0).get("code").asText();
    }

    private String assignee(String task) {
        return jdbc.sql("select coalesce(assignee_, '') from act_ru_task where id_ = :id").param("id", task).query(String.class).single()
                .transform(user -> user.isEmpty() ? null : user);
    }

    private List<String> stranded(String regency) {
        return door.get("admin", "/api/offices/tasks-without-candidate").findValues("groups").stream().map(groups -> groups.get(0).asText())
                .filter(group -> group.contains(regency)).toList();
    }
}
