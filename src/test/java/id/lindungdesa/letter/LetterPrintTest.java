package id.lindungdesa.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** What a letter looks like on paper. */
class LetterPrintTest {

    private static final String ADDRESS = "https://lindung.example/surat/7K3M-9QXD-0VRT-44WA";
    private static final String LETTER = """
            Nomor: JKM-2026-000001/S-2
            Perihal: Keputusan klaim jaminan kematian
            Tanggal: 22 November 2026

            Klaim dikabulkan. Nama: Ibu Ça’diyah binti H. Muḥammad – “Nenek” é ñ ☃.

            # Perhitungan
            | Manfaat | Dasar hukum | Penerima | Jumlah |
            | Santunan sekaligus | PP 82/2019 Pasal 34 ayat (1) huruf a | Raden Ajeng Kartikasari Wulandari Prameswari Kusumaningtyas (istri) | Rp20.000.000 |
            | Biaya pemakaman | PP 82/2019 Pasal 34 | Sri%s (anak) | Rp10.000.000 |
            | Jumlah | | | Rp30.000.000 |

            - Yang pertama:
              barisnya yang kedua
            - Yang kedua
            """.formatted("panjang".repeat(20));

    static byte[] printed(String text, boolean wide) {
        return LetterPrint.print(new LetterPrint.Sheet(Letterhead.ofBranch("muara-bungo"), "JKM-2026-000001/S-2", "Keputusan",
                LetterText.of(text), "7K3M-9QXD-0VRT-44WA", ADDRESS, Instant.parse("2026-11-22T03:00:00Z"), wide));
    }

    @Test
    void it_is_read_as_it_was_written() {
        PrintedLetter letter = new PrintedLetter(printed(LETTER, false));

        assertThat(letter.text()).contains("BPJS KETENAGAKERJAAN Kantor Cabang Muara Bungo", "JKM-2026-000001/S-2",
                "Ibu Ça’diyah binti H. Muḥammad – “Nenek” é ñ ?.", "PP 82/2019 Pasal 34 ayat (1) huruf a", "Rp20.000.000",
                "Yang pertama: barisnya yang kedua", "22 November 2026", "Kode surat: 7K3M-9QXD-0VRT-44WA", "Halaman 1 dari 1");
        assertThat(letter.pages()).isEqualTo(1);
    }

    @Test
    void a_telephone_finds_the_page_that_checks_it() {
        assertThat(new PrintedLetter(printed(LETTER, false)).scanned(0)).isEqualTo(ADDRESS);
        assertThat(new PrintedLetter(printed(LETTER, true)).scanned(0)).isEqualTo(ADDRESS);
    }

    @Test
    void the_same_letter_has_the_same_bytes() {
        assertThat(printed(LETTER, false)).isEqualTo(printed(LETTER, false));
        assertThat(printed(LETTER.replace("dikabulkan", "ditolak"), false)).isNotEqualTo(printed(LETTER, false));
    }

    @Test
    void its_fonts_are_in_it() {
        new PrintedLetter(printed(LETTER, false)).opened(document -> {
            for (var name : document.getPage(0).getResources().getFontNames()) {
                assertThat(document.getPage(0).getResources().getFont(name).isEmbedded()).isTrue();
            }
            assertThat(document.getPage(0).getResources().getFontNames()).hasSize(2);
            return null;
        });
    }

    @Test
    void a_long_table_goes_on_under_its_head_and_nothing_leaves_the_paper() {
        String rows = IntStream.rangeClosed(1, 90).mapToObj(i -> "| %d | Ahli waris nomor %d dari keluarga yang bernama amat panjang sekali | Rp%d.000.000 | ~ |"
                .formatted(i, i, i)).collect(Collectors.joining("\n"));
        PrintedLetter letter = new PrintedLetter(printed("| No. | Nama penerima | Jumlah | Tanda tangan |\n" + rows, true));

        assertThat(letter.pages()).isGreaterThan(5);
        assertThat(letter.text().split("Nama penerima")).hasSize(letter.pages() + 1);
        assertThat(letter.text()).contains("Ahli waris nomor 90", "Halaman 2 dari " + letter.pages());
        letter.opened(document -> {
            assertThat(document.getPage(0).getMediaBox().getWidth()).isCloseTo(PDRectangle.A4.getHeight(), within(0.01f));
            return null;
        });
        assertThat(letter.scanned(letter.pages() - 1)).isEqualTo(ADDRESS);
        for (int page = 0; page < letter.pages(); page++) {
            assertMarginsAreEmpty(letter, page);
        }
        assertMarginsAreEmpty(new PrintedLetter(printed(LETTER, false)), 0);
    }

    /** Two thirds of the left and right margins have no ink, whatever had to wrap. */
    private static void assertMarginsAreEmpty(PrintedLetter letter, int page) {
        var picture = letter.picture(page);
        int margin = 40 * 110 / 72;
        int width = picture.getWidth();
        assertThat(IntStream.range(0, picture.getHeight()).filter(y -> IntStream.range(0, margin)
                .anyMatch(x -> isInk(picture.getRGB(x, y)) || isInk(picture.getRGB(width - 1 - x, y))))).as("page " + page).isEmpty();
    }

    private static boolean isInk(int point) {
        return (point & 0xffffff) != 0xffffff;
    }

    @Test
    void a_template_leaves_out_what_has_no_value_and_misses_what_it_was_not_told() {
        Map<String, Object> values = Map.of("name", "{day}", "day", "", "note", "- a\n- b");

        assertThat(LetterTemplates.fill("trial", values)).isEqualTo("Nama: {day}\n\nCatatan:\n- a\n- b");
        assertThatThrownBy(() -> LetterTemplates.fill("trial", Map.of("name", "x", "day", "y"))).hasMessageContaining("{note}");
        assertThatThrownBy(() -> LetterTemplates.fill("nothing", values)).hasMessageContaining("nothing");
    }

    @Test
    void a_code_is_read_as_people_type_it() {
        String code = LetterCode.next();

        assertThat(LetterCode.shown(code)).matches("([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}");
        assertThat(LetterCode.read(" " + LetterCode.shown(code).toLowerCase().replace('0', 'o').replace('1', 'l'))).contains(code);
        assertThat(LetterCode.read("7K3M-9QXD-0VRT-44W")).isEmpty();
        assertThat(LetterCode.read("7K3M-9QXD-0VRT-44WU")).isEmpty();
        assertThat(IntStream.range(0, 1000).mapToObj(i -> LetterCode.next()).distinct()).hasSize(1000);
    }

    /** Where poppler is installed, what most readers use finds the same words. */
    @Test
    @EnabledIf("popplerIsThere")
    void poppler_reads_it_too(@TempDir Path folder) throws IOException, InterruptedException {
        Path pdf = Files.write(folder.resolve("surat.pdf"), printed(LETTER, false));
        Process process = new ProcessBuilder("pdftotext", "-layout", pdf.toString(), "-").redirectErrorStream(true).start();
        String text = new String(process.getInputStream().readAllBytes());

        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(text).isZero();
        assertThat(text).doesNotContain("Error").contains("Muḥammad – “Nenek”", "Rp20.000.000");
    }

    static boolean popplerIsThere() {
        return Files.isExecutable(Path.of("/usr/bin/pdftotext"));
    }

}
