package id.lindungdesa.letter;

import id.lindungdesa.calendar.DateWords;
import id.lindungdesa.letter.LetterText.Block;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** Puts a letter on paper: head, text, and below each page the code by which it is checked. */
final class LetterPrint {

    private static final int TEXT = 10_50;
    private static final int INDENT = 14_00;

    private final Paper paper;

    private LetterPrint(Paper paper) {
        this.paper = paper;
    }

    /** All that the bytes depend on. */
    record Sheet(Letterhead head, String number, String title, LetterText text, String code, String address, Instant issuedAt,
                 boolean wide) {}

    static byte[] print(Sheet sheet) {
        try (Paper paper = new Paper(sheet.wide(), Paper.CODED, sheet.title() + " " + sheet.number(), sheet.issuedAt())) {
            new LetterPrint(paper).print(sheet.head(), sheet.text());
            return paper.finished(sheet.address(), List.of(
                    "Surat nomor %s, diterbitkan secara elektronik oleh %s pada %s.".formatted(sheet.number(), sheet.head().issuer(),
                            DateWords.day(sheet.issuedAt())),
                    "Periksa keasliannya: pindai kode ini atau buka " + sheet.address(),
                    "Kode surat: " + sheet.code(),
                    "Bertanya, tanpa biaya: kantor desa atau %s. Sebutkan nomor surat ini.".formatted(sheet.head().office())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A list on wide paper that is no letter: it has no number and no code, and the house keeps no copy of it. */
    static byte[] print(Letterhead head, String title, LetterText text, String foot, Instant at) {
        try (Paper paper = new Paper(true, Paper.PLAIN, title, at)) {
            new LetterPrint(paper).print(head, text);
            return paper.finished(null, List.of(foot));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void print(Letterhead head, LetterText text) throws IOException {
        paper.write(head.organisation().toUpperCase(Locale.ROOT), true, 14_00, 0);
        paper.write(head.office(), true, 11_00, 0);
        paper.write(head.line(), false, 9_00, 0);
        paper.rule();
        int labels = text.blocks().stream().filter(LetterText.Field.class::isInstance)
                .mapToInt(block -> paper.width(((LetterText.Field) block).label(), false, TEXT)).max().orElse(0) + 8_00;
        for (Block block : text.blocks()) {
            print(block, labels);
        }
    }

    private void print(Block block, int labels) throws IOException {
        if (block instanceof LetterText.Field field) {
            paper.mark(field.label(), TEXT, 0);
            paper.mark(":", TEXT, labels);
            paper.write(field.value(), false, TEXT, labels + 8_00);
        } else if (block instanceof LetterText.Heading heading) {
            paper.keepTogether(60_00);
            paper.write(heading.text(), true, 11_00, 0);
        } else if (block instanceof LetterText.Paragraph paragraph) {
            paper.write(paragraph.text(), false, TEXT, 0);
        } else if (block instanceof LetterText.Item item) {
            paper.mark("•", TEXT, 3_00);
            for (String line : item.lines()) {
                paper.write(line, false, TEXT, INDENT);
            }
        } else if (block instanceof LetterText.Table table) {
            TablePrint.print(paper, table.rows());
        } else {
            paper.gap(8_00);
        }
    }
}
