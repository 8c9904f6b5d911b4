package id.lindungdesa.workflow;

import id.lindungdesa.identity.HeldOffices;
import id.lindungdesa.identity.OfficeWork.Work;
import id.lindungdesa.operation.Gauges;
import id.lindungdesa.operation.Reading;
import id.lindungdesa.operation.Wholeness;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Open tasks that nobody alive may do: no office of theirs has a member today, whoever took one no longer belongs to
 * them, or everybody who is left played another part in the case. Looked for every quarter of an hour, counted as a metric and listed on demand.
 */
@Component
public class StrandedWork implements Wholeness {

    private static final Logger log = LoggerFactory.getLogger(StrandedWork.class);

    /** One question for both, so that it is answered by one join over all tasks and not by a look at each. */
    private static final String STRANDED = """
             where not exists (select from act_ru_identitylink link join act_id_membership member on member.group_id_ = link.group_id_
                                where link.task_id_ = task.id_ and link.type_ = 'candidate'
                                  and (task.assignee_ is null or member.user_id_ = task.assignee_))
            """;

    /** Tasks all of whose candidate groups that have members are among these. */
    private static final String ONLY_FOR = """
             where exists (select from act_ru_identitylink link where link.task_id_ = task.id_ and link.type_ = 'candidate'
                              and link.group_id_ = any(:groups))
               and not exists (select from act_ru_identitylink link join act_id_membership member on member.group_id_ = link.group_id_
                                where link.task_id_ = task.id_ and link.type_ = 'candidate' and link.group_id_ <> all(:groups))
            """;

    private final JdbcClient jdbc;
    private final HeldOffices held;
    private final ObjectProvider<SeparatedDuties> duties;

    StrandedWork(JdbcClient jdbc, HeldOffices held, ObjectProvider<SeparatedDuties> duties, Gauges gauges) {
        this.jdbc = jdbc;
        this.held = held;
        this.duties = duties;
        Reading<Long> count = gauges.reading("stranded tasks", this::count);
        gauges.gauge("lindungdesa.tasks.stranded", "Open tasks that nobody in office today may do", count, Long::longValue);
    }

    /** All of them, by their candidate groups. */
    public List<Work> all() {
        return jdbc.sql(CamundaOfficeWork.WORK + STRANDED + " order by groups, task.id_").query(CamundaOfficeWork::work).list();
    }

    public long count() {
        return jdbc.sql("select count(*) from act_ru_task task" + STRANDED).query(Long.class).single() + barred().size();
    }

    /**
     * Tasks whose every candidate is kept from them by another part that he played in the case. Only who held several
     * offices in his time can be, so that few cases have to be asked.
     */
    public List<Work> barred() {
        Set<String> several = held.ofSeveral();
        Map<String, Set<String>> members = new HashMap<>();
        jdbc.sql("select group_id_, user_id_ from act_id_membership").query(row -> {
            members.computeIfAbsent(row.getString("group_id_"), none -> new HashSet<>()).add(row.getString("user_id_"));
        });
        members.values().removeIf(users -> !several.containsAll(users));
        if (members.isEmpty()) {
            return List.of();
        }
        return jdbc.sql(CamundaOfficeWork.WORK + ONLY_FOR + " order by groups, task.id_").param("groups", members.keySet().toArray(String[]::new))
                .query(CamundaOfficeWork::work).list().stream().filter(one -> one.caseId() != null)
                .filter(one -> isBarredTo(one, one.groups().stream().flatMap(group -> members.getOrDefault(group, Set.of()).stream()).collect(Collectors.toSet())))
                .toList();
    }

    private boolean isBarredTo(Work one, Set<String> users) {
        return !users.isEmpty() && duties.stream().filter(module -> module.processes().contains(one.process())).findFirst()
                .filter(module -> users.stream().allMatch(user -> module.bars(user, one.process(), one.caseId(), one.element()))).isPresent();
    }

    @Override
    public String subject() {
        return "tasks";
    }

    @Override
    public List<String> faults() {
        return Stream.concat(all().stream(), barred().stream()).map(one -> "%s of %s for %s".formatted(one.element(), one.caseId() == null ? one.taskId() : one.caseId(),
                String.join(", ", one.groups()))).toList();
    }

    @Override
    public boolean isDamage() {
        return false;
    }

    @Scheduled(fixedDelayString = "PT15M", initialDelayString = "PT3M")
    void look() {
        long found = count();
        if (found > 0) {
            log.warn("{} open tasks have nobody in office who may do them; see /camunda/jabatan.html", found);
        }
    }
}
