package id.lindungdesa.claim;

import id.lindungdesa.benefit.Assessment;
import id.lindungdesa.benefit.BenefitRules;
import id.lindungdesa.benefit.Cause;
import id.lindungdesa.benefit.Circumstance;
import id.lindungdesa.benefit.Heir;
import id.lindungdesa.benefit.Membership;
import id.lindungdesa.benefit.Programme;
import id.lindungdesa.benefit.Shares;
import id.lindungdesa.benefit.Wording;
import id.lindungdesa.calendar.DateWords;
import id.lindungdesa.calendar.WorkingDays;
import id.lindungdesa.claim.Benefits.Line;
import id.lindungdesa.claim.Benefits.Verdict;
import id.lindungdesa.enrolment.Worker;
import id.lindungdesa.letter.LetterTemplates;
import id.lindungdesa.money.Rupiah;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What the family reads: plain Indonesian, every amount with its article, every refusal with the way to complain. */
@Component
class Letters {

    /** A letter about a claim is itself a key to complain: its code leads there. */
    static final String COMPLAINT = LetterTemplates.fill("how-to-complain", Map.of(
            "scan", "Pindai kode di kaki surat ini dengan telepon, lalu pilih Sampaikan pengaduan."));

    /** An accident's claim waits longest for this, and the family holds it. */
    private static final String UNTIL_DOCTOR = "- Setelah dokter menyatakan pekerja sembuh, cacat, atau meninggal, serahkan surat keterangan "
            + "dokter (tahap II) melalui operator desa atau ke kantor cabang; baru setelah itu manfaat akhir dihitung.\n"
            + "- Selama dirawat, setiap bulan tidak mampu bekerja dibayar setelah bulan itu selesai, tanpa menunggu sembuh. Simpan semua "
            + "kuitansi angkutan dan perawatan.";

    /** The rules would have paid: whoever complains must know it. */
    private static final String BY_OFFICIALS = "Syarat kepesertaan menurut aturan terpenuhi; klaim ditolak karena hasil pemeriksaan pejabat.";

    private final Clock clock;

    Letters(Clock clock) {
        this.clock = clock;
    }

