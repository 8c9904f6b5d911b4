package id.lindungdesa.complaint;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import id.lindungdesa.LindungDesaTest;
import id.lindungdesa.webapp.Browser;
import id.lindungdesa.webapp.PageCheck;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The village takes a complaint back in Tasklist because the family asks for it; the branch that is complained of cannot. */
@LindungDesaTest
class ComplaintWithdrawalBrowserTest {

    @LocalServerPort int port;
    @Autowired ComplaintStage stage;
    @Autowired Complaints complaints;

    @Test
    void the_village_withdraws_what_it_filed_and_the_counter_is_not_offered_it() {
        stage.set();
        UUID complaint = stage.complaintAboutARejection();
        String number = complaints.get(complaint).number();
        UUID atTheCounter = UUID.fromString(stage.door().expect(201, stage.door().post(ComplaintStage.OFFICER, "/api/complaints",
                stage.complaint(stage.rejectedClaim(), "REJECTION"))).get("id").asText());
        try (Browser browser = Browser.on(port)) {
            Page page = browser.loggedIn("tasklist", ComplaintStage.OPERATOR, ComplaintStage.PASSWORD);
            Locator one = found(page, number);
            assertThat(one).containsText("Pengaduan");
            one.getByText("Cabut pengaduan").click();
            Locator dialog = page.locator("dialog.ld-form");
            assertThat(dialog).containsText("Janda Pengadu");
            dialog.locator("button[type=submit]").click();
            assertThat(dialog.locator(".ld-fault")).hasText("Wajib diisi.");
            assertThat(PageCheck.faults(page, "dialog.ld-form")).isEmpty();
            dialog.getByLabel("Alasan keluarga mencabut pengaduan").fill("Keluarga sudah menerima penjelasan di rumah.");
            dialog.locator("button[type=submit]").click();
            assertThat(dialog.locator(".ld-next")).containsText("Pengaduan " + number + " telah dicabut.");
            dialog.getByText("Tutup").click();
            assertThat(page.locator(".ld-cases li", new Page.LocatorOptions().setHasText(number))).hasCount(0);
            assertThat(complaints.get(complaint).state()).isEqualTo(ComplaintState.WITHDRAWN);

            Page counter = browser.loggedIn("tasklist", ComplaintStage.OFFICER, ComplaintStage.PASSWORD);
            Locator filed = found(counter, complaints.get(atTheCounter).number());
            assertThat(filed).isVisible();
            counter.waitForTimeout(500);
            assertThat(filed.locator(".ld-withdraw")).hasCount(0);
        }
    }

    private static Locator found(Page page, String number) {
        page.getByText("Menunggu pihak lain").click();
        page.getByLabel("Cari desa, kode, atau nomor perkara").fill(number);
        Locator all = page.locator(".ld-cases li");
        assertThat(all).hasCount(1);
        return all.filter(new Locator.FilterOptions().setHasText(number));
    }
}
