package id.lindungdesa.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Slows down whoever guesses passwords without locking out whom he pretends to be. Each account waits longer with each
 * failure from one address; many failures from many places, or for many accounts from one place, make everybody wait
 * there who has not come in from that address before. Nobody is locked for ever, and who waits is told what everybody is
 * told: wrong name or password, without the password having been looked at.
 */
@Component
public class LoginThrottle {

    static final int FREE_TRIES = 3;
    static final int TRIES_FROM_ANYWHERE = 20;
    static final int TRIES_FOR_ANYBODY = 100;

    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);
    private static final Duration WINDOW = Duration.ofMinutes(10);
    private static final Duration FORGIVEN = Duration.ofHours(1);
    private static final Duration REMEMBERED = Duration.ofDays(90);
    private static final String ALL = "*";

    private final JdbcClient jdbc;
    private final Clock clock;

    LoginThrottle(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private record Tries(String account, String address, Instant waitUntil, Instant cameInAt) {

        boolean waits(Instant now) {
            return waitUntil != null && waitUntil.isAfter(now);
        }
    }

    /** Whether this login succeeds; {@code right} looks at the password and is asked only when nobody has to wait. */
    public boolean judge(String user, boolean exists, String address, BooleanSupplier right) {
        Instant now = clock.instant();
        List<Tries> all = triesOf(exists ? user : ALL, address);
        Tries own = all.stream().filter(one -> !one.account().equals(ALL) && one.address().equals(address)).findFirst()
                .orElse(null);
        boolean known = own != null && own.cameInAt() != null && own.cameInAt().isAfter(now.minus(REMEMBERED));
        if (all.stream().anyMatch(one -> (one == own || !known) && one.waits(now))) {
            return false;
        }
        if (right.getAsBoolean()) {
            cameIn(user, address, now, own);
            return true;
        }
        if (exists) {
            int failures = count(user, address, now, now.minus(FORGIVEN), true);
            waitFor(user, address, failures < FREE_TRIES ? null : now.plus(waitAfter(failures)));
        }
        if (!known) {
            if (exists) {
                countTogether(user, ALL, now, TRIES_FROM_ANYWHERE);
            }
            countTogether(ALL, address, now, TRIES_FOR_ANYBODY);
        }
        return false;
    }

    private static Duration waitAfter(int failures) {
        Duration doubled = Duration.ofSeconds(3L << Math.min(failures - FREE_TRIES, 20));
        return doubled.compareTo(LONGEST_WAIT) < 0 ? doubled : LONGEST_WAIT;
    }

    private List<Tries> triesOf(String user, String address) {
        return jdbc.sql("""
                select account, address, wait_until, came_in_at from identity_login
                where (account, address) in ((:user, :address), (:user, '*'), ('*', :address))""")
                .param("user", user).param("address", address)
                .query((row, number) -> new Tries(row.getString(1), row.getString(2), instant(row.getTimestamp(3)),
                        instant(row.getTimestamp(4)))).list();
    }

    private static Instant instant(java.sql.Timestamp at) {
        return at == null ? null : at.toInstant();
    }

    /** Written once a day and after failures only: machines come in with every request. */
    private void cameIn(String user, String address, Instant now, Tries own) {
        if (own != null && own.waitUntil() == null && own.cameInAt() != null
                && own.cameInAt().isAfter(now.minus(Duration.ofDays(1)))) {
            return;
        }
        jdbc.sql("""
                insert into identity_login (account, address, failures, counted_from, came_in_at)
                values (:user, :address, 0, :now, :now)
                on conflict (account, address) do update set failures = 0, wait_until = null, came_in_at = excluded.came_in_at""")
                .param("user", user).param("address", address).param("now", now.atOffset(ZoneOffset.UTC)).update();
    }

    private void countTogether(String account, String address, Instant now, int allowed) {
        int failures = count(account, address, now, now.minus(WINDOW), false);
        if (failures == allowed) {
            waitFor(account, address, now.plus(WINDOW));
        }
    }

    /** The failures since then, this one included; a sliding count begins anew after a pause, a fixed one after a while. */
    private int count(String account, String address, Instant now, Instant since, boolean sliding) {
        return jdbc.sql("""
                insert into identity_login as tries (account, address, failures, counted_from)
                values (:account, :address, 1, :now)
                on conflict (account, address) do update set
                    failures = case when tries.counted_from < :since then 1 else tries.failures + 1 end,
                    counted_from = case when :sliding or tries.counted_from < :since then excluded.counted_from
                                        else tries.counted_from end
                returning failures""")
                .param("account", account).param("address", address).param("now", now.atOffset(ZoneOffset.UTC))
                .param("since", since.atOffset(ZoneOffset.UTC)).param("sliding", sliding).query(Integer.class).single();
    }

    private void waitFor(String account, String address, Instant until) {
        if (until != null) {
            jdbc.sql("update identity_login set wait_until = :until where account = :account and address = :address")
                    .param("until", until.atOffset(ZoneOffset.UTC)).param("account", account).param("address", address)
                    .update();
        }
    }

    /** Whoever chose a new password begins anew everywhere. */
    public void forgive(String user) {
        jdbc.sql("update identity_login set failures = 0, wait_until = null where account = :user").param("user", user).update();
    }

    @Scheduled(cron = "0 50 3 * * *", zone = "Asia/Jakarta")
    void forget() {
        Instant now = clock.instant();
        jdbc.sql("""
                delete from identity_login where counted_from < :yesterday
                and (came_in_at is null or came_in_at < :remembered)""")
                .param("yesterday", now.minus(Duration.ofDays(1)).atOffset(ZoneOffset.UTC))
                .param("remembered", now.minus(REMEMBERED).atOffset(ZoneOffset.UTC)).update();
    }
}
