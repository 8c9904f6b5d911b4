package id.lindungdesa.webapp;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import id.lindungdesa.LindungDesaTest;
import id.lindungdesa.grant.VillageFundFixture;
import id.lindungdesa.regulation.DecreeFixture;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.TaskService;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** An administrator hands the office of a Camat over, on a telephone, while the old Camat sits at a village's request. */
@LindungDesaTest
class OfficesBrowserTest {

    private static final String VILLAGE = "86.01.01.2001";
    private static final String CAMAT = "camat.86.01.01";
    private static final String PASSWORD = VillageFundFixture.PASSWORD;

    @LocalServerPort int port;
    @Autowired ApplicationContext context;
    @Autowired TaskService tasks;

    @Test
    void theHandOverOfACamat() {
        try (Browser browser = Browser.on(port)) {
            UUID request = atTheCamat();
            String task = tasks.createTaskQuery().processInstanceBusinessKey(request.toString()).singleResult().getId();
            Page old = browser.loggedIn("tasklist", CAMAT, PASSWORD);
            old.navigate("/camunda/app/tasklist/default/#/?task=" + task);
            old.locator("text=Ambil").first().click();
            old.locator("textarea").first().fill("Catatan Camat lama");
            old.locator("select#approved").selectOption("true");

            Page admin = browser.loggedIn("cockpit", "admin", PASSWORD);
            admin.setViewportSize(390, 844);
            List<String> faults = new ArrayList<>();
            admin.onPageError(faults::add);
            admin.onConsoleMessage(message -> {
                if (message.type().equals("error")) {
                    faults.add(message.text());
                }
            });
            admin.navigate("/camunda/jabatan.html");
            admin.getByLabel("Cari jabatan atau wilayah").fill("86.01.01 camat");
            button(admin, "Cari").click();
            admin.getByText(Pattern.compile("Camat .*86\\.01\\.01")).first().click();
            assertThat(admin.locator("main")).containsText("1 tugas terbuka");
            button(admin, "Serah terima jabatan").click();
            Locator form = admin.getByRole(AriaRole.FORM);
            form.getByLabel("Nama pengguna penerima jabatan").fill("camat.baru.86");
            form.getByLabel("Nama lengkap penerima").fill("Camat Pengganti");
            form.getByLabel("Nomor SK").fill("SK 821.2/86");
            Browser.held(admin, "handover-form");
            button(admin, "Serahkan jabatan").click();
            assertThat(admin.locator(".done")).containsText("Jabatan sudah diserahkan.");
            assertThat(admin.locator(".done")).containsText("Camat Pengganti (camat.baru.86)");
            String password = admin.locator("code.secret").textContent();
            Browser.held(admin, "handover-done");
            assertThat((int) admin.evaluate("() => document.documentElement.scrollWidth")).as("nothing sticks out").isLessThanOrEqualTo(390);
            admin.getByRole(AriaRole.NAVIGATION).getByText("Serah terima").click();
            assertThat(admin.locator("main")).containsText("selesai");
            Browser.held(admin, "handovers");
            admin.getByRole(AriaRole.NAVIGATION).getByText("Tugas tanpa pejabat").click();
            assertThat(admin.locator("h2")).hasText("Tugas tanpa pejabat");
            assertThat(faults).isEmpty();

            Locator finish = button(old, "Selesai").first();
            if (finish.isVisible()) {       // Tasklist may have loaded again by itself meanwhile, which shows him out too
                finish.click();
            }
            assertThat(old.locator("body")).containsText("tidak disimpan");     // in the form, or on the page if Tasklist loaded again before
            Browser.picture(old, "handover-too-late");

            Page successor = browser.loggedIn("tasklist", "camat.baru.86", password);
            assertThat(successor.locator("body")).containsText("Rekomendasi Camat");
            Browser.picture(successor, "handover-successor");
            assertThat(tasks.createTaskQuery().taskId(task).singleResult().getAssignee()).isEqualTo("camat.baru.86");
        }
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    private UUID atTheCamat() {
        VillageFundFixture fund = VillageFundFixture.in(context);
        UUID decree = DecreeFixture.in(context).inForce("86", List.of(VILLAGE), 100_000_000L, 100);
        fund.appoint(VILLAGE);
        fund.open(decree);
        UUID request = fund.disbursement(decree, VILLAGE, 1);
        fund.requested(request);
        fund.sign(request, true, null);
        return request;
    }
}
