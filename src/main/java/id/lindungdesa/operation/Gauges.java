package id.lindungdesa.operation;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Where modules offer values to Prometheus. Several values come from one reading, and a reading asks the database at most
 * once in its time, however often and by however many it is looked at. Every node reports the same of the same database.
 */
@Component
public class Gauges {

    private final MeterRegistry registry;
    private final Duration fresh;
    private final List<Reading<?>> readings = new CopyOnWriteArrayList<>();

    Gauges(MeterRegistry registry, @Value("${lindungdesa.metrics.fresh-for}") Duration fresh) {
        this.registry = registry;
        this.fresh = fresh;
    }

    /** A reading by that query, which is asked when somebody looks and the last answer has aged. */
    public <T> Reading<T> reading(String name, Supplier<T> query) {
        Reading<T> reading = new Reading<>(name, query, fresh);
        readings.add(reading);
        Gauge.builder("lindungdesa.reading.took", reading, one -> one.tookNanos() / 1e9).baseUnit("seconds")
                .description("How long the query behind these values took").tag("reading", name).register(registry);
        Gauge.builder("lindungdesa.reading.failed", reading, one -> one.failed() ? 1 : 0)
                .description("1 while the query behind these values fails").tag("reading", name).register(registry);
        return reading;
    }

    /** Offers one value of a reading; no number at all while the reading fails. */
    public <T> void gauge(String name, String description, Reading<T> reading, ToLongFunction<T> value, String... tags) {
        Gauge.builder(name, reading, one -> one.latest().map(found -> (double) value.applyAsLong(found)).orElse(Double.NaN))
                .description(description).tags(tags).register(registry);
    }

    /** Makes every reading ask anew when it is next looked at. */
    public void forget() {
        readings.forEach(Reading::forget);
    }
}
