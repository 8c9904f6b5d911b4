package id.lindungdesa.webapp;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import id.lindungdesa.LindungDesaTest;
import id.lindungdesa.grant.VillageFundFixture;
import id.lindungdesa.identity.Role;
import id.lindungdesa.regulation.DecreeFixture;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** A regency's official begins his day: the start page, the list with its cards, the search, what is late, what others have. */
@LindungDesaTest
class StartBrowserTest {

    static final String LATE = "81.05.01.2001";
    static final String OTHER = "81.05.01.2002";
    static final String VERIFIED = "81.05.01.2003";

    @LocalServerPort
    int port;
    @Autowired
    ApplicationContext context;
    @Autowired
    TaskService tasks;

    @Test
    void anOfficialFindsHisWork() {
        VillageFundFixture fund = VillageFundFixture.in(context);
        UUID decree = DecreeFixture.in(context).inForce("81", List.of(LATE, OTHER, VERIFIED), 100_000_000);
        fund.appoint(LATE, OTHER, VERIFIED);
        fund.open(decree);
        for (String village : List.of(OTHER, LATE)) {
            UUID tranche = fund.disbursement(decree, village, 1);
            fund.requested(tranche);
            fund.sign(tranche, true, null);
            fund.recommend(tranche, true, null);
        }
        fund.ready(fund.disbursement(decree, VERIFIED, 1));
        var late = tasks.createTaskQuery().processInstanceBusinessKey(fund.disbursement(decree, LATE, 1).toString()).singleResult();
        tasks.setDueDate(late.getId(), Date.from(Instant.now().minusSeconds(3 * 24 * 3600)));

        try (Browser browser = Browser.on(port)) {
            Page page = browser.page(390, 800);
            page.navigate("/");
            page.locator(".form-signin input").first().fill(VillageFundFixture.user(Role.PMD, "81.05"));
            page.locator("input[type=password]").fill(VillageFundFixture.PASSWORD);
            page.locator(".form-signin button[type=submit]").click();

            assertThat(page.locator("main h1")).hasText("Pejabat pmd");       // back where he began
            assertThat(page.locator("main")).containsText("Dinas PMD Kabupaten 81.05");
            assertThat(page.locator(".figure.late")).containsText("1 tugas");
            assertThat(page.locator(".figure").last()).containsText("Rp200.000.000");
            assertThat(page.locator("main")).containsText("Verifikator DP3AP2");
            assertThat((Integer) page.evaluate("document.documentElement.scrollWidth")).isLessThanOrEqualTo(390);
            Browser.held(page, "start-phone");

            page.setViewportSize(1440, 1000);
            List<String> asked = new ArrayList<>();
            page.onRequest(request -> {
                if (request.url().contains("/api/work/cards")) {
                    asked.add(request.url());
                }
            });
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Buka daftar tugas")).click();
            var first = page.locator(".tasks-list li.task").first();
            assertThat(first).containsText("Desa Uji 2001");        // the most urgent is on top
            assertThat(first.locator(".ld-card")).containsText("Rp100.000.000");
            assertThat(first.locator(".ld-late")).hasText("terlambat 3 hari");
            assertThat(page.locator(".start-process-action")).hasCount(1);
            assertThat(page.locator(".start-process-action")).not().isVisible();     // PMD may begin nothing
            assertThat(asked).as("one request for the cards of a page").hasSize(1);
            Browser.held(page, "task-cards");

            page.locator(".task-filters a").filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText("Terlambat")).click();
            assertThat(page.locator(".tasks-list li.task")).hasCount(1);
            assertThat(page.locator(".tasks-list li.task")).containsText("Desa Uji 2001");

            page.getByLabel("Cari di tugas saya").fill("uji 2002");
            page.locator(".ld-found a").waitFor();
            assertThat(page.locator(".ld-found a")).hasCount(1);
            page.keyboard().press("Tab");
            page.keyboard().press("Enter");
            assertThat(page.locator("form.ld-form")).containsText(OTHER);

            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Menunggu pihak lain")).click();
            assertThat(page.locator("dialog .ld-cases li")).containsText("Desa Uji 2003");
            assertThat(page.locator("dialog .ld-cases li")).containsText("Verifikator DP3AP2");
            Browser.held(page, "elsewhere");
            page.keyboard().press("Escape");
            assertThat(page.locator("dialog")).hasCount(0);

            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Beranda")).click();
            assertThat(page.locator("main h1")).hasText("Pejabat pmd");
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Verifikasi Dinas PMD").setExact(true)).click();
            assertThat(page.locator(".ld-search")).containsText("2 tugas ditemukan: Verifikasi Dinas PMD");
            assertThat(page.locator(".ld-found a")).hasCount(2);
            page.getByLabel("Cari di tugas saya").fill("2001");
            assertThat(page.locator(".ld-found a")).hasCount(1);
            page.getByLabel("Cari di tugas saya").fill("");
            assertThat(page.locator(".ld-found a")).hasCount(2);
            page.getByText("Tampilkan semua jenis").click();
            assertThat(page.locator(".ld-found a")).hasCount(0);
        }
    }

    @Test
    void aProcessIsBegunFromTheStartPageAndAnAdministratorHasHisTools() {
        VillageFundFixture.in(context).appoint(LATE);
        try (Browser browser = Browser.on(port)) {
            Page village = browser.loggedIn("tasklist", VillageFundFixture.user(Role.OPERATOR, LATE), VillageFundFixture.PASSWORD);
            village.navigate("/");
            village.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Pengaduan atas klaim")).click();
            assertThat(village.locator(".modal-body form.ld-form")).isVisible();

            Page admin = browser.page(1440, 1000);
            admin.navigate("/");
            admin.locator(".form-signin input").first().fill("admin");
            admin.locator("input[type=password]").fill("Rahasia-uji-123");
            admin.locator(".form-signin button[type=submit]").click();
            assertThat(admin.locator("main h2")).hasText("Administrasi");
            assertThat(admin.locator("main")).not().containsText("Menunggu Anda");
            admin.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Papan kendali")).click();
            assertThat(admin).hasURL(Pattern.compile(".*/camunda/app/cockpit/default/.*#/papan.*"));
        }
    }
}
