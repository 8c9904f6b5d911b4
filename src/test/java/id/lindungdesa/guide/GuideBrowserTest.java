package id.lindungdesa.guide;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.WaitForSelectorState;
import id.lindungdesa.LindungDesaTest;
import id.lindungdesa.complaint.ComplaintStage;
import id.lindungdesa.grant.VillageFundFixture;
import id.lindungdesa.identity.Role;
import id.lindungdesa.rulebook.NextRule;
import id.lindungdesa.webapp.Browser;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.core.io.ClassPathResource;

/**
 * Every guide of {@code docs/panduan/} walked by whom it is for, on the screen that he has: a telephone in the village, a
 * small window in an office. A label in bold that no screen shows is a failure, and so is a picture that the page does not
 * show. {@code -Dguides.write=true -Dtest=GuideBrowserTest} takes the pictures anew.
 */
@LindungDesaTest
class GuideBrowserTest {

    private static final String LETTER = "%PDF-1.4\n%%EOF\n";

    @LocalServerPort int port;
    @Autowired ApplicationContext context;
    @Autowired TestRestTemplate http;
    @Autowired TaskService tasks;

    @Test
    void aVillagesMoneyFromItsTelephoneToItsAccount() {
        GuideStage stage = new GuideStage(context);
        UUID tranche = stage.tranche(GuideStage.VILLAGE);
        try (Browser browser = Browser.on(port)) {
            operator(browser);
            GuideWalk walk = new GuideWalk("kepala-desa");
            Page head = opened(walk, browser, Role.KADES, GuideStage.VILLAGE, true);
            head.locator("#approved").selectOption("false");
            walk.sees(head);
            head.locator("#approved").selectOption("true");
            head.locator("#approved").scrollIntoViewIfNeeded();
            walk.picture(head, "kepala-desa-tanda-tangan").holds();
            done(head);

            walk = new GuideWalk("camat");
            Page camat = opened(walk, browser, Role.CAMAT, "13.01.01", false);
            camat.locator("#approved").selectOption("true");
            walk.picture(camat, "camat-rekomendasi").holds();
            done(camat);

            stage.fund.verify(tranche, true, null);
            UUID run = stage.fund.run(stage.decree(), "13.01");
            walk = new GuideWalk("provinsi");
            Page province = browser.loggedIn(browser.page(1280, 800), "tasklist", VillageFundFixture.user(Role.DP3AP2_VERIFIKATOR, ""), GuideStage.PASSWORD);
            walk.sees(province);
            take(walk, province, run);
            province.locator("#approved").selectOption("true");
            walk.picture(province, "provinsi-verifikasi").holds();
            done(province);

            String number = stage.fund.reference(run);
            stage.fund.task(run, Role.DP3AP2_KEPALA, "UserTask_ApproveBatch", "approved", true, "note", null);
            stage.fund.task(run, Role.BPKPD_SPP, "UserTask_CreateSpp", "sppNumber", "SPP/" + number);
            stage.fund.task(run, Role.BPKPD_SPM, "UserTask_IssueSpm", "approved", true, "spmNumber", "SPM/" + number, "note", null);
            stage.fund.task(run, Role.BPKPD_BUD, "UserTask_IssueSp2d", "approved", true, "sp2dNumber", "SP2D/" + number, "note", null);
            stage.fund.credited(run, stage.today());
            walk = new GuideWalk("bkad");
            Page treasury = opened(walk, browser, Role.BKAD, "13.01", false);
            treasury.locator("#transferNumber").fill("SP2D-K/0141/2022");
            upload(treasury, "Bukti transfer", "bukti.pdf");
            treasury.locator("#transferNumber").evaluate("input => input.scrollIntoView({ block: 'center' })");
            walk.picture(treasury, "bkad-teruskan").holds();
            done(treasury);
            stage.fund.executeJobs(run);

            walk = new GuideWalk("bendahara");
            Page treasurer = opened(walk, browser, Role.BENDAHARA, GuideStage.VILLAGE, true);
            treasurer.locator("#receivedRupiah").fill("100000000");
            treasurer.locator("#receivedRupiah").evaluate("input => input.scrollIntoView({ block: 'center' })");
            walk.picture(treasurer, "bendahara-konfirmasi").holds();
            done(treasurer);
        }
    }

