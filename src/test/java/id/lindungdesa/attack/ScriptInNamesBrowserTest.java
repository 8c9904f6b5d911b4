package id.lindungdesa.attack;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import id.lindungdesa.Door;
import id.lindungdesa.LindungDesaTest;
import id.lindungdesa.calendar.WorkingDays;
import id.lindungdesa.enrolment.Worker;
import id.lindungdesa.identity.Appointment;
import id.lindungdesa.identity.Offices;
import id.lindungdesa.identity.Role;
import id.lindungdesa.premium.CoverFixture;
import id.lindungdesa.region.Regions;
import id.lindungdesa.webapp.Browser;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A village, a worker, an heir, a reporter and an official whose names are elements that run a script, and a note like
 * them: what Tasklist and Cockpit show of them is their text.
 */
@LindungDesaTest
class ScriptInNamesBrowserTest {

    private static final String VILLAGE = "33.02.01.2001";
    private static final String OPERATOR = "skrip-operator";
    private static final String OFFICER = "skrip-verifikator";
    private static final String PASSWORD = "Rahasia-uji-123";
    private static final String NAME = "<img src=x onerror=window.attacked=1>";

    @LocalServerPort
    int port;
    @Autowired
    TestRestTemplate http;
    @Autowired
    Regions regions;
    @Autowired
    Offices offices;
    @Autowired
    CoverFixture covers;
    @Autowired
    RuntimeService runtime;
    @Autowired
    TaskService tasks;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    Clock clock;

    @Test
    void aNameIsATextWhereverItIsShown() {
        Door door = door();
        String claim = claim(door);
        String instance = runtime.createProcessInstanceQuery().processInstanceBusinessKey(claim).singleResult().getId();

        try (Browser browser = Browser.on(port)) {
            Page officer = browser.loggedIn("tasklist", OFFICER, PASSWORD);
            Locator card = officer.locator(".tasks-list li.task").filter(new Locator.FilterOptions().setHasText("onerror"));
            assertThat(card).containsText(NAME);
            card.click();
            assertThat(officer.locator("form.ld-form")).containsText("Pekerja " + NAME);
            assertThat(officer.locator("form.ld-form")).containsText("Waris " + NAME);
            harmless(officer);

            take(door, OFFICER, claim);
            door.complete(OFFICER, claim, "UserTask_CheckCompleteness", Map.of("complete", false, "note", "Catatan " + NAME));

            Page village = browser.loggedIn("tasklist", OPERATOR, PASSWORD);
            village.locator(".tasks-list li.task").filter(new Locator.FilterOptions().setHasText("onerror")).click();
            assertThat(village.locator("form.ld-form")).containsText("Catatan " + NAME);
            assertThat(village.locator("form.ld-form")).containsText("Pejabat " + NAME);
            harmless(village);

            String waiting = runtime.createExecutionQuery().processInstanceId(instance).activityId("UserTask_SupplyDocuments").singleResult().getId();
            runtime.createIncident("uji", waiting, null, "Kegagalan " + NAME);
            Page admin = browser.loggedIn("cockpit", "admin", PASSWORD);
            admin.navigate("/camunda/app/cockpit/default/#/process-instance/" + instance + "/runtime?tab=user-tasks-tab");
            assertThat(admin.locator("body")).containsText("Lengkapi berkas");
            harmless(admin);
            admin.navigate("/camunda/app/cockpit/default/#/process-instance/" + instance + "/runtime?tab=incidents-tab");
            assertThat(admin.locator("body")).containsText("Kegagalan " + NAME);
            harmless(admin);
        } finally {
            runtime.deleteProcessInstance(instance, "uji selesai");
        }
    }

    private static void harmless(Page page) {
        assertThat(page.locator("img[src=x]")).hasCount(0);
        assertThat(page.evaluate("() => window.attacked")).as("a script in a name ran").isNull();
    }

    private Door door() {
        regions.replace(2025, new ByteArrayInputStream(("""
                code,name,kind,district_code,district_name,regency_code,regency_name,province_code,province_name
                33.02.01.2001,NAME,desa,33.02.01,Hulu NAME,33.02,Kabupaten NAME,33,Provinsi NAME
                """.replace("NAME", NAME)).getBytes(StandardCharsets.UTF_8)));
        regions.assignBranches(new ByteArrayInputStream("branch,regency_code\nuji-skrip,33.02\n".getBytes(StandardCharsets.UTF_8)));
        offices.appoint(List.of(official(OPERATOR, Role.OPERATOR, VILLAGE), official(OFFICER, Role.BPJS_VERIFIKATOR, "uji-skrip")),
                List.of(), user -> PASSWORD);
        Door door = new Door(http);
        door.knows(OPERATOR, PASSWORD);
        door.knows(OFFICER, PASSWORD);
        return door;
    }

    private static Appointment official(String user, Role role, String area) {
        return new Appointment(1, user, "Pejabat " + NAME, role, area, LocalDate.of(2020, 1, 1), null, "SK 1");
    }

    private String claim(Door door) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), WorkingDays.JAKARTA);
        Worker worker = covers.covered(VILLAGE, today.minusMonths(6), today.plusMonths(1));
        jdbc.sql("update enrolment_worker set name = :name where id = :id").param("name", "Pekerja " + NAME)
                .param("id", worker.id()).update();
        JsonNode filed = door.expect(201, door.post(OPERATOR, "/api/claims", Map.of("programme", "JKM", "workerNik", worker.nik(),
                "eventDate", today.toString(), "cause", "ILLNESS",
                "reporter", Map.of("name", "Pelapor " + NAME, "phone", "0812000000", "relation", "SPOUSE"),
                "heirs", List.of(Map.of("name", "Waris " + NAME, "nik", "3302014101810001", "relation", "SPOUSE", "account", "1234567890")),
                "documents", List.of(door.document(OPERATOR, "AKTA_KEMATIAN")))));
        return filed.get("id").asText();
    }

    private void take(Door door, String user, String claim) {
        door.post(user, "/engine-rest/task/" + tasks.createTaskQuery().processInstanceBusinessKey(claim).singleResult().getId()
                + "/claim", Map.of("userId", user));
    }
}
