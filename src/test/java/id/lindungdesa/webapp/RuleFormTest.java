package id.lindungdesa.webapp;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import id.lindungdesa.LindungDesaTest;
import id.lindungdesa.grant.VillageFundFixture;
import id.lindungdesa.identity.Appointment;
import id.lindungdesa.identity.Offices;
import id.lindungdesa.identity.Role;
import id.lindungdesa.rulebook.NextRule;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A table proposed, returned and withdrawn in Tasklist, with its form's multipart and the difference on the reviewer's sheet. */
@LindungDesaTest
class RuleFormTest {

    private static final String PASSWORD = "Rahasia-uji-123";

    @LocalServerPort
    int port;
    @Autowired
    ApplicationContext context;
    @Autowired
    Offices offices;
    @Autowired
    JdbcClient jdbc;

    @Test
    void aTableIsProposedReturnedAndWithdrawn() throws Exception {
        offices.appoint(List.of(official("pengaju-26", Role.PENGELOLA_ATURAN), official("penelaah-26", Role.BIRO_HUKUM)), List.of(), user -> PASSWORD);
        NextRule next = NextRule.after(new ClassPathResource("processes/income-replacement.dmn").getContentAsString(StandardCharsets.UTF_8));
        String title = "Santunan sementara tidak mampu bekerja (STMB) mulai";
        try (Browser browser = Browser.on(port)) {
            Page proposer = browser.loggedIn("tasklist", "pengaju-26", PASSWORD);
            proposer.locator(".start-process-action a").first().click();
            proposer.locator(".modal-dialog").getByText("Perubahan tabel aturan").click();
            Locator form = proposer.locator(".modal-dialog form.ld-form");
            form.waitFor();
            assertThat(form.locator(".ld-download")).isHidden();
            form.locator("#decision").selectOption("income-replacement");
            Download table = proposer.waitForDownload(() -> form.getByText("Unduh tabel yang berlaku").click());
            assertThat(table.suggestedFilename()).isEqualTo("income-replacement.dmn");
            assertThat(Files.readString(table.path())).contains("<decision id=\"income-replacement\"");
            form.locator("#inForceOn").fill(next.inForceOn().plusYears(1).toString());
            form.locator("#reason").fill("Permenaker uji 1/2199");
            form.locator("#table").setInputFiles(new FilePayload("tabel.dmn", "application/xml", next.dmn().getBytes(StandardCharsets.UTF_8)));
            proposer.locator(".modal-footer .btn-primary").click();
            assertThat(form.locator(".ld-box")).containsText("Jawaban untuk peristiwa tanggal");
            Browser.held(proposer, "start-rule-change-refused");
            form.locator("#inForceOn").fill(next.inForceOn().toString());
            proposer.locator(".modal-footer .btn-primary").click();
            assertThat(form).not().isVisible();
            UUID id = jdbc.sql("select id from rulebook_version where decision_key = 'income-replacement' and state = 'COMPARING'").query(UUID.class).single();
            VillageFundFixture.in(context).executeJobs(id);

            Page reviewer = browser.loggedIn("tasklist", "penelaah-26", PASSWORD);
            take(reviewer, title);
            assertThat(reviewer.locator("form.ld-form")).containsText("Baris baru");
            assertThat(reviewer.locator("form.ld-form")).containsText("Permenaker uji 1/2199");
            reviewer.locator("#approved").selectOption("false");
            reviewer.locator("#note").fill("Pasalnya belum disebut");
            Browser.picture(reviewer, "review-rule");
            complete(reviewer);

            proposer.reload();
            take(proposer, title);
            assertThat(proposer.locator("form.ld-form .ld-steps")).containsText("Pasalnya belum disebut");
            proposer.locator("#resubmitted").selectOption("false");
            proposer.locator("#note").fill("Diajukan lagi tahun depan");
            Browser.picture(proposer, "revise-rule");
            complete(proposer);
            assertThat(jdbc.sql("select state from rulebook_version where id = :id").param("id", id).query(String.class).single()).isEqualTo("WITHDRAWN");
        }
    }

    private static Appointment official(String user, Role role) {
        return new Appointment(1, user, "Pejabat " + user, role, "", LocalDate.of(2020, 1, 1), null, "SK-UJI");
    }

    private static void take(Page page, String title) {
        page.locator(".tasks-list li.task").filter(new Locator.FilterOptions().setHasText(title)).first().click();
        page.locator(".meta .claim").click();
        assertThat(page.locator(".form-actions .btn-primary")).isEnabled();
    }

    private static void complete(Page page) {
        page.locator(".form-actions .btn-primary").click();
        assertThat(page.locator("form.ld-form")).not().isVisible();
    }
}
