package id.lindungdesa.claim;

import id.lindungdesa.calendar.DateWords;
import id.lindungdesa.enrolment.Enrolment;
import id.lindungdesa.money.Rupiah;
import id.lindungdesa.premium.AdvancePremiums;
import id.lindungdesa.premium.AdvancePremiums.Month;
import id.lindungdesa.region.Regions;
import id.lindungdesa.region.Village;
import id.lindungdesa.workflow.CaseSheets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The months that were paid beyond a death, for whoever decides about them. */
@Component
class PremiumReturnSheets implements CaseSheets {

    private final Claims claims;
    private final PremiumReturns returns;
    private final AdvancePremiums premiums;
    private final Enrolment enrolment;
    private final Regions regions;

    PremiumReturnSheets(Claims claims, PremiumReturns returns, AdvancePremiums premiums, Enrolment enrolment, Regions regions) {
        this.claims = claims;
        this.returns = returns;
        this.premiums = premiums;
        this.enrolment = enrolment;
        this.regions = regions;
    }

    @Override
    public Set<String> processes() {
        return Set.of("premium-return");
    }

    @Override
    public String titleOf(String processKey, UUID caseId) {
        Claim claim = claims.get(returns.get(caseId).claimId());
        return claim.number() + " · " + where(claim);
    }

    @Override
    public Sheet sheetOf(String processKey, UUID caseId, String elementId) {
        PremiumReturn one = returns.get(caseId);
        Claim claim = claims.get(one.claimId());
        List<Month> months = premiums.after(claim.workerId(), claim.eventDate());
        long sum = months.stream().map(Month::rupiah).mapToLong(Rupiah::amount).sum();
        List<Fact> facts = new ArrayList<>(List.of(new Fact("Pekerja yang meninggal", enrolment.worker(claim.workerId()).name()),
                new Fact("Tanggal meninggal", DateWords.day(claim.eventDate())),
                new Fact("Usulan", one.successor() == null ? "Dikembalikan ke dana premi desa"
                        : "Bulan yang belum berjalan dialihkan kepada " + enrolment.worker(one.successor()).name() + ", selebihnya dikembalikan"),
                new Fact("Alasan", one.reason()), new Fact("Dasar hukum", one.legalBasis())));
        return new Sheet(claim.number(), where(claim), sum, facts, List.of(new Table("Iuran setelah bulan kematian",
                List.of("Bulan", "Iuran (Rp)"), months.stream().map(month -> List.<Object>of(DateWords.month(month.month()), month.rupiah().amount())).toList(),
                Arrays.asList("Jumlah", sum))), List.of(), List.of());
    }

    private String where(Claim claim) {
        return regions.latest(claim.villageCode()).map(Village::label).orElse(claim.villageCode());
    }
}
