package id.lindungdesa.webapp;

import id.lindungdesa.operation.OneNode;
import id.lindungdesa.refusal.Refusal;
import id.lindungdesa.workflow.TaskLookup;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What was typed and not sent, for each user alone. It may hold personal data: it goes with the task, with the case that was
 * started, or after a month, and nobody but its writer reads it.
 */
@Component
class Drafts {

    static final int LONGEST = 65_536;
    private static final Duration KEPT = Duration.ofDays(30);
    private static final int PER_USER = 60;
    private static final Pattern START = Pattern.compile("start:[a-z][a-z0-9-]{0,60}");

    private final JdbcClient jdbc;
    private final TaskLookup tasks;
    private final OneNode oneNode;
    private final Clock clock;

    Drafts(JdbcClient jdbc, TaskLookup tasks, OneNode oneNode, Clock clock) {
        this.jdbc = jdbc;
        this.tasks = tasks;
        this.oneNode = oneNode;
        this.clock = clock;
    }

    record Draft(String content, Instant savedAt) {}

    Optional<Draft> of(String user, String place) {
        return jdbc.sql("select content, saved_at from webapp_draft where user_id = :user and place = :place")
                .param("user", user).param("place", place)
                .query((row, number) -> new Draft(row.getString("content"), row.getObject("saved_at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    /**
     * Keeps it for that user, in place of what was there; beyond a good many the oldest goes.
     *
     * @throws Refusal {@code DRAFT_LENGTH}, or {@code TASK_UNKNOWN} where no task of his is open under that id
     */
    @Transactional
    public Instant keep(String user, String place, String content) {
        if (!START.matcher(place).matches() && tasks.find(place).isEmpty()) {
            throw TaskSheetController.unknown();
        }
        if (content == null || content.length() > LONGEST) {
            throw Refusal.invalid("DRAFT_LENGTH", "Konsep berisi paling banyak %d karakter.".formatted(LONGEST));
        }
        Instant now = clock.instant();
        jdbc.sql("""
                insert into webapp_draft (user_id, place, content, saved_at) values (:user, :place, :content, :now)
                on conflict (user_id, place) do update set content = excluded.content, saved_at = excluded.saved_at""")
                .param("user", user).param("place", place).param("content", content.replace("\u0000", ""))
                .param("now", now.atOffset(ZoneOffset.UTC)).update();
        jdbc.sql("""
                delete from webapp_draft where user_id = :user and place in (select place from webapp_draft where user_id = :user
                  order by saved_at desc offset :most)""").param("user", user).param("most", PER_USER).update();
        return now;
    }

    void forget(String user, String place) {
        jdbc.sql("delete from webapp_draft where user_id = :user and place = :place").param("user", user).param("place", place).update();
    }

    /** In the transaction of whatever ended the task, through whichever door: everybody's drafts of it are pointless. */
    @EventListener(condition = "#task.eventName == 'complete' or #task.eventName == 'delete'")
    public void over(DelegateTask task) {
        jdbc.sql("delete from webapp_draft where place = :task").param("task", task.getId()).update();
    }

    @Scheduled(cron = "0 20 3 * * *", zone = "Asia/Jakarta")
    @Transactional
    public void forgetOld() {
        if (oneNode.takesTurn("old drafts")) {
            jdbc.sql("delete from webapp_draft where saved_at < :limit")
                    .param("limit", clock.instant().minus(KEPT).atOffset(ZoneOffset.UTC)).update();
        }
    }
}
