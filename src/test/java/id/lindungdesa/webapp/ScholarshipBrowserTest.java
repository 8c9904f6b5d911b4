package id.lindungdesa.webapp;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import id.lindungdesa.LindungDesaTest;
import id.lindungdesa.claim.PaidClaimFixture.Paid;
import id.lindungdesa.ledger.Ledger;
import id.lindungdesa.scholarship.ScholarshipStage;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A child's scholarship in Tasklist: registered and paid in its first year, and again in its second. */
@LindungDesaTest
class ScholarshipBrowserTest {

    private static final List<String> FIRST = List.of("Formulir pengajuan beasiswa", "Akta kelahiran anak", "Kartu keluarga", "KTP wali",
            "Buku tabungan anak");
    private static final List<String> YEARLY = List.of("Surat keterangan sekolah", "Rapor atau transkrip", "Surat pernyataan");

    @Autowired
    TaskService tasks;
    @LocalServerPort
    int port;
    @Autowired
    ScholarshipStage stage;
    @Autowired
    Ledger ledger;
    @Autowired
    JdbcClient jdbc;

    @Test
    void aChildIsRegisteredAndPaidAndPaidAgainInItsSecondYear() {
        stage.set();
        Paid claim = stage.claim();
        try (Browser browser = Browser.on(port)) {
            registered(browser, claim);
            UUID child = jdbc.sql("select id from scholarship_scholarship where claim_id = :claim").param("claim", claim.id())
                    .query(UUID.class).single();
            UUID first = year(child, 0);
            proved(browser, first, "SMP", "9", YEARLY, "scholarship-proof");
            decided(browser, first, "Rp2.000.000");
            assertThat(ledger.balance("scholarship/" + child)).isEqualTo(2_000_000);

            UUID second = year(child, 1);
            stage.passes(second, "Event_YearBegins");
            proved(browser, second, "SMA", "10", YEARLY, "scholarship-second-proof");
            decided(browser, second, "Rp3.000.000");
            assertThat(ledger.balance("scholarship/" + child)).isEqualTo(5_000_000);
        }
    }

    private void registered(Browser browser, Paid claim) {
        Page page = browser.loggedIn("tasklist", ScholarshipStage.OPERATOR, ScholarshipStage.PASSWORD);
        page.getByText("Mulai proses").click();
        page.locator(".modal-body").getByText("Beasiswa pendidikan anak").click();
        page.locator("#claimNumber").fill(claim.number());
        page.locator("#child").selectOption("NEW");
        page.locator(".modal-footer .btn-primary").click();
        assertThat(page.locator("#childName + .ld-fault")).hasText("Wajib diisi.");
        page.locator("#childName").fill("Anak Nelayan");
        page.locator("#childNik").fill(stage.nik());
        page.locator("#birthDate").fill(stage.today().minusYears(14).toString());
        page.locator("#guardianName").fill("Ibu Wali");
        page.locator("#guardianNik").fill("1901014705850001");
        page.locator("#guardianAccount").fill("1234567890");
        uploaded(page, FIRST);
        Browser.held(page, "scholarship-start");
        page.locator(".modal-footer .btn-primary").click();
        assertThat(page.locator(".modal-body")).not().isVisible();
    }

    private UUID year(UUID child, int later) {
        return jdbc.sql("select id from scholarship_year where scholarship_id = :child order by school_year offset :later limit 1")
                .param("child", child).param("later", later).query(UUID.class).single();
    }

    private void proved(Browser browser, UUID year, String level, String grade, List<String> papers, String picture) {
        Page page = opened(browser, ScholarshipStage.OPERATOR, year);
        page.locator("#level").selectOption(level);
        page.locator("#grade").fill(grade);
        page.locator("#married").selectOption("NO");
        page.locator("#working").selectOption("NO");
        uploaded(page, papers);
        Browser.picture(page, picture);
        done(page);
    }

    private void decided(Browser browser, UUID year, String rupiah) {
        Page officer = opened(browser, ScholarshipStage.OFFICER, year);
        assertThat(officer.locator("form.ld-form")).containsText(rupiah);
        officer.locator("#complete").selectOption("true");
        Browser.picture(officer, "scholarship-check");
        done(officer);
        Page head = opened(browser, ScholarshipStage.HEAD, year);
        head.locator("#approved").selectOption("true");
        Browser.picture(head, "scholarship-approve");
        done(head);
        Page finance = opened(browser, ScholarshipStage.FINANCE, year);
        finance.locator("#holder").fill("IBU WALI");
        finance.locator("#bankReference").fill("BNI/2026-1");
        Browser.picture(finance, "scholarship-pay");
        done(finance);
        stage.passes(year, "ServiceTask_PayScholarship");
    }

    private static void uploaded(Page page, List<String> labels) {
        for (String label : labels) {
            page.getByLabel(label).setInputFiles(new FilePayload(label.replace(' ', '-') + ".pdf", "application/pdf",
                    ClaimBrowserTest.PDF.getBytes()));
            assertThat(page.locator("form .ld-files").filter(new Locator.FilterOptions().setHasText(label.replace(' ', '-') + ".pdf")))
                    .isVisible();
        }
    }

    /** The task of that year, taken; other tests leave tasks of theirs in the same list, on its first page. */
    private Page opened(Browser browser, String user, UUID year) {
        Page page = browser.loggedIn("tasklist", user, ScholarshipStage.PASSWORD);
        page.navigate("/camunda/app/tasklist/default/#/?task=" + tasks.createTaskQuery().processInstanceBusinessKey(year.toString())
                .singleResult().getId());
        page.locator(".meta .claim").click();
        assertThat(page.locator(".form-actions .btn-primary")).isEnabled();
        return page;
    }

    private static void done(Page page) {
        page.locator(".form-actions .btn-primary").click();
        assertThat(page.locator("form.ld-form")).not().isVisible();
    }
}
