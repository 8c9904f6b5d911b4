package id.lindungdesa.grant;

import id.lindungdesa.calendar.DateWords;
import id.lindungdesa.document.Documents;
import id.lindungdesa.document.StoredDocument;
import id.lindungdesa.grant.BankLedger.Credit;
import id.lindungdesa.grant.CaseFile.Decision;
import id.lindungdesa.grant.CaseFiles.Case;
import id.lindungdesa.money.Rupiah;
import id.lindungdesa.regulation.DecreeRegister;
import id.lindungdesa.regulation.DecreeTerms;
import id.lindungdesa.workflow.CaseSheets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What an official sees of a village's tranche and of a regency's run before he decides. */
@Component
class GrantSheets implements CaseSheets {

    private final Disbursements disbursements;
    private final PaymentRuns runs;
    private final CaseFiles files;
    private final Checklists checklists;
    private final BankLedger bank;
    private final DecreeRegister decrees;
    private final Documents documents;

    GrantSheets(Disbursements disbursements, PaymentRuns runs, CaseFiles files, Checklists checklists, BankLedger bank,
            DecreeRegister decrees, Documents documents) {
        this.disbursements = disbursements;
        this.runs = runs;
        this.files = files;
        this.checklists = checklists;
        this.bank = bank;
        this.decrees = decrees;
        this.documents = documents;
    }

    @Override
    public Set<String> processes() {
        return Set.of(VillageFund.PROCESS, RegencyPayments.PROCESS);
    }

    @Override
    public String titleOf(String processKey, UUID caseId) {
        if (processKey.equals(RegencyPayments.PROCESS)) {
            PaymentRun run = runs.get(caseId);
            return "%s, %s".formatted(run.regencyLabel(), run.reference());
        }
        Disbursement line = disbursements.get(caseId);
        return line.tranches() == 1 ? line.villageLabel()
                : "%s, tahap %s".formatted(line.villageLabel(), Checklist.numeral(line.tranche()));
    }

    @Override
    public Sheet sheetOf(String processKey, UUID caseId, String elementId) {
        return processKey.equals(RegencyPayments.PROCESS) ? sheetOf(runs.get(caseId)) : sheetOf(disbursements.get(caseId));
    }

    private Sheet sheetOf(Disbursement line) {
        DecreeTerms terms = decrees.terms(line.decreeId());
        List<StoredDocument> attached = attachedTo(Case.of(line));
        List<Fact> facts = new ArrayList<>(factsOf(terms));
        facts.add(new Fact("Tahap", "%s dari %s (%d%%)".formatted(Checklist.numeral(line.tranche()),
                Checklist.numeral(line.tranches()), line.percent())));
        facts.add(new Fact("Jumlah menurut keputusan", line.rupiah().toString()));
        facts.add(new Fact("Bagian untuk iuran (%d%%)".formatted(terms.premiumSharePercent()), line.premium().toString()));
        facts.add(new Fact("Bagian untuk kegiatan desa", line.grant().toString()));
        facts.add(new Fact("Keadaan", line.state().label()));
        line.run().map(runs::get).ifPresent(run -> facts.addAll(papersOf(run)));
        line.forwardingReference().ifPresent(reference -> facts.addAll(bankSays(reference)));
        Stream<Decision> decisions = Stream.concat(files.of(Case.of(line)).decisions().stream(),
                line.run().map(runs::get).stream().flatMap(run -> files.of(Case.of(run)).decisions().stream()))
                .sorted(Comparator.comparing(Decision::decidedAt));
        return new Sheet("%s/%d/%s".formatted(line.villageCode(), terms.fiscalYear(), Checklist.numeral(line.tranche())),
                line.villageLabel(), line.rupiah().amount(), facts, List.of(checklist(line, attached)),
                attached.stream().map(GrantSheets::attachment).toList(), stepsOf(decisions));
    }

    private Sheet sheetOf(PaymentRun run) {
        List<Disbursement> lines = disbursements.of(run);
        Rupiah total = sum(lines, Disbursement::rupiah);
        List<Fact> facts = new ArrayList<>(factsOf(decrees.terms(run.decreeId())));
        facts.add(new Fact("Jumlah desa", lines.size()));
        facts.add(new Fact("Keadaan", run.state().label()));
        facts.addAll(papersOf(run));
        return new Sheet(run.reference(), run.regencyLabel(), total.amount(), facts, List.of(villages(run, lines)),
                attachedTo(Case.of(run)).stream().map(GrantSheets::attachment).toList(),
                stepsOf(files.of(Case.of(run)).decisions().stream()));
    }

