package id.lindungdesa.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.lindungdesa.LindungDesaTest;
import id.lindungdesa.benefit.Relation;
import id.lindungdesa.enrolment.Worker;
import id.lindungdesa.identity.Appointment;
import id.lindungdesa.identity.Offices;
import id.lindungdesa.identity.Role;
import id.lindungdesa.ledger.Ledger;
import id.lindungdesa.ledger.Transfer;
import id.lindungdesa.money.Rupiah;
import id.lindungdesa.premium.AdvancePremiums;
import id.lindungdesa.premium.CoverBook;
import id.lindungdesa.refusal.Refusal;
import id.lindungdesa.regulation.RulesAsTheyLie;
import id.lindungdesa.workflow.Workflow;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** AC-41: a village has paid for months that the worker does not live to see. */
@LindungDesaTest
class PremiumReturnTest {

    private static final String REPRESENTATIVE = "k-ar";

    @Autowired ClaimStage stage;
    @Autowired Claims claims;
    @Autowired PremiumReturnDesk desk;
    @Autowired PremiumReturnTasks tasks;
    @Autowired AdvancePremiums premiums;
    @Autowired CoverBook covers;
    @Autowired Offices offices;
    @Autowired Workflow workflow;
    @Autowired RuntimeService runtime;
    @Autowired HistoryService history;
    @Autowired ManagementService jobs;
    @Autowired Ledger ledger;

    @BeforeEach
    void set() {
        stage.set();
        offices.appoint(List.of(new Appointment(1, REPRESENTATIVE, "Pejabat " + REPRESENTATIVE, Role.BPJS_AR, ClaimStage.BRANCH,
                LocalDate.of(2020, 1, 1), null, "SK-UJI")), List.of(), user -> ClaimStage.PASSWORD);
    }

    @Test
    void ac41_sevenMonthsGoBackToTheVillage() {
        Worker worker = worker(7);
        UUID claim = claim(worker, true);
        List<AdvancePremiums.Month> months = premiums.after(worker.id(), stage.today());
        assertThat(months).hasSize(7).extracting(AdvancePremiums.Month::rupiah).containsOnly(Rupiah.of(16_800));
        String village = "village/%s/premium/%s".formatted(worker.villageCode(), months.get(0).decreeId());
        assertThat(ledger.balance(village)).isZero();
        UUID id = starts(claim, null);

        assertThat(ledger.balance(village)).as("nothing before the decision").isZero();
        decides(id, true, null);
        tasks.give(id.toString());
        run(id);
        tasks.give(id.toString());

        assertThat(ledger.balance(village)).as("once").isEqualTo(117_600);
        assertThat(ledger.transfersOf(claims.get(claim).number())).filteredOn(transfer -> transfer.code().equals("PREMIUM_REFUNDED"))
                .hasSize(7).extracting(Transfer::legalBasis).allMatch(basis -> basis.contains("22/2022"));
        assertThat(covers.of(worker.id())).last().satisfies(cover ->
                assertThat(cover.through()).isEqualTo(YearMonth.from(stage.today()).atEndOfMonth()));
        assertThat(premiums.after(worker.id(), stage.today())).isEmpty();
        assertRefused("PREMIUM_RETURN_EXISTS", () -> starts(claim, null));
    }

    @Test
    void aSuccessorGetsTheMonthsToCome() {
        Worker worker = worker(3);
        UUID claim = claim(worker, true);
        Worker successor = stage.uncoveredWorker();
        assertRefused("WORKER_UNKNOWN", () -> starts(claim, "9401019999990009"));
        UUID id = starts(claim, successor.nik());
        decides(id, true, null);
        run(id);

        assertThat(covers.of(successor.id())).singleElement().satisfies(cover -> {
            assertThat(cover.from()).isEqualTo(YearMonth.from(stage.today()).plusMonths(1).atDay(1));
            assertThat(cover.through()).isEqualTo(YearMonth.from(stage.today()).plusMonths(3).atEndOfMonth());
        });
        assertThat(ledger.transfersOf(claims.get(claim).number())).as("nothing is left to give back")
                .noneMatch(transfer -> transfer.code().equals("PREMIUM_REFUNDED"));
        assertThat(premiums.after(worker.id(), stage.today())).isEmpty();
    }

