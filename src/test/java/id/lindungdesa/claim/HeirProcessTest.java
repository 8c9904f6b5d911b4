package id.lindungdesa.claim;

import static id.lindungdesa.claim.ClaimStage.BRANCH_HEAD;
import static id.lindungdesa.claim.ClaimStage.FINANCE;
import static id.lindungdesa.claim.ClaimStage.HEAD;
import static id.lindungdesa.claim.ClaimStage.OFFICER;
import static id.lindungdesa.claim.ClaimStage.OFFICER_ELSEWHERE;
import static id.lindungdesa.claim.ClaimStage.OPERATOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import id.lindungdesa.LindungDesaTest;
import id.lindungdesa.benefit.Heir;
import id.lindungdesa.claim.ClaimForm.GuardianForm;
import id.lindungdesa.claim.ClaimForm.HeirForm;
import id.lindungdesa.ledger.Ledger;
import id.lindungdesa.refusal.Refusal;
import id.lindungdesa.workflow.CaseSheets;
import id.lindungdesa.workflow.Workflow;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Heirs who are under age, receive for each other, quarrel, or die before the money comes. */
@LindungDesaTest
class HeirProcessTest {

    private static final long FULL = 42_000_000;
    /** Nobody is an heir of many. */
    private static final AtomicInteger PERSONS = new AtomicInteger(4_000);

    @Autowired
    ClaimProgress progress;
    @Autowired ClaimStage stage;
    @Autowired Claims claims;
    @Autowired ClaimFiles files;
    @Autowired Benefits benefits;
    @Autowired Payouts payouts;
    @Autowired HeirDesk desk;
    @Autowired HeirReading reading;
    @Autowired AccountDesk accounts;
    @Autowired Workflow workflow;
    @Autowired RuntimeService runtime;
    @Autowired HistoryService history;
    @Autowired ManagementService jobs;
    @Autowired Ledger ledger;
    @Autowired CaseSheets[] sheets;
    @Autowired JdbcClient jdbc;

    @BeforeEach
    void set() {
        stage.set();
    }

    @Test
    void aChildUnderAgeIsPaidThroughItsGuardian() {
        String born = stage.today().minusYears(10).toString();
        UUID alone = assessed(heir(1, "CHILD").born(born));
        assertRefused("HEIRS_NOT_READY", "belum dewasa: catat nama", () -> propose(alone));
        UUID unknown = assessed(heir(1, "CHILD").nik("9401010101200001"));
        assertRefused("HEIRS_NOT_READY", "isi tanggal lahirnya", () -> propose(unknown));
        UUID claim = assessed(heir(1, "CHILD").born(born).guardian("Paman Uji", "paman", "555444333"));
        pay(claim);

        assertThat(payouts.of(claim)).extracting(Payout::payee, Payout::receiver, Payout::account, payout -> payout.rupiah().amount())
                .containsExactly(tuple(1, "Paman Uji", "555444333", FULL));
        UUID grown = assessed(heir(1, "CHILD").born(stage.today().minusYears(18).toString()).guardian("Paman Uji", "paman", "555444333"));
        pay(grown);
        assertThat(payouts.of(grown)).as("who is of age receives himself").extracting(Payout::receiver).containsExactly("Ahli Waris 1");
    }

    @Test
    void oneReceivesForTheOthersByPowerOfAttorney() {
        UUID claim = assessed(heir(1, "CHILD"), heir(2, "CHILD").receivedBy(1), heir(3, "CHILD"));
        assertThat(sheet(claim).tables()).extracting(CaseSheets.Table::title).contains("Keadaan ahli waris");
        pay(claim);

        assertThat(payouts.of(claim)).extracting(Payout::payee, Payout::receiver, Payout::account).containsExactly(
                tuple(1, "Ahli Waris 1", "10000001"), tuple(2, "Ahli Waris 1", "10000001"), tuple(3, "Ahli Waris 3", "10000003"));
        assertThat(payouts.of(claim)).extracting(Payout::reference).doesNotHaveDuplicates();
        assertThat(ledger.balance("claim/%s/payee/2".formatted(claim))).as("the books name the entitled").isEqualTo(FULL / 3);
    }

