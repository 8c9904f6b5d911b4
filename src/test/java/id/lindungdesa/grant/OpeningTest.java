package id.lindungdesa.grant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.lindungdesa.LindungDesaTest;
import id.lindungdesa.SharedData;
import id.lindungdesa.regulation.DecreeFixture;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A decree opens its villages in chunks, and goes on where it was stopped. */
@LindungDesaTest
class OpeningTest {

    @Autowired
    ApplicationContext context;
    @Autowired
    VillageFundTasks tasks;
    @Autowired
    RuntimeService runtime;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    PlatformTransactionManager transactions;

    @Test
    void aChunkThatIsLostIsOpenedAgainAndNothingTwice() {
        List<String> villages = IntStream.rangeClosed(2001, 2000 + VillageFund.CHUNK + 30)
                .mapToObj(number -> "67.01.01." + number).toList();
        UUID decree = DecreeFixture.in(context).inForce("67", villages, 50_000_000);

        assertThat(tasks.openNextVillages(decree.toString())).isFalse();
        assertThat(opened(decree)).isEqualTo(VillageFund.CHUNK);
        assertThatThrownBy(() -> new TransactionTemplate(transactions).executeWithoutResult(status -> {
            tasks.openNextVillages(decree.toString());
            throw new IllegalStateException("the machine stops before the chunk is kept");
        })).hasMessageContaining("stops");
        assertThat(opened(decree)).isEqualTo(VillageFund.CHUNK);
        assertThat(tasks.openNextVillages(decree.toString())).isTrue();
        assertThat(tasks.openNextVillages(decree.toString())).isTrue();

        assertThat(opened(decree)).isEqualTo(villages.size());
        assertThat(waiting(decree)).isEqualTo(villages.size());
    }

    @Test
    void theRealListOpensItsDesaAndLeavesItsKelurahan() throws Exception {
        List<String> codes = new ArrayList<>();
        try (var lines = Files.lines(SharedData.file("jambi-villages.csv"))) {
            lines.skip(1).map(line -> line.split(",")[0].replace("\"", "").trim()).map(code -> "66" + code.substring(2))
                    .forEach(codes::add);
        }
        assertThat(codes).hasSize(1_562);
        UUID decree = DecreeFixture.in(context).inForce("66", codes, 100_000_000);

        int calls = 0;
        boolean all = false;
        while (!all) {
            all = tasks.openNextVillages(decree.toString());
            calls++;
        }

        assertThat(calls).isEqualTo(14);
        assertThat(opened(decree)).isEqualTo(1_399);
        assertThat(waiting(decree)).isEqualTo(1_399);
        assertThat(jdbc.sql("select sum(rupiah) from grant_disbursement where decree_id = :decree").param("decree", decree)
                .query(Long.class).single()).isEqualTo(139_900_000_000L);
    }

    private long opened(UUID decree) {
        return jdbc.sql("select count(*) from grant_disbursement where decree_id = :decree").param("decree", decree)
                .query(Long.class).single();
    }

    /** Cases whose process stands at the operator's task, each counted once. */
    private long waiting(UUID decree) {
        return jdbc.sql("""
                select count(distinct disbursement.id) from grant_disbursement disbursement
                  join act_ru_execution process on process.business_key_ = disbursement.id::text
                  join act_ru_task task on task.proc_inst_id_ = process.id_
                 where disbursement.decree_id = :decree and task.task_def_key_ = 'UserTask_PrepareRequest'""")
                .param("decree", decree).query(Long.class).single();
    }
}
