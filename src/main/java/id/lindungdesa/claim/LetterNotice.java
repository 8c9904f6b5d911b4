package id.lindungdesa.claim;

import static java.util.Map.entry;

import id.lindungdesa.letter.IssuedLetter;
import id.lindungdesa.letter.LetterTemplates;
import id.lindungdesa.notice.Mail;
import java.util.Map;

/** What the family is told by e-mail: that there is a letter and what to do, and nothing that is nobody else's business. */
final class LetterNotice {

    private static final Map<String, String> TO_DO = Map.ofEntries(
            entry("RECEIPT", "Klaim sudah kami terima. Simpan nomor klaimnya; dokumen yang belum ada diserahkan melalui operator desa."),
            entry("MISSING_DOCUMENTS", "Masih ada dokumen yang kurang. Hubungi operator desa untuk melengkapinya; batas waktu pembayaran dihitung sejak berkas lengkap."),
            entry("DECISION", "Klaim sudah diputuskan. Keluarga tidak perlu melakukan apa pun sampai pembayaran diterima."),
            entry("PAYMENT", "Manfaat sudah dibayarkan ke rekening penerima. Periksa rekening dalam 3 hari kerja; bila belum masuk, datanglah ke kantor desa."),
            entry("SUPPLEMENT", "Selisih manfaat sudah dibayarkan ke rekening penerima. Periksa rekening dalam 3 hari kerja; bila belum masuk, datanglah ke kantor desa."),
            entry("REJECTION", "Mintalah suratnya: di dalamnya ada alasan keputusan dan cara mengajukan pengaduan."),
            entry("CLOCK_PAUSED", "Klaim menunggu sesuatu. Mintalah suratnya: di dalamnya tertulis siapa yang ditunggu dan apa yang dapat dilakukan keluarga."),
            entry("CLOCK_RESUMED", "Pemeriksaan klaim berjalan lagi. Keluarga tidak perlu melakukan apa pun."),
            entry("COMPLAINT_RECEIVED", "Pengaduan sudah kami terima. Simpan nomornya; jawabannya disampaikan dengan surat."),
            entry("COMPLAINT_OVERDUE", "Pengaduan sekarang dijawab oleh Kantor Wilayah. Keluarga tidak perlu melakukan apa pun."),
            entry("COMPLAINT_DISMISSED", "Pengaduan sudah dijawab. Mintalah suratnya: bila tidak menerima jawaban itu, mediasi dapat diminta di kantor desa sampai tanggal di surat."),
            entry("MEDIATION_OVERDUE", "Mediasi belum selesai pada waktunya. Mintalah suratnya: di dalamnya tertulis pilihan keluarga."),
            entry("COMPLAINT_SETTLED", "Pengaduan dikabulkan. Mintalah suratnya: di dalamnya tertulis apa yang terjadi selanjutnya."),
            entry("COMPLAINT_CLOSED", "Pengaduan sudah ditutup. Mintalah suratnya: di dalamnya ada alasannya."),
            entry("COMPLAINT_WITHDRAWN", "Pengaduan sudah dicabut. Keluarga tetap dapat mengadu kembali."));

    private LetterNotice() {}

    static Mail of(IssuedLetter letter, String subject, String address) {
        return new Mail(address, "Surat " + letter.number(), LetterTemplates.fill("notice", Map.of("number", letter.number(),
                "title", subject, "todo", TO_DO.getOrDefault(letter.kind(), "Mintalah surat itu dan bacalah isinya."),
                "address", letter.address(), "about", letter.kind().startsWith("COMPLAINT") || letter.kind().startsWith("MEDIATION") ? "pengaduan" : "klaim")));
    }
}
