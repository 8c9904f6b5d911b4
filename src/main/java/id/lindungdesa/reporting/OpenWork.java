package id.lindungdesa.reporting;

import id.lindungdesa.identity.OfficeNames;
import id.lindungdesa.identity.Official;
import id.lindungdesa.operation.Gauges;
import id.lindungdesa.operation.Reading;
import id.lindungdesa.rest.Page;
import id.lindungdesa.rest.Paging;
import id.lindungdesa.workflow.StepNames;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The open tasks of everybody: how many wait at which office and step, how many are late, and each one with its case. A task
 * that is offered to several offices counts for each of them and once in the whole. The counts may be some seconds old.
 */
@Service
class OpenWork {

    private static final String BY_OFFICE = """
            select chosen.office, count(*) as open, count(*) filter (where due_at < :now) as late,
                   min(due_at) filter (where due_at < :now) as late_since, min(opened_at) as oldest_at, held.office is null as vacant
              from report_open_task task join report_task_office chosen on chosen.task_id = task.task_id
              left join (select distinct office from report_office_member) held on held.office = chosen.office
             group by chosen.office, held.office
            """;

    private static final String BY_STEP = """
            select process, element, count(*) as open, count(*) filter (where due_at < :now) as late,
                   min(due_at) filter (where due_at < :now) as late_since
              from report_open_task group by process, element order by late desc, open desc, process, element
            """;

    private static final String CHOSEN = """
              from report_open_task task
             where (:process::text is null or process = :process) and (:element::text is null or element = :element)
               and (not :late or due_at < :now) and (:q::text is null or title ilike '%' || :q || '%')
               and (:offices::text[] is null or exists (select from report_task_office chosen
                                                         where chosen.task_id = task.task_id and chosen.office = any(:offices)))
               and (:role::text is null or exists (select from report_task_office chosen where chosen.task_id = task.task_id
                                                      and (chosen.office = :role or chosen.office like :role || '-%')))
            """;

    private static final String LISTED = """
            select task_id, title, process, element, instance_id, assignee is not null as taken, opened_at, due_at,
                   (select string_agg(office, ', ' order by office) from report_task_office chosen
                     where chosen.task_id = task.task_id) as offices
            """ + CHOSEN + " order by due_at, task_id ";

    private final JdbcClient jdbc;
    private final LongLists longLists;
    private final StepNames names;
    private final OfficeNames officeNames;
    private final Clock clock;
    private final Reading<Counts> counts;

    OpenWork(JdbcClient jdbc, LongLists longLists, StepNames names, OfficeNames officeNames, Clock clock, Gauges gauges) {
        this.jdbc = jdbc;
        this.longLists = longLists;
        this.names = names;
        this.officeNames = officeNames;
        this.clock = clock;
        this.counts = gauges.reading("work", this::counted);
    }

    /** {@code area} is empty for the roles of a province; nobody holds a vacant office. */
    record Office(String office, String role, String area, String areaName, long open, long late, OffsetDateTime lateSince,
                  OffsetDateTime oldestAt, boolean vacant) {}

    /** All offices of a role together. */
    record RoleWork(String role, long offices, long open, long late, OffsetDateTime lateSince, long vacant) {}

    record StepWork(String process, String processName, String element, String name, long open, long late, OffsetDateTime lateSince) {}

    record Work(long open, long late, long vacantOffices, List<RoleWork> roles, List<StepWork> steps, OffsetDateTime measuredAt) {}

    /**
     * Which tasks: all that is given must fit; {@code q} is part of the title, where the village and its code stand.
     *
     * @param office its group, or part of what it is called
     */
    record Wanted(String office, String role, String process, String element, Boolean late, String q) {}

    record Task(String taskId, String title, String process, String processName, String element, String instanceId, String offices,
                boolean taken, OffsetDateTime openedAt, OffsetDateTime dueAt) {}

    private record Counts(List<Office> offices, List<StepWork> steps, OffsetDateTime at) {}

    Work work() {
        Counts now = current();
        Map<String, RoleWork> roles = new LinkedHashMap<>();
        now.offices().forEach(one -> roles.merge(one.role(), new RoleWork(one.role(), 1, one.open(), one.late(), one.lateSince(),
                one.vacant() ? 1 : 0), OpenWork::together));
        return new Work(now.steps().stream().mapToLong(StepWork::open).sum(), now.steps().stream().mapToLong(StepWork::late).sum(),
                now.offices().stream().filter(Office::vacant).count(), roles.values().stream().sorted(Comparator
                        .comparingLong(RoleWork::late).thenComparingLong(RoleWork::open).reversed()).toList(), now.steps(), now.at());
    }

    /** Offices with open work, those with the most late tasks first. */
    Page<Office> offices(String role, boolean late, boolean vacant, Paging paging) {
        List<Office> chosen = current().offices().stream().filter(one -> VillageStates.blank(role) == null || one.role().equals(role))
                .filter(one -> !late || one.late() > 0).filter(one -> !vacant || one.vacant()).toList();
        List<Office> page = chosen.stream().skip(paging.offset()).limit(paging.limit()).toList();
        Map<String, String> areas = areas(page.stream().map(Office::area).distinct().toList());
        return Page.of(paging, page.stream().map(one -> new Office(one.office(), one.role(), one.area(), areas.get(one.area()),
                one.open(), one.late(), one.lateSince(), one.oldestAt(), one.vacant())).toList(), chosen.size());
    }