    /** From the login to the request, on a telephone: the page for all and the operator's own. */
    private void operator(Browser browser) {
        GuideWalk all = new GuideWalk("README");
        GuideWalk walk = new GuideWalk("operator-desa");
        Page page = browser.page(390, 844);
        page.navigate("/");
        page.locator(".form-signin input").first().waitFor();
        all.sees(page);
        page.locator(".form-signin input").first().fill(VillageFundFixture.user(Role.OPERATOR, GuideStage.VILLAGE));
        page.locator("input[type=password]").fill(GuideStage.PASSWORD);
        page.locator(".form-signin button[type=submit]").click();
        assertThat(page.locator("main h1")).hasText("Siti Rahmawati");
        all.sees(page);
        walk.picture(page, "operator-beranda");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Buka daftar tugas")).click();
        assertThat(page.locator(".tasks-list li.task .ld-card")).containsText("Rp100.000.000");
        assertThat(page.locator(".sort-by").first()).hasText("Batas waktu");      // not its key, though the list came before its words
        all.sees(page);
        walk.picture(page, "operator-daftar");
        page.locator(".tasks-list li.task").first().click();
        claim(walk, page);
        all.sees(page).seesLike(walk).holds();
        page.locator("#requestedRupiah").fill("100000000");
        upload(page, "Surat permohonan penyaluran", "surat-permohonan.pdf");
        page.locator("#requestedRupiah").evaluate("input => input.scrollIntoView({ block: 'start' })");
        walk.picture(page, "operator-permohonan");
        familyChangesItsMind(browser, walk);
        walk.holds();
        done(page);
    }

    /** The operator of another village, whose family complained. */
    private void familyChangesItsMind(Browser browser, GuideWalk walk) {
        ComplaintStage stage = context.getBean(ComplaintStage.class);
        stage.set();
        stage.complaintAboutARejection();
        Page page = browser.loggedIn(browser.page(390, 844), "tasklist", ComplaintStage.OPERATOR, ComplaintStage.PASSWORD);
        page.locator(".navbar-toggle").click();
        page.getByText("Menunggu pihak lain").click();
        assertThat(page.locator(".ld-cases .ld-withdraw").first()).isVisible();
        walk.sees(page);
    }

    @Test
    void aHundredAndTenVillagesInOneOrder() {
        GuideStage stage = new GuideStage(context);
        String pmd = stage.atTheRegency();
        GuideWalk walk = new GuideWalk("pmd");
        try (Browser browser = Browser.on(port)) {
            Page page = browser.loggedIn(browser.page(1280, 800), "tasklist", pmd, GuideStage.PASSWORD);
            assertThat(page.locator(".tasks-list li.task .ld-card").first()).containsText("Rp100.000.000");
            walk.picture(page, "pmd-daftar");
            page.locator(".tasks-list li.task").first().click();
            claim(walk, page);
            page.locator(".ld-bulk-open").click();
            Locator dialog = page.locator("dialog.ld-bulk");
            assertThat(dialog.locator("tbody tr")).hasCount(110);
            dialog.getByLabel("Pilih semua yang tampil").check();
            assertThat(dialog.locator(".ld-bulk-totals")).hasText("Dipilih 110 dari 110 berkas · Rp11.000.000.000");
            apart(dialog, "14.04.01.2001", "out", "Kepala desa diganti bulan ini");
            apart(dialog, "14.04.01.2002", "out", "Akan dilihat di lapangan");
            apart(dialog, "14.04.01.2003", "otherwise", "Surat permohonan tidak terbaca");
            assertThat(dialog.locator(".ld-bulk-totals")).hasText("Dipilih 107 dari 110 berkas · Rp10.700.000.000 · 1 diputuskan sebaliknya · 2 dikecualikan");
            dialog.locator("fieldset select").selectOption("Lengkap dan benar");
            dialog.locator("input[type=search]").fill("maju");
            dialog.locator(".ld-bulk-body").evaluate("body => { body.scrollTop = 0; }");
            walk.picture(page, "pmd-pengecualian");
            button(dialog, "Periksa dan lanjutkan").click();
            assertThat(dialog.locator("dl")).containsText("107 berkas · Rp10.700.000.000");
            walk.picture(page, "pmd-periksa");
            button(dialog, "Putuskan 108 berkas").click();
            assertThat(dialog).containsText("2 dari 110 berkas");
            stage.workOff();
            assertThat(dialog.locator("h3")).hasText("Selesai: Verifikasi Dinas PMD");
            assertThat(dialog.locator(".ld-bulk-totals")).containsText("108 berkas diputuskan · Rp10.800.000.000");
            walk.picture(page, "pmd-hasil").holds();
        }
    }

