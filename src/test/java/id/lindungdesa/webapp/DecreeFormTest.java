package id.lindungdesa.webapp;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import id.lindungdesa.LindungDesaTest;
import id.lindungdesa.region.Regions;
import id.lindungdesa.regulation.DecreeFixture;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A decree is drafted with its annex, returned, mended and reviewed in Tasklist, as the officials do. */
@LindungDesaTest
class DecreeFormTest {

    private static final List<String> VILLAGES = List.of("87.01.01.2001", "87.01.01.2002", "87.02.01.1001");

    @LocalServerPort
    int port;
    @Autowired
    ApplicationContext context;
    @Autowired
    Regions regions;
    @Autowired
    JdbcClient jdbc;

    @Test
    void aDecreeIsDraftedReturnedAndMended() {
        String number = "UJI-TASKLIST/" + UUID.randomUUID();
        DecreeFixture.in(context).appoint();
        regions.replace(DecreeFixture.EDITION, DecreeFixture.villageList("87", VILLAGES));
        try (Browser browser = Browser.on(port)) {
            Page drafter = browser.loggedIn("tasklist", DecreeFixture.DRAFTER, DecreeFixture.PASSWORD);
            Locator form = start(drafter);
            form.getByText("Tambah tahap").click();
            Map.ofEntries(Map.entry("number", number), Map.entry("title", "Bantuan keuangan khusus"), Map.entry("province", "87"),
                    Map.entry("fiscalYear", "2022"), Map.entry("edition", String.valueOf(DecreeFixture.EDITION)),
                    Map.entry("ceiling", "300000000"), Map.entry("tranche1", "30"), Map.entry("tranche2", "70"),
                    Map.entry("premiumSharePercent", "10"), Map.entry("workersPerVillage", "50"), Map.entry("monthsOfCover", "11"),
                    Map.entry("regulation1", "Pergub 16/2022"), Map.entry("article1", "Pasal 5"))
                    .forEach((id, value) -> form.locator("#" + id).fill(value));
            annex(form, "100.000.000");
            Browser.held(drafter, "start-decree");
            begin(drafter);
            assertThat(form.locator(".ld-box")).containsText("Baris 2: Tulis 100000000, tanpa titik");
            Browser.held(drafter, "start-decree-refused");

            annex(form, "100000000");
            begin(drafter);
            assertThat(form).not().isVisible();
            assertThat(state(number)).isEqualTo("LEGAL_REVIEW");

            Page reviewer = browser.loggedIn("tasklist", DecreeFixture.REVIEWER, DecreeFixture.PASSWORD);
            take(reviewer, number);
            assertThat(reviewer.locator("form.ld-form")).containsText("Kabupaten 87.01 (87.01)");
            assertThat(reviewer.locator("form.ld-form")).containsText("Rp300.000.000");
            assertThat(reviewer.locator("form.ld-form")).containsText("1 kelurahan dengan jumlah Rp100.000.000");
            reviewer.locator("#approved").selectOption("false");
            reviewer.locator("#note").fill("Lama perlindungan keliru");
            Browser.picture(reviewer, "review-legality");
            complete(reviewer);
            assertThat(state(number)).isEqualTo("RETURNED");

            drafter.reload();
            take(drafter, number);
            assertThat(drafter.locator("form.ld-form .ld-steps")).containsText("Lama perlindungan keliru");
            drafter.locator("#monthsOfCover").fill("12");
            drafter.locator("#resubmitted").selectOption("true");
            Browser.picture(drafter, "revise-decree");
            complete(drafter);
            assertThat(state(number)).isEqualTo("LEGAL_REVIEW");
            assertThat(jdbc.sql("select months_of_cover from regulation_decree where number = :number").param("number", number)
                    .query(Integer.class).single()).isEqualTo(12);
        }
    }

    private static Locator start(Page page) {
        page.locator(".start-process-action a").first().click();
        page.locator(".modal-dialog").getByText("Penetapan keputusan gubernur").click();
        Locator form = page.locator(".modal-dialog form.ld-form");
        form.waitFor();
        return form;
    }

    private static void annex(Locator form, String rupiah) {
        StringBuilder annex = new StringBuilder("kode_desa;rupiah\r\n");
        VILLAGES.forEach(code -> annex.append(code).append(';').append(rupiah).append("\r\n"));
        form.locator("#annex").setInputFiles(new FilePayload("lampiran.csv", "text/csv", annex.toString().getBytes()));
    }

    private static void begin(Page page) {
        page.locator(".modal-footer .btn-primary").click();
    }

    private static void take(Page page, String number) {
        page.locator(".tasks-list li.task").filter(new Locator.FilterOptions().setHasText(number)).first().click();
        page.locator(".meta .claim").click();
        assertThat(page.locator(".form-actions .btn-primary")).isEnabled();
    }

    private static void complete(Page page) {
        page.locator(".form-actions .btn-primary").click();
        assertThat(page.locator("form.ld-form")).not().isVisible();
    }

    private String state(String number) {
        return jdbc.sql("select state from regulation_decree where number = :number").param("number", number).query(String.class).single();
    }
}
