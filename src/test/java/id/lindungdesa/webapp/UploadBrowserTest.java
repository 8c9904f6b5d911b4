package id.lindungdesa.webapp;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import id.lindungdesa.Door;
import id.lindungdesa.LindungDesaTest;
import id.lindungdesa.claim.ClaimStage;
import id.lindungdesa.enrolment.Worker;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.test.web.server.LocalServerPort;

/** On a phone: the officer refuses a paper and makes a link, the family uploads a better one and hands it in. */
@LindungDesaTest
class UploadBrowserTest {

    private static final int PHONE = 390;

    @LocalServerPort
    int port;
    @Autowired
    ClaimStage stage;
    @Autowired
    TestRestTemplate http;

    @Test
    void aFamilyBringsTheMissingPaperFromItsPhone() {
        stage.set();
        stage.clearDesks();
        Door door = new Door(http);
        List.of(ClaimStage.OPERATOR, ClaimStage.OFFICER).forEach(user -> door.knows(user, ClaimStage.PASSWORD));
        Worker worker = stage.coveredWorker();
        var filed = door.expect(201, door.post(ClaimStage.OPERATOR, "/api/claims", Map.of("programme", "JKM", "workerNik", worker.nik(),
                "eventDate", stage.today().toString(), "cause", "ILLNESS", "heirs", List.of(Map.of("name", "Istri Uji",
                        "nik", "9401014101810001", "relation", "SPOUSE", "account", "1234567890")),
                "documents", List.of(door.document(ClaimStage.OPERATOR, "AKTA_KEMATIAN")))));
        String number = filed.get("number").asText();
        try (Browser browser = Browser.on(port)) {
            Page officer = opened(browser, number);
            assertThat(officer.locator(".ld-paper[data-kind=KTP] .ld-badge")).hasText("Belum ada");
            Locator akta = officer.locator(".ld-paper[data-kind=AKTA_KEMATIAN]");
            akta.getByLabel("Penilaian").selectOption("REFUSED");
            akta.getByLabel("Mengapa").selectOption("UNREADABLE");
            officer.locator(".ld-paper[data-kind=KPJ]").getByLabel("Unggah di loket")
                    .setInputFiles(new FilePayload("kpj.pdf", "application/pdf", ClaimBrowserTest.PDF.getBytes()));
            assertThat(officer.locator(".ld-paper[data-kind=KPJ]").getByText("Lihat kpj.pdf")).isVisible();
            assertThat(akta.getByLabel("Mengapa")).hasValue("UNREADABLE");
            officer.getByText("Buat tautan unggah").click();
            String link = officer.getByLabel("Tautan unggah").inputValue();
            fits(officer);
            officer.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(java.nio.file.Path.of("target/screenshots/papers-phone.png")));
            officer.locator("#complete").selectOption("false");
            officer.locator("#note").fill("Akta tidak terbaca.");
            officer.locator(".form-actions .btn-primary").click();
            assertThat(officer.locator("form.ld-form")).not().isVisible();

            Page family = browser.page(PHONE, 844);
            List<String> errors = new ArrayList<>();
            family.onConsoleMessage(message -> {
                if (message.type().equals("error")) {
                    errors.add(message.text());
                }
            });
            family.navigate(link);
            assertThat(family.locator(".number")).hasText(number);
            assertThat(family.locator("main")).not().containsText("Istri");
            assertThat(family.locator("[data-kind=AKTA_KEMATIAN] .why")).hasText("Ditolak: tidak terbaca");
            assertThat(family.getByText("Serahkan kepada petugas")).isDisabled();
            fits(family);
            Browser.picture(family, "upload-phone");
            family.locator("#file-AKTA_KEMATIAN").setInputFiles(new FilePayload("kosong.pdf", "application/pdf", "bukan pdf".getBytes()));
            assertThat(family.locator("[data-kind=AKTA_KEMATIAN] .fault")).containsText("tidak sesuai dengan namanya");
            family.locator("#file-AKTA_KEMATIAN").setInputFiles(new FilePayload("akta jelas.pdf", "application/pdf", ClaimBrowserTest.PDF.getBytes()));
            assertThat(family.locator("[data-kind=AKTA_KEMATIAN] .sent")).containsText("akta jelas.pdf sudah diterima");
            assertThat(family.locator("[data-kind=AKTA_KEMATIAN] .why")).hasCount(0);
            assertThat(family.locator("[data-kind=KTP] .why")).hasText("Belum ada");
            family.getByText("Serahkan kepada petugas").click();
            assertThat(family.locator(".done")).containsText("Terima kasih");
            assertThat(family.locator("main li").getByText("Akta kematian")).hasCount(0);
            assertThat(family.locator("main li").getByText("KTP peserta dan ahli waris")).isVisible();
            errors.removeIf(text -> text.contains("422"));
            assertThat(errors).isEmpty();

            officer = opened(browser, number);
            assertThat(officer.locator(".ld-paper[data-kind=AKTA_KEMATIAN] .ld-badge")).hasText("Perlu diperiksa");
            assertThat(officer.locator(".ld-paper[data-kind=AKTA_KEMATIAN]")).containsText("Lihat akta jelas.pdf");
        }
    }

    private static void fits(Page page) {
        assertThat((Integer) page.evaluate("() => document.documentElement.scrollWidth")).as("no scrolling sideways")
                .isLessThanOrEqualTo(PHONE);
    }

    private Page opened(Browser browser, String number) {
        Page page = browser.loggedIn("tasklist", ClaimStage.OFFICER, ClaimStage.PASSWORD);
        page.setViewportSize(PHONE, 844);
        page.locator(".tasks-list li.task").filter(new Locator.FilterOptions().setHasText(number)).click();
        page.locator(".meta .claim").click();
        assertThat(page.locator(".form-actions .btn-primary")).isEnabled();
        return page;
    }
}
