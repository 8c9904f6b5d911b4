package id.lindungdesa.rulebook;

import id.lindungdesa.money.Rupiah;
import id.lindungdesa.workflow.CaseSheets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What the legal bureau and the insurer's region see of a version: rows that go and come, cases that would come out otherwise. */
@Component
class RuleSheets implements CaseSheets {

    private static final int MOST_CASES = 200;

    private final RuleVersions versions;

    RuleSheets(RuleVersions versions) {
        this.versions = versions;
    }

    @Override
    public Set<String> processes() {
        return Set.of(RuleChangeProcess.ID);
    }

    @Override
    public String titleOf(String processKey, UUID caseId) {
        RuleVersion version = versions.require(caseId);
        return "Aturan %s mulai %s".formatted(name(versions.texts(caseId)), Cells.day(version.inForceOn().toEpochDay()));
    }

    @Override
    public Sheet sheetOf(String processKey, UUID caseId, String elementId) {
        RuleVersion version = versions.require(caseId);
        RuleVersions.Texts texts = versions.texts(caseId);
        RuleVersions.Progress progress = versions.progress(caseId);
        List<Fact> facts = new ArrayList<>(List.of(new Fact("Tabel", name(texts)), new Fact("Mengganti", "versi " + version.base().substring(version.base().lastIndexOf(':') + 1)),
                new Fact("Mulai berlaku", Cells.day(version.inForceOn().toEpochDay())), new Fact("Alasan", version.reason()),
                new Fact("Keadaan", version.state().label()),
                new Fact("Perkara dihitung ulang", "%d%s".formatted(progress.cases(), progress.comparedAt() == null ? " (belum selesai)" : ""))));
        versions.sums(caseId).forEach(sum -> facts.add(new Fact(sum.unfinished() ? "Klaim berjalan yang hasilnya berbeda" : "Klaim lampau yang hasilnya berbeda",
                "%d; dari %s menjadi %s".formatted(sum.cases(), Rupiah.of(sum.rupiahNow()), Rupiah.of(sum.rupiahThen())))));
        List<Table> tables = new ArrayList<>();
        RowDifference.between(texts.base(), texts.dmn()).forEach(table -> {
            tables.add(rows("Baris yang hilang atau ditutup: " + table.label(), table, table.removed()));
            tables.add(rows("Baris baru: " + table.label(), table, table.added()));
        });
        tables.add(cases(caseId));
        List<RuleVersions.BrokenCase> broken = versions.brokenCases(caseId);
        if (!broken.isEmpty()) {
            tables.add(new Table("Contoh hitungan yang hasilnya berbeda", List.of("Contoh", "Tanggal", "Berbeda"), broken.stream()
                    .map(one -> List.<Object>of(one.code() + " " + one.title(), Cells.day(one.judgedOn().toEpochDay()), one.broken())).toList(), List.of()));
        }
        return new Sheet(name(texts), "Buku aturan", null, facts, tables, List.of(), version.deeds().stream().map(deed ->
                new Step(deed.step().label(), deed.name(), deed.outcome().label(), deed.note(), deed.at())).toList());
    }

    private static String name(RuleVersions.Texts texts) {
        return DmnFile.read(texts.dmn()).byDecision().values().iterator().next().label();
    }

    private static Table rows(String title, RowDifference difference, List<List<String>> rows) {
        return new Table(rows.isEmpty() ? title + " (tidak ada)" : title, difference.columns(), rows.stream().map(List::<Object>copyOf).toList(), List.of());
    }

    private static String outcome(String decision, String more) {
        return (RuleWords.of(decision) + " " + RuleWords.within(more == null ? "" : more)).strip();
    }

    private Table cases(UUID id) {
        List<List<Object>> rows = versions.changedCases(id, MOST_CASES, 0).stream().map(one -> List.<Object>of(one.number(),
                one.unfinished() ? "berjalan" : "selesai", Cells.day(one.judgedOn().toEpochDay()), outcome(one.decisionNow(), one.moreNow()),
                one.rupiahNow(), outcome(one.decisionThen(), one.moreThen()), one.rupiahThen())).toList();
        return new Table(rows.isEmpty() ? "Tidak ada perkara yang hasilnya berbeda" : "Perkara yang hasilnya berbeda", List.of("Nomor", "Keadaan",
                "Peristiwa", "Menurut aturan berlaku", "Rupiah", "Menurut aturan baru", "Rupiah baru"), rows, List.of());
    }
}
