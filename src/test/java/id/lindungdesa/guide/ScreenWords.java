package id.lindungdesa.guide;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Whatever the program can write on an official's screen, drawn from where it is written: one entry for each label. */
final class ScreenWords {

    private static final Path MAIN = Path.of("src/main/java/id/lindungdesa");
    private static final Path PAGES = Path.of("src/main/resources");
    private static final Pattern BETWEEN_TAGS = Pattern.compile(">([^<>{}]+)<");
    private static final Pattern KINDS = Pattern.compile("data-kinds=\"([^\"]*)\"");
    private static final Pattern NAME = Pattern.compile("\\bname=\"([^\"]*)\"");
    private static final Pattern JSON_TEXT = Pattern.compile(":\\s*\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern JAVA_TEXT = Pattern.compile("\"((?:[^\"\\\\\n]|\\\\.)*)\"");
    private static final Pattern SCRIPT_TEXT = Pattern.compile("'((?:[^'\\\\\n]|\\\\.)*)'");
    private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?\\*/|(?:^|(?<=\\s))//[^\n]*");

    private final Set<String> words = new HashSet<>();

    static ScreenWords ofTheProject() {
        ScreenWords all = new ScreenWords();
        each(Path.of("forms"), ".html", all::page);
        each(PAGES, ".html", all::page);
        each(Path.of("processes"), ".bpmn", text -> all.add(NAME, text));
        each(PAGES, "id.json", text -> all.add(JSON_TEXT, text));
        each(PAGES, ".js", text -> all.script(COMMENT.matcher(text).replaceAll("")));
        each(MAIN, "Role.java", text -> all.add(JAVA_TEXT, text));
        each(MAIN, "TaskFilters.java", text -> all.add(JAVA_TEXT, text));
        each(MAIN, "Sheets.java", text -> all.add(JAVA_TEXT, text));
        return all;
    }

    boolean has(String label) {
        return words.contains(plain(label));
    }

    int size() {
        return words.size();
    }

    /** Punctuation around a label, and what is filled in, do not count: {@code Putuskan … berkas}. */
    static String plain(String label) {
        return label.replaceAll("\\$\\{[^}]*}|\\{\\d}|\\{\\{[^}]*}}", "…").replace("&amp;", "&").replaceAll("\\s+", " ")
                .replaceAll("^[\\s‹←·:]+|[\\s:·.]+$", "");
    }

    private void page(String html) {
        add(BETWEEN_TAGS, html.replaceAll("(?s)<script.*?</script>", ""));
        Matcher kinds = KINDS.matcher(html);
        while (kinds.find()) {
            for (String kind : kinds.group(1).split("\\|")) {
                words.add(plain(kind.substring(kind.indexOf(':') + 1)));
            }
        }
    }

    /** Templates lie in each other, so that each piece between two of their quotes counts. */
    private void script(String text) {
        add(SCRIPT_TEXT, text);
        for (String piece : text.split("`")) {
            words.add(plain(piece));
        }
    }

    private void add(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            for (int group = 1; group <= matcher.groupCount(); group++) {
                if (matcher.group(group) != null) {
                    words.add(plain(matcher.group(group)));
                }
            }
        }
    }

    private static void each(Path folder, String ending, java.util.function.Consumer<String> read) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(one -> one.toString().endsWith(ending)).toList()) {
                read.accept(Files.readString(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
