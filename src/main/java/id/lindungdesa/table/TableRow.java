package id.lindungdesa.table;

import id.lindungdesa.refusal.Finding;
import java.util.List;
import java.util.Map;

/**
 * A row as it was read: its line (the header is line 1 of a file that starts with it), the cells by column name in lower
 * case, trimmed and never null, and what is wrong with it as a row. Cells of a faulty row are what could be read.
 */
public record TableRow(int line, Map<String, String> cells, List<Finding> faults) {

    /** The cell of a column; empty where the row or the table has none. */
    public String get(String column) {
        return cells.getOrDefault(column, "");
    }

    /** Whether the row could be read as it was meant. What the cells say is for the caller to judge. */
    public boolean sound() {
        return faults.isEmpty();
    }
}
