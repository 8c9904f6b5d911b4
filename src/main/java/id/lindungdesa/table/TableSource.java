package id.lindungdesa.table;

import id.lindungdesa.refusal.Finding;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/** Where rows come from: a text file or a workbook. */
interface TableSource extends Closeable {

    /** Cells by position. A fault names its column by position too, as far as it has one. */
    record Line(int number, List<String> cells, List<Fault> faults) {

        static Line of(int number, List<String> cells) {
            return new Line(number, cells, List.of());
        }

        static Line broken(int number, String code, String message) {
            return new Line(number, List.of(), List.of(new Fault(-1, code, message)));
        }
    }

    record Fault(int column, String code, String message) {

        Finding at(int line, List<String> columns) {
            String field = column >= 0 && column < columns.size() ? columns.get(column) : null;
            return Finding.atLine(line, field, code, message);
        }
    }

    /** The next line that is not blank, or null at the end. */
    Line next() throws IOException;
}
