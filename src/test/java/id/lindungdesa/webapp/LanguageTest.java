package id.lindungdesa.webapp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A text that is missing shows its raw key, so our language must have all that the engine's English has. */
class LanguageTest {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{\\s*\\w+\\s*}}|%[sd]");
    private static final List<String> EMPTY_ON_PURPOSE = List.of("labels.BANNER_CE_EOL_TEXT", "labels.NO_TASK_FORM");

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "welcome"})
    void saysAllThatEnglishSays(String application) throws IOException {
        var english = texts(application, "en");
        var indonesian = texts(application, "id");

        assertThat(indonesian.keySet()).isEqualTo(english.keySet());
        english.forEach((key, text) -> {
            assertThat(placeholders(indonesian.get(key))).as(key).isEqualTo(placeholders(text));
            assertThat(indonesian.get(key).isBlank()).as(key).isEqualTo(EMPTY_ON_PURPOSE.contains(key));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "welcome"})
    void isTheOnlyLanguage(String application) throws IOException {
        assertThat(content("scripts/config.js", application)).contains("availableLocales: ['id']", "fallbackLocale: 'id'");
    }

    private static TreeSet<String> placeholders(String text) {
        var found = new TreeSet<String>();
        PLACEHOLDER.matcher(text).results().map(MatchResult::group).map(part -> part.replace(" ", "")).forEach(found::add);
        return found;
    }

    private static TreeMap<String, String> texts(String application, String language) throws IOException {
        var texts = new TreeMap<String, String>();
        collect("", new ObjectMapper().readTree(content("locales/%s.json".formatted(language), application)), texts);
        return texts;
    }

    private static void collect(String path, JsonNode node, TreeMap<String, String> texts) {
        if (node.isValueNode()) {
            texts.put(path, node.asText());
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                collect(path + "." + i, node.get(i), texts);
            }
        } else {
            new ArrayList<>(node.properties()).forEach(entry ->
                    collect(path.isEmpty() ? entry.getKey() : path + "." + entry.getKey(), entry.getValue(), texts));
        }
    }

    /** The engine's files begin with a byte order mark. */
    private static String content(String file, String application) throws IOException {
        String path = "META-INF/resources/webjars/camunda/app/%s/%s".formatted(application, file);
        try (InputStream in = LanguageTest.class.getClassLoader().getResourceAsStream(path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\uFEFF", "");
        }
    }
}
