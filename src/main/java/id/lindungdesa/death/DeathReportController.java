package id.lindungdesa.death;

import id.lindungdesa.claim.ClaimForm;
import id.lindungdesa.identity.OpenTo;
import id.lindungdesa.identity.Role;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Deaths in, from villages, branches and the civil registry, and the claim that a village makes of one. */
@RestController
class DeathReportController {

    private final DeathDesk desk;

    DeathReportController(DeathDesk desk) {
        this.desk = desk;
    }

    /** {@code reasons} are codes of the rules; {@code completeBy} is null where the village has nothing to do. */
    record Reported(UUID id, String number, String state, List<String> reasons, String explanation, LocalDate diedOn,
                    LocalDate completeBy, UUID claimId) {

        static Reported of(DeathReport report) {
            return new Reported(report.id(), report.number(), report.state().name(), report.reasons(), report.explanation(),
                    report.diedOn(), report.completeBy(), report.claimId());
        }
    }

    /** Worker, day and informant come from the report; where no claim is wanted the rest is not read. */
    record Completion(boolean claimWanted, String programme, String cause, List<ClaimForm.HeirForm> heirs, List<String> documents,
                      String accidentAt, String place, String chronology) {

        ClaimForm form() {
            return new ClaimForm(programme, null, null, cause, null, heirs, documents, accidentAt, place, chronology, null, null, null);
        }
    }

    /** {@code id} is null where no claim is wanted. */
    record Drafted(UUID id) {}

    /** 201 for the first report of a death, 200 with the same answer for every further one. */
    @PostMapping("/api/death-reports")
    @OpenTo({Role.OPERATOR, Role.KADES, Role.LURAH, Role.SEKDES, Role.BPJS_AR, Role.DUKCAPIL})
    ResponseEntity<Reported> report(@RequestBody DeathReportForm form) {
        DeathDesk.Answer answer = desk.report(form);
        return ResponseEntity.status(answer.fresh() ? HttpStatus.CREATED : HttpStatus.OK).body(Reported.of(answer.report()));
    }

    @GetMapping("/api/death-reports/{id}")
    @OpenTo({Role.OPERATOR, Role.KADES, Role.LURAH, Role.SEKDES, Role.CAMAT, Role.BPJS_AR, Role.BPJS_VERIFIKATOR})
    Reported read(@PathVariable UUID id) {
        return Reported.of(desk.read(id));
    }

    @PostMapping("/api/death-reports/{id}/claim")
    @OpenTo({Role.OPERATOR, Role.KADES, Role.LURAH, Role.SEKDES})
    Drafted draft(@PathVariable UUID id, @RequestBody Completion completion) {
        return new Drafted(desk.draft(id, completion.claimWanted(), completion.form()).orElse(null));
    }
}
