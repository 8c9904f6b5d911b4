package id.lindungdesa.grant;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import id.lindungdesa.Door;
import id.lindungdesa.LindungDesaTest;
import id.lindungdesa.identity.Role;
import id.lindungdesa.regulation.DecreeFixture;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseEntity;

/** Village money through {@code /engine-rest}, with passwords: the same rules as everywhere. */
@LindungDesaTest
class VillageGrantDoorTest {

    private static final String VILLAGE = "65.01.01.2001";
    private static final String NEIGHBOUR = "65.01.02.2001";

    @Autowired
    ApplicationContext context;
    @Autowired
    TestRestTemplate http;

    private VillageFundFixture fund;
    private Door door;
    private UUID disbursement;
    private String id;
    private String operator;

    @BeforeEach
    void anOpenedVillage() {
        fund = VillageFundFixture.in(context);
        fund.appoint(VILLAGE, NEIGHBOUR);
        UUID decree = DecreeFixture.in(context).inForce("65", List.of(VILLAGE, NEIGHBOUR), 100_000_000, 30, 70);
        fund.open(decree);
        disbursement = fund.disbursement(decree, VILLAGE, 1);
        id = disbursement.toString();
        operator = VillageFundFixture.user(Role.OPERATOR, VILLAGE);
        door = new Door(http);
        for (String user : List.of(operator, VillageFundFixture.user(Role.KADES, VILLAGE), camat(VILLAGE), camat(NEIGHBOUR))) {
            door.knows(user, VillageFundFixture.PASSWORD);
        }
    }

    @Test
    void aRequestIsUploadedAskedForAndSigned() {
        assertThat(door.get(operator, "/api/tasks/" + door.tasks(operator, "UserTask_PrepareRequest", id).get(0).get("id").asText() + "/sheet")
                .get("wanted").toString()).as("of all the papers the one that must be there").contains("SURAT_PERMOHONAN").doesNotContain("RAB");
        String letter = door.document(operator, "SURAT_PERMOHONAN");

        ResponseEntity<String> wrong = door.tryComplete(operator, id, "UserTask_PrepareRequest",
                Map.of("requestedRupiah", 35_000_000, "documentIds", letter));
        assertThat(wrong.getStatusCode().value()).isEqualTo(400);
        assertThat(wrong.getBody()).contains("Rp30.000.000");
        assertThat(door.tryComplete(operator, id, "UserTask_PrepareRequest", Map.of("documentIds", letter, "rupiah", 1))
                .getStatusCode().is4xxClientError()).isTrue();
        door.complete(operator, id, "UserTask_PrepareRequest", Map.of("requestedRupiah", 30_000_000, "documentIds", letter));
        assertThat(door.tryComplete(VillageFundFixture.user(Role.KADES, VILLAGE), id, "UserTask_SignRequest",
                Map.of("approved", false)).getBody()).contains("catatan");
        door.complete(VillageFundFixture.user(Role.KADES, VILLAGE), id, "UserTask_SignRequest", Map.of("approved", true));

        assertThat(fund.line(disbursement).state()).isEqualTo(Disbursement.State.AWAITING_RECOMMENDATION);
        // the Camat reads the letter that the operator stored, his neighbour does not
        assertThat(read(camat(VILLAGE), letter)).isEqualTo(200);
        assertThat(read(camat(NEIGHBOUR), letter)).isEqualTo(404);
    }

    @Test
    void anotherDistrictsTaskIsNeitherSeenNorDone() {
        fund.requested(disbursement);
        fund.sign(disbursement, true, null);
        JsonNode own = door.tasks(camat(VILLAGE), "UserTask_RecommendRequest", id);
        assertThat(own).hasSize(1);
        String task = own.get(0).get("id").asText();

        assertThat(door.tasks(camat(NEIGHBOUR), "UserTask_RecommendRequest", id)).isEmpty();
        assertThat(door.post(camat(NEIGHBOUR), "/engine-rest/task/" + task + "/complete",
                Map.of("variables", Map.of("approved", Map.of("value", true)))).getStatusCode().is2xxSuccessful()).isFalse();
        assertThat(door.send(camat(NEIGHBOUR), HttpMethod.GET, "/api/tasks/" + task + "/sheet", null, null)
                .getStatusCode().is2xxSuccessful()).isFalse();
        assertThat(fund.line(disbursement).state()).isEqualTo(Disbursement.State.AWAITING_RECOMMENDATION);

        JsonNode sheet = door.get(camat(VILLAGE), "/api/tasks/" + task + "/sheet");
        assertThat(sheet.get("where").asText()).contains(VILLAGE);
        assertThat(sheet.get("wanted")).isEmpty();
        assertThat(sheet.get("rupiah").asLong()).isEqualTo(30_000_000);
    }

    private int read(String user, String document) {
        return door.send(user, HttpMethod.GET, "/api/documents/" + document, null, null).getStatusCode().value();
    }

    private static String camat(String village) {
        return VillageFundFixture.user(Role.CAMAT, village.substring(0, 8));
    }
}
