package id.lindungdesa.webapp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import id.lindungdesa.Door;
import id.lindungdesa.LindungDesaTest;
import id.lindungdesa.grant.VillageFundFixture;
import id.lindungdesa.regulation.DecreeFixture;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.context.ApplicationContext;

/** A Camat leaves while a village's request lies with him: whoever is nearest above reads so until somebody has come. */
@LindungDesaTest
class VacancyTest {

    private static final String VILLAGE = "10.01.01.2001";

    @Autowired TestRestTemplate http;
    @Autowired ApplicationContext context;

    private Door door;

    @Test
    void theNearestAboveIsToldUntilTheOfficeIsFilled() {
        door = new Door(http);
        atTheCamat();
        assertThat(vacant("pmd.10.01")).isEmpty();
        dismissed("camat", "10.01.01");

        JsonNode told = onlyOf("pmd.10.01");
        assertThat(told.get("name").asText()).startsWith("Camat");
        assertThat(told.get("waiting").asInt()).isEqualTo(1);
        assertThat(vacant("kades." + VILLAGE)).as("nobody below").isEmpty();
        JsonNode tasks = door.get("pmd.10.01", "/api/offices/vacancies").get(0).get("waiting");
        assertThat(tasks.get(0).get("name").asText()).as("the case by its place").contains(VILLAGE);
        assertThat(areas("admin")).as("an administrator sees all").contains("10.01.01");
        assertThat(door.get("pmd.10.01", "/api/me/offices").get("overseer").asBoolean()).isTrue();

        door.expect(201, door.post("admin", "/api/offices/appointments", Map.of("user", "kosong.camat", "name", "Camat Baru",
                "role", "camat", "area", "10.01.01", "decreeNumber", "SK 10")));
        assertThat(vacant("pmd.10.01")).isEmpty();
    }

    @Test
    void whoeverIsAboveTheEmptyOfficeIsToldWhereItsOverseerIsGoneToo() {
        door = new Door(http);
        VillageFundFixture.in(context).appoint("10.02.01.2001");
        door.knows("pmd.10.02", VillageFundFixture.PASSWORD);
        dismissed("kades", "10.02.01.2001");
        dismissed("camat", "10.02.01");

        assertThat(areas("pmd.10.02")).containsExactlyInAnyOrder("10.02.01", "10.02.01.2001");
    }

    private List<String> areas(String user) {
        return door.get(user, "/api/offices/vacancies").findValuesAsText("area");
    }

    private List<JsonNode> vacant(String user) {
        return StreamSupport.stream(door.get(user, "/api/start").get("vacant").spliterator(), false).toList();
    }

    private JsonNode onlyOf(String user) {
        assertThat(vacant(user)).hasSize(1);
        return vacant(user).get(0);
    }

    private void dismissed(String role, String area) {
        JsonNode history = door.get("admin", "/api/offices/terms?role=%s&area=%s".formatted(role, area));
        door.expect(204, door.post("admin", "/api/offices/terms/" + history.get(0).get("termId").asText() + "/end",
                Map.of("reason", "Diberhentikan", "decreeNumber", "SK 9")));
    }

    private void atTheCamat() {
        VillageFundFixture fund = VillageFundFixture.in(context);
        UUID decree = DecreeFixture.in(context).inForce("10", List.of(VILLAGE), 100_000_000L, 100);
        fund.appoint(VILLAGE);
        for (String user : List.of("kades." + VILLAGE, "pmd.10.01")) {
            door.knows(user, VillageFundFixture.PASSWORD);
        }
        fund.open(decree);
        UUID request = fund.disbursement(decree, VILLAGE, 1);
        fund.requested(request);
        fund.sign(request, true, null);
    }
}
