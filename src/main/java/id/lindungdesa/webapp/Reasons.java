package id.lindungdesa.webapp;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Why somebody returns or declines: the usual reasons of a step to pick from, and which one was given. A form puts the picked
 * one in front of the note, so every record step and every door keeps its shape, and the case's own record its words.
 */
@Component
class Reasons {

    private final JdbcClient jdbc;
    private final Clock clock;

    Reasons(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    record Reason(String code, String wording) {}

    /** Those of a step, or where it has none the common ones. */
    List<Reason> of(String step) {
        return jdbc.sql("""
                select code, wording from webapp_reason where not retired and step =
                    case when exists (select from webapp_reason where step = :step and not retired) then :step else '*' end
                 order by place, code""").param("step", step).query(Reason.class).list();
    }

    /** In the transaction of the completion: the reason that the note begins with is counted. */
    @EventListener(condition = "#task.eventName == 'complete'")
    public void given(DelegateTask task) {
        if (!(task.getVariable("note") instanceof String note) || note.isBlank()) {
            return;
        }
        of(task.getTaskDefinitionKey()).stream().filter(reason -> note.startsWith(reason.wording())).findFirst().ifPresent(reason ->
                jdbc.sql("""
                        insert into webapp_reason_given (task_id, process, step, case_id, code, given_at)
                        values (:task, :process, :step, :case, :code, :now)""")
                        .param("task", task.getId()).param("process", task.getProcessDefinitionId().replaceFirst(":.*", ""))
                        .param("step", task.getTaskDefinitionKey()).param("case", task.getExecution().getProcessBusinessKey())
                        .param("code", reason.code()).param("now", clock.instant().atOffset(ZoneOffset.UTC)).update());
    }
}
