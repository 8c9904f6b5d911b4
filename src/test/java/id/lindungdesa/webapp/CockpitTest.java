package id.lindungdesa.webapp;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import id.lindungdesa.LindungDesaTest;
import java.util.UUID;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** An administrator sees every process with its diagram and where its cases stand. */
@LindungDesaTest
class CockpitTest {

    @LocalServerPort
    int port;
    @Autowired
    RepositoryService repository;
    @Autowired
    RuntimeService runtime;

    @Test
    void showsAProcessWithItsDiagram() {
        TrialTasks.deploy(repository);
        runtime.startProcessInstanceByKey(TrialTasks.PROCESS, UUID.randomUUID().toString());
        try (Browser browser = Browser.on(port)) {
            Page page = browser.loggedIn("cockpit", "admin", "Rahasia-uji-123");

            page.navigate("/camunda/app/cockpit/default/#/processes");
            page.getByText("Formulir uji").first().click();

            assertThat(page.locator("[data-element-id=UserTask_Decide]").first()).isVisible();
            assertThat(page.locator(".ce-eol-banner")).not().isVisible();
            Browser.picture(page, "cockpit");
        }
    }
}
