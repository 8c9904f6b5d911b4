package id.lindungdesa.reporting;

import id.lindungdesa.identity.OpenTo;
import id.lindungdesa.identity.Role;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The chain as the auditor's page shows it. */
@RestController
@RequestMapping("/api/trace")
class TraceController {

    private static final String WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final Chains chains;
    private final TraceSearch search;

    TraceController(Chains chains, TraceSearch search) {
        this.chains = chains;
        this.search = search;
    }

    /** By the number of a decree, run, SP2D, bill, claim or transfer, or a village's name or code; a NIK is refused. */
    @GetMapping("/search")
    @OpenTo(Role.INSPEKTORAT)
    List<TraceSearch.Found> search(@RequestParam String number) {
        return search.find(number);
    }

    /** {@code kind}: decree, regency (with {@code area}), village, run, tranche, bill, claim or transfer. */
    @GetMapping("/chains/{kind}/{id}")
    @OpenTo(Role.INSPEKTORAT)
    Chain chain(@PathVariable String kind, @PathVariable UUID id, @RequestParam(required = false) String area) {
        return chains.of(kind, id, area);
    }

    /** The same as a workbook. */
    @GetMapping(path = "/chains/{kind}/{id}", params = "format=xlsx")
    @OpenTo(Role.INSPEKTORAT)
    void workbook(@PathVariable String kind, @PathVariable UUID id, @RequestParam(required = false) String area, HttpServletResponse answer) throws IOException {
        Chain chain = chains.of(kind, id, area);
        answer.setContentType(WORKBOOK);
        answer.setHeader(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename("penelusuran.xlsx").build().toString());
        TraceWorkbook.write(chain, answer.getOutputStream());
    }
}
