package id.lindungdesa.webapp;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.FilePayload;
import id.lindungdesa.LindungDesaTest;
import id.lindungdesa.identity.Appointment;
import id.lindungdesa.identity.Offices;
import id.lindungdesa.identity.Role;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A start form whose answer is lost on its way begins one case, however often and from wherever it is sent again. */
@LindungDesaTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LostStartBrowserTest {

    private static final String HEAD = "kades-60";
    private static final String START = "**/submit-form";
    private static final String STANDING = "**/api/start/trial-form/**";

    @LocalServerPort
    int port;
    @Autowired
    Offices offices;
    @Autowired
    RepositoryService repository;
    @Autowired
    HistoryService history;
    @Autowired
    @Qualifier("permissions")
    ApplicationRunner permissions;

    Browser browser;
    Page page;

    @BeforeAll
    void aVillageHead() throws Exception {
        browser = Browser.on(port);
        offices.appoint(List.of(new Appointment(1, HEAD, "Tono Kades", Role.KADES, "60.01.01.2001", LocalDate.of(2020, 1, 1), null, "SK 60")),
                List.of(), user -> TaskFormTest.PASSWORD);
        TrialTasks.deploy(repository);
        permissions.run(null);
        page = browser.loggedIn("tasklist", HEAD, TaskFormTest.PASSWORD);
    }

    @BeforeEach
    void nothingPosted() {
        TrialTasks.POSTED.clear();
        opened();
    }

    @AfterEach
    void theLineIsMended() {
        page.unrouteAll();
    }

    @AfterAll
    void close() {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void heIsToldThatItIsRecorded() {
        filled("Perihal pertama");
        page.route(START, LostStartBrowserTest::doneAndUnheard);
        begin();
        assertThat(page.locator(".modal-body")).not().isVisible();
        assertThat(page.locator(".ld-told")).containsText("Sudah tercatat, Desa Uji Coba (96.01.01.2001), pada ");
        Browser.picture(page, "start-recorded");
        onlyOneHasBegun();
    }

    @Test
    void theDoorBeginsACaseOnce() throws Exception {
        String id = UUID.randomUUID().toString();
        TrialTasks.POSTED.put(id, "Perihal di pintu");
        TasklistLogin door = new TasklistLogin(port, HEAD, TaskFormTest.PASSWORD);
        assertThat(started(door, id).statusCode()).isEqualTo(200);
        var again = started(door, id);
        assertThat(again.statusCode()).as(again.body()).isEqualTo(409);
        assertThat(again.body()).contains("sudah tercatat dan tidak dicatat dua kali");
        onlyOneHasBegun();
    }

    private HttpResponse<String> started(TasklistLogin door, String id) throws Exception {
        String definition = repository.createProcessDefinitionQuery().processDefinitionKey(TrialTasks.PROCESS).latestVersion().singleResult().getId();
        return door.post("/camunda/api/engine/engine/default/process-definition/" + definition + "/submit-form",
                "{\"businessKey\": \"%s\", \"variables\": {\"trialId\": {\"value\": \"%s\", \"type\": \"String\"}}}".formatted(id, id), door.token());
    }

    /** The line stays dead for a while, and he changes what he wrote before he presses again. */
    @Test
    void whatIsPressedAgainBeginsNothingMore() {
        filled("Perihal kedua");
        page.route(START, LostStartBrowserTest::doneAndUnheard);
        page.route(STANDING, Route::abort);
        begin();
        assertThat(page.locator(".ld-box")).containsText("Belum diketahui apakah yang Anda kirim sudah tercatat");
        page.locator("#subject").fill("Perihal kedua, diperbaiki");
        begin();
        assertThat(page.locator(".ld-box p")).containsText("Belum diketahui");
        page.unrouteAll();
        begin();
        assertThat(page.locator(".ld-told")).containsText("Sudah tercatat");
        assertThat(page.locator(".modal-body")).not().isVisible();
        onlyOneHasBegun();
    }

    /** He gives up and closes the page; the form that he opens later knows what became of it. */
    @Test
    void anotherPageKnowsIt() {
        filled("Perihal ketiga");
        page.route(START, LostStartBrowserTest::doneAndUnheard);
        page.route(STANDING, Route::abort);
        begin();
        assertThat(page.locator(".ld-box")).containsText("Belum diketahui");
        page.unrouteAll();
        opened();
        assertThat(page.locator(".ld-told")).containsText("dengan isian Anda yang terakhir. Formulir ini kosong untuk yang berikutnya.");
        assertThat(page.locator("#subject")).hasValue("");
        onlyOneHasBegun();
    }

    /** The answer to the data is lost, and not that to the start: the draft's key makes one of both. */
    @Test
    void dataThatWerePostedAreNotPostedAnew() {
        filled("Perihal keempat");
        page.route("**/api/trial/cases", LostStartBrowserTest::doneAndUnheard);
        begin();
        assertThat(page.locator(".ld-box")).containsText("Server tidak dapat dihubungi");
        assertThat(TrialTasks.POSTED).hasSize(1);
        page.unrouteAll();
        opened();
        assertThat(page.locator("#subject")).hasValue("Perihal keempat");
        page.locator("#annex").setInputFiles(annex());
        begin();
        assertThat(page.locator(".ld-told")).containsText("Sudah tercatat");
        onlyOneHasBegun();
    }

    /** What was changed in between is something else, and goes under a key of its own. */
    @Test
    void otherDataAreTakenForWhatTheyAre() {
        filled("Perihal kelima");
        page.route("**/api/trial/cases", LostStartBrowserTest::doneAndUnheard);
        begin();
        assertThat(page.locator(".ld-box")).containsText("Server tidak dapat dihubungi");
        page.unrouteAll();
        opened();
        assertThat(page.locator("#subject")).hasValue("Perihal kelima");
        page.locator("#subject").fill("Perihal lain");
        page.locator("#annex").setInputFiles(annex());
        begin();
        assertThat(page.locator(".ld-told")).containsText("Sudah tercatat");
        assertThat(begun()).singleElement().asString().contains("Perihal lain");
    }

    private void opened() {
        page.navigate("about:blank");
        page.navigate("/camunda/app/tasklist/default/");
        page.locator(".start-process-action a").first().click();
        page.locator(".modal-body").getByText("Formulir uji").click();
        page.locator("form.ld-form.ld-ready").waitFor();
    }

    private void filled(String subject) {
        page.locator("#subject").fill(subject);
        page.locator("#share").fill("70");
        page.locator("#annex").setInputFiles(annex());
    }

    private static FilePayload annex() {
        return new FilePayload("lampiran.csv", "text/csv", "a,b".getBytes());
    }

    private void begin() {
        page.locator(".modal-footer .btn-primary").click();
    }

    private static void doneAndUnheard(Route route) {
        route.fetch();
        route.abort();
    }

    private void onlyOneHasBegun() {
        assertThat(TrialTasks.POSTED).hasSize(1);
        assertThat(begun()).hasSize(1);
    }

    /** What the cases of this test were begun with. */
    private List<String> begun() {
        return history.createHistoricProcessInstanceQuery().processDefinitionKey(TrialTasks.PROCESS).list().stream()
                .filter(one -> TrialTasks.POSTED.containsKey(one.getBusinessKey())).map(one -> TrialTasks.POSTED.get(one.getBusinessKey())).toList();
    }
}
