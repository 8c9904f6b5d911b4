package id.lindungdesa.death;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import id.lindungdesa.LindungDesaTest;
import id.lindungdesa.enrolment.Worker;
import id.lindungdesa.grant.VillageFundFixture;
import id.lindungdesa.identity.Role;
import id.lindungdesa.premium.CoverFixture;
import id.lindungdesa.region.Regions;
import id.lindungdesa.regulation.DecreeFixture;
import id.lindungdesa.webapp.Browser;
import id.lindungdesa.webapp.PageCheck;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** An operator hears of a death, tells it in Tasklist, and has the claim to complete on his list. */
@LindungDesaTest
class DeathReportBrowserTest {

    private static final String VILLAGE = "61.01.01.2001";

    @LocalServerPort
    int port;
    @Autowired
    ApplicationContext context;
    @Autowired
    CoverFixture covers;
    @Autowired
    Regions regions;

    @Test
    void aVillageReportsADeathAndGetsItsTask() {
        DecreeFixture.in(context).inForce("61", List.of(VILLAGE), 100_000_000, 100);
        regions.assignBranches(new ByteArrayInputStream("branch,regency_code\nuji-lapor,61.01\n".getBytes(StandardCharsets.UTF_8)));
        VillageFundFixture.in(context).appoint(VILLAGE);
        LocalDate today = LocalDate.now(ZoneId.of("Asia/Jakarta"));
        Worker worker = covers.covered(VILLAGE, today.minusMonths(6).withDayOfMonth(1), today.plusMonths(5).withDayOfMonth(1));
        try (Browser browser = Browser.on(port)) {
            Page page = browser.loggedIn("tasklist", VillageFundFixture.user(Role.OPERATOR, VILLAGE), VillageFundFixture.PASSWORD);
            for (int width : List.of(1440, 1280, 1024)) {
                page.setViewportSize(width, 800);
                assertThat(page.locator("[cam-widget-header]").boundingBox().height).as("one row of menu at " + width).isLessThan(60);
            }
            page.locator(".ld-report-death").click();
            Locator dialog = page.locator("dialog");
            dialog.getByText("Kirim laporan").click();
            assertThat(dialog.locator(".ld-fault").first()).hasText("Wajib diisi.");
            dialog.getByLabel("NIK pekerja yang meninggal").fill("12");
            dialog.getByLabel("Tanggal meninggal").fill(today.toString());
            dialog.getByText("Kirim laporan").click();
            assertThat(dialog.locator(".ld-fault").first()).hasText("NIK harus terdiri atas 16 angka.");
            assertThat(PageCheck.faults(page, "dialog")).isEmpty();
            dialog.getByLabel("NIK pekerja yang meninggal").fill(worker.nik());
            dialog.getByLabel("Nama yang memberi tahu").fill("Adik Uji");
            dialog.getByText("Kirim laporan").click();
            assertThat(dialog.locator(".ld-next")).containsText(Pattern.compile("Laporan LKM-\\d{4}-\\d{6} tercatat"));
            assertThat(dialog).containsText("Lengkapi data klaim bersama keluarga");
            dialog.getByText("Tutup").click();
            page.reload();
            assertThat(page.locator("li.task").filter(new Locator.FilterOptions().setHasText("LKM-"))).isVisible();

            Page camat = browser.loggedIn("tasklist", VillageFundFixture.user(Role.CAMAT, "61.01.01"), VillageFundFixture.PASSWORD);
            assertThat(camat.locator(".ld-search")).isVisible();
            assertThat(camat.locator(".ld-report-death")).hasCount(0);
        }
    }
}