    private static List<Fact> factsOf(DecreeTerms terms) {
        return List.of(new Fact("Keputusan", "%s – %s".formatted(terms.number(), terms.title())),
                new Fact("Tahun anggaran", String.valueOf(terms.fiscalYear())));
    }

    private static List<Fact> papersOf(PaymentRun run) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("Nomor pencairan", run.reference()));
        add(facts, "Nomor SPP", run.papers().spp());
        add(facts, "Nomor SPM", run.papers().spm());
        add(facts, "Nomor SP2D", run.papers().sp2d());
        run.creditedOn().ifPresent(day -> add(facts, "Masuk kas kabupaten/kota", DateWords.day(day)));
        run.forwardDueOn().ifPresent(day -> add(facts, "Paling lambat diteruskan", DateWords.day(day)));
        add(facts, "Bukti transfer ke desa", run.papers().transfer());
        add(facts, "Nomor surat teguran", run.papers().reprimand());
        return facts;
    }

    private static void add(List<Fact> facts, String label, String value) {
        if (value != null) {
            facts.add(new Fact(label, value));
        }
    }

    private List<Fact> bankSays(String reference) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("Nomor penerusan", reference));
        bank.byReference(reference).ifPresent(found -> facts.add(new Fact("Menurut bank", "%s masuk rekening kas desa, valuta %s"
                .formatted(found.credit().rupiah(), DateWords.day(found.credit().valueDate())))));
        for (Credit other : bank.mismatchesOf(reference)) {
            facts.add(new Fact("Perhatian: laporan bank tidak sesuai", "%s, valuta %s".formatted(other.rupiah(),
                    DateWords.day(other.valueDate()))));
        }
        return facts;
    }

    @Override
    public List<Wanted> wantedOf(String processKey, UUID caseId, String elementId) {
        if (!elementId.equals("UserTask_PrepareRequest")) {
            return List.of();
        }
        Disbursement line = disbursements.get(caseId);
        Set<String> attached = attachedTo(Case.of(line)).stream().map(StoredDocument::kind).collect(Collectors.toSet());
        return checklists.of(line.tranche()).items().stream().filter(item -> item.required() && !attached.contains(item.kind()))
                .map(item -> new Wanted(item.kind(), "Wajib, belum ada.")).toList();
    }

    private Table checklist(Disbursement line, List<StoredDocument> attached) {
        List<List<Object>> rows = checklists.of(line.tranche()).items().stream().map(item -> Arrays.<Object>asList(item.name(),
                item.required() ? "wajib" : "bila ada",
                attached.stream().anyMatch(document -> document.kind().equals(item.kind())) ? "ada" : "belum ada")).toList();
        return new Table("Kelengkapan berkas", List.of("Dokumen", "Sifat", "Terlampir"), rows, List.of());
    }

    private static Table villages(PaymentRun run, List<Disbursement> lines) {
        boolean referenced = !run.collecting();
        List<String> columns = new ArrayList<>(List.of("Kode", "Desa", "Kegiatan desa", "Iuran", "Jumlah"));
        List<Object> totals = new ArrayList<>(Arrays.asList("", "Jumlah", sum(lines, Disbursement::grant).amount(),
                sum(lines, Disbursement::premium).amount(), sum(lines, Disbursement::rupiah).amount()));
        if (referenced) {
            columns.add("Nomor penerusan");
            totals.add("");
        }
        List<List<Object>> rows = lines.stream().map(line -> {
            List<Object> row = new ArrayList<>(Arrays.asList(line.villageCode(), nameOf(line), line.grant().amount(),
                    line.premium().amount(), line.rupiah().amount()));
            if (referenced) {
                row.add(line.forwardingReference().orElse(""));
            }
            return row;
        }).toList();
        return new Table("Desa dalam pencairan ini", columns, rows, totals);
    }

    private List<StoredDocument> attachedTo(Case one) {
        return documents.requireAll(files.documentsOf(one));
    }

    private static Attachment attachment(StoredDocument document) {
        return new Attachment(document.id(), document.kind(), document.fileName(), document.bytes());
    }

    private static List<Step> stepsOf(Stream<Decision> decisions) {
        return decisions.map(taken -> new Step(taken.step().label(), taken.decidedByName(), taken.outcome().label(),
                taken.note().isEmpty() ? null : taken.note(), taken.decidedAt())).toList();
    }

    /** The label without the code, which has a column of its own. */
    private static String nameOf(Disbursement line) {
        return line.villageLabel().replace(" (" + line.villageCode() + ")", "");
    }

    private static Rupiah sum(List<Disbursement> lines, Function<Disbursement, Rupiah> part) {
        return lines.stream().map(part).reduce(Rupiah.ZERO, Rupiah::plus);
    }
}
