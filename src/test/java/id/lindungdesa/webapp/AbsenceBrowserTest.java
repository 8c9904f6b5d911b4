package id.lindungdesa.webapp;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import id.lindungdesa.LindungDesaTest;
import id.lindungdesa.grant.VillageFundFixture;
import id.lindungdesa.identity.Offices;
import id.lindungdesa.regulation.DecreeFixture;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.TaskService;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/**
 * A Camat goes on leave from his telephone and names the village head as deputy, who prepared nothing but signed the request
 * himself; the regency moves the work, and somebody is dismissed.
 */
@LindungDesaTest
class AbsenceBrowserTest {

    private static final String VILLAGE = "11.01.01.2001";
    private static final String CAMAT = "camat.11.01.01";
    private static final String KADES = "kades." + VILLAGE;
    private static final String PASSWORD = VillageFundFixture.PASSWORD;

    @LocalServerPort int port;
    @Autowired ApplicationContext context;
    @Autowired TaskService tasks;
    @Autowired Offices offices;

    @Test
    void aCamatOnLeave() {
        try (Browser browser = Browser.on(port)) {
            UUID request = atTheCamat();
            String task = tasks.createTaskQuery().processInstanceBusinessKey(request.toString()).singleResult().getId();
            Page camat = browser.loggedIn("tasklist", CAMAT, PASSWORD);
            camat.setViewportSize(390, 844);
            camat.navigate("/camunda/jabatan.html");
            tab(camat, "Saya berhalangan").click();
            Locator form = camat.getByRole(AriaRole.FORM);
            form.getByLabel("Pelaksana").selectOption(KADES);
            form.getByLabel("Hari terakhir berhalangan").fill(LocalDate.now().plusDays(3).toString());
            form.getByLabel("Nomor surat").fill("ST 11/2026");
            form.getByLabel("Alasan").fill("Cuti tahunan");
            Browser.picture(camat, "absence-form");
            button(camat, "Tunjuk pelaksana").click();
            assertThat(camat.locator(".done")).containsText("menjadi pelaksana a.n. Anda");
            tab(camat, "Jabatan kosong").click();
            assertThat(camat.locator("h2")).hasText("Jabatan kosong");
            tab(camat, "Saya berhalangan").click();
            assertThat(camat.locator("main")).containsText("Cuti tahunan");
            assertThat((int) camat.evaluate("() => document.documentElement.scrollWidth")).as("nothing sticks out").isLessThanOrEqualTo(390);
            Browser.picture(camat, "absence-named");

            Page admin = browser.loggedIn("cockpit", "admin", PASSWORD);
            admin.navigate("/camunda/jabatan.html#jabatan/camat/11.01.01");
            assertThat(admin.locator("main")).containsText("ST 11/2026");
            Browser.picture(admin, "absence-seen");

            Page maker = browser.loggedIn("tasklist", KADES, PASSWORD);
            maker.navigate("/camunda/app/tasklist/default/#/?task=" + task);
            maker.locator("text=Ambil").first().click();
            maker.locator("select#approved").selectOption("true");
            button(maker, "Selesai").first().click();
            assertThat(maker.locator("body")).containsText("langkah ini harus dilakukan pejabat lain");
            Browser.picture(maker, "absence-maker");

            Page pmd = browser.loggedIn("tasklist", "pmd.11.01", PASSWORD);
            pmd.navigate("/camunda/jabatan.html#alihkan");
            pmd.locator("select[name=office]").selectOption("0");
            pmd.getByLabel("Pilih semua").check();
            pmd.getByLabel("Serahkan kepada").selectOption(CAMAT);
            pmd.getByLabel("Alasan").fill("Pelaksana ikut menandatangani");
            Browser.picture(pmd, "reassign-form");
            button(pmd, "Alihkan tugas terpilih").click();
            assertThat(pmd.locator(".done")).containsText("1 dari 1 tugas dialihkan.");
            assertThat(tasks.createTaskQuery().taskId(task).singleResult().getAssignee()).isEqualTo(CAMAT);

            admin.reload();
            admin.locator(".card button:has-text('Akhiri masa jabatan')").first().click();
            admin.getByRole(AriaRole.FORM).getByLabel("Alasan").fill("Diberhentikan");
            admin.getByRole(AriaRole.FORM).getByLabel("Nomor SK").fill("SK 11");
            button(admin, "Akhiri").last().click();
            assertThat(admin.locator(".done")).containsText("Dicatat.");
            pmd.navigate("/");
            assertThat(pmd.locator("main")).containsText("Jabatan kosong di wilayah Anda");
            assertThat(pmd.locator("main")).containsText("1 tugas menunggu");
            Browser.picture(pmd, "vacancy-start");
            pmd.getByText("Lihat tugas yang menunggu").click();
            assertThat(pmd.locator("main")).containsText(VILLAGE);
            Browser.picture(pmd, "vacancy-page");
            pmd.locator("main a", new Page.LocatorOptions().setHasText(VILLAGE)).first().click();
            assertThat(pmd.locator("h2")).hasText("Alihkan tugas");
            assertThat(pmd.locator("fieldset input[type=checkbox]:checked")).hasCount(1);
            assertThat(pmd.locator("main")).containsText("1 dari 1 tugas dipilih.");
            admin.navigate("/camunda/jabatan.html#tanpa-pejabat");
            assertThat(admin.locator("main")).containsText(Pattern.compile("Camat .*\\(11\\.01\\.01\\)"));
            Browser.picture(admin, "stranded");
        }
    }

    private static Locator tab(Page page, String name) {
        return page.getByRole(AriaRole.NAVIGATION).getByText(name);
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    private UUID atTheCamat() {
        VillageFundFixture fund = VillageFundFixture.in(context);
        UUID decree = DecreeFixture.in(context).inForce("11", List.of(VILLAGE), 100_000_000L, 100);
        fund.appoint(VILLAGE);
        fund.open(decree);
        UUID request = fund.disbursement(decree, VILLAGE, 1);
        fund.requested(request);
        fund.sign(request, true, null);
        return request;
    }
}
