package id.lindungdesa.benefit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No table that claims ask is left out of the tests that count its rows. */
class RuleTablesTest {

    private static final Pattern COUNTED = Pattern.compile("rowsNeverHit\\(([^)]*)\\)");

    @Test
    void everyTableThatClaimsAskHasItsRowsCounted() {
        String product = sources("src/main/java/id/lindungdesa/claim") + sources("src/main/java/id/lindungdesa/benefit");
        String counted = COUNTED.matcher(sources("src/test/java/id/lindungdesa/claim") + sources("src/test/java/id/lindungdesa/benefit")).results().map(call -> call.group(1))
                .collect(Collectors.joining());

        // how long a link lives is no question of a claim's rules; EveryTableTest has its rows
        List<String> asked = tables().filter(table -> product.contains('"' + table + '"') && !table.equals("upload-link")).toList();

        assertThat(asked).hasSizeGreaterThan(15);
        assertThat(asked).allMatch(table -> counted.contains('"' + table + '"'));
    }

    private static Stream<String> tables() {
        try (Stream<Path> files = Files.list(Path.of("processes"))) {
            return files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".dmn"))
                    .map(name -> name.replace(".dmn", "")).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sources(String folder) {
        try (Stream<Path> files = Files.list(Path.of(folder))) {
            // RuleNames asks no table, it only calls all of them by name
            return files.filter(file -> !file.endsWith("RuleNames.java")).map(file -> {
                try {
                    return Files.readString(file);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }).collect(Collectors.joining());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
