package id.lindungdesa.reporting;

import id.lindungdesa.workflow.StepNames;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What runs by itself and whether it does: steps that gave up with their case and the reason, the engine's jobs, and work of
 * the application's own that may be stuck. Asked anew each time, for whoever has just mended something.
 */
@Service
class Machinery {

    private static final int SHOWN = 200;

    private static final Pattern CAUSE = Pattern.compile("\\(((?:[a-z]\\w*\\.)+\\w+: .+)\\)\\s*$", Pattern.DOTALL);
    private static final Pattern CLASS = Pattern.compile("^(?:[a-z]\\w*\\.)+\\w+: (?:ERROR: )?");

    private static final String JOBS = """
            select count(*) filter (where retries > 0 and not locked and due <= :now) as due,
                   count(*) filter (where locked) as running,
                   count(*) filter (where retries > 0 and not locked and due > :now) as scheduled,
                   count(*) filter (where retries > 0 and failing) as retrying,
                   count(*) filter (where retries = 0) as failed,
                   min(due) filter (where retries > 0 and not locked and due <= :now) as due_since,
                   min(due) filter (where retries > 0 and not locked and due > :now) as next_at
              from (select retries, failing, coalesce(locked_until_at >= :now, false) as locked, coalesce(due_at, :now) as due
                      from report_job) job
            """;

    private final JdbcClient jdbc;
    private final StepNames names;
    private final Clock clock;

    Machinery(JdbcClient jdbc, StepNames names, Clock clock) {
        this.jdbc = jdbc;
        this.names = names;
        this.clock = clock;
    }

    /** Jobs of the engine: could run now, run, wait for their day, failed and will try again, gave up. */
    record Jobs(long due, long running, long scheduled, long retrying, long failed, OffsetDateTime dueSince, OffsetDateTime nextAt) {}

    /** A step that gave up; {@code jobId} is retried in the engine, {@code stepId} all that failed at the same step. */
    record Incident(String jobId, String stepId, String process, String processName, String element, String step, String caseTitle,
                    String caseId, String instanceId, String reason, OffsetDateTime happenedAt) {}

    record Mails(long waiting, long failed, OffsetDateTime waitingSince) {}

    record Import(UUID id, String state, long done, long total, long rejected, int attempts, String failure,
                  OffsetDateTime receivedAt, OffsetDateTime finishedAt) {}

    record Openings(long opened, long waiting, long awaitingRoute) {}

    /** Bulk decisions on their way, the lines that are left of them, and since when the oldest runs. */
    record Bulk(long running, long waiting, OffsetDateTime since) {}

    /** {@code incidents} holds the newest; {@code incidentCount} counts all. */
    record State(long incidentCount, List<Incident> incidents, Jobs jobs, Mails mails, List<Import> imports, Openings openings, Bulk bulk,
                 OffsetDateTime measuredAt) {}

    @Transactional(readOnly = true)
    State state() {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        return new State(jdbc.sql("select count(*) from report_incident").query(Long.class).single(), incidents(),
                jdbc.sql(JOBS).param("now", now).query(Jobs.class).single(),
                jdbc.sql("""
                        select count(*) filter (where state = 'WAITING') as waiting, count(*) filter (where state = 'FAILED') as failed,
                               min(created_at) filter (where state = 'WAITING') as waiting_since
                          from report_mail where state <> 'SENT'""").query(Mails.class).single(),
                jdbc.sql("""
                        select id, state, done, total, rejected, attempts, failure, received_at, finished_at from report_import
                         where state <> 'DONE' order by received_at desc limit 20""").query(Import.class).list(),
                jdbc.sql("""
                        select count(*) filter (where allocation.state = 'OPENED') as opened,
                               count(*) filter (where allocation.state = 'OPENABLE') as waiting,
                               count(*) filter (where allocation.state = 'AWAITING_KELURAHAN_ROUTE') as awaiting_route
                          from report_allocation allocation join report_decree decree on decree.decree_id = allocation.decree_id
                         where decree.state = 'IN_FORCE'""").query(Openings.class).single(),
                jdbc.sql("""
                        select count(*) as running, coalesce(sum(waiting), 0)::bigint as waiting, min(ordered_at) as since
                          from report_bulk where state = 'RUNNING'""").query(Bulk.class).single(), now);
    }

    private record Row(String kind, String jobId, String stepId, String process, String element, String caseId, String instanceId, String message,
                       OffsetDateTime happenedAt) {}

    private List<Incident> incidents() {
        return jdbc.sql("""
                select kind, job_id, step_id, process, element, case_id, instance_id, message, happened_at from report_incident
                 order by happened_at desc, incident_id limit :shown""").param("shown", SHOWN).query(Row.class).stream()
                .map(this::told).toList();
    }

    /** The message begins with the case's title and id (see the engine's incident handler). */
    private Incident told(Row row) {
        String message = row.message() == null ? "" : row.message();
        String mark = "[" + row.caseId() + "]: ";
        int at = message.indexOf(mark);
        boolean ofProcess = row.process() != null;      // the engine's own jobs belong to none
        return new Incident(row.jobId(), row.stepId(), row.process(), ofProcess ? names.process(row.process()) : null, row.element(),
                ofProcess ? names.step(row.process(), row.element()) : row.kind(), at < 0 ? null : message.substring(0, at).strip(), row.caseId(),
                row.instanceId(), sentence(at < 0 ? message : message.substring(at + mark.length())), row.happenedAt());
    }

    /** What the engine says first is often about itself; the cause stands last, in brackets and behind its class. */
    static String sentence(String message) {
        Matcher cause = CAUSE.matcher(message);
        return CLASS.matcher(cause.find() ? cause.group(1) : message).replaceFirst("").strip();
    }
}
