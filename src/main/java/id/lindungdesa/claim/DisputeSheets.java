package id.lindungdesa.claim;

import id.lindungdesa.region.Regions;
import id.lindungdesa.region.Village;
import id.lindungdesa.workflow.CaseSheets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** A dispute as the officer who waits for its end sees it. */
@Component
class DisputeSheets implements CaseSheets {

    private final Claims claims;
    private final Disputes disputes;
    private final ClaimFiles files;
    private final Circumstances circumstances;
    private final ClaimPapers papers;
    private final Regions regions;

    DisputeSheets(Claims claims, Disputes disputes, ClaimFiles files, Circumstances circumstances, ClaimPapers papers, Regions regions) {
        this.claims = claims;
        this.disputes = disputes;
        this.files = files;
        this.circumstances = circumstances;
        this.papers = papers;
        this.regions = regions;
    }

    @Override
    public Set<String> processes() {
        return Set.of(HeirDesk.DISPUTE);
    }

    @Override
    public String titleOf(String processKey, UUID caseId) {
        Claim claim = claims.get(disputes.get(caseId).claimId());
        return claim.number() + " · " + where(claim);
    }

    @Override
    public Sheet sheetOf(String processKey, UUID caseId, String elementId) {
        Dispute dispute = disputes.get(caseId);
        Claim claim = claims.get(dispute.claimId());
        Map<Integer, Integer> parts = circumstances.parts(claim.id());
        List<Fact> facts = new ArrayList<>(List.of(new Fact("Yang disengketakan", dispute.reason()),
                new Fact("Menunggu", dispute.holder().label()), new Fact("Keadaan klaim", claim.state().label())));
        if (dispute.settlement() != null) {
            facts.add(new Fact("Penyelesaian", dispute.settlement().label() + (dispute.number() == null ? "" : " " + dispute.number())));
        }
        Table heirs = new Table("Ahli waris", List.of("No.", "Nama", "Hubungan", "Bagian"), files.heirs(claim.id()).stream()
                .map(heir -> List.<Object>of(heir.place(), heir.name(), heir.relation().label(),
                        parts.containsKey(heir.place()) ? String.valueOf(parts.get(heir.place())) : "menurut aturan")).toList(), null);
        return new Sheet(claim.number(), where(claim), null, facts, List.of(heirs),
                papers.documents(claim).stream().map(paper -> new Attachment(paper.id(), paper.kind(), paper.fileName(), paper.bytes())).toList(),
                claim.deeds().stream().map(deed -> new CaseSheets.Step(deed.step().label(), deed.name(), deed.outcome().label(),
                        deed.note(), deed.at())).toList());
    }

    private String where(Claim claim) {
        return regions.latest(claim.villageCode()).map(Village::label).orElse(claim.villageCode());
    }
}
