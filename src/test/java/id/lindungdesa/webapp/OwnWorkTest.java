package id.lindungdesa.webapp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import id.lindungdesa.Door;
import id.lindungdesa.LindungDesaTest;
import id.lindungdesa.claim.ClaimStage;
import id.lindungdesa.grant.VillageFundFixture;
import id.lindungdesa.identity.Role;
import id.lindungdesa.regulation.DecreeFixture;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpMethod;

/** What officials of two villages and two branches see of their work, and of each other's. */
@LindungDesaTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OwnWorkTest {

    static final String VILLAGE = "81.01.01.2001";
    static final String NEIGHBOUR = "81.01.02.2002";

    @Autowired
    ApplicationContext context;
    @Autowired
    TestRestTemplate http;
    @Autowired
    TaskService tasks;
    @Autowired
    ClaimStage claims;

    private Door door;
    private VillageFundFixture fund;
    private UUID tranche;
    private UUID neighbours;

    @BeforeAll
    void aDecreeForTwoVillages() {
        door = new Door(http);
        fund = VillageFundFixture.in(context);
        UUID decree = DecreeFixture.in(context).inForce("81", List.of(VILLAGE, NEIGHBOUR), 100_000_000);
        fund.appoint(VILLAGE, NEIGHBOUR);
        fund.open(decree);
        tranche = fund.disbursement(decree, VILLAGE, 1);
        neighbours = fund.disbursement(decree, NEIGHBOUR, 1);
        fund.requested(tranche);
        fund.sign(tranche, true, null);
        fund.recommend(tranche, true, null);
    }

    @Test
    void aTaskSaysWhereHowMuchWhatAndUntilWhen() {
        JsonNode work = get(Role.OPERATOR, NEIGHBOUR, "/api/work");

        assertThat(work.get("total").asInt()).isEqualTo(1);
        JsonNode task = work.get("items").get(0);
        assertThat(task.get("asked").asText()).isEqualTo("Siapkan permohonan pencairan");
        assertThat(task.get("place").asText()).isEqualTo("Desa Uji 2002");
        assertThat(task.get("placeCode").asText()).isEqualTo(NEIGHBOUR);
        assertThat(task.get("caseNumber").asText()).isEqualTo(NEIGHBOUR + "/2022/I");
        assertThat(task.get("rupiah").asLong()).isEqualTo(100_000_000);
        assertThat(task.get("daysLeft").asLong()).isPositive();
        assertThat(task.get("late").asBoolean()).isFalse();
        assertThat(task.get("holder").asText()).isEqualTo("OFFICE");
        assertThat(work.get("kinds").get(0).get("rupiah").asLong()).isEqualTo(100_000_000);
    }

    @Test
    void aTaskOfAnotherVillageIsNobodysToSee() {
        String task = get(Role.OPERATOR, NEIGHBOUR, "/api/work").get("items").get(0).get("id").asText();

        assertThat(get(Role.OPERATOR, NEIGHBOUR, "/api/work/cards?task=" + task)).hasSize(1);
        assertThat(get(Role.OPERATOR, VILLAGE, "/api/work/cards?task=" + task)).isEmpty();
        assertThat(get(Role.OPERATOR, VILLAGE, "/api/work").get("total").asInt()).isZero();
        assertThat(get(Role.OPERATOR, NEIGHBOUR, "/api/work/elsewhere").get("total").asInt()).isZero();
    }

    @Test
    void aVillageIsFoundByNameCodeAndNumber() {
        assertThat(List.of("uji 2001", VILLAGE, "01.01.2001", VILLAGE + "/2022/I"))
                .allMatch(text -> get(Role.PMD, "81.01", "/api/work?place=" + text).get("total").asInt() == 1);
        assertThat(get(Role.PMD, "81.01", "/api/work?place=" + NEIGHBOUR).get("total").asInt()).isZero();
        assertThat(get(Role.CAMAT, "81.01.01", "/api/work/elsewhere?place=uji 2001").get("total").asInt()).isEqualTo(1);
        assertThat(get(Role.CAMAT, "81.01.01", "/api/work/elsewhere?place=uji 2002").get("total").asInt()).isZero();
    }

    @Test
    void whoTookPartSeesWhichOfficeHasTheCase() {
        for (Role role : List.of(Role.OPERATOR, Role.KADES)) {
            assertThat(holders(get(role, VILLAGE, "/api/work/elsewhere"), tranche)).containsExactly("Dinas PMD Kabupaten 81.01");
        }
        JsonNode step = get(Role.CAMAT, "81.01.01", "/api/work/elsewhere").get("items").get(0).get("steps").get(0);
        assertThat(step.get("asked").asText()).isEqualTo("Verifikasi Dinas PMD");
        assertThat(step.get("since").asText()).isNotEmpty();
        assertThat(step.get("until").asText()).isNotEmpty();
        assertThat(holders(get(Role.PMD, "81.01", "/api/work/elsewhere"), tranche)).as("it lies on his own desk").isEmpty();
    }

    @Test
    void aVillagesMoneyIsFollowedIntoItsRegencysRun() {
        UUID decree = DecreeFixture.in(context).inForce("82", List.of("82.01.01.2001"), 100_000_000);
        fund.appoint("82.01.01.2001");
        fund.open(decree);
        UUID disbursement = fund.disbursement(decree, "82.01.01.2001", 1);
        fund.ready(disbursement);
        assertThat(holders(get(Role.KADES, "82.01.01.2001", "/api/work/elsewhere"), disbursement)).containsExactly("Verifikator DP3AP2");

        UUID run = fund.run(decree, "82.01");
        JsonNode card = StreamSupport.stream(get(Role.DP3AP2_VERIFIKATOR, "", "/api/work?place=" + fund.reference(run)).get("items").spliterator(), false)
                .findFirst().orElseThrow();
        assertThat(card.get("count").asInt()).isEqualTo(1);
        assertThat(card.get("counted").asText()).isEqualTo("desa");
        for (String village : List.of("82.01.01.2001", "uji 2001")) {
            assertThat(get(Role.DP3AP2_VERIFIKATOR, "", "/api/work?place=" + village).get("items")).as(village)
                    .anySatisfy(task -> assertThat(task.get("caseNumber").asText()).isEqualTo(fund.reference(run)));
        }
        assertThat(get(Role.DP3AP2_VERIFIKATOR, "", "/api/work?place=82.01.01.2009").get("total").asInt()).isZero();
        assertThat(card.get("rupiah").asLong()).isEqualTo(100_000_000);

        fund.sp2d(run);
        JsonNode step = caseOf(get(Role.KADES, "82.01.01.2001", "/api/work/elsewhere"), disbursement).get("steps").get(0);
        assertThat(step.get("offices")).as("the bank has it, and the bank holds no office here").isEmpty();
        assertThat(step.get("asked").asText()).isNotBlank().doesNotContain("_");
    }

    @Test
    void whatIsLateIsListedApartAndLeadsTheStartPage() {
        String task = tasks.createTaskQuery().processInstanceBusinessKey(tranche.toString()).singleResult().getId();
        Date due = tasks.createTaskQuery().taskId(task).singleResult().getDueDate();
        assertThat(get(Role.PMD, "81.01", "/api/work?view=LATE").get("total").asInt()).isZero();
        tasks.setDueDate(task, Date.from(Instant.now().minusSeconds(3 * 24 * 3600)));
        try {
            JsonNode late = get(Role.PMD, "81.01", "/api/work?view=LATE");
            assertThat(late.get("total").asInt()).isEqualTo(1);
            assertThat(late.get("items").get(0).get("daysLeft").asInt()).isEqualTo(-3);
            JsonNode start = get(Role.PMD, "81.01", "/api/start");
            assertThat(start.get("late").get("tasks").asInt()).isEqualTo(1);
            assertThat(start.get("late").get("rupiah").asLong()).isEqualTo(100_000_000);
            assertThat(start.get("offices").get(0).get("name").asText()).isEqualTo("Dinas PMD Kabupaten 81.01");
            assertThat(caseOf(get(Role.CAMAT, "81.01.01", "/api/work/elsewhere"), tranche).get("steps").get(0).get("late").asBoolean()).isTrue();
        } finally {
            tasks.setDueDate(task, due);
        }
    }

    @Test
    void whatIsTakenIsSaidToColleagues() {
        String task = tasks.createTaskQuery().processInstanceBusinessKey(neighbours.toString()).singleResult().getId();
        tasks.setAssignee(task, VillageFundFixture.user(Role.OPERATOR, NEIGHBOUR));
        try {
            assertThat(get(Role.OPERATOR, NEIGHBOUR, "/api/work?view=MINE").get("items").get(0).get("holder").asText()).isEqualTo("ME");
            tasks.setAssignee(task, "seorang-rekan");
            assertThat(get(Role.OPERATOR, NEIGHBOUR, "/api/work").get("items").get(0).get("holder").asText()).isEqualTo("COLLEAGUE");
            assertThat(get(Role.OPERATOR, NEIGHBOUR, "/api/work?view=MINE").get("total").asInt()).isZero();
        } finally {
            tasks.setAssignee(task, null);
        }
    }

    @Test
    void aBranchSeesItsOwnClaimsOnly() {
        claims.set();
        String number = claims.numberOf(claims.approvedForTwoChildren());
        List.of(ClaimStage.FINANCE, ClaimStage.OFFICER, ClaimStage.OFFICER_ELSEWHERE).forEach(user -> door.knows(user, ClaimStage.PASSWORD));

        JsonNode task = door.get(ClaimStage.FINANCE, "/api/work?place=" + number).get("items").get(0);
        assertThat(task.get("caseNumber").asText()).isEqualTo(number);
        assertThat(task.get("rupiah").asLong()).isEqualTo(42_000_000);
        assertThat(door.get(ClaimStage.OFFICER, "/api/work/elsewhere?place=" + number).get("items").get(0).get("steps").get(0)
                .get("offices").get(0).asText()).isEqualTo("Keuangan BPJS cabang Uji Klaim");
        for (String path : List.of("/api/work?place=", "/api/work/elsewhere?place=")) {
            assertThat(door.get(ClaimStage.OFFICER_ELSEWHERE, path + number).get("total").asInt()).isZero();
        }
    }

    @Test
    void anAdministratorHasToolsAndNoTasks() {
        for (String path : List.of("/api/work", "/api/work/cards?task=x", "/api/work/elsewhere")) {
            assertThat(door.send("admin", HttpMethod.GET, path, null, null).getStatusCode().value()).as(path).isEqualTo(403);
        }
        JsonNode start = door.get("admin", "/api/start");
        assertThat(start.get("administrator").asBoolean()).isTrue();
        assertThat(start.get("all").get("tasks").asInt()).isZero();
        assertThat(start.get("startable")).isEmpty();
        assertThat(StreamSupport.stream(get(Role.OPERATOR, VILLAGE, "/api/start").get("startable").spliterator(), false)
                .map(process -> process.get("key").asText())).contains("claim-approval").doesNotContain("decree-enactment");
    }

    private JsonNode get(Role role, String area, String path) {
        String user = VillageFundFixture.user(role, area);
        door.knows(user, VillageFundFixture.PASSWORD);
        return door.get(user, path);
    }

    private static JsonNode caseOf(JsonNode elsewhere, UUID caseId) {
        return StreamSupport.stream(elsewhere.get("items").spliterator(), false)
                .filter(one -> one.get("caseId").asText().equals(caseId.toString())).findFirst().orElse(null);
    }

    private static List<String> holders(JsonNode elsewhere, UUID caseId) {
        JsonNode one = caseOf(elsewhere, caseId);
        return one == null ? List.of() : StreamSupport.stream(one.get("steps").get(0).get("offices").spliterator(), false)
                .map(JsonNode::asText).toList();
    }
}
