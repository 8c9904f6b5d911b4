package id.lindungdesa.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.lindungdesa.Door;
import id.lindungdesa.LindungDesaTest;
import id.lindungdesa.grant.VillageFundFixture;
import id.lindungdesa.identity.Appointment;
import id.lindungdesa.identity.Offices;
import id.lindungdesa.identity.Role;
import id.lindungdesa.ledger.Account;
import id.lindungdesa.ledger.Ledger;
import id.lindungdesa.ledger.Transfer;
import id.lindungdesa.money.Rupiah;
import id.lindungdesa.regulation.DecreeFixture;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What Prometheus sees moves with what happens, and what is broken is found by whoever asks. */
@LindungDesaTest
class MetricsTest {

    private static final String PASSWORD = "Rahasia-uji-123";
    private static final List<String> VILLAGES = List.of("38.01.01.2001", "38.01.01.2002");
    private static UUID decree;

    @Autowired
    ApplicationContext context;
    @Autowired
    TestRestTemplate http;
    @Autowired
    MeterRegistry registry;
    @Autowired
    Gauges gauges;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    TransactionTemplate transaction;
    @Autowired
    WholeEndpoint whole;
    @Autowired
    Clock clock;

    private Door door;
    private VillageFundFixture funds;

    @BeforeEach
    void people() {
        door = new Door(http);
        context.getBean(Offices.class).appoint(List.of(
                new Appointment(1, "uji.monitor", "Pemantau", Role.MONITOR, "", LocalDate.of(2020, 1, 1), null, "SK-UJI"),
                new Appointment(2, "uji.inspektorat-38", "Auditor", Role.INSPEKTORAT, "", LocalDate.of(2020, 1, 1), null, "SK-UJI")),
                List.of(), user -> PASSWORD);
        door.knows("uji.monitor", PASSWORD);
        door.knows("uji.inspektorat-38", PASSWORD);
        funds = VillageFundFixture.in(context);
        funds.appoint(VILLAGES.get(0), VILLAGES.get(1));
        if (decree == null) {
            decree = DecreeFixture.in(context).inForce("38", VILLAGES, 100_000_000, 100);
        }
    }

    @Test
    void villagesAreOpenedAndTheirTasksDone() {
        long waiting = value("lindungdesa.openings", "state", "waiting");
        long opened = value("lindungdesa.openings", "state", "opened");
        long operators = value("lindungdesa.tasks.open", "role", "operator");
        assertThat(waiting).isGreaterThanOrEqualTo(2);

        funds.open(decree);

        assertThat(value("lindungdesa.openings", "state", "waiting")).isEqualTo(waiting - 2);
        assertThat(value("lindungdesa.openings", "state", "opened")).isEqualTo(opened + 2);
        assertThat(value("lindungdesa.tasks.open", "role", "operator")).isEqualTo(operators + 2);

        long heads = value("lindungdesa.tasks.open", "role", "kades");
        funds.requested(funds.disbursement(decree, VILLAGES.get(0), 1));

        assertThat(value("lindungdesa.tasks.open", "role", "operator")).isEqualTo(operators + 1);
        assertThat(value("lindungdesa.tasks.open", "role", "kades")).isEqualTo(heads + 1);

        aTaskGrowsOldAndOverdue();
        aJobGivesUp();
    }

