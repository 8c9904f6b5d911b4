package id.lindungdesa.webapp;

import id.lindungdesa.identity.CurrentUser;
import id.lindungdesa.identity.OpenTo;
import id.lindungdesa.identity.Role;
import id.lindungdesa.identity.TaskMoves;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Moves tasks of others, many at once and with a reason, and finds those that nobody can do. */
@RestController
class ReassignmentController {

    private final Reassignments reassignments;
    private final VacantOffices vacant;
    private final OverseenWork overseen;
    private final CurrentUser currentUser;

    ReassignmentController(Reassignments reassignments, VacantOffices vacant, OverseenWork overseen, CurrentUser currentUser) {
        this.reassignments = reassignments;
        this.vacant = vacant;
        this.overseen = overseen;
        this.currentUser = currentUser;
    }

    record Results(List<Reassignments.Result> results) {}

    @PostMapping("/api/tasks/reassignments")
    @OpenTo({Role.ADMIN, Role.KADES, Role.LURAH, Role.CAMAT, Role.PMD, Role.DP3AP2_KEPALA, Role.BPKPD_BUD, Role.BIRO_HUKUM, Role.SEKDA,
            Role.GUBERNUR, Role.BPJS_KABID, Role.BPJS_KACAB, Role.BPJS_KANWIL})
    Results reassign(@RequestBody Reassignments.Order order) {
        return new Results(reassignments.order(order));
    }

    /** Why work moved from one hand to another: hand-overs, absences, ended terms and orders, the latest first. */
    @GetMapping("/api/tasks/reassignments")
    @OpenTo({Role.ADMIN, Role.INSPEKTORAT})
    List<TaskMoves.Move> moves() {
        return reassignments.latest();
    }

    @GetMapping("/api/offices/tasks-without-candidate")
    @OpenTo({Role.ADMIN, Role.KADES, Role.LURAH, Role.CAMAT, Role.PMD, Role.DP3AP2_KEPALA, Role.BPKPD_BUD, Role.BIRO_HUKUM, Role.SEKDA,
            Role.GUBERNUR, Role.BPJS_KABID, Role.BPJS_KACAB, Role.BPJS_KANWIL})
    List<Reassignments.Stranded> withoutCandidate() {
        return reassignments.withoutCandidate();
    }

    /** Offices below whoever asks that have open work. */
    @GetMapping("/api/offices/work")
    @OpenTo({Role.ADMIN, Role.KADES, Role.LURAH, Role.CAMAT, Role.PMD, Role.DP3AP2_KEPALA, Role.BPKPD_BUD, Role.BIRO_HUKUM, Role.SEKDA,
            Role.GUBERNUR, Role.BPJS_KABID, Role.BPJS_KACAB, Role.BPJS_KANWIL})
    List<OverseenWork.Busy> busy() {
        return overseen.offices();
    }

    /** The open work of one of them, and who is in it. */
    @GetMapping("/api/offices/work/tasks")
    @OpenTo({Role.ADMIN, Role.KADES, Role.LURAH, Role.CAMAT, Role.PMD, Role.DP3AP2_KEPALA, Role.BPKPD_BUD, Role.BIRO_HUKUM, Role.SEKDA,
            Role.GUBERNUR, Role.BPJS_KABID, Role.BPJS_KACAB, Role.BPJS_KANWIL})
    OverseenWork.Desk desk(@RequestParam String role, @RequestParam(defaultValue = "") String area) {
        return overseen.of(role, area);
    }

    /** Empty offices that whoever asks must see to: the nearest held office above is told; an administrator sees all. */
    @GetMapping("/api/offices/vacancies")
    @OpenTo({Role.ADMIN, Role.KADES, Role.LURAH, Role.CAMAT, Role.PMD, Role.DP3AP2_KEPALA, Role.BPKPD_BUD, Role.BIRO_HUKUM, Role.SEKDA,
            Role.GUBERNUR, Role.BPJS_KABID, Role.BPJS_KACAB, Role.BPJS_KANWIL})
    List<VacantOffices.Vacant> vacancies() {
        return vacant.concerning(currentUser.get());
    }
}
