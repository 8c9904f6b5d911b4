package id.lindungdesa.claim;

import id.lindungdesa.identity.OpenTo;
import id.lindungdesa.identity.Role;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The papers of a claim, for those who may read it; the officer's word on each. */
@RestController
class ClaimPapersController {

    private final ClaimPapers papers;

    ClaimPapersController(ClaimPapers papers) {
        this.papers = papers;
    }

    record DocumentView(UUID id, String fileName, String mediaType, long bytes) {}

    /** {@code standing}: ABSENT, TO_CHECK, ACCEPTED, REFUSED or WAIVED; {@code fault} where it is refused. */
    record PaperView(String kind, String label, boolean required, String issuer, String legalBasis, String standing,
                     String fault, String note, String by, Instant at, List<DocumentView> documents) {

        static PaperView of(ClaimPaper paper) {
            PaperDecision said = paper.said();
            return new PaperView(paper.asked().kind(), paper.asked().label(), paper.asked().required(), paper.asked().issuer(),
                    paper.asked().legalBasis(), paper.standing().name(), said == null || said.fault() == null ? null : said.fault().name(),
                    said == null ? null : said.note(), said == null ? null : said.name(), said == null ? null : said.at(),
                    paper.documents().stream().map(document -> new DocumentView(document.id(), document.fileName(),
                            document.mediaType(), document.bytes())).toList());
        }
    }

    /** {@code complete}: every required paper is accepted or waived; {@code traffic} is null unless it is about an accident. */
    record Papers(UUID id, boolean complete, Boolean traffic, List<PaperView> papers) {}

    /** {@code traffic}: the accident happened in traffic, so the police's report is needed; left out, nothing changes. */
    record Words(List<ClaimPapers.Word> papers, Boolean traffic) {}

    @GetMapping("/api/claims/{id}/papers")
    @OpenTo({Role.OPERATOR, Role.KADES, Role.LURAH, Role.SEKDES, Role.BPJS_AR, Role.BPJS_VERIFIKATOR, Role.BPJS_KABID,
            Role.BPJS_KACAB, Role.BPJS_KEUANGAN})
    Papers papers(@PathVariable UUID id) {
        return view(id, papers.read(id));
    }

    @PostMapping("/api/claims/{id}/papers")
    @OpenTo(Role.BPJS_VERIFIKATOR)
    Papers decide(@PathVariable UUID id, @RequestBody Words words) {
        return view(id, papers.decide(id, words.papers(), words.traffic()));
    }

    private Papers view(UUID id, List<ClaimPaper> all) {
        return new Papers(id, all.stream().allMatch(ClaimPaper::isSettled), papers.inTraffic(id), all.stream().map(PaperView::of).toList());
    }
}
