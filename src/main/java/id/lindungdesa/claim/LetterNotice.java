package id.lindungdesa.claim;

import id.lindungdesa.letter.IssuedLetter;
import id.lindungdesa.letter.LetterTemplates;
import id.lindungdesa.notice.Mail;
import java.util.Map;

/** What the family is told by e-mail: that there is a letter and what to do, and nothing that is nobody else's business. */
final class LetterNotice {

    private static final Map<String, String> TO_DO = Map.of(
            "RECEIPT", "Klaim sudah kami terima. Simpan nomor klaimnya; dokumen yang belum ada diserahkan melalui operator desa.",
            "MISSING_DOCUMENTS", "Masih ada dokumen yang kurang. Hubungi operator desa untuk melengkapinya; batas waktu pembayaran dihitung sejak berkas lengkap.",
            "DECISION", "Klaim sudah diputuskan. Keluarga tidak perlu melakukan apa pun sampai pembayaran diterima.",
            "PAYMENT", "Manfaat sudah dibayarkan ke rekening penerima. Periksa rekening dalam 3 hari kerja; bila belum masuk, datanglah ke kantor desa.",
            "REJECTION", "Mintalah suratnya: di dalamnya ada alasan keputusan dan cara mengajukan pengaduan.");

    private LetterNotice() {}

    static Mail of(IssuedLetter letter, String subject, String address) {
        return new Mail(address, "Surat " + letter.number(), LetterTemplates.fill("notice", Map.of("number", letter.number(),
                "title", subject, "todo", TO_DO.getOrDefault(letter.kind(), "Mintalah surat itu dan bacalah isinya."),
                "address", letter.address())));
    }
}
