package id.lindungdesa.claim;

import static id.lindungdesa.claim.SupplementStage.AUDITOR;
import static id.lindungdesa.claim.SupplementStage.BANK;
import static id.lindungdesa.claim.SupplementStage.BRANCH_HEAD;
import static id.lindungdesa.claim.SupplementStage.FINANCE;
import static id.lindungdesa.claim.SupplementStage.HEAD;
import static id.lindungdesa.claim.SupplementStage.OFFICER;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import id.lindungdesa.Door;
import id.lindungdesa.LindungDesaTest;
import id.lindungdesa.benefit.Shares;
import id.lindungdesa.money.Rupiah;
import id.lindungdesa.workflow.Workflow;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An auditor follows every rupiah of a claim, whatever became of it after its payment, from the claim and back from each transfer. */
@LindungDesaTest
class MoneyTraceTest {

    @Autowired SupplementStage stage;
    @Autowired SupplementDesk desk;
    @Autowired Supplements supplements;
    @Autowired Payouts payouts;
    @Autowired BankReports reports;
    @Autowired CorrectionDesk corrections;
    @Autowired InterimPayments months;
    @Autowired InjuryDesk injuries;
    @Autowired Workflow workflow;
    @Autowired JdbcClient jdbc;
    @Autowired TestRestTemplate rest;
    private Door door;

    @BeforeEach
    void set() {
        stage.set();
        door = new Door(rest);
        door.knows(AUDITOR, SupplementStage.PASSWORD);
    }

    @Test
    void everyCorrectionOfAPaymentIsFollowedBothWays() {
        UUID claim = stage.lateReducedClaim();
        UUID penalty = jdbc.sql("select id from claim_penalty where claim_id = :claim").param("claim", claim).query(UUID.class).single();
        stage.completes("penalty-decision", BRANCH_HEAD, penalty, "UserTask_DecidePenalty", "approved", true, "note", null, "outcome", null);
        stage.completes("penalty-decision", FINANCE, penalty, "UserTask_PayPenalty", "bankReference", "SEL-D-" + penalty);
        stage.runs(penalty);
        UUID supplement = stage.reopened(claim);
        stage.calculated(OFFICER, supplement, new SupplementFacts(stage.today().minusMonths(5), null, null, null, null, null, null, null), desk);
        stage.completes(SupplementDesk.KEY, OFFICER, supplement, "UserTask_ProposeSupplement", "note", "Dihitung ulang",
                "documentIds", stage.document(OFFICER, "DASAR_PERBAIKAN").toString());
        stage.completes(SupplementDesk.KEY, HEAD, supplement, "UserTask_ApproveSupplement", "approved", true, "note", null);
        stage.completes(SupplementDesk.KEY, BRANCH_HEAD, supplement, "UserTask_ApproveSupplementAboveLimit", "approved", true, "note", null);
        stage.completes(SupplementDesk.KEY, FINANCE, supplement, "UserTask_PaySupplement", "bankReference", "SEL-T-" + supplement);
        stage.runs(supplement);
        long penaltyRupiah = jdbc.sql("select rupiah from claim_penalty where id = :id").param("id", penalty).query(Long.class).single();
        assertParts(claim, 42_000_000, 0, 0, penaltyRupiah);

        Payout paid = payouts.of(claim).stream().filter(one -> one.supplement() == null && one.payee() == 1).findFirst().orElseThrow();
        List<UUID> back = new ArrayList<>();
        workflow.actingAs(BANK, () -> back.add(reports.returned(paid.reference(), Rupiah.of(5_000_000), "Ditutup", stage.today()).id()));
        stage.runs(back.get(0));
        assertParts(claim, 37_000_000, 5_000_000, 0, penaltyRupiah);
        workflow.actingAs(FINANCE, () -> corrections.prepare(back.get(0), new CorrectionDesk.Found(null, null, "Bank keliru", List.of())));
        stage.completes(CorrectionDesk.PROCESS, FINANCE, back.get(0), "UserTask_CorrectAccount", "note", null);
        stage.completes(CorrectionDesk.PROCESS, HEAD, back.get(0), "UserTask_ApproveCorrection", "approved", true);
        stage.completes(CorrectionDesk.PROCESS, FINANCE, back.get(0), "UserTask_PayAgain", "bankReference", "SEL-B-" + supplement);
        stage.runs(back.get(0));
        workflow.actingAs(OFFICER, () -> back.add(corrections.find(claim, 2, 3_000_000, "Temuan uji", "Laporan 2/2026").id()));
        stage.runs(back.get(1));
        stage.completes(CorrectionDesk.PROCESS, HEAD, back.get(1), "UserTask_ConfirmFinding", "approved", true, "note", null);
        stage.runs(back.get(1));
        String demand = jdbc.sql("select number from claim_correction where id = :id").param("id", back.get(1)).query(String.class).single();
        workflow.actingAs(BANK, () -> reports.repaid(demand, "SEL-R-" + claim, Rupiah.of(1_000_000), stage.today()));
        assertParts(claim, 39_000_000, 0, 2_000_000, penaltyRupiah);
        stage.completes(CorrectionDesk.PROCESS, BRANCH_HEAD, back.get(1), "UserTask_DecideRecovery", "approved", true, "note", "Keluarga miskin");
        JsonNode trace = assertParts(claim, 41_000_000, 0, 0, penaltyRupiah);

        TreeMap<String, Long> kinds = new TreeMap<>();
        trace.get("payments").forEach(one -> kinds.merge(one.get("kind").asText(), one.get("rupiah").asLong(), Long::sum));
        assertThat(kinds).containsExactlyEntriesOf(new TreeMap<>(java.util.Map.of("BENEFIT", 10_000_000L, "SUPPLEMENT", 32_000_000L)));
        List<String> codes = new ArrayList<>();
        for (JsonNode transfer : trace.get("transfers")) {
            codes.add(transfer.get("code").asText());
            JsonNode up = door.get(AUDITOR, "/api/trace/transfers/" + transfer.get("id").asText());
            if (transfer.get("debitPath").asText().contains(claim.toString()) || transfer.get("creditPath").asText().contains(claim.toString())) {
                assertThat(up.get("claims").get(0).get("id").asText()).as(transfer.get("code").asText()).isEqualTo(claim.toString());
            }
        }
        assertThat(codes).contains("BENEFIT_PAID", "SUPPLEMENT_PAID", "BENEFIT_RETURNED", "BENEFIT_PAID_AGAIN", "OVERPAYMENT_FOUND",
                "OVERPAYMENT_REPAID", "OVERPAYMENT_WAIVED", "PENALTY_PAID");
        assertThat(trace.toString()).doesNotContain("Anak Selisih");
    }

