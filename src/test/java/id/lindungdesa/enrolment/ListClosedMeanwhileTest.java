package id.lindungdesa.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import id.lindungdesa.LindungDesaTest;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A village sends its list in the moment in which the insurer closes the one before. */
@LindungDesaTest
class ListClosedMeanwhileTest {

    private static final String VILLAGE = "17.01.01.2001";

    @Autowired
    WorkerLists lists;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    TransactionTemplate transaction;

    @Test
    @Timeout(60)
    void anotherListIsBegun() throws Exception {
        UUID before = UUID.randomUUID();
        jdbc.sql("insert into enrolment_list (id, village_code, number, decree_id, state, created_at) values (:id, :village, 1, :decree, 'ADOPTED', now())")
                .param("id", before).param("village", VILLAGE).param("decree", UUID.randomUUID()).update();
        CompletableFuture<Map<String, WorkerList>> sent = transaction.execute(status -> {
            jdbc.sql("update enrolment_list set state = 'CHECKED' where id = :id").param("id", before).update();
            CompletableFuture<Map<String, WorkerList>> sender = CompletableFuture.supplyAsync(
                    () -> transaction.execute(its -> lists.openForWriting(Set.of(VILLAGE), Instant.now())));
            while (jdbc.sql("select count(*) from pg_locks where not granted and pg_backend_pid() = any(pg_blocking_pids(pid))")
                    .query(Long.class).single() == 0 && !Thread.interrupted()) {
                assertThat(sender).isNotDone();
            }
            return sender;
        });
        WorkerList begun = sent.get(30, TimeUnit.SECONDS).get(VILLAGE);
        assertThat(begun).isNotNull();
        assertThat(begun.id()).isNotEqualTo(before);
        assertThat(begun.state()).isEqualTo(WorkerList.State.DRAFT);
    }
}
