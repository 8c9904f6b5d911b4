package id.lindungdesa.workflow;

import id.lindungdesa.operation.Wholeness;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every case that has not come to its end waits for something: a person, a day, a message, or the engine itself. */
@Component
class CaseWholeness implements Wholeness {

    private static final String STRANDED = """
            select coalesce(instance.business_key_, instance.id_) || ' at ' || coalesce(leaf.act_id_, '?')
              from act_ru_execution leaf
              join act_ru_execution instance on instance.id_ = leaf.proc_inst_id_
             where not exists (select from act_ru_execution child where child.parent_id_ = leaf.id_)
               and not exists (select from act_ru_execution called where called.super_exec_ = leaf.id_)
               and not exists (select from act_ru_task task where task.execution_id_ = leaf.id_)
               and not exists (select from act_ru_job job where job.execution_id_ = leaf.id_)
               and not exists (select from act_ru_event_subscr waiting where waiting.execution_id_ = leaf.id_)
             order by 1 limit 100
            """;

    private final JdbcClient jdbc;

    CaseWholeness(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String subject() {
        return "cases";
    }

    @Override
    public List<String> faults() {
        return jdbc.sql(STRANDED).query(String.class).list();
    }
}
