package id.lindungdesa.bench;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.Map;

/** What the empty copy of a process calls: nothing is done, and every flag is what it was in the real one. */
public class EmptySteps {

    private final Map<String, Object> flags;

    EmptySteps(Map<String, Object> flags) {
        this.flags = flags;
    }

    public void nothing() {
        // that is the point
    }

    public Object given(String flag) {
        return flags.get(flag);
    }

    public Date later() {
        return Date.from(Instant.now().plus(3_650, ChronoUnit.DAYS));
    }
}
