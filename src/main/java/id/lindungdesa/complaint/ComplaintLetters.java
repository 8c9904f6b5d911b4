package id.lindungdesa.complaint;

import id.lindungdesa.calendar.DateWords;
import id.lindungdesa.calendar.WorkingDays;
import id.lindungdesa.claim.ClaimBrief;
import id.lindungdesa.claim.ClaimRegister;
import id.lindungdesa.letter.LetterTemplates;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What the family reads at each turn of its complaint, put into the file of the claim. */
@Component
class ComplaintLetters {

    private final Complaints complaints;
    private final ClaimRegister claims;
    private final Clock clock;

    ComplaintLetters(Complaints complaints, ClaimRegister claims, Clock clock) {
        this.complaints = complaints;
        this.claims = claims;
        this.clock = clock;
    }

    void received(Complaint complaint) {
        write(complaint, "COMPLAINT_RECEIVED", "complaint-received", Map.of());
    }

    void overdue(Complaint complaint) {
        write(complaint, "COMPLAINT_OVERDUE", "complaint-overdue", Map.of());
    }

    /** @param answer what the official wrote */
    void dismissed(Complaint complaint, String answer) {
        write(complaint, "COMPLAINT_DISMISSED", "complaint-dismissed", Map.of("answer", answer));
    }

    void mediationOverdue(Complaint complaint) {
        write(complaint, "MEDIATION_OVERDUE", "complaint-mediation-overdue", Map.of());
    }

    /** @param outcome what becomes of the claim: REOPENED, RECALCULATED or NOTED */
    void settled(Complaint complaint, Entry decision, ComplaintOutcome outcome) {
        write(complaint, "COMPLAINT_SETTLED", "complaint-settled", Map.of("answerHead", head(decision), "answer", text(decision.note()),
                "way", inSentence(decision.step().label()), "outcome", switch (outcome) {
                    case REOPENED -> "Klaim dibuka kembali dan diputus oleh pejabat lain. Keluarga tidak perlu mengajukan klaim baru; "
                            + "batas waktu pembayaran dihitung kembali sejak hari ini bila berkas lengkap.";
                    case RECALCULATED -> "Manfaat dihitung ulang dan selisihnya dibayarkan ke rekening penerima; yang sudah dibayar tetap milik "
                            + "keluarga. Keluarga tidak perlu mengajukan klaim baru dan menerima surat tentang hasilnya.";
                    default -> "Kantor cabang wajib melaksanakan keputusan ini dan memberi tahu keluarga. Bila itu tidak terjadi, "
                            + "sampaikan pengaduan baru melalui kantor desa atau kantor cabang.";
                }));
    }

    void closed(Complaint complaint, Entry last) {
        boolean lost = last.step() == ComplaintStep.COURT && last.outcome() == ComplaintOutcome.LOST;
        write(complaint, "COMPLAINT_CLOSED", "complaint-closed", Map.of("why", inSentence(last.outcome().label()),
                "answerHead", head(last), "answer", text(last.note()),
                "next", lost ? "Terhadap putusan pengadilan tersedia upaya hukum menurut hukum acara. Tanyakan kepada pengadilan sampai "
                        + "kapan upaya itu dapat diajukan."
                        : "Bila ada keterangan baru, pengaduan baru dapat disampaikan melalui kantor desa atau kantor cabang."));
    }

    void withdrawn(Complaint complaint) {
        write(complaint, "COMPLAINT_WITHDRAWN", "complaint-withdrawn", Map.of());
    }

    /** Offices keep their capitals. */
    private static String inSentence(String label) {
        return label.substring(0, 1).toLowerCase(Locale.ROOT) + label.substring(1);
    }

    private static String head(Entry entry) {
        return text(entry.note()).isBlank() ? "" : "# Keterangan";
    }

    private static String text(String noteOrNull) {
        return noteOrNull == null ? "" : noteOrNull;
    }

    private void write(Complaint complaint, String kind, String template, Map<String, ?> more) {
        ClaimBrief claim = claims.get(complaint.claimId());
        Story story = complaints.story(complaint.id());
        Map<String, Object> values = new HashMap<>(more);
        values.put("number", complaint.number());
        values.put("claim", claim.number());
        values.put("today", DateWords.day(LocalDate.ofInstant(clock.instant(), WorkingDays.JAKARTA)));
        values.put("to", story.name());
        values.put("subject", complaint.subject().label());
        values.put("dueOn", complaint.dueOn() == null ? "" : DateWords.day(complaint.dueOn()));
        values.put("basis", text(complaint.legalBasis()));
        values.put("decision", text(complaint.decisionNumber()));
        claims.write(claim.id(), kind, LetterTemplates.fill(template, values), story.email());
    }
}
