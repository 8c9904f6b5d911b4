package id.lindungdesa.webapp;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import id.lindungdesa.LindungDesaTest;
import id.lindungdesa.claim.SupplementStage;
import id.lindungdesa.ledger.Ledger;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A family was right about the amount: four officials pay the rest in Tasklist. */
@LindungDesaTest
class SupplementBrowserTest {

    @LocalServerPort
    int port;
    @Autowired
    SupplementStage stage;
    @Autowired
    Ledger ledger;

    @Test
    void theRestOfAReducedClaimIsPaid() {
        stage.set();
        stage.clearDesks();
        UUID claim = stage.reducedClaim();
        UUID supplement = stage.reopened(claim);
        String number = stage.numberOf(claim) + "/T-1";
        try (Browser browser = Browser.on(port)) {
            Page officer = opened(browser, SupplementStage.OFFICER, number);
            assertThat(officer.locator("form.ld-form")).containsText("Mediasi: jumlah keliru");
            officer.locator("#memberSince").fill(stage.today().minusMonths(6).toString());
            officer.locator("#note").fill("Masa kepesertaan dihitung dari kartu peserta");
            done(officer);
            assertThat(officer.locator(".ld-error")).containsText("Unggah dokumen yang membuktikan");
            officer.locator("input[type=file]").setInputFiles(new FilePayload("putusan.pdf", "application/pdf", "%PDF-1.4\n%%EOF\n".getBytes()));
            assertThat(officer.locator("form .ld-files").filter(new Locator.FilterOptions().setHasText("putusan.pdf"))).isVisible();
            Browser.picture(officer, "supplement-propose");
            done(officer);
            gone(officer);
            for (String head : new String[] {SupplementStage.HEAD, SupplementStage.BRANCH_HEAD}) {
                Page page = opened(browser, head, number);
                assertThat(page.locator("form.ld-form")).containsText("Rp32.000.000");
                page.locator("#approved").selectOption("true");
                Browser.picture(page, "supplement-" + head);
                done(page);
                gone(page);
            }
            Page finance = opened(browser, SupplementStage.FINANCE, number);
            assertThat(finance.locator(".ld-row")).hasCount(2);
            finance.locator("#bankReference").fill("SEL-P-" + supplement);
            Browser.picture(finance, "supplement-pay");
            done(finance);
            gone(finance);
        }
        stage.runs(supplement);
        assertThat(ledger.balance("claim/%s/payee/1".formatted(claim))).isEqualTo(21_000_000);
    }

    private static Page opened(Browser browser, String user, String number) {
        Page page = browser.loggedIn("tasklist", user, SupplementStage.PASSWORD);
        page.locator(".tasks-list li.task").filter(new Locator.FilterOptions().setHasText(number)).click();
        page.locator(".meta .claim").click();
        assertThat(page.locator(".form-actions .btn-primary")).isEnabled();
        return page;
    }

    private static void done(Page page) {
        page.locator(".form-actions .btn-primary").click();
    }

    private static void gone(Page page) {
        assertThat(page.locator("form.ld-form")).not().isVisible();
    }
}
