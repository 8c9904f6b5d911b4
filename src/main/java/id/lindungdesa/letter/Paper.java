package id.lindungdesa.letter;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * Pages of A4 that are written from top to bottom; a new one begins by itself. Lengths are hundredths of a point. The
 * fonts are in the file, and nothing of it depends on when or where it is made.
 */
final class Paper implements AutoCloseable {

    private static final int SIDE = 62_00;
    private static final int TOP = 50_00;
    /** What is kept free below: for the code of a letter, or for two lines of what is none. */
    static final int CODED = 108_00;
    static final int PLAIN = 64_00;
    private static final int CODE = 66_00;
    private static final int SMALL = 8_00;
    private static final byte[] REGULAR = font("LiberationSans-Regular");
    private static final byte[] BOLD = font("LiberationSans-Bold");

    private final PDDocument document = new PDDocument();
    private final PDFont regular;
    private final PDFont bold;
    private final int width;
    private final int height;
    private final int bottom;
    private PDPageContentStream page;
    private int y;

    Paper(boolean wide, int bottom, String title, Instant at) throws IOException {
        width = wide ? 841_89 : 595_28;
        height = wide ? 595_28 : 841_89;
        this.bottom = bottom;
        regular = PDType0Font.load(document, new ByteArrayInputStream(REGULAR));
        bold = PDType0Font.load(document, new ByteArrayInputStream(BOLD));
        document.setDocumentId(at.toEpochMilli());
        document.getDocumentCatalog().setLanguage("id-ID");
        document.getDocumentInformation().setTitle(title);
        GregorianCalendar made = new GregorianCalendar(TimeZone.getTimeZone("Asia/Jakarta"));
        made.setTime(Date.from(at));
        document.getDocumentInformation().setCreationDate(made);
        turn();
    }

    int textWidth() {
        return width - 2 * SIDE;
    }

    static int lineHeight(int size) {
        return size * 135 / 100;
    }

    /** A new page. */
    void turn() throws IOException {
        if (page != null) {
            page.close();
        }
        PDPage next = new PDPage(new PDRectangle(points(width), points(height)));
        document.addPage(next);
        page = new PDPageContentStream(document, next);
        y = height - TOP;
    }

    /** Whether what is so high no longer fits on this page, and would on a new one. */
    boolean needsPage(int high) {
        return y - high < bottom && y < height - TOP;
    }

    void keepTogether(int high) throws IOException {
        if (needsPage(high)) {
            turn();
        }
    }

    void down(int by) {
        y -= by;
    }

    void gap(int high) {
        y -= high;
    }

    void rule() throws IOException {
        y -= 6_00;
        page.setLineWidth(1f);
        line(SIDE, y, width - SIDE, y);
        y -= 14_00;
    }

    /** A paragraph, wrapped, set in from the left. */
    void write(String text, boolean strong, int size, int indent) throws IOException {
        for (String line : wrapped(text, textWidth() - indent, strong, size)) {
            keepTogether(lineHeight(size));
            y -= lineHeight(size);
            show(line, strong, size, SIDE + indent, y + size / 4);
        }
    }

    /** A word beside the line that comes next. */
    void mark(String text, int size, int indent) throws IOException {
        keepTogether(lineHeight(size));
        show(text, false, size, SIDE + indent, y - lineHeight(size) + size / 4);
    }

    void box(int left, int wide, int high) throws IOException {
        page.setLineWidth(0.5f);
        page.addRect(points(SIDE + left), points(y - high), points(wide), points(high));
        page.stroke();
    }

    /** Lines in a cell whose upper edge is where we are. */
    void writeIn(List<String> lines, int left, int wide, int inside, boolean strong, int size, boolean right) throws IOException {
        int at = y - inside;
        for (String line : lines) {
            at -= lineHeight(size);
            int x = SIDE + left + (right ? wide - width(line, strong, size) : 0);
            show(line, strong, size, x, at + size / 4);
        }
    }

