package id.lindungdesa.letter;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a letter says, as text with few marks. It begins with its fields, {@code Perihal: …}, a line each, up to the first
 * empty line. Then each line is a paragraph, and an empty line a gap; {@code # } begins a heading, {@code - } an item whose
 * further lines are set in by two spaces, {@code | a | b |} is a row of a table, the first of them its head. A row that
 * begins with {@code Jumlah} is its total; a cell {@code ~} is room for a signature.
 */
record LetterText(List<Block> blocks) {

    sealed interface Block {}

    record Field(String label, String value) implements Block {}

    record Heading(String text) implements Block {}

    record Paragraph(String text) implements Block {}

    record Item(List<String> lines) implements Block {}

    record Table(List<List<String>> rows) implements Block {}

    record Gap() implements Block {}

    static final String SIGNATURE = "~";

    private static final Pattern FIELD = Pattern.compile("(\\p{Lu}[\\p{L} ]{0,30}): (.+)");

    /** A text for a cell: what would end the cell is taken out. */
    static String cell(Object value) {
        return String.valueOf(value).replaceAll("[|\\s]+", " ").strip();
    }

    static LetterText of(String text) {
        List<Block> blocks = new ArrayList<>();
        boolean fields = true;
        for (String line : text.lines().map(String::stripTrailing).toList()) {
            Matcher field = FIELD.matcher(line);
            if (fields && field.matches()) {
                blocks.add(new Field(field.group(1), field.group(2)));
                continue;
            }
            fields = false;
            add(blocks, line);
        }
        return new LetterText(List.copyOf(blocks));
    }

    private static void add(List<Block> blocks, String line) {
        Block last = blocks.isEmpty() ? null : blocks.get(blocks.size() - 1);
        if (line.isBlank()) {
            if (last != null && !(last instanceof Gap)) {
                blocks.add(new Gap());
            }
        } else if (line.startsWith("# ")) {
            blocks.add(new Heading(line.substring(2).strip()));
        } else if (line.startsWith("- ")) {
            blocks.add(new Item(new ArrayList<>(List.of(line.substring(2).strip()))));
        } else if (line.startsWith("  ") && last instanceof Item item) {
            item.lines().add(line.strip());
        } else if (line.startsWith("|") && line.endsWith("|") && line.length() > 2) {
            if (!(last instanceof Table)) {
                blocks.add(last = new Table(new ArrayList<>()));
            }
            ((Table) last).rows().add(Arrays.stream(line.substring(1, line.length() - 1).split("\\|", -1)).map(String::strip).toList());
        } else {
            blocks.add(new Paragraph(line.strip()));
        }
    }
}
