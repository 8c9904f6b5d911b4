package id.lindungdesa;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.core.env.Environment;
import org.yaml.snakeyaml.Yaml;

/** The operator's page tells no metric, setting or hour that is not there, and leaves no metric of ours out. */
@LindungDesaTest
class OperationsDocumentTest {

    private static final String PAGE = page();
    private static final Pattern METRIC = Pattern.compile("\\b(lindungdesa|hikaricp|http_server|jvm)_[a-z_]+");

    @Autowired
    TestRestTemplate http;
    @Autowired
    Environment environment;

    @Test
    void everyMetricIsThereAndEveryOneOfOursIsNamed() {
        http.getForObject("/actuator/health", String.class);     // requests are counted once there was one
        Set<String> real = metrics(http.withBasicAuth("admin", "Rahasia-uji-123").getForObject("/actuator/prometheus", String.class)
                .lines().filter(line -> line.startsWith("# TYPE ")).collect(Collectors.joining("\n")));
        Set<String> named = metrics(PAGE);

        assertThat(named.stream().filter(name -> real.stream().noneMatch(one -> one.equals(name) || name.endsWith("_")
                && one.startsWith(name) || name.equals(one + "_count")))).as("named and not there").isEmpty();
        assertThat(real.stream().filter(name -> name.startsWith("lindungdesa_") && !named.contains(name))).as("there and not named").isEmpty();
        assertThat(real).hasSizeGreaterThan(40);
    }

    @Test
    void everyAlertAsksForMetricsThatAreThere() {
        String rules = PAGE.substring(PAGE.indexOf("```yaml") + 7, PAGE.indexOf("```", PAGE.indexOf("```yaml") + 7));
        Map<String, List<Map<String, List<Map<String, Object>>>>> read = new Yaml().load(rules);
        List<Map<String, Object>> alerts = read.get("groups").get(0).get("rules");

        assertThat(alerts).hasSizeGreaterThan(10).allSatisfy(alert -> {
            assertThat(alert).containsKeys("alert", "expr", "labels");
            assertThat(metrics(alert.get("expr").toString())).isNotEmpty();
            assertThat(alert.get("expr").toString()).as("every node reports the same").doesNotContain("sum(lindungdesa");
        });
    }

    @Test
    void everySettingIsRead() throws IOException {
        String sources = Files.readString(Path.of("src/main/resources/application.yaml"))
                + String.join("\n", ModelFiles.read("src/main/java", ".java").values());
        Set<String> known = Pattern.compile("lindungdesa(\\.[a-z-]+)+").matcher(sources).results().map(match -> variable(match.group()))
                .collect(Collectors.toCollection(TreeSet::new));
        Pattern.compile("\\$\\{(LINDUNGDESA_[A-Z_]+)").matcher(sources).results().forEach(match -> known.add(match.group(1)));
        for (String property : List.of("lindungdesa.data", "lindungdesa.metrics.fresh-for", "lindungdesa.history-cleanup.from",
                "lindungdesa.history-cleanup.until")) {
            assertThat(environment.getProperty(property)).as(property).isNotBlank();
            known.add(variable(property));
        }

        Set<String> named = Pattern.compile("\\bLINDUNGDESA_[A-Z_]+").matcher(PAGE).results().map(match -> match.group())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(named).hasSizeGreaterThan(8);
        assertThat(known).containsAll(named);
    }

    @Test
    void theNightIsAsTold() throws IOException {
        String sources = String.join("\n", ModelFiles.read("src/main/java", ".java").values());
        Pattern.compile("cron = \"0 (\\d+) (\\d+) \\* \\* \\*\", zone = \"Asia/Jakarta\"").matcher(sources).results().forEach(match ->
                assertThat(PAGE).contains("%02d:%02d".formatted(Integer.parseInt(match.group(2)), Integer.parseInt(match.group(1)))));
        assertThat(PAGE).contains(environment.getProperty("lindungdesa.history-cleanup.from"),
                environment.getProperty("lindungdesa.history-cleanup.until"), environment.getProperty("lindungdesa.metrics.fresh-for"));
    }

    private static Set<String> metrics(String text) {
        return METRIC.matcher(text).results().map(match -> match.group()).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String variable(String property) {
        return property.replace("-", "").replace('.', '_').toUpperCase();
    }

    private static String page() {
        try {
            return Files.readString(Path.of("docs/operations.md"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
