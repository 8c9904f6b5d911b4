package id.lindungdesa.webapp;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import id.lindungdesa.LindungDesaTest;
import id.lindungdesa.grant.VillageFundFixture;
import id.lindungdesa.identity.Role;
import id.lindungdesa.regulation.DecreeFixture;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/**
 * What an official's pages weigh, whether who cannot see them or holds them in one hand can use them, and that nothing on
 * them is in the engine's English: login, list, task and start page, on a desk and on a telephone.
 */
@LindungDesaTest
class PageQualityTest {

    private static final String VILLAGE = "74.01.01.2001";
    private static final long FIRST_PAGE = 2_000_000;
    private static final long A_TASK = 150_000;

    @LocalServerPort
    int port;
    @Autowired
    ApplicationContext context;

    @Test
    void pagesAreLightAndOpenToEverybodyAndSpeakIndonesian() {
        try (Browser browser = Browser.on(port)) {
            VillageFundFixture fund = VillageFundFixture.in(context);
            UUID decree = DecreeFixture.in(context).inForce("74", List.of(VILLAGE), 100_000_000, 100);
            fund.appoint(VILLAGE);
            fund.open(decree);

            Page desk = browser.page(1280, 800);
            AtomicLong bytes = bytesOf(desk);
            walk(browser, desk, bytes);
            walk(browser, browser.page(390, 844), null);
        }
    }

    private void walk(Browser browser, Page page, AtomicLong bytes) {
        page.navigate("/camunda/app/tasklist/default/");
        page.locator("input[type=password]").waitFor();
        check("login", page);
        page.locator("input[type=password]").focus();       // nobody takes the cursor from who types his password
        assertThat(page.locator("form[name=signinForm] [autofocus]")).hasCount(0);
        if (bytes != null) {
            assertThat(bytes.getAndSet(0)).as("bytes of the first page").isBetween(500_000L, FIRST_PAGE);
        }
        browser.loggedIn(page, "tasklist", VillageFundFixture.user(Role.OPERATOR, VILLAGE), VillageFundFixture.PASSWORD);
        page.locator(".tasks-list li.task").first().waitFor();
        check("list", page);
        if (bytes != null) {
            bytes.set(0);
        }
        page.locator(".tasks-list li.task").first().click();
        assertThat(page.locator("form.ld-form")).containsText("Rp100.000.000");
        check("task", page);
        if (bytes != null) {
            assertThat(bytes.get()).as("bytes of a task opened after that").isBetween(1_000L, A_TASK);
        } else {
            assertThat(page.locator(".column-center")).not().isVisible();
            page.locator(".ld-back").click();
            assertThat(page.locator(".column-center")).isVisible();
        }
        page.navigate("/");
        assertThat(page.locator("main")).containsText("Menunggu Anda");
        check("start page", page);
    }

    private static void check(String name, Page page) {
        PageCheck.hold(name, page);
        assertThat(((Number) page.evaluate("document.documentElement.scrollWidth - innerWidth")).intValue())
                .as("%s at %d px scrolls sideways", name, page.viewportSize().width).isNotPositive();
    }

    /** What came over the line, compressed as it came. */
    private static AtomicLong bytesOf(Page page) {
        AtomicLong bytes = new AtomicLong();
        CDPSession line = page.context().newCDPSession(page);
        line.send("Network.enable");
        line.on("Network.loadingFinished", (JsonObject event) -> bytes.addAndGet(event.get("encodedDataLength").getAsLong()));
        return bytes;
    }
}
