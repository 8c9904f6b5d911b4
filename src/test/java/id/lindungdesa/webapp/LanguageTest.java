package id.lindungdesa.webapp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A text that is missing shows its raw key, so our language must have all that the engine's English has. */
class LanguageTest {

    /** What the page fills in and the tags that it draws; {@code <null>} and the like are words. */
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{\\s*\\w+\\s*}}|\\{}|%[sd]|</?(?:a|br|strong)\\b[^>]*>");
    /** The vendor's banner, and the English plural's s. */
    private static final List<String> EMPTY_ON_PURPOSE = List.of("labels.BANNER_CE_EOL_TEXT", "labels.NO_TASK_FORM",
            "labels.PLGN_BATCH_S", "labels.PLGN_MIG_S", "labels.PLGN_MOD_DIALOG_S", "labels.PLGN_MOD_RESTART_DIALOG_S");
    /** The vendor's greeting with a link to a page that is not ours; switched off in every application. */
    private static final String GREETING = "labels.FIRST_LOGIN_INFO";
    /** Signs, patterns, names of formats and products, and the words that both languages share. */
    private static final Set<String> SAME_IN_BOTH = Set.of("<", "<=", ">", ">=", "%d", "%s", "CSV", "JSON", "ID", "ID*",
            "YYYY-MM-DDTHH:mm:ss", "Operator", "Status", "Min", "Diagram", "Label", "Optimize");

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "welcome", "cockpit", "admin"})
    void saysAllThatEnglishSays(String application) throws IOException {
        var english = texts(application, "en");
        var indonesian = texts(application, "id");

        assertThat(indonesian.keySet()).isEqualTo(english.keySet());
        english.forEach((key, text) -> {
            boolean empty = EMPTY_ON_PURPOSE.contains(key);
            assertThat(indonesian.get(key).isBlank()).as(key).isEqualTo(empty);
            if (!empty && !key.equals(GREETING)) {
                assertThat(placeholders(indonesian.get(key))).as(key).isEqualTo(placeholders(text));
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "welcome", "cockpit", "admin"})
    void leavesNothingInEnglish(String application) throws IOException {
        var english = texts(application, "en");
        var left = texts(application, "id");
        left.entrySet().removeIf(text -> !text.getKey().startsWith("labels.") || text.getValue().isBlank()
                || SAME_IN_BOTH.contains(text.getValue())
                || !text.getValue().strip().equals(english.get(text.getKey()).strip()));

        assertThat(left).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "welcome"})
    void isTheOnlyLanguageOfOfficials(String application) throws IOException {
        assertThat(content("scripts/config.js", application)).contains("availableLocales: ['id']", "fallbackLocale: 'id'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"cockpit", "admin"})
    void administratorsMayReadEnglish(String application) throws IOException {
        assertThat(content("scripts/config.js", application))
                .contains("availableLocales: ['id', 'en']", "fallbackLocale: 'id'");
    }

    private static List<String> placeholders(String text) {
        return PLACEHOLDER.matcher(text).results().map(MatchResult::group).map(part -> part.replace(" ", "")).sorted().toList();
    }

    static TreeMap<String, String> texts(String application, String language) throws IOException {
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