    @Test
    void onlyWhatIsThereAndOnlyOnce() {
        UUID unpaid = claim(worker(2), false);
        assertRefused("CLAIM_STATE", () -> starts(unpaid, null));
        UUID nothing = claim(stage.coveredFor(stage.today().minusMonths(6), YearMonth.from(stage.today()).atEndOfMonth()), true);
        assertRefused("NO_ADVANCE_PREMIUM", () -> starts(nothing, null));
        UUID claim = claim(worker(2), true);
        assertRefused("NOT_YOUR_OFFICE", () -> workflow.actingAs(ClaimStage.OFFICER, () -> desk.draft(claims.get(claim).number(), null, "Perjanjian")));
        UUID id = starts(claim, null);
        assertRefused("NOTE_REQUIRED", () -> decides(id, false, null));
        decides(id, false, "Perjanjian belum ditandatangani");
        assertThat(history.createHistoricProcessInstanceQuery().processInstanceBusinessKey(id.toString()).singleResult().getEndActivityId())
                .isEqualTo("EndEvent_ReturnRefused");
        assertThat(starts(claim, null)).as("a refused proposal may be made again").isNotEqualTo(id);
    }

    @Test
    void theAgreementIsARow() {
        RulesAsTheyLie tables = new RulesAsTheyLie();
        assertThat(tables.ruleBook().decide("advance-premium", LocalDate.of(2015, 6, 30), Map.of("payer", "VILLAGE")).rows()).isEmpty();
        assertThat(tables.ruleBook().decide("advance-premium", LocalDate.of(2015, 7, 1), Map.of("payer", "VILLAGE")).rows()).hasSize(1);
        assertThat(tables.rowsNeverHit("advance-premium")).isEmpty();
    }

    private Worker worker(int monthsBeyond) {
        return stage.coveredFor(stage.today().minusMonths(6), YearMonth.from(stage.today()).plusMonths(monthsBeyond).atEndOfMonth());
    }

    private UUID claim(Worker worker, boolean paid) {
        UUID claim = stage.filed(worker, Relation.SPOUSE);
        stage.completes(ClaimStage.OFFICER, claim, "UserTask_CheckCompleteness", "complete", true);
        if (paid) {
            stage.completes(ClaimStage.OFFICER, claim, "UserTask_ConfirmBenefit", "approved", true);
            stage.completes(ClaimStage.HEAD, claim, "UserTask_ApproveClaim", "approved", true);
            stage.completes(ClaimStage.BRANCH_HEAD, claim, "UserTask_ApproveAboveLimit", "approved", true);
            stage.completes(ClaimStage.FINANCE, claim, "UserTask_PayClaim", "bankReference", "PR-" + claim);
            run(claim);
        }
        return claim;
    }

    private UUID starts(UUID claim, String successorNik) {
        AtomicReference<UUID> id = new AtomicReference<>();
        workflow.actingAs(REPRESENTATIVE, () -> {
            id.set(desk.draft(claims.get(claim).number(), successorNik, "Perjanjian desa dan cabang 2026"));
            try {
                runtime.startProcessInstanceByKey("premium-return", Map.of("premiumReturnId", id.get().toString()));
            } catch (RuntimeException e) {
                for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                    if (cause instanceof Refusal refusal) {
                        throw refusal;
                    }
                }
                throw e;
            }
        });
        return id.get();
    }

    private void decides(UUID id, boolean approved, String note) {
        Map<String, Object> fields = new java.util.HashMap<>();
        fields.put("approved", approved);
        fields.put("note", note);
        workflow.actingAs(ClaimStage.HEAD, () -> workflow.complete("premium-return", id, "UserTask_ApproveReturn", fields));
    }

    private void run(UUID caseId) {
        jobs.createJobQuery().processInstanceId(runtime.createProcessInstanceQuery().processInstanceBusinessKey(caseId.toString())
                .singleResult().getId()).list().forEach(job -> jobs.executeJob(job.getId()));
    }

    private static void assertRefused(String code, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
