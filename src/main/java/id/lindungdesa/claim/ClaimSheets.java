package id.lindungdesa.claim;

import id.lindungdesa.benefit.Heir;
import id.lindungdesa.benefit.Programme;
import id.lindungdesa.benefit.Wording;
import id.lindungdesa.calendar.DateWords;
import id.lindungdesa.claim.Benefits.Line;
import id.lindungdesa.claim.Benefits.Verdict;
import id.lindungdesa.document.StoredDocument;
import id.lindungdesa.enrolment.Enrolment;
import id.lindungdesa.enrolment.Worker;
import id.lindungdesa.money.Rupiah;
import id.lindungdesa.premium.CoverBook;
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

/** The claim as whoever holds one of its tasks sees it: the deceased, his cover, the heirs, the papers, the amounts. */
@Component
class ClaimSheets implements CaseSheets {

    /** Whoever compares an account with the savings book or pays to it must read it whole. */
    private static final Set<String> WHOLE_ACCOUNTS = Set.of("UserTask_CheckCompleteness", "UserTask_PayClaim");

    private final Claims claims;
    private final ClaimFiles files;
    private final Benefits benefits;
    private final ClaimPapers papers;
    private final ClaimHolding holding;
    private final Enrolment enrolment;
    private final Regions regions;
    private final InjurySheet injurySheet;
    private final PaymentTable payments;
    private final HeirTable heirNotes;
    private final CoverBook coverBook;
    private final FieldChecks fieldChecks;

    ClaimSheets(Claims claims, ClaimFiles files, Benefits benefits, ClaimPapers claimPapers, ClaimHolding holding,
            Enrolment enrolment, Regions regions, InjurySheet injurySheet, PaymentTable payments, HeirTable heirNotes, CoverBook coverBook,
            FieldChecks fieldChecks) {
        this.claims = claims;
        this.files = files;
        this.benefits = benefits;
        this.papers = claimPapers;
        this.holding = holding;
        this.enrolment = enrolment;
        this.regions = regions;
        this.injurySheet = injurySheet;
        this.payments = payments;
        this.heirNotes = heirNotes;
        this.coverBook = coverBook;
        this.fieldChecks = fieldChecks;
    }

    @Override
    public Set<String> processes() {
        return Set.of(ClaimProcess.KEY);
    }

    @Override
    public String titleOf(String processKey, UUID caseId) {
        Claim claim = claims.get(caseId);
        return claim.number() + " · " + where(claim);
    }

    @Override
    public Sheet sheetOf(String processKey, UUID caseId, String elementId) {
        Claim claim = claims.get(caseId);
        Verdict verdict = benefits.verdict(caseId).orElse(null);
        List<Heir> heirs = files.heirs(caseId);
        List<Line> lines = benefits.lines(caseId);
        List<StoredDocument> brought = papers.documents(claim);
        List<Table> tables = new ArrayList<>(List.of(checklist(claim), heirs(heirs, lines, WHOLE_ACCOUNTS.contains(elementId))));
        if (!lines.isEmpty()) {
            tables.add(components(heirs, lines));
        }
        tables.addAll(injurySheet.tables(caseId));
        heirNotes.of(caseId).ifPresent(tables::add);
        if (elementId.equals("UserTask_PayClaim")) {
            tables.add(payments.of(caseId));
        }
        tables.add(holding.table(claim));
        return new Sheet(claim.number(), where(claim), verdict == null ? null : benefits.total(caseId).amount(),
                facts(claim, verdict, WHOLE_ACCOUNTS.contains(elementId)), tables,
                Stream.concat(brought.stream().map(paper -> new Attachment(paper.id(), paper.kind(), paper.fileName(), paper.bytes())),
                        files.letters(caseId).stream().filter(letter -> letter.id() != null).map(ClaimSheets::letter)).toList(),
                claim.deeds().stream().map(deed -> new CaseSheets.Step(deed.step().label(), deed.name(),
                        deed.outcome().label(), deed.note(), deed.at())).toList());
    }

    private List<Fact> facts(Claim claim, Verdict verdict, boolean wholeAccount) {
        Worker worker = enrolment.worker(claim.workerId());
        List<Fact> facts = new ArrayList<>();
        boolean injury = claim.programme() == Programme.JKK;
        facts.add(new Fact(injury ? "Pekerja" : "Pekerja yang meninggal", worker.name()));
        facts.add(new Fact("NIK", worker.maskedNik()));
        facts.add(new Fact("Tanggal lahir", DateWords.day(worker.birthDate())));
        if (!injury) {
            facts.add(new Fact("Tanggal meninggal", DateWords.day(claim.eventDate())));
        }
        facts.add(new Fact("Sebab menurut pelapor", claim.cause().label()));
        facts.addAll(injurySheet.facts(claim, wholeAccount));
        files.reporter(claim.id()).ifPresent(reporter -> facts.add(new Fact("Pelapor", reporter.phone() == null
                ? reporter.name() : reporter.name() + ", " + reporter.phone())));
        facts.add(new Fact("Keadaan klaim", claim.state().label()));
        facts.addAll(holding.facts(claim));
        if (claim.completeAt() != null) {
            facts.add(new Fact("Berkas lengkap sejak", DateWords.day(claim.completeAt())));
            facts.add(new Fact("Harus dibayar paling lambat", DateWords.day(holding.payBy(claim))));
        }
        if (verdict != null) {
            facts.addAll(verdict(verdict));
        }
        List<String> flags = benefits.flags(claim.id());
        if (!flags.isEmpty()) {
            facts.add(new Fact("Tanda risiko (tidak memutuskan apa pun)", flags.stream().map(Wording::sign).collect(Collectors.joining("; "))));
        }
        fieldChecks.ofClaim(claim.id()).ifPresent(check -> facts.add(new Fact("Pemeriksaan lapangan", check.confirmed() == null
                ? "Belum selesai; klaim baru dapat disetujui setelah hasilnya dicatat" : check.confirmed()
                ? "Kebenaran klaim dipastikan" : "Klaim diragukan; lihat catatan pada riwayat")));
        if (claim.proposal() != null) {
            facts.add(new Fact("Usulan petugas", claim.proposal() == Claim.Proposal.GRANT ? "Dibayar" : "Ditolak"));
        }
        return facts;
    }

