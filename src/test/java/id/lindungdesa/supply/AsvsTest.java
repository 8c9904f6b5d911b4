package id.lindungdesa.supply;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/security/asvs.md answers every requirement once, and what it names is there. */
class AsvsTest {

    private static final Path PAGE = Path.of("docs/security/asvs.md");
    private static final Set<String> STATES = Set.of("met", "partly", "operator", "not met", "n/a");
    private static final Pattern NAMED = Pattern.compile("`([^`]+)`");

    private record Row(String id, String level, String asked, String state, String how, String shownBy) {

        static Row of(String line) {
            String[] cells = line.substring(1, line.lastIndexOf('|')).split("\\|", -1);
            assertThat(cells).as(line).hasSize(6);
            return new Row(cells[0].strip(), cells[1].strip(), cells[2].strip(), cells[3].strip(), cells[4].strip(), cells[5].strip());
        }

        List<String> named() {
            return NAMED.matcher(shownBy).results().map(found -> found.group(1)).toList();
        }
    }

    @Test
    void everyRequirementIsAnsweredOnce() throws IOException {
        List<String> asked = Files.readAllLines(Path.of("src/test/resources/asvs-5.0.0.txt")).stream()
                .filter(line -> !line.startsWith("#")).toList();

        assertThat(asked).hasSize(253);
        assertThat(rows()).extracting(row -> row.id() + " " + row.level()).containsExactlyElementsOf(asked);
    }

    @Test
    void everyAnswerSaysSomething() throws IOException {
        assertThat(rows()).allSatisfy(row -> {
            assertThat(STATES).as(row.id()).contains(row.state());
            assertThat(row.asked()).as(row.id()).isNotBlank();
            assertThat(row.how()).as(row.id()).isNotBlank();
            if (row.state().equals("met") || row.state().equals("partly")) {
                assertThat(row.shownBy().contains("read") || !row.named().isEmpty()).as("%s shows nothing", row.id()).isTrue();
            }
        });
    }

    @Test
    void whatIsNamedIsThere() throws IOException {
        Set<String> classes;
        try (Stream<Path> files = Files.walk(Path.of("src"))) {
            classes = files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".java"))
                    .map(name -> name.replace(".java", "")).collect(Collectors.toSet());
        }

        assertThat(rows().stream().flatMap(row -> row.named().stream()).distinct())
                .allSatisfy(name -> assertThat(classes.contains(name) || Files.exists(Path.of(name))).as(name).isTrue());
    }

    @Test
    void theCountsAreTrue() throws IOException {
        String page = Files.readString(PAGE);

        for (String level : List.of("1", "2")) {
            List<Row> rows = rows().stream().filter(row -> row.level().equals(level)).toList();
            String counts = Stream.of("met", "partly", "operator", "not met", "n/a")
                    .map(state -> String.valueOf(rows.stream().filter(row -> row.state().equals(state)).count()))
                    .collect(Collectors.joining(" | "));
            assertThat(page).contains("| Level %s | %s | %d |".formatted(level, counts, rows.size()));
        }
    }

    private static List<Row> rows() throws IOException {
        return Arrays.stream(Files.readString(PAGE).split("\n")).filter(line -> line.startsWith("| V")).map(Row::of).toList();
    }
}
