package id.lindungdesa.scholarship;

import id.lindungdesa.benefit.Wording;
import id.lindungdesa.calendar.DateWords;
import id.lindungdesa.claim.ScholarshipRight;
import id.lindungdesa.document.Documents;
import id.lindungdesa.money.Rupiah;
import id.lindungdesa.region.Regions;
import id.lindungdesa.region.Village;
import id.lindungdesa.workflow.CaseSheets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** A report about a child as whoever decides on it sees it: what happened when, what the rules say, what it means in money. */
@Component
class ChangeSheets implements CaseSheets {

    private final Changes changes;
    private final ChangeReview review;
    private final PaidBeyond beyond;
    private final Scholarships children;
    private final SchoolYears years;
    private final ScholarshipRight right;
    private final Documents documents;
    private final Regions regions;

    ChangeSheets(Changes changes, ChangeReview review, PaidBeyond beyond, Scholarships children, SchoolYears years,
            ScholarshipRight right, Documents documents, Regions regions) {
        this.changes = changes;
        this.review = review;
        this.beyond = beyond;
        this.children = children;
        this.years = years;
        this.right = right;
        this.documents = documents;
        this.regions = regions;
    }

    @Override
    public Set<String> processes() {
        return Set.of(ScholarshipProcess.CHANGE);
    }

    @Override
    public String titleOf(String processKey, UUID caseId) {
        ScholarshipChange change = changes.get(caseId);
        return change.number() + " · " + where(children.get(change.scholarshipId()));
    }

    @Override
    public Sheet sheetOf(String processKey, UUID caseId, String elementId) {
        ScholarshipChange change = changes.get(caseId);
        Scholarship child = children.get(change.scholarshipId());
        return new Sheet(change.number(), where(child), rupiah(change), facts(child, change), tables(child, change),
                Stream.concat(documents.requireAll(changes.documents(caseId)).stream()
                                .map(paper -> new Attachment(paper.id(), paper.kind(), paper.fileName(), paper.bytes())),
                        changes.letters(caseId).stream().map(letter -> Attachment.letter(letter.id(), letter.subject(), "%s, %s"
                                .formatted(letter.number(), DateWords.day(letter.createdAt()))))).toList(),
                change.deeds().stream().map(deed -> new Step(deed.step().label(), deed.name(), deed.outcome(), deed.note(), deed.at())).toList());
    }

    private Long rupiah(ScholarshipChange change) {
        return switch (change.state()) {
            case EXCESS, KEPT -> change.excess().whole().amount();
            case DEMANDED -> review.outstanding(change).amount();
            case REPAID, WAIVED -> change.excess().demanded().amount();
            default -> null;
        };
    }

    private List<Fact> facts(Scholarship child, ScholarshipChange change) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("Anak", child.childName()));
        facts.add(new Fact("Tanggal lahir", DateWords.day(child.birthDate())));
        facts.add(new Fact("Wali", child.guardian().name()));
        facts.add(new Fact("Yang dilaporkan", change.kind().label()));
        facts.add(new Fact(change.kind().married() ? "Tanggal menikah" : "Mulai", DateWords.day(change.happenedOn())));
        if (change.kind() == ChangeKind.WAGE) {
            facts.add(new Fact("Bulan berturut-turut", change.wageMonths() == null ? "Tidak diketahui" : change.wageMonths()));
        }
        if (change.end() == null) {
            facts.add(new Fact("Menurut aturan", "Beasiswa berlanjut (Permenaker 1/2025 Pasal 103 ayat (3a))"));
        } else {
            facts.add(new Fact("Menurut aturan", "Beasiswa berakhir pada %s: %s".formatted(DateWords.day(change.end().on()),
                    right.wording(change.end().reason()))));
            facts.add(new Fact("Dasar hukum", change.end().legalBasis()));
        }
        facts.add(new Fact("Versi aturan", Wording.rules(change.ruleVersions())));
        facts.add(new Fact("Keadaan laporan", change.state().label()));
        facts.add(new Fact("Keadaan beasiswa", child.state().label()));
        if (!change.excess().demanded().isZero()) {
            facts.add(new Fact("Ditagih", change.excess().demanded().toString()));
            facts.add(new Fact("Sudah dikembalikan", changes.repaid(change.id()).toString()));
        }
        return facts;
    }

    private List<Table> tables(Scholarship child, ScholarshipChange change) {
        List<Table> tables = new ArrayList<>();
        if (change.end() == null) {
            return tables;
        }
        List<SchoolYear> open = years.of(child.id()).stream().filter(year -> year.state().isBeforeProof() || year.state().isBeforeOrder()).toList();
        if (!open.isEmpty()) {
            tables.add(new Table("Tahun ajaran yang belum dibayar", List.of("Tahun ajaran", "Keadaan", "Sesudah beasiswa berakhir"),
                    open.stream().map(year -> List.<Object>of(YearLetters.span(year), year.state().label(),
                            year.endsWith(change.end()) ? "Ditutup" : "Diteruskan: dibuktikan sebelum berakhir")).toList(), null));
        }
        List<PaidBeyond.Row> rows = beyond.rows(child, change.end());
        if (!rows.isEmpty()) {
            tables.add(new Table("Dibayar untuk waktu sesudah berakhir", List.of("Tahun ajaran", "Mengapa", "Dibayar (Rp)", "Bagian (Rp)"),
                    rows.stream().map(row -> List.<Object>of(YearLetters.span(row.year()), row.undue()
                                    ? "Dibuktikan setelah beasiswa berakhir: seluruhnya tanpa hak"
                                    : "Dibuktikan sebelum berakhir: sah; %d bulan sesudahnya".formatted(row.months()),
                            row.year().ruling().rupiah().amount(), row.rupiah().amount())).toList(),
                    Arrays.asList("Jumlah", null, null, rows.stream().map(PaidBeyond.Row::rupiah).reduce(Rupiah.ZERO, Rupiah::plus).amount())));
        }
        return tables;
    }

    private String where(Scholarship child) {
        return regions.latest(child.villageCode()).map(Village::label).orElse(child.villageCode());
    }
}
