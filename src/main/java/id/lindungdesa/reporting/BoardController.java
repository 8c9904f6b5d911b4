package id.lindungdesa.reporting;

import id.lindungdesa.identity.OpenTo;
import id.lindungdesa.identity.Role;
import id.lindungdesa.rest.Page;
import id.lindungdesa.rest.Paging;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The administrator's board, and what of it concerns whoever oversees the programme: figures, and the cases behind each. */
@RestController
@RequestMapping("/api/board")
class BoardController {

    private static final String WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final DecreeBoard decrees;
    private final VillageStates villages;
    private final OpenWork work;
    private final ClaimStates claims;
    private final Machinery machinery;
    private final DoorHealth doors;
    private final BoardChecks checks;
    private final CaseSearch search;
    private final BoardWorkbooks workbooks;

    BoardController(DecreeBoard decrees, VillageStates villages, OpenWork work, ClaimStates claims, Machinery machinery,
            DoorHealth doors, BoardChecks checks, CaseSearch search, BoardWorkbooks workbooks) {
        this.decrees = decrees;
        this.villages = villages;
        this.work = work;
        this.claims = claims;
        this.machinery = machinery;
        this.doors = doors;
        this.checks = checks;
        this.search = search;
        this.workbooks = workbooks;
    }

    /** Each decree in force: villages by state, in all and in each regency, and money by stage from the books; claims by state. */
    @GetMapping
    @OpenTo({Role.ADMIN, Role.INSPEKTORAT, Role.GUBERNUR, Role.SEKDA, Role.DP3AP2_VERIFIKATOR, Role.DP3AP2_KEPALA})
    DecreeBoard.Overview overview() {
        return decrees.overview();
    }

    /** The villages of the decrees in force, filtered by decree, regency, state and {@code q}: part of a name, beginning of a code. */
    @GetMapping("/villages")
    @OpenTo({Role.ADMIN, Role.INSPEKTORAT, Role.GUBERNUR, Role.SEKDA, Role.DP3AP2_VERIFIKATOR, Role.DP3AP2_KEPALA})
    Page<VillageStates.Village> villages(VillageStates.Wanted wanted, Paging paging) {
        return villages.page(wanted, paging);
    }

    /** All that fit as a workbook. */
    @GetMapping(path = "/villages", params = "format=xlsx")
    @OpenTo({Role.ADMIN, Role.INSPEKTORAT, Role.GUBERNUR, Role.SEKDA, Role.DP3AP2_VERIFIKATOR, Role.DP3AP2_KEPALA})
    void villagesWorkbook(VillageStates.Wanted wanted, HttpServletResponse answer) throws IOException {
        workbooks.villages(wanted, named(answer, "desa.xlsx"));
    }

    /** How many tasks are open and late, by role and by step; at most some seconds old. */
    @GetMapping("/work")
    @OpenTo({Role.ADMIN, Role.INSPEKTORAT, Role.GUBERNUR, Role.SEKDA, Role.DP3AP2_KEPALA})
    OpenWork.Work work() {
        return work.work();
    }

    /** The offices with open tasks, those with the most late ones first. */
    @GetMapping("/offices")
    @OpenTo({Role.ADMIN, Role.INSPEKTORAT, Role.GUBERNUR, Role.SEKDA, Role.DP3AP2_KEPALA})
    Page<OpenWork.Office> offices(@RequestParam(required = false) String role, @RequestParam(defaultValue = "false") boolean late,
            @RequestParam(defaultValue = "false") boolean vacant, Paging paging) {
        return work.offices(role, late, vacant, paging);
    }

    /** Open tasks, the most urgent first, filtered by office or role, process, step, lateness and {@code q}: part of the title. */
    @GetMapping("/tasks")
    @OpenTo({Role.ADMIN, Role.INSPEKTORAT, Role.GUBERNUR, Role.SEKDA, Role.DP3AP2_KEPALA})
    Page<OpenWork.Task> tasks(OpenWork.Wanted wanted, Paging paging) {
        return work.tasks(wanted, paging);
    }

    /** All that fit as a workbook. */
    @GetMapping(path = "/tasks", params = "format=xlsx")
    @OpenTo({Role.ADMIN, Role.INSPEKTORAT, Role.GUBERNUR, Role.SEKDA, Role.DP3AP2_KEPALA})
    void tasksWorkbook(OpenWork.Wanted wanted, HttpServletResponse answer) throws IOException {
        workbooks.tasks(wanted, named(answer, "tugas.xlsx"));
    }

    /** Claims by number, state and days, without a person or an amount. */
    @GetMapping("/claims")
    @OpenTo({Role.ADMIN, Role.INSPEKTORAT, Role.BPJS_KANWIL})
    Page<ClaimStates.Claim> claims(ClaimStates.Wanted wanted, Paging paging) {
        return claims.page(wanted, paging);
    }

    /** All that fit as a workbook. */
    @GetMapping(path = "/claims", params = "format=xlsx")
    @OpenTo({Role.ADMIN, Role.INSPEKTORAT, Role.BPJS_KANWIL})
    void claimsWorkbook(ClaimStates.Wanted wanted, HttpServletResponse answer) throws IOException {
        workbooks.claims(wanted, named(answer, "klaim.xlsx"));
    }

    /** Steps that gave up, the engine's jobs, mails and imports that are stuck. A retry goes to the engine itself. */
    @GetMapping("/machinery")
    @OpenTo(Role.ADMIN)
    Machinery.State machinery() {
        return machinery.state();
    }

    /** When bank and insurer were last heard, what they are waited for, what fitted nothing. */
    @GetMapping("/doors")
    @OpenTo({Role.ADMIN, Role.INSPEKTORAT})
    DoorHealth.Doors doors() {
        return doors.doors();
    }

    /** What must always hold, as last measured, and the sums of the books now. */
    @GetMapping("/checks")
    @OpenTo({Role.ADMIN, Role.INSPEKTORAT})
    BoardChecks.State checks() {
        return checks.state();
    }

    /** Measures one of them now. */
    @PostMapping("/checks")
    @OpenTo(Role.ADMIN)
    BoardChecks.Check measure(@RequestBody BoardChecks.Wanted wanted) {
        return checks.measure(wanted.subject());
    }

    /** Cases by any number they are known by: decree, run, tranche, bill, claim, complaint, report of a death. */
    @GetMapping("/search")
    @OpenTo({Role.ADMIN, Role.INSPEKTORAT})
    List<CaseSearch.Found> search(@RequestParam String number) {
        return search.find(number);
    }

    private static OutputStream named(HttpServletResponse answer, String file) throws IOException {
        answer.setContentType(WORKBOOK);
        answer.setHeader(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(file).build().toString());
        return answer.getOutputStream();
    }
}
