package id.lindungdesa.bulk;

import id.lindungdesa.identity.OpenTo;
import id.lindungdesa.rest.Page;
import id.lindungdesa.rest.Paging;
import id.lindungdesa.workflow.TaskBatch.Kind;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Many tasks of one kind decided in one go. */
@RestController
class BulkController {

    private static final MediaType XLSX = MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final BulkDesk desk;

    BulkController(BulkDesk desk) {
        this.desk = desk;
    }

    record KindAnswer(String process, String element, String name, String processName, int count) {}

    /** What may be decided, and its sums: to be sent back as what was expected. */
    record Candidates(String process, String element, int count, long rupiah, List<Candidate> lines) {}

    record Received(UUID id) {}

    /** {@code done} of {@code total} lines are at their end; the money is that of all lines and of those that went through. */
    record Order(UUID id, DecisionState state, String process, String element, String name, boolean approved, Instant orderedAt,
                 Instant finishedAt, long total, long done, long decided, long refused, long leftOut, long rupiah,
                 long decidedRupiah, String resultsFile) {

        static Order of(BulkDesk.Progress order) {
            BulkDecision decision = order.decision();
            BulkBook.Tally tally = order.tally();
            return new Order(decision.id(), decision.state(), decision.kind().process(), decision.kind().element(), order.name(),
                    decision.approved(), decision.orderedAt(), decision.finishedAt(), tally.total(), tally.total() - tally.waiting(),
                    tally.decided(), tally.refused(), tally.leftOut(), tally.totalRupiah(), tally.decidedRupiah(),
                    "/api/bulk-decisions/%s/results".formatted(decision.id()));
        }
    }

    /** {@code reason} is why a line was left out; what else was typed lies with its case. */
    record Line(int number, String taskId, UUID caseId, String place, Long rupiah, Long quantity, LocalDate due, LineState state,
                Boolean approved, String reason, String code, String message, Instant endedAt) {

        static Line of(BulkLine line) {
            return new Line(line.number(), line.taskId(), line.caseId(), line.place(), line.rupiah(), line.quantity(), line.dueOn(),
                    line.state(), line.approved(), line.state() == LineState.LEFT_OUT ? line.note() : null, line.code(),
                    line.message(), line.endedAt());
        }
    }

    record OrderWithLines(Order order, Page<Line> lines) {}

    @GetMapping("/api/bulk-decisions/kinds")
    @OpenTo
    List<KindAnswer> kinds() {
        return desk.kinds().stream().map(waiting -> new KindAnswer(waiting.step().kind().process(), waiting.step().kind().element(),
                waiting.step().name(), waiting.step().processName(), waiting.count())).toList();
    }

    @GetMapping("/api/bulk-decisions/candidates")
    @OpenTo
    Candidates candidates(@RequestParam String process, @RequestParam String element, @RequestParam(defaultValue = "") String area) {
        List<Candidate> lines = desk.candidates(new Kind(process, element), area.strip());
        return new Candidates(process, element, lines.size(), lines.stream().mapToLong(Candidate::worth).sum(), lines);
    }

    @PostMapping("/api/bulk-decisions")
    @OpenTo
    ResponseEntity<Received> order(@RequestBody BulkOrder order) {
        UUID id = desk.order(order);
        return ResponseEntity.accepted().location(URI.create("/api/bulk-decisions/" + id)).body(new Received(id));
    }

    @GetMapping("/api/bulk-decisions")
    @OpenTo
    List<Order> mine() {
        return desk.mine().stream().map(Order::of).toList();
    }

    @GetMapping("/api/bulk-decisions/{id}")
    @OpenTo
    OrderWithLines progress(@PathVariable UUID id, @RequestParam(required = false) LineState state, Paging paging) {
        Page<BulkLine> lines = desk.lines(id, state, paging);
        return new OrderWithLines(Order.of(desk.own(id)), new Page<>(lines.items().stream().map(Line::of).toList(), lines.page(),
                lines.size(), lines.total()));
    }

    @GetMapping("/api/bulk-decisions/{id}/results")
    @OpenTo
    ResponseEntity<byte[]> results(@PathVariable UUID id) {
        return ResponseEntity.ok().contentType(XLSX).header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment()
                .filename("hasil-keputusan-%s.xlsx".formatted(id)).build().toString()).body(desk.workbook(id));
    }
}
