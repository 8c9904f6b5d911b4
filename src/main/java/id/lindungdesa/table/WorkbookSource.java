package id.lindungdesa.table;

import id.lindungdesa.refusal.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;

/**
 * The first sheet of an Excel workbook. A number is written out in digits, a cell with a date format as
 * {@code YYYY-MM-DD}. The workbook is put on disk first: read from a stream it would lie in memory whole.
 */
final class WorkbookSource implements TableSource {

    /** What may be unpacked into memory (shared texts, styles), against files that are tiny only while packed. */
    private static final long UNPACKED_LIMIT = 200L << 20;
    /** A sheet is read row by row, but somebody waits for its end: 78,100 workers have 40 MB. */
    private static final long SHEET_LIMIT = 1L << 30;
    private static final int DIGITS_KEPT_BY_EXCEL = 15;
    private static final int COLUMN_LIMIT = 500;

    private final Path file;
    private ReadableWorkbook workbook;
    private Stream<Row> rows;
    private Iterator<Row> iterator;

    WorkbookSource(InputStream in) throws IOException {
        file = Files.createTempFile("lindungdesa-", ".xlsx");
        try {
            Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
            refuseBombs();
            workbook = new ReadableWorkbook(file.toFile(), new ReadingOptions(true, true));
            rows = workbook.getFirstSheet().openStream();
            iterator = rows.iterator();
        } catch (Refusal e) {
            close();
            throw e;
        } catch (IOException | RuntimeException e) {
            close();
            throw unreadable();
        }
    }

    static boolean recognises(byte[] start) {
        if (start.length < 8) {
            return false;
        }
        if (ReadableWorkbook.isOLE2Header(start)) {
            throw Refusal.invalid("TABLE_UNREADABLE", "Excel versi lama (.xls) tidak dapat dibaca. Simpan sebagai .xlsx.");
        }
        return ReadableWorkbook.isOOXMLZipHeader(start);
    }

    @Override
    public Line next() {
        try {
            while (iterator.hasNext()) {
                Line line = line(iterator.next());
                if (!line.faults().isEmpty() || line.cells().stream().anyMatch(cell -> !cell.isBlank())) {
                    return line;
                }
            }
            return null;
        } catch (RuntimeException e) {
            throw unreadable();
        }
    }

    @Override
    public void close() throws IOException {
        if (rows != null) {
            rows.close();
        }
        if (workbook != null) {
            workbook.close();
        }
        Files.deleteIfExists(file);
    }

    private Line line(Row row) {
        List<String> cells = new ArrayList<>();
        List<Fault> faults = new ArrayList<>();
        for (int i = 0; i < Math.min(row.getCellCount(), COLUMN_LIMIT); i++) {
            Cell cell = row.getCell(i);
            cells.add(cell == null ? "" : text(cell, i, faults));
        }
        while (!cells.isEmpty() && cells.get(cells.size() - 1).isBlank()) {
            cells.remove(cells.size() - 1); // cells that only carry a border or a colour
        }
        return new Line(row.getRowNum(), cells, faults);
    }

    private static String text(Cell cell, int column, List<Fault> faults) {
        return switch (cell.getType()) {
            case EMPTY -> "";
            case STRING -> cell.getText();
            case BOOLEAN -> cell.asBoolean().toString();
            case ERROR -> error(column, faults);
            case NUMBER -> number(cell, cell.asNumber(), column, faults);
            case FORMULA -> formula(cell, column, faults);
        };
    }

    /** What the official sees is the formula's last result, kept in the file. */
    private static String formula(Cell cell, int column, List<Fault> faults) {
        if (cell.getValue() instanceof BigDecimal number) {
            return number(cell, number, column, faults);
        }
        String raw = cell.getRawValue() == null ? "" : cell.getRawValue();
        if (raw.startsWith("#")) {
            return error(column, faults);
        }
        return raw.matches("-?\\d+(\\.\\d+)?([eE][+-]?\\d+)?") ? number(cell, new BigDecimal(raw), column, faults) : raw;
    }

    private static String error(int column, List<Fault> faults) {
        faults.add(new Fault(column, "CELL_ERROR", "Sel ini berisi kesalahan rumus."));
        return "";
    }

    private static String number(Cell cell, BigDecimal number, int column, List<Fault> faults) {
        if (isDate(cell.getDataFormatId(), cell.getDataFormatString())) {
            LocalDateTime at = cell.asDate();
            return at.toLocalTime().equals(LocalTime.MIDNIGHT) ? at.toLocalDate().toString() : at.toString();
        }
        BigDecimal plain = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
        if (plain.precision() - plain.scale() >= DIGITS_KEPT_BY_EXCEL) {
            faults.add(new Fault(column, "PRECISION_LOST",
                    "Angka panjang harus diketik sebagai teks: Excel membulatkan angka lebih dari 15 digit."));
        }
        return plain.toPlainString();
    }

    private static boolean isDate(Integer id, String format) {
        if (id != null && (id >= 14 && id <= 22 || id >= 27 && id <= 36 || id >= 45 && id <= 47 || id >= 50 && id <= 58)) {
            return true;
        }
        return format != null
                && format.replaceAll("\"[^\"]*\"|\\\\.|\\[[^\\]]*\\]", "").matches("(?i).*[ymdh].*");
    }

    private void refuseBombs() throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            long unpacked = 0;
            byte[] chunk = new byte[1 << 16];
            for (ZipEntry entry : (Iterable<ZipEntry>) zip.stream().map(ZipEntry.class::cast)::iterator) {
                boolean sheet = entry.getName().startsWith("xl/worksheets/");
                SheetShape shape = new SheetShape();
                long sheetBytes = 0;
                try (InputStream in = zip.getInputStream(entry)) {
                    for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
                        if (sheet) {
                            shape.add(chunk, n);
                            sheetBytes += n;
                        } else {
                            unpacked += n;
                        }
                        if (unpacked > UNPACKED_LIMIT || sheetBytes > SHEET_LIMIT) {
                            throw Refusal.invalid("TABLE_TOO_LARGE",
                                    "Buku kerja terlalu besar. Simpan sebagai CSV UTF-8.");
                        }
                    }
                }
            }
        }
    }

    private static Refusal unreadable() {
        return Refusal.invalid("TABLE_UNREADABLE",
                "Buku kerja Excel tidak terbaca. Simpan ulang sebagai .xlsx atau CSV UTF-8.");
    }
}
