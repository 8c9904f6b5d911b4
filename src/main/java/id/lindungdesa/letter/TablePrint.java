package id.lindungdesa.letter;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A table as wide as the paper at most: narrow columns keep what they need, the others share the rest and wrap. A row stays
 * on one page, and each page begins with the head.
 */
final class TablePrint {

    private static final int TEXT = 9_00;
    private static final int INSIDE = 4_00;
    private static final int ROUND = 4_00;
    private static final int SIGNATURE_WIDTH = 90_00;
    private static final int SIGNATURE_HEIGHT = 34_00;

    private final Paper paper;
    private final List<List<String>> rows;
    private final int[] widths;

    private TablePrint(Paper paper, List<List<String>> rows) {
        this.paper = paper;
        this.rows = rows;
        this.widths = widths();
    }

    static void print(Paper paper, List<List<String>> rows) throws IOException {
        new TablePrint(paper, rows).print();
    }

    private void print() throws IOException {
        paper.gap(ROUND);
        row(rows.get(0), true);
        for (List<String> row : rows.subList(1, rows.size())) {
            if (paper.needsPage(height(row, isTotal(row)))) {
                paper.turn();
                row(rows.get(0), true);
            }
            row(row, isTotal(row));
        }
        paper.gap(ROUND);
    }

    private static boolean isTotal(List<String> row) {
        return row.get(0).startsWith("Jumlah");
    }

    private void row(List<String> row, boolean bold) throws IOException {
        int height = height(row, bold);
        paper.keepTogether(height);
        int left = 0;
        for (int i = 0; i < widths.length; i++) {
            paper.box(left, widths[i], height);
            if (!cell(row, i).equals(LetterText.SIGNATURE)) {
                paper.writeIn(lines(row, i, bold), left + INSIDE, widths[i] - 2 * INSIDE, INSIDE, bold, TEXT, isAmount(cell(row, i)));
            }
            left += widths[i];
        }
        paper.down(height);
    }

    private int height(List<String> row, boolean bold) {
        int lines = 1;
        for (int i = 0; i < widths.length; i++) {
            lines = Math.max(lines, lines(row, i, bold).size());
        }
        int text = lines * Paper.lineHeight(TEXT) + 2 * INSIDE;
        return row.contains(LetterText.SIGNATURE) ? Math.max(text, SIGNATURE_HEIGHT) : text;
    }

    private List<String> lines(List<String> row, int column, boolean bold) {
        return paper.wrapped(cell(row, column), widths[column] - 2 * INSIDE, bold, TEXT);
    }

    private static String cell(List<String> row, int column) {
        return column < row.size() ? row.get(column) : "";
    }

    private static boolean isAmount(String text) {
        return text.startsWith("Rp") || text.matches("[\\d.]+");
    }

    /** What each column would like, cut to an equal share of what the more modest ones leave. */
    private int[] widths() {
        int columns = rows.stream().mapToInt(List::size).max().orElse(1);
        int[] wanted = new int[columns];
        for (List<String> row : rows) {
            for (int i = 0; i < row.size(); i++) {
                wanted[i] = Math.max(wanted[i], 2 * INSIDE + 1_00 + (row.get(i).equals(LetterText.SIGNATURE) ? SIGNATURE_WIDTH
                        : paper.width(row.get(i), true, TEXT)));
            }
        }
        int left = paper.textWidth();
        List<Integer> open = new ArrayList<>();
        for (int i = 0; i < columns; i++) {
            open.add(i);
        }
        int[] given = new int[columns];
        while (!open.isEmpty()) {
            int share = left / open.size();
            List<Integer> modest = open.stream().filter(column -> wanted[column] <= share).toList();
            for (int column : modest.isEmpty() ? open : modest) {
                given[column] = modest.isEmpty() ? share : wanted[column];
                left -= given[column];
            }
            open.removeAll(modest.isEmpty() ? List.copyOf(open) : modest);
        }
        int spare = paper.textWidth() - Arrays.stream(given).sum();
        for (int i = 0; i < columns && spare > 0; i++) {
            given[i] += spare / columns;
        }
        return given;
    }
}
