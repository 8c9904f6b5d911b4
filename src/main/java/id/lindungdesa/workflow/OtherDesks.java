package id.lindungdesa.workflow;

import id.lindungdesa.identity.Official;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Open cases in which an official's office has done a step, or which he began with a form, and which now lie elsewhere: with another
 * office, in another case, or with somebody outside. Offices are named, never people. Asked of the engine's history from
 * his groups on, so that others' work does not slow it down.
 */
@Component
public class OtherDesks {

    private static final String OPEN_CASES = """
            select process.id_ as id, process.business_key_ as case_id, process.proc_def_id_ as definition
              from act_ru_execution process
             where process.id_ in (
                   select link.root_proc_inst_id_
                     from act_hi_identitylink link
                     join act_hi_taskinst task on task.id_ = link.task_id_ and task.delete_reason_ = 'completed'
                    where link.group_id_ = any(:groups) and link.type_ = 'candidate' and link.operation_type_ = 'add'
                   union all
                   select id_ from act_hi_procinst
                    where start_user_id_ = :user and state_ = 'ACTIVE' and proc_def_key_ = any(:startable))
            """;

    private static final String STEPS = """
            select process.id_ as process, process.business_key_ as case_id, process.proc_def_id_ as definition, task.name_ as name,
                   task.create_time_ as since, task.due_date_ as due, array_agg(link.group_id_) as groups
              from act_ru_execution process
              join act_ru_task task on task.proc_inst_id_ = process.id_
              join act_ru_identitylink link on link.task_id_ = task.id_ and link.type_ = 'candidate'
            """;

    private static final String OUTSIDE = """
            select step.proc_inst_id_ as process, step.act_id_ as element, past.start_time_ as since
              from act_ru_execution step
              left join act_hi_actinst past on past.id_ = step.act_inst_id_
             where step.proc_inst_id_ = any(:processes) and step.is_active_ and step.act_id_ is not null
            """;

    private final JdbcClient jdbc;
    private final Cards cards;
    private final StepNames names;
    private final Startable startable;

    OtherDesks(JdbcClient jdbc, Cards cards, StepNames names, Startable startable) {
        this.startable = startable;
        this.jdbc = jdbc;
        this.cards = cards;
        this.names = names;
    }

    /** A step that others have before them: whose groups' it is (none: somebody's outside, or a date's), since when, until when. */
    public record Step(String asked, List<String> groups, Instant since, Instant due) {}

    /** A case of his that is worked on elsewhere. */
    public record Elsewhere(String process, UUID caseId, List<Step> steps) {}

    private record Open(String id, String process, UUID caseId) {}

    /** All of them, those that have lain longest first. */
    public List<Elsewhere> of(Official official) {
        Set<String> own = Set.of(Desk.groups(official));
        List<Open> open = open(official);
        Map<String, List<Step>> steps = steps(" where process.id_ = any(:keys)", "process", open.stream().map(Open::id).toList());
        List<Open> still = open.stream().filter(one -> !steps.containsKey(one.id())).toList();
        steps.putAll(inOtherCases(still));
        steps.putAll(outside(still.stream().filter(one -> !steps.containsKey(one.id())).toList()));
        return open.stream().map(one -> new Elsewhere(one.process(), one.caseId(), steps.getOrDefault(one.id(), List.of())))
                .filter(one -> !one.steps().isEmpty() && one.steps().stream().flatMap(step -> step.groups().stream()).noneMatch(own::contains))
                .sorted(Comparator.comparing(one -> one.steps().get(0).since(), Comparator.nullsLast(Comparator.naturalOrder()))).toList();
    }

    private List<Open> open(Official official) {
        List<Open> open = new ArrayList<>();
        jdbc.sql(OPEN_CASES).param("groups", Desk.groups(official)).param("user", official.user())
                .param("startable", startable.by(official).stream().map(Startable.Begin::key).toArray(String[]::new)).query((RowCallbackHandler) row -> {
            String id = row.getString("id");
            String process = CaseListeners.processKey(row.getString("definition"));
            Desk.caseId(row.getString("case_id")).ifPresent(caseId -> open.add(new Open(id, process, caseId)));
        });
        return open;
    }

    /** The open tasks found that way, by the column that names where they belong. */
    private Map<String, List<Step>> steps(String where, String by, Collection<String> keys) {
        Map<String, List<Step>> found = new HashMap<>();
        if (!keys.isEmpty()) {
            jdbc.sql(STEPS + where + " group by process.id_, task.id_ order by task.create_time_").param("keys", keys.toArray(String[]::new))
                    .query((RowCallbackHandler) row -> found.computeIfAbsent(row.getString(by), one -> new ArrayList<>()).add(new Step(
                            row.getString("name").split(" · ", 2)[0], Arrays.stream((String[]) row.getArray("groups").getArray()).sorted().toList(),
                            instant(row.getTimestamp("since")), instant(row.getTimestamp("due")))));
        }
        return found;
    }

    private Map<String, List<Step>> inOtherCases(List<Open> open) {
        Map<String, String> other = new HashMap<>();
        open.stream().collect(Collectors.groupingBy(Open::process)).forEach((process, cases) -> {
            Map<UUID, CaseCards.Elsewhere> worked = cards.worked(process, cases.stream().map(Open::caseId).toList());
            cases.stream().filter(one -> worked.containsKey(one.caseId()))
                    .forEach(one -> other.put(one.id(), worked.get(one.caseId()).caseId().toString()));
        });
        Map<String, List<Step>> steps = steps(" where process.business_key_ = any(:keys)", "case_id", Set.copyOf(other.values()));
        Map<String, List<Step>> found = new HashMap<>();
        other.forEach((process, key) -> {
            if (steps.containsKey(key)) {
                found.put(process, steps.get(key));
            }
        });
        return found;
    }

    /** What no task of anybody stands for: the bank, the insurer, a date. The model says it in the officials' words. */
    private Map<String, List<Step>> outside(List<Open> open) {
        Map<String, Open> byId = open.stream().collect(Collectors.toMap(Open::id, one -> one));
        Map<String, List<Step>> found = new HashMap<>();
        if (!open.isEmpty()) {
            jdbc.sql(OUTSIDE).param("processes", byId.keySet().toArray(String[]::new)).query((RowCallbackHandler) row -> {
                Open one = byId.get(row.getString("process"));
                found.computeIfAbsent(one.id(), id -> new ArrayList<>()).add(new Step(names.step(one.process(), row.getString("element")),
                        List.of(), instant(row.getTimestamp("since")), null));
            });
        }
        return found;
    }

    private static Instant instant(Timestamp time) {
        return time == null ? null : time.toInstant();
    }
}
