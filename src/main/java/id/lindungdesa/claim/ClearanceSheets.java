package id.lindungdesa.claim;

import id.lindungdesa.region.Regions;
import id.lindungdesa.region.Village;
import id.lindungdesa.workflow.CaseSheets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** An account whose holder the bank names differently, as whoever clears it must see it: both names and the account. */
@Component
class ClearanceSheets implements CaseSheets {

    private final Claims claims;
    private final AccountChecks checks;
    private final ClaimFiles files;
    private final Payees payees;
    private final ClaimPapers papers;
    private final Regions regions;

    ClearanceSheets(Claims claims, AccountChecks checks, ClaimFiles files, Payees payees, ClaimPapers papers, Regions regions) {
        this.claims = claims;
        this.checks = checks;
        this.files = files;
        this.payees = payees;
        this.papers = papers;
        this.regions = regions;
    }

    @Override
    public Set<String> processes() {
        return Set.of(AccountDesk.CLEARANCE);
    }

    @Override
    public String titleOf(String processKey, UUID caseId) {
        Claim claim = claims.get(checks.get(caseId).claimId());
        return claim.number() + " · " + where(claim);
    }

    @Override
    public Sheet sheetOf(String processKey, UUID caseId, String elementId) {
        AccountCheck check = checks.get(caseId);
        Claim claim = claims.get(check.claimId());
        Payee payee = payees.person(claim.id(), check.payee()).orElse(null);
        List<Fact> facts = new ArrayList<>(List.of(
                new Fact("Penerima manfaat", payee == null ? "penerima nomor " + check.payee() : payee.entitled()),
                new Fact("Rekening menurut berkas", check.account()),
                new Fact("Atas nama menurut berkas", check.expected()),
                new Fact("Atas nama menurut bank", check.holder()),
                new Fact("Keadaan", check.state().label())));
        if (check.proposedBy() != null) {
            facts.add(new Fact("Usulan petugas", check.proposedAccount() == null ? "Perbedaan nama diterima"
                    : "Rekening diganti menjadi " + check.proposedAccount()));
            facts.add(new Fact("Alasan", check.reason()));
        }
        return new Sheet(claim.number(), where(claim), payee == null || payee.rupiah().isZero() ? null : payee.rupiah().amount(), facts, List.of(),
                papers.documents(claim).stream().map(paper -> new Attachment(paper.id(), paper.kind(), paper.fileName(), paper.bytes())).toList(),
                claim.deeds().stream().map(deed -> new CaseSheets.Step(deed.step().label(), deed.name(), deed.outcome().label(),
                        deed.note(), deed.at())).toList());
    }

    private String where(Claim claim) {
        return regions.latest(claim.villageCode()).map(Village::label).orElse(claim.villageCode());
    }
}
