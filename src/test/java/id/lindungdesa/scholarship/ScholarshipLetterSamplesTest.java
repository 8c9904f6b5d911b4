package id.lindungdesa.scholarship;

import static id.lindungdesa.letter.LetterSample.NAME;
import static id.lindungdesa.letter.LetterSample.checked;
import static org.assertj.core.api.Assertions.assertThat;

import id.lindungdesa.benefit.Schooling;
import id.lindungdesa.claim.ScholarshipRight;
import id.lindungdesa.claim.ScholarshipRight.YearRuling;
import id.lindungdesa.letter.LetterTemplates;
import id.lindungdesa.money.Rupiah;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentMatchers;
import org.mockito.Mockito;

/** Every letter about a scholarship as a guardian reads it. */
class ScholarshipLetterSamplesTest {

    private static final Instant NOW = Instant.parse("2026-11-22T03:00:00Z");
    private static final List<SchoolCalendar.Paper> PAPERS = List.of(
            new SchoolCalendar.Paper("A", "Surat keterangan dari sekolah", true, "Permenaker 1/2025 Pasal 104"),
            new SchoolCalendar.Paper("B", "Rapor atau kartu hasil studi terakhir", true, "Permenaker 1/2025 Pasal 104"));
    private static final Scholarship CHILD = new Scholarship(UUID.randomUUID(), "BEA-2026-000017", UUID.randomUUID(), 1, "JKM",
            "17.01.01.2001", "muara-bungo", "Ananda " + NAME, "1701", LocalDate.of(2013, 1, 1), new Scholarship.Guardian(NAME, "1701", "1", null),
            ScholarshipState.ACTIVE, null, "u", NOW);
    private static final SchoolYear YEAR = new SchoolYear(UUID.randomUUID(), CHILD.id(), 2026, "BEA-2026-000017-2026", YearState.PAID, "u", NOW,
            new SchoolYear.Dates(LocalDate.of(2026, 7, 1), LocalDate.of(2026, 8, 1), LocalDate.of(2026, 9, 30), LocalDate.of(2027, 6, 30)),
            new Proof(Schooling.Level.PT, 2, false, Schooling.Working.NO, null, LocalDate.of(2026, 8, 2)),
            new YearRuling(null, Rupiah.of(12_000_000), List.of("SCHOLARSHIP_ENDED_AGE"), "PP 82/2019 Lampiran II; Permenaker 1/2025 Pasal 103", "v",
                    false), "BNI/2026-5512", List.of());

    @Test
    void every_letter_of_a_year() {
        SchoolCalendar calendar = Mockito.mock(SchoolCalendar.class);
        Mockito.when(calendar.papers(ArgumentMatchers.any(), ArgumentMatchers.anyBoolean())).thenReturn(PAPERS);
        ScholarshipRight right = Mockito.mock(ScholarshipRight.class);
        Mockito.when(right.wording(ArgumentMatchers.any())).thenReturn("beasiswa seorang anak berakhir karena anak telah berumur 23 tahun");
        YearLetters letters = new YearLetters(right, calendar, Clock.fixed(NOW, ZoneOffset.UTC));

        assertThat(checked("scholarship-reminder", letters.reminder(CHILD, YEAR))).contains("Surat keterangan dari sekolah", "30 September 2026");
        assertThat(checked("scholarship-suspension", letters.suspension(CHILD, YEAR))).contains("sebelum 30 Juni 2027", "Surat keterangan dari sekolah");
        assertThat(checked("scholarship-missing", letters.missing(CHILD, YEAR, "Rapor belum ditandatangani kepala sekolah.", PAPERS)))
                .contains("Rapor belum ditandatangani", "sebelum 30 Juni 2027");
        assertThat(checked("scholarship-payment", letters.payment(CHILD, YEAR))).contains("Rp12.000.000", "perguruan tinggi", "BNI/2026-5512");
        assertThat(checked("scholarship-refusal", letters.refusal(CHILD, YEAR, List.of("anak belum mencapai umur sekolah")))).contains("umur sekolah");
        assertThat(checked("scholarship-year-end", letters.end(CHILD, YEAR, new Scholarship.End("X", "PP 82/2019", LocalDate.of(2026, 8, 2)))))
                .contains("2 Agustus 2026", "23 tahun");
        checked("scholarship-lapse", letters.lapse(CHILD, YEAR));
    }

    @Test
    void a_child_that_married_or_works() {
        Map<String, String> values = Map.ofEntries(Map.entry("number", "BEA-2026-000017/L-1"), Map.entry("day", "22 November 2026"),
                Map.entry("guardian", NAME), Map.entry("child", "Ananda " + NAME), Map.entry("what", "telah menikah pada 2 Agustus 2026"),
                Map.entry("endedOn", "2 Agustus 2026"), Map.entry("reason", "anak telah menikah"), Map.entry("basis", "PP 82/2019 Pasal 34"),
                Map.entry("beyond", "- Kepala Cabang memeriksa apakah sebagian harus dikembalikan."), Map.entry("complaint", YearLetters.COMPLAINT),
                Map.entry("sum", "Rp12.000.000"), Map.entry("why", "Keluarga mampu mengembalikan secara bertahap."),
                Map.entry("rows", "| 2026/2027 | seluruhnya: dibuktikan setelah beasiswa berakhir | Rp12.000.000 |\n| Jumlah | | Rp12.000.000 |"));
        for (String kind : List.of("scholarship-goes-on", "scholarship-end", "scholarship-demand")) {
            assertThat(checked(kind, "Perihal: Beasiswa\n" + LetterTemplates.fill(kind, values))).contains(NAME);
        }
    }
}
