package id.lindungdesa.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import id.lindungdesa.Door;
import id.lindungdesa.LindungDesaTest;
import id.lindungdesa.calendar.ApplicationClock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;

/** Terms follow each other: none is lost, two in one seat are refused or shown, and an empty office is seen. */
@LindungDesaTest
class OfficeTermsTest {

    private static final String HEADER = "user,name,role,area,from,until,decree_number\n";

    @Autowired TestRestTemplate http;
    @Autowired Offices offices;
    @Autowired Accounts accounts;
    @Autowired ApplicationClock clock;

    private Door door;

    @BeforeEach
    void open() {
        door = new Door(http);
    }

    @AfterEach
    void backToday() {
        clock.backToTrueTime();
    }

    @Test
    void aSecondTermOfTheSamePersonLeavesTheFirstReadable() {
        door.appoint(HEADER + "trm.dua,Camat Dua,camat,85.10.01,2020-01-01,,SK 1\n");
        door.appoint(HEADER + "trm.dua,Camat Dua,camat,85.10.01,2024-01-01,2099-12-31,SK 2\n");

        JsonNode history = history("camat", "85.10.01");
        assertThat(history.findValuesAsText("decreeNumber")).containsExactly("SK 2", "SK 1");
        assertThat(history.get(1).get("until").asText()).isEqualTo("2023-12-31");
        assertThat(history.get(1).get("plannedUntil").isNull()).isTrue();
        assertThat(history.get(1).get("endDecree").asText()).isEqualTo("SK 2");
        assertThat(accounts.groupsOf("trm.dua")).contains("camat-85.10.01");
    }

    @Test
    void aListSentAgainNeitherDoublesNorBringsBackTheDismissed() {
        String list = HEADER + "trm.lagi,Camat Lagi,camat,85.10.02,2020-01-01,,SK 1\n";
        door.appoint(list);
        door.appoint(list);
        JsonNode once = history("camat", "85.10.02");
        assertThat(once).hasSize(1);

        door.expect(204, door.post("admin", "/api/offices/terms/" + once.get(0).get("termId").asText() + "/end",
                Map.of("reason", "Pindah tugas", "decreeNumber", "SK 9")));
        door.appoint(list);

        assertThat(accounts.groupsOf("trm.lagi")).isEmpty();
        JsonNode history = history("camat", "85.10.02");
        assertThat(history).hasSize(1);
        assertThat(history.get(0).get("endReason").asText()).isEqualTo("Pindah tugas");
        assertThat(history.get(0).get("endDecree").asText()).isEqualTo("SK 9");
        assertThat(history.get(0).get("endedBy").asText()).isEqualTo("admin");
    }

    @Test
    void aRenewedTermTakesNothingAwayOnItsDay() {
        clock.travelTo(LocalDate.of(2023, 5, 1));
        door.appoint(HEADER + "trm.sambung,Camat Sambung,camat,85.10.03,2020-01-01,2023-05-10,SK 1\n"
                + "trm.sambung,Camat Sambung,camat,85.10.03,2023-05-11,,SK 2\n");
        clock.travelTo(LocalDate.of(2023, 5, 11));
        offices.followTerms();

        assertThat(accounts.groupsOf("trm.sambung")).contains("camat-85.10.03", "peran.camat", "official");
        assertThat(history("camat", "85.10.03").findValuesAsText("until")).containsExactly("null", "2023-05-10");
    }

    @Test
    void twoInOneSeatAreRefusedOneByOneAndShownFromAList() {
        door.appoint(HEADER + "trm.satu,Camat Satu,camat,85.10.04,2020-01-01,,SK 1\n");

        var refused = door.post("admin", "/api/offices/appointments", appointment("trm.lain", "camat", "85.10.04"));
        assertThat(door.expect(409, refused).get("code").asText()).isEqualTo("OFFICE_HELD");
        assertThat(refused.getBody()).contains("Camat Satu");
        assertThat(accounts.exists("trm.lain")).as("nothing half done").isFalse();

        JsonNode listed = door.appoint(HEADER + "trm.dobel,Camat Dobel,camat,85.10.04,2021-01-01,,SK 2\n");
        assertThat(listed.get("overlaps").findValuesAsText("code")).containsExactly("OFFICE_ALSO_HELD");
        assertThat(office("camat", "85.10.04").get("state").asText()).isEqualTo("OVERLAPPING");
        assertThat(door.expect(201, door.post("admin", "/api/offices/appointments", appointment("trm.opr1", "operator", "85.10.04.2001")))
                .get("firstPassword").asText()).hasSizeGreaterThan(11);
        door.expect(201, door.post("admin", "/api/offices/appointments", appointment("trm.opr2", "operator", "85.10.04.2001")));
        assertThat(office("operator", "85.10.04.2001").get("state").asText()).as("several desks").isEqualTo("HELD");
    }

    @Test
    void anAppointmentNamesItsLetter() {
        Map<String, Object> without = appointment("trm.tanpa", "camat", "85.10.05");
        without.remove("decreeNumber");

        assertThat(door.expect(422, door.post("admin", "/api/offices/appointments", without)).get("code").asText()).isEqualTo("DECREE_REQUIRED");
        assertThat(door.expect(422, door.post("admin", "/api/offices/appointments", appointment("trm.salah", "camat", "85.10")))
                .get("code").asText()).isEqualTo("BAD_AREA");
    }

    @Test
    void theLastAdministratorStays() {
        String term = history("admin", "").get(0).get("termId").asText();

        assertThat(door.expect(409, door.post("admin", "/api/offices/terms/" + term + "/end",
                Map.of("reason", "Pindah tugas", "decreeNumber", "SK 9"))).get("code").asText()).isEqualTo("LAST_ADMINISTRATOR");
    }

    @Test
    void anOfficeWithoutAHolderShowsAsVacantAndIsTold() {
        door.appoint(HEADER + "trm.kosong,Kades Kosong,kades,85.10.06.2001,2020-01-01,,SK 1\n");
        assertThat(office("kades", "85.10.06.2001").get("state").asText()).isEqualTo("HELD");
        String term = history("kades", "85.10.06.2001").get(0).get("termId").asText();

        door.expect(204, door.post("admin", "/api/offices/terms/" + term + "/end",
                Map.of("reason", "Meninggal dunia", "decreeNumber", "SK 2")));

        JsonNode vacant = door.get("admin", "/api/offices?state=vacant&area=85.10.06");
        assertThat(vacant.get("total").asInt()).isOne();
        assertThat(vacant.get("items").get(0).get("title").asText()).isEqualTo("Kepala Desa 85.10.06.2001");
        assertThat(vacant.get("items").get(0).get("vacantSince").asText()).isEqualTo(LocalDate.now(clock).toString());
    }

    private JsonNode office(String role, String area) {
        JsonNode found = door.get("admin", "/api/offices?role=" + role + "&area=" + area).get("items");
        return StreamSupport.stream(found.spliterator(), false).filter(one -> one.get("area").asText().equals(area)).findFirst().orElseThrow();
    }

    private JsonNode history(String role, String area) {
        return door.get("admin", "/api/offices/terms?role=" + role + "&area=" + area);
    }

    private static Map<String, Object> appointment(String user, String role, String area) {
        return new HashMap<>(Map.of("user", user, "name", "Nama Uji", "role", role, "area", area, "from", "2022-01-01",
                "decreeNumber", "SK 3"));
    }
}
