package id.lindungdesa.identity;

import id.lindungdesa.identity.OfficeDesk.Appointed;
import id.lindungdesa.identity.OfficeDesk.NewHolder;
import id.lindungdesa.identity.Official.Office;
import id.lindungdesa.refusal.Refusal;
import id.lindungdesa.rest.Page;
import id.lindungdesa.rest.Paging;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Offices one by one: who holds which, who held it when, an appointment, the end of a term, a hand-over. */
@RestController
class OfficeTermController {

    private final OfficeList list;
    private final OfficeDesk desk;
    private final Handovers handovers;

    OfficeTermController(OfficeList list, OfficeDesk desk, Handovers handovers) {
        this.list = list;
        this.desk = desk;
        this.handovers = handovers;
    }

    /** {@code lastDay} is the last day that counts; without it yesterday, so that the term is over now. */
    record End(LocalDate lastDay, String reason, String decreeNumber) {}

    record Cancellation(String reason) {}

    /** {@code role}, the beginning of {@code area}, {@code state} ({@code vacant}, {@code overlapping}, …) and a part of its name or the beginning of its area narrow it: no address asks for a person. */
    @GetMapping("/api/offices")
    @OpenTo(Role.ADMIN)
    Page<OfficeList.Entry> offices(@RequestParam(required = false) String role, @RequestParam(required = false) String area,
            @RequestParam(required = false) String state, @RequestParam(required = false) String office, Paging paging) {
        List<OfficeList.Entry> all = list.all().stream()
                .filter(one -> role == null || role.isBlank() || one.role().equals(role))
                .filter(one -> area == null || one.area().startsWith(area.strip()))
                .filter(one -> state == null || state.isBlank() || one.state().name().equalsIgnoreCase(state))
                .filter(one -> office == null || office.isBlank() || speaksOf(one, office.strip().toLowerCase(Locale.ROOT))).toList();
        return Page.of(paging, all.stream().skip(paging.offset()).limit(paging.limit()).toList(), all.size());
    }

    /** Each word is in its name, or begins its code: "camat kumpeh", "camat 15.05". */
    private static boolean speaksOf(OfficeList.Entry one, String words) {
        String title = one.title().toLowerCase(Locale.ROOT);
        return Arrays.stream(words.split("\\s+")).allMatch(word -> title.contains(word) || one.area().startsWith(word));
    }

    @GetMapping("/api/offices/terms")
    @OpenTo({Role.ADMIN, Role.INSPEKTORAT})
    List<OfficeList.Past> history(@RequestParam String role, @RequestParam(defaultValue = "") String area) {
        return list.history(new Office(Role.of(role).orElseThrow(() ->
                Refusal.invalid("UNKNOWN_ROLE", "Jabatan tidak dikenal.")), area));
    }

    @PostMapping("/api/offices/appointments")
    @ResponseStatus(HttpStatus.CREATED)
    @OpenTo(Role.ADMIN)
    Appointed appoint(@RequestBody NewHolder one) {
        return desk.appoint(one);
    }

    @PostMapping("/api/offices/terms/{id}/end")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @OpenTo(Role.ADMIN)
    void end(@PathVariable UUID id, @RequestBody End end) {
        desk.end(id, end.lastDay(), end.reason(), end.decreeNumber());
    }

    @PostMapping("/api/offices/handovers")
    @ResponseStatus(HttpStatus.CREATED)
    @OpenTo(Role.ADMIN)
    Handovers.Report handOver(@RequestBody Handovers.Order order) {
        return handovers.order(order);
    }

    @GetMapping("/api/offices/handovers")
    @OpenTo({Role.ADMIN, Role.INSPEKTORAT})
    List<Handovers.Report> handovers() {
        return handovers.latest();
    }

    @PostMapping("/api/offices/handovers/{id}/cancellation")
    @OpenTo(Role.ADMIN)
    Handovers.Report cancel(@PathVariable UUID id, @RequestBody Cancellation cancellation) {
        return handovers.cancel(id, cancellation.reason());
    }
}
