package id.lindungdesa.webapp;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import id.lindungdesa.Door;
import id.lindungdesa.LindungDesaTest;
import id.lindungdesa.grant.VillageFundFixture;
import id.lindungdesa.regulation.DecreeFixture;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** An administrator on Monday morning: opens the board, follows a figure to a case, and has a failed step tried again. */
@LindungDesaTest
class BoardBrowserTest {

    private static final String VILLAGE = "63.01.01.2001";
    private static final String PASSWORD = "Rahasia-uji-123";

    @LocalServerPort
    int port;
    @Autowired
    TestRestTemplate http;
    @Autowired
    ApplicationContext context;
    @Autowired
    ManagementService management;
    @Autowired
    RuntimeService runtime;
    @Autowired
    Clock clock;

    private UUID decree;

    @Test
    void anAdministratorFollowsAFigureToItsCaseAndRetriesWhatFailed() throws Exception {
        try (Browser browser = Browser.on(port)) {
            Job failed = aBookingThatFailed();
            Page page = browser.loggedIn("cockpit", "admin", PASSWORD);
            List<String> asked = new ArrayList<>();
            page.onRequest(request -> {
                if (request.url().contains("/api/board")) {
                    asked.add(request.url());
                }
            });

            page.locator("a.ldb-menu").first().click();
            assertThat(page.locator("h1")).hasText("Papan kendali");
            assertThat(page.locator("#ldb-failed")).containsText("63.01");
            assertThat(page.locator("#ldb-decrees")).containsText("Jumlah semua tahap sama");
            assertThat(page.locator("#ldb-work")).containsText("Tugas menurut jabatan");
            assertThat(page.locator("#ldb-doors")).containsText("BPJS Ketenagakerjaan");
            assertThat(page.locator("#ldb-checks")).containsText("Pembukuan");
            assertThat(asked).as("few requests").hasSize(5);
            Browser.held(page, "board");

            // from a figure to the list, from the list to the case
            page.locator("a[href*='decree=%s'][href*='regency=63.01'][href*='state=']".formatted(decree)).first().click();
            Locator line = page.locator("tr", new Page.LocatorOptions().setHasText(VILLAGE));
            assertThat(line).containsText("Dalam proses pencairan provinsi");
            assertThat(page.locator("a[download]")).hasAttribute("href", Pattern.compile("format=xlsx"));
            Browser.held(page, "board-villages");
            line.locator("a").first().click();
            assertThat(page.locator(".process-instance, [ng-controller], .ctn-view").first()).isVisible();
            assertThat(page).hasURL(Pattern.compile("#/process-instance/.*/runtime"));

            // by its number
            page.navigate("/camunda/app/cockpit/default/#/papan");
            page.locator("#ldb-q").fill(VILLAGE);
            page.locator("#ldb-q").press("Enter");
            assertThat(page.locator("#ldb-villages")).containsText(VILLAGE);

            // what failed is tried again
            page.navigate("/camunda/app/cockpit/default/#/papan");
            Locator incident = page.locator("#ldb-failed tr", new Page.LocatorOptions().setHasText("63.01"));
            incident.locator("button").click();
            executed(failed);
            assertThat(incident).containsText("Berhasil");
            assertThat(management.createJobQuery().jobId(failed.getId()).count()).isZero();
            page.reload();
            assertThat(page.locator("#ldb-failed")).containsText("Pekerjaan latar");
            assertThat(page.locator("#ldb-failed tr", new Page.LocatorOptions().setHasText("63.01"))).hasCount(0);

            Page english = browser.loggedIn(browser.page(1440, 1000, "en-GB"), "cockpit", "admin", PASSWORD);
            english.setViewportSize(390, 844);
            english.navigate("/camunda/app/cockpit/default/#/papan");
            assertThat(english.locator("h1")).hasText("Board");
            assertThat(english.locator("#ldb-checks")).containsText("What must always hold");
            assertThat((boolean) english.evaluate("() => document.querySelector('.ldb').scrollWidth <= window.innerWidth"))
                    .as("no sideways scrolling on a phone").isTrue();
            Browser.held(english, "board-phone");
        }
    }

    /** What the engine's own threads do where they run: the job, once the administrator gave it another try. */
    private void executed(Job failed) throws InterruptedException {
        for (int i = 0; i < 200 && management.createJobQuery().jobId(failed.getId()).withRetriesLeft().count() == 0; i++) {
            Thread.sleep(50);
        }
        management.executeJob(failed.getId());
    }

    private Job aBookingThatFailed() {
        VillageFundFixture fund = VillageFundFixture.in(context);
        decree = DecreeFixture.in(context).inForce("63", List.of(VILLAGE), 100_000_000, 100);
        fund.appoint(VILLAGE);
        fund.open(decree);
        fund.ready(fund.disbursement(decree, VILLAGE, 1));
        UUID run = fund.run(decree, "63.01");
        fund.sp2d(run);
        Door door = new Door(http);
        door.knows(VillageFundFixture.BANK, VillageFundFixture.PASSWORD);
        door.expect(201, door.post(VillageFundFixture.BANK, "/api/bank/credits", Map.of("reference", fund.reference(run),
                "account", VillageFundFixture.REGENCY_ACCOUNT, "rupiah", 100_000_000,
                "valueDate", LocalDate.now(clock).toString())));
        String instance = runtime.createProcessInstanceQuery().processInstanceBusinessKey(run.toString()).singleResult().getId();
        Job booking = management.createJobQuery().processInstanceId(instance).messages().singleResult();
        management.setJobRetries(booking.getId(), 0);
        return booking;
    }
}
