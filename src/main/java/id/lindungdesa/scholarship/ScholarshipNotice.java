package id.lindungdesa.scholarship;

import id.lindungdesa.letter.IssuedLetter;
import id.lindungdesa.letter.LetterTemplates;
import id.lindungdesa.notice.Mail;
import id.lindungdesa.notice.Outbox;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What a guardian who gave an e-mail address is told: that there is a letter and what to do, and nothing of the child. */
@Component
class ScholarshipNotice {

    private static final Map<String, String> TO_DO = Map.of(
            "REMINDER", "Bukti sekolah perlu diserahkan melalui operator desa. Mintalah suratnya: di dalamnya ada daftar dan batas waktunya.",
            "SUSPENSION", "Bukti sekolah belum diterima. Hak belum hilang: serahkan melalui operator desa sebelum tanggal di surat.",
            "MISSING_DOCUMENTS", "Masih ada bukti yang kurang. Hubungi operator desa untuk melengkapinya.",
            "PAYMENT", "Beasiswa sudah dibayarkan. Periksa rekening dalam 3 hari kerja; bila belum masuk, datanglah ke kantor desa.",
            "END", "Beasiswa berakhir. Mintalah suratnya: di dalamnya ada alasan dan cara mengadu.",
            "CHANGE_NOTED", "Laporan sudah dicatat dan beasiswa berlanjut. Keluarga tidak perlu melakukan apa pun.",
            "SCHOLARSHIP_DEMAND", "Ada pembayaran yang diminta kembali. Mintalah suratnya sebelum membayar apa pun.");

    private final Outbox outbox;

    ScholarshipNotice(Outbox outbox) {
        this.outbox = outbox;
    }

    /** Posted in the transaction of the letter. */
    void tell(Scholarship child, IssuedLetter letter, String subject) {
        if (child.guardian().email() != null) {
            outbox.send(new Mail(child.guardian().email(), "Surat " + letter.number(), LetterTemplates.fill("notice", Map.of(
                    "about", "beasiswa", "number", letter.number(), "title", subject, "address", letter.address(),
                    "todo", TO_DO.getOrDefault(letter.kind(), "Mintalah surat itu dan bacalah isinya.")))));
        }
    }
}
