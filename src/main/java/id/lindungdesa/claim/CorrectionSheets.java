package id.lindungdesa.claim;

import id.lindungdesa.calendar.DateWords;
import id.lindungdesa.claim.Correction.Kind;
import id.lindungdesa.claim.Corrections.Repayment;
import id.lindungdesa.region.Regions;
import id.lindungdesa.region.Village;
import id.lindungdesa.workflow.CaseSheets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** A payment that must be put right, as whoever holds one of its tasks sees it. */
@Component
class CorrectionSheets implements CaseSheets {

    private final Claims claims;
    private final Corrections corrections;
    private final AccountChecks checks;
    private final Payees payees;
    private final Payouts payouts;
    private final ClaimPapers papers;
    private final Regions regions;

    CorrectionSheets(Claims claims, Corrections corrections, AccountChecks checks, Payees payees, Payouts payouts, ClaimPapers papers,
            Regions regions) {
        this.claims = claims;
        this.corrections = corrections;
        this.checks = checks;
        this.payees = payees;
        this.payouts = payouts;
        this.papers = papers;
        this.regions = regions;
    }

    @Override
    public Set<String> processes() {
        return Set.of(CorrectionDesk.PROCESS);
    }

    @Override
    public String titleOf(String processKey, UUID caseId) {
        Correction correction = corrections.get(caseId);
        return correction.number() + " · " + where(claims.get(correction.claimId()));
    }

    @Override
    public Sheet sheetOf(String processKey, UUID caseId, String elementId) {
        Correction correction = corrections.get(caseId);
        Claim claim = claims.get(correction.claimId());
        List<Table> tables = new ArrayList<>(List.of(transfers(correction)));
        if (correction.kind() == Kind.OVERPAID) {
            tables.add(repayments(correction));
        }
        return new Sheet(correction.number(), where(claim), correction.rupiah().amount(), facts(claim, correction), tables,
                papers.documents(claim).stream().map(paper -> new Attachment(paper.id(), paper.kind(), paper.fileName(), paper.bytes())).toList(),
                claim.deeds().stream().map(deed -> new CaseSheets.Step(deed.step().label(), deed.name(), deed.outcome().label(),
                        deed.note(), deed.at())).toList());
    }

    private List<Fact> facts(Claim claim, Correction correction) {
        Payee payee = payees.person(claim.id(), correction.payee()).orElseThrow();
        List<Fact> facts = new ArrayList<>(List.of(new Fact("Klaim", claim.number()), new Fact("Penerima", payee.entitled()),
                new Fact(correction.kind() == Kind.RETURNED ? "Alasan bank" : "Alasan temuan", correction.reason()),
                new Fact("Dasar", correction.basis()), new Fact("Keadaan", correction.state().label())));
        if (correction.kind() == Kind.RETURNED) {
            facts.add(new Fact("Rekening sekarang", payee.account() == null ? "belum ada" : payee.account() + " atas nama " + payee.receiver()));
            facts.add(new Fact("Menurut bank", payee.account() == null ? "" : checks.latest(claim.id(), payee.place(), payee.account())
                    .map(check -> "%s (%s)".formatted(check.holder(), check.state().label())).orElse("belum dijawab")));
            if (correction.prepared() != null) {
                facts.add(new Fact("Perbaikan oleh bagian keuangan", correction.prepared()));
            }
        }
        return facts;
    }

    private Table transfers(Correction correction) {
        return new Table("Transfer kepada penerima ini", List.of("Ke-", "Atas nama", "Rekening", "Referensi bank", "Keadaan", "Jumlah (Rp)"),
                payouts.of(correction.claimId()).stream().filter(payout -> payout.payee() == correction.payee())
                        .map(payout -> List.<Object>of(payout.attempt(), payout.receiver(), payout.account(), payout.reference(),
                                switch (payout.state()) {
                                    case ORDERED -> "Diperintahkan";
                                    case PAID -> "Dibayar";
                                    case RETURNED -> "Kembali";
                                }, payout.rupiah().amount())).toList(), null);
    }

    private Table repayments(Correction correction) {
        List<Repayment> repaid = corrections.repayments(correction.id());
        return new Table("Pengembalian", List.of("Tanggal valuta", "Referensi bank", "Jumlah (Rp)"),
                repaid.stream().map(one -> List.<Object>of(DateWords.day(one.valueDate()), one.reference(), one.rupiah().amount())).toList(),
                Arrays.asList("Sisa", null, corrections.outstanding(correction).amount()));
    }

    private String where(Claim claim) {
        return regions.latest(claim.villageCode()).map(Village::label).orElse(claim.villageCode());
    }
}
