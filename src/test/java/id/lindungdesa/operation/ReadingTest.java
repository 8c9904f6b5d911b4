package id.lindungdesa.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** However often it is looked at, the database is asked once; a failure is no number, and is not asked again at once. */
class ReadingTest {

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final Gauges gauges = GaugesFixture.in(registry);
    private final AtomicInteger asked = new AtomicInteger();

    @Test
    void severalValuesAndManyLooksAskOnce() {
        Reading<Integer> reading = gauges.reading("uji", asked::incrementAndGet);
        gauges.gauge("one", "", reading, Integer::longValue);
        gauges.gauge("ten", "", reading, answer -> answer * 10L);

        for (int look = 0; look < 100; look++) {
            assertThat(registry.get("one").gauge().value()).isEqualTo(1);
            assertThat(registry.get("ten").gauge().value()).isEqualTo(10);
        }
        assertThat(asked).hasValue(1);

        gauges.forget();
        assertThat(registry.get("one").gauge().value()).isEqualTo(2);
    }

    @Test
    void aFailureIsNoNumberAndIsToldByAValueOfItsOwn() {
        gauges.gauge("one", "", gauges.<Integer>reading("uji", () -> {
            asked.incrementAndGet();
            throw new IllegalStateException("the database is away");
        }), Integer::longValue);

        assertThat(registry.get("one").gauge().value()).isNaN();
        assertThat(registry.get("one").gauge().value()).isNaN();
        assertThat(registry.get("lindungdesa.reading.failed").tag("reading", "uji").gauge().value()).isEqualTo(1);
        assertThat(asked).hasValue(1);
    }
}
