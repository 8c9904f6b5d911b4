package id.lindungdesa.regulation;

import id.lindungdesa.money.Rupiah;
import id.lindungdesa.regulation.Allocations.RegencyShare;
import id.lindungdesa.region.Regions;
import id.lindungdesa.region.Village;
import id.lindungdesa.workflow.CaseSheets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** What the legal bureau, the secretary and the governor see of a decree before they decide. */
@Component
class DecreeSheets implements CaseSheets {

    private final Decrees decrees;
    private final Allocations allocations;
    private final Regions regions;

    DecreeSheets(Decrees decrees, Allocations allocations, Regions regions) {
        this.decrees = decrees;
        this.allocations = allocations;
        this.regions = regions;
    }

    @Override
    public Set<String> processes() {
        return Set.of(DecreeProcess.ID);
    }

    @Override
    public String titleOf(String processKey, UUID caseId) {
        return "Keputusan " + decrees.require(caseId).number();
    }

    @Override
    public Sheet sheetOf(String processKey, UUID caseId, String elementId) {
        Decree decree = decrees.require(caseId);
        DecreeTerms terms = decrees.terms(caseId).orElseThrow(Decrees::unknown);
        List<RegencyShare> shares = allocations.byRegency(caseId);
        long sum = shares.stream().mapToLong(RegencyShare::rupiah).sum();
        return new Sheet(terms.number(), where(terms, caseId), sum, facts(decree, terms, sum),
                List.of(warnings(caseId), villages(shares)), List.of(), decree.decisions().stream().map(DecreeSheets::step).toList());
    }

    private String where(DecreeTerms terms, UUID decreeId) {
        return allocations.first(decreeId).flatMap(village -> regions.village(terms.edition(), village))
                .map(village -> "Provinsi " + village.provinceName().replaceFirst("^Provinsi ", "")).orElse("Provinsi")
                + " (" + terms.province() + ")";
    }

    private List<Fact> facts(Decree decree, DecreeTerms terms, long sum) {
        List<Fact> facts = new ArrayList<>(List.of(
                new Fact("Tentang", terms.title()),
                new Fact("Keadaan", decree.state().label()),
                new Fact("Tahun anggaran", String.valueOf(terms.fiscalYear())),
                new Fact("Daftar wilayah", "Edisi " + terms.edition()),
                new Fact("Pagu", Rupiah.of(decrees.ceiling(decree.id())).toString()),
                new Fact("Jumlah lampiran", Rupiah.of(sum).toString()),
                new Fact("Tahap penyaluran", IntStream.range(0, terms.tranchePercents().size())
                        .mapToObj(i -> "Tahap %d: %d persen".formatted(i + 1, terms.tranchePercents().get(i)))
                        .collect(Collectors.joining("; "))),
                new Fact("Bagian iuran", terms.premiumSharePercent() + " persen dari setiap tahap"),
                new Fact("Sasaran", "%d pekerja per desa selama %d bulan".formatted(terms.workersPerVillage(), terms.monthsOfCover()))));
        terms.articles().forEach(article -> facts.add(new Fact("Dasar hukum", "%s %s%s".formatted(article.regulation(),
                article.article(), article.text().isBlank() ? "" : ": " + article.text()))));
        return facts;
    }

    private Table warnings(UUID decreeId) {
        List<List<Object>> rows = decrees.warnings(decreeId).stream().map(warning -> Arrays.<Object>asList(warning.message(),
                warning.villages() == null ? "" : warning.villages().longValue(), warning.rupiah() == null ? "" : warning.rupiah())).toList();
        return new Table(rows.isEmpty() ? "Tidak ada peringatan" : "Peringatan untuk penelaah",
                List.of("Peringatan", "Desa dan kelurahan", "Jumlah (Rp)"), rows, List.of());
    }

    private static Table villages(List<RegencyShare> shares) {
        List<List<Object>> rows = shares.stream().map(share -> List.<Object>of("%s (%s)".formatted(share.name(), share.code()),
                (long) share.desa(), (long) share.kelurahan(), share.rupiah())).toList();
        List<Object> totals = List.of("Jumlah", shares.stream().mapToLong(RegencyShare::desa).sum(),
                shares.stream().mapToLong(RegencyShare::kelurahan).sum(), shares.stream().mapToLong(RegencyShare::rupiah).sum());
        return new Table("Alokasi per kabupaten/kota", List.of("Kabupaten/kota", "Desa", "Kelurahan", "Jumlah (Rp)"), rows, totals);
    }

    private static Step step(DecreeDecision decision) {
        return new Step(decision.step().label(), decision.name(), decision.outcome().label(), decision.note(), decision.at());
    }
}
