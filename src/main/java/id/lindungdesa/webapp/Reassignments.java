package id.lindungdesa.webapp;

import id.lindungdesa.identity.Accounts;
import id.lindungdesa.identity.CurrentUser;
import id.lindungdesa.identity.OfficeNames;
import id.lindungdesa.identity.OfficeWork;
import id.lindungdesa.identity.OfficeWork.Work;
import id.lindungdesa.identity.Official;
import id.lindungdesa.identity.Official.Office;
import id.lindungdesa.identity.Overseers;
import id.lindungdesa.identity.Role;
import id.lindungdesa.identity.TaskMoves;
import id.lindungdesa.identity.TaskMoves.Cause;
import id.lindungdesa.refusal.Refusal;
import id.lindungdesa.workflow.StrandedWork;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Work that is moved by order of an overseer or administrator, with a reason that is kept; and work that nobody can do. */
@Service
class Reassignments {

    private static final int MOST = 500;
    private static final int SHORTEST_REASON = 5;
    private static final int LONGEST_REASON = 500;

    private final OfficeWork work;
    private final StrandedWork stranded;
    private final TaskMoves moves;
    private final Accounts accounts;
    private final OfficeNames officeNames;
    private final CurrentUser currentUser;

    Reassignments(OfficeWork work, StrandedWork stranded, TaskMoves moves, Accounts accounts, OfficeNames officeNames,
            CurrentUser currentUser) {
        this.work = work;
        this.stranded = stranded;
        this.moves = moves;
        this.accounts = accounts;
        this.officeNames = officeNames;
        this.currentUser = currentUser;
    }

    /** Without {@code to} the tasks go back to their office. */
    record Order(List<String> taskIds, String to, String reason) {}

    /** {@code code} and {@code detail} say why a task stayed where it was. */
    record Result(String taskId, String status, String code, String detail) {}

    /**
     * A task that waits for an office without a holder, lies with somebody who left ({@code holder}), or whose every candidate is
     * {@code barred} by another part that he played in the case.
     */
    record Stranded(String taskId, String name, UUID caseId, String holder, List<String> offices, List<String> groups,
                    boolean barred) {}

    /** @throws Refusal TASKS_REQUIRED, TOO_MANY_TASKS, REASON_REQUIRED, USER_UNKNOWN */
    @Transactional
    List<Result> order(Order order) {
        if (order.taskIds() == null || order.taskIds().isEmpty()) {
            throw Refusal.invalid("TASKS_REQUIRED", "Pilih sedikitnya satu tugas.");
        }
        if (order.taskIds().size() > MOST) {
            throw Refusal.invalid("TOO_MANY_TASKS", "Paling banyak %d tugas sekaligus.".formatted(MOST));
        }
        if (order.reason() == null || order.reason().strip().length() < SHORTEST_REASON || order.reason().length() > LONGEST_REASON) {
            throw Refusal.invalid("REASON_REQUIRED", "Tuliskan alasannya, %d sampai %d tanda.".formatted(SHORTEST_REASON, LONGEST_REASON));
        }
        String to = order.to() == null || order.to().isBlank() ? null : order.to().strip();
        if (to != null && !accounts.exists(to)) {
            throw Refusal.invalid("USER_UNKNOWN", "Tidak ada akun dengan nama pengguna itu.");
        }
        Set<String> groups = to == null ? Set.of() : new HashSet<>(accounts.groupsOf(to));
        Map<String, Work> open = work.of(order.taskIds()).stream().collect(Collectors.toMap(Work::taskId, Function.identity()));
        Official by = currentUser.get();
        return order.taskIds().stream().distinct().map(id -> moved(id, open.get(id), to, groups, by, order.reason().strip())).toList();
    }

    private Result moved(String id, Work one, String to, Set<String> groups, Official by, String reason) {
        if (one == null || !oversees(by, one.groups())) {
            return new Result(id, "REFUSED", "TASK_UNKNOWN", "Tugas ini tidak ada, sudah selesai, atau bukan di bawah Anda.");
        }
        if (to != null && Collections.disjoint(groups, one.groups())) {
            return new Result(id, "REFUSED", "NOT_OF_THAT_OFFICE", "Orang itu tidak memegang jabatan yang mengerjakan tugas ini.");
        }
        if (Objects.equals(to, one.holder())) {
            return new Result(id, "REFUSED", "ALREADY_THERE", to == null ? "Tugas ini tidak sedang dikerjakan siapa pun."
                    : "Tugas ini sudah dikerjakan orang itu.");
        }
        moves.move(one, to, Cause.REASSIGNMENT, reason);
        return new Result(id, "MOVED", null, null);
    }

    /** What nobody in office can do, as far as whoever asks answers for it. */
    @Transactional(readOnly = true)
    List<Stranded> withoutCandidate() {
        Official by = currentUser.get();
        List<Work> empty = stranded.all().stream().filter(one -> oversees(by, one.groups())).toList();
        List<Work> barred = stranded.barred().stream().filter(one -> oversees(by, one.groups())).toList();
        Map<Office, String> titles = officeNames.withCodes(Stream.concat(empty.stream(), barred.stream()).flatMap(one -> offices(one.groups())).toList());
        return Stream.concat(empty.stream().map(one -> stranded(one, titles, false)), barred.stream().map(one -> stranded(one, titles, true))).toList();
    }

    private static Stranded stranded(Work one, Map<Office, String> titles, boolean barred) {
        return new Stranded(one.taskId(), one.name(), one.caseId(), one.holder(),
                offices(one.groups()).map(titles::get).toList(), one.groups(), barred);
    }

    List<TaskMoves.Move> latest() {
        return moves.latest(MOST);
    }

    private static Stream<Office> offices(List<String> groups) {
        return groups.stream().map(Office::of).flatMap(Optional::stream);
    }

    /** An administrator, or whoever stands anywhere above one of the offices. */
    private static boolean oversees(Official by, List<String> groups) {
        return by.is(Role.ADMIN) || offices(groups).anyMatch(office -> Overseers.isAbove(by, office));
    }
}
