package id.lindungdesa.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import id.lindungdesa.Door;
import id.lindungdesa.LindungDesaTest;
import id.lindungdesa.calendar.ApplicationClock;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpMethod;

@LindungDesaTest
class OfficesTest {

    private static final String HEADER = "user,name,role,area,from,until,decree_number\n";

    @Autowired
    TestRestTemplate http;
    @Autowired
    Offices offices;
    @Autowired
    Accounts accounts;
    @Autowired
    ApplicationClock clock;

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
    void appointsTheGoodLinesAndNamesEachFault() {
        JsonNode answer = door.appoint(HEADER + """
                off.camat,Camat Uji,camat,98.01.01,2020-01-01,,SK 1
                off.salah,Nama,raja,98.01,2020-01-01,,SK 1
                off.area,Nama,camat,98.01,2020-01-01,,SK 1
                off.tanpa,,gubernur,,2020-01-01,,SK 1
                off tanda,Nama,gubernur,,2020-01-01,,SK 1
                off.masa,Nama,gubernur,,2022-01-01,2021-01-01,SK 1
                off.tanggal,Nama,gubernur,,01/02/2022,,SK 1
                admin,Administrator,gubernur,,2020-01-01,,SK 1
                """);

        assertThat(answer.get("appointed").asInt()).isEqualTo(1);
        assertThat(answer.get("rejected").findValuesAsText("code")).containsExactlyInAnyOrder("UNKNOWN_ROLE", "BAD_AREA",
                "NAME_REQUIRED", "BAD_USER", "TERM_ENDS_BEFORE_START", "BAD_DATE", "ADMIN_HOLDS_NO_OFFICE");
        assertThat(answer.get("rejected").findValuesAsText("line")).contains("3", "4", "5", "6", "7", "8", "9");
        assertThat(accounts.groupsOf("off.camat")).containsExactlyInAnyOrder("camat-98.01.01", "peran.camat", "official");
    }

    @Test
    void tellsAFirstPasswordOnceAndItWorks() {
        JsonNode first = door.appoint(HEADER + "off.sekali,Nama,pmd,98.02,2020-01-01,,SK 1\n");
        JsonNode again = door.appoint(HEADER + "off.sekali,Nama,pmd,98.03,2020-01-01,,SK 2\n");

        assertThat(first.get("passwords")).hasSize(1);
        assertThat(again.get("passwords")).isEmpty();
        assertThat(door.get("off.sekali", "/engine-rest/task").isArray()).isTrue();
        assertThat(accounts.groupsOf("off.sekali")).contains("pmd-98.02", "pmd-98.03");
    }

    @Test
    void aTermBeginsAndEndsOnItsDay() {
        clock.travelTo(LocalDate.of(2023, 5, 1));
        door.appoint(HEADER + "off.masa2,Nama,bkad,98.04,2023-05-10,2023-05-20,SK 1\n");
        assertThat(accounts.groupsOf("off.masa2")).isEmpty();

        clock.travelTo(LocalDate.of(2023, 5, 10));
        offices.followTerms();
        assertThat(accounts.groupsOf("off.masa2")).contains("bkad-98.04", "official");

        clock.travelTo(LocalDate.of(2023, 5, 20));
        offices.followTerms();
        assertThat(accounts.groupsOf("off.masa2")).contains("bkad-98.04");

        clock.travelTo(LocalDate.of(2023, 5, 21));
        offices.followTerms();
        assertThat(accounts.groupsOf("off.masa2")).isEmpty();
    }

    @Test
    void onlyAnAdministratorAppoints() {
        door.appoint(HEADER + "off.biasa,Nama,pmd,98.05,2020-01-01,,SK 1\n");

        var answer = door.send("off.biasa", HttpMethod.PUT, "/api/offices", HEADER + "x,y,gubernur,,2020-01-01,,SK\n", "text/csv");

        assertThat(answer.getStatusCode().value()).isEqualTo(403);
    }

    @Test
    void aListWithoutAGoodLineIsRefusedWhole() {
        var answer = door.send("admin", HttpMethod.PUT, "/api/offices", HEADER + "x1,y,raja,,2020-01-01,,SK\n", "text/csv");

        assertThat(answer.getStatusCode().value()).isEqualTo(422);
        assertThat(answer.getBody()).contains("UNKNOWN_ROLE").contains("\"line\":2");
    }

    @Test
    void whoeverGuessesPasswordsIsSlowedDown() {
        String password = door.appoint(HEADER + "off.tebak,Nama,pmd,98.06,2020-01-01,,SK 1\n")
                .get("passwords").get(0).get("password").asText();
        for (int i = 0; i < 3; i++) {
            assertThat(accounts.matches("off.tebak", "salah" + i)).isFalse();
        }

        assertThat(accounts.matches("off.tebak", password)).as("even the right one has to wait").isFalse();

        clock.travelTo(clock.instant().plusSeconds(120));
        assertThat(accounts.matches("off.tebak", password)).isTrue();
    }

    @Test
    void anOfficialIsKnownByHisGroups() {
        Official camat = Official.of("u", "n", List.of("camat-15.04.03", "peran.camat", "official", "bpjs-kabid-muara-bungo", "gubernur"));

        assertThat(camat.holds(Role.CAMAT, "15.04.03")).isTrue();
        assertThat(camat.holds(Role.CAMAT, "15.04.04")).isFalse();
        assertThat(camat.holds(Role.BPJS_KABID, "muara-bungo")).isTrue();
        assertThat(camat.is(Role.GUBERNUR)).isTrue();
        assertThat(camat.offices()).hasSize(3);
        assertThat(Official.of("u", "n", List.of("camat-15.04.03")).oversees("15.04.03.2001")).isTrue();
        assertThat(Official.of("u", "n", List.of("camat-15.04.03")).oversees("15.04.30.2001")).isFalse();
        assertThat(Official.of("u", "n", List.of("kades-15.04.03.2001")).oversees("15.04.03.2002")).isFalse();
    }
}