    String receipt(Claim claim, Worker worker, BenefitRules.Deadline deadline, List<ClaimPaper> papers) {
        return LetterTemplates.fill("claim-receipt", with(claim, worker, Map.of("days", deadline.workingDays(), "basis", deadline.legalBasis(),
                "untilDoctor", claim.programme() == Programme.JKM ? "" : UNTIL_DOCTOR,
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
        return "- %s: %s. Diterbitkan oleh: %s. Dasar: %s.".formatted(paper.asked().label(), withoutStop(paper.why()), paper.asked().issuer(),
                paper.asked().legalBasis());
    }

    /** Another sentence follows, and officials end theirs as they like. */
    static String withoutStop(String text) {
        return text.strip().replaceAll("[.\\s]+$", "");
    }

    /** Who said no: the step is called an approval, whatever came of it. */
    private static String who(Step step) {
        return switch (step.duty()) {
            case APPROVAL -> "Kepala Bidang";
            case APPROVAL_ABOVE_LIMIT -> "Kepala Cabang";
            default -> "Petugas";
        };
    }

    /**
     * @param right the worker's children's right to a scholarship, which no benefit line shows
     * @param from what an accident's benefit was reckoned from
     */
    String decision(Claim claim, Worker worker, Verdict verdict, List<Heir> heirs, List<Line> lines, ScholarshipRight.Terms right,
            List<String> from) {
        boolean reduced = verdict.decision() == Assessment.Decision.REDUCED;
        return LetterTemplates.fill("claim-decision", with(claim, worker, about(claim, lines), Map.of(
                "granted", reduced ? "dikabulkan sebagian." : "dikabulkan.",
                "reduced", verdict.reasons().isEmpty() ? "" : (reduced ? "Mengapa tidak seluruhnya: " : "Catatan: ") + reasons(verdict) + ".",
                "fromHead", from.isEmpty() ? "" : "# Dihitung dari",
                "from", from.stream().map(line -> "- " + line).collect(Collectors.joining("\n")),
                "reducedBasis", verdict.reasons().isEmpty() || verdict.decision() == Assessment.Decision.GRANTED ? "" : "Dasar: " + verdict.legalBasis(),
                "table", table(lines), "payees", payees(lines, heirs, line -> ""), "payBy", claim.payBy() == null ? "" : DateWords.day(claim.payBy()),
                "scholarship", scholarship(verdict, right), "complaint", COMPLAINT)));
    }

    /** @param right as in the decision */
    String payment(Claim claim, Worker worker, Verdict verdict, List<Heir> heirs, List<Line> lines, ScholarshipRight.Terms right) {
        return LetterTemplates.fill("claim-payment", with(claim, worker, about(claim, lines), Map.of("table", table(lines),
                "whose", about(claim, lines) == About.LIVING ? "Anda" : "keluarga",
                "payees", payees(lines, heirs, line -> ", referensi bank "
                        + (line.bankReference() == null ? claim.bankReference() : line.bankReference())),
                "noteHead", verdict.reasons().isEmpty() ? ""
                        : verdict.decision() == Assessment.Decision.GRANTED ? "Catatan: %s.".formatted(reasons(verdict))
                        : "Catatan: %s (%s).".formatted(reasons(verdict), verdict.legalBasis()),
                "scholarship", scholarship(verdict, right), "complaint", COMPLAINT)));
    }

    String interim(Claim claim, Interim interim) {
        return LetterTemplates.fill("claim-interim", Map.of("programme", programme(claim), "claim", claim.number(), "today", today(),
                "table", String.join("\n", LetterTemplates.row("Manfaat", "Dasar hukum", "Jumlah"), LetterTemplates.row(
                        "%s sampai bulan ke-%d".formatted(Wording.component("INCOME_REPLACEMENT"), interim.throughMonth()),
                        interim.legalBasis(), interim.rupiah())),
                "reference", interim.bankReference(), "complaint", COMPLAINT));
    }

    /** Why the clock of a complete file stands still, for whom is waited, and what the family can do. */
    String paused(Claim claim, Worker worker, ClaimPause pause) {
        return LetterTemplates.fill("claim-paused", with(claim, worker, Map.of("holder", pause.cause().label(), "note", pause.note(),
                "pausedOn", DateWords.day(day(pause.begunAt())), "payBy", DateWords.day(claim.payBy()), "basis", clockBasis(claim),
                "todo", pause.cause().familyCan(), "complaint", COMPLAINT)));
    }

    String resumed(Claim claim, Worker worker) {
        return LetterTemplates.fill("claim-resumed", with(claim, worker, Map.of("payBy", DateWords.day(claim.payBy()), "basis", clockBasis(claim),
                "complaint", COMPLAINT)));
    }

    private static String article(Claim claim) {
        return claim.programme() == Programme.JKM ? "PP 44/2015 Pasal 40" : "PP 44/2015 Pasal 37";
    }

    private static String clockBasis(Claim claim) {
        return article(claim) + (claim.programme() == Programme.JKM ? " ayat (3)" : " ayat (2)");
    }

    /** @param died as the event, or of an accident later */
    String rejection(Claim claim, Worker worker, Verdict verdict, boolean died) {
        String officials = claim.deeds().stream().filter(deed -> deed.outcome() == Outcome.REJECTED
                        || deed.outcome() == Outcome.REJECTION_PROPOSED)
                .filter(deed -> deed.note() != null).map(deed -> "- %s: %s".formatted(who(deed.step()), deed.note()))
                .collect(Collectors.joining("\n"));
        return LetterTemplates.fill("claim-rejection", with(claim, worker, died ? About.DEAD : About.LIVING, Map.of(
                "rule", verdict.reasons().isEmpty() ? BY_OFFICIALS : "Menurut aturan: %s.".formatted(reasons(verdict)),
                "basis", "Dasar: %s%s".formatted(verdict.legalBasis(), verdict.reasons().isEmpty()
                        ? "; %s (kebenaran klaim diperiksa sebelum dibayar)".formatted(article(claim)) : ""),
                "officialsHead", officials.isEmpty() ? "" : "Alasan pejabat:", "officials", officials,
                "late", verdict.standing() == Membership.Standing.LAPSED ? "Bila iuran terlambat karena dana desa terlambat "
                        + "disalurkan, sampaikan hal itu dalam pengaduan agar diperiksa." : "",
                "complaint", COMPLAINT)));
    }

    /** Who reads: the family of a dead worker, the worker himself, or whoever there is while nobody knows how it ends. */
    private enum About {
        DEAD("keluarga almarhum/almarhumah ", "Kami turut berduka cita."), LIVING("Bapak/Ibu ", "Kami turut prihatin."),
        OPEN("keluarga Bapak/Ibu ", "Kami turut prihatin.");

        private final String to;
        private final String condolence;

        About(String to, String condolence) {
            this.to = to;
            this.condolence = condolence;
        }
    }

    /** Of an accident, what is paid says whether the worker lived. */
    private static About about(Claim claim, List<Line> lines) {
        boolean died = claim.programme() == Programme.JKM || lines.stream().anyMatch(line -> line.payee() != Shares.WORKER);
        return died ? About.DEAD : About.LIVING;
    }

    private Map<String, Object> with(Claim claim, Worker worker, Map<String, ?> others) {
        return with(claim, worker, claim.programme() == Programme.JKM ? About.DEAD : About.OPEN, others);
    }

    /** What every letter about a claim names. */
    private Map<String, Object> with(Claim claim, Worker worker, About about, Map<String, ?> others) {
        Map<String, Object> all = new HashMap<>(others);
        all.putAll(Map.of("programme", programme(claim), "claim", claim.number(), "today", today(), "event", event(claim, worker),
                "to", about.to + worker.name(), "condolence", about.condolence));
        return all;
    }

    static String table(List<Line> lines) {
        StringBuilder rows = new StringBuilder(LetterTemplates.row("Manfaat", "Dasar hukum", "Jumlah"));
        lines.stream().collect(Collectors.groupingBy(Line::code, LinkedHashMap::new, Collectors.toList())).forEach((code, parts) ->
                rows.append('\n').append(LetterTemplates.row(Wording.component(code), parts.get(0).legalBasis(), sum(parts))));
        return rows.append('\n').append(LetterTemplates.row("Jumlah", "", sum(lines))).toString();
    }

    static String payees(List<Line> lines, List<Heir> heirs, Function<Line, String> reference) {
        return lines.stream().collect(Collectors.groupingBy(Line::payee, TreeMap::new, Collectors.toList())).entrySet().stream()
                .map(payee -> "- %s: %s%s".formatted(receivedBy(payee.getKey(), heirs), sum(payee.getValue()),
                        reference.apply(payee.getValue().get(0)))).collect(Collectors.joining("\n"));
    }

    private String today() {
        return DateWords.day(clock.instant());
    }

    private static String programme(Claim claim) {
        return claim.programme() == Programme.JKM ? "jaminan kematian" : "jaminan kecelakaan kerja";
    }

    private static String event(Claim claim, Worker worker) {
        return "%s %s pada %s".formatted(claim.programme() == Programme.JKM ? "meninggalnya"
                : claim.cause() == Cause.OCCUPATIONAL_DISEASE ? "penyakit akibat kerja" : "kecelakaan kerja", worker.name(), DateWords.day(claim.eventDate()));
    }

    static String payeeName(int payee, List<Heir> heirs) {
        return payee == Shares.FUND ? "Dana Jaminan Sosial" : payee == Shares.WORKER ? "Pekerja sendiri" : heirs.stream().filter(heir -> heir.place() == payee)
                .map(heir -> "%s (%s)".formatted(heir.name(), heir.relation().label())).findFirst().orElseThrow();
    }

    /** The payee as above, and in whose account his part comes where that is another's. */
    static String receivedBy(int payee, List<Heir> heirs) {
        Circumstance circumstance = heirs.stream().filter(heir -> heir.place() == payee).findFirst().map(Heir::circumstance)
                .orElse(Circumstance.NONE);
        String receiver = circumstance.guardian() != null ? ", diterima oleh wali: " + circumstance.guardian().name()
                : circumstance.receivedBy() != null ? ", diterima dengan surat kuasa oleh: " + payeeName(circumstance.receivedBy(), heirs) : "";
        return payeeName(payee, heirs) + receiver;
    }

    static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, WorkingDays.JAKARTA);
    }

    /** A partial disability leaves no right, and then there is nothing to say. */
    private static String scholarship(Verdict verdict, ScholarshipRight.Terms right) {
        if (right.granted()) {
            return ("# Beasiswa untuk anak\nAnak yang masih bersekolah berhak atas beasiswa pendidikan, paling banyak %d anak (%s). "
                    + "Beasiswa tidak dibayar dengan sendirinya: ajukan di kantor desa atau kantor cabang dengan akta kelahiran anak, kartu "
                    + "keluarga, surat keterangan sekolah, rapor, dan buku tabungan; bukti sekolah diserahkan lagi setiap tahun ajaran. Anak "
                    + "yang belum bersekolah mulai menerima setelah bersekolah.").formatted(right.children(), right.legalBasis());
        }
        return right.reasons().isEmpty() ? "" : "Beasiswa pendidikan anak tidak dapat diberikan: %s; masa kepesertaan pekerja %d bulan (%s)."
                .formatted(right.reasons().stream().map(Wording::reason).collect(Collectors.joining("; ")), verdict.months(), right.legalBasis());
    }

    private static String reasons(Verdict verdict) {
        return verdict.reasons().stream().map(Wording::reason).collect(Collectors.joining("; "));
    }

    static Rupiah sum(List<Line> lines) {
        return lines.stream().map(Line::rupiah).reduce(Rupiah.ZERO, Rupiah::plus);
    }
}
