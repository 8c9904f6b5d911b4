package id.lindungdesa.claim;

import java.time.Clock;
import org.springframework.stereotype.Component;

/** What a payee reads when a payment to him is put right. */
@Component
class CorrectionLetters {

    private final Clock clock;

    CorrectionLetters(Clock clock) {
        this.clock = clock;
    }

    String paidAgain(Claim claim, Correction correction, Payee payee, Payout payout) {
        return head(claim, "Pembayaran ulang manfaat")
                + "Transfer manfaat untuk %s sebesar %s dikembalikan oleh bank (%s).\n\n".formatted(payee.entitled(),
                        correction.rupiah(), correction.reason())
                + "Jumlah yang sama telah dibayarkan lagi atas nama %s, referensi bank %s.\n".formatted(payout.receiver(), payout.reference());
    }

    String demand(Claim claim, Correction correction, Payee payee) {
        return head(claim, "Pengembalian kelebihan bayar")
                + "Kepada %s.\n\nDari manfaat yang telah Anda terima, %s dibayarkan melebihi hak Anda.\n\nAlasan: %s\nDasar: %s\n\n"
                        .formatted(payee.entitled(), correction.rupiah(), correction.reason(), correction.basis())
                + "Kembalikan melalui bank dengan mencantumkan nomor %s, sekaligus atau bertahap. ".formatted(correction.number())
                + "Bila Anda tidak mampu, mintalah keringanan kepada Kepala Kantor Cabang; ia dapat menghapuskannya dengan alasan.\n\n"
                + "Bila Anda tidak setuju, sampaikan pengaduan kepada kantor cabang BPJS Ketenagakerjaan, langsung atau melalui "
                + "kantor desa (PP 44/2015 Pasal 57-58).";
    }

    private String head(Claim claim, String subject) {
        return "Perihal: %s\nNomor klaim: %s\nTanggal: %s\n\n".formatted(subject, claim.number(), Letters.date(clock.instant()));
    }
}
