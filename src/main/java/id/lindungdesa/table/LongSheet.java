package id.lindungdesa.table;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * A workbook of one sheet that is written while its rows come, so that a list of any length takes no more memory than a
 * short one. Texts stay texts and never become a formula, whole numbers are numbers, days and moments are dates (moments on
 * Jakarta's clock, since a spreadsheet knows no zone).
 */
public final class LongSheet implements AutoCloseable {

    private static final int WIDTH = 24;
    private static final int IN_MEMORY = 200;
    private static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");

    private final Workbook workbook;
    private final Worksheet sheet;
    private int rows;

    public LongSheet(OutputStream out, String name, List<String> heads) {
        workbook = new Workbook(out, "Lindung Desa", "1.0");
        sheet = workbook.newWorksheet(name);
        for (int column = 0; column < heads.size(); column++) {
            sheet.inlineString(0, column, heads.get(column));
            sheet.style(0, column).bold().set();
            sheet.width(column, WIDTH);
        }
        sheet.freezePane(0, 1);
    }

    /** The next line; nulls stay empty. */
    public void row(Object... cells) {
        rows++;
        for (int column = 0; column < cells.length; column++) {
            write(column, cells[column]);
        }
        if (rows % IN_MEMORY == 0) {
            try {
                sheet.flush();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void write(int column, Object value) {
        if (value instanceof Number number) {
            sheet.value(rows, column, number);
            sheet.style(rows, column).format("#,##0").set();
        } else if (value instanceof LocalDate day) {
            sheet.value(rows, column, day);
            sheet.style(rows, column).format("dd/mm/yyyy").set();
        } else if (value instanceof OffsetDateTime moment) {
            LocalDateTime local = moment.atZoneSameInstant(JAKARTA).toLocalDateTime();
            sheet.value(rows, column, local);
            sheet.style(rows, column).format("dd/mm/yyyy hh:mm").set();
        } else if (value != null) {
            sheet.inlineString(rows, column, value.toString());
        }
    }

    @Override
    public void close() {
        try {
            workbook.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
