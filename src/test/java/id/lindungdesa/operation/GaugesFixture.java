package id.lindungdesa.operation;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;

/** Gauges without an application. */
public final class GaugesFixture {

    private GaugesFixture() {}

    public static Gauges in(MeterRegistry registry) {
        return new Gauges(registry, Duration.ofMinutes(1));
    }
}
