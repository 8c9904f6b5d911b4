package id.lindungdesa.operation;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The last answer to a question, and for how long it will do. One asks, the others wait for his answer; a question that
 * failed is not asked again before its time either, or a dead database would hold up every value by itself.
 */
public final class Reading<T> {

    private static final Logger log = LoggerFactory.getLogger(Reading.class);

    private final String name;
    private final Supplier<T> query;
    private final Duration fresh;
    private T answer;
    private boolean asked;
    private long askedAt;
    private long took;

    Reading(String name, Supplier<T> query, Duration fresh) {
        this.name = name;
        this.query = query;
        this.fresh = fresh;
    }

    /** The answer, at most as old as it may be; empty where the question fails. Elapsed time, for our clock may travel. */
    public synchronized Optional<T> latest() {
        if (!asked || System.nanoTime() - askedAt > fresh.toNanos()) {
            ask();
        }
        return Optional.ofNullable(answer);
    }

    private void ask() {
        long start = System.nanoTime();
        try {
            answer = query.get();
            log.debug("Reading {} took {} ms", name, (System.nanoTime() - start) / 1_000_000);
        } catch (RuntimeException e) {
            answer = null;
            log.warn("Reading {} failed: {}", name, e.getClass().getName());
        }
        took = System.nanoTime() - start;
        asked = true;
        askedAt = System.nanoTime();
    }

    synchronized boolean failed() {
        return asked && answer == null;
    }

    synchronized long tookNanos() {
        return took;
    }

    synchronized void forget() {
        asked = false;
    }
}