    @Test
    void aCamatIsFollowedAndAFailedStepTriedAgain() throws Exception {
        GuideStage stage = new GuideStage(context);
        stage.atTheCamat();
        Job failed = stage.aBookingThatFailed(http);
        GuideWalk walk = new GuideWalk("administrator");
        try (Browser browser = Browser.on(port)) {
            Page admin = browser.loggedIn(browser.page(1280, 800), "cockpit", "admin", GuideStage.PASSWORD);
            admin.navigate("/camunda/jabatan.html");
            admin.getByLabel("Cari jabatan atau wilayah").fill("camat 13.01.02");
            admin.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Cari")).click();
            assertThat(admin.locator("main")).containsText("1 jabatan");
            walk.picture(admin, "administrator-cari-jabatan");
            admin.getByText("Camat Karang (13.01.02)").first().click();
            assertThat(admin.locator("main")).containsText("1 tugas terbuka");
            walk.sees(admin);
            admin.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Serah terima jabatan")).click();
            Locator form = admin.getByRole(AriaRole.FORM);
            form.getByLabel("Nama pengguna penerima jabatan").fill("camat.karang.baru");
            form.getByLabel("Nama lengkap penerima").fill("Sri Wahyuni");
            form.getByLabel("Nomor SK").fill("SK 821.2/13/2026");
            walk.picture(admin, form, "administrator-serah-terima");
            button(form, "Serahkan jabatan").click();
            assertThat(admin.locator(".done")).containsText("Jabatan sudah diserahkan.");
            admin.locator("code.secret").evaluate("code => { code.textContent = '(tampil di sini)'; }");     // a password is not for a picture
            walk.picture(admin, admin.locator(".done"), "administrator-diserahkan");

            admin.navigate("/camunda/app/cockpit/default/#/papan");
            assertThat(admin.locator("#ldb-failed")).containsText("13.02");
            assertThat(admin.locator("#ldb-decrees")).containsText("Jumlah semua tahap sama");
            walk.picture(admin, "administrator-papan");
            Locator incident = admin.locator("#ldb-failed tr", new Page.LocatorOptions().setHasText("13.02"));
            incident.locator("button").click();
            ManagementService management = context.getBean(ManagementService.class);
            for (int i = 0; i < 200 && management.createJobQuery().jobId(failed.getId()).withRetriesLeft().count() == 0; i++) {
                Thread.sleep(50);
            }
            management.executeJob(failed.getId());
            assertThat(incident).containsText("Berhasil");
            walk.picture(admin, admin.locator("#ldb-failed"), "administrator-coba-lagi");
            admin.locator("a[href*='regency=13.02'][href*='state=']").first().click();
            assertThat(admin.locator("a[download]").first()).isVisible();
            walk.sees(admin).holds();
        }
    }

    @Test
    void aClaimAndItsPapers() {
        String number = new GuideStage(context).aClaim(http);
        GuideWalk walk = new GuideWalk("bpjs");
        try (Browser browser = Browser.on(port)) {
            Page officer = browser.loggedIn(browser.page(1280, 800), "tasklist", GuideStage.OFFICER, GuideStage.PASSWORD);
            officer.locator(".tasks-list li.task").filter(new Locator.FilterOptions().setHasText(number)).click();
            claim(walk, officer);
            officer.locator(".ld-paper[data-kind=AKTA_KEMATIAN]").getByLabel("Penilaian").selectOption("ACCEPTED");
            officer.locator(".ld-paper[data-kind=AKTA_KEMATIAN]").evaluate("paper => paper.scrollIntoView({ block: 'center' })");
            walk.picture(officer, officer.locator(".three-cols-layout .column-right"), "bpjs-berkas").holds();
        }
    }

    /** Through the same login as his start page; the letter's page is open to anybody. */
    @Test
    void anAuditorFollowsTheMoney() {
        GuideStage stage = new GuideStage(context);
        UUID decree = stage.decree();
        GuideWalk walk = new GuideWalk("pemeriksa");
        try (Browser browser = Browser.on(port)) {
            Page auditor = browser.loggedIn(browser.page(1280, 800), "tasklist", GuideStage.AUDITOR, GuideStage.PASSWORD);
            auditor.navigate("/");
            assertThat(auditor.locator("main h1")).hasText("Agus Salim");
            walk.sees(auditor);
            auditor.getByText("Telusur uang").click();
            auditor.getByLabel("Nomor keputusan").fill(GuideStage.VILLAGE);
            auditor.locator("#search button").click();
            assertThat(auditor.locator("h2")).containsText("Tanjung Harapan");
            walk.picture(auditor, "pemeriksa-telusur");
            for (String address : List.of("/api/offices/terms?role=camat&area=13.01.01")) {
                Assertions.assertThat(auditor.navigate(address).status()).as(address).isEqualTo(200);
            }
            auditor.navigate("/surat");
            walk.picture(auditor, "pemeriksa-surat").holds();
        }
    }

