package id.lindungdesa.webapp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a village on a slow line loads to open a form: our scripts, with whatever the form holds. */
class ScriptWeightTest {

    private static final Path SCRIPTS = Path.of("src/main/resources/META-INF/resources/webjars/camunda/app/tasklist/scripts/lindung-desa");
    private static final int MOST = 64 * 1024;
    private static final Pattern PART = Pattern.compile("\\['\\.([\\w-]+)', \\(\\) => import\\('\\./([\\w-]+\\.js)'\\)");
    private static final Pattern IMPORT = Pattern.compile("(?m)^import .* from '\\./([\\w-]+\\.js)'");

    @Test
    void everyFormLoadsLittle() throws IOException {
        Map<String, String> parts = new TreeMap<>();
        PART.matcher(read("form.js")).results().forEach(part -> parts.put(part.group(1), part.group(2)));
        assertThat(parts).containsKeys("ld-upload", "ld-post", "ld-papers");

        Map<String, Long> weights = new TreeMap<>();
        try (Stream<Path> forms = Files.list(Path.of("forms"))) {
            for (Path form : (Iterable<Path>) forms.filter(Files::isRegularFile)::iterator) {
                String html = Files.readString(form);
                Set<String> scripts = new TreeSet<>();
                with("form.js", scripts);
                parts.forEach((marker, script) -> {
                    if (html.contains(marker)) {
                        with(script, scripts);
                    }
                });
                with(html.contains("data-legal-basis") ? "begin.js" : "standing.js", scripts);     // a start form, or a task's
                if (html.contains("ld-upload") && !html.contains("data-legal-basis")) {
                    with("wanted.js", scripts);
                }
                if (html.contains("data-reasons")) {
                    with("reasons.js", scripts);
                }
                weights.put(form.getFileName().toString(), scripts.stream().mapToLong(ScriptWeightTest::size).sum());
            }
        }
        assertThat(weights).allSatisfy((form, bytes) -> assertThat(bytes).as(form).isLessThanOrEqualTo(MOST));
    }

    private static void with(String script, Set<String> scripts) {
        if (scripts.add(script)) {
            IMPORT.matcher(read(script)).results().map((MatchResult one) -> one.group(1)).forEach(one -> with(one, scripts));
        }
    }

    private static String read(String script) {
        try {
            return Files.readString(SCRIPTS.resolve(script));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long size(String script) {
        try {
            return Files.size(SCRIPTS.resolve(script));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
