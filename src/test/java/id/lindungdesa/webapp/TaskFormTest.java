package id.lindungdesa.webapp;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import id.lindungdesa.LindungDesaTest;
import id.lindungdesa.document.Documents;
import id.lindungdesa.identity.Appointment;
import id.lindungdesa.identity.Offices;
import id.lindungdesa.identity.Role;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.HexFormat;
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
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What every form of ours does, on a task that has one of each: in a real browser, on the stock Tasklist. */
@LindungDesaTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TaskFormTest {

    static final String HEAD = "uji.kades";
    static final String PASSWORD = "Rahasia-uji-123";
    static final String PDF = "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
            + "2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n";

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
    @Autowired
    Documents documents;
    @Autowired
    @Qualifier("permissions")
    ApplicationRunner permissions;

    Browser browser;
    Page page;

    @BeforeAll
    void aVillageHeadAndAProcess() throws Exception {
        browser = Browser.on(port);
        offices.appoint(List.of(new Appointment(1, HEAD, "Siti Kades", Role.KADES, "96.01.01.2001",
                LocalDate.of(2020, 1, 1), null, "SK 1")), List.of(), user -> PASSWORD);
        TrialTasks.deploy(repository);
        permissions.run(null);
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

    static String sha256(String content) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content.getBytes()));
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

    void upload(String label, String name, String content) {
        form().locator(".ld-upload").getByLabel(label).setInputFiles(new FilePayload(name, "application/pdf", content.getBytes()));
    }

    void upload() {
        upload("Surat permohonan", "surat.pdf", PDF);
        assertThat(form().locator(".ld-files").first()).containsText("surat.pdf");
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
    void sendsEveryDeclaredFieldWithItsTypeAndLeavesPersonalDataToTheApi() throws Exception {
        take();
        upload();
        assertThat(form().locator(".ld-files").first()).containsText("SHA-256 " + sha256(PDF).substring(0, 8));
        page.locator("#approved").selectOption("true");
        page.locator("#count").fill("50");
        page.locator("#member").fill("Aminah");
        Browser.picture(page, "filled");
        complete();

        assertThat(form()).not().isVisible();
        assertThat(trial.recorded).hasSize(1);
        var sent = trial.recorded.get(0);
        assertThat(sent.approved()).isTrue();
        assertThat(sent.note()).isNull();
        assertThat(sent.count()).isEqualTo(50L);
        assertThat(documents.require(UUID.fromString(sent.documentIds())).fileName()).isEqualTo("surat.pdf");
        assertThat(sent.memberId()).isEqualTo("11111111-1111-4111-8111-111111111111");
    }

    @Test
    void showsTheServersSentenceAndKeepsWhatWasTyped() {
        take();
        upload();
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
    void putsAFindingOfTheApiBesideItsField() {
        take();
        upload();
        page.locator("#approved").selectOption("true");
        page.locator("#count").fill("1");
        page.locator("#member").fill("Al");
        complete();

        assertThat(page.locator("#member + .ld-fault")).hasText("Nama paling sedikit 3 huruf.");
        assertThat(form().locator(".ld-error")).containsText("Data ahli waris belum benar.");
        assertThat(form().locator(".ld-error")).containsText("Desa 96.01.01.2001 diperiksa.");
        assertThat(trial.recorded).isEmpty();
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
    void refusesAFileThatIsNotWhatItSays() {
        take();
        upload("Rencana anggaran", "kosong.pdf", "");
        assertThat(form().locator(".ld-upload .ld-fault")).hasText("Berkas ini kosong.");

        upload("Rencana anggaran", "bukan.pdf", "MZ this is a program");
        assertThat(form().locator(".ld-upload .ld-fault")).not().hasText("Berkas ini kosong.");
        assertThat(form().locator(".ld-files li")).hasCount(0);
    }

    @Test
    void showsAWorkerListRowByRow() {
        take();
        page.getByLabel("Daftar pekerja (CSV atau XLSX)").setInputFiles(new FilePayload("pekerja.csv", "text/csv",
                "nik,name\n1507010101900001,Aminah\n12,Budi\n".getBytes()));

        assertThat(form().locator(".ld-roster .ld-answer")).hasText("1 pekerja diterima, 1 baris ditolak.");
        assertThat(form().locator(".ld-roster tbody tr")).hasText("3nikNIK terdiri atas 16 angka (desa 96.01.01.2001).");
        Browser.picture(page, "roster");
    }

    @Test
    void startsACaseWithWhatTheApiGaveIt() {
        page.getByText("Mulai proses").click();
        page.locator(".modal-body").getByText("Formulir uji").click();
        page.locator("#subject").fill("Permohonan tahap II");
        page.locator("#share").fill("70");
        page.locator(".modal-footer .btn-primary").click();
        assertThat(page.locator("#annex + .ld-fault")).hasText("Wajib diunggah.");
        Browser.picture(page, "start");

        page.locator("#annex").setInputFiles(new FilePayload("lampiran.csv", "text/csv", "a,b".getBytes()));
        page.locator(".modal-footer .btn-primary").click();
        assertThat(page.locator(".modal-body")).not().isVisible();
        String id = UUID.nameUUIDFromBytes("Case[subject=Permohonan tahap II, shares=[70]]|a,b".getBytes()).toString();
        assertThat(runtime.createProcessInstanceQuery().processInstanceBusinessKey(id).count()).isEqualTo(1);
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
