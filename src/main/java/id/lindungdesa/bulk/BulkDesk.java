package id.lindungdesa.bulk;

import id.lindungdesa.bulk.BulkOrder.Deviation;
import id.lindungdesa.calendar.DateWords;
import id.lindungdesa.identity.CurrentUser;
import id.lindungdesa.identity.Official;
import id.lindungdesa.money.Rupiah;
import id.lindungdesa.refusal.Finding;
import id.lindungdesa.refusal.Refusal;
import id.lindungdesa.rest.Page;
import id.lindungdesa.rest.Paging;
import id.lindungdesa.table.Spreadsheet;
import id.lindungdesa.workflow.TaskBatch;
import id.lindungdesa.workflow.TaskBatch.Kind;
import id.lindungdesa.workflow.TaskBatch.Step;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What may be decided at once, orders to do so, and what became of them; {@link BulkWorker} carries them out. */
@Service
class BulkDesk {

    /** A kind of task and how many of it wait for whoever asks. */
    record Waiting(Step step, int count) {}

    /** An order with its lines counted. */
    record Progress(BulkDecision decision, String name, BulkBook.Tally tally) {}

    private static final Map<String, String> COLUMNS = Map.of("number", "number", "place", "place", "rupiah", "rupiah",
            "state", "state", "due", "due_on");
    private static final int LAST = 20;

    private final BulkBook book;
    private final TaskBatch tasks;
    private final LineFacts facts;
    private final CurrentUser currentUser;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    BulkDesk(BulkBook book, TaskBatch tasks, LineFacts facts, CurrentUser currentUser, ApplicationEventPublisher events, Clock clock) {
        this.book = book;
        this.tasks = tasks;
        this.facts = facts;
        this.currentUser = currentUser;
        this.events = events;
        this.clock = clock;
    }

    /** The kinds of which something waits for the current user. */
    List<Waiting> kinds() {
        Map<Kind, Integer> counts = tasks.counts();
        return tasks.steps().stream().filter(step -> counts.containsKey(step.kind()))
                .map(step -> new Waiting(step, counts.get(step.kind()))).toList();
    }

    /** What the current user may decide of that kind, in that area where one is named. */
    List<Candidate> candidates(Kind kind, String area) {
        step(kind).orElseThrow(() -> Refusal.invalid("NOT_IN_BULK", "Tugas ini tidak dapat diputuskan sekaligus; buka satu per satu."));
        return facts.of(kind, tasks.waiting(kind)).stream().filter(one -> one.liesIn(area)).toList();
    }

    /**
     * Takes an order; it is carried out from then on, whatever happens to this node.
     *
     * @throws Refusal LIST_CHANGED where what waits is not what was seen; NOTHING_TO_DECIDE; whatever is missing in it
     */
    @Transactional
    UUID order(BulkOrder order) {
        Official who = currentUser.get();
        order.requireWhole();
        List<Candidate> chosen = chosen(order, candidates(order.kind(), order.area()));
        Map<String, Deviation> exceptions = order.byTask();
        Set<String> seen = chosen.stream().map(Candidate::taskId).collect(Collectors.toSet());
        if (!seen.containsAll(exceptions.keySet())) {
            throw Refusal.invalid("EXCEPTION_NOT_CHOSEN", "Yang dikecualikan harus termasuk berkas yang dipilih.");
        }
        Instant now = clock.instant();
        BulkDecision decision = new BulkDecision(UUID.randomUUID(), DecisionState.RUNNING, who.user(), order.kind(), order.area(),
                order.approved(), now, null);
        List<BulkLine> lines = new ArrayList<>();
        chosen.forEach(one -> lines.add(line(decision, lines.size() + 1, one, order, Optional.ofNullable(exceptions.get(one.taskId())))));
        if (lines.stream().noneMatch(line -> line.state() == LineState.WAITING)) {
            throw Refusal.invalid("NOTHING_TO_DECIDE", "Tidak ada berkas yang diputuskan.");
        }
        book.add(decision, lines);
        events.publishEvent(new BulkWorker.Ordered());
        return decision.id();
    }

    /** A task that was named and is not his any more gets a line too: that says why it was not decided. */
    private List<Candidate> chosen(BulkOrder order, List<Candidate> waiting) {
        Map<String, Candidate> byTask = waiting.stream().collect(Collectors.toMap(Candidate::taskId, Function.identity()));
        List<Candidate> chosen = order.taskIds() == null ? waiting : order.taskIds().stream()
                .map(id -> byTask.getOrDefault(id, gone(id))).toList();
        if (order.expected() != null) {
            requireAsSeen(order, chosen, byTask.keySet());
        }
        return chosen;
    }

    private Candidate gone(String taskId) {
        return new Candidate(taskId, null, tasks.ended(taskId).map(task -> place(task.name())).orElse("–"), null, null, null, null,
                null, null, List.of());
    }

    /** A task's name is the step's, a dot and the case's title. */
    private static String place(String taskName) {
        return taskName.substring(taskName.indexOf(" · ") + 1).replaceFirst("^· ", "");
    }

