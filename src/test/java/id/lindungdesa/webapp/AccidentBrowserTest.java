package id.lindungdesa.webapp;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import id.lindungdesa.LindungDesaTest;
import id.lindungdesa.claim.KindStage;
import id.lindungdesa.enrolment.Worker;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A work accident in Tasklist: reported by the village, the doctor's word typed by the officer, the amount on his sheet. */
@LindungDesaTest
class AccidentBrowserTest {

    @LocalServerPort
    int port;
    @Autowired
    KindStage stage;
    @Autowired
    JdbcClient jdbc;

    @Test
    void twoDisabilitiesAreTypedAndReckoned() {
        stage.set();
        Worker worker = stage.covered(stage.today().minusMonths(8));
        try (Browser browser = Browser.on(port)) {
            UUID claim = filed(browser, worker);
            String number = jdbc.sql("select number from claim_claim where id = :id").param("id", claim).query(String.class).single();

            Page officer = opened(browser, number, "Catat hasil dokter");
            assertThat(officer.locator("form.ld-form")).containsText("Kebun karet");
            officer.locator("#outcome").selectOption("RECOVERED");
            officer.locator("#recoveredOn").fill(stage.today().toString());
            officer.locator("#incomeBase").fill("1000000");
            officer.locator("#workerAccount").fill("5550001111");
            officer.locator("#dominantHand").selectOption("RIGHT");
            officer.getByText("Tambah cacat").click();
            officer.locator("#part1").selectOption("THUMB");
            officer.locator("#side1").selectOption("RIGHT");
            officer.locator("#loss1").selectOption("ANATOMICAL");
            officer.getByText("Tambah cacat").click();
            officer.locator("#part2").selectOption("BIG_TOE");
            officer.locator("#side2").selectOption("LEFT");
            officer.locator("#loss2").selectOption("ANATOMICAL");
            officer.locator("#unableMonths").fill("1");
            done(officer);
            assertThat(officer.locator("#outcome + .ld-fault")).containsText("sembuh");
            Browser.picture(officer, "accident-stage-two");
            officer.locator("#outcome").selectOption("PARTIAL_DISABILITY");
            done(officer);
            assertThat(officer.locator("form.ld-form")).not().isVisible();

            officer = opened(browser, number, "Periksa kelengkapan");
            officer.locator("#complete").selectOption("true");
            done(officer);
            assertThat(officer.locator("form.ld-form")).not().isVisible();
            officer = opened(browser, number, "Periksa manfaat");
            assertThat(officer.locator("form.ld-form")).containsText("Rp17.000.000");
            assertThat(officer.locator("form.ld-form")).containsText("Ibu jari tangan");
            Browser.picture(officer, "accident-confirm");
        }
    }

    private UUID filed(Browser browser, Worker worker) {
        Page page = browser.loggedIn("tasklist", KindStage.OPERATOR, KindStage.PASSWORD);
        page.getByText("Mulai proses").click();
        page.locator(".modal-body").getByText("Klaim jaminan kematian dan kecelakaan kerja").click();
        page.locator("#programme").selectOption("JKK");
        page.locator("#workerNik").fill(worker.nik());
        page.locator("#cause").selectOption("WORK_ACCIDENT");
        page.locator(".modal-footer .btn-primary").click();
        assertThat(page.locator("#place + .ld-fault")).hasText("Wajib diisi.");
        page.locator("#accidentAt").fill(stage.today().minusDays(40) + "T09:30");
        page.locator("#place").fill("Kebun karet");
        page.locator("#chronology").fill("Tangan terjepit alat sadap");
        page.locator("#reporterName").fill("Ketua kelompok");
        Browser.held(page, "accident-start");
        page.locator(".modal-footer .btn-primary").click();
        assertThat(page.locator(".modal-body")).not().isVisible();
        return jdbc.sql("select id from claim_claim where worker_id = :worker").param("worker", worker.id()).query(UUID.class).single();
    }

    private static Page opened(Browser browser, String number, String task) {
        Page page = browser.loggedIn("tasklist", KindStage.SECOND_OFFICER, KindStage.PASSWORD);
        page.locator(".tasks-list li.task").filter(new Locator.FilterOptions().setHasText(number))
                .filter(new Locator.FilterOptions().setHasText(task)).click();
        page.locator(".meta .claim").click();
        assertThat(page.locator(".form-actions .btn-primary")).isEnabled();
        return page;
    }

    private static void done(Page page) {
        page.locator(".form-actions .btn-primary").click();
    }
}
