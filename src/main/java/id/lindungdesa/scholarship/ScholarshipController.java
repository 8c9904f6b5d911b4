package id.lindungdesa.scholarship;

import id.lindungdesa.identity.OpenTo;
import id.lindungdesa.identity.Role;
import io.swagger.v3.oas.annotations.Operation;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Children in, their school years opened and, for those entitled, what became of them. */
@RestController
class ScholarshipController {

    private final ScholarshipDesk desk;
    private final ScholarshipRecord record;
    private final YearPayout payout;

    ScholarshipController(ScholarshipDesk desk, ScholarshipRecord record, YearPayout payout) {
        this.desk = desk;
        this.record = record;
        this.payout = payout;
    }

    /** A child that was taken; {@code schoolYearId} is the case of its first school year, named after its beginning. */
    record Accepted(UUID id, String number, String state, String pointer, UUID schoolYearId, int schoolYear) {}

    record Rejected(String pointer, String code, String message) {}

    /** Each child of the list stands in one of the two, under the pointer to where it was sent. */
    record Registered(List<Accepted> accepted, List<Rejected> rejected) {}

    record Opened(UUID id, String number, String state, int schoolYear, LocalDate due) {}

    /** Children of a paid claim. Two at most have a scholarship; those the family nominated come first. */
    @PostMapping("/api/scholarships")
    @OpenTo({Role.OPERATOR, Role.KADES, Role.LURAH, Role.SEKDES, Role.BPJS_VERIFIKATOR})
    @ResponseStatus(HttpStatus.CREATED)
    Registered register(@RequestBody ScholarshipForm form) {
        ScholarshipDesk.Registered done = desk.register(form);
        return new Registered(done.accepted().stream().map(one -> new Accepted(one.scholarship().id(), one.scholarship().number(),
                one.scholarship().state().name(), pointer(one.child()), one.year().id(), one.year().year())).toList(),
                done.refused().stream().map(one -> new Rejected(pointer(one.child()), one.code(), one.message())).toList());
    }

    /** The case of a child's school year: {@code child} is 1, 2 or NEW for one that is registered with it. */
    @PostMapping("/api/school-years")
    @OpenTo({Role.OPERATOR, Role.KADES, Role.LURAH, Role.SEKDES, Role.BPJS_VERIFIKATOR})
    @ResponseStatus(HttpStatus.CREATED)
    Opened open(@RequestBody YearForm form, @RequestParam(defaultValue = "false") boolean draft) {
        SchoolYear year = desk.open(form, draft);
        return new Opened(year.id(), year.number(), year.state().name(), year.year(), year.dates().dueOn());
    }

    /** Left out where the bank has told by itself. */
    record HolderForm(String holder) {}

    record Recorded(UUID id) {}

    @Operation(summary = "Whom the bank names as holder of the guardian's account",
            description = "Before UserTask_PayScholarship is completed. Another name opens a task for the claim officer and the payment waits.")
    @PostMapping("/api/school-years/{id}/holder")
    @OpenTo(Role.BPJS_KEUANGAN)
    Recorded holder(@PathVariable UUID id, @RequestBody HolderForm form) {
        payout.holder(id, form.holder());
        return new Recorded(id);
    }

    @GetMapping("/api/claims/{id}/scholarships")
    @OpenTo({Role.OPERATOR, Role.KADES, Role.LURAH, Role.SEKDES, Role.BPJS_AR, Role.BPJS_VERIFIKATOR, Role.BPJS_KABID,
            Role.BPJS_KACAB, Role.BPJS_KEUANGAN, Role.INSPEKTORAT})
    List<ScholarshipRecord.View> ofClaim(@PathVariable UUID id) {
        return record.ofClaim(id);
    }

    private static String pointer(int child) {
        return "/children/" + child;
    }
}
