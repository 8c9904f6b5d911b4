package id.lindungdesa.letter;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The wording of letters, in files below {@code letters/} for those who know words better than Java. A name in braces is
 * replaced by its value; a line whose value is empty is left out. Marks: {@link LetterText}.
 */
public final class LetterTemplates {

    private static final Pattern NAME = Pattern.compile("\\{(\\w+)}");
    private static final Map<String, String> READ = new ConcurrentHashMap<>();

    /** The parts of the public page. */
    static final String CHECK_PAGE = read("check.html");

    private LetterTemplates() {}

    /** The text of {@code letters/NAME.txt} with these values. @throws IllegalArgumentException if one has none */
    public static String fill(String name, Map<String, ?> values) {
        String text = READ.computeIfAbsent(name + ".txt", LetterTemplates::read).lines()
                .filter(line -> NAME.matcher(line).results().noneMatch(match -> value(name, match.group(1), values).isBlank()))
                .map(line -> replaced(line, key -> value(name, key, values))).collect(Collectors.joining("\n"));
        return text.replaceAll("\n{3,}", "\n\n").strip();
    }

    /** A row of a table; what would end a cell is taken out of it. */
    public static String row(Object... cells) {
        return Arrays.stream(cells).map(LetterText::cell).collect(Collectors.joining(" | ", "| ", " |"));
    }

    private static String replaced(String line, Function<String, String> value) {
        return NAME.matcher(line).replaceAll(match -> Matcher.quoteReplacement(value.apply(match.group(1))));
    }

    private static String value(String template, String key, Map<String, ?> values) {
        if (!values.containsKey(key)) {
            throw new IllegalArgumentException("Letter %s has no value for {%s}".formatted(template, key));
        }
        Object value = values.get(key);
        return value == null ? "" : value.toString().strip();
    }

    private static String read(String name) {
        try (InputStream in = LetterTemplates.class.getResourceAsStream("/letters/" + name)) {
            if (in == null) {
                throw new IllegalArgumentException("There is no letter " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