    int width(String text, boolean strong, int size) {
        try {
            return Math.round((strong ? bold : regular).getStringWidth(printable(text, strong)) * size / 1000);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The text in lines of that width at most; a word that is longer than a line is broken. */
    List<String> wrapped(String text, int wide, boolean strong, int size) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : printable(text, strong).split(" +")) {
            String rest = word;
            while (width(rest, strong, size) > wide) {
                if (!line.isEmpty()) {
                    lines.add(line.toString());
                    line.setLength(0);
                }
                int fits = fitting(rest, wide, strong, size);
                lines.add(rest.substring(0, fits));
                rest = rest.substring(fits);
            }
            if (!line.isEmpty() && width(line + " " + rest, strong, size) > wide) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(rest);
        }
        lines.add(line.toString());
        return lines;
    }

    private int fitting(String word, int wide, boolean strong, int size) {
        int fits = 1;
        while (fits < word.length() && width(word.substring(0, fits + 1), strong, size) <= wide) {
            fits++;
        }
        return fits;
    }

    /**
     * Writes below each page which one it is and what is said of the whole, and gives it.
     *
     * @param address where it is checked, as a code to scan; null for what is no letter
     */
    byte[] finished(String address, List<String> foot) throws IOException {
        page.close();
        page = null;
        BitMatrix code = address == null ? null : code(address);
        int beside = code == null ? 0 : CODE + 12_00;
        int pages = document.getNumberOfPages();
        for (int i = 0; i < pages; i++) {
            try (PDPageContentStream below = new PDPageContentStream(document, document.getPage(i), AppendMode.APPEND, true, false)) {
                page = below;
                page.setLineWidth(0.5f);
                line(SIDE, bottom - 10_00, width - SIDE, bottom - 10_00);
                if (code != null) {
                    draw(code, SIDE, 26_00);
                }
                List<String> lines = new ArrayList<>();
                foot.forEach(text -> lines.addAll(wrapped(text, textWidth() - beside, false, SMALL)));
                lines.add("Halaman %d dari %d".formatted(i + 1, pages));
                y = bottom - 16_00;
                writeIn(lines, beside, textWidth(), 0, false, SMALL, false);
            }
        }
        page = null;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        document.save(out);
        return out.toByteArray();
    }

    @Override
    public void close() throws IOException {
        document.close();
    }

    private static BitMatrix code(String address) {
        try {
            return new QRCodeWriter().encode(address, BarcodeFormat.QR_CODE, 0, 0,
                    Map.of(EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M, EncodeHintType.MARGIN, 0));
        } catch (WriterException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private void draw(BitMatrix code, int left, int bottom) throws IOException {
        float cell = points(CODE) / code.getWidth();
        for (int row = 0; row < code.getHeight(); row++) {
            for (int column = 0; column < code.getWidth(); column++) {
                if (code.get(column, row)) {
                    page.addRect(points(left) + column * cell, points(bottom) + (code.getHeight() - 1 - row) * cell, cell, cell);
                }
            }
        }
        page.fill();
    }

    private void line(int fromX, int fromY, int toX, int toY) throws IOException {
        page.moveTo(points(fromX), points(fromY));
        page.lineTo(points(toX), points(toY));
        page.stroke();
    }

    private void show(String text, boolean strong, int size, int x, int at) throws IOException {
        page.beginText();
        page.setFont(strong ? bold : regular, points(size));
        page.newLineAtOffset(points(x), points(at));
        page.showText(printable(text, strong));
        page.endText();
    }

    /** A sign that the font lacks must not hold up a letter: it is shown as a question mark. */
    private String printable(String text, boolean strong) {
        StringBuilder shown = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFC).codePoints().forEach(sign -> {
            if (Character.isWhitespace(sign) || Character.isISOControl(sign)) {
                shown.append(' ');
            } else {
                shown.append(has(sign, strong) ? Character.toString(sign) : "?");
            }
        });
        return shown.toString();
    }

    private boolean has(int sign, boolean strong) {
        try {
            (strong ? bold : regular).encode(Character.toString(sign));
            return true;
        } catch (IOException | IllegalArgumentException e) {
            return false;
        }
    }

    private static float points(int hundredths) {
        return hundredths / 100f;
    }

    private static byte[] font(String name) {
        try (InputStream in = Paper.class.getResourceAsStream("/letters/fonts/" + name + ".ttf")) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
