package id.lindungdesa;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.core.io.FileSystemResource;
import org.yaml.snakeyaml.Yaml;

/** Holds docker-compose.yml against the application's configuration; a container engine is not needed for that. */
class ComposeTest {

    private static final Map<String, Object> COMPOSE = read();

    @SuppressWarnings("unchecked")
    private static Map<String, Object> read() {
        try {
            return new Yaml().load(Files.readString(Path.of("docker-compose.yml")));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void everyVariableOfTheApplicationIsOneItReads() {
        var yaml = new YamlPropertiesFactoryBean();
        yaml.setResources(new FileSystemResource("src/main/resources/application.yaml"));
        var known = new TreeMap<String, String>();
        yaml.getObject().forEach((key, value) -> known.put(relaxed((String) key), String.valueOf(value)));
        List<String> boots = List.of("SPRING_DATASOURCE_URL", "SPRING_DATASOURCE_USERNAME", "SPRING_DATASOURCE_PASSWORD",
                "SERVER_PORT");

        for (String variable : environment("application").keySet()) {
            assertThat(boots.contains(variable) || known.containsKey(variable)
                    || known.values().stream().anyMatch(value -> value.contains("${" + variable)))
                    .as(variable + " is no setting of the application").isTrue();
        }
    }

    @Test
    void databaseAndApplicationAgree() {
        Map<String, Object> database = environment("database");
        Map<String, Object> application = environment("application");

        assertThat(application.get("SPRING_DATASOURCE_URL").toString())
                .startsWith("jdbc:postgresql://database:5432/" + database.get("POSTGRES_DB"));
        assertThat(application.get("SPRING_DATASOURCE_PASSWORD")).isEqualTo(database.get("LINDUNGDESA_DB_PASSWORD"))
                .isNotEqualTo(database.get("POSTGRES_PASSWORD"));
        assertThat(service("database").get("image").toString()).isEqualTo("postgres:17");
    }

    /** What all tests with an application run on is made in the same words: see {@link TestPostgres}. */
    @Test
    void theApplicationOwnsItsDatabaseAndIsNoSuperuser() {
        String user = environment("application").get("SPRING_DATASOURCE_USERNAME").toString();
        String script = asMap(asMap(COMPOSE.get("configs")).get("owner")).get("content").toString();

        assertThat(script).contains("create role " + user + " login password :'password';\n", "alter database lindungdesa owner to " + user + ";\n");
        assertThat(service("database").get("configs").toString()).contains("source=owner", "/docker-entrypoint-initdb.d/");
        assertThat(environment("database")).doesNotContainKey("POSTGRES_USER");
    }

    @Test
    void noSecretIsWrittenDownAndEachIsDemanded() {
        for (String service : List.of("database", "application")) {
            environment(service).forEach((name, value) -> {
                if (name.contains("PASSWORD")) {
                    assertThat(value.toString()).as(name).matches("\\$\\{[A-Z_]+:\\?.+}");
                }
            });
        }
    }

    @Test
    void everythingKeptHasAVolumeAndEverythingRunningAHealthCheck() {
        Matcher data = Pattern.compile("documents:(\\S+)").matcher(service("application").get("volumes").toString());
        assertThat(data.find()).isTrue();
        assertThat(data.group(1)).startsWith(environment("application").get("LINDUNGDESA_DATA").toString());
        assertThat(((Map<?, ?>) COMPOSE.get("volumes")).keySet()).map(Object::toString).contains("database", "documents");
        for (String name : List.of("database", "application")) {
            assertThat(service(name)).containsKey("healthcheck");
        }
        assertThat(service("application").get("healthcheck").toString()).contains("/actuator/health");
    }

    private static Map<String, Object> environment(String service) {
        return asMap(service(service).get("environment"));
    }

    private static Map<String, Object> service(String name) {
        return asMap(asMap(COMPOSE.get("services")).get(name));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> asMap(Object map) {
        return (Map<String, Object>) map;
    }

    private static String relaxed(String property) {
        return property.replace("-", "").replace('.', '_').toUpperCase();
    }
}