    private void aTaskGrowsOldAndOverdue() {
        long overdue = value("lindungdesa.tasks.overdue", "role", "operator");
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            var before = java.sql.Timestamp.from(clock.instant().minus(Duration.ofDays(4000)));
            assertThat(jdbc.sql("""
                    update act_ru_task set create_time_ = :then, due_date_ = :then where task_def_key_ = 'UserTask_PrepareRequest'
                       and proc_inst_id_ = (select id_ from act_ru_execution where business_key_ = :case)""")
                    .param("then", before).param("case", funds.disbursement(decree, VILLAGES.get(1), 1).toString()).update()).isEqualTo(1);

            assertThat(value("lindungdesa.tasks.overdue", "role", "operator")).isEqualTo(overdue + 1);
            assertThat(value("lindungdesa.tasks.oldest.age.seconds", "role", "operator"))
                    .isBetween(Duration.ofDays(4000).toSeconds(), Duration.ofDays(4001).toSeconds());
        });
    }

    /** The same failure as in the incident test: the treasury lacks what the bank has credited. */
    private void aJobGivesUp() {
        UUID disbursement = funds.disbursement(decree, VILLAGES.get(0), 1);
        funds.sign(disbursement, true, null);
        funds.recommend(disbursement, true, null);
        funds.verify(disbursement, true, null);
        UUID run = funds.run(decree, "38.01");
        funds.sp2d(run);
        Transfer gone = Transfer.of("TEST", Account.treasury("38", decree), Account.villageGrant("38.09.09.2001", decree),
                Rupiah.of(150_000_000), run.toString(), "uji", clock.instant(), run);
        context.getBean(Ledger.class).post(gone);
        long due = value("lindungdesa.jobs", "state", "due");
        long failed = value("lindungdesa.jobs", "state", "failed");
        long incidents = value("lindungdesa.incidents.open");
        door.knows(VillageFundFixture.BANK, PASSWORD);
        door.expect(201, door.post(VillageFundFixture.BANK, "/api/bank/credits", Map.of("reference", funds.reference(run),
                "account", VillageFundFixture.REGENCY_ACCOUNT, "rupiah", 100_000_000, "valueDate", LocalDate.now(clock).toString())));
        assertThat(value("lindungdesa.jobs", "state", "due")).isEqualTo(due + 1);

        ManagementService management = context.getBean(ManagementService.class);
        String instance = context.getBean(RuntimeService.class).createProcessInstanceQuery()
                .processInstanceBusinessKey(run.toString()).singleResult().getId();
        Job booking = management.createJobQuery().processInstanceId(instance).messages().singleResult();
        for (int attempt = 0; attempt < 3; attempt++) {
            assertThatThrownBy(() -> management.executeJob(booking.getId())).isInstanceOf(RuntimeException.class);
        }

        assertThat(value("lindungdesa.jobs", "state", "failed")).isEqualTo(failed + 1);
        assertThat(value("lindungdesa.jobs", "state", "due")).isEqualTo(due);
        assertThat(value("lindungdesa.incidents.open")).isEqualTo(incidents + 1);
        assertThat(context.getBean(RuntimeService.class).createIncidentQuery().processInstanceId(instance).singleResult()
                .getIncidentMessage()).as("the reason, and not what followed it").contains("ledger_account_not_overdrawn");

        context.getBean(Ledger.class).reversal(gone.id(), "uji", clock.instant());
        management.setJobRetries(booking.getId(), 1);
        funds.executeJobs(run);
        assertThat(value("lindungdesa.jobs", "state", "failed")).isEqualTo(failed);
        assertThat(value("lindungdesa.incidents.open")).isEqualTo(incidents);
    }

    @Test
    void anImportIsSeenOnItsWay() {
        long running = value("lindungdesa.imports", "state", "running");
        long failed = value("lindungdesa.imports", "state", "failed");
        long done = value("lindungdesa.import.rows", "count", "done");
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            jdbc.sql("""
                    insert into enrolment_import (id, state, sha256, bytes, started_by, received_at, total, done, accepted, finished_at)
                    values (gen_random_uuid(), 'ENTERING', '', 1, 'uji', :at, 900, 300, 300, null),
                           (gen_random_uuid(), 'FAILED', '', 1, 'uji', :at, 0, 0, 0, :at)""")
                    .param("at", clock.instant().atOffset(java.time.ZoneOffset.UTC)).update();

            assertThat(value("lindungdesa.imports", "state", "running")).isEqualTo(running + 1);
            assertThat(value("lindungdesa.imports", "state", "failed")).isEqualTo(failed + 1);
            assertThat(value("lindungdesa.import.rows", "count", "done")).isEqualTo(done + 300);
        });
    }

    @Test
    void monitorReadsMetricsAndNothingElse() {
        String metrics = door.send("uji.monitor", HttpMethod.GET, "/actuator/prometheus", null, null).getBody();
        assertThat(metrics).contains("lindungdesa_tasks_open{application=\"lindung-desa\",role=\"camat\"}",
                "lindungdesa_ledger_broken", "hikaricp_connections_active", "http_server_requests_seconds_count", "jvm_memory_used_bytes");
        assertThat(door.send("uji.monitor", HttpMethod.GET, "/actuator/health", null, null).getBody()).contains("ledger", "documents");
        for (String closed : List.of("/actuator", "/actuator/metrics", "/actuator/whole", "/api/openapi", "/api/deadlines",
                "/api/decrees", "/engine-rest/task", "/engine-rest/process-definition", "/nowhere")) {
            assertThat(door.send("uji.monitor", HttpMethod.GET, closed, null, null).getStatusCode().value()).as(closed).isEqualTo(403);
        }
        assertThat(door.send("admin", HttpMethod.GET, "/actuator/prometheus", null, null).getStatusCode().value()).isEqualTo(200);
        assertThat(door.send("uji.inspektorat-38", HttpMethod.GET, "/actuator/prometheus", null, null).getStatusCode().value()).isEqualTo(403);
        assertThat(door.send("uji.inspektorat-38", HttpMethod.GET, "/actuator/whole", null, null).getStatusCode().value()).isEqualTo(403);
        assertThat(http.getForEntity("/actuator/prometheus", String.class).getStatusCode().value()).isEqualTo(401);
        assertThat(http.getForEntity("/actuator/health", String.class).getBody()).doesNotContain("ledger");
    }

    /** The webapps have a login of their own. */
    @Test
    void monitorDoesNotGetIntoTheWebapps() {
        for (String app : List.of("tasklist", "cockpit", "admin")) {
            assertThatThrownBy(() -> id.lindungdesa.Session.login(http.getRootUri(), "uji.monitor", PASSWORD, app))
                    .as(app).isInstanceOf(AssertionError.class).hasMessageContaining("403");
        }
    }

    @Test
    void aDamagedDocumentIsFoundByWhoeverAsksWhetherAllIsWhole() throws IOException {
        door.knows("operator.38.01.01.2001", PASSWORD);
        String id = door.document("operator.38.01.01.2001", "UJI_38_" + System.nanoTime());
        String sha256 = jdbc.sql("select sha256 from document_file where id = :id").param("id", UUID.fromString(id)).query(String.class).single();
        Path file = Path.of("target/test-data-" + System.getProperty("surefire.forkNumber", "1"), "documents", sha256.substring(0, 2), sha256.substring(2, 4), sha256);
        byte[] content = Files.readAllBytes(file);
        assertThat(checked("documents").faults()).doesNotContain(sha256);

        Files.delete(file);
        assertThat(checked("documents").faults()).contains(sha256);
        assertThat(value("lindungdesa.documents.damaged")).isPositive();
        var answer = door.send("admin", HttpMethod.GET, "/actuator/whole", null, null);
        assertThat(answer.getStatusCode().value()).isEqualTo(503);
        assertThat(answer.getBody()).contains("\"whole\":false", sha256);

        Files.write(file, content);
        assertThat(checked("documents").faults()).doesNotContain(sha256);
    }

    @Test
    void aCaseThatWaitsForNothingIsFound() {
        List<String> before = checked("cases").faults();
        List<String> stranded = transaction.execute(status -> {
            status.setRollbackOnly();
            UUID left = UUID.randomUUID();
            jdbc.sql("""
                    insert into act_ru_execution (id_, rev_, proc_inst_id_, business_key_, proc_def_id_, act_id_, is_active_,
                           is_concurrent_, is_scope_, is_event_scope_, suspension_state_, cached_ent_state_, sequence_counter_)
                    select :id, 1, :id, :id, id_, 'UserTask_PrepareRequest', true, false, true, false, 1, 0, 1
                      from act_re_procdef where key_ = 'village-grant' limit 1""").param("id", left.toString()).update();
            return checked("cases").faults();
        });

        assertThat(stranded).filteredOn(one -> !before.contains(one)).singleElement().asString().endsWith(" at UserTask_PrepareRequest");
    }

    private WholeEndpoint.Checked checked(String subject) {
        return whole.check().getBody().checks().stream().filter(one -> one.subject().equals(subject)).findFirst().orElseThrow();
    }

    private long value(String name, String... tags) {
        gauges.forget();
        return Math.round(registry.get(name).tags(tags).gauge().value());
    }
}
