package id.lindungdesa.claim;

import static id.lindungdesa.claim.ClaimStage.BRANCH_HEAD;
import static id.lindungdesa.claim.ClaimStage.EVERYTHING;
import static id.lindungdesa.claim.ClaimStage.FINANCE;
import static id.lindungdesa.claim.ClaimStage.HEAD;
import static id.lindungdesa.claim.ClaimStage.OFFICER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.lindungdesa.LindungDesaTest;
import id.lindungdesa.benefit.Relation;
import id.lindungdesa.ledger.Ledger;
import id.lindungdesa.ledger.Transfer;
import id.lindungdesa.money.Rupiah;
import id.lindungdesa.refusal.Refusal;
import id.lindungdesa.workflow.CaseSheets;
import id.lindungdesa.workflow.Workflow;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A claim paid late: the rule says how much, the branch head whether, finance pays it from the insurer's own money. */
@LindungDesaTest
class PenaltyProcessTest {

    @Autowired ClaimStage stage;
    @Autowired Claims claims;
    @Autowired ClaimFiles files;
    @Autowired Penalties penalties;
    @Autowired PenaltyDesk desk;
    @Autowired PenaltySheets sheets;
    @Autowired Workflow workflow;
    @Autowired RuntimeService runtime;
    @Autowired HistoryService history;
    @Autowired ManagementService jobs;
    @Autowired Ledger ledger;
    @Autowired JdbcClient jdbc;

    @BeforeEach
    void set() {
        stage.set();
    }

    @Test
    void ac12_oneDayLateIsOnePercentToTheFamilyOutOfTheInsurersOwnMoney() {
        UUID claim = paid(1, Relation.SPOUSE);
        Penalty penalty = penalties.of(claim).orElseThrow();
        assertThat(penalty).returns(1, Penalty::daysLate).returns(Rupiah.of(420_000), Penalty::rupiah).returns(PenaltyState.OPEN, Penalty::state);
        CaseSheets.Sheet sheet = sheets.sheetOf("penalty-decision", penalty.id(), "UserTask_DecidePenalty");
        assertThat(sheet.rupiah()).isEqualTo(420_000L);
        assertThat(sheet.tables().toString()).contains("Petugas klaim", "****7890").doesNotContain("1234567890");

        completes(BRANCH_HEAD, penalty, "UserTask_DecidePenalty", "approved", true);
        assertThat(ledger.balance("claim/%s/penalty/1".formatted(claim))).as("the decision alone moves nothing").isZero();
        assertRefused("BANK_REFERENCE_REQUIRED", () -> completes(FINANCE, penalty, "UserTask_PayPenalty", "bankReference", "?"));
        completes(FINANCE, penalty, "UserTask_PayPenalty", "bankReference", "BNI/D-1");
        executeJob(penalty);

        assertEnded(penalty, "EndEvent_PenaltyPaid");
        assertThat(ledger.balance("claim/%s/penalty/1".formatted(claim))).isEqualTo(420_000);
        assertThat(ledger.transfersOf(claims.get(claim).number())).filteredOn(transfer -> transfer.code().equals("PENALTY_PAID"))
                .singleElement().returns("insurer/operating", Transfer::debitPath).returns("PP 44/2015 Pasal 40 ayat (4)", Transfer::legalBasis);
        assertThat(ledger.balance("claim/%s/payee/1".formatted(claim))).as("no part of the benefit").isEqualTo(42_000_000);
        assertThat(letter(claim)).contains("Rp420.000", "1 hari sesudahnya", "BNI/D-1", "Ahli Waris 1");
        desk.pay(penalty.id());
        assertThat(ledger.balance("claim/%s/penalty/1".formatted(claim))).as("repeated, it changes nothing").isEqualTo(420_000);
    }

    @Test
    void severalHeirsShareItToTheLastRupiah() {
        UUID claim = paid(5, Relation.CHILD, Relation.CHILD, Relation.CHILD);
        Penalty penalty = penalties.of(claim).orElseThrow();
        assertThat(penalty.rupiah()).isEqualTo(Rupiah.of(2_100_000));
        assertThat(desk.shares(penalty)).containsOnlyKeys(1, 2, 3).allSatisfy((heir, share) -> assertThat(share).isEqualTo(Rupiah.of(700_000)));
        Penalty odd = new Penalty(penalty.id(), claim, penalty.payBy(), penalty.paidOn(), 1, 1, penalty.benefit(), Rupiah.of(100), "x", "x",
                PenaltyState.OPEN, null, null);
        assertThat(desk.shares(odd)).containsExactlyEntriesOf(new java.util.TreeMap<>(Map.of(1, Rupiah.of(34), 2, Rupiah.of(33), 3, Rupiah.of(33))));
    }

