package id.lindungdesa.webapp;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.FilePayload;
import id.lindungdesa.LindungDesaTest;
import id.lindungdesa.identity.Appointment;
import id.lindungdesa.identity.Offices;
import id.lindungdesa.identity.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.catalina.Context;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.web.embedded.tomcat.TomcatWebServer;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A session that ends in the middle of a form, and an answer that is lost on its way: what was typed stays, what was done is done once. */
@LindungDesaTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LostSessionBrowserTest {

    private static final String OTHER = "kades-62";

    @LocalServerPort
    int port;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    ServletWebServerApplicationContext context;
    @Autowired
    Offices offices;
    @Autowired
    RepositoryService repository;
    @Autowired
    RuntimeService runtime;
    @Autowired
    TrialTasks trial;
    @Autowired
    @Qualifier("permissions")
    ApplicationRunner permissions;

    Browser browser;
    Page page;

    @BeforeAll
    void aVillageHeadAndAProcess() throws Exception {
        browser = Browser.on(port);
        offices.appoint(List.of(new Appointment(1, TaskFormTest.HEAD, "Siti Kades", Role.KADES, "96.01.01.2001",
                LocalDate.of(2020, 1, 1), null, "SK 1"),
                new Appointment(2, OTHER, "Udin Kades", Role.KADES, "62.01.01.2001", LocalDate.of(2020, 1, 1), null, "SK 62")), List.of(), user -> TaskFormTest.PASSWORD);
        TrialTasks.deploy(repository);
        permissions.run(null);
    }

    @BeforeEach
    void aFormHalfFilled() {
        runtime.createProcessInstanceQuery().processDefinitionKey(TrialTasks.PROCESS).list()
                .forEach(old -> runtime.deleteProcessInstance(old.getId(), "next test"));
        trial.recorded.clear();
        runtime.startProcessInstanceByKey(TrialTasks.PROCESS, UUID.randomUUID().toString());
        page = browser.loggedIn("tasklist", TaskFormTest.HEAD, TaskFormTest.PASSWORD);
        page.locator(".tasks-list li.task").first().click();
        page.locator(".meta .claim").click();
        assertThat(page.locator("#approved")).isEnabled();
        page.locator(".ld-upload").getByLabel("Surat permohonan")
                .setInputFiles(new FilePayload("surat.pdf", "application/pdf", TaskFormTest.PDF.getBytes()));
        assertThat(page.locator(".ld-files").first()).containsText("surat.pdf");
        page.locator("#approved").selectOption("true");
        page.locator("#member1").fill("Aminah");
        assertThat(page.locator(".ld-draft")).containsText("Konsep tersimpan");
    }

    @AfterAll
    void close() {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void aSessionThatEndedOnTheServerLosesNothing() {
        sessionOf(page.context()).expire();
        typedAndFoundAgain("7");
    }

    /** The cookie is gone with it: no box of the browser's own may come up in front of the page. */
    @Test
    void aSessionWithoutACookieLosesNothing() {
        page.context().clearCookies(new BrowserContext.ClearCookiesOptions().setName("JSESSIONID"));
        typedAndFoundAgain("8");
    }

    private void typedAndFoundAgain(String count) {
        page.locator("#count").fill(count);
        complete();
        assertThat(page.locator(".form-signin")).containsText("Sesi Anda berakhir. Isian Anda disimpan");

        logIn();
        assertThat(page.locator("#count")).hasValue(count);
        assertThat(page.locator("#member1")).hasValue("Aminah");
        assertThat(page.locator("#approved")).hasValue("true");
        assertThat(page.locator(".ld-files").first()).containsText("surat.pdf");
        Browser.held(page, "session-back");
        complete();
        assertThat(page.locator("form.ld-form")).not().isVisible();
        assertThat(trial.recorded).extracting(TrialTasks.Recorded::count).containsExactly(Long.valueOf(count));
    }

    @Test
    void anAnswerThatIsLostAfterTheDeedIsNotAskedForAgain() {
        page.locator("#count").fill("9");
        page.route("**/submit-form", route -> {
            route.fetch();
            route.abort();
        });
        complete();
        assertThat(page.locator("form.ld-form")).not().isVisible();
        assertThat(page.locator("body")).not().containsText("belum tercatat");
        assertThat(trial.recorded).extracting(TrialTasks.Recorded::count).containsExactly(9L);
    }

    /** On a slow line he types before the form knows what he typed yesterday: it is laid over that. */
    @Test
    void whatWasTypedBeforeTheDraftCameLosesNothing() {
        List<Route> held = new CopyOnWriteArrayList<>();
        page.route("**/api/drafts/**", held::add);
        page.reload();
        page.locator("form.ld-ready #count").fill("13");
        page.locator("#approved").selectOption("false");
        sessionOf(page.context()).expire();
        page.waitForCondition(() -> !held.isEmpty());
        held.forEach(Route::resume);
        page.unrouteAll();
        assertThat(page.locator(".form-signin")).containsText("Sesi Anda berakhir. Isian Anda disimpan");
        logIn();
        assertThat(page.locator("#count")).hasValue("13");
        assertThat(page.locator("#approved")).hasValue("false");
        assertThat(page.locator("#member1")).hasValue("Aminah");
        assertThat(page.locator(".ld-files").first()).containsText("surat.pdf");
    }

    /** He types on and presses nothing: the form says so, and all of it is there after he has come back. */
    @Test
    void whoOnlyTypesIsToldAndLosesNothing() {
        sessionOf(page.context()).expire();
        page.locator("#member1").fill("Aminah binti Sari");
        assertThat(page.locator(".ld-draft")).containsText("Konsep belum tersimpan. Sesi Anda berakhir.");
        page.locator("#count").fill("11");
        complete();
        logIn();
        assertThat(page.locator("#member1")).hasValue("Aminah binti Sari");
        assertThat(page.locator("#count")).hasValue("11");
        assertThat(trial.recorded).isEmpty();
    }

    @Test
    void whoLogsOutInAnotherWindowLosesNothing() {
        page.locator("#count").fill("12");
        Page other = page.context().newPage();
        other.navigate("/camunda/app/tasklist/default/");
        other.locator("[cam-widget-header] .account .dropdown-toggle").click();
        other.locator("[cam-widget-header] .account .logout a").click();
        other.locator("input[type=password]").waitFor();
        page.bringToFront();
        assertThat(page.locator(".form-signin")).containsText("Sesi Anda berakhir. Isian Anda disimpan");
        logIn();
        assertThat(page.locator("#count")).hasValue("12");
        assertThat(page.locator("#member1")).hasValue("Aminah");
    }

    /** Another person logs in in another window of the browser: the session is his now, and this page is not. */
    @Test
    void nothingHappensInAnotherPersonsName() {
        page.locator(".start-process-action a").first().click();
        page.locator(".modal-body").getByText("Formulir uji").click();
        page.locator("form.ld-ready #subject").fill("Perihal Siti");
        assertThat(page.locator(".modal-body .ld-draft")).containsText("Konsep tersimpan");
        Page other = browser.loggedIn("tasklist", OTHER, TaskFormTest.PASSWORD);
        page.context().addCookies(other.context().cookies().stream().map(one -> new Cookie(one.name, one.value).setDomain(one.domain)
                .setPath(one.path)).toList());

        page.locator("#subject").fill("Perihal Siti, rahasia");
        assertThat(page.locator(".modal-body .ld-draft")).containsText("Konsep belum tersimpan. Di jendela lain " + OTHER + " telah masuk");
        page.locator("#share").fill("70");
        page.locator("#annex").setInputFiles(new FilePayload("lampiran.csv", "text/csv", "a,b".getBytes()));
        TrialTasks.POSTED.clear();
        page.locator(".modal-footer .btn-primary").click();
        assertThat(page.locator(".modal-body .ld-box")).containsText("Di jendela lain " + OTHER + " telah masuk, sehingga tidak ada yang dicatat");
        Browser.picture(page, "other-window");
        assertThat(TrialTasks.POSTED).isEmpty();
        assertThat(jdbc.sql("select place from webapp_draft where user_id = :user").param("user", OTHER).query(String.class).list()).isEmpty();
        assertThat(page.locator("#subject")).hasValue("Perihal Siti, rahasia");

        other.locator(".start-process-action a").first().click();
        other.locator(".modal-body").getByText("Formulir uji").click();
        assertThat(other.locator("form.ld-ready #subject")).hasValue("");
    }

    /** The file need not be found again: it goes up once its owner is back, and is there once. */
    @Test
    void anUploadUnderWayIsTakenUpAgain() {
        long before = documentsOf(TaskFormTest.HEAD);
        page.route("**/api/documents", route -> {
            sessionOf(page.context()).expire();
            route.resume();
        });
        page.locator(".ld-upload").getByLabel("Rencana anggaran").setInputFiles(new FilePayload("rab.pdf", "application/pdf", TaskFormTest.PDF.getBytes()));
        assertThat(page.locator(".form-signin")).containsText("Sesi Anda berakhir. Isian Anda disimpan");
        assertThat(documentsOf(TaskFormTest.HEAD)).isEqualTo(before);
        page.unrouteAll();
        logIn();
        assertThat(page.locator(".ld-upload")).containsText("rab.pdf");
        assertThat(page.locator(".ld-files").filter(new Locator.FilterOptions().setHasText("rab.pdf"))).containsText("tersimpan dan diperiksa");
        assertThat(documentsOf(TaskFormTest.HEAD)).isEqualTo(before + 1);
        assertThat(page.locator("#member1")).hasValue("Aminah");
    }

    private long documentsOf(String user) {
        return jdbc.sql("select count(*) from document_file where uploaded_by = :user").param("user", user).query(Long.class).single();
    }

    private void complete() {
        page.locator(".form-actions .btn-primary").click();
    }

    /** Tasklist shows its login within some seconds by itself, once it asks for the list again. */
    private void logIn() {
        Locator password = page.locator("input[type=password]");
        password.waitFor();
        page.locator(".form-signin input").first().fill(TaskFormTest.HEAD);
        password.fill(TaskFormTest.PASSWORD);
        Browser.held(page, "lost-login");
        page.locator(".form-signin button[type=submit]").click();
        page.locator("form.ld-form").waitFor();
    }

    private org.apache.catalina.Session sessionOf(BrowserContext visitor) {
        String id = visitor.cookies().stream().filter(cookie -> cookie.name.equals("JSESSIONID")).findFirst().orElseThrow().value;
        Context application = (Context) ((TomcatWebServer) context.getWebServer()).getTomcat().getHost().findChildren()[0];
        try {
            return application.getManager().findSession(id);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
