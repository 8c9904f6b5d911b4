package id.lindungdesa.reporting;

import id.lindungdesa.identity.OpenTo;
import id.lindungdesa.identity.Role;
import id.lindungdesa.rest.Page;
import id.lindungdesa.rest.Paging;
import java.time.LocalDate;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the insurer's branch asks of its claims: figures for a time, and where a claim is. */
@RestController
@RequestMapping("/api")
class BranchController {

    private static final String WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final ClaimFigures figures;
    private final ClaimSearch search;

    BranchController(ClaimFigures figures, ClaimSearch search) {
        this.figures = figures;
        this.search = search;
    }

    /** Without dates: this year until today. Without a branch: the caller's own, or all for the region and the auditor. */
    @GetMapping("/reports/claims")
    @OpenTo({Role.BPJS_KABID, Role.BPJS_KACAB, Role.BPJS_KANWIL, Role.INSPEKTORAT})
    ClaimFigures.Report claims(@RequestParam(required = false) String branch, @DateTimeFormat(iso = ISO.DATE) @RequestParam(required = false) LocalDate from,
            @DateTimeFormat(iso = ISO.DATE) @RequestParam(required = false) LocalDate through) {
        return figures.of(branch, from, through);
    }

    /** The same as a workbook. */
    @GetMapping(path = "/reports/claims", params = "format=xlsx")
    @OpenTo({Role.BPJS_KABID, Role.BPJS_KACAB, Role.BPJS_KANWIL, Role.INSPEKTORAT})
    ResponseEntity<byte[]> workbook(@RequestParam(required = false) String branch, @DateTimeFormat(iso = ISO.DATE) @RequestParam(required = false) LocalDate from,
            @DateTimeFormat(iso = ISO.DATE) @RequestParam(required = false) LocalDate through) {
        ClaimFigures.Report report = figures.of(branch, from, through);
        return ResponseEntity.ok().header(HttpHeaders.CONTENT_TYPE, WORKBOOK).header(HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename("klaim-%s-%s.xlsx".formatted(report.from(), report.through())).build().toString())
                .body(ClaimWorkbook.of(report));
    }

    /** Claims of the caller's area by number, by the worker's whole NIK or by part of his name; the newest first. */
    @PostMapping("/claims/search")
    @OpenTo({Role.OPERATOR, Role.KADES, Role.LURAH, Role.SEKDES, Role.BPJS_AR, Role.BPJS_VERIFIKATOR, Role.BPJS_KABID,
            Role.BPJS_KACAB, Role.BPJS_KEUANGAN})
    Page<ClaimSearch.Found> search(@RequestBody ClaimSearch.Wanted wanted, Paging paging) {
        return search.find(wanted, paging);
    }
}
