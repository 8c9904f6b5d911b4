package id.lindungdesa.letter;

import id.lindungdesa.identity.CallerAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** How many wrong codes and files one address may bring in a while, on all nodes together. */
@Component
class CheckThrottle {

    static final int TRIES = 60;
    static final Duration WINDOW = Duration.ofMinutes(10);

    private final JdbcClient jdbc;
    private final Clock clock;

    CheckThrottle(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Whether this caller has used up what he may try for now. */
    boolean waits() {
        return jdbc.sql("select exists (select from letter_check where address = :address and tries >= :most and counted_from > :since)")
                .param("address", CallerAddress.current()).param("most", TRIES).param("since", ago(WINDOW))
                .query(Boolean.class).single();
    }

    void count() {
        jdbc.sql("""
                insert into letter_check (address, counted_from, tries) values (:address, :now, 1)
                    on conflict (address) do update
                   set tries = case when letter_check.counted_from > :since then letter_check.tries + 1 else 1 end,
                       counted_from = case when letter_check.counted_from > :since then letter_check.counted_from else :now end""")
                .param("address", CallerAddress.current()).param("now", ago(Duration.ZERO)).param("since", ago(WINDOW)).update();
    }

    @Scheduled(cron = "0 30 3 * * *", zone = "Asia/Jakarta")
    void forget() {
        jdbc.sql("delete from letter_check where counted_from < :since").param("since", ago(WINDOW)).update();
    }

    private OffsetDateTime ago(Duration age) {
        return clock.instant().minus(age).atOffset(ZoneOffset.UTC);
    }
}