    @Test
    void whereTheFamilyOrItsBankWasLateNothingIsOwedAndTheFamilyReadsWhy() {
        UUID claim = paid(3, Relation.SPOUSE);
        Penalty penalty = penalties.of(claim).orElseThrow();

        assertRefused("DELAYED_BY_REQUIRED", () -> completes(BRANCH_HEAD, penalty, "UserTask_DecidePenalty", "approved", false, "note", "Rekening tutup."));
        assertRefused("DELAYED_BY_REQUIRED", () -> completes(BRANCH_HEAD, penalty, "UserTask_DecidePenalty", "approved", true, "outcome", "BANK"));
        assertRefused("NOTE_REQUIRED", () -> completes(BRANCH_HEAD, penalty, "UserTask_DecidePenalty", "approved", false, "outcome", "BANK"));
        completes(BRANCH_HEAD, penalty, "UserTask_DecidePenalty", "approved", false, "outcome", "BANK", "note", "Rekening ditutup bank.");

        assertEnded(penalty, "EndEvent_PenaltyNotOwed");
        assertThat(penalties.of(claim).orElseThrow()).returns(PenaltyState.NOT_OWED, Penalty::state).returns(DelayedBy.BANK, Penalty::delayedBy);
        assertThat(letter(claim)).contains("tidak terutang", "bank penerima", "Rekening ditutup bank.", "pengaduan");
        assertThat(ledger.balance("claim/%s/penalty/1".formatted(claim))).isZero();
    }

    @Test
    void whoDecidesDoesNotPayAndNobodyWhoHandledTheClaimDecides() {
        UUID claim = paid(2, Relation.SPOUSE);
        Penalty penalty = penalties.of(claim).orElseThrow();

        assertRefused("NOT_YOUR_OFFICE", () -> decides(OFFICER, penalty));
        assertRefused("NOT_YOUR_OFFICE", () -> decides(FINANCE, penalty));
        workflow.actingAs(EVERYTHING, () -> desk.decide(penalty.id(), true, null, null));
        assertRefused("SEPARATION_OF_DUTIES", () -> workflow.actingAs(EVERYTHING, () -> desk.order(penalty.id(), "BNI/1")));
        assertRefused("PENALTY_STATE", () -> workflow.actingAs(BRANCH_HEAD, () -> desk.decide(penalty.id(), true, null, null)));

        UUID second = stage.filed(stage.coveredWorker(), Relation.SPOUSE);
        stage.completes(EVERYTHING, second, "UserTask_CheckCompleteness", "complete", true);
        finish(second, 2);
        assertRefused("SEPARATION_OF_DUTIES", () -> completes(EVERYTHING, penalties.of(second).orElseThrow(), "UserTask_DecidePenalty",
                "approved", true));
    }

    @Test
    void paidOnItsLastDayOrWithinAPauseNothingIsLate() {
        assertThat(penalties.of(paid(0, Relation.SPOUSE))).isEmpty();

        UUID claim = stage.filed(stage.coveredWorker(), Relation.SPOUSE);
        stage.completes(OFFICER, claim, "UserTask_CheckCompleteness", "complete", true);
        jdbc.sql("update claim_claim set pay_by = :day where id = :claim").param("day", stage.today().minusDays(1)).param("claim", claim).update();
        jdbc.sql("""
                insert into claim_pause (id, claim_id, pause_cause, note, begun_by, begun_at)
                values (:id, :claim, 'COURT', 'menunggu', 'k-verifikator', now() - interval '10 days')""")
                .param("id", UUID.randomUUID()).param("claim", claim).update();
        finish(claim, null);
        assertThat(penalties.of(claim)).isEmpty();
    }

    private UUID paid(int daysLate, Relation... heirs) {
        UUID claim = stage.filed(stage.coveredWorker(), heirs);
        stage.completes(OFFICER, claim, "UserTask_CheckCompleteness", "complete", true);
        finish(claim, daysLate);
        return claim;
    }

    private void finish(UUID claim, Integer daysLate) {
        stage.completes(OFFICER, claim, "UserTask_ConfirmBenefit", "approved", true);
        stage.completes(HEAD, claim, "UserTask_ApproveClaim", "approved", true);
        stage.completes(BRANCH_HEAD, claim, "UserTask_ApproveAboveLimit", "approved", true);
        stage.completes(FINANCE, claim, "UserTask_PayClaim", "bankReference", "BNI/" + claim.toString().substring(0, 8));
        if (daysLate != null) {
            jdbc.sql("update claim_claim set pay_by = :day where id = :claim").param("day", stage.today().minusDays(daysLate))
                    .param("claim", claim).update();
        }
        jobs.executeJob(jobs.createJobQuery().processInstanceId(runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(claim.toString()).singleResult().getId()).singleResult().getId());
    }

    private void decides(String user, Penalty penalty) {
        workflow.actingAs(user, () -> desk.decide(penalty.id(), true, null, null));
    }

    private void completes(String user, Penalty penalty, String element, Object... fields) {
        Map<String, Object> variables = new HashMap<>();
        for (int i = 0; i < fields.length; i += 2) {
            variables.put((String) fields[i], fields[i + 1]);
        }
        workflow.actingAs(user, () -> workflow.complete("penalty-decision", penalty.id(), element, variables));
    }

    private void executeJob(Penalty penalty) {
        jobs.executeJob(jobs.createJobQuery().processInstanceId(runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(penalty.id().toString()).singleResult().getId()).singleResult().getId());
    }

    private void assertEnded(Penalty penalty, String end) {
        assertThat(history.createHistoricProcessInstanceQuery().processInstanceBusinessKey(penalty.id().toString()).singleResult()
                .getEndActivityId()).isEqualTo(end);
    }

    private String letter(UUID claim) {
        List<ClaimFiles.Letter> letters = files.letters(claim);
        return letters.get(letters.size() - 1).text();
    }

    private static void assertRefused(String code, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