    @Test
    void monthsWithoutWorkAreLinesOfTheirOwn() {
        UUID claim = stage.accident(stage.today().minusMonths(2).minusDays(2));
        List<UUID> month = new ArrayList<>();
        workflow.actingAs(OFFICER, () -> month.add(months.request(claim).id()));
        stage.completes(InterimPayments.KEY, OFFICER, month.get(0), "UserTask_ProposeInterim", "approved", true,
                "documentIds", stage.document(OFFICER, "SURAT_DOKTER").toString());
        stage.completes(InterimPayments.KEY, HEAD, month.get(0), "UserTask_ApproveInterim", "approved", true);
        stage.bankKnows(claim, Shares.WORKER);
        stage.completes(InterimPayments.KEY, FINANCE, month.get(0), "UserTask_PayInterim", "bankReference", "SEL-I-" + claim);
        stage.runs(month.get(0));
        workflow.actingAs(OFFICER, () -> injuries.examine(claim, AccidentFixture.word("RECOVERED", stage.today()).unable(2, 1).form()));
        stage.decidedAndPaid(claim);

        JsonNode trace = door.get(AUDITOR, "/api/trace/claims/" + claim);
        assertThat(trace.get("agrees").asBoolean()).isTrue();
        List<String> lines = new ArrayList<>();
        trace.get("payments").forEach(one -> lines.add(one.get("kind").asText() + " " + one.get("rupiah").asLong()));
        assertThat(lines).as("each once").containsExactlyInAnyOrder("MONTH 2000000", "BENEFIT 33333");
        assertThat(trace.get("parts").get(0).get("booked").asLong()).isEqualTo(2_033_333);
    }

    private JsonNode assertParts(UUID claim, long... booked) {
        JsonNode trace = door.get(AUDITOR, "/api/trace/claims/" + claim);
        for (int i = 0; i < booked.length; i++) {
            JsonNode part = trace.get("parts").get(i);
            assertThat(part.get("booked").asLong()).as(part.get("name").asText()).isEqualTo(booked[i]);
            assertThat(part.get("agrees").asBoolean()).as(part.toString()).isTrue();
        }
        assertThat(trace.get("agrees").asBoolean()).isTrue();
        return trace;
    }
}
