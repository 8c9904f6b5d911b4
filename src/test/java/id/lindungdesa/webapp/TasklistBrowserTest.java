package id.lindungdesa.webapp;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import id.lindungdesa.LindungDesaTest;
import id.lindungdesa.grant.VillageFundFixture;
import id.lindungdesa.identity.Role;
import id.lindungdesa.regulation.DecreeFixture;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** A village asks for its money in Tasklist, as its officials do, and an administrator looks on in Cockpit. */
@LindungDesaTest
class TasklistBrowserTest {

    static final String VILLAGE = "97.01.01.2001";
    static final String LETTER = "%PDF-1.4\n%%EOF\n";

    @LocalServerPort
    int port;
    @Autowired
    ApplicationContext context;
    @Autowired
    TaskService tasks;

    @Test
    void aVillageAsksForItsMoney() {
        try (Browser browser = Browser.on(port)) {
            VillageFundFixture fund = VillageFundFixture.in(context);
            UUID decree = DecreeFixture.in(context).inForce("97", List.of(VILLAGE), 100_000_000, 100);
            fund.appoint(VILLAGE);
            fund.open(decree);
            String disbursement = fund.disbursement(decree, VILLAGE, 1).toString();

            Page operator = opened(browser, Role.OPERATOR);
            assertThat(operator.locator("form.ld-form")).containsText("Rp100.000.000");
            operator.locator("#requestedRupiah").fill("100000000");
            operator.getByLabel("Surat permohonan penyaluran")
                    .setInputFiles(new FilePayload("surat.pdf", "application/pdf", LETTER.getBytes()));
            assertThat(operator.locator(".ld-files").first()).containsText("surat.pdf");
            Browser.picture(operator, "prepare-request");
            operator.locator(".form-actions .btn-primary").click();
            assertThat(operator.locator("form.ld-form")).not().isVisible();

            Page head = opened(browser, Role.KADES);
            assertThat(head.locator(".ld-documents")).containsText("surat.pdf");
            assertThat(head.locator(".ld-documents a").first()).isEnabled();
            var download = head.waitForDownload(() -> head.locator(".ld-documents a").first().click());
            assertThat(download.suggestedFilename()).isEqualTo("surat.pdf");
            head.locator("#approved").selectOption("false");
            head.locator(".form-actions .btn-primary").click();
            assertThat(head.locator("#note + .ld-fault")).hasText("Wajib diisi.");
            head.locator("#approved").selectOption("true");
            assertThat(head.locator(".ld-fault")).hasCount(0);
            Browser.picture(head, "sign-request");
            head.locator(".form-actions .btn-primary").click();
            assertThat(head.locator("form.ld-form")).not().isVisible();

            assertThat(tasks.createTaskQuery().processInstanceBusinessKey(disbursement).singleResult()
                    .getTaskDefinitionKey()).isEqualTo("UserTask_RecommendRequest");

            Page admin = browser.loggedIn("cockpit", "admin", "Rahasia-uji-123");
            admin.navigate("/camunda/app/cockpit/default/#/processes");
            admin.locator("a[href*='process-definition/village-grant'], a[href*='village-grant']").first().click();
            assertThat(admin.locator("[data-element-id=UserTask_RecommendRequest]").first()).isVisible();
            assertThat(admin.locator(".ce-eol-banner")).not().isVisible();
            Browser.picture(admin, "cockpit");
        }
    }

    /** The one task of that official, taken. */
    Page opened(Browser browser, Role role) {
        Page page = browser.loggedIn("tasklist", VillageFundFixture.user(role, VILLAGE), VillageFundFixture.PASSWORD);
        page.locator(".tasks-list li.task").first().click();
        page.locator(".meta .claim").click();
        assertThat(page.locator(".form-actions .btn-primary")).isEnabled();
        return page;
    }
}
