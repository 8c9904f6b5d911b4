package id.lindungdesa.table;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Figures as officials take them away: an Excel workbook, texts as texts (never as a formula) and whole numbers as numbers. */
public final class Spreadsheet {

    private static final int WIDTH = 24;

    /** A sheet with a line of heads; cells are texts, whole numbers, days or nothing. */
    public record Sheet(String name, List<String> heads, List<List<Object>> rows) {}

    private Spreadsheet() {}

    public static byte[] of(List<Sheet> sheets) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "Lindung Desa", "1.0")) {
            for (Sheet sheet : sheets) {
                write(workbook.newWorksheet(sheet.name()), sheet);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static void write(Worksheet worksheet, Sheet sheet) {
        for (int column = 0; column < sheet.heads().size(); column++) {
            worksheet.value(0, column, sheet.heads().get(column));
            worksheet.style(0, column).bold().set();
            worksheet.width(column, WIDTH);
        }
        for (int row = 0; row < sheet.rows().size(); row++) {
            for (int column = 0; column < sheet.rows().get(row).size(); column++) {
                Object value = sheet.rows().get(row).get(column);
                if (value instanceof Number number) {
                    worksheet.value(row + 1, column, number);
                    worksheet.style(row + 1, column).format("#,##0").set();
                } else if (value != null) {
                    worksheet.value(row + 1, column, value.toString());
                }
            }
        }
    }
}
