package id.lindungdesa.webapp;

import id.lindungdesa.operation.OneNode;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.EntityTypes;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The task lists of every official. There is none of all tasks and none with an "or": both compare each task with
 * each permission and grow with everybody's work instead of the official's own.
 */
@Component
@Order(12)
class TaskFilters implements ApplicationRunner {

    static final String MINE = "Tugas saya";
    static final String MY_GROUPS = "Tugas kelompok saya";
    static final String LATE = "Terlambat";

    private final FilterService filters;
    private final TaskService tasks;
    private final OneNode oneNode;

    TaskFilters(FilterService filters, TaskService tasks, OneNode oneNode) {
        this.filters = filters;
        this.tasks = tasks;
        this.oneNode = oneNode;
    }

    @Override
    @Transactional
    public void run(ApplicationArguments arguments) {
        oneNode.awaitTurn("task filters");
        ensure(MY_GROUPS, 10, "Tugas yang menunggu jabatan Anda, yang paling mendesak di atas",
                tasks.createTaskQuery().taskCandidateGroupInExpression("${currentUserGroups()}").includeAssignedTasks());
        ensure(MINE, 20, "Tugas yang sudah Anda ambil",
                tasks.createTaskQuery().taskAssigneeExpression("${currentUser()}"));
        ensure(LATE, 30, "Tugas jabatan Anda yang melewati batas waktu",
                tasks.createTaskQuery().taskCandidateGroupInExpression("${currentUserGroups()}").includeAssignedTasks()
                        .dueBeforeExpression("${now()}"));
    }

    private void ensure(String name, int priority, String description, TaskQuery query) {
        if (filters.createFilterQuery().filterResourceType(EntityTypes.TASK).filterName(name).count() > 0) {
            return;
        }
        Filter filter = filters.newTaskFilter(name);
        filter.setQuery(query.orderByDueDate().asc());
        filter.setProperties(Map.of("priority", priority, "description", description, "refresh", true,
                "showUndefinedVariable", false, "variables", List.of()));
        filters.saveFilter(filter);
    }
}
