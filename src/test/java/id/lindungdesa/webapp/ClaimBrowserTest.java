package id.lindungdesa.webapp;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import id.lindungdesa.LindungDesaTest;
import id.lindungdesa.claim.ClaimStage;
import id.lindungdesa.enrolment.Worker;
import id.lindungdesa.ledger.Ledger;
import java.util.UUID;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A family's claim in Tasklist, from the village's start form to the money at the widow: every form once. */
@LindungDesaTest
class ClaimBrowserTest {

    static final String PDF = "%PDF-1.4\n%%EOF\n";

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
    @Autowired
    JdbcClient jdbc;

    @Test
    void aClaimGoesFromTheVillageToTheWidow() {
        stage.set();
        stage.clearDesks();
        Worker worker = stage.coveredWorker();
        try (Browser browser = Browser.on(port)) {
            UUID claim = filed(browser, worker);

            Page officer = opened(browser, ClaimStage.OFFICER, claim);
            assertThat(officer.locator(".ld-documents")).containsText("akta.pdf");
            officer.locator("#complete").selectOption("false");
            Locator akta = officer.locator(".ld-paper[data-kind=AKTA_KEMATIAN]");
            assertThat(akta.getByText("Lihat akta.pdf")).hasAttribute("href", Pattern.compile("/api/documents/.+inline=true"));
            akta.getByLabel("Penilaian").selectOption("REFUSED");
            Browser.picture(officer, "claim-check");
            done(officer);
            assertThat(officer.locator("#note + .ld-fault")).hasText("Wajib diisi.");
            assertThat(akta.locator(".ld-fault")).hasText("Pilih alasannya.");
            akta.getByLabel("Penilaian").selectOption("ACCEPTED");
            officer.locator("#note").fill("Surat keterangan ahli waris belum ada.");
            done(officer);
            gone(officer);

            Page village = opened(browser, ClaimStage.OPERATOR, claim);
            assertThat(village.locator("form.ld-form")).containsText("Surat keterangan ahli waris belum ada.");
            assertThat(village.locator(".ld-upload-kind").filter(new Locator.FilterOptions().setHasText("Surat keterangan ahli waris")))
                    .containsText("Keadaan: belum ada. Diterbitkan oleh: ");
            Locator police = village.getByText("Laporan polisi (kecelakaan lalu lintas)");
            assertThat(police).not().isVisible();       // nobody asks for it
            village.getByText(Pattern.compile("Dokumen lain \\(\\d+\\)")).click();
            assertThat(police).isVisible();
            village.getByLabel("Surat keterangan ahli waris").setInputFiles(new FilePayload("waris.pdf", "application/pdf", PDF.getBytes()));
            assertThat(village.getByText("Keadaan: belum ada. Diterbitkan oleh: Kepala desa/lurah")).not().isVisible();
            assertThat(village.locator("form .ld-files").filter(new Locator.FilterOptions()
                    .setHasText("waris.pdf"))).isVisible();
            Browser.picture(village, "claim-supply");
            done(village);
            gone(village);

            officer = opened(browser, ClaimStage.OFFICER, claim);
            officer.locator("#complete").selectOption("true");
            done(officer);
            gone(officer);
            officer = opened(browser, ClaimStage.OFFICER, claim);
            assertThat(officer.locator("form.ld-form")).containsText("Rp42.000.000");
            assertThat(officer.locator("form.ld-form")).containsText("PP 82/2019 Pasal 34 (santunan sekaligus)");
            assertThat(officer.locator("form.ld-form")).containsText(worker.name());
            assertThat(officer.locator("form.ld-form")).not().containsText(worker.nik());
            officer.getByText("Hentikan hitungan waktu").click();
            officer.getByLabel("Menunggu").selectOption("COURT");
            officer.getByLabel("Apa yang ditunggu").fill("Penetapan ahli waris");
            officer.getByText("Hentikan", new Page.GetByTextOptions().setExact(true)).click();
            assertThat(officer.locator(".ld-clock")).containsText("menunggu pengadilan: Penetapan ahli waris");
            assertThat(officer.locator(".ld-sheet")).containsText("Pengadilan sejak");
            officer.getByText("Lanjutkan hitungan waktu").click();
            assertThat(officer.getByText("Hentikan hitungan waktu")).isVisible();
            officer.locator("#approved").selectOption("true");
            Browser.picture(officer, "claim-confirm");
            done(officer);
            gone(officer);

            agreed(browser, ClaimStage.HEAD, claim, "claim-approve");
            agreed(browser, ClaimStage.BRANCH_HEAD, claim, "claim-approve-above-limit");

            Page finance = opened(browser, ClaimStage.FINANCE, claim);
            assertThat(finance.locator(".ld-row")).containsText("Istri Uji (Istri/suami)");
            Locator filed = finance.locator(".ld-steps").getByText("Pendaftaran klaim");
            assertThat(filed).not().isVisible();
            finance.getByText("6 langkah sebelumnya").click();
            assertThat(filed).isVisible();
            finance.locator("#bankReference").fill("BNI/2026-1");
            done(finance);
            assertThat(finance.locator(".ld-error")).containsText("belum diperiksa");
            finance.locator("#holder1").fill("HJ. ISTRI UJI");
            Browser.picture(finance, "claim-pay");
            done(finance);
            gone(finance);

            String process = runtime.createProcessInstanceQuery().processInstanceBusinessKey(claim.toString()).singleResult().getId();
            jobs.executeJob(jobs.createJobQuery().processInstanceId(process).singleResult().getId());
            assertThat(ledger.balance("claim/%s/payee/1".formatted(claim))).isEqualTo(42_000_000);
        }
    }

