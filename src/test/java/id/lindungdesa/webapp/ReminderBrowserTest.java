package id.lindungdesa.webapp;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import id.lindungdesa.LindungDesaTest;
import id.lindungdesa.grant.VillageFundFixture;
import id.lindungdesa.identity.Appointment;
import id.lindungdesa.identity.Offices;
import id.lindungdesa.identity.Role;
import id.lindungdesa.notice.MailStage;
import id.lindungdesa.regulation.DecreeFixture;
import id.lindungdesa.reminder.EscalationStage;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Clocks that are heard, in Tasklist: an official says where his reminders go, an overseer what he did about a delay. */
@LindungDesaTest
class ReminderBrowserTest {

    private static final String PASSWORD = "Rahasia-uji-123";

    @LocalServerPort
    int port;
    @Autowired
    Offices offices;
    @Autowired
    MailStage mails;
    @Autowired
    EscalationStage escalations;
    @Autowired
    ApplicationContext context;
    @Autowired
    TaskService tasks;
    @Autowired
    Clock clock;

    @BeforeEach
    @AfterEach
    void noMails() {
        mails.clear();
    }

    @Test
    void anOfficialGivesHisAddressAndLearnsThatItBounced() {
        appointed("surel.camat", Role.CAMAT, "89.01.01");
        mails.serverComes();
        try (Browser browser = Browser.on(port)) {
            Page page = browser.loggedIn("tasklist", "surel.camat", PASSWORD);
            page.locator(".ld-mail").click();
            page.locator("#ld-mail-address").fill("bukan alamat");
            page.getByText("Kirim kode").click();
            assertThat(page.locator("dialog .ld-fault")).containsText("tidak sah");
            page.locator("#ld-mail-address").fill("camat@kecamatan.example");
            page.getByText("Kirim kode").click();
            assertThat(page.locator("dialog")).containsText("Kode sudah dikirim ke camat@kecamatan.example");
            mails.sendAll();
            Browser.held(page, "mail-code");
            page.locator("#ld-mail-code").fill(code());
            page.getByText("Pakai alamat ini").click();
            assertThat(page.locator("dialog strong")).hasText("camat@kecamatan.example");
            page.getByText("Kirim kode").click();       // the code goes to the same server, which by now knows nobody
            assertThat(page.locator("dialog .ld-fault")).containsText("tidak sah");
            page.locator("#ld-mail-address").fill("camat@kecamatan.example");
            page.getByText("Kirim kode").click();
            assertThat(page.locator("dialog")).containsText("Kode sudah dikirim");
            mails.refuseAll();
            page.reload();
            assertThat(page.locator(".ld-mail")).hasText("E-mail saya: tidak sampai");
            page.locator(".ld-mail").click();
            assertThat(page.locator("dialog .ld-error").first()).containsText("550");
            Browser.held(page, "mail-bounced");
            page.locator("dialog").getByText("Tutup").click();
            assertThat(page.locator("dialog")).hasCount(0);
            page.navigate("/");
            assertThat(page.locator(".notices")).containsText("E-mail saya");
            assertThat(page.locator(".notices")).containsText("ditolak sejak");
        }
    }

    /** The operator should have asked for the village's money last week. */
    @Test
    void anOverseerSaysWhatHeDidAboutADelay() {
        String village = "89.02.01.2001";
        VillageFundFixture funds = VillageFundFixture.in(context);
        UUID decree = DecreeFixture.in(context).inForce("89", List.of(village), 50_000_000);
        funds.appoint(village);
        funds.open(decree);
        UUID request = funds.disbursement(decree, village, 1);
        Task late = tasks.createTaskQuery().processInstanceBusinessKey(request.toString()).singleResult();
        tasks.setDueDate(late.getId(), Date.from(clock.instant().minus(Duration.ofDays(5))));
        escalations.open(late.getId(), "village-grant", request);
        try (Browser browser = Browser.on(port)) {
            Page head = opened(browser, VillageFundFixture.user(Role.KADES, village), "Tindak lanjuti keterlambatan");
            assertThat(head.locator("form.ld-form")).containsText("Operator Desa Uji %s (%s)".formatted(village.substring(9), village));
            assertThat(head.locator("form.ld-form")).containsText("UU 25/2009 Pasal 35");
            head.locator(".form-actions .btn-primary").click();
            assertThat(head.locator("#action + .ld-fault")).hasText("Wajib diisi.");
            head.locator("#action").selectOption("ORDERED");
            head.locator("#note").fill("Operator diminta selesai besok.");
            Browser.picture(head, "escalation-form");
            head.locator(".form-actions .btn-primary").click();
            assertThat(head.locator("form.ld-form")).not().isVisible();

            Page operator = opened(browser, VillageFundFixture.user(Role.OPERATOR, village), "Siapkan permohonan pencairan");
            assertThat(operator.locator("form.ld-form")).containsText("Operator diminta selesai besok.");
            Browser.picture(operator, "escalation-on-case");
        }
    }

    private static Page opened(Browser browser, String user, String task) {
        Page page = browser.loggedIn("tasklist", user, VillageFundFixture.PASSWORD);
        page.locator(".tasks-list li.task").filter(new Locator.FilterOptions().setHasText(task)).first().click();
        page.locator(".meta .claim").click();
        assertThat(page.locator(".form-actions .btn-primary")).isEnabled();
        return page;
    }

    private String code() {
        Matcher code = Pattern.compile("Kodenya: (\\S+)").matcher(mails.arrived().get(0).text());
        assertThat(code.find()).isTrue();
        return code.group(1);
    }

    private void appointed(String user, Role role, String area) {
        offices.appoint(List.of(new Appointment(1, user, "Pejabat Uji", role, area, LocalDate.of(2020, 1, 1), null, "SK-UJI")), List.of(),
                name -> PASSWORD);
    }
}
