package id.lindungdesa.table;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Text with separators, line by line. A CSV library reads on to the end of the file when one quote is left open; here a
 * quoted cell may span a few lines, and where its end is not found the line alone is broken and reading goes on below it.
 */
final class TextSource implements TableSource {

    private static final int LINE_LIMIT = 1 << 16;
    private static final int LINES_OF_A_CELL = 8;

    private record Text(int number, String text, boolean tooLong) {}

    private final Reader in;
    private final char[] buffer = new char[1 << 14];
    private int position;
    private int length;
    private boolean afterReturn;
    private int number;
    private final Deque<Text> ahead = new ArrayDeque<>();
    private Character separator;

    TextSource(BufferedInputStream bytes) throws IOException {
        bytes.mark(4);
        byte[] start = bytes.readNBytes(3);
        bytes.reset();
        Charset charset = StandardCharsets.UTF_8;
        int mark = 0;
        if (starts(start, 0xEF, 0xBB, 0xBF)) {
            mark = 3;
        } else if (starts(start, 0xFF, 0xFE)) {
            charset = StandardCharsets.UTF_16LE;
            mark = 2;
        } else if (starts(start, 0xFE, 0xFF)) {
            charset = StandardCharsets.UTF_16BE;
            mark = 2;
        }
        bytes.skipNBytes(mark);
        // bytes that are no text in this encoding become U+FFFD, by which the reader names the line
        in = new InputStreamReader(bytes, charset);
    }

    @Override
    public Line next() throws IOException {
        while (true) {
            Text text = line();
            if (text == null) {
                return null;
            }
            if (separator == null) {
                if (text.text().matches("(?i)sep=.")) {
                    separator = text.text().charAt(4);
                    continue;
                }
                separator = separatorOf(text.text());
            }
            Line line = text.tooLong()
                    ? Line.broken(text.number(), "LINE_TOO_LONG", "Baris ini terlalu panjang.")
                    : record(text);
            if (!line.faults().isEmpty() || line.cells().stream().anyMatch(cell -> !cell.isBlank())) {
                return line;
            }
        }
    }

    @Override
    public void close() {
        // the bytes belong to whoever opened them
    }

    private Line record(Text first) throws IOException {
        StringBuilder text = new StringBuilder(first.text());
        Deque<Text> taken = new ArrayDeque<>();
        while (true) {
            List<String> cells = new ArrayList<>();
            switch (split(text, separator, cells)) {
                case WHOLE -> {
                    return Line.of(first.number(), cells);
                }
                case OPEN -> {
                    Text more = taken.size() < LINES_OF_A_CELL && text.length() < LINE_LIMIT ? line() : null;
                    if (more != null && !more.tooLong()) {
                        taken.addLast(more);
                        text.append('\n').append(more.text());
                        continue;
                    }
                    if (more != null) {
                        taken.addLast(more);
                    }
                }
                case BROKEN -> { }
            }
            while (!taken.isEmpty()) {
                ahead.addFirst(taken.removeLast());
            }
            return Line.broken(first.number(), "QUOTE_OPEN", "Tanda kutip pada baris ini tidak lengkap.");
        }
    }

    private enum Split { WHOLE, OPEN, BROKEN }

    private static Split split(CharSequence text, char separator, List<String> cells) {
        int end = text.length();
        int i = 0;
        while (true) {
            StringBuilder cell = new StringBuilder();
            int start = i;
            while (i < end && text.charAt(i) == ' ') {
                i++;
            }
            if (i < end && text.charAt(i) == '"') {
                i++;
                while (true) {
                    if (i >= end) {
                        return Split.OPEN;
                    }
                    char c = text.charAt(i++);
                    if (c != '"') {
                        cell.append(c);
                    } else if (i < end && text.charAt(i) == '"') {
                        cell.append('"');
                        i++;
                    } else {
                        break;
                    }
                }
                while (i < end && text.charAt(i) == ' ') {
                    i++;
                }
                if (i < end && text.charAt(i) != separator) {
                    return Split.BROKEN;
                }
            } else {
                i = start;
                while (i < end && text.charAt(i) != separator) {
                    cell.append(text.charAt(i++));
                }
            }
            cells.add(cell.toString());
            if (i >= end) {
                return Split.WHOLE;
            }
            i++;
        }
    }

    /** The separator that the header has most of; a comma where it has none. */
    private static char separatorOf(String header) {
        char best = ',';
        long most = 0;
        for (char candidate : new char[] {';', '\t', ','}) {
            List<String> cells = new ArrayList<>();
            split(header, candidate, cells);
            if (cells.size() - 1 > most) {
                most = cells.size() - 1;
                best = candidate;
            }
        }
        return best;
    }

    private Text line() throws IOException {
        if (!ahead.isEmpty()) {
            return ahead.removeFirst();
        }
        StringBuilder text = new StringBuilder();
        boolean tooLong = false;
        boolean any = false;
        while (true) {
            if (position == length) {
                length = in.read(buffer);
                position = 0;
                if (length <= 0) {
                    length = 0;
                    return any ? new Text(++number, text.toString(), tooLong) : null;
                }
            }
            char c = buffer[position++];
            if (c == '\n' && afterReturn) {
                afterReturn = false;
                continue;
            }
            afterReturn = c == '\r';
            any = true;
            if (c == '\n' || c == '\r') {
                return new Text(++number, text.toString(), tooLong);
            }
            if (text.length() < LINE_LIMIT) {
                text.append(c);
            } else {
                tooLong = true;
            }
        }
    }

    private static boolean starts(byte[] bytes, int... expected) {
        if (bytes.length < expected.length) {
            return false;
        }
        for (int i = 0; i < expected.length; i++) {
            if ((bytes[i] & 0xFF) != expected[i]) {
                return false;
            }
        }
        return true;
    }
}
