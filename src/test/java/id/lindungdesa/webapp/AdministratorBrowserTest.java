package id.lindungdesa.webapp;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import id.lindungdesa.Door;
import id.lindungdesa.LindungDesaTest;
import id.lindungdesa.grant.VillageFundFixture;
import id.lindungdesa.identity.Role;
import id.lindungdesa.regulation.DecreeFixture;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpMethod;

/** An administrator looks for what failed, in Cockpit and Admin, in Indonesian or, if his browser asks for it, in English. */
@LindungDesaTest
class AdministratorBrowserTest {

    private static final String VILLAGE = "41.01.01.2001";
    private static final String PASSWORD = "Rahasia-uji-123";
    private static final Pattern INDONESIAN_TIME = Pattern.compile("^\\s*\\d{1,2} \\w{3} \\d{4} pukul \\d\\d\\.\\d\\d\\s*$");
    private static final Pattern ENGLISH_TIME = Pattern.compile("^\\s*\\d{1,2} \\w{3} \\d{4} \\d\\d:\\d\\d\\s*$");
    /** The engine's own names of a variable's type; they are data. */
    private static final Set<String> DATA = Set.of("String", "Boolean", "Long", "Date", "Null");

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

    @Test
    void anAdministratorReadsWhatFailed() throws IOException {
        try (Browser browser = Browser.on(port)) {
            Job failed = aBookingThatFailed();
            String instance = "process-instance/" + failed.getProcessInstanceId() + "/runtime?tab=";

            Page cockpit = browser.loggedIn("cockpit", "admin", PASSWORD);
            assertThat(shown(cockpit, "cockpit", "dashboard", "Insiden terbuka")).isEmpty();
            assertThat(shown(cockpit, "cockpit", "processes", "definisi proses terpasang")).isEmpty();
            assertThat(shown(cockpit, "cockpit", instance + "variables-tab", "Tindakan")).isEmpty();
            assertThat(shown(cockpit, "cockpit", instance + "incidents-tab", "Pekerjaan latar yang gagal")).isEmpty();
            assertThat(cockpit.locator("td.timestamp").first()).hasText(INDONESIAN_TIME);
            Browser.picture(cockpit, "incidents");
            assertThat(shown(cockpit, "cockpit", "tasks", "Tugas menurut kelompok")).isEmpty();
            assertThat(cockpit.locator("[notifications-panel] .alert")).hasCount(0);
            assertThat(shown(cockpit, "cockpit", "repository", "Waktu pemasangan")).isEmpty();
            assertThat(shown(cockpit, "admin", "users/admin?tab=account", "Kata sandi baru")).isEmpty();

            Page english = browser.loggedIn(browser.page(1440, 1000, "en-GB"), "cockpit", "admin", PASSWORD);
            assertThat(shown(english, "cockpit", instance + "incidents-tab", "Failed Job")).contains("Incidents");
            assertThat(english.locator("td.timestamp").first()).hasText(ENGLISH_TIME);
            english.reload();       // now the languages come from the browser's store, the Indonesian one last
            assertThat(english.locator("td.timestamp").first()).hasText(ENGLISH_TIME);

            management.setJobRetries(failed.getId(), 3);
        }
    }

    @Test
    void tasksAreCountedForAdministratorsOnly() {
        String operator = VillageFundFixture.user(Role.OPERATOR, VILLAGE);
        VillageFundFixture.in(context).appoint(VILLAGE);
        Door door = new Door(http);
        door.knows(operator, VillageFundFixture.PASSWORD);
        String count = "/engine-rest/task/report/candidate-group-count";

        door.get("admin", count);
        door.expect(403, door.send(operator, HttpMethod.GET, count, null, null));
    }

    private Job aBookingThatFailed() {
        VillageFundFixture fund = VillageFundFixture.in(context);
        UUID decree = DecreeFixture.in(context).inForce("41", List.of(VILLAGE), 100_000_000, 100);
        fund.appoint(VILLAGE);
        fund.open(decree);
        fund.ready(fund.disbursement(decree, VILLAGE, 1));
        UUID run = fund.run(decree, "41.01");
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

    /** A page once its text has come, and the engine's English texts that stand on it. */
    private static Set<String> shown(Page page, String application, String place, String awaited) throws IOException {
        page.navigate("/camunda/app/%s/default/#/%s".formatted(application, place));
        assertThat(page.locator("body")).containsText(awaited);
        for (int i = 0; i < 10 && !PageCheck.faults(page).isEmpty(); i++) {
            page.waitForTimeout(500);       // charts fade in, and what the engine's page lacks is added when it has come to rest
        }
        PageCheck.hold(application + " " + place, page);
        Object lines = page.evaluate("""
                () => [document.body.innerText, ...[...document.querySelectorAll('[title], [placeholder]')]
                    .flatMap(e => [e.title, e.getAttribute('placeholder')])].join('\\n')""");
        var indonesian = Set.copyOf(LanguageTest.texts(application, "id").values());
        Set<String> english = LanguageTest.texts(application, "en").values().stream().map(String::strip)
                .filter(text -> !indonesian.contains(text) && !DATA.contains(text)).collect(Collectors.toSet());
        var left = new TreeSet<String>();
        lines.toString().lines().flatMap(line -> Pattern.compile("\t").splitAsStream(line)).map(String::strip)
                .filter(english::contains).forEach(left::add);
        return left;
    }
}
