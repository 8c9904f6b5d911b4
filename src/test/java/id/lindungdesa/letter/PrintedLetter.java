package id.lindungdesa.letter;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;

/** A letter as its reader has it: text to read, a picture to scan. */
public final class PrintedLetter {

    private final byte[] pdf;

    public PrintedLetter(byte[] pdf) {
        this.pdf = pdf;
    }

    /** Its words, one space between two of them. */
    public String text() {
        return opened(document -> new PDFTextStripper().getText(document)).replaceAll("\\s+", " ");
    }

    int pages() {
        return opened(PDDocument::getNumberOfPages);
    }

    BufferedImage picture(int page) {
        return picture(page, 110);
    }

    private BufferedImage picture(int page, int dpi) {
        return opened(document -> new PDFRenderer(document).renderImageWithDPI(page, dpi));
    }

    /** What a telephone reads from the picture of that page. */
    public String scanned(int page) {
        BufferedImage picture = picture(page, 200);
        int[] points = picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
        try {
            return new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(
                    new RGBLuminanceSource(picture.getWidth(), picture.getHeight(), points))),
                    Map.of(DecodeHintType.TRY_HARDER, true)).getText();
        } catch (NotFoundException e) {
            throw new AssertionError("no code on page " + page, e);
        } catch (ReaderException e) {
            throw new AssertionError(e);
        }
    }

    interface Question<T> {
        T ask(PDDocument document) throws IOException;
    }

    <T> T opened(Question<T> question) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return question.ask(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
