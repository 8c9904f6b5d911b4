package id.lindungdesa.webapp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Browsers read a field's pattern strictly and ignore it whole, with a line in the console, where a class holds a bare sign. */
class FormPatternTest {

    private static final Pattern PATTERN = Pattern.compile("pattern=\"([^\"]+)\"");
    private static final Pattern BARE = Pattern.compile("\\[[^\\]]*(?<!\\\\)[/(){}|\\[][^\\]]*]");

    @Test
    void everyPatternIsOneThatBrowsersRead() throws IOException {
        try (Stream<Path> forms = Files.walk(Path.of("forms"))) {
            List<String> patterns = forms.filter(file -> file.toString().endsWith(".html")).flatMap(FormPatternTest::patterns).toList();

            assertThat(patterns).hasSizeGreaterThan(10).noneMatch(pattern -> BARE.matcher(pattern).find());
        }
    }

    private static Stream<String> patterns(Path form) {
        try {
            return PATTERN.matcher(Files.readString(form)).results().map((MatchResult found) -> found.group(1)).toList().stream();
        } catch (IOException e) {
            throw new IllegalStateException(form.toString(), e);
        }
    }
}
