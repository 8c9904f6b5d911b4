package id.lindungdesa.webapp;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import id.lindungdesa.LindungDesaTest;
import id.lindungdesa.claim.ClaimStage;
import id.lindungdesa.ledger.Ledger;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Two children with accounts of their own; one transfer comes back and is made again. */
@LindungDesaTest
class PaymentBrowserTest {

    @LocalServerPort
    int port;
    @Autowired
    ClaimStage stage;
    @Autowired
    RuntimeService runtime;
    @Autowired
    ManagementService jobs;
    @Autowired
    Ledger ledger;

    @Test
    void aTransferComesBackAndIsMadeAgain() {
        stage.set();
        stage.clearDesks();
        UUID claim = stage.approvedForTwoChildren();
        String number = stage.numberOf(claim);
        try (Browser browser = Browser.on(port)) {
            Page finance = opened(browser, ClaimStage.FINANCE, number);
            assertThat(finance.locator(".ld-row")).hasCount(2);
            finance.locator("#holder1").fill("AHLI WARIS 1");
            finance.locator("#reference1").fill("BR/1-" + claim);
            finance.locator("#holder2").fill("ahli waris 2");
            finance.locator("#reference2").fill("BR/2-" + claim);
            Browser.picture(finance, "claim-pay-two");
            done(finance);
            gone(finance);
            run(claim);
            assertThat(ledger.balance("claim/%s/payee/2".formatted(claim))).isEqualTo(21_000_000);

            UUID correction = stage.bankReturns("BR/2-" + claim, 21_000_000);
            run(correction);
            assertThat(ledger.balance("claim/%s/payee/2".formatted(claim))).isZero();
            finance = opened(browser, ClaimStage.FINANCE, number + "/K-1");
            assertThat(finance.locator("form.ld-form")).containsText("Rekening ditutup");
            finance.locator("#account").fill("555666777");
            finance.locator("#reason").fill("Keluarga membuka rekening baru");
            finance.getByLabel("Buku tabungan").setInputFiles(new FilePayload("tabungan.pdf", "application/pdf", "%PDF-1.4\n%%EOF\n".getBytes()));
            assertThat(finance.locator("form .ld-files").filter(new Locator.FilterOptions().setHasText("tabungan.pdf"))).isVisible();
            Browser.picture(finance, "correct-account");
            done(finance);
            gone(finance);

            Page head = opened(browser, ClaimStage.HEAD, number + "/K-1");
            assertThat(head.locator("form.ld-form")).containsText("555666777");
            head.locator("#approved").selectOption("true");
            Browser.picture(head, "approve-correction");
            done(head);
            gone(head);

            finance = opened(browser, ClaimStage.FINANCE, number + "/K-1");
            finance.locator("#bankReference").fill("BR/3-" + claim);
            done(finance);
            assertThat(finance.locator(".ld-error")).containsText("belum diperiksa");
            finance.locator("#holder").fill("Ahli Waris 2");
            Browser.picture(finance, "pay-again");
            done(finance);
            gone(finance);
            run(correction);
            assertThat(ledger.balance("claim/%s/payee/2".formatted(claim))).isEqualTo(21_000_000);
        }
    }

    private void run(UUID caseId) {
        String process = runtime.createProcessInstanceQuery().processInstanceBusinessKey(caseId.toString()).singleResult().getId();
        jobs.createJobQuery().processInstanceId(process).list().forEach(job -> jobs.executeJob(job.getId()));
    }

    private static Page opened(Browser browser, String user, String number) {
        Page page = browser.loggedIn("tasklist", user, ClaimStage.PASSWORD);
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
