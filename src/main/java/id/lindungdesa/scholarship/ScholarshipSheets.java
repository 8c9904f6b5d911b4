package id.lindungdesa.scholarship;

import id.lindungdesa.benefit.Wording;
import id.lindungdesa.calendar.DateWords;
import id.lindungdesa.claim.ScholarshipRight;
import id.lindungdesa.claim.ScholarshipRight.YearRuling;
import id.lindungdesa.document.StoredDocument;
import id.lindungdesa.region.Regions;
import id.lindungdesa.region.Village;
import id.lindungdesa.workflow.CaseSheets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The school year as whoever holds one of its tasks sees it: the child, the proof, the papers, the years before. */
@Component
class ScholarshipSheets implements CaseSheets {

    /** Whoever compares the account with the savings book or pays to it must read it whole. */
    private static final Set<String> WHOLE_ACCOUNTS = Set.of("UserTask_CheckProof", "UserTask_PayScholarship");

    private final Scholarships children;
    private final SchoolYears years;
    private final YearFiles files;
    private final YearReview review;
    private final ScholarshipRight right;
    private final Regions regions;

    ScholarshipSheets(Scholarships children, SchoolYears years, YearFiles files, YearReview review, ScholarshipRight right,
            Regions regions) {
        this.children = children;
        this.years = years;
        this.files = files;
        this.review = review;
        this.right = right;
        this.regions = regions;
    }

    @Override
    public Set<String> processes() {
        return Set.of(ScholarshipProcess.KEY);
    }

    @Override
    public String titleOf(String processKey, UUID caseId) {
        SchoolYear year = years.get(caseId);
        return year.number() + " · " + where(children.get(year.scholarshipId()));
    }

    @Override
    public Sheet sheetOf(String processKey, UUID caseId, String elementId) {
        SchoolYear year = years.get(caseId);
        Scholarship child = children.get(year.scholarshipId());
        List<StoredDocument> papers = review.papers(year);
        List<Table> tables = new ArrayList<>(List.of(checklist(child, year, papers)));
        List<SchoolYear> paid = years.of(child.id()).stream().filter(other -> other.state() == YearState.PAID).toList();
        if (!paid.isEmpty()) {
            tables.add(paid(paid));
        }
        return new Sheet(year.number(), where(child), year.ruling() == null ? null : year.ruling().rupiah().amount(),
                facts(child, year, WHOLE_ACCOUNTS.contains(elementId)), tables,
                Stream.concat(papers.stream().map(paper -> new Attachment(paper.id(), paper.kind(), paper.fileName(), paper.bytes())),
                        files.letters(caseId).stream().filter(letter -> letter.id() != null).map(letter -> Attachment.letter(letter.id(), letter.subject(), "%s, %s"
                                .formatted(letter.number(), DateWords.day(letter.createdAt()))))).toList(),
                year.deeds().stream().map(deed -> new CaseSheets.Step(deed.step().label(), deed.name(), deed.outcome().label(),
                        deed.note(), deed.at())).toList());
    }

    private List<Fact> facts(Scholarship child, SchoolYear year, boolean wholeAccount) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("Anak", child.childName()));
        facts.add(new Fact("NIK anak", child.maskedChildNik()));
        facts.add(new Fact("Tanggal lahir", DateWords.day(child.birthDate())));
        right.find(child.claimId()).ifPresent(claim -> {
            facts.add(new Fact("Dari klaim", claim.number()));
            facts.add(new Fact("Orang tua (pekerja)", claim.workerName()));
            facts.add(new Fact("Tanggal peristiwa", DateWords.day(claim.eventDate())));
        });
        facts.add(new Fact("Wali", child.guardian().name()));
        facts.add(new Fact("Rekening wali", wholeAccount ? child.guardian().account() : child.maskedAccount()));
        facts.add(new Fact("Tahun ajaran", YearLetters.span(year)));
        facts.add(new Fact("Bukti paling lambat", DateWords.day(year.dates().dueOn())));
        facts.add(new Fact("Keadaan", year.state().label()));
        facts.add(new Fact("Keadaan beasiswa", child.state().label()));
        if (year.proof() != null) {
            facts.addAll(proof(year.proof()));
        }
        if (year.ruling() != null) {
            facts.addAll(ruling(year.ruling()));
        }
        return facts;
    }

    private static List<Fact> proof(Proof proof) {
        return List.of(new Fact("Jenjang dan kelas", "%s, kelas/tahun %d".formatted(proof.level(), proof.grade())),
                new Fact("Sudah menikah", proof.married() ? "Ya" : "Belum"),
                new Fact("Bekerja", switch (proof.working()) {
                    case NO -> "Tidak";
                    case WAGE -> "Penerima upah, " + (proof.wageMonths() == null ? "lamanya tidak diketahui"
                            : proof.wageMonths() + " bulan berturut-turut");
                    case BPU -> "Bukan penerima upah (BPU)";
                    case INTERN -> "Magang";
                }), new Fact("Diajukan pada", DateWords.day(proof.claimedOn())));
    }

    private List<Fact> ruling(YearRuling ruling) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("Hasil menurut aturan", switch (ruling.answer()) {
            case GRANTED -> "Berhak";
            case NOT_THIS_YEAR -> "Tidak berhak untuk tahun ajaran ini";
            case ENDED -> "Beasiswa berakhir";
        }));
        if (!ruling.reasons().isEmpty()) {
            facts.add(new Fact("Alasan", ruling.reasons().stream().map(right::wording).collect(Collectors.joining("; "))));
        }
        if (ruling.pastYear()) {
            facts.add(new Fact("Perhatian", "Tahun ajaran yang sudah lewat; periksa buktinya dengan teliti"));
        }
        facts.add(new Fact("Dasar hukum", ruling.legalBasis()));
        facts.add(new Fact("Versi aturan", Wording.rules(ruling.ruleVersions())));
        return facts;
    }

    @Override
    public List<Wanted> wantedOf(String processKey, UUID caseId, String elementId) {
        if (!elementId.equals("UserTask_BringProof")) {
            return List.of();
        }
        SchoolYear year = years.get(caseId);
        return review.missing(children.get(year.scholarshipId()), year).stream()
                .map(paper -> new Wanted(paper.kind(), "Wajib, belum ada.")).toList();
    }

    private Table checklist(Scholarship child, SchoolYear year, List<StoredDocument> papers) {
        Set<String> present = papers.stream().map(StoredDocument::kind).collect(Collectors.toSet());
        return new Table("Kelengkapan berkas", List.of("Dokumen", "Wajib", "Diunggah", "Dasar hukum"),
                review.papersFor(child, year).stream().map(paper -> List.<Object>of(paper.label(), paper.required() ? "Ya" : "Tidak",
                        present.contains(paper.kind()) ? "Ada" : "Belum", paper.legalBasis())).toList(), null);
    }

    private static Table paid(List<SchoolYear> paid) {
        return new Table("Tahun ajaran yang sudah dibayar", List.of("Tahun ajaran", "Jenjang", "Dasar hukum", "Jumlah (Rp)"),
                paid.stream().map(year -> List.<Object>of(YearLetters.span(year), year.proof().level() + " " + year.proof().grade(),
                        year.ruling().legalBasis(), year.ruling().rupiah().amount())).toList(),
                Arrays.asList("Jumlah", null, null, paid.stream().mapToLong(year -> year.ruling().rupiah().amount()).sum()));
    }

    private String where(Scholarship child) {
        return regions.latest(child.villageCode()).map(Village::label).orElse(child.villageCode());
    }
}
