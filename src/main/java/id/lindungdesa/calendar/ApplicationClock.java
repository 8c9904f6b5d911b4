package id.lindungdesa.calendar;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * The one clock of the application, in Jakarta time. It can travel, for the demo and for tests: time then goes on from
 * there, and whoever keeps a clock of his own (the engine) is told how far from true time we are.
 */
public final class ApplicationClock extends Clock {

    private final Clock trueTime;
    private final List<Consumer<Duration>> travellers = new CopyOnWriteArrayList<>();
    private volatile Duration offset = Duration.ZERO;

    ApplicationClock(Clock trueTime) {
        this.trueTime = trueTime;
    }

    /** Microseconds, because that is what the database keeps: what is read back equals what was written. */
    @Override
    public Instant instant() {
        return trueTime.instant().plus(offset).truncatedTo(ChronoUnit.MICROS);
    }

    @Override
    public ZoneId getZone() {
        return WorkingDays.JAKARTA;
    }

    /** The same clock read in another zone; it travels along. */
    @Override
    public Clock withZone(ZoneId zone) {
        return zone.equals(getZone()) ? this : new InZone(this, zone);
    }

    /** How far ahead of true time (behind when negative); zero when nobody travelled. */
    public Duration offset() {
        return offset;
    }

    /** To that day, at the present time of day. */
    public void travelTo(LocalDate day) {
        synchronized (travellers) {
            travelTo(day.atTime(trueTime.instant().atZone(getZone()).toLocalTime()).atZone(getZone()).toInstant());
        }
    }

    public void travelTo(Instant instant) {
        synchronized (travellers) {
            offset = Duration.between(trueTime.instant(), instant);
            travellers.forEach(traveller -> traveller.accept(offset));
        }
    }

    public void backToTrueTime() {
        synchronized (travellers) {
            offset = Duration.ZERO;
            travellers.forEach(traveller -> traveller.accept(offset));
        }
    }

    /** Told the new offset after every travel, in their order; at once too, where the clock has travelled before. */
    public void onTravel(Consumer<Duration> traveller) {
        synchronized (travellers) {
            travellers.add(traveller);
            if (!offset.isZero()) {
                traveller.accept(offset);
            }
        }
    }

    private static final class InZone extends Clock {

        private final ApplicationClock clock;
        private final ZoneId zone;

        private InZone(ApplicationClock clock, ZoneId zone) {
            this.clock = clock;
            this.zone = zone;
        }

        @Override
        public Instant instant() {
            return clock.instant();
        }

        @Override
        public ZoneId getZone() {
            return zone;
        }

        @Override
        public Clock withZone(ZoneId other) {
            return clock.withZone(other);
        }
    }
}
