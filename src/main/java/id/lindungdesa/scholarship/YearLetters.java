package id.lindungdesa.scholarship;

import id.lindungdesa.calendar.WorkingDays;
import id.lindungdesa.claim.ScholarshipRight;
import id.lindungdesa.scholarship.SchoolCalendar.Paper;
import id.lindungdesa.scholarship.Scholarship.End;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What the guardian reads: plain Indonesian, the amount with its article, every end with its reason and the way to complain. */
@Component
class YearLetters {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.forLanguageTag("id-ID"));

    private static final String COMPLAINT = """
            Bila keluarga tidak setuju, pengaduan dapat disampaikan ke kantor cabang BPJS Ketenagakerjaan, langsung atau \
            melalui kantor desa. Pengaduan dijawab paling lama 5 hari kerja; bila belum selesai, dilanjutkan dengan mediasi \
            paling lama 30 hari kerja, kemudian pengadilan (PP 44/2015 Pasal 57-58; UU 24/2011 Pasal 48-50).""";

    private final ScholarshipRight right;
    private final SchoolCalendar calendar;
    private final Clock clock;

    YearLetters(ScholarshipRight right, SchoolCalendar calendar, Clock clock) {
        this.right = right;
        this.calendar = calendar;
        this.clock = clock;
    }

    String reminder(Scholarship child, SchoolYear year) {
        return head(year, "Bukti sekolah untuk beasiswa") + ("Beasiswa anak %s untuk tahun ajaran %s dibayarkan setelah bukti "
                + "sekolahnya diterima. Serahkan paling lambat %s melalui operator desa atau kantor cabang:\n%s\n")
                .formatted(child.childName(), span(year), date(year.dates().dueOn()),
                        list(calendar.papers(year.dates().beginsOn(), false)));
    }

    String suspension(Scholarship child, SchoolYear year) {
        return head(year, "Penangguhan beasiswa") + ("Bukti sekolah anak %s untuk tahun ajaran %s belum diterima sampai %s, "
                + "sehingga beasiswanya ditangguhkan.\n\nHaknya belum hilang: serahkan bukti sekolah sebelum %s, dan beasiswa "
                + "tahun ajaran ini diproses. Setelah tanggal itu tahun ajaran ini tidak dibayarkan lagi.\n\n%s")
                .formatted(child.childName(), span(year), date(year.dates().dueOn()), date(year.dates().endsOn()), COMPLAINT);
    }

    String missing(Scholarship child, SchoolYear year, String note, List<Paper> missing) {
        return head(year, "Kelengkapan bukti sekolah") + ("Beasiswa anak %s untuk tahun ajaran %s ditangguhkan sampai berkasnya "
                + "lengkap.\n\nYang masih diperlukan menurut petugas:\n%s\n").formatted(child.childName(), span(year), note.strip())
                + (missing.isEmpty() ? "" : "\nDokumen wajib yang belum diunggah:\n" + list(missing) + "\n")
                + "\nTidak ada yang hilang: serahkan kekurangannya melalui operator desa.";
    }

    String payment(Scholarship child, SchoolYear year) {
        return head(year, "Pembayaran beasiswa pendidikan anak") + ("Beasiswa anak %s untuk tahun ajaran %s, jenjang %s, telah "
                + "dibayarkan kepada %s.\n\nJumlah: %s\nDasar: %s\nReferensi bank: %s\n\nBeasiswa diajukan setiap tahun ajaran. "
                + "Tahun depan keluarga diingatkan untuk menyerahkan bukti sekolah yang baru.\n\n%s")
                .formatted(child.childName(), span(year), year.proof().level(), child.guardian().name(), year.ruling().rupiah(),
                        year.ruling().legalBasis(), year.bankReference(), COMPLAINT);
    }

    String refusal(Scholarship child, SchoolYear year, List<String> reasons) {
        return head(year, "Beasiswa tidak dibayarkan untuk tahun ajaran ini") + ("Beasiswa anak %s untuk tahun ajaran %s tidak dapat "
                + "dibayarkan: %s.\nDasar: %s\n\nBeasiswanya sendiri tidak berakhir; tahun ajaran berikutnya dapat diajukan lagi.\n\n%s")
                .formatted(child.childName(), span(year), String.join("; ", reasons), year.ruling().legalBasis(), COMPLAINT);
    }

    String end(Scholarship child, SchoolYear year, End end) {
        return head(year, "Berakhirnya beasiswa") + "Beasiswa anak %s berakhir: %s.\nDasar: %s\n\n%s"
                .formatted(child.childName(), right.wording(end.reason()), end.legalBasis(), COMPLAINT);
    }

    String lapse(Scholarship child, SchoolYear year) {
        return head(year, "Tahun ajaran tanpa bukti sekolah") + ("Tahun ajaran %s telah berakhir tanpa bukti sekolah anak %s, sehingga "
                + "beasiswa tahun ajaran itu tidak dibayarkan.\n\nBeasiswanya sendiri tidak berakhir; tahun ajaran berikutnya dapat "
                + "diajukan.\n\n%s").formatted(span(year), child.childName(), COMPLAINT);
    }

    static String span(SchoolYear year) {
        return "%d/%d".formatted(year.year(), year.year() + 1);
    }

    static String date(LocalDate day) {
        return DAY.format(day);
    }

    static String date(Instant instant) {
        return DAY.format(LocalDate.ofInstant(instant, WorkingDays.JAKARTA));
    }

    private static String list(List<Paper> papers) {
        return papers.stream().map(paper -> "- %s (%s)".formatted(paper.label(), paper.legalBasis())).collect(Collectors.joining("\n"));
    }

    private String head(SchoolYear year, String subject) {
        return "Perihal: %s\nNomor beasiswa: %s\nTanggal: %s\n\n".formatted(subject, year.number(), date(clock.instant()));
    }
}
