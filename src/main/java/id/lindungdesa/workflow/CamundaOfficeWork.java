package id.lindungdesa.workflow;

import id.lindungdesa.identity.OfficeWork;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who has taken which open task, looked up in the engine's tables for many at once; handing on goes through the engine. */
@Component
class CamundaOfficeWork implements OfficeWork {

    static final String WORK = """
            select task.id_ as id, coalesce(task.name_, task.task_def_key_) as name, definition.key_ as process,
                   task.task_def_key_ as element, instance.business_key_ as case_id, task.assignee_ as holder,
                   array(select group_id_ from act_ru_identitylink link where link.task_id_ = task.id_ and link.type_ = 'candidate'
                            and group_id_ is not null order by 1) as groups
              from act_ru_task task
              join act_ru_execution instance on instance.id_ = task.proc_inst_id_
              join act_re_procdef definition on definition.id_ = task.proc_def_id_\s""";

    private final JdbcClient jdbc;
    private final TaskService tasks;
    private final ProcessEngineConfigurationImpl engine;

    CamundaOfficeWork(JdbcClient jdbc, @Lazy TaskService tasks, @Lazy ProcessEngineConfigurationImpl engine) {
        this.jdbc = jdbc;
        this.tasks = tasks;
        this.engine = engine;
    }

    @Override
    public List<Work> takenBy(String user, String group) {
        return jdbc.sql(WORK + """
                where task.assignee_ = :user and exists (select from act_ru_identitylink link
                       where link.task_id_ = task.id_ and link.type_ = 'candidate' and link.group_id_ = :group) order by task.id_""")
                .param("user", user).param("group", group).query(CamundaOfficeWork::work).list();
    }

    @Override
    public List<Work> waitingFor(Collection<String> groups) {
        return jdbc.sql(WORK + """
                where task.id_ in (select task_id_ from act_ru_identitylink where type_ = 'candidate' and group_id_ = any(:groups))
                order by task.name_, task.id_""").param("groups", groups.toArray(String[]::new)).query(CamundaOfficeWork::work).list();
    }

    @Override
    public List<Work> of(List<String> taskIds) {
        return jdbc.sql(WORK + "where task.id_ = any(:ids)").param("ids", taskIds.toArray(String[]::new))
                .query(CamundaOfficeWork::work).list();
    }

    @Override
    public Map<String, Integer> openByGroup() {
        Map<String, Integer> open = new HashMap<>();
        jdbc.sql("""
                select group_id_, count(*) as open from act_ru_identitylink
                 where type_ = 'candidate' and task_id_ is not null and group_id_ is not null group by group_id_""")
                .query(row -> {
                    open.put(row.getString("group_id_"), row.getInt("open"));
                });
        return open;
    }

    @Override
    public void give(String taskId, String user) {
        Trust.in(() -> CamundaWorkflow.withoutPermissionChecks(engine, () -> {
            tasks.setAssignee(taskId, user);
            return null;
        }));
    }

    static Work work(ResultSet row, int number) throws SQLException {
        return new Work(row.getString("id"), row.getString("name"), row.getString("process"), row.getString("element"),
                caseId(row.getString("case_id")), row.getString("holder"), Arrays.asList((String[]) row.getArray("groups").getArray()));
    }

    /** A process of the engine's own tests carries no case of ours. */
    private static UUID caseId(String businessKey) {
        try {
            return businessKey == null ? null : UUID.fromString(businessKey);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
