package id.lindungdesa.claim;

import static id.lindungdesa.claim.SupplementStage.AUDITOR;
import static id.lindungdesa.claim.SupplementStage.HEAD;
import static id.lindungdesa.claim.SupplementStage.OFFICER;
import static id.lindungdesa.claim.SupplementStage.OPERATOR;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import id.lindungdesa.Door;
import id.lindungdesa.LindungDesaTest;
import id.lindungdesa.benefit.AssessmentForm;
import id.lindungdesa.benefit.Shares;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;

/** A claim as it is read: whole, and to each what is his. */
@LindungDesaTest
class ClaimRecordTest {

    @Autowired SupplementStage stage;
    @Autowired SupplementDesk desk;
    @Autowired TestRestTemplate rest;
    private Door door;

    @BeforeEach
    void set() {
        stage.set();
        door = new Door(rest);
        for (String user : List.of(OPERATOR, OFFICER, HEAD, AUDITOR)) {
            door.knows(user, SupplementStage.PASSWORD);
        }
    }

    @Test
    void anInjuryItsMoneyAndItsDifferenceAreToldToThoseWhoMaySeePeople() {
        UUID claim = stage.disabledClaim();
        UUID supplement = stage.reopened(claim);
        stage.calculated(OFFICER, supplement, new SupplementFacts(null, null, null, null, new AssessmentForm.Inability(2, 0), null, null, null), desk);

        for (String user : List.of(OPERATOR, HEAD)) {
            JsonNode read = door.get(user, "/api/claims/" + claim);
            JsonNode injury = read.get("injury");
            assertThat(injury.get("outcome").asText()).isEqualTo("PARTIAL_DISABILITY");
            assertThat(injury.get("disabilities").get(0).get("part").asText()).isEqualTo("THUMB");
            assertThat(injury.get("disabilities").get(0).get("percentLost").isNull()).isTrue();
            assertThat(injury.get("unableMonths").asInt()).isEqualTo(1);
            assertThat(injury.get("workerAccount").asText()).isEqualTo("****1111");
            JsonNode payout = read.get("payouts").get(0);
            assertThat(payout.get("payee").asInt()).isEqualTo(Shares.WORKER);
            assertThat(payout.get("state").asText()).isEqualTo("PAID");
            assertThat(payout.get("rupiah").asLong()).isEqualTo(13_000_000);
            assertThat(payout.get("account").asText()).isEqualTo("****1111");
            assertThat(payout.get("reference").asText()).startsWith("SEL/");
            JsonNode difference = read.get("supplements").get(0);
            assertThat(difference.get("number").asText()).isEqualTo(read.get("number").asText() + "/T-1");
            assertThat(difference.get("state").asText()).isEqualTo("OPEN");
            assertThat(difference.get("difference").asLong()).isEqualTo(1_000_000);
            assertThat(difference.get("reason").asText()).contains("Mediasi");
            assertThat(read.get("clock").get("holder").asText()).isNotBlank();
        }
        JsonNode audited = door.get(AUDITOR, "/api/claims/" + claim);
        assertThat(audited.get("injury").isNull()).isTrue();
        assertThat(audited.get("payouts").get(0).get("state").asText()).isEqualTo("PAID");
        assertThat(audited.get("supplements").get(0).get("due").asLong()).isEqualTo(14_000_000);
        assertThat(audited.toString()).doesNotContain("THUMB", "1111", "SEL/", "Mediasi");
    }

    @Test
    void signsOfRiskAreForThoseWhoDecideAndAudit() {
        UUID claim = stage.reducedClaim();

        assertThat(door.get(HEAD, "/api/claims/" + claim).get("flags").toString()).contains("EARLY_DEATH");
        assertThat(door.get(AUDITOR, "/api/claims/" + claim).get("flags").toString()).contains("EARLY_DEATH");
        assertThat(door.get(OPERATOR, "/api/claims/" + claim).get("flags")).isEmpty();
    }
}
