package id.lindungdesa.webapp;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import id.lindungdesa.LindungDesaTest;
import id.lindungdesa.document.Documents;
import id.lindungdesa.identity.Appointment;
import id.lindungdesa.identity.Offices;
import id.lindungdesa.identity.Role;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What every form of ours does, on a task that has one of each: in a real browser, on the stock Tasklist. */
@LindungDesaTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TaskFormTest {

    static final String HEAD = "uji.kades";
    static final String PASSWORD = "Rahasia-uji-123";
    static final String PDF = "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
            + "2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n";

    static final String COMPLETION = """
            {"variables": {"approved": {"value": true, "type": "Boolean"}, "note": {"value": null, "type": "String"},
             "count": {"value": 1, "type": "Long"}, "documentIds": {"value": null, "type": "String"},
             "memberId": {"value": null, "type": "String"}}}""";

    @LocalServerPort
    int port;
    @Autowired
    Offices offices;
    @Autowired
    RepositoryService repository;
    @Autowired
    RuntimeService runtime;
    @Autowired
    TaskService tasks;
    @Autowired
    TrialTasks trial;
    @Autowired
    Documents documents;
    @Autowired
    JdbcClient jdbc;
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
    }

    @BeforeEach
    void theListInTheBrowser() {
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
        assertThat(form().locator(".ld-keys")).containsText("Tugas untukKepala Desa 96.01.01.2001");
        assertThat(page.locator(".meta .groups")).isHidden();          // the engine's code for the same
        assertThat(form().locator(".ld-steps")).containsText("22 November 2022 14.05 WIB");
        assertThat(form().locator("tfoot").first()).containsText("100.000.000");
        assertThat(form().locator(".ld-sheet details summary")).containsText("50 baris");
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
        page.getByLabel("Alasan").selectOption("LAINNYA");
        complete();

        assertThat(form().locator(".ld-box")).containsText("Periksa kembali isian yang ditandai.");
        assertThat(page.locator("#note + .ld-fault")).hasText("Wajib diisi.");
        assertThat(page.locator("#count + .ld-fault")).hasText("Isi dengan angka bulat saja, tanpa titik atau koma.");
        assertThat(form().locator(".ld-upload .ld-fault")).hasText("Wajib diunggah.");
        assertThat(page.locator("#member1 + .ld-fault")).hasText("Wajib diisi.");
        Browser.picture(page, "missing");

        assertThat(trial.recorded).isEmpty();
    }

    @Test
    void sendsEveryDeclaredFieldWithItsTypeAndLeavesPersonalDataToTheApi() throws Exception {
        take();
        upload();
        assertThat(form().locator(".ld-files [title]").first()).hasAttribute("title", "SHA-256 " + sha256(PDF));
        assertThat(form().locator(".ld-file-button").first()).hasText("Pilih berkas");       // the browser's own word is in its language
        page.locator("#approved").selectOption("true");
        page.locator("#count").fill("50");
        page.locator("#member1").fill("Aminah");
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
        page.locator("#member1").fill("Aminah");
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
        page.locator("#member1").fill("Al");
        complete();

        assertThat(page.locator("#member1 + .ld-fault")).hasText("Nama paling sedikit 3 huruf.");
        assertThat(form().locator(".ld-error")).containsText("Data ahli waris belum benar.");
        assertThat(form().locator(".ld-error")).containsText("Desa 96.01.01.2001 diperiksa.");
        assertThat(trial.recorded).isEmpty();
    }

    /** Rows are added and taken away; whoever is named by his number keeps being named, in a draft as well. */
    @Test
    void asManyHeirsAsThereAre() {
        take();
        upload();
        page.locator("#approved").selectOption("true");
        page.locator("#count").fill("1");
        assertThat(form().getByText("Hapus ahli waris 1")).isHidden();
        page.locator("#member1").fill("Aminah");
        assertThat(page.locator("#member1")).hasAttribute("aria-required", "false");
        Locator more = form().getByText("Tambah ahli waris");
        more.click();
        assertThat(page.locator("#member1")).hasAttribute("aria-required", "true");
        assertThat(page.locator("#member2")).isFocused();
        page.locator("#member2").fill("Budi");
        more.click();
        page.locator("#member3").fill("Citra");
        form().getByText("Surat kuasa").nth(2).click();
        page.locator("#receivedBy3").fill("2");
        more.click();
        assertThat(more).isHidden();
        page.locator("#member4").fill("Dewi");
        form().getByText("Surat kuasa").nth(3).click();
        page.locator("#receivedBy4").fill("1");
        assertThat(PageCheck.faults(page, "form.ld-form")).isEmpty();
        form().getByText("Hapus ahli waris 1").click();

        assertThat(form().locator(".ld-list h5")).hasText(new String[] {"Ahli waris 1", "Ahli waris 2", "Ahli waris 3"});
        assertThat(page.locator("#member1")).hasValue("Budi");
        assertThat(page.locator("#receivedBy2")).hasValue("1");
        assertThat(page.locator("#receivedBy3")).hasValue("");
        more.click();
        assertThat(form().locator(".ld-draft")).containsText("Konsep tersimpan");
        complete();
        assertThat(page.locator("#member4 + .ld-fault")).hasText("Wajib diisi.");
        page.locator("#member4").fill("Ed");
        complete();
        assertThat(page.locator("#member4 + .ld-fault")).hasText("Nama paling sedikit 3 huruf.");

        Page elsewhere = browser.loggedIn("tasklist", HEAD, PASSWORD);
        elsewhere.locator(".tasks-list li.task").first().click();
        assertThat(elsewhere.locator("#member4")).hasValue("Ed");
        assertThat(elsewhere.locator("#receivedBy1")).isHidden();
        assertThat(elsewhere.locator("#receivedBy2")).hasValue("1");
        assertThat(elsewhere.locator("#receivedBy2")).isVisible();        // what is typed is not folded away
        elsewhere.locator("#receivedBy2").fill("10");
        elsewhere.locator("details:has(#receivedBy2) summary").click();
        elsewhere.locator(".form-actions .btn-primary").click();
        assertThat(elsewhere.locator("#receivedBy2 + .ld-fault")).hasText("Paling banyak 9.");
        elsewhere.locator("#receivedBy2").fill("1");
        elsewhere.getByText("Hapus ahli waris 4").click();
        elsewhere.locator(".form-actions .btn-primary").click();
        assertThat(elsewhere.locator("form.ld-form")).not().isVisible();
        assertThat(TrialTasks.HEIRS.get()).extracting(TrialTasks.TrialController.Heir::name, TrialTasks.TrialController.Heir::receivedBy)
                .containsExactly(tuple("Budi", null), tuple("Citra", 1), tuple("Dewi", null));
        elsewhere.context().close();
    }

    /** The server keeps it for its writer alone; in a browser that others use too, nothing of it lies. */
    @Test
    void aDraftOutlivesTheBrowserAndEndsWithTheTask() {
        take();
        page.locator("#approved").selectOption("false");
        page.getByLabel("Alasan").selectOption("INCOMPLETE");
        page.locator("#note").fill("Tanda tangan belum ada");
        page.locator("#member1").fill("Aminah");
        upload();
        assertThat(form().locator(".ld-draft")).containsText("Konsep tersimpan");
        assertThat((String) page.evaluate("JSON.stringify([{...sessionStorage}, {...localStorage}])")).doesNotContain("Tanda tangan", "Aminah");

        Page elsewhere = browser.loggedIn("tasklist", HEAD, PASSWORD);
        elsewhere.locator(".tasks-list li.task").first().click();
        assertThat(elsewhere.locator("#note")).hasValue("Tanda tangan belum ada");
        assertThat(elsewhere.locator("#approved")).hasValue("false");
        assertThat(elsewhere.locator("#member1")).hasValue("Aminah");
        assertThat(elsewhere.locator(".ld-files").first()).containsText("surat.pdf");
        assertThat(elsewhere.locator(".ld-draft")).containsText("dipulihkan");
        Browser.picture(elsewhere, "draft");
        assertThat(drafts()).isEqualTo(1);

        elsewhere.locator("#count").fill("5");
        elsewhere.locator(".form-actions .btn-primary").click();
        assertThat(elsewhere.locator("form.ld-form")).not().isVisible();
        assertThat(trial.recorded).extracting(TrialTasks.Recorded::note).containsExactly("Data atau dokumen belum lengkap. Tanda tangan belum ada");
        assertThat(jdbc.sql("select code from webapp_reason_given where process = :process").param("process", TrialTasks.PROCESS)
                .query(String.class).list()).containsExactly("INCOMPLETE");
        assertThat(drafts()).isZero();
        elsewhere.context().close();
    }

    int drafts() {
        return jdbc.sql("select count(*) from webapp_draft where user_id = :user").param("user", HEAD).query(Integer.class).single();
    }

    @Test
    void theSecondOfTwoWindowsHearsThatItIsDone() {
        take();
        upload();
        page.locator("#approved").selectOption("true");
        page.locator("#count").fill("7");
        page.locator("#member1").fill("Aminah");
        Page second = page.context().newPage();
        second.navigate("/camunda/app/tasklist/default/");
        second.locator(".tasks-list li.task").first().click();
        assertThat(second.locator("#count")).hasValue("7");
        assertThat(second.locator("#count")).isEnabled();
        page.bringToFront();
        complete();
        assertThat(form()).not().isVisible();

        second.locator(".form-actions .btn-primary").click();
        assertThat(second.locator(".ld-box")).containsText("Tugas ini sudah diselesaikan oleh Anda sendiri, di jendela lain,");
        assertThat(second.locator("body")).not().containsText("Exception");
        Browser.picture(second, "second");
        assertThat(trial.recorded).hasSize(1);
        second.close();
    }

    static String login() {
        return "Basic " + Base64.getEncoder().encodeToString((HEAD + ":" + PASSWORD).getBytes());
    }

    @Test
    void ofManyCompletionsAtOnceOneCountsAndTheOthersAreAConflict() throws Exception {
        HttpClient http = HttpClient.newHttpClient();
        for (int round = 0; round < 6; round++) {
            String task = tasks.createTaskQuery().processDefinitionKey(TrialTasks.PROCESS).taskDefinitionKey("UserTask_Decide").singleResult().getId();
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:%d/engine-rest/task/%s/submit-form".formatted(port, task)))
                    .header("Authorization", login()).header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(COMPLETION)).build();
            List<CompletableFuture<HttpResponse<String>>> sent = IntStream.range(0, 6)
                    .mapToObj(i -> http.sendAsync(request, HttpResponse.BodyHandlers.ofString())).toList();
            List<Integer> statuses = sent.stream().map(one -> one.join().statusCode()).sorted().toList();
            assertThat(statuses).as(sent.stream().map(one -> one.join().body()).toList().toString())
                    .containsExactly(204, 409, 409, 409, 409, 409);
            oneOpenTask();
        }
    }

    @Test
    void aServerThatIsAwayIsSaidAndTheFormStays() {
        take();
        upload();
        page.locator("#approved").selectOption("true");
        page.locator("#count").fill("7");
        page.locator("#member1").fill("Aminah");
        page.route("**/submit-form", route -> route.fulfill(new Route.FulfillOptions().setStatus(503).setBody("<html>Bad gateway</html>")));
        complete();
        assertThat(form().locator(".ld-error")).containsText("Keputusan Anda belum tercatat");
        assertThat(page.locator("#count")).hasValue("7");

        page.unroute("**/submit-form");
        complete();
        assertThat(form()).not().isVisible();
        assertThat(trial.recorded).hasSize(1);
    }

    @Test
    void aBrokenLineDoesNotLoseAFile() {
        take();
        AtomicInteger tries = new AtomicInteger();
        page.route("**/api/documents", route -> {
            if (tries.incrementAndGet() <= 3) {
                route.abort();
            } else {
                route.resume();
            }
        });
        upload("Surat permohonan", "surat.pdf", PDF);
        assertThat(form().locator(".ld-upload-state").first()).containsText("surat.pdf belum terkirim.");
        Browser.picture(page, "broken");
        form().locator(".ld-upload").getByText("Kirim lagi").click();
        assertThat(form().locator(".ld-files").first()).containsText("tersimpan dan diperiksa");
        assertThat(tries).hasValue(4);

        page.unroute("**/api/documents");
        page.route("**/api/documents", route -> route.fulfill(new Route.FulfillOptions().setStatus(201).setContentType("application/json")
                .setBody("{\"id\":\"11111111-1111-4111-8111-111111111111\",\"sha256\":\"%s\",\"bytes\":1}".formatted("0".repeat(64)))));
        upload("Rencana anggaran", "rab.pdf", PDF);
        assertThat(form().locator(".ld-upload-state").last()).containsText("tidak sama dengan berkas Anda");
        assertThat(form().locator(".ld-files").last().locator("li")).hasCount(0);
        page.unroute("**/api/documents");
    }

    @Test
    void aPhotoOfAPhoneIsMadeSmallerAndShown() {
        take();
        page.evaluate("""
                async () => {
                  const canvas = Object.assign(document.createElement('canvas'), { width: 3200, height: 2400 });
                  const pen = canvas.getContext('2d'), dots = pen.createImageData(3200, 2400);
                  let seed = 1;
                  for (let i = 0; i < dots.data.length; i++) {
                    seed = (seed * 48271) % 2147483647;
                    dots.data[i] = i % 4 === 3 ? 255 : seed & 127;
                  }
                  pen.putImageData(dots, 0, 0);
                  const blob = await new Promise(done => canvas.toBlob(done, 'image/jpeg', 0.9));
                  const files = new DataTransfer();
                  files.items.add(new File([blob], 'ktp.jpeg', { type: 'image/jpeg' }));
                  const input = document.querySelector('form.ld-form .ld-upload input[type=file]');
                  input.files = files.files;
                  input.dispatchEvent(new Event('change'));
                }""");
        assertThat(form().locator(".ld-files").first()).containsText("Foto diperkecil dari");
        assertThat(form().locator(".ld-files img.ld-thumb")).isVisible();
        assertThat((Boolean) page.evaluate("document.querySelector('.ld-files img').naturalWidth > 0")).isTrue();
        Browser.picture(page, "photo");
    }

    @Test
    void aLongTableIsSearchedSortedAndPaged() {
        page.locator(".tasks-list li.task").first().click();
        Locator table = form().locator("details.ld-section");
        table.locator("summary").click();
        assertThat(table.locator("tbody tr")).hasCount(50);

        table.getByText("Umur", new Locator.GetByTextOptions().setExact(true)).press("Enter");
        table.getByText("Umur", new Locator.GetByTextOptions().setExact(true)).press("Enter");
        assertThat(table.locator("th[aria-sort=descending]")).hasText("Umur");
        assertThat(table.locator("tbody tr").first()).hasText("50Pekerja 5070Rp50.0001 Desember 2026");
        table.getByText("Iuran").click();
        assertThat(table.locator("tbody tr").first()).hasText("1Pekerja 121Rp1.00030 November 2025");
        table.getByText("Sejak").click();
        assertThat(table.locator("tbody tr").first()).hasText("1Pekerja 121Rp1.00030 November 2025");

        table.getByLabel("Cari dalam tabel").fill("mei 2026");
        assertThat(table.locator("tbody tr")).hasCount(8);
        assertThat(table.getByRole(AriaRole.STATUS)).hasText("8 dari 50 baris.");
        assertThat(table.locator("tfoot")).containsText("Jumlah yang tampil");
        assertThat(table.locator("tfoot")).containsText("Rp188.000");
        Browser.picture(page, "table");
        table.getByLabel("Cari dalam tabel").fill("tidak ada");
        assertThat(table.getByRole(AriaRole.STATUS)).hasText("Tidak ada baris yang cocok.");
    }

    @Test
    void theLegalBasisLeadsToWhatTheArticleSays() {
        page.locator(".tasks-list li.task").first().click();
        Page law = page.waitForPopup(() -> form().locator(".ld-key a").click());

        assertThat(law.locator("h1").first()).hasText("Dasar hukum tugas ini");
        assertThat(law.locator("main")).containsText("Pergub Jambi 16/2022");
        assertThat(law.locator("main")).containsText("bukan bunyi pasal");
        Browser.picture(law, "law");
        law.close();
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

    /** On a slow line the field is there before the sheet, which says whose list it is. */
    @Test
    void aWorkerListWaitsForTheSheet() {
        List<Route> held = new CopyOnWriteArrayList<>();
        page.route("**/api/tasks/*/sheet", held::add);
        take();
        page.getByLabel("Daftar pekerja (CSV atau XLSX)").setInputFiles(new FilePayload("pekerja.csv", "text/csv",
                "nik,name\n1507010101900001,Aminah\n12,Budi\n".getBytes()));
        assertThat(form().locator(".ld-roster")).containsText("Memeriksa pekerja.csv");
        held.forEach(Route::resume);
        page.unrouteAll();
        assertThat(form().locator(".ld-roster .ld-answer")).hasText("1 pekerja diterima, 1 baris ditolak.");
    }

    @Test
    void startsACaseWithWhatTheApiGaveIt() {
        // another class leaves this user's draft of the same form: it would come in under what is typed here
        jdbc.sql("delete from webapp_draft where user_id = :user").param("user", HEAD).update();
        page.getByText("Mulai proses").click();
        page.locator(".modal-body").getByText("Formulir uji").click();
        page.locator("#subject").fill("Permohonan tahap II");
        page.locator("#share").fill("70");
        page.locator(".modal-footer .btn-primary").click();
        assertThat(page.locator("#annex ~ .ld-fault")).hasText("Wajib diunggah.");
        Browser.picture(page, "start");

        page.locator("#annex").setInputFiles(new FilePayload("lampiran.csv", "text/csv", "a,b".getBytes()));
        page.locator(".modal-footer .btn-primary").click();
        assertThat(page.locator(".modal-body")).not().isVisible();
        assertThat(page.locator(".ld-told")).containsText("Sudah tercatat, Desa Uji Coba (96.01.01.2001), pada ");
        page.locator(".ld-told button").click();
        assertThat(runtime.createProcessInstanceQuery().processDefinitionKey(TrialTasks.PROCESS).list())
                .extracting(one -> TrialTasks.POSTED.getOrDefault(one.getBusinessKey(), ""))
                .containsOnlyOnce("Case[subject=Permohonan tahap II, shares=[70]]|a,b");
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
