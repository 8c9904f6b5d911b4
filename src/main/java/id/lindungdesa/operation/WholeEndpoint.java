package id.lindungdesa.operation;

import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.boot.actuate.endpoint.web.annotation.WebEndpoint;
import org.springframework.stereotype.Component;

/**
 * Says whether everything is whole, as one asks after a restore: 200 when it is, 503 with what is missing when not. Reads
 * every document through, so it is for administrators and no health check.
 */
@Component
@WebEndpoint(id = "whole")
class WholeEndpoint {

    private final ObjectProvider<Wholeness> subjects;
    private final Gauges gauges;

    WholeEndpoint(ObjectProvider<Wholeness> subjects, Gauges gauges) {
        this.subjects = subjects;
        this.gauges = gauges;
    }

    /** @param damage whether its faults make the whole answer 503 */
    record Checked(String subject, boolean whole, boolean damage, List<String> faults) {}

    record Answer(boolean whole, List<Checked> checks, long millis) {}

    @ReadOperation
    WebEndpointResponse<Answer> check() {
        long start = System.nanoTime();
        List<Checked> checks = subjects.orderedStream().map(WholeEndpoint::check).toList();
        boolean whole = checks.stream().allMatch(one -> one.whole() || !one.damage());
        gauges.forget();
        return new WebEndpointResponse<>(new Answer(whole, checks, (System.nanoTime() - start) / 1_000_000),
                whole ? WebEndpointResponse.STATUS_OK : WebEndpointResponse.STATUS_SERVICE_UNAVAILABLE);
    }

    private static Checked check(Wholeness subject) {
        List<String> faults = subject.faults();
        return new Checked(subject.subject(), faults.isEmpty(), subject.isDamage(), faults);
    }
}
