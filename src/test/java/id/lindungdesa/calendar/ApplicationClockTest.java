package id.lindungdesa.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ApplicationClockTest {

    static final Instant NINE_IN_JAKARTA = Instant.parse("2026-10-05T02:00:00Z");

    final TrueTime trueTime = new TrueTime();
    final ApplicationClock clock = new ApplicationClock(trueTime);

    @Test
    void tellsTrueTimeInJakarta() {
        assertThat(clock.instant()).isEqualTo(NINE_IN_JAKARTA);
        assertThat(clock.getZone()).isEqualTo(ZoneId.of("Asia/Jakarta"));
        trueTime.now = Instant.parse("2026-10-05T17:30:00Z");
        assertThat(LocalDate.now(clock)).isEqualTo(LocalDate.parse("2026-10-06"));
    }

    @Test
    void timeGoesOnFromWhereItTravelled() {
        clock.travelTo(LocalDate.parse("2023-02-01"));

        assertThat(clock.instant()).isEqualTo(Instant.parse("2023-02-01T02:00:00Z"));
        trueTime.now = NINE_IN_JAKARTA.plusSeconds(3600);
        assertThat(clock.instant()).isEqualTo(Instant.parse("2023-02-01T03:00:00Z"));
        clock.backToTrueTime();
        assertThat(clock.instant()).isEqualTo(trueTime.now);
    }

    @Test
    void aSecondTravelStartsFromTrueTimeToo() {
        clock.travelTo(LocalDate.parse("2023-02-01"));
        clock.travelTo(Instant.parse("2026-10-06T02:00:00Z"));

        assertThat(clock.offset()).isEqualTo(Duration.ofDays(1));
    }

    @Test
    void tellsWhoeverKeepsAClockOfHisOwn() {
        List<Duration> told = new ArrayList<>();
        List<Duration> toldLate = new ArrayList<>();

        clock.onTravel(told::add);
        clock.travelTo(NINE_IN_JAKARTA.plus(Duration.ofDays(2)));
        clock.onTravel(toldLate::add);
        clock.backToTrueTime();

        assertThat(told).containsExactly(Duration.ofDays(2), Duration.ZERO);
        assertThat(toldLate).containsExactly(Duration.ofDays(2), Duration.ZERO);
    }

    @Test
    void aViewInAnotherZoneTravelsAlong() {
        Clock utc = clock.withZone(ZoneOffset.UTC);

        clock.travelTo(LocalDate.parse("2023-02-01"));

        assertThat(utc.instant()).isEqualTo(clock.instant());
        assertThat(utc.getZone()).isEqualTo(ZoneOffset.UTC);
        assertThat(utc.withZone(WorkingDays.JAKARTA)).isSameAs(clock);
    }

    @Test
    void isNoFinerThanTheDatabase() {
        trueTime.now = Instant.parse("2026-10-05T02:00:00.123456789Z");

        assertThat(clock.instant()).isEqualTo(Instant.parse("2026-10-05T02:00:00.123456Z"));
    }

    private static final class TrueTime extends Clock {

        Instant now = NINE_IN_JAKARTA;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }
}
