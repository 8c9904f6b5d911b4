package id.lindungdesa.claim;

import id.lindungdesa.benefit.AssessmentForm;
import id.lindungdesa.benefit.BodyPart;
import id.lindungdesa.benefit.Consequence;
import id.lindungdesa.benefit.Heir;
import id.lindungdesa.benefit.Wording;
import id.lindungdesa.calendar.DateWords;
import id.lindungdesa.claim.Benefits.Line;
import id.lindungdesa.money.Rupiah;
import id.lindungdesa.workflow.CaseSheets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The claim's own sheet, with why it was opened again, what was calculated and what was paid before. */
@Component
class SupplementSheets implements CaseSheets {

    private static final String PAY = "UserTask_PaySupplement";

    private final Supplements supplements;
    private final SupplementCalculation calculation;
    private final ClaimSheets claims;
    private final ClaimFiles files;
    private final PaymentTable payments;

    SupplementSheets(Supplements supplements, SupplementCalculation calculation, ClaimSheets claims, ClaimFiles files, PaymentTable payments) {
        this.supplements = supplements;
        this.calculation = calculation;
        this.claims = claims;
        this.files = files;
        this.payments = payments;
    }

    @Override
    public Set<String> processes() {
        return Set.of(SupplementDesk.KEY);
    }

    @Override
    public String titleOf(String processKey, UUID caseId) {
        Supplement supplement = supplements.get(caseId);
        String title = claims.titleOf(ClaimProcess.KEY, supplement.claimId());
        return supplement.number() + title.substring(title.indexOf(" · "));
    }

    @Override
    public Sheet sheetOf(String processKey, UUID caseId, String elementId) {
        Supplement supplement = supplements.get(caseId);
        Sheet claim = claims.sheetOf(ClaimProcess.KEY, supplement.claimId(), elementId);
        List<Line> lines = supplements.lines(caseId);
        List<Fact> facts = new ArrayList<>(List.of(new Fact("Mengapa dibuka kembali", supplement.reason()),
                new Fact("Dasar hukum", supplement.legalBasis()),
                new Fact("Selisih dibayar paling lambat", DateWords.day(supplement.payBy()))));
        List<Table> tables = new ArrayList<>();
        if (supplement.facts() != null) {
            facts.addAll(corrected(calculation.read(supplement.facts())));
            facts.add(new Fact("Manfaat menurut perhitungan ulang", supplement.due().toString()));
            facts.add(new Fact("Sudah dibayar", supplement.paid().toString()));
            facts.add(new Fact("Selisih", supplements.difference(caseId).toString()));
            tables.add(difference(supplement, lines));
        }
        if (PAY.equals(elementId)) {
            tables.add(payments.ofLines(supplement.claimId(), lines));
        }
        facts.addAll(claim.facts());
        tables.addAll(claim.tables());
        return new Sheet(supplement.number(), claim.where(), supplement.facts() == null ? null : supplements.difference(caseId).amount(), facts,
                tables, claim.documents(), claim.steps());
    }

    private Table difference(Supplement supplement, List<Line> lines) {
        List<Heir> heirs = files.heirs(supplement.claimId());
        return new Table("Selisih manfaat", List.of("Komponen", "Penerima", "Dasar hukum", "Jumlah (Rp)"),
                lines.stream().map(line -> List.<Object>of(Wording.component(line.code()), Letters.payeeName(line.payee(), heirs),
                        line.legalBasis(), line.rupiah().amount())).toList(),
                Arrays.asList("Jumlah", null, null, lines.stream().mapToLong(line -> line.rupiah().amount()).sum()));
    }

    private static List<Fact> corrected(SupplementFacts found) {
        List<Fact> facts = new ArrayList<>();
        if (found.memberSince() != null) {
            facts.add(new Fact("Diperbaiki: terlindungi sejak", DateWords.day(found.memberSince())));
        }
        if (StageTwoForm.isFilled(found.outcome())) {
            facts.add(new Fact("Diperbaiki: akibat bagi pekerja", Consequence.valueOf(found.outcome()).label()));
        }
        if (found.incomeBase() != null) {
            facts.add(new Fact("Diperbaiki: penghasilan sebulan", Rupiah.of(found.incomeBase()).toString()));
        }
        if (found.unableToWork() != null) {
            facts.add(new Fact("Diperbaiki: tidak mampu bekerja", "%d bulan %d hari".formatted(
                    found.unableToWork().months() == null ? 0 : found.unableToWork().months(),
                    found.unableToWork().days() == null ? 0 : found.unableToWork().days())));
        }
        if (found.disabilities() != null && !found.disabilities().isEmpty()) {
            facts.add(new Fact("Diperbaiki: cacat", found.disabilities().stream().map(one -> InjurySheet.part(BodyPart.valueOf(one.part()))
                    + (one.percentLost() == null ? "" : " %d%%".formatted(one.percentLost())))
                    .collect(Collectors.joining("; "))));
        }
        if (found.dominantHand() != null && !found.dominantHand().isBlank()) {
            facts.add(new Fact("Diperbaiki: tangan yang dipakai bekerja", found.dominantHand().equals("LEFT") ? "Kiri" : "Kanan"));
        }
        if (found.transport() != null && !found.transport().isEmpty()) {
            facts.add(new Fact("Diperbaiki: kuitansi angkutan", Rupiah.of(found.transport().stream()
                    .mapToLong(AssessmentForm.Fare::rupiah).sum()).toString()));
        }
        if (found.homeCare() != null) {
            facts.add(new Fact("Diperbaiki: perawatan di rumah", "%d bulan, %s".formatted(found.homeCare().months(),
                    Rupiah.of(found.homeCare().rupiah()))));
        }
        if (facts.isEmpty()) {
            facts.add(new Fact("Diperbaiki", "tidak ada; dihitung menurut catatan kepesertaan sekarang"));
        }
        return facts;
    }
}
