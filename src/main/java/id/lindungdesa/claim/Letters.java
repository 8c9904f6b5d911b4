package id.lindungdesa.claim;

import id.lindungdesa.calendar.WorkingDays;
import id.lindungdesa.claim.BenefitRules.Paper;
import id.lindungdesa.claim.Benefits.Line;
import id.lindungdesa.claim.Benefits.Verdict;
import id.lindungdesa.enrolment.Worker;
import id.lindungdesa.money.Rupiah;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
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

    String missing(Claim claim, String note, List<Paper> missing) {
        return head(claim, "Kelengkapan berkas klaim")
                + "Berkas klaim %s yang Anda ajukan belum lengkap.\n\nYang masih diperlukan menurut petugas:\n".formatted(programme(claim))
                + note.strip() + "\n"
                + (missing.isEmpty() ? "" : "\nDokumen wajib yang belum diunggah:\n"
                        + missing.stream().map(paper -> "- %s (%s)".formatted(paper.label(), paper.legalBasis()))
                                .collect(Collectors.joining("\n")) + "\n")
                + "\nTidak ada yang hilang: serahkan kekurangannya melalui operator desa. Batas waktu pembayaran mulai "
                + "dihitung sejak berkas diterima lengkap.";
    }

    String payment(Claim claim, Worker worker, Verdict verdict, List<Heir> heirs, List<Line> lines) {
        StringBuilder text = new StringBuilder(head(claim, "Pembayaran manfaat " + programme(claim)));
        text.append("Klaim atas %s telah dibayar.\n\nRincian manfaat:\n".formatted(event(claim, worker)));
        lines.stream().collect(Collectors.groupingBy(Line::code, java.util.LinkedHashMap::new, Collectors.toList()))
                .forEach((code, parts) -> text.append("- %s: %s\n  Dasar: %s\n".formatted(Wording.component(code), sum(parts),
                        parts.get(0).legalBasis())));
        text.append("Jumlah: %s\n\nDibayarkan kepada:\n".formatted(sum(lines)));
        lines.stream().collect(Collectors.groupingBy(Line::payee, java.util.TreeMap::new, Collectors.toList()))
                .forEach((payee, parts) -> text.append("- %s: %s\n".formatted(payeeName(payee, heirs), sum(parts))));
        text.append("Referensi bank: %s\n".formatted(claim.bankReference()));
        if (!verdict.reasons().isEmpty()) {
            text.append("\nCatatan: ").append(reasons(verdict)).append(" (").append(verdict.legalBasis()).append(").\n");
        }
        if (claim.programme() == Programme.JKM) {
            text.append("\n").append(scholarship(verdict)).append("\n");
        }
        text.append("\n").append(COMPLAINT);
        return text.toString();
    }

    String interim(Claim claim, Interim interim) {
        return head(claim, "Pembayaran santunan sementara tidak mampu bekerja")
                + "Selama Anda dirawat dan belum mampu bekerja, santunan dibayar per bulan yang telah selesai.\n\n"
                + "- %s sampai bulan ke-%d: %s\n  Dasar: %s\n".formatted(Wording.component("INCOME_REPLACEMENT"), interim.throughMonth(),
                        interim.rupiah(), interim.legalBasis())
                + "Dibayarkan kepada: Pekerja sendiri\nReferensi bank: %s\n\n".formatted(interim.bankReference())
                + "Jumlah ini diperhitungkan dengan manfaat akhir setelah dokter menyatakan hasil perawatan.\n\n" + COMPLAINT;
    }

    String rejection(Claim claim, Worker worker, Verdict verdict) {
        String officials = claim.deeds().stream().filter(deed -> deed.outcome() == Outcome.REJECTED
                        || deed.outcome() == Outcome.REJECTION_PROPOSED)
                .filter(deed -> deed.note() != null).map(deed -> "- %s: %s".formatted(deed.step().label(), deed.note()))
                .collect(Collectors.joining("\n"));
        return head(claim, "Penolakan klaim " + programme(claim))
                + "Klaim atas %s tidak dapat dibayarkan.\n\n".formatted(event(claim, worker))
                + (verdict.reasons().isEmpty() ? "" : "Menurut aturan: %s.\nDasar: %s\n\n".formatted(reasons(verdict), verdict.legalBasis()))
                + (officials.isEmpty() ? "" : "Alasan pejabat:\n" + officials + "\n\n")
                + (verdict.standing() == Membership.Standing.LAPSED ? "Bila iuran terlambat karena dana desa terlambat "
                        + "disalurkan, sampaikan hal itu dalam pengaduan agar diperiksa.\n\n" : "")
                + COMPLAINT;
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
        return DAY.format(LocalDate.ofInstant(instant, WorkingDays.JAKARTA));
    }

    private String head(Claim claim, String subject) {
        return "Perihal: %s\nNomor klaim: %s\nTanggal: %s\n\n".formatted(subject, claim.number(), date(clock.instant()));
    }

    private static String scholarship(Verdict verdict) {
        return verdict.months() < 36 ? ("Beasiswa pendidikan anak pada jaminan kematian memerlukan masa iur paling sedikit "
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
