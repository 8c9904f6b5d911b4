package id.lindungdesa.webapp;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What every page of an official is held to: open to everybody (WCAG 2.1 A and AA as axe-core sees it), in Indonesian. */
public final class PageCheck {

    private static final Set<String> ENGLISH = english();

    private PageCheck() {}

    static void hold(String name, Page page) {
        assertThat(faults(page)).as("%s at %d px", name, page.viewportSize().width).isEmpty();
    }

    /** What shuts somebody out of the page, or is in English; empty where nothing does. */
    static List<String> faults(Page page) {
        return faults(page, null);
    }

    /** The same, of a part of the page as far as its use is concerned. */
    public static List<String> faults(Page page, String part) {
        boolean administrators = page.url().contains("/app/cockpit/") || page.url().contains("/app/admin/");
        AxeBuilder axe = new AxeBuilder(page).withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa"));
        if (part != null) {
            axe.include(part);
        }
        List<String> faults = new ArrayList<>(axe.analyze().getViolations().stream().map(fault -> fault.getId()
                + fault.getNodes().stream().map(node -> " " + node.getTarget()).collect(Collectors.joining())).toList());
        if (!administrators) {
            Stream.of(page.locator("body").innerText().split("\n")).map(String::strip).filter(ENGLISH::contains).distinct()
                    .forEach(text -> faults.add("in English: " + text));
        }
        return faults;
    }

    /** Texts of the engine's English that the Indonesian says otherwise. */
    private static Set<String> english() {
        try {
            Set<String> texts = new TreeSet<>();
            for (String application : List.of("tasklist", "welcome")) {
                texts.addAll(LanguageTest.texts(application, "en").values());
            }
            for (String application : List.of("tasklist", "welcome")) {
                texts.removeAll(Set.copyOf(LanguageTest.texts(application, "id").values()));
            }
            texts.remove("");
            return texts;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