    private UUID filed(Browser browser, Worker worker) {
        Page page = browser.loggedIn("tasklist", ClaimStage.OPERATOR, ClaimStage.PASSWORD);
        page.getByText("Mulai proses").click();
        page.locator(".modal-body").getByText("Klaim jaminan kematian").click();
        page.locator("#workerNik").fill("9401019999990001");
        page.locator("#eventDate").fill(stage.today().toString());
        page.locator("#cause").selectOption("ILLNESS");
        page.locator("#reporterName").fill("Kepala Dusun");
        page.locator("#heirName1").fill("Istri Uji");
        page.locator("#heirNik1").fill("9401014101810001");
        page.locator("#heirRelation1").selectOption("SPOUSE");
        page.locator("#heirAccount1").fill("1234567890");
        page.getByLabel("Akta kematian atau surat keterangan kematian")
                .setInputFiles(new FilePayload("akta.pdf", "application/pdf", PDF.getBytes()));
        assertThat(page.locator("form .ld-files").filter(new Locator.FilterOptions()
                .setHasText("akta.pdf"))).isVisible();
        page.locator(".modal-footer .btn-primary").click();
        assertThat(page.locator("#workerNik + .ld-fault")).containsText("tidak terdaftar");
        Browser.held(page, "claim-start");
        page.locator("#workerNik").fill(worker.nik());
        page.locator(".modal-footer .btn-primary").click();
        assertThat(page.locator(".modal-body")).not().isVisible();
        return jdbc.sql("select id from claim_claim where worker_id = :worker").param("worker", worker.id())
                .query(UUID.class).single();
    }

    private void agreed(Browser browser, String user, UUID claim, String picture) {
        Page page = opened(browser, user, claim);
        page.locator("#approved").selectOption("false");
        done(page);
        assertThat(page.locator("#outcome + .ld-fault")).hasText("Wajib diisi.");
        page.locator("#approved").selectOption("true");
        Browser.picture(page, picture);
        done(page);
        gone(page);
    }

    /** The task of that claim, taken; other tests leave tasks of theirs in the same list. */
    private Page opened(Browser browser, String user, UUID claim) {
        String number = jdbc.sql("select number from claim_claim where id = :id").param("id", claim).query(String.class).single();
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
