package id.lindungdesa.webapp;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import id.lindungdesa.LindungDesaTest;
import id.lindungdesa.bulk.BulkStage;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A verifier's morning: a dozen villages in one order, three of them apart, seen on a screen and on a phone. */
@LindungDesaTest
class BulkBrowserTest {

    private static final String DISTRICT = "84.01.01";
    private static final String SCRIPT = "Desa <img src=x onerror=\"document.title='terserang'\">";

    @LocalServerPort
    int port;
    @Autowired
    ApplicationContext context;
    @Autowired
    JdbcClient jdbc;

    @Test
    void aVerifierDecidesADozenVillagesWithThreeExceptions() {
        BulkStage stage = new BulkStage(context, "84");
        List<UUID> cases = stage.opened(BulkStage.villages(DISTRICT, 12));
        stage.toPmd(cases, "camat." + DISTRICT);
        jdbc.sql("update grant_disbursement set village_label = :label where id = :id").param("id", cases.get(11))
                .param("label", SCRIPT + " (" + DISTRICT + ".2012)").update();
        try (Browser browser = Browser.on(port)) {
            Page head = browser.loggedIn("tasklist", stage.head(), BulkStage.PASSWORD);
            Page page = browser.loggedIn("tasklist", "pmd.84.01", BulkStage.PASSWORD);
            List<String> errors = new ArrayList<>();
            page.onPageError(errors::add);
            page.locator(".ld-bulk-open").click();
            Locator dialog = page.locator("dialog.ld-bulk");
            assertThat(dialog.locator("tbody tr")).hasCount(12);
            assertThat(dialog).containsText(SCRIPT);

            dialog.getByLabel("Pilih semua yang tampil").check();
            assertThat(dialog.locator(".ld-bulk-totals")).hasText("Dipilih 12 dari 12 berkas · Rp1.200.000.000");
            dialog.locator("input[type=search]").fill("2003");
            assertThat(dialog.locator("tbody tr")).hasCount(1);
            apart(dialog, "2003", "otherwise", "");
            dialog.locator("input[type=search]").fill("");
            apart(dialog, "2001", "out", "Kepala desa diganti bulan ini");
            apart(dialog, "2002", "out", "Akan dilihat di lapangan");
            assertThat(dialog.locator(".ld-bulk-totals")).hasText(
                    "Dipilih 9 dari 12 berkas · Rp900.000.000 · 1 diputuskan sebaliknya · 2 dikecualikan");

            button(dialog, "Periksa dan lanjutkan").click();
            assertThat(dialog.locator(".ld-fault")).containsText("Isi alasan pengecualian");
            dialog.getByLabel(Pattern.compile("^Alasan untuk .*2003")).fill("Surat permohonan tidak terbaca");
            button(dialog, "Periksa dan lanjutkan").click();
            assertThat(dialog.locator(".ld-fault")).hasText("Pilih keputusan.");
            dialog.locator("fieldset select").selectOption("Lengkap dan benar");
            assertThat(dialog.locator(".ld-next").last()).containsText("desa menjadi siap dibayarkan");
            Browser.held(page, "bulk-list");
            button(dialog, "Periksa dan lanjutkan").click();
            assertThat(dialog.locator("dl")).containsText("9 berkas · Rp900.000.000");
            assertThat(dialog.locator("dl")).containsText("Kembalikan ke desa1 berkas · Rp100.000.000");
            Browser.held(page, "bulk-confirm");
            button(dialog, "Putuskan 10 berkas").click();
            assertThat(dialog).containsText("2 dari 12 berkas");

            page.keyboard().press("Escape");
            assertThat(dialog).not().isVisible();
            stage.workOff();
            page.locator(".ld-bulk-open").click();
            assertThat(dialog.locator("h3")).hasText("Selesai: Verifikasi Dinas PMD");
            assertThat(dialog.locator(".ld-bulk-totals")).containsText("10 berkas diputuskan · Rp1.000.000.000");
            assertThat(dialog.locator("tbody tr")).hasCount(12);
            assertThat(dialog.locator("tbody tr").first()).containsText("Kepala desa diganti bulan ini");
            assertThat(dialog.locator("tbody tr").nth(2)).containsText(Pattern.compile("2003.*Dikembalikan"));
            var file = page.waitForDownload(() -> dialog.getByText("Unduh hasil").click());
            assertThat(file.suggestedFilename()).endsWith(".xlsx");
            Browser.held(page, "bulk-result");
            button(dialog, "Tutup").click();
            assertThat(page.locator(".tasks-list li.task")).hasCount(2);        // at once, not in ten seconds
            assertThat(page.title()).isNotEqualTo("terserang");
            assertThat(errors).isEmpty();

            assertThat(head.locator(".ld-bulk-open")).hasCount(0);
            onAPhone(browser);
        }
        assertThat(jdbc.sql("select count(*) from grant_disbursement where state = 'READY' and regency_code = '84.01'")
                .query(Long.class).single()).isEqualTo(9);
    }