    /** The table goes back to its keeper, who withdraws it: no other test finds it under review. */
    @Test
    void aTableThatIsToChange() throws Exception {
        GuideStage stage = new GuideStage(context);
        stage.keepers();
        NextRule next = NextRule.after(new ClassPathResource("processes/transport-cap.dmn").getContentAsString(StandardCharsets.UTF_8));
        GuideWalk walk = new GuideWalk("pengelola-aturan");
        try (Browser browser = Browser.on(port)) {
            Page keeper = browser.loggedIn(browser.page(1280, 800), "tasklist", GuideStage.KEEPER, GuideStage.PASSWORD);
            walk.sees(keeper);
            keeper.locator(".start-process-action a").first().click();
            keeper.locator(".modal-dialog").getByText("Perubahan tabel aturan").waitFor();
            walk.sees(keeper);
            keeper.locator(".modal-dialog").getByText("Perubahan tabel aturan").click();
            Locator form = keeper.locator(".modal-dialog form.ld-form");
            form.waitFor();
            form.locator("#decision").selectOption("transport-cap");
            form.locator("#inForceOn").fill(next.inForceOn().toString());
            form.locator("#reason").fill("Peraturan pemerintah yang baru");
            form.locator("#table").setInputFiles(new FilePayload("batas-angkutan.dmn", "application/xml", next.dmn().getBytes(StandardCharsets.UTF_8)));
            walk.picture(keeper, "pengelola-usulan");
            keeper.locator(".modal-footer .btn-primary").click();
            assertThat(form).not().isVisible();
            UUID version = stage.comparedRule("transport-cap");

            Page reviewer = browser.loggedIn(browser.page(1280, 800), "tasklist", GuideStage.REVIEWER, GuideStage.PASSWORD);
            take(walk, reviewer, version);
            reviewer.getByText("Baris baru").first().evaluate("row => row.scrollIntoView({ block: 'center' })");
            walk.picture(reviewer, "pengelola-selisih").holds();
            stage.withdrawRule(version);
        }
    }

    private static void apart(Locator dialog, String village, String what, String why) {
        dialog.getByLabel(Pattern.compile("^Kecualikan .*" + village)).click();
        dialog.getByLabel(Pattern.compile("^Yang terjadi dengan .*" + village)).selectOption(what);
        dialog.getByLabel(Pattern.compile("^Alasan untuk .*" + village)).fill(why);
    }

    private static Locator button(Locator place, String name) {
        return place.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    /** The one task of that official, taken, on a telephone or in an office. */
    private static Page opened(GuideWalk walk, Browser browser, Role role, String area, boolean telephone) {
        Page page = browser.loggedIn(telephone ? browser.page(390, 844) : browser.page(1280, 800), "tasklist", VillageFundFixture.user(role, area), GuideStage.PASSWORD);
        page.locator(".tasks-list li.task").first().click();
        claim(walk, page);
        return page;
    }

    private static void claim(GuideWalk walk, Page page) {
        page.locator(".meta .claim").waitFor();
        walk.sees(page);
        page.locator(".meta .claim").click();
        assertThat(page.locator(".form-actions .btn-primary")).isEnabled();
        assertThat(page.locator(".ld-sheet .ld-keys")).isVisible();
        page.locator(".tasks-list li.task .ld-card").first().waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));     // drawn anew
        walk.sees(page);
    }

    /** Among others' tasks in a list of the whole province, the one of that case. */
    private void take(GuideWalk walk, Page page, UUID caseId) {
        page.navigate("/camunda/app/tasklist/default/#/?task=" + tasks.createTaskQuery().processInstanceBusinessKey(caseId.toString()).singleResult().getId());
        claim(walk, page);
    }

    private static void upload(Page page, String label, String name) {
        page.getByLabel(Pattern.compile("^" + label)).setInputFiles(new FilePayload(name, "application/pdf", LETTER.getBytes()));
        assertThat(page.locator("form .ld-files").filter(new Locator.FilterOptions().setHasText(name))).containsText("tersimpan dan diperiksa");
    }

    private static void done(Page page) {
        page.locator(".form-actions .btn-primary").click();
        assertThat(page.locator("form.ld-form")).not().isVisible();
    }
}
