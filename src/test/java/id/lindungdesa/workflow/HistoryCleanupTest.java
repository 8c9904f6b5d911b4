package id.lindungdesa.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import id.lindungdesa.LindungDesaTest;
import id.lindungdesa.calendar.ApplicationClock;
import id.lindungdesa.calendar.WorkingDays;
import id.lindungdesa.grant.VillageFundFixture;
import id.lindungdesa.regulation.DecreeFixture;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Five years after its end a case leaves the engine's history and nothing else. */
@LindungDesaTest
class HistoryCleanupTest {

    private static final List<String> VILLAGES = List.of("38.02.01.2001", "38.02.01.2002");

    @Autowired
    ApplicationContext context;
    @Autowired
    ApplicationClock clock;
    @Autowired
    HistoryService history;
    @Autowired
    ManagementService management;
    @Autowired
    RuntimeService runtime;
    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void today() {
        clock.backToTrueTime();
    }

    @Test
    void anEndedCaseIsForgottenByTheEngineAfterFiveYears() {
        UUID decree = DecreeFixture.in(context).inForce("38", VILLAGES, 100_000_000, 100);
        VillageFundFixture funds = VillageFundFixture.in(context);
        UUID ended = funds.received(decree, VILLAGES.get(0));
        UUID open = funds.disbursement(decree, VILLAGES.get(1), 1);
        assertThat(runtime.createProcessInstanceQuery().processInstanceBusinessKey(open.toString()).count()).isOne();
        if (runtime.createProcessInstanceQuery().processInstanceBusinessKey(ended.toString()).count() > 0) {
            // the accountability file is still to come: end the run's process instead
            ended = jdbc.sql("select run_id from grant_disbursement where id = :id").param("id", ended).query(UUID.class).single();
        }
        assertThat(runtime.createProcessInstanceQuery().processInstanceBusinessKey(ended.toString()).count()).isZero();
        String instance = history.createHistoricProcessInstanceQuery().processInstanceBusinessKey(ended.toString()).singleResult().getId();
        assertThat(rowsOf(instance)).isGreaterThan(20);
        long transfers = count("report_ledger_transfer");
        long decisions = count("grant_decision");

        clock.travelTo(clock.instant().plus(Duration.ofDays(1824)));
        cleanUp();
        assertThat(rowsOf(instance)).isGreaterThan(20);

        clock.travelTo(clock.instant().plus(Duration.ofDays(2)));
        cleanUp();

        assertThat(rowsOf(instance)).isZero();
        assertThat(history.createHistoricTaskInstanceQuery().processInstanceBusinessKey(open.toString()).count()).isPositive();
        assertThat(count("report_ledger_transfer")).isEqualTo(transfers);
        assertThat(count("grant_decision")).isEqualTo(decisions);
    }

    @Test
    void itHappensAtNightInJakarta() {
        Trust.in(() -> history.cleanUpHistoryAsync(false));

        assertThat(history.findHistoryCleanupJobs()).singleElement().satisfies(job -> {
            LocalTime start = LocalTime.ofInstant(job.getDuedate().toInstant(), WorkingDays.JAKARTA);
            assertThat(start).isBetween(LocalTime.of(1, 0), LocalTime.of(4, 0));
        });
    }

    /** As the job executor does when the night has come, until nothing is left. */
    private void cleanUp() {
        for (int batch = 0; batch < 20; batch++) {
            Trust.in(() -> history.cleanUpHistoryAsync(true));
            for (Job job : history.findHistoryCleanupJobs()) {
                management.executeJob(job.getId());
            }
        }
    }

    /** What the engine remembers of an instance, wherever. */
    private long rowsOf(String instance) {
        return jdbc.sql("""
                select table_name from information_schema.columns
                 where table_schema = 'public' and table_name like 'act\\_hi\\_%' and column_name in ('proc_inst_id_', 'process_instance_id_')""")
                .query(String.class).list().stream().mapToLong(table -> jdbc.sql("select count(*) from %s where %s = :id".formatted(table,
                        table.equals("act_hi_job_log") ? "process_instance_id_" : "proc_inst_id_")).param("id", instance).query(Long.class).single()).sum();
    }

    private long count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Long.class).single();
    }
}
