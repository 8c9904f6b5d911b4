package id.lindungdesa.table;

import id.lindungdesa.refusal.Finding;
import id.lindungdesa.refusal.Refusal;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a list row by row, from CSV (comma, semicolon or tab; UTF-8 or UTF-16 with a byte order mark) or from the first
 * sheet of an Excel workbook, told apart by content. Memory does not grow with the file, except for the texts that a
 * workbook shares among its cells.
 *
 * <p>What is wrong with the file as a whole is a {@link Refusal}; what is wrong with a row is in the row:
 * {@code NOT_UTF8}, {@code CONTROL_CHARACTER}, {@code EXTRA_COLUMNS}, {@code QUOTE_OPEN}, {@code LINE_TOO_LONG},
 * {@code PRECISION_LOST} (a number of 15 digits and more, of which Excel keeps 15), {@code CELL_ERROR}.
 */
public final class TableReader implements Iterable<TableRow>, Closeable {

    private static final char UNREADABLE = '\uFFFD';

    private final TableSource source;
    private final List<String> columns;

    private TableReader(TableSource source, List<String> columns) {
        this.source = source;
        this.columns = columns;
    }

    /**
     * Opens a list and reads its header. Closing it leaves the given stream to its owner.
     *
     * @throws Refusal {@code TABLE_EMPTY}, {@code TABLE_UNREADABLE}, {@code COLUMN_DUPLICATE}, or
     *     {@code COLUMN_MISSING} with a finding for each required column that is not there
     */
    public static TableReader open(InputStream in, String... required) throws IOException {
        var peekable = new BufferedInputStream(in, 1 << 16);
        peekable.mark(8);
        byte[] start = peekable.readNBytes(8);
        peekable.reset();
        TableSource source = WorkbookSource.recognises(start) ? new WorkbookSource(peekable) : new TextSource(peekable);
        try {
            return new TableReader(source, header(source, List.of(required)));
        } catch (RuntimeException | IOException e) {
            source.close();
            throw e;
        }
    }

    /** The column names in lower case, blanks as underscores, in the order of the file. */
    public List<String> columns() {
        return columns;
    }

    /** The rows that are not blank, once. */
    @Override
    public Iterator<TableRow> iterator() {
        return new Iterator<>() {
            private TableSource.Line ahead = read();

            @Override
            public boolean hasNext() {
                return ahead != null;
            }

            @Override
            public TableRow next() {
                if (ahead == null) {
                    throw new NoSuchElementException();
                }
                TableRow row = row(ahead);
                ahead = read();
                return row;
            }
        };
    }

    @Override
    public void close() throws IOException {
        source.close();
    }

    private TableSource.Line read() {
        try {
            return source.next();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private TableRow row(TableSource.Line line) {
        List<Finding> faults = new ArrayList<>();
        line.faults().forEach(fault -> faults.add(fault.at(line.number(), columns)));
        Map<String, String> cells = new LinkedHashMap<>();
        int extra = 0;
        for (int i = 0; i < line.cells().size(); i++) {
            String cell = trimmed(line.cells().get(i));
            if (i >= columns.size() || columns.get(i).isEmpty() && !cell.isEmpty()) {
                extra++;
            } else {
                cells.put(columns.get(i), cell);
            }
            damage(cell, i).ifPresent(fault -> faults.add(fault.at(line.number(), columns)));
        }
        if (extra > 0) {
            faults.add(Finding.atLine(line.number(), null, "EXTRA_COLUMNS",
                    "Baris ini mempunyai %d kolom lebih banyak daripada judul tabel.".formatted(extra)));
        }
        columns.forEach(column -> cells.putIfAbsent(column, ""));
        cells.remove("");
        return new TableRow(line.number(), cells, List.copyOf(faults));
    }

    private static Optional<TableSource.Fault> damage(String cell, int column) {
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            if (c == UNREADABLE) {
                return Optional.of(new TableSource.Fault(column, "NOT_UTF8",
                        "Ada huruf yang tidak terbaca. Simpan berkas sebagai CSV UTF-8."));
            }
            if (Character.isISOControl(c) && c != '\n' && c != '\t') {
                return Optional.of(new TableSource.Fault(column, "CONTROL_CHARACTER",
                        "Ada karakter kendali yang tidak boleh dipakai."));
            }
        }
        return Optional.empty();
    }

    private static List<String> header(TableSource source, List<String> required) throws IOException {
        TableSource.Line first = source.next();
        if (first == null) {
            throw Refusal.invalid("TABLE_EMPTY", "Berkas kosong.");
        }
        List<String> columns = new ArrayList<>();
        first.cells().forEach(cell -> columns.add(
                trimmed(cell).toLowerCase(Locale.ROOT).replaceAll("[\\s-]+", "_")));
        if (columns.stream().anyMatch(column -> damage(column, 0).isPresent()) || !first.faults().isEmpty()) {
            throw Refusal.invalid("TABLE_UNREADABLE",
                    "Judul tabel tidak terbaca. Simpan berkas sebagai CSV UTF-8 atau buku kerja Excel (.xlsx).");
        }
        Set<String> seen = new HashSet<>();
        for (String column : columns) {
            if (!column.isEmpty() && !seen.add(column)) {
                throw Refusal.invalid("COLUMN_DUPLICATE", "Kolom %s ada lebih dari satu kali.".formatted(column));
            }
        }
        List<Finding> missing = required.stream().filter(column -> !seen.contains(column))
                .map(column -> Finding.atLine(first.number(), column, "COLUMN_MISSING",
                        "Kolom %s tidak ada.".formatted(column)))
                .toList();
        if (!missing.isEmpty()) {
            throw Refusal.invalid("COLUMN_MISSING",
                    "Judul tabel tidak lengkap. Kolom yang wajib: %s.".formatted(String.join(", ", required)), missing);
        }
        return List.copyOf(columns);
    }

    /** Trims what looks blank to a person, no-break and zero-width blanks included. */
    private static String trimmed(String cell) {
        int from = 0;
        int to = cell.length();
        while (from < to && blank(cell.charAt(from))) {
            from++;
        }
        while (to > from && blank(cell.charAt(to - 1))) {
            to--;
        }
        return cell.substring(from, to);
    }

    private static boolean blank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\uFEFF' || c == '\u200B';
    }
}