    @Transactional(readOnly = true)
    Page<Task> tasks(Wanted wanted, Paging paging) {
        long total = asked(jdbc.sql("select count(*) " + CHOSEN), wanted).query(Long.class).single();
        Map<String, String> titles = titles();
        return Page.of(paging, asked(jdbc.sql(LISTED + "limit :limit offset :offset"), wanted).param("limit", paging.limit())
                .param("offset", paging.offset()).query(Row.class).stream().map(row -> named(row, titles)).toList(), total);
    }

    /** All that fit, one after the other; none is held. */
    @Transactional(readOnly = true)
    void each(Wanted wanted, Consumer<Task> reader) {
        Map<String, String> titles = titles();
        try (Stream<Row> tasks = asked(longLists.sql(LISTED), wanted).query(Row.class).stream()) {
            tasks.map(row -> named(row, titles)).forEach(reader);
        }
    }

    private record Row(String taskId, String title, String process, String element, String instanceId, boolean taken,
                       OffsetDateTime openedAt, OffsetDateTime dueAt, String offices) {}

    /** What the offices with open work are called, by their groups. */
    private Map<String, String> titles() {
        Map<String, String> titles = new HashMap<>();
        officeNames.withCodes(current().offices().stream().flatMap(one -> Official.Office.of(one.office()).stream()).toList())
                .forEach((office, title) -> titles.put(office.group(), title));
        return titles;
    }

    private Task named(Row row, Map<String, String> titles) {
        String offices = row.offices() == null ? null : Arrays.stream(row.offices().split(", "))
                .map(group -> titles.getOrDefault(group, group)).collect(Collectors.joining(", "));
        return new Task(row.taskId(), row.title(), row.process(), names.process(row.process()), row.element(), row.instanceId(),
                offices, row.taken(), row.openedAt(), row.dueAt());
    }

    private static RoleWork together(RoleWork one, RoleWork other) {
        return new RoleWork(one.role(), one.offices() + other.offices(), one.open() + other.open(), one.late() + other.late(),
                earlier(one.lateSince(), other.lateSince()), one.vacant() + other.vacant());
    }

    private static OffsetDateTime earlier(OffsetDateTime one, OffsetDateTime other) {
        return one == null || other != null && other.isBefore(one) ? other : one;
    }

    private Counts current() {
        return counts.latest().orElseThrow(() -> new IllegalStateException("The open tasks could not be counted"));
    }

    private Counts counted() {
        record Counted(String office, long open, long late, OffsetDateTime lateSince, OffsetDateTime oldestAt, boolean vacant) {}
        record Stepped(String process, String element, long open, long late, OffsetDateTime lateSince) {}
        OffsetDateTime now = instant();
        List<Office> offices = new ArrayList<>();
        jdbc.sql(BY_OFFICE).param("now", now).query(Counted.class).list().forEach(one -> {
            Official.Office.of(one.office()).ifPresent(office -> offices.add(new Office(one.office(), office.role().id(), office.area(), null, one.open(), one.late(),
                    one.lateSince(), one.oldestAt(), one.vacant())));
        });
        offices.sort(Comparator.comparingLong(Office::late).thenComparingLong(Office::open).reversed().thenComparing(Office::office));
        List<StepWork> steps = jdbc.sql(BY_STEP).param("now", now).query(Stepped.class).list().stream().map(one -> new StepWork(
                one.process(), names.process(one.process()), one.element(), names.step(one.process(), one.element()), one.open(),
                one.late(), one.lateSince())).toList();
        return new Counts(offices, steps, now);
    }

    private Map<String, String> areas(List<String> codes) {
        record Area(String code, String name) {}
        Map<String, String> names = new LinkedHashMap<>();
        jdbc.sql("select code, name from report_area where code = any(:codes)").param("codes", codes.toArray(String[]::new))
                .query(Area.class).list().forEach(area -> names.put(area.code(), area.name()));
        return names;
    }

    private JdbcClient.StatementSpec asked(JdbcClient.StatementSpec sql, Wanted wanted) {
        return sql.param("now", instant()).param("offices", officesOf(VillageStates.blank(wanted.office())))
                .param("role", VillageStates.blank(wanted.role())).param("process", VillageStates.blank(wanted.process()))
                .param("element", VillageStates.blank(wanted.element())).param("late", Boolean.TRUE.equals(wanted.late()))
                .param("q", VillageStates.literally(wanted.q()));
    }

    private String[] officesOf(String asked) {
        if (asked == null || Official.Office.of(asked).isPresent()) {
            return asked == null ? null : new String[] {asked};
        }
        String part = asked.toLowerCase(Locale.ROOT);
        return titles().entrySet().stream().filter(one -> one.getValue().toLowerCase(Locale.ROOT).contains(part))
                .map(Map.Entry::getKey).toArray(String[]::new);
    }

    private OffsetDateTime instant() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
