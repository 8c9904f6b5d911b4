package id.lindungdesa.access;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import id.lindungdesa.LindungDesaTest;
import id.lindungdesa.access.OneOfEach.Stop;
import id.lindungdesa.webapp.Browser;
import id.lindungdesa.webapp.PageCheck;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/**
 * Every task of every process, opened in Tasklist by the official whose it is, on a desk and on a telephone: each has the
 * same head with its legal basis, says what happens next, fits the screen, is open to everybody and in Indonesian.
 */
@LindungDesaTest
class EveryFormBrowserTest {

    private static final int DESK = 1280;
    private static final int PHONE = 390;
    /** An id, a constant or a rule's key: what programs call things by. */
    private static final Pattern CODE = Pattern.compile("\\b[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\\b|\\b[A-Z]{2,}(_[A-Z]+)+\\b|\\b[a-z]+(-[a-z]+)+:\\d+\\b");

    @LocalServerPort
    int port;
    @Autowired
    ApplicationContext context;

    @Test
    void everyFormSpeaksTheSameLanguage() {
        List<Matrix.Row> rows = Matrix.read().table("Tasks");
        try (Browser browser = Browser.on(port)) {
            Cast cast = new Cast(context, context.getBean(TestRestTemplate.class).getRootUri());
            Looking looking = new Looking(browser, cast, rows);
            AccessStage.tellTo(looking, context, cast);
            assertThat(looking.faults).isEmpty();
            assertThat(new TreeSet<>(looking.seen)).isEqualTo(rows.stream().map(row -> row.get("Process") + " " + row.get("Task"))
                    .collect(Collectors.toCollection(TreeSet::new)));
        }
    }

    private static final class Looking implements OneOfEach.Visitor {

        private final Browser browser;
        private final Cast cast;
        private final Map<String, Matrix.Row> rows = new HashMap<>();
        private final Map<String, Page> pages = new HashMap<>();
        private final ObjectMapper json = new ObjectMapper();
        final List<String> seen = new ArrayList<>();
        final List<String> faults = new ArrayList<>();

        Looking(Browser browser, Cast cast, List<Matrix.Row> rows) {
            this.browser = browser;
            this.cast = cast;
            rows.forEach(row -> this.rows.put(row.get("Process") + " " + row.get("Task"), row));
        }

        @Override
        public void at(Stop stop) {
            String name = stop.process() + " " + stop.element();
            Matrix.Who who = rows.get(name).who();
            Persona official = cast.concerned(who.roles()).stream().filter(who::includes).findFirst().orElseThrow();
            if (!seen.contains(name)) {
                seen.add(name);
                look(official, stop);
            }
            Cast.Answer answer = cast.ask(official, "POST", "/engine-rest/task/" + stop.taskId() + "/complete", variables(stop));
            assertThat(answer.allowed()).as("%s completes %s: %s", official, stop.element(), answer).isTrue();
        }

        private void look(Persona official, Stop stop) {
            assertThat(cast.ask(official, "POST", "/engine-rest/task/" + stop.taskId() + "/claim",
                    "{\"userId\":\"%s\"}".formatted(official.user())).allowed()).isTrue();
            Page page = pages.computeIfAbsent(official.user(), user -> browser.loggedIn(browser.page(DESK, 900), "tasklist", user, Cast.PASSWORD));
            page.setViewportSize(DESK, 900);
            page.bringToFront();
            page.waitForResponse(answer -> answer.url().contains("/api/tasks/" + stop.taskId() + "/sheet"),
                    () -> page.evaluate("task => { window.location.hash = '#/?task=' + task; }", stop.taskId()));
            Locator form = page.locator("form.ld-form.ld-ready");
            assertThat(form.locator(".ld-keys").first()).isVisible();
            assertThat(form.locator(".ld-quiet").filter(new Locator.FilterOptions().setHasText("Memuat lembar tugas"))).hasCount(0);
            require(stop, "has no link to its legal basis", form.locator("a[href*='/hukum']").count() > 0);
            require(stop, "does not say what happens next", form.locator(".ld-next").count() > 0);
            CODE.matcher(form.innerText()).results().map(MatchResult::group).distinct().forEach(code -> fault(stop, "shows " + code));
            PageCheck.faults(page, "form.ld-form").forEach(fault -> fault(stop, fault));
            picture(page, stop, DESK);

            page.setViewportSize(PHONE, 844);
            assertThat(form.locator(".ld-keys").first()).isInViewport();
            require(stop, "scrolls sideways on a telephone",
                    ((Number) page.evaluate("document.documentElement.scrollWidth - innerWidth")).intValue() <= 0);
            picture(page, stop, PHONE);
        }

        /** For whoever works on the forms: {@code -Dforms.pictures=true}. */
        private void picture(Page page, Stop stop, int width) {
            if (!Boolean.getBoolean("forms.pictures")) {
                return;
            }
            page.setViewportSize(width, 1900);
            page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/screenshots/forms",
                    "%s-%s-%d.png".formatted(stop.process(), stop.element(), width))));
        }

        private void require(Stop stop, String otherwise, boolean holds) {
            if (!holds) {
                fault(stop, otherwise);
            }
        }

        private void fault(Stop stop, String fault) {
            faults.add(stop.process() + " " + stop.element() + ": " + fault);
        }

        private String variables(Stop stop) {
            Map<String, Object> variables = new LinkedHashMap<>();
            stop.fields().forEach((field, value) -> variables.put(field, Map.of("value", value)));
            try {
                return json.writeValueAsString(Map.of("variables", variables));
            } catch (JsonProcessingException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
