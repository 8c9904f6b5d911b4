package id.lindungdesa.claim;

import id.lindungdesa.benefit.Shares;
import id.lindungdesa.workflow.CaseSheets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The claim's own sheet, with the month that is to be paid. */
@Component
class InterimSheets implements CaseSheets {

    private final Interims interims;
    private final ClaimSheets claims;
    private final Payees payees;
    private final AccountChecks checks;

    InterimSheets(Interims interims, ClaimSheets claims, Payees payees, AccountChecks checks) {
        this.interims = interims;
        this.claims = claims;
        this.payees = payees;
        this.checks = checks;
    }

    @Override
    public Set<String> processes() {
        return Set.of(InterimPayments.KEY);
    }

    @Override
    public String titleOf(String processKey, UUID caseId) {
        return claims.titleOf(ClaimProcess.KEY, interims.get(caseId).claimId());
    }

    @Override
    public Sheet sheetOf(String processKey, UUID caseId, String elementId) {
        Interim interim = interims.get(caseId);
        Sheet claim = claims.sheetOf(ClaimProcess.KEY, interim.claimId(),
                elementId.equals("UserTask_PayInterim") ? "UserTask_PayClaim" : elementId);
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("Santunan sementara tidak mampu bekerja", "sampai bulan ke-%d sejak kecelakaan".formatted(interim.throughMonth())));
        facts.add(new Fact("Dasar hukum", interim.legalBasis()));
        payees.person(interim.claimId(), Shares.WORKER).ifPresent(worker -> facts.add(new Fact("Menurut bank rekening itu atas nama",
                worker.account() == null ? "rekening belum ada" : checks.latest(interim.claimId(), Shares.WORKER, worker.account())
                        .map(check -> "%s (%s)".formatted(check.holder(), check.state().label())).orElse("belum dijawab"))));
        facts.addAll(claim.facts());
        return new Sheet(claim.caseNumber(), claim.where(), interim.rupiah().amount(), facts, claim.tables(), claim.documents(), claim.steps());
    }
}
