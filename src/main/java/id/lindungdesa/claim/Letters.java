package id.lindungdesa.claim;

import id.lindungdesa.calendar.WorkingDays;
import id.lindungdesa.claim.Benefits.Line;
import id.lindungdesa.claim.Benefits.Verdict;
import id.lindungdesa.enrolment.Worker;
import id.lindungdesa.letter.LetterTemplates;
import id.lindungdesa.money.Rupiah;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What the family reads: plain Indonesian, every amount with its article, every refusal with the way to complain. */
@Component
class Letters {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.forLanguageTag("id-ID"));

    private static final String COMPLAINT = """
            Bila keluarga tidak setuju, pengaduan dapat disampaikan ke kantor cabang BPJS Ketenagakerjaan (unit pengendali \
            mutu pelayanan dan penanganan pengaduan), langsung atau melalui kantor desa. Pengaduan dijawab paling lama \
            5 hari kerja; bila belum selesai, dilanjutkan dengan mediasi paling lama 30 hari kerja, kemudian pengadilan \
            (PP 44/2015 Pasal 57-58; UU 24/2011 Pasal 48-50).""";

    private final Clock clock;

    Letters(Clock clock) {
        this.clock = clock;
    }

    String receipt(Claim claim, Worker worker, BenefitRules.Deadline deadline, List<ClaimPaper> papers) {
        return LetterTemplates.fill("claim-receipt", with(claim, worker, Map.of("days", deadline.workingDays(), "basis", deadline.legalBasis(),
                "papers", papers.stream().filter(paper -> paper.asked().required()).map(paper -> "- %s: %s".formatted(paper.asked().label(),
                        paper.documents().isEmpty() ? "belum" : "sudah diterima")).collect(Collectors.joining("\n")))));
    }

    /** One list: each paper that is missing or refused, why, who issues it, and where to bring it. */
    String missing(Claim claim, String note, List<ClaimPaper> missing) {
        return LetterTemplates.fill("claim-missing", Map.of("programme", programme(claim), "claim", claim.number(), "today", today(),
                "note", note.strip(), "requiredHead", missing.isEmpty() ? "" : "# Dokumen yang harus dibawa",
                "required", missing.stream().map(Letters::asked).collect(Collectors.joining("\n"))));
    }

    private static String asked(ClaimPaper paper) {
        return "- %s: %s. Diterbitkan oleh: %s. Dasar: %s.".formatted(paper.asked().label(), paper.why(), paper.asked().issuer(),
                paper.asked().legalBasis());
    }

    String decision(Claim claim, Worker worker, Verdict verdict, List<Heir> heirs, List<Line> lines) {
        boolean reduced = verdict.decision() == Assessment.Decision.REDUCED;
        return LetterTemplates.fill("claim-decision", with(claim, worker, Map.of(
                "granted", reduced ? "dikabulkan sebagian." : "dikabulkan.",
                "reduced", verdict.reasons().isEmpty() ? "" : (reduced ? "Mengapa tidak seluruhnya: " : "Catatan: ") + reasons(verdict) + ".",
                "reducedBasis", verdict.reasons().isEmpty() ? "" : "Dasar: " + verdict.legalBasis(),
                "table", table(lines), "payees", payees(lines, heirs, line -> ""), "payBy", claim.payBy() == null ? "" : date(claim.payBy()),
                "scholarship", scholarship(claim, verdict), "complaint", COMPLAINT)));
    }

    String payment(Claim claim, Worker worker, Verdict verdict, List<Heir> heirs, List<Line> lines) {
        return LetterTemplates.fill("claim-payment", with(claim, worker, Map.of("table", table(lines),
                "payees", payees(lines, heirs, line -> ", referensi bank "
                        + (line.bankReference() == null ? claim.bankReference() : line.bankReference())),
                "noteHead", verdict.reasons().isEmpty() ? "" : "Catatan: %s (%s).".formatted(reasons(verdict), verdict.legalBasis()),
                "scholarship", scholarship(claim, verdict), "complaint", COMPLAINT)));
    }

    String interim(Claim claim, Interim interim) {
        return LetterTemplates.fill("claim-interim", Map.of("programme", programme(claim), "claim", claim.number(), "today", today(),
                "table", String.join("\n", LetterTemplates.row("Manfaat", "Dasar hukum", "Jumlah"), LetterTemplates.row(
                        "%s sampai bulan ke-%d".formatted(Wording.component("INCOME_REPLACEMENT"), interim.throughMonth()),
                        interim.legalBasis(), interim.rupiah())),
                "reference", interim.bankReference(), "complaint", COMPLAINT));
    }

    String rejection(Claim claim, Worker worker, Verdict verdict) {
        String officials = claim.deeds().stream().filter(deed -> deed.outcome() == Outcome.REJECTED
                        || deed.outcome() == Outcome.REJECTION_PROPOSED)
                .filter(deed -> deed.note() != null).map(deed -> "- %s: %s".formatted(deed.step().label(), deed.note()))
                .collect(Collectors.joining("\n"));
        return LetterTemplates.fill("claim-rejection", with(claim, worker, Map.of(
                "rule", verdict.reasons().isEmpty() ? "" : "Menurut aturan: %s.".formatted(reasons(verdict)),
                "basis", verdict.reasons().isEmpty() ? "" : "Dasar: " + verdict.legalBasis(),
                "officialsHead", officials.isEmpty() ? "" : "Alasan pejabat:", "officials", officials,
                "late", verdict.standing() == Membership.Standing.LAPSED ? "Bila iuran terlambat karena dana desa terlambat "
                        + "disalurkan, sampaikan hal itu dalam pengaduan agar diperiksa." : "",
                "complaint", COMPLAINT)));
    }

    /** What every letter about a claim names. */
    private Map<String, Object> with(Claim claim, Worker worker, Map<String, ?> others) {
        boolean dead = claim.programme() == Programme.JKM;
        Map<String, Object> all = new HashMap<>(others);
        all.putAll(Map.of("programme", programme(claim), "claim", claim.number(), "today", today(), "event", event(claim, worker),
                "to", dead ? "keluarga almarhum/almarhumah " + worker.name() : "keluarga Bapak/Ibu " + worker.name(),
                "condolence", dead ? "Kami turut berduka cita." : "Kami turut prihatin."));
        return all;
    }

    private static String table(List<Line> lines) {
        StringBuilder rows = new StringBuilder(LetterTemplates.row("Manfaat", "Dasar hukum", "Jumlah"));
        lines.stream().collect(Collectors.groupingBy(Line::code, LinkedHashMap::new, Collectors.toList())).forEach((code, parts) ->
                rows.append('\n').append(LetterTemplates.row(Wording.component(code), parts.get(0).legalBasis(), sum(parts))));
        return rows.append('\n').append(LetterTemplates.row("Jumlah", "", sum(lines))).toString();
    }

    private static String payees(List<Line> lines, List<Heir> heirs, Function<Line, String> reference) {
        return lines.stream().collect(Collectors.groupingBy(Line::payee, TreeMap::new, Collectors.toList())).entrySet().stream()
                .map(payee -> "- %s: %s%s".formatted(payeeName(payee.getKey(), heirs), sum(payee.getValue()),
                        reference.apply(payee.getValue().get(0)))).collect(Collectors.joining("\n"));
    }

    private String today() {
        return date(clock.instant());
    }

    private static String programme(Claim claim) {
        return claim.programme() == Programme.JKM ? "jaminan kematian" : "jaminan kecelakaan kerja";
    }

    private static String event(Claim claim, Worker worker) {
        return "%s %s pada %s".formatted(claim.programme() == Programme.JKM ? "meninggalnya"
                : claim.cause() == Cause.OCCUPATIONAL_DISEASE ? "penyakit akibat kerja" : "kecelakaan kerja", worker.name(), date(claim.eventDate()));
    }

    static String payeeName(int payee, List<Heir> heirs) {
        return payee == Shares.FUND ? "Dana Jaminan Sosial" : payee == Shares.WORKER ? "Pekerja sendiri" : heirs.stream().filter(heir -> heir.place() == payee)
                .map(heir -> "%s (%s)".formatted(heir.name(), heir.relation().label())).findFirst().orElseThrow();
    }

    static String date(LocalDate day) {
        return DAY.format(day);
    }

    static String date(Instant instant) {
        return DAY.format(day(instant));
    }

    static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, WorkingDays.JAKARTA);
    }

    private static String scholarship(Claim claim, Verdict verdict) {
        return claim.programme() != Programme.JKM ? "" : verdict.months() < 36 ? ("Beasiswa pendidikan anak pada jaminan kematian memerlukan masa iur paling sedikit "
                + "3 tahun; masa kepesertaan pekerja %d bulan, sehingga beasiswa belum dapat diberikan (PP 82/2019).")
                        .formatted(verdict.months())
                : "Anak yang masih bersekolah dapat mengajukan beasiswa pendidikan di kantor cabang (PP 82/2019).";
    }

    private static String reasons(Verdict verdict) {
        return verdict.reasons().stream().map(Wording::reason).collect(Collectors.joining("; "));
    }

    private static Rupiah sum(List<Line> lines) {
        return lines.stream().map(Line::rupiah).reduce(Rupiah.ZERO, Rupiah::plus);
    }
}
