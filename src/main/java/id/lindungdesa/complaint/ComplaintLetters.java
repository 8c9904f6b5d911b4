package id.lindungdesa.complaint;

import id.lindungdesa.calendar.WorkingDays;
import id.lindungdesa.claim.ClaimBrief;
import id.lindungdesa.claim.ClaimRegister;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** What the family reads at each turn of its complaint, put into the file of the claim. */
@Component
class ComplaintLetters {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.forLanguageTag("id-ID"));

    private final Complaints complaints;
    private final ClaimRegister claims;
    private final Clock clock;

    ComplaintLetters(Complaints complaints, ClaimRegister claims, Clock clock) {
        this.complaints = complaints;
        this.claims = claims;
        this.clock = clock;
    }

    void received(Complaint complaint) {
        write(complaint, "COMPLAINT_RECEIVED", "Tanda terima pengaduan",
                "Pengaduan tentang \"%s\" telah kami terima dan akan dijawab paling lambat %s (%s) oleh pejabat yang tidak ikut "
                        .formatted(complaint.subject().label(), date(complaint.dueOn()), complaint.legalBasis())
                + "menangani klaim ini.\n\nPengaduan dapat dicabut setiap waktu melalui kantor desa.");
    }

    void overdue(Complaint complaint) {
        write(complaint, "COMPLAINT_OVERDUE", "Pengaduan dialihkan ke Kantor Wilayah",
                "Pengaduan Anda belum dijawab sampai %s (%s). Kantor Wilayah kini mengambil alih dan menjawabnya."
                        .formatted(date(complaint.dueOn()), complaint.legalBasis()));
    }

    /** @param answer what the official wrote */
    void dismissed(Complaint complaint, String answer) {
        write(complaint, "COMPLAINT_DISMISSED", "Jawaban pengaduan",
                "Setelah diperiksa, pengaduan Anda tidak dapat dibenarkan.\n\nAlasan:\n%s\n\n".formatted(answer)
                + "Bila keluarga tidak menerima jawaban ini, mintalah mediasi melalui kantor desa paling lambat %s (%s). Mediasi tidak dipungut biaya. "
                        .formatted(date(complaint.dueOn()), complaint.legalBasis())
                + "Tanpa tanggapan sampai hari itu pengaduan ditutup; pengaduan baru tetap dapat disampaikan.");
    }

    void mediationOverdue(Complaint complaint) {
        write(complaint, "MEDIATION_OVERDUE", "Batas waktu mediasi terlewati",
                "Mediasi belum selesai sampai %s (%s). Keluarga dapat menunggu hasilnya atau mengajukan perkara ke pengadilan "
                        .formatted(date(complaint.dueOn()), complaint.legalBasis())
                + "(UU 24/2011 Pasal 50).");
    }

    /** @param reopened whether the claim went back to the desk */
    void settled(Complaint complaint, Entry decision, boolean reopened) {
        write(complaint, "COMPLAINT_SETTLED", "Pengaduan dikabulkan",
                "Pengaduan Anda dikabulkan melalui %s.\n\nKeterangan:\n%s\n\n".formatted(
                        decision.step().label().toLowerCase(Locale.ROOT), decision.note())
                + (complaint.decisionNumber() == null ? "" : "Nomor putusan: %s\n\n".formatted(complaint.decisionNumber()))
                + (reopened ? "Klaim dibuka kembali dan diputus oleh pejabat lain. Keluarga tidak perlu mengajukan klaim baru; "
                        + "batas waktu pembayaran dihitung kembali sejak hari ini bila berkas lengkap."
                        : "Kantor cabang wajib melaksanakan keputusan ini dan memberi tahu keluarga."));
    }

    void closed(Complaint complaint, Entry last) {
        boolean court = last.step() == ComplaintStep.COURT;
        write(complaint, "COMPLAINT_CLOSED", "Penutupan pengaduan",
                "Pengaduan ini ditutup: %s.\n\n".formatted(last.outcome().label().toLowerCase(Locale.ROOT))
                + (last.note() == null ? "" : "Keterangan:\n%s\n\n".formatted(last.note()))
                + (complaint.decisionNumber() == null ? "" : "Nomor putusan: %s\n\n".formatted(complaint.decisionNumber()))
                + (court && last.outcome() == ComplaintOutcome.LOST ? "Terhadap putusan pengadilan tersedia upaya hukum menurut "
                        + "hukum acara." : "Bila ada keterangan baru, pengaduan baru dapat disampaikan melalui kantor desa atau "
                        + "kantor cabang."));
    }

    void withdrawn(Complaint complaint) {
        write(complaint, "COMPLAINT_WITHDRAWN", "Pencabutan pengaduan",
                "Atas permintaan keluarga pengaduan ini dicabut. Keluarga tetap berhak mengadu kembali.");
    }

    static String date(LocalDate day) {
        return DAY.format(day);
    }

    private void write(Complaint complaint, String kind, String subject, String text) {
        ClaimBrief claim = claims.get(complaint.claimId());
        claims.write(claim.id(), kind, "Perihal: %s\nNomor pengaduan: %s\nNomor klaim: %s\nTanggal: %s\nKepada: %s\n\n%s"
                .formatted(subject, complaint.number(), claim.number(),
                        date(LocalDate.ofInstant(clock.instant(), WorkingDays.JAKARTA)),
                        complaints.story(complaint.id()).name(), text));
    }
}
