package id.lindungdesa.rulebook;

import id.lindungdesa.money.Rupiah;
import id.lindungdesa.rulebook.RuleTable.Column;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What stands in a rule table, as officials read it: codes in words, money as rupiah, shares with their sign. */
final class RuleWords {

    private static final Pattern MONEY = Pattern.compile("rupiah|\\(rp\\)");
    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]*");
    private static final Pattern CODES = Pattern.compile("[A-Z][A-Z0-9]*_[A-Z0-9_]*|[A-Z]{2,}");
    private static final Properties WORDS = read();

    private RuleWords() {}

    static String of(Column column, Condition condition) {
        if (condition instanceof Condition.Texts texts) {
            return texts.values().stream().map(text -> of(column, text)).collect(Collectors.joining(", "));
        }
        return Cells.words(column.type(), condition, number -> number(column, number));
    }

    static String of(Column column, Object value) {
        return value instanceof Long number ? number(column, number) : value instanceof String text && CODE.matcher(text).matches()
                ? WORDS.getProperty(column.name() + "." + text, of(text)) : Cells.words(value);
    }

    /** A code in words; what is none stays as it is, and so do short forms that everybody knows: KTP. */
    static String of(String code) {
        return WORDS.getProperty(code, code);
    }

    /** A text in which codes stand between other words. */
    static String within(String text) {
        return CODES.matcher(text).replaceAll(found -> of(found.group()).replace("\\", "\\\\").replace("$", "\\$"));
    }

    private static String number(Column column, long number) {
        String label = column.label().toLowerCase(Locale.ROOT);
        return MONEY.matcher(label).find() && number >= 0 ? Rupiah.of(number).toString()
                : label.contains("persen") && !label.contains("(rupiah)") ? number + "%" : String.valueOf(number);
    }

    private static Properties read() {
        Properties words = new Properties();
        try (InputStream in = RuleWords.class.getResourceAsStream("/rulebook/words.properties")) {
            words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }
}
