package id.lindungdesa.webapp;

import id.lindungdesa.calendar.WorkingDays;
import id.lindungdesa.identity.HeldOffices;
import id.lindungdesa.identity.HeldOffices.Held;
import id.lindungdesa.identity.OfficeNames;
import id.lindungdesa.identity.Official;
import id.lindungdesa.identity.Official.Office;
import id.lindungdesa.identity.Role;
import id.lindungdesa.webapp.OwnWork.Elsewhere;
import id.lindungdesa.webapp.OwnWork.Holder;
import id.lindungdesa.webapp.OwnWork.Task;
import id.lindungdesa.workflow.Startable;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What an official reads first in the morning, in one answer: a few figures and the few things that press most. */
@Component
class Overview {

    private static final int WEEK = 7;
    private static final int FIRST = 5;
    private static final int TERM_ENDS_SOON = 30;

    private final OwnWork work;
    private final HeldOffices held;
    private final OfficeNames names;
    private final Startable startable;
    private final VacantOffices vacant;
    private final Clock clock;

    Overview(OwnWork work, HeldOffices held, OfficeNames names, Startable startable, VacantOffices vacant,
            Clock clock) {
        this.work = work;
        this.held = held;
        this.names = names;
        this.startable = startable;
        this.vacant = vacant;
        this.clock = clock;
    }

    record Seat(String name, String role, LocalDate from, LocalDate until) {}

    record Figure(long tasks, long rupiah) {}

    /** How many of one kind, by when; {@code first} is the most urgent, to begin with. */
    record Kind(String process, String element, String asked, long tasks, long rupiah, long late, long today, long week, String first) {}

    /** {@code administrator} has the tools of one and no tasks; a program has neither. */
    record Start(String user, String name, LocalDate today, boolean administrator, List<Seat> offices, Figure late, Figure dueToday,
            Figure dueThisWeek, Figure all, long mine, List<Kind> kinds, List<Task> urgent, long elsewhere, long elsewhereLate,
            List<Elsewhere> longest, List<Startable.Begin> startable, List<String> notices, List<Vacant> vacant) {}

    /** An office without a holder that this official must see to. */
    record Vacant(String name, LocalDate since, int waiting) {}

    Start of(Official official) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), WorkingDays.JAKARTA);
        List<Task> tasks = work.all(official);
        List<Elsewhere> elsewhere = work.elsewhere(official, null);
        List<Held> terms = held.of(official.user());
        Map<Office, String> called = names.of(terms.stream().map(Held::office).toList());
        return new Start(official.user(), official.name(), today, official.is(Role.ADMIN),
                terms.stream().map(term -> new Seat(called.getOrDefault(term.office(), term.office().title()), term.office().role().id(), term.from(), term.until())).toList(),
                figure(tasks, Task::late), figure(tasks, task -> !task.late() && within(task, 0)),
                figure(tasks, task -> !task.late() && !within(task, 0) && within(task, WEEK)), figure(tasks, task -> true),
                tasks.stream().filter(task -> task.holder() == Holder.ME).count(), kinds(tasks), tasks.stream().limit(FIRST).toList(),
                elsewhere.size(), elsewhere.stream().filter(Overview::late).count(), elsewhere.stream().limit(FIRST).toList(),
                startable.by(official), notices(terms, called, tasks, today), vacant.concerning(official).stream()
                        .map(one -> new Vacant(one.name(), one.since(), one.waiting().size())).toList());
    }

    private static boolean late(Elsewhere one) {
        return one.steps().stream().anyMatch(OwnWork.Step::late);
    }

    private static boolean within(Task task, int days) {
        return task.daysLeft() != null && task.daysLeft() <= days;
    }

    private static Figure figure(List<Task> tasks, Predicate<Task> which) {
        List<Task> those = tasks.stream().filter(which).toList();
        return new Figure(those.size(), rupiah(those));
    }

    private static long rupiah(List<Task> tasks) {
        return tasks.stream().filter(task -> task.rupiah() != null).mapToLong(Task::rupiah).sum();
    }

    private static List<Kind> kinds(List<Task> tasks) {
        return tasks.stream().collect(Collectors.groupingBy(task -> task.process() + "/" + task.element(), LinkedHashMap::new, Collectors.toList()))
                .values().stream().map(of -> new Kind(of.get(0).process(), of.get(0).element(), of.get(0).asked(), of.size(), rupiah(of),
                        of.stream().filter(Task::late).count(), of.stream().filter(task -> !task.late() && within(task, 0)).count(),
                        of.stream().filter(task -> !task.late() && !within(task, 0) && within(task, WEEK)).count(), of.get(0).id())).toList();
    }

    private static List<String> notices(List<Held> terms, Map<Office, String> called, List<Task> tasks, LocalDate today) {
        List<String> notices = new ArrayList<>();
        terms.stream().filter(term -> term.until() != null && ChronoUnit.DAYS.between(today, term.until()) <= TERM_ENDS_SOON)
                .forEach(term -> notices.add("Masa jabatan Anda sebagai %s berakhir dalam %d hari. Tugas yang terbuka tetap pada jabatan dan dilanjutkan pejabat berikutnya."
                        .formatted(called.getOrDefault(term.office(), term.office().title()), ChronoUnit.DAYS.between(today, term.until()))));
        long taken = tasks.stream().filter(task -> task.late() && task.holder() == Holder.ME).count();
        if (taken > 0) {
            notices.add("%d tugas yang sudah Anda ambil melewati batas waktu. Selesaikan, atau kembalikan ke kelompok.".formatted(taken));
        }
        return notices;
    }
}