    private void requireAsSeen(BulkOrder order, List<Candidate> chosen, Set<String> waiting) {
        List<Finding> differences = new ArrayList<>();
        for (int i = 0; order.taskIds() != null && i < chosen.size(); i++) {
            Candidate one = chosen.get(i);
            if (!waiting.contains(one.taskId())) {
                differences.add(Finding.at("/taskIds/" + i, one.taskId(), "TASK_GONE",
                        "%s tidak lagi menunggu keputusan Anda.".formatted(one.place().equals("–") ? "Satu berkas" : one.place())));
            }
        }
        List<Candidate> present = chosen.stream().filter(one -> waiting.contains(one.taskId())).toList();
        long rupiah = present.stream().mapToLong(Candidate::worth).sum();
        boolean same = present.size() == order.expected().count() && rupiah == order.expected().rupiah();
        if (!same || !differences.isEmpty()) {
            String sentence = "Daftar berubah sejak Anda melihatnya: dari %d berkas (%s) menjadi %d berkas (%s). Belum ada yang diputuskan; periksa lagi."
                    .formatted(order.expected().count(), rupiahOf(order.expected().rupiah()), present.size(), rupiahOf(rupiah));
            differences.add(0, Finding.at("/expected", "expected", "LIST_CHANGED", sentence));
            throw new Refusal(Refusal.Kind.CONFLICT, "LIST_CHANGED", sentence, differences);
        }
    }

    private BulkLine line(BulkDecision decision, int number, Candidate one, BulkOrder order, Optional<Deviation> exception) {
        boolean leftOut = exception.isPresent() && exception.get().approved() == null;
        Boolean approved = exception.isEmpty() ? order.approved() : exception.get().approved();
        return new BulkLine(decision.id(), number, one.taskId(), one.caseId(), one.place(), one.rupiah(), one.quantity(), one.due(),
                leftOut ? LineState.LEFT_OUT : LineState.WAITING, approved,
                exception.map(Deviation::reason).map(String::strip).orElse(order.note()), 0, null, null,
                leftOut ? decision.orderedAt() : null);
    }

    /** The last orders of the current user, the newest first. */
    List<Progress> mine() {
        return book.lastOf(currentUser.get().user(), LAST).stream().map(this::progress).toList();
    }

    /** @throws Refusal BULK_DECISION_UNKNOWN, also for somebody else's */
    Progress own(UUID id) {
        String user = currentUser.get().user();
        return book.find(id).filter(one -> one.orderedBy().equals(user)).map(this::progress)
                .orElseThrow(() -> Refusal.notFound("BULK_DECISION_UNKNOWN", "Keputusan sekaligus itu tidak ada."));
    }

    Page<BulkLine> lines(UUID id, LineState state, Paging paging) {
        BulkBook.Tally tally = own(id).tally();
        long total = state == null ? tally.total() : switch (state) {
            case WAITING -> tally.waiting();
            case DECIDED -> tally.decided();
            case REFUSED -> tally.refused();
            case LEFT_OUT -> tally.leftOut();
        };
        return Page.of(paging, book.lines(id, state, paging.orderBy(COLUMNS, "number"), paging.offset(), paging.limit()), total);
    }

    /** What became of each line, as a workbook. */
    byte[] workbook(UUID id) {
        Progress order = own(id);
        List<List<Object>> rows = book.allLines(id).stream().map(line -> Arrays.<Object>asList(line.number(), line.place(),
                line.rupiah(), line.quantity(), line.dueOn() == null ? null : DateWords.day(line.dueOn()), decisionOf(line),
                line.state().label(), line.message() == null ? line.note() : line.message(),
                line.endedAt() == null ? null : DateWords.moment(line.endedAt()))).toList();
        return Spreadsheet.of(List.of(new Spreadsheet.Sheet(sheetName(order.name()), List.of("No.", "Berkas", "Jumlah (Rp)", "Banyaknya",
                "Batas waktu", "Keputusan", "Hasil", "Keterangan", "Waktu"), rows)));
    }

    private static String decisionOf(BulkLine line) {
        return line.approved() == null ? "–" : line.approved() ? "Disetujui" : "Dikembalikan atau ditolak";
    }

    /** What Excel takes as the name of a sheet. */
    private static String sheetName(String name) {
        String harmless = name.replaceAll("[\\\\/?*\\[\\]:]", " ");
        return harmless.substring(0, Math.min(harmless.length(), 31));
    }

    private Progress progress(BulkDecision decision) {
        return new Progress(decision, step(decision.kind()).map(Step::name).orElse(decision.kind().element()), book.tally(decision.id()));
    }

    private Optional<Step> step(Kind kind) {
        return tasks.steps().stream().filter(step -> step.kind().equals(kind)).findFirst();
    }

    private static String rupiahOf(long amount) {
        return amount < 0 ? "Rp" + amount : Rupiah.of(amount).toString();
    }
}