    @Test
    void aWillNeedsItsDeed() {
        UUID without = assessed(heir(1, "WILL"));
        assertRefused("HEIRS_NOT_READY", "akta notaris", () -> propose(without));
        UUID claim = assessed(heir(1, "WILL").deed("12/2025"));
        pay(claim);
        assertThat(paid(claim, 1)).isEqualTo(FULL);
    }

    @Test
    void whoDiesAfterTheApprovalIsReplacedAndTheClaimIsDecidedAnew() {
        UUID claim = assessed(heir(1, "CHILD"), heir(2, "CHILD"), heir(3, "SIBLING"));
        propose(claim);
        assertRefused("CLAIM_AT_HEAD", "dikembalikan", () -> correct(claim, heir(1, "CHILD"), heir(2, "CHILD").died(stage.today().toString())));
        approve(claim);
        assertRefused("NOT_YOUR_OFFICE", "", () -> acting(OFFICER_ELSEWHERE, () -> reading.claim(claims.get(claim).number())));
        correct(claim, heir(1, "CHILD"), heir(2, "CHILD").died(stage.today().toString()), heir(3, "SIBLING"),
                heir(4, "GRANDCHILD").succeeds(2), heir(5, "GRANDCHILD").succeeds(2));

        assertThat(claims.get(claim).state()).as("back on the officer's desk").isEqualTo(ClaimState.ASSESSED);
        assertThat(benefits.total(claim).amount()).isEqualTo(FULL);
        propose(claim);
        approve(claim);
        order(claim);

        assertThat(paid(claim, 1)).isEqualTo(FULL / 2);
        assertThat(paid(claim, 2)).isZero();
        assertThat(paid(claim, 4)).isEqualTo(FULL / 4);
        assertThat(paid(claim, 5)).isEqualTo(FULL / 4);
        assertThat(jdbc.sql("""
                select count(*) from claim_heir_version version join claim_heir_correction correction on correction.id = version.correction_id
                 where correction.claim_id = :claim and replaced""").param("claim", claim).query(Long.class).single())
                .as("the list as it was").isEqualTo(3);
        assertRefused("CLAIM_STATE", "Dibayar", () -> correct(claim, heir(1, "CHILD")));
    }

    @Test
    void aMisspeltNameIsCorrectedAndTheAccountComparedAnew() {
        UUID claim = assessed(heir(1, "SPOUSE"));
        acting(ClaimStage.BANK, () -> accounts.bankAnswers(claims.get(claim).number(), 1, "10000001", null, "AHLI WARIS SATU"));
        propose(claim);
        approve(claim);
        assertRefused("ACCOUNT_HOLDER_DIFFERS", "SATU", () -> stage.completes(FINANCE, claim, "UserTask_PayClaim", "bankReference", "UJI-N"));
        correct(claim, heir(1, "SPOUSE").named("Ahli Waris Satu"));
        propose(claim);
        approve(claim);
        assertThat(acting(ClaimStage.BANK, () -> accounts.bankAnswers(claims.get(claim).number(), 1, "10000001", null, "AHLI WARIS SATU"))
                .check().state()).isEqualTo(AccountCheck.State.MATCHED);
        order(claim);
        assertThat(paid(claim, 1)).isEqualTo(FULL);
    }

    @Test
    void withoutSuccessorsTheNextInTheOrderReceives() {
        UUID claim = assessed(heir(1, "SPOUSE"), heir(2, "CHILD"));
        assertThat(benefits.lines(claim)).extracting(Benefits.Line::payee).containsOnly(1);
        correct(claim, heir(1, "SPOUSE").died(stage.today().toString()), heir(2, "CHILD"));

        assertThat(benefits.lines(claim)).as("calculated at once").extracting(Benefits.Line::payee).containsOnly(2);
        pay(claim);
        assertThat(paid(claim, 2)).isEqualTo(FULL);
    }

