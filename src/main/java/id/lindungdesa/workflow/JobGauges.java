package id.lindungdesa.workflow;

import id.lindungdesa.operation.Gauges;
import id.lindungdesa.operation.Reading;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.function.ToLongFunction;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the engine does by itself: jobs that could run now, run, wait for their day or have given up, and incidents. */
@Component
class JobGauges {

    private static final String JOBS = """
            with moment as (select cast(:now as timestamp) as now)
            select count(*) filter (where retries_ > 0 and not locked and due_at <= now) as due,
                   count(*) filter (where locked) as running,
                   count(*) filter (where retries_ > 0 and not locked and due_at > now) as scheduled,
                   count(*) filter (where retries_ = 0) as failed,
                   coalesce(extract(epoch from max(now) - min(due_at) filter (where retries_ > 0 and not locked and due_at <= now)), 0)::bigint
                       as oldest_due_seconds,
                   (select count(*) from act_ru_incident) as incidents
              from (select now, retries_, coalesce(lock_exp_time_ >= now, false) as locked,
                           coalesce(duedate_, create_time_, now) as due_at
                      from act_ru_job cross join moment where suspension_state_ = 1) job
            """;

    JobGauges(Gauges gauges, JdbcClient jdbc, Clock clock) {
        Reading<Jobs> jobs = gauges.reading("jobs", () ->
                jdbc.sql(JOBS).param("now", Timestamp.from(clock.instant())).query(Jobs.class).single());
        state(gauges, jobs, "due", Jobs::due);
        state(gauges, jobs, "running", Jobs::running);
        state(gauges, jobs, "scheduled", Jobs::scheduled);
        state(gauges, jobs, "failed", Jobs::failed);
        gauges.gauge("lindungdesa.jobs.oldest.due.seconds", "For how long the oldest job that could run has not", jobs,
                Jobs::oldestDueSeconds);
        gauges.gauge("lindungdesa.incidents.open", "Steps that have failed and wait for an administrator", jobs,
                Jobs::incidents);
    }

    private record Jobs(long due, long running, long scheduled, long failed, long oldestDueSeconds, long incidents) {}

    private static void state(Gauges gauges, Reading<Jobs> jobs, String state, ToLongFunction<Jobs> count) {
        gauges.gauge("lindungdesa.jobs", "Jobs of the engine by what they wait for", jobs, count, "state", state);
    }
}
