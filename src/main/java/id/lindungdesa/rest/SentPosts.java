package id.lindungdesa.rest;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;

/** The keys under which POSTs were sent, in the database. All calls belong into the transaction of the POST itself. */
@Repository
class SentPosts {

    private static final Duration KEPT = Duration.ofDays(7);
    private static final String LOCK_TIMEOUT = "55P03";

    private final JdbcClient jdbc;
    private final Clock clock;

    SentPosts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What became of a POST: its answer, without what is personal. */
    record Outcome(String requestHash, Integer status, String location, String answer) {}

    /**
     * Takes a key for this transaction; waits for another one that holds it, as long as the timeout allows. Whether it is
     * ours now: if not, the POST it was taken for has succeeded.
     *
     * @throws Busy if the other one is still at work; this transaction is lost then
     */
    boolean take(String user, String key, String requestHash, Duration timeout) {
        String before = jdbc.sql("select current_setting('lock_timeout')").query(String.class).single();
        lockTimeout(timeout.toMillis() + "ms");
        boolean taken = insert(user, key, requestHash);
        lockTimeout(before);
        return taken;
    }

    /** Another transaction holds the key. */
    static final class Busy extends RuntimeException {

        Busy(Throwable cause) {
            super(cause);
        }
    }

    private boolean insert(String user, String key, String requestHash) {
        try {
            return jdbc.sql("""
                            insert into rest_idempotency (user_id, key, request_hash, created_at)
                            values (:user, :key, :hash, :now) on conflict (user_id, key) do nothing
                            """)
                    .param("user", user).param("key", key).param("hash", requestHash)
                    .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                    .update() == 1;
        } catch (DataAccessException e) {
            if (e.getRootCause() instanceof SQLException sql && LOCK_TIMEOUT.equals(sql.getSQLState())) {
                throw new Busy(e);
            }
            throw e;
        }
    }

    Optional<Outcome> find(String user, String key) {
        return jdbc.sql("""
                        select request_hash, status, location, answer::text as answer from rest_idempotency
                         where user_id = :user and key = :key
                        """)
                .param("user", user).param("key", key).query(Outcome.class).optional();
    }

    void keep(String user, String key, Outcome outcome) {
        jdbc.sql("""
                        update rest_idempotency set status = :status, location = :location, answer = :answer::json
                         where user_id = :user and key = :key
                        """)
                .param("user", user).param("key", key).param("status", outcome.status())
                .param("location", outcome.location()).param("answer", outcome.answer())
                .update();
    }

    /** A caller who tries again does so soon. */
    @Scheduled(cron = "0 30 3 * * *", zone = "Asia/Jakarta")
    void forgetOld() {
        jdbc.sql("delete from rest_idempotency where created_at < :limit")
                .param("limit", clock.instant().minus(KEPT).atOffset(ZoneOffset.UTC)).update();
    }

    private void lockTimeout(String value) {
        jdbc.sql("select set_config('lock_timeout', :value, true)").param("value", value).query(String.class).single();
    }
}