    /** What is picked on the cards is picked in the dialog, and the other way round; to pick a card is not to open it. */
    @Test
    void cardsArePickedInTheList() {
        String district = "84.03.01";
        BulkStage stage = new BulkStage(context, "84");
        List<UUID> cases = stage.opened(BulkStage.villages(district, 5));
        stage.toCamat(cases);
        try (Browser browser = Browser.on(port)) {
            Page page = browser.loggedIn("tasklist", "camat." + district, BulkStage.PASSWORD);
            Locator open = page.locator(".ld-bulk-open");
            Locator dialog = page.locator("dialog.ld-bulk");
            page.getByLabel(card("2002")).check();
            page.getByLabel(card("2004")).check();
            assertThat(open).hasText(Pattern.compile("Putuskan banyak \\(2\\)"));
            assertThat(page.url()).doesNotContain("task=");
            Browser.held(page, "bulk-cards");

            open.click();
            assertThat(dialog.locator("tbody tr")).hasCount(2);
            assertThat(dialog.locator(".ld-bulk-totals")).hasText("Dipilih 2 dari 5 berkas · Rp200.000.000");
            dialog.getByLabel(card("2002")).uncheck();
            dialog.getByLabel("Hanya yang sudah dipilih").uncheck();
            assertThat(dialog.locator("tbody tr")).hasCount(5);
            dialog.getByLabel(card("2005")).check();
            button(dialog, "Tutup").click();
            assertThat(page.locator(".tasks-list").getByLabel(card("2002"))).not().isChecked();
            assertThat(page.locator(".tasks-list").getByLabel(card("2005"))).isChecked();

            page.locator(".tasks-list").getByLabel(card("2001")).check();
            page.locator(".tasks-list").getByLabel(card("2005")).uncheck();
            stage.as("camat2." + district, cases.get(3), "UserTask_RecommendRequest", "approved", true, "note", null);
            open.click();
            assertThat(dialog).containsText("1 berkas yang Anda pilih tidak lagi menunggu Anda.");
            assertThat(dialog.locator(".ld-bulk-totals")).hasText("Dipilih 1 dari 4 berkas · Rp100.000.000");
            dialog.locator("fieldset select").selectOption(new com.microsoft.playwright.options.SelectOption().setIndex(1));
            button(dialog, "Periksa dan lanjutkan").click();
            button(dialog, "Putuskan 1 berkas").click();
            assertThat(dialog).containsText("0 dari 1 berkas");
            stage.workOff();
            assertThat(dialog.locator("h3")).hasText("Selesai: Rekomendasi Camat");
            button(dialog, "Tutup").click();
            assertThat(page.locator(".tasks-list li.task")).hasCount(3);
            assertThat(open).hasText(Pattern.compile("Putuskan banyak$"));
        }
        assertThat(jdbc.sql("select state from grant_disbursement where id = :id").param("id", cases.get(0)).query(String.class).single())
                .isNotEqualTo(jdbc.sql("select state from grant_disbursement where id = :id").param("id", cases.get(1)).query(String.class).single());
    }

    private static Pattern card(String village) {
        return Pattern.compile("^Pilih .*" + village);
    }

    /**
     * Others decide some of the lines while the order is being worked off: the rest goes through, each of theirs says who
     * was there first. With -Dbulk.lines=1500 -Dbulk.meanwhile=40 as large as a province.
     */
    @Test
    void whatOthersDecidedMeanwhileIsToldLineByLine() {
        int many = Integer.getInteger("bulk.lines", 30);
        int meanwhile = Integer.getInteger("bulk.meanwhile", 4);
        String district = "84.02.01";
        BulkStage stage = new BulkStage(context, "84");
        List<UUID> cases = stage.opened(BulkStage.villages(district, many));
        stage.toCamat(cases);
        try (Browser browser = Browser.on(port)) {
            Page page = browser.loggedIn("tasklist", "camat." + district, BulkStage.PASSWORD);
            page.locator(".ld-bulk-open").click();
            Locator dialog = page.locator("dialog.ld-bulk");
            assertThat(dialog.locator(".ld-bulk-totals")).containsText("dari %s berkas".formatted(grouped(many)));
            dialog.getByLabel("Pilih semua yang tampil").check();
            dialog.locator("fieldset select").selectOption(new com.microsoft.playwright.options.SelectOption().setIndex(1));
            button(dialog, "Periksa dan lanjutkan").click();
            button(dialog, "Putuskan %s berkas".formatted(grouped(many))).click();
            assertThat(dialog).containsText("dari %s berkas".formatted(grouped(many)));
            cases.subList(many - meanwhile, many).forEach(one ->
                    stage.as("camat2." + district, one, "UserTask_RecommendRequest", "approved", true, "note", null));
            stage.workOff();
            assertThat(dialog.locator("h3")).hasText("Selesai: Rekomendasi Camat");
            assertThat(dialog.locator(".ld-bulk-totals")).containsText("%s berkas diputuskan".formatted(grouped(many - meanwhile)));
            assertThat(dialog).containsText("Sudah diputuskan oleh Pejabat camat2." + district);
            Browser.held(page, "bulk-meanwhile");
        }
    }

    private static String grouped(int number) {
        return String.format(java.util.Locale.GERMANY, "%,d", number);
    }

    /** Two villages are left; nothing of the dialog lies beside a screen of 390. */
    private static void onAPhone(Browser browser) {
        Page phone = browser.loggedIn("tasklist", "pmd.84.01", BulkStage.PASSWORD);
        phone.setViewportSize(390, 844);
        phone.locator(".ld-bulk-open").evaluate("link => link.click()");       // in the bar's menu
        Locator dialog = phone.locator("dialog.ld-bulk");
        assertThat(dialog.locator("tbody tr")).hasCount(2);
        apart(dialog, "2001", "out", "Masih ditunggu");
        Browser.held(phone, "bulk-phone");
        assertThat(dialog.locator(".ld-bulk-body").evaluate("body => body.scrollWidth <= body.clientWidth && body.clientWidth <= 390"))
                .isEqualTo(true);
    }

    private static Locator button(Locator dialog, String name) {
        return dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    private static void apart(Locator dialog, String village, String what, String why) {
        dialog.getByLabel(Pattern.compile("^Kecualikan .*" + village)).click();
        dialog.getByLabel(Pattern.compile("^Yang terjadi dengan .*" + village)).selectOption(what);
        dialog.getByLabel(Pattern.compile("^Alasan untuk .*" + village)).fill(why);
    }
}
