package id.lindungdesa.claim;

import id.lindungdesa.benefit.Heir;
import id.lindungdesa.benefit.Wording;
import id.lindungdesa.calendar.DateWords;
import id.lindungdesa.money.Rupiah;
import id.lindungdesa.region.Regions;
import id.lindungdesa.region.Village;
import id.lindungdesa.workflow.CaseSheets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** A penalty as the branch head and finance see it: how late, who held the claim how long, what it comes to, for whom. */
@Component
class PenaltySheets implements CaseSheets {

    private final Claims claims;
    private final Penalties penalties;
    private final PenaltyDesk desk;
    private final ClaimFiles files;
    private final ClaimHolding holding;
    private final Regions regions;

    PenaltySheets(Claims claims, Penalties penalties, PenaltyDesk desk, ClaimFiles files, ClaimHolding holding, Regions regions) {
        this.claims = claims;
        this.penalties = penalties;
        this.desk = desk;
        this.files = files;
        this.holding = holding;
        this.regions = regions;
    }

    @Override
    public Set<String> processes() {
        return Set.of(PenaltyDesk.KEY);
    }

    @Override
    public String titleOf(String processKey, UUID caseId) {
        Claim claim = claims.get(penalties.get(caseId).claimId());
        return claim.number() + " · " + where(claim);
    }

    @Override
    public Sheet sheetOf(String processKey, UUID caseId, String elementId) {
        Penalty penalty = penalties.get(caseId);
        Claim claim = claims.get(penalty.claimId());
        List<Fact> facts = new ArrayList<>(List.of(new Fact("Batas pembayaran", DateWords.day(penalty.payBy())),
                new Fact("Dibayar pada", DateWords.day(penalty.paidOn())), new Fact("Terlambat", penalty.daysLate() + " hari"),
                new Fact("Manfaat yang terlambat dibayar", penalty.benefit().toString()),
                new Fact("Denda menurut aturan", "%d%% sehari, %s".formatted(penalty.percentPerDay(), penalty.rupiah())),
                new Fact("Dasar hukum", penalty.legalBasis()), new Fact("Versi aturan", Wording.rules(penalty.ruleVersion())),
                new Fact("Keadaan", penalty.state().label())));
        return new Sheet(claim.number(), where(claim), penalty.rupiah().amount(), facts,
                List.of(holding.table(claim), receivers(penalty, claim, "UserTask_PayPenalty".equals(elementId))), List.of(),
                claim.deeds().stream().map(deed -> new CaseSheets.Step(deed.step().label(), deed.name(), deed.outcome().label(),
                        deed.note(), deed.at())).toList());
    }

    private Table receivers(Penalty penalty, Claim claim, boolean wholeAccounts) {
        Map<Integer, Rupiah> shares = desk.shares(penalty);
        List<Heir> heirs = files.heirs(claim.id());
        return new Table("Penerima denda", List.of("Penerima", "Rekening", "Jumlah (Rp)"), shares.entrySet().stream()
                .map(share -> List.<Object>of(Letters.payeeName(share.getKey(), heirs), heirs.stream()
                        .filter(heir -> heir.place() == share.getKey()).findFirst()
                        .map(heir -> wholeAccounts ? heir.account() : heir.maskedAccount()).orElse(""), share.getValue().amount())).toList(),
                Arrays.asList("Jumlah", null, penalty.rupiah().amount()));
    }

    private String where(Claim claim) {
        return regions.latest(claim.villageCode()).map(Village::label).orElse(claim.villageCode());
    }
}
