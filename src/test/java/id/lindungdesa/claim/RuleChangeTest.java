package id.lindungdesa.claim;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.JsonNode;
import id.lindungdesa.Door;
import id.lindungdesa.LindungDesaTest;
import id.lindungdesa.benefit.AskedRules;
import id.lindungdesa.benefit.Relation;
import id.lindungdesa.grant.VillageFundFixture;
import id.lindungdesa.identity.Appointment;
import id.lindungdesa.identity.Offices;
import id.lindungdesa.identity.Role;
import id.lindungdesa.operation.Gauges;
import id.lindungdesa.rulebook.NextRule;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A rule changes without a build: uploaded, checked, compared with the claims, agreed to by two others, in force from its day. */
@LindungDesaTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RuleChangeTest {

    private static final String PASSWORD = "Rahasia-uji-123";
    private static final String PROPOSER = "aturan-26";
    private static final String BUREAU = "hukum-26";
    private static final String REGION = "kanwil-26";
    private static final String BOTH = "rangkap-26";
    private static final String OFFICER = "verifikator-26";

    @Autowired Gauges gauges;
    @Autowired MeterRegistry registry;
    @Autowired TestRestTemplate http;
    @Autowired Offices offices;
    @Autowired ClaimStage stage;
    @Autowired JdbcClient jdbc;
    @Autowired ApplicationContext context;
    @Autowired RepositoryService repository;

    private Door door;
    private VillageFundFixture jobs;

    @BeforeAll
    void officials() {
        stage.set();
        door = new Door(http);
        jobs = VillageFundFixture.in(context);
        List<Appointment> people = List.of(official(PROPOSER, Role.PENGELOLA_ATURAN), official(BUREAU, Role.BIRO_HUKUM), official(REGION, Role.BPJS_KANWIL),
                official(BOTH, Role.PENGELOLA_ATURAN), official(BOTH, Role.BIRO_HUKUM), official(BOTH, Role.BPJS_KANWIL),
                new Appointment(1, OFFICER, "Petugas " + OFFICER, Role.BPJS_VERIFIKATOR, "uji-26", LocalDate.of(2020, 1, 1), null, "SK-UJI"));
        offices.appoint(people, List.of(), user -> PASSWORD);
        people.forEach(person -> door.knows(person.user(), PASSWORD));
        door.knows("admin", PASSWORD);
    }

    private static Appointment official(String user, Role role) {
        return new Appointment(1, user, "Uji " + user, role, "", LocalDate.of(2020, 1, 1), null, "SK-UJI");
    }

    @Test
    void aTableThatTwoAgreedToAnswersFromItsDayAndStaysWhateverIsDeployed() throws Exception {
        String before = version("death-benefit");
        LocalDate day = LocalDate.of(2090, 1, 1);
        String dmn = NextRule.from(table("death-benefit"), day, 20_000_000L, 25_000_000L);

        String id = door.expect(201, propose("admin", "death-benefit", day, dmn)).get("id").asText();
        assertThat(door.expect(409, propose(PROPOSER, "death-benefit", day, dmn)).get("code").asText()).isEqualTo("RULE_CHANGE_OPEN");
        jobs.executeJobs(UUID.fromString(id));
        JsonNode difference = door.get(BUREAU, "/api/rules/death-benefit/versions/" + id + "/difference");
        assertThat(difference.get("complete").asBoolean()).isTrue();
        assertThat(difference.get("tables").get(0).get("removed")).hasSize(1);
        assertThat(difference.get("tables").get(0).get("added").toString()).contains("Rp25.000.000", "sejak 1 Januari 2090");
        assertThat(difference.get("open").get("cases").asInt() + difference.get("past").get("cases").asInt()).isZero();
        assertThat(version("death-benefit")).as("not yet").isEqualTo(before);

        door.complete(BUREAU, id, "UserTask_ReviewRule", Map.of("approved", true));
        door.complete(REGION, id, "UserTask_ApproveRule", Map.of("approved", true));
        jobs.executeJobs(UUID.fromString(id));

        String now = version("death-benefit");
        assertThat(now).isNotEqualTo(before);
        JsonNode after = assessed("2090-01-01");
        assertThat(after.get("total").asLong()).isEqualTo(47_000_000);
        assertThat(after.get("ruleVersions").get("death-benefit").asText()).isEqualTo(now);
        assertThat(assessed("2089-12-31").get("total").asLong()).isEqualTo(42_000_000);
        UUID claim = stage.filed(stage.coveredWorker(), Relation.SPOUSE);
        stage.completes(ClaimStage.OFFICER, claim, "UserTask_CheckCompleteness", "complete", true);
        jobs.executeJobs(claim);
        assertThat(jdbc.sql("select distinct rule_version from claim_component where claim_id = :id").param("id", claim).query(String.class).list())
                .containsExactly(now);

        restarted();
        assertThat(version("death-benefit")).isEqualTo(now);
        String released = repository.createDeployment().name("lindung-desa").source("lindung-desa")
                .addClasspathResource("processes/death-benefit.dmn").deploy().getId();
        try {
            assertThat(version("death-benefit")).as("a later release").isEqualTo(now);
            assertThat(assessed("2090-01-01").get("total").asLong()).isEqualTo(47_000_000);
        } finally {
            repository.deleteDeployment(released, true);
        }
        assertThat(heardOf("death-benefit")).as("the release is the one that was known when the table was approved").isEqualTo("false 0 0");
        assertThat(jdbc.sql("update rulebook_version set released_dmn = replace(released_dmn, '20000000', '19000000') where id = cast(:id as uuid)")
                .param("id", id).update()).isOne();
        assertThat(heardOf("death-benefit")).as("the release carries what nobody here has seen").isEqualTo("true 1 1");
        jdbc.sql("update rulebook_version set released_dmn = replace(released_dmn, '19000000', '20000000') where id = cast(:id as uuid)")
                .param("id", id).update();
        JsonNode shown = door.get(OFFICER, "/api/rules/death-benefit");
        assertThat(shown.get("changedHere").asBoolean()).isTrue();
        assertThat(shown.get("versions").get(0).get("state").asText()).isEqualTo("IN_FORCE");
        assertThat(shown.get("versions").get(0).get("steps").findValuesAsText("outcome")).containsExactly("PROPOSED", "SUBMITTED", "APPROVED", "APPROVED");
    }

    /** Whether the list of tables, the warnings of a start and the metric tell of a release that does not answer. */
    private String heardOf(String decision) throws Exception {
        ListAppender<ILoggingEvent> said = new ListAppender<>();
        said.start();
        Logger log = (Logger) LoggerFactory.getLogger("id.lindungdesa.rulebook.ReleasedTables");
        log.addAppender(said);
        try {
            restarted();
        } finally {
            log.detachAppender(said);
        }
        gauges.forget();
        long warned = said.list.stream().filter(one -> one.getFormattedMessage().contains("another table " + decision)).count();
        long counted = (long) registry.get("lindungdesa.rules").tag("state", "release_differs").gauge().value();
        return "%s %d %d".formatted(door.get("admin", "/api/rules/" + decision).get("releaseDiffers").asBoolean(), warned, counted);
    }

    /** What a start does with the models: deploys them where one changed. */
    private void restarted() throws Exception {
        for (ApplicationRunner runner : context.getBeansOfType(ApplicationRunner.class).values()) {
            if (runner.getClass().getSimpleName().matches("ModelDeployment|ReleasedTables")) {
                runner.run(null);
            }
        }
    }

    @Test
    void claimsThatWouldComeOutOtherwiseAreShownWithAmountsAndARejectedVersionChangesNothing() {
        UUID claim = stage.filed(stage.coveredWorker(), Relation.SPOUSE);
        String number = jdbc.sql("select number from claim_claim where id = :id").param("id", claim).query(String.class).single();
        String before = version("accident-benefit") + version("claim-eligibility");
        LocalDate day = stage.today().minusDays(3);
        String stricter = NextRule.from(table("claim-eligibility"), day, "GRANTED", "REFER");

        String id = door.expect(201, propose(PROPOSER, "claim-eligibility", day, stricter)).get("id").asText();
        jobs.executeJobs(UUID.fromString(id));

        JsonNode difference = door.get(REGION, "/api/rules/claim-eligibility/versions/" + id + "/difference?size=500");
        assertThat(difference.get("compared").asInt()).isPositive();
        assertThat(difference.get("open").get("cases").asInt()).isPositive();
        JsonNode mine = null;
        for (JsonNode one : difference.get("cases")) {
            mine = one.get("number").asText().equals(number) ? one : mine;
        }
        assertThat(mine.get("decisionNow").asText() + " " + mine.get("decisionThen").asText()).isEqualTo("GRANTED REFER");
        assertThat(mine.get("rupiahNow").asLong()).isEqualTo(42_000_000);
        JsonNode admins = door.get("admin", "/api/rules/claim-eligibility/versions/" + id + "/difference");
        assertThat(admins.get("open").get("cases").asInt()).isPositive();
        assertThat(admins.get("cases")).as("claims are not the administrator's").isEmpty();

        door.complete(BUREAU, id, "UserTask_ReviewRule", Map.of("approved", true));
        assertThat(door.tryComplete(REGION, id, "UserTask_ApproveRule", Map.of("approved", false)).getBody()).contains("Catatan wajib diisi");
        door.complete(REGION, id, "UserTask_ApproveRule", Map.of("approved", false, "note", "Tidak ada dasar hukumnya"));
        assertThat(state(id)).isEqualTo("REJECTED");
        assertThat(version("accident-benefit") + version("claim-eligibility")).isEqualTo(before);
    }

    @Test
    void aReturnedVersionIsCorrectedOrWithdrawnAndNobodyPlaysTwoParts() {
        NextRule next = NextRule.after(table("aid-cap"));
        String id = door.expect(201, propose(BOTH, "aid-cap", next.inForceOn(), next.dmn())).get("id").asText();
        jobs.executeJobs(UUID.fromString(id));
        assertThat(door.tryComplete(BOTH, id, "UserTask_ReviewRule", Map.of("approved", true)).getBody()).contains("harus dilakukan orang lain");
        door.complete(BUREAU, id, "UserTask_ReviewRule", Map.of("approved", true));
        assertThat(door.tryComplete(BOTH, id, "UserTask_ApproveRule", Map.of("approved", true)).getBody()).contains("harus dilakukan orang lain");
        door.complete(REGION, id, "UserTask_ApproveRule", Map.of("approved", false, "note", "Ajukan tahun depan"));

        String again = door.expect(201, propose(PROPOSER, "aid-cap", next.inForceOn(), next.dmn())).get("id").asText();
        jobs.executeJobs(UUID.fromString(again));
        door.complete(BUREAU, again, "UserTask_ReviewRule", Map.of("approved", false, "note", "Pasalnya keliru"));
        String later = next.inForceOn().plusYears(1).toString();
        assertThat(door.expect(422, door.rule(PROPOSER, HttpMethod.PUT, "/api/rule-versions/" + again, Map.of("inForceOn", later), null))
                .get("errors").get(0).get("code").asText()).as("its rows change earlier than that").isEqualTo("EARLIER_RULE_CHANGED");
        assertThat(door.expect(200, door.rule(PROPOSER, HttpMethod.PUT, "/api/rule-versions/" + again, Map.of("reason", "Permenaker uji 2/2199"), null))
                .get("reason").asText()).isEqualTo("Permenaker uji 2/2199");
        door.complete(PROPOSER, again, "UserTask_ReviseRule", Map.of("resubmitted", false, "note", "Tidak jadi"));
        assertThat(state(again)).isEqualTo("WITHDRAWN");
    }

    @Test
    void whatIsWrongWithATableIsSaidWithItsDates() {
        String dmn = table("transport-cap");
        assertThat(codes(propose(PROPOSER, "transport-cap", LocalDate.of(2091, 1, 1), dmn))).containsExactly("NOTHING_CHANGED");
        JsonNode gap = door.expect(422, propose(PROPOSER, "transport-cap", LocalDate.of(2091, 1, 1), NextRule.from(dmn, LocalDate.of(2091, 1, 1), 5_000_000L, 6_000_000L)
                .replace("&gt;= date and time(\"2091-01-01", "&gt;= date and time(\"2091-03-01")));
        assertThat(gap.get("code").asText()).isEqualTo("RULE_TABLE_INVALID");
        assertThat(gap.get("errors").get(0).get("code").asText()).isEqualTo("RULE_GAP");
        assertThat(gap.get("errors").get(0).get("message").asText()).contains("dari 1 Januari 2091 sampai dengan 28 Februari 2091");
        assertThat(codes(propose(PROPOSER, "transport-cap", LocalDate.of(2091, 1, 1), table("aid-cap")))).containsExactly("OTHER_DECISION");
        assertThat(door.expect(404, propose(PROPOSER, "no-such-table", LocalDate.of(2091, 1, 1), dmn)).get("code").asText()).isEqualTo("RULE_UNKNOWN");
        assertThat(codes(door.rule(PROPOSER, HttpMethod.POST, "/api/rules/transport-cap/versions", Map.of("inForceOn", "lusa", "reason", "Uji saja"), dmn)))
                .containsExactly("PART_UNREADABLE");
        assertThat(codes(door.rule(PROPOSER, HttpMethod.POST, "/api/rules/transport-cap/versions", Map.of("inForceOn", "2091-01-01"), dmn))).containsExactly("REQUIRED");
    }

    private static List<String> codesOf(JsonNode refused) {
        return refused.get("errors").findValuesAsText("code");
    }

    private List<String> codes(ResponseEntity<String> answer) {
        return codesOf(door.expect(422, answer));
    }

    private String table(String decision) {
        return door.send(PROPOSER, HttpMethod.GET, "/api/rules/" + decision + "/table", null, null).getBody();
    }

    private ResponseEntity<String> propose(String user, String decision, LocalDate from, String dmn) {
        return door.rule(user, HttpMethod.POST, "/api/rules/" + decision + "/versions", Map.of("inForceOn", from.toString(), "reason", "Permenaker uji 1/2090"), dmn);
    }

    private String version(String decision) {
        for (JsonNode one : door.get("admin", "/api/rules")) {
            if (one.get("decision").asText().equals(decision)) {
                return one.get("version").asText();
            }
        }
        throw new AssertionError(decision);
    }

    private String state(String id) {
        return jdbc.sql("select state from rulebook_version where id = cast(:id as uuid)").param("id", id).query(String.class).single();
    }

    private JsonNode assessed(String day) {
        return door.expect(200, door.send(OFFICER, HttpMethod.POST, "/api/claims/assessment", AskedRules.aDeath("'eventDate': '%s', "
                .formatted(day) + "'cover': [{'from': '2088-01-01', 'through': '2090-12-31'}]"), "application/json"));
    }
}