    private List<Fact> verdict(Verdict verdict) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("Perlindungan pada hari itu", verdict.standing() == null ? "Tidak diperiksa: hak menuntut sudah gugur" : switch (verdict.standing()) {
            case ACTIVE -> "Aktif";
            case GRACE -> "Masa tenggang, menunggak %d bulan (%s)".formatted(verdict.unpaidMonths(), verdict.arrears());
            case LAPSED -> "Berakhir";
            case REGISTERED_AFTER_EVENT -> "Didaftarkan setelah kejadian";
            case NOT_COVERED -> "Tidak ada";
        }));
        if (verdict.since() != null) {
            facts.add(new Fact("Peserta sejak", "%s (%d bulan penuh)".formatted(DateWords.day(verdict.since()), verdict.months())));
        }
        if (verdict.billId() != null) {
            facts.add(new Fact("Iuran bulan itu dibayar dengan kode iuran", coverBook.billingCode(verdict.billId())));
        }
        facts.add(new Fact("Hasil menurut aturan", switch (verdict.decision()) {
            case GRANTED -> "Berhak penuh";
            case REDUCED -> "Berhak sebagian";
            case REFER -> "Perlu pertimbangan pejabat";
            case REJECTED -> "Tidak berhak";
        }));
        if (!verdict.reasons().isEmpty()) {
            facts.add(new Fact("Alasan", verdict.reasons().stream().map(Wording::reason).collect(Collectors.joining("; "))));
        }
        facts.add(new Fact("Dasar hukum", verdict.legalBasis()));
        facts.add(new Fact("Versi aturan", Wording.rules(verdict.ruleVersions())));
        return facts;
    }

    @Override
    public List<Wanted> wantedOf(String processKey, UUID caseId, String elementId) {
        return !elementId.equals("UserTask_SupplyDocuments") ? List.of() : papers.of(claims.get(caseId)).stream().filter(ClaimPaper::isOpen)
                .map(paper -> new Wanted(paper.asked().kind(), "Keadaan: %s%s. Diterbitkan oleh: %s.".formatted(
                        paper.standing() == ClaimPaper.Standing.REFUSED ? "ditolak, " : "", Letters.withoutStop(paper.why()), paper.asked().issuer())))
                .toList();
    }

    private Table checklist(Claim claim) {
        return new Table("Kelengkapan berkas", List.of("Dokumen", "Wajib", "Keadaan", "Keterangan", "Diterbitkan oleh"),
                papers.of(claim).stream().map(paper -> List.<Object>of(paper.asked().label(), paper.asked().required() ? "Ya" : "Tidak",
                        paper.standing().label(), remark(paper), paper.asked().issuer())).toList(), null);
    }

    private static String remark(ClaimPaper paper) {
        return paper.standing() == ClaimPaper.Standing.REFUSED ? paper.why()
                : paper.said() == null || paper.said().note() == null ? "" : paper.said().note();
    }

    private static Table heirs(List<Heir> heirs, List<Line> lines, boolean wholeAccounts) {
        return new Table("Ahli waris", List.of("No.", "Nama", "NIK", "Hubungan", "Rekening", "Bagian (Rp)"),
                heirs.stream().map(heir -> List.<Object>of(heir.place(), heir.name(), heir.maskedNik(),
                        heir.relation().label(),
                        wholeAccounts ? heir.account() : heir.maskedAccount(), lines.isEmpty() ? "belum dihitung" : lines.stream()
                                .filter(line -> line.payee() == heir.place()).mapToLong(line -> line.rupiah().amount()).sum()))
                        .toList(),
                null);
    }

    private static Table components(List<Heir> heirs, List<Line> lines) {
        return new Table("Manfaat", List.of("Komponen", "Penerima", "Dasar hukum", "Jumlah (Rp)"),
                lines.stream().map(line -> List.<Object>of(Wording.component(line.code()),
                        Letters.payeeName(line.payee(), heirs), line.legalBasis(), line.rupiah().amount())).toList(),
                Arrays.asList("Jumlah", null, null, lines.stream().map(Line::rupiah).mapToLong(Rupiah::amount).sum()));
    }

    private static Attachment letter(ClaimFiles.Letter letter) {
        return Attachment.letter(letter.id(), letter.subject(), "%s, %s".formatted(letter.number(), DateWords.day(letter.createdAt())));
    }

    private String where(Claim claim) {
        return regions.latest(claim.villageCode()).map(Village::label).orElse(claim.villageCode());
    }
}