    @Test
    void aDisputeHoldsTheClaimUntilACourtHasDivided() {
        UUID claim = assessed(heir(1, "SPOUSE"), heir(2, "CHILD"));
        UUID dispute = acting(OFFICER, () -> desk.draftDispute(claim, Dispute.Holder.COURT, "Anak menggugat bagian istri"));
        propose(claim);
        approve(claim);
        workflow.actingAs(OFFICER, () -> runtime.startProcessInstanceByKey("heir-dispute", Map.of("disputeId", dispute.toString())));

        assertThat(progress.openPause(claim)).get().extracting(ClaimPause::cause).isEqualTo(PauseCause.COURT);
        assertRefused("HEIRS_IN_DISPUTE", "pengadilan", () -> stage.completes(FINANCE, claim, "UserTask_PayClaim", "bankReference", "UJI-S"));
        UUID second = acting(OFFICER, () -> desk.draftDispute(claim, Dispute.Holder.FAMILY, "Sengketa kedua"));
        assertThatThrownBy(() -> workflow.actingAs(OFFICER, () -> runtime.startProcessInstanceByKey("heir-dispute",
                Map.of("disputeId", second.toString())))).hasStackTraceContaining("sudah ditahan");
        assertRefused("SETTLEMENT_REQUIRED", "", () -> settles(dispute));
        assertRefused("DECISION_NUMBER_REQUIRED", "", () -> prepare(dispute, Dispute.Settlement.COURT_DECISION, null, Map.of()));
        assertRefused("PARTS_INVALID", "", () -> prepare(dispute, Dispute.Settlement.COURT_DECISION, "7/Pdt.P/2026", Map.of(9, 1)));
        prepare(dispute, Dispute.Settlement.COURT_DECISION, "7/Pdt.P/2026", Map.of(1, 1, 2, 7));
        settles(dispute);

        assertThat(progress.openPause(claim)).as("the clock runs again").isEmpty();
        assertThat(claims.get(claim).state()).isEqualTo(ClaimState.ASSESSED);
        propose(claim);
        approve(claim);
        order(claim);
        assertThat(paid(claim, 1)).isEqualTo(FULL / 8);
        assertThat(paid(claim, 2)).isEqualTo(FULL / 8 * 7);
        assertThat(claims.get(claim).deeds()).extracting(Deed::note).contains("Putusan pengadilan 7/Pdt.P/2026");
        assertThat(history.createHistoricVariableInstanceQuery().processInstanceId(history.createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(dispute.toString()).singleResult().getId()).list())
                .extracting(variable -> variable.getName()).containsOnly("disputeId");
    }

    @Test
    void afterAnAgreementTheClaimGoesOnAsItWas() {
        UUID claim = assessed(heir(1, "CHILD"), heir(2, "CHILD"));
        UUID dispute = acting(OFFICER, () -> desk.draftDispute(claim, Dispute.Holder.FAMILY, "Siapa menerima uangnya"));
        workflow.actingAs(OFFICER, () -> runtime.startProcessInstanceByKey("heir-dispute", Map.of("disputeId", dispute.toString())));
        assertRefused("HEIRS_IN_DISPUTE", "keluarga", () -> propose(claim));
        prepare(dispute, Dispute.Settlement.AGREEMENT, null, Map.of());
        settles(dispute);

        pay(claim);
        assertThat(paid(claim, 1)).isEqualTo(FULL / 2);
    }

    /** An heir as the form sends him. */
    private record Told(int place, String relation, String nik, String born, GuardianForm guardian, Integer receivedBy, String deed,
                        String died, Integer succeeds, String name) {

        Told named(String other) {
            return new Told(place, relation, nik, born, guardian, receivedBy, deed, died, succeeds, other);
        }

        Told born(String day) {
            return new Told(place, relation, nik, day, guardian, receivedBy, deed, died, succeeds, name);
        }

        Told nik(String number) {
            return new Told(place, relation, number, born, guardian, receivedBy, deed, died, succeeds, name);
        }

        Told guardian(String who, String kin, String account) {
            return new Told(place, relation, nik, born, new GuardianForm(who, kin, account), receivedBy, deed, died, succeeds, name);
        }

        Told receivedBy(int other) {
            return new Told(place, relation, nik, born, guardian, other, deed, died, succeeds, name);
        }

        Told deed(String number) {
            return new Told(place, relation, nik, born, guardian, receivedBy, number, died, succeeds, name);
        }

        Told died(String day) {
            return new Told(place, relation, nik, born, guardian, receivedBy, deed, day, succeeds, name);
        }

        Told succeeds(int other) {
            return new Told(place, relation, nik, born, guardian, receivedBy, deed, died, other, name);
        }

        HeirForm form() {
            return new HeirForm(name, nik, relation, "1000000" + place, born, guardian, receivedBy, deed, died, succeeds);
        }
    }

