package id.lindungdesa.webapp;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ViewportSize;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** A headless Chromium of this machine; tests that need one are skipped, and say so, where there is none. */
public final class Browser implements AutoCloseable {

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser browser;
    private final String address;

    private Browser(Playwright playwright, com.microsoft.playwright.Browser browser, String address) {
        this.playwright = playwright;
        this.browser = browser;
        this.address = address;
    }

    public static Browser on(int port) {
        Path chromium = chromium();
        Assumptions.assumeTrue(chromium != null, "no Chromium found: install the package chromium, or put it on the path");
        PlaywrightAssertions.setDefaultAssertionTimeout(30_000);     // a busy machine is no failure
        Playwright playwright = Playwright.create(new Playwright.CreateOptions()
                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        var browser = playwright.chromium().launch(new BrowserType.LaunchOptions().setExecutablePath(chromium)
                .setArgs(List.of("--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu")));
        return new Browser(playwright, browser, "http://localhost:" + port);
    }

    private static Path chromium() {
        return Stream.concat(Stream.of("/usr/bin"), Stream.of(System.getenv("PATH").split(":")))
                .flatMap(folder -> Stream.of("chromium", "chromium-browser", "google-chrome").map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable).findFirst().orElse(null);
    }

    /** A page of its own, without anybody's login, in an official's browser. */
    public Page page(int width, int height) {
        return page(width, height, "id-ID");
    }

    Page page(int width, int height, String language) {
        BrowserContext context = browser.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(width, height).setLocale(language).setTimezoneId("Asia/Jakarta").setBaseURL(address));
        context.setDefaultTimeout(45_000);
        return context.newPage();
    }

    /** Logged in to a webapp, {@code tasklist} or {@code cockpit}. */
    public Page loggedIn(String application, String user, String password) {
        return loggedIn(page(1440, 1000), application, user, password);
    }

    public Page loggedIn(Page page, String application, String user, String password) {
        page.navigate("/camunda/app/%s/default/".formatted(application));
        page.locator(".form-signin input").first().fill(user);
        page.locator("input[type=password]").fill(password);
        page.locator(".form-signin button[type=submit]").click();
        page.locator("[cam-widget-header] .account").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));     // a phone folds it away
        return page;
    }

    /** Held to what every page must be, and shown. Every form of a task is held to it by {@code EveryFormBrowserTest}. */
    static void held(Page page, String name) {
        PageCheck.hold(name, page);
        picture(page, name);
    }

    /** For the eye of whoever works on the forms; nothing depends on it. The window grows to show a whole form. */
    static void picture(Page page, String name) {
        ViewportSize before = page.viewportSize();
        page.setViewportSize(before.width, before.width > 1000 ? 1900 : before.height);
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/screenshots", name + ".png")));
        page.setViewportSize(before.width, before.height);
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
