package id.lindungdesa.webapp;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import id.lindungdesa.LindungDesaTest;
import id.lindungdesa.complaint.ComplaintStage;
import id.lindungdesa.ledger.Ledger;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A family whose claim was rejected, in Tasklist: it complains, does not accept the answer, wins in mediation, and is paid. */
@LindungDesaTest
class ComplaintBrowserTest {

    @LocalServerPort
    int port;
    @Autowired
    ComplaintStage stage;
    @Autowired
    Ledger ledger;
    @Autowired
    JdbcClient jdbc;

    @Test
    void aRejectedClaimWinsItsComplaintAndIsPaid() {
        stage.set();
        UUID claim = stage.rejectedClaim();
        try (Browser browser = Browser.on(port)) {
            UUID complaint = complained(browser, claim);

            Page head = opened(browser, ComplaintStage.BRANCH_HEAD, number("complaint_complaint", complaint));
            assertThat(head.locator("form.ld-form")).containsText("Akta kematian itu asli.");
            assertThat(head.locator("form.ld-form")).containsText("UU 24/2011 Pasal 48");
            head.locator("#approved").selectOption("false");
            head.locator("#note").fill("Akta tetap diragukan.");
            Browser.picture(head, "complaint-answer");
            done(head);

            Page village = opened(browser, ComplaintStage.OPERATOR, number("complaint_complaint", complaint));
            assertThat(village.locator("form.ld-form")).containsText("Akta tetap diragukan.");
            village.locator("#mediationWanted").selectOption("true");
            done(village, false);
            assertThat(village.locator("#note + .ld-fault")).hasText("Wajib diisi.");
            village.locator("#note").fill("Dukcapil sudah membenarkan akta itu.");
            Browser.picture(village, "complaint-reply");
            done(village);

            Page region = opened(browser, ComplaintStage.REGION, number("complaint_complaint", complaint));
            region.locator("#approved").selectOption("true");
            region.locator("#note").fill("Akta asli; klaim diperiksa kembali.");
            region.getByLabel("Berita acara mediasi").setInputFiles(new FilePayload("ba.pdf", "application/pdf", ClaimBrowserTest.PDF.getBytes()));
            assertThat(region.locator("form .ld-files").filter(new Locator.FilterOptions().setHasText("ba.pdf"))).isVisible();
            Browser.picture(region, "complaint-mediate");
            done(region);
            stage.runsJobs(complaint);

            Page officer = opened(browser, ComplaintStage.OFFICER, number("claim_claim", claim));
            assertThat(officer.locator("form.ld-form")).containsText("Pembukaan kembali");
            assertThat(officer.locator("form.ld-form")).containsText("Akta kematian diragukan.");
            officer.locator("#complete").selectOption("true");
            Browser.picture(officer, "claim-reopened");
            done(officer);
            stage.paidAfterReopening(claim);
        }
        assertThat(ledger.balance("claim/%s/payee/1".formatted(claim))).isEqualTo(42_000_000);
    }

    private UUID complained(Browser browser, UUID claim) {
        Page page = browser.loggedIn("tasklist", ComplaintStage.OPERATOR, ComplaintStage.PASSWORD);
        page.getByText("Mulai proses").click();
        page.locator(".modal-body").getByText("Pengaduan atas klaim").click();
        page.locator("#claimNumber").fill(number("claim_claim", claim));
        page.locator("#subject").selectOption("REDUCTION");
        page.locator("#text").fill("Akta kematian itu asli.");
        page.locator("#complainantName").fill("Janda Pengadu");
        page.locator(".modal-footer .btn-primary").click();
        assertThat(page.locator("#subject + .ld-fault")).containsText("tidak dikurangi");
        page.locator("#subject").selectOption("REJECTION");
        Browser.held(page, "complaint-start");
        page.locator(".modal-footer .btn-primary").click();
        assertThat(page.locator(".modal-body")).not().isVisible();
        return jdbc.sql("select id from complaint_complaint where claim_id = :claim").param("claim", claim).query(UUID.class).single();
    }

    private String number(String table, UUID id) {
        return jdbc.sql("select number from " + table + " where id = :id").param("id", id).query(String.class).single();
    }

    private static Page opened(Browser browser, String user, String number) {
        Page page = browser.loggedIn("tasklist", user, ComplaintStage.PASSWORD);
        page.locator(".tasks-list li.task").filter(new Locator.FilterOptions().setHasText(number)).click();
        page.locator(".meta .claim").click();
        assertThat(page.locator(".form-actions .btn-primary")).isEnabled();
        return page;
    }

    private static void done(Page page) {
        done(page, true);
    }

    private static void done(Page page, boolean complete) {
        page.locator(".form-actions .btn-primary").click();
        if (complete) {
            assertThat(page.locator("form.ld-form")).not().isVisible();
        }
    }
}
