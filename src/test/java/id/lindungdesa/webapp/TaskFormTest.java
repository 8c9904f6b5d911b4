package id.lindungdesa.webapp;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.FilePayload;
import id.lindungdesa.LindungDesaTest;
import id.lindungdesa.identity.Appointment;
import id.lindungdesa.identity.Offices;
import id.lindungdesa.identity.Role;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What every form of ours does, on a task that has one of each: in a real browser, on the stock Tasklist. */
@LindungDesaTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TaskFormTest {

    static final String HEAD = "uji.kades";
    static final String PASSWORD = "Rahasia-uji-123";

    @LocalServerPort
    int port;
    @Autowired
    Offices offices;
    @Autowired
    RepositoryService repository;
    @Autowired
    RuntimeService runtime;
    @Autowired
    TrialTasks trial;

    Browser browser;
    Page page;

    @BeforeAll
    void aVillageHeadAndAProcess() {
        browser = Browser.on(port);
        offices.appoint(List.of(new Appointment(1, HEAD, "Siti Kades", Role.KADES, "96.01.01.2001",
                LocalDate.of(2020, 1, 1), null, "SK 1")), List.of(), user -> PASSWORD);
        TrialTasks.deploy(repository);
        page = browser.loggedIn("tasklist", HEAD, PASSWORD);
    }

    @BeforeEach
    void oneOpenTask() {
        runtime.createProcessInstanceQuery().processDefinitionKey(TrialTasks.PROCESS).list()
                .forEach(old -> runtime.deleteProcessInstance(old.getId(), "next test"));
        trial.recorded.clear();
        runtime.startProcessInstanceByKey(TrialTasks.PROCESS, UUID.randomUUID().toString());
        page.navigate("/camunda/app/tasklist/default/?again=" + UUID.randomUUID());
        page.locator(".tasks-list li.task").first().waitFor();
    }

    @AfterAll
    void close() {
        if (browser != null) {
            browser.close();
        }
    }

    Locator form() {
        return page.locator("form.ld-form");
    }

    void take() {
        page.locator(".tasks-list li.task").first().click();
        page.locator(".meta .claim").click();
        assertThat(page.locator("#approved")).isEnabled();
    }

    void complete() {
        page.locator(".form-actions .btn-primary").click();
    }

    void uploadsAreStored() {
        page.route("**/api/documents", route -> route.fulfill(new Route.FulfillOptions().setStatus(201)
                .setContentType("application/json").setBody("""
                        {"id": "22222222-2222-4222-8222-222222222222", "sha256": "9f86d081884c7d659a2feaa0", "bytes": 12345}""")));
    }

    void upload(String label, String name) {
        page.getByLabel(label).setInputFiles(new FilePayload(name, "application/pdf", "%PDF-1.4 uji".getBytes()));
    }

    @Test
    void showsTheWholeCaseBeforeTheTaskIsTaken() {
        page.locator(".tasks-list li.task").first().click();

        assertThat(form()).containsText("PD-2022-000123");
        assertThat(form()).containsText("Rp100.000.000");
        assertThat(form()).containsText("Peraturan Gubernur Jambi Nomor 16 Tahun 2022, Pasal 9 ayat (1)");
        assertThat(form()).containsText("<b>BPD</b> 123");
        assertThat(form()).containsText("3 Oktober 2022");
        assertThat(form()).containsText("hari lagi");
        assertThat(form().locator(".ld-steps")).containsText("22 November 2022 14.05 WIB");
        assertThat(form().locator("tfoot")).containsText("100.000.000");
        assertThat(form().locator("details summary")).containsText("50 baris");
        assertThat(form().locator(".ld-documents a")).hasAttribute("href", "/api/documents/00000000-0000-4000-8000-000000000001");
        assertThat(form().locator(".ld-unclaimed")).isVisible();
        assertThat(page.locator("#approved")).isDisabled();
        Browser.picture(page, "sheet");
    }

    @Test
    void saysWhatIsMissingInsteadOfAGreyButton() {
        take();
        page.locator("#approved").selectOption("false");
        page.locator("#count").fill("1.000");
        complete();

        assertThat(form().locator(".ld-box")).containsText("Periksa kembali isian yang ditandai.");
        assertThat(page.locator("#note + .ld-fault")).hasText("Wajib diisi.");
        assertThat(page.locator("#count + .ld-fault")).hasText("Isi dengan angka bulat saja, tanpa titik atau koma.");
        assertThat(form().locator(".ld-upload .ld-fault")).hasText("Wajib diunggah.");
        assertThat(page.locator("#member + .ld-fault")).hasText("Wajib diisi.");
        Browser.picture(page, "missing");

        assertThat(trial.recorded).isEmpty();
    }

    @Test
    void sendsEveryDeclaredFieldWithItsTypeAndLeavesPersonalDataToTheApi() {
        uploadsAreStored();
        take();
        upload("Surat permohonan", "surat.pdf");
        assertThat(form().locator(".ld-files").first()).containsText("surat.pdf");
        assertThat(form().locator(".ld-files").first()).containsText("9f86d081");
        page.locator("#approved").selectOption("true");
        page.locator("#count").fill("50");
        page.locator("#member").fill("Aminah");
        Browser.picture(page, "filled");
        complete();

        assertThat(form()).not().isVisible();
        assertThat(trial.recorded).containsExactly(new TrialTasks.Recorded(true, "", 50L,     // the engine hands an empty text to a bean as ""
               
                "22222222-2222-4222-8222-222222222222", "11111111-1111-4111-8111-111111111111"));
    }

    @Test
    void showsTheServersSentenceAndKeepsWhatWasTyped() {
        uploadsAreStored();
        take();
        upload("Surat permohonan", "surat.pdf");
        page.locator("#approved").selectOption("true");
        page.locator("#count").fill("51");
        page.locator("#note").fill("Sesuai musyawarah desa");
        page.locator("#member").fill("Aminah");
        complete();

        assertThat(form().locator(".ld-error")).hasText("Paling banyak 50 pekerja: isi kembali jumlahnya.");
        assertThat(page.locator("#note")).hasValue("Sesuai musyawarah desa");
        Browser.picture(page, "refused");

        page.locator("#count").fill("49");
        complete();
        assertThat(form()).not().isVisible();
        assertThat(trial.recorded).extracting(TrialTasks.Recorded::count).containsExactly(49L);
    }

    @Test
    void remembersTypedTextAfterAReloadButNoPersonalData() {
        take();
        page.locator("#approved").selectOption("false");
        page.locator("#note").fill("Tanda tangan belum ada");
        page.locator("#member").fill("Aminah");
        page.reload();

        assertThat(page.locator("#note")).hasValue("Tanda tangan belum ada");
        assertThat(page.locator("#approved")).hasValue("false");
        assertThat(page.locator("#member")).hasValue("");
    }

    @Test
    void fitsAPhone() {
        take();
        page.setViewportSize(390, 844);
        Browser.picture(page, "phone");

        assertThat((Boolean) page.evaluate("""
                () => [...document.querySelectorAll('form.ld-form *')].every(e => e.closest('.ld-table')
                    || e.getBoundingClientRect().width <= 390)""")).isTrue();
        page.setViewportSize(1440, 1000);
    }
}
