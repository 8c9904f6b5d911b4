package id.lindungdesa.claim;

import id.lindungdesa.benefit.Wording;
import id.lindungdesa.workflow.CaseSheets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The claim's own sheet for whoever goes and looks, with the signs he looks at first. */
@Component
class FieldCheckSheets implements CaseSheets {

    private final FieldChecks checks;
    private final ClaimSheets claims;

    FieldCheckSheets(FieldChecks checks, ClaimSheets claims) {
        this.checks = checks;
        this.claims = claims;
    }

    @Override
    public Set<String> processes() {
        return Set.of(FieldChecks.KEY);
    }

    @Override
    public String titleOf(String processKey, UUID caseId) {
        return claims.titleOf(ClaimProcess.KEY, checks.get(caseId).claimId());
    }

    @Override
    public Sheet sheetOf(String processKey, UUID caseId, String elementId) {
        FieldChecks.FieldCheck check = checks.get(caseId);
        Sheet claim = claims.sheetOf(ClaimProcess.KEY, check.claimId(), elementId);
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("Diperiksa karena", check.signs().stream().map(Wording::sign).collect(Collectors.joining("; "))));
        facts.addAll(claim.facts());
        return new Sheet(claim.caseNumber(), claim.where(), claim.rupiah(), facts, claim.tables(), claim.documents(), claim.steps());
    }
}