    private static Told heir(int place, String relation) {
        return new Told(place, relation, "940101010180%04d".formatted(PERSONS.incrementAndGet()), null, null, null, null, null, null, "Ahli Waris " + place);
    }

    private UUID assessed(Told... heirs) {
        ClaimForm form = new ClaimForm("JKM", stage.coveredWorker().nik(), stage.today().toString(), "ILLNESS",
                new ClaimForm.ReporterForm("Pelapor Uji", "0812000000", "SPOUSE"), Arrays.stream(heirs).map(Told::form).toList(), List.of());
        UUID claim = stage.file(OPERATOR, form, false).id();
        stage.completes(OFFICER, claim, "UserTask_CheckCompleteness", "complete", true);
        return claim;
    }

    private void propose(UUID claim) {
        stage.completes(OFFICER, claim, "UserTask_ConfirmBenefit", "approved", true);
    }

    private void approve(UUID claim) {
        stage.completes(HEAD, claim, "UserTask_ApproveClaim", "approved", true);
        stage.completes(BRANCH_HEAD, claim, "UserTask_ApproveAboveLimit", "approved", true);
    }

    private void order(UUID claim) {
        stage.completes(FINANCE, claim, "UserTask_PayClaim", "bankReference", "H-" + claim);
        jobs.executeJob(jobs.createJobQuery().processInstanceId(runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(claim.toString()).singleResult().getId()).singleResult().getId());
    }

    private void pay(UUID claim) {
        propose(claim);
        approve(claim);
        order(claim);
    }

    private void correct(UUID claim, Told... heirs) {
        UUID paper = stage.document(OFFICER, "DOKUMEN_AHLI_WARIS");
        UUID draft = acting(OFFICER, () -> {
            List<id.lindungdesa.refusal.Finding> faults = new java.util.ArrayList<>();
            List<Heir> list = reading.heirs(claim, Arrays.stream(heirs).map(Told::form).toList(), faults);
            assertThat(faults).isEmpty();
            return desk.draftCorrection(claim, list, "Ahli waris meninggal", List.of(paper));
        });
        workflow.actingAs(OFFICER, () -> {
            try {
                runtime.startProcessInstanceByKey("heir-correction", Map.of("heirCorrectionId", draft.toString()));
            } catch (RuntimeException e) {
                for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                    if (cause instanceof Refusal refusal) {
                        throw refusal;
                    }
                }
                throw e;
            }
        });
    }

    private void prepare(UUID dispute, Dispute.Settlement settlement, String number, Map<Integer, Integer> parts) {
        UUID paper = stage.document(OFFICER, "PENYELESAIAN_SENGKETA");
        workflow.actingAs(OFFICER, () -> desk.prepareSettlement(dispute, new HeirDesk.Settled(settlement, number, parts, List.of(paper))));
    }

    private void settles(UUID dispute) {
        workflow.actingAs(OFFICER, () -> workflow.complete("heir-dispute", dispute, "UserTask_SettleDispute", Map.of()));
    }

    private long paid(UUID claim, int payee) {
        return ledger.balance("claim/%s/payee/%d".formatted(claim, payee));
    }

    private CaseSheets.Sheet sheet(UUID claim) {
        return Arrays.stream(sheets).filter(all -> all.processes().contains("claim-approval")).findFirst().orElseThrow()
                .sheetOf("claim-approval", claim, "UserTask_ConfirmBenefit");
    }

    private <T> T acting(String user, Supplier<T> call) {
        AtomicReference<T> answer = new AtomicReference<>();
        workflow.actingAs(user, () -> answer.set(call.get()));
        return answer.get();
    }

    private static void assertRefused(String code, String naming, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.code()).isEqualTo(code);
            assertThat(refusal.getMessage()).contains(naming);
        });
    }
}
