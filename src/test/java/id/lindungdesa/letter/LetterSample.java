package id.lindungdesa.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.apache.pdfbox.text.PDFTextStripper;

/** A letter as the family has it in hand, and what must be true of each. The paper lies in {@code target/letters} to be looked at. */
public final class LetterSample {

    /** Invented, and as long as real ones are. */
    public static final String NAME = "Raden Ajeng Kartikasari Wulandari Prameswari binti H. Muhammad Saifuddin Zuhri";

    private LetterSample() {}

    /** Prints the text as a letter of a branch and checks what holds for every letter; gives its words. */
    public static String checked(String name, String text) {
        byte[] pdf = LetterPrint.print(new LetterPrint.Sheet(Letterhead.ofBranch("muara-bungo"), "JKM-2026-000123/S-4", name,
                LetterText.of("Nomor: JKM-2026-000123/S-4\n" + text), "7K3M-9QXD-0VRT-44WA",
                "https://lindung.example/surat/7K3M-9QXD-0VRT-44WA", Instant.parse("2026-11-22T03:00:00Z"), false));
        keep(name, pdf);
        PrintedLetter letter = new PrintedLetter(pdf);
        String words = letter.text();
        assertThat(words).as(name).contains("Perihal", "Tanggal", "Kepada Yth.", "Bertanya, tanpa biaya: kantor desa atau Kantor Cabang Muara Bungo")
                .doesNotContain("null", "{", "}", "..", " .").doesNotContainPattern("\\d{4}-\\d\\d-\\d\\d").doesNotContainPattern("\\b[A-Z]+_[A-Z_]+\\b");
        assertThat(words).as("%s says how it goes on", name)
                .containsPattern("# |Bila tidak setuju|perlu (Anda )?(lakukan|melakukan)|dapat (Anda )?(dilakukan|lakukan)|perlu dilakukan|berhak mengadu|Pilihan keluarga|terjadi selanjutnya");
        assertThat(letter.pages()).as("pages of " + name).isLessThanOrEqualTo(2);
        if (letter.pages() == 2) {
            assertThat(linesOfLastPage(letter)).as("lines on the last page of " + name).isGreaterThan(3);
        }
        return words;
    }

    private static long linesOfLastPage(PrintedLetter letter) {
        String last = letter.opened(document -> {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setStartPage(document.getNumberOfPages());
            return stripper.getText(document);
        });
        return List.of(last.split("Surat nomor", 2)[0].split("\n")).stream().filter(line -> !line.isBlank()).count();
    }

    public static void keep(String name, byte[] pdf) {
        try {
            Files.write(Files.createDirectories(Path.of("target", "letters")).resolve(name + ".pdf"), pdf);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
