package id.lindungdesa.webapp;

import id.lindungdesa.identity.Accounts;
import id.lindungdesa.identity.CurrentUser;
import id.lindungdesa.identity.HeldOffices;
import id.lindungdesa.identity.OfficeNames;
import id.lindungdesa.identity.OfficeWork;
import id.lindungdesa.identity.OfficeWork.Work;
import id.lindungdesa.identity.Official;
import id.lindungdesa.identity.Official.Office;
import id.lindungdesa.identity.Overseers;
import id.lindungdesa.identity.Role;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Open work of the offices below whoever asks, and who could do it: what an order to re-assign chooses from. */
@Component
class OverseenWork {

    private final OfficeWork work;
    private final OfficeNames names;
    private final HeldOffices held;
    private final Accounts accounts;
    private final CurrentUser currentUser;

    OverseenWork(OfficeWork work, OfficeNames names, HeldOffices held, Accounts accounts, CurrentUser currentUser) {
        this.work = work;
        this.names = names;
        this.held = held;
        this.accounts = accounts;
        this.currentUser = currentUser;
    }

    record Busy(String role, String area, String name, int open) {}

    record Person(String user, String name) {}

    /** {@code holder} has taken it; null while it waits for the office. */
    record Task(String taskId, String name, Person holder) {}

    record Desk(String name, List<Task> tasks, List<Person> people) {}

    /** Offices with open work, those with most of it first. */
    @Transactional(readOnly = true)
    List<Busy> offices() {
        Official by = currentUser.get();
        Map<Office, Integer> open = new HashMap<>();
        work.openByGroup().forEach((group, count) -> Office.of(group).filter(office -> oversees(by, office)).ifPresent(office -> open.put(office, count)));
        Map<Office, String> called = names.of(open.keySet());
        Map<Office, String> labelled = names.withCodes(called.keySet());
        return open.entrySet().stream().filter(one -> called.containsKey(one.getKey()))
                .map(one -> new Busy(one.getKey().role().id(), one.getKey().area(), labelled.get(one.getKey()), one.getValue()))
                .sorted(Comparator.comparing(Busy::open).reversed().thenComparing(Busy::name)).toList();
    }

    /** Empty for an office that whoever asks does not oversee. */
    @Transactional(readOnly = true)
    Desk of(String role, String area) {
        Official by = currentUser.get();
        return Role.of(role).map(known -> new Office(known, area)).filter(one -> oversees(by, one)).map(this::desk)
                .orElse(new Desk("", List.of(), List.of()));
    }

    private Desk desk(Office office) {
        List<Work> all = work.waitingFor(List.of(office.group()));
        List<String> people = held.peopleIn(office);
        Map<String, String> called = accounts.namesOf(Stream.concat(people.stream(), all.stream().map(Work::holder).filter(Objects::nonNull))
                .distinct().toList());
        return new Desk(names.withCode(office),
                all.stream().map(one -> new Task(one.taskId(), one.name(), one.holder() == null ? null
                        : new Person(one.holder(), called.getOrDefault(one.holder(), one.holder())))).toList(),
                people.stream().map(user -> new Person(user, called.getOrDefault(user, user))).toList());
    }

    private static boolean oversees(Official by, Office office) {
        return office.role().isOfficial() && (by.is(Role.ADMIN) || Overseers.isAbove(by, office));
    }
}
