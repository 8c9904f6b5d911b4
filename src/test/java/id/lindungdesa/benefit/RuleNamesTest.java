package id.lindungdesa.benefit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** An official reads the names of the tables that decided, never their ids. */
class RuleNamesTest {

    private static final Pattern DECISION = Pattern.compile("<decision id=\"([^\"]+)\" name=\"([^\"]+)\"");

    @Test
    void everyTableIsCalledAsItsFileCallsIt() throws IOException {
        Map<String, String> written = new TreeMap<>();
        try (Stream<Path> files = Files.list(Path.of("processes"))) {
            for (Path file : files.filter(each -> each.toString().endsWith(".dmn")).toList()) {
                Matcher found = DECISION.matcher(Files.readString(file));
                while (found.find()) {
                    written.put(found.group(1), found.group(2));
                }
            }
        }
        assertThat(new TreeMap<>(RuleNames.NAMES)).isEqualTo(written);
    }

    @Test
    void theVersionsOfARulingAreReadAsNames() {
        assertThat(Wording.rules("claim-cause:1; risk-sign:12"))
                .isEqualTo("Sebab dan program (versi 1); Tanda risiko (versi 12)");
    }

    @Test
    void aTableThatIsNotKnownIsShownAsItIs() {
        assertThat(Wording.rules("somebody-elses:3; grace-period:2")).isEqualTo("somebody-elses:3; Masa tenggang iuran (versi 2)");
    }
}
