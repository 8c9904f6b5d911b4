package id.lindungdesa.guide;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One page of {@code docs/panduan/}. What it prints in bold is what an official reads on his screen while somebody walks
 * with him through the page ({@code GuideBrowserTest}); what it prints in italics stands on a screen that the walk does not
 * visit.
 */
record Guide(Path file, String text) {

    static final Path FOLDER = Path.of("docs/panduan");
    static final Path PICTURES = FOLDER.resolve("gambar");

    private static final Pattern BOLD = Pattern.compile("\\*\\*([^*]+)\\*\\*");
    private static final Pattern ITALIC = Pattern.compile("(?<!\\*)\\*([^*\\s][^*]*)\\*(?!\\*)");
    private static final Pattern PICTURE = Pattern.compile("!\\[([^\\]]*)]\\(([^)]+)\\)");
    private static final Pattern LINK = Pattern.compile("(?<!!)\\[[^\\]]*]\\(([^)]+)\\)");

    static Guide of(String name) {
        return read(FOLDER.resolve(name + ".md"));
    }

    static List<Guide> all() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".md")).sorted().map(Guide::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Guide read(Path file) {
        try {
            return new Guide(file, Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String name() {
        return file.getFileName().toString();
    }

    Set<String> walked() {
        return found(BOLD, 1);
    }

    Set<String> mentioned() {
        return found(ITALIC, 1);
    }

    Set<String> pictures() {
        return found(PICTURE, 2);
    }

    /** What stands in place of a picture for whoever does not see it. */
    Set<String> descriptions() {
        return found(PICTURE, 1);
    }

    Set<String> links() {
        return found(LINK, 1);
    }

    private Set<String> found(Pattern pattern, int group) {
        Set<String> all = new LinkedHashSet<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            all.add(matcher.group(group).replaceAll("\\s+", " ").strip());
        }
        return all;
    }
}
