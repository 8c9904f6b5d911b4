package id.lindungdesa.grant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import id.lindungdesa.LindungDesaTest;
import id.lindungdesa.calendar.WorkingDays;
import id.lindungdesa.identity.Appointment;
import id.lindungdesa.identity.Offices;
import id.lindungdesa.identity.Official;
import id.lindungdesa.identity.Role;
import id.lindungdesa.ledger.Account;
import id.lindungdesa.ledger.Ledger;
import id.lindungdesa.refusal.Refusal;
import id.lindungdesa.regulation.DecreeFixture;
import id.lindungdesa.workflow.CaseSheets;
import id.lindungdesa.workflow.Workflow;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@LindungDesaTest
class RegencyDisbursementProcessTest {

    private static final LocalDate DAY = LocalDate.of(2022, 10, 3);
    private static final AtomicInteger REGENCIES = new AtomicInteger(1);
    private static final String PROVINCE = "69";

    @Autowired
    ApplicationContext context;
    @Autowired
    ProcessEngine engine;
    @Autowired
    Workflow workflow;
    @Autowired
    Ledger ledger;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    GrantSheets sheets;

    private VillageFundFixture fund;
    private String regency;
    private List<String> villages;
    private UUID decree;
    private UUID run;

    @BeforeEach
    void twoReadyVillagesOfThree() {
        BpmnAwareTests.init(engine);
        fund = VillageFundFixture.in(context);
        regency = "%s.%02d".formatted(PROVINCE, REGENCIES.getAndIncrement());
        villages = List.of(regency + ".01.2001", regency + ".01.2002", regency + ".02.2001");
        fund.appoint(villages.toArray(String[]::new));
        decree = DecreeFixture.in(context).inForce(PROVINCE, villages, 100_000_000);
        fund.open(decree);
        fund.ready(line(0));
        fund.ready(line(1));
        run = fund.run(decree, regency);
    }

    @Test
    void aRunPaysWhoeverIsReadyAndTheOthersFollowInTheNext() {
        assertThat(sheets.sheetOf("regency-disbursement", run, "UserTask_VerifyBatch").rupiah()).isEqualTo(200_000_000);

        fund.sp2d(run);
        fund.ready(line(2));
        UUID next = fund.run(decree, regency);
        fund.credited(run, DAY);
        assertThat(ledger.balance(Account.regencyTransit(regency, decree))).isEqualTo(200_000_000);
        assertThat(instance()).isWaitingAt("UserTask_ForwardFunds");
        fund.task(run, Role.BKAD, "UserTask_ForwardFunds", "transferNumber", "TRF-9", "documentIds", null);
        fund.executeJobs(run);

        assertThat(instance()).isNull();
        assertThat(fund.run(run).state()).isEqualTo(PaymentRun.State.FORWARDED);
        assertThat(fund.line(line(0)).state()).isEqualTo(Disbursement.State.FORWARDED);
        assertThat(fund.line(line(2)).state()).isEqualTo(Disbursement.State.READY);
        assertThat(next).isNotEqualTo(run);
        fund.forwarded(next, DAY);
        assertThat(fund.line(line(2)).state()).isEqualTo(Disbursement.State.FORWARDED);
        assertThat(ledger.balance(Account.treasury(PROVINCE, decree))).isZero();
        assertThat(ledger.balance(Account.regencyTransit(regency, decree))).isEqualTo(300_000_000);
        assertThat(fund.reference(run)).isEqualTo("SP2D-%s-2022-0001".formatted(regency.replace(".", "")));
        assertThat(fund.reference(next)).isEqualTo("SP2D-%s-2022-0002".formatted(regency.replace(".", "")));
        assertThat(fund.line(line(2)).forwardingReference()).contains(fund.reference(next) + "-022001");
    }

    @Test
    void theVerifierReturnsAllToTheRegency() {
        fund.task(run, Role.DP3AP2_VERIFIKATOR, "UserTask_VerifyBatch", "approved", false, "note", "Surat pengantar belum ada");
        assertThat(fund.line(line(0)).state()).isEqualTo(Disbursement.State.IN_RUN);
        fund.executeJobs(run);

        assertThat(instance()).isNull();
        assertThat(history("EndEvent_BatchReturned")).isOne();
        assertThat(fund.run(run).state()).isEqualTo(PaymentRun.State.RETURNED);
        assertThat(fund.line(line(0)).state()).isEqualTo(Disbursement.State.AWAITING_VERIFICATION);
        assertThat(fund.line(line(1)).run()).isEmpty();
    }

    @Test
    void theHeadReturnsToTheVerifierWhoKeepsTheSameVillages() {
        fund.task(run, Role.DP3AP2_VERIFIKATOR, "UserTask_VerifyBatch", "approved", true, "note", null);
        fund.task(run, Role.DP3AP2_KEPALA, "UserTask_ApproveBatch", "approved", false, "note", "Periksa ulang rekapitulasi");
        assertThat(instance()).isWaitingAt("UserTask_VerifyBatch");
        fund.ready(line(2));

        assertThat(sheets.sheetOf("regency-disbursement", run, "UserTask_VerifyBatch").rupiah()).isEqualTo(200_000_000);
        fund.sp2d(run);
        assertThat(instance()).isWaitingAt("Event_CreditReported");
        assertThat(fund.line(line(2)).state()).isEqualTo(Disbursement.State.READY);
    }

    @Test
    void afterTheHeadsReturnTheVerifierMayStillGiveAllBack() {
        fund.task(run, Role.DP3AP2_VERIFIKATOR, "UserTask_VerifyBatch", "approved", true, "note", null);
        fund.task(run, Role.DP3AP2_KEPALA, "UserTask_ApproveBatch", "approved", false, "note", "Tidak sesuai");
        fund.task(run, Role.DP3AP2_VERIFIKATOR, "UserTask_VerifyBatch", "approved", false, "note", "Dikembalikan semua");
        fund.executeJobs(run);

        assertThat(instance()).isNull();
        assertThat(fund.line(line(1)).state()).isEqualTo(Disbursement.State.AWAITING_VERIFICATION);
    }

    @Test
    void theTreasurysOfficersSendPapersBackOneStep() {
        fund.task(run, Role.DP3AP2_VERIFIKATOR, "UserTask_VerifyBatch", "approved", true, "note", null);
        fund.task(run, Role.DP3AP2_KEPALA, "UserTask_ApproveBatch", "approved", true, "note", null);
        refused("NUMBER_REQUIRED", () -> fund.task(run, Role.BPKPD_SPP, "UserTask_CreateSpp", "sppNumber", " "));
        fund.task(run, Role.BPKPD_SPP, "UserTask_CreateSpp", "sppNumber", "SPP-1");
        refused("NOTE_REQUIRED", () -> fund.task(run, Role.BPKPD_SPM, "UserTask_IssueSpm", "approved", false, "spmNumber", null, "note", null));
        fund.task(run, Role.BPKPD_SPM, "UserTask_IssueSpm", "approved", false, "spmNumber", null, "note", "Kode rekening keliru");
        assertThat(instance()).isWaitingAt("UserTask_CreateSpp");
        fund.task(run, Role.BPKPD_SPP, "UserTask_CreateSpp", "sppNumber", "SPP-2");
        refused("NUMBER_REQUIRED", () -> fund.task(run, Role.BPKPD_SPM, "UserTask_IssueSpm", "approved", true, "spmNumber", null, "note", null));
        fund.task(run, Role.BPKPD_SPM, "UserTask_IssueSpm", "approved", true, "spmNumber", "SPM-1", "note", null);
        fund.task(run, Role.BPKPD_BUD, "UserTask_IssueSp2d", "approved", false, "sp2dNumber", null, "note", "Saldo belum tersedia");
        assertThat(instance()).isWaitingAt("UserTask_IssueSpm");
        fund.task(run, Role.BPKPD_SPM, "UserTask_IssueSpm", "approved", true, "spmNumber", "SPM-2", "note", null);
        fund.task(run, Role.BPKPD_BUD, "UserTask_IssueSp2d", "approved", true, "sp2dNumber", "SP2D-1", "note", null);

        assertThat(instance()).isWaitingAt("Event_CreditReported");
        assertThat(fund.run(run).papers()).isEqualTo(new PaymentRun.Papers("SPP-2", "SPM-2", "SP2D-1", null, null));
    }

    @Test
    void nobodyTakesTwoStepsOfARun() {
        String verifier = VillageFundFixture.user(Role.DP3AP2_VERIFIKATOR, "");
        fund.task(run, Role.DP3AP2_VERIFIKATOR, "UserTask_VerifyBatch", "approved", true, "note", null);

        also(verifier, Role.DP3AP2_KEPALA);
        try {
            workflow.actingAs(verifier, () -> refused("SEPARATION_OF_DUTIES",
                    () -> context.getBean(RegencyPayments.class).approveBatch(run, true, null)));
        } finally {
            until(verifier, Role.DP3AP2_KEPALA);
        }
        fund.task(run, Role.DP3AP2_KEPALA, "UserTask_ApproveBatch", "approved", true, "note", null);
        String spp = VillageFundFixture.user(Role.BPKPD_SPP, "");
        fund.task(run, Role.BPKPD_SPP, "UserTask_CreateSpp", "sppNumber", "SPP-1");
        also(spp, Role.BPKPD_SPM);
        try {
            workflow.actingAs(spp, () -> refused("SEPARATION_OF_DUTIES",
                    () -> context.getBean(RegencyPayments.class).issueSpm(run, true, "SPM-1", null)));
        } finally {
            until(spp, Role.BPKPD_SPM);
        }
        assertThat(instance()).isWaitingAt("UserTask_IssueSpm");
    }

    @Test
    void theRegencyForwardsWithinSevenWorkingDaysOrIsReprimanded() {
        fund.sp2d(run);
        LocalDate monday = LocalDate.of(2026, 3, 16);
        fund.credited(run, monday);

        var task = engine.getTaskService().createTaskQuery().processInstanceBusinessKey(run.toString()).singleResult();
        assertThat(task.getDueDate().toInstant()).isEqualTo(Instant.parse("2026-04-01T16:59:59Z"));
        Job timer = engine.getManagementService().createJobQuery().processInstanceId(instance().getId()).timers().singleResult();
        assertThat(timer.getDuedate().toInstant()).isEqualTo(LocalDate.of(2026, 4, 2).atStartOfDay(WorkingDays.JAKARTA).toInstant());

        engine.getManagementService().executeJob(timer.getId());
        assertThat(instance()).isWaitingAt("UserTask_ForwardFunds", "UserTask_SendReprimand");
        refused("NUMBER_REQUIRED", () -> fund.task(run, Role.DP3AP2_KEPALA, "UserTask_SendReprimand", "letterNumber", null, "documentIds", null));
        fund.task(run, Role.DP3AP2_KEPALA, "UserTask_SendReprimand", "letterNumber", "S-12/2026", "documentIds", null);
        assertThat(history("EndEvent_ReprimandSent")).isOne();
        assertThat(instance()).isWaitingAt("UserTask_ForwardFunds");
        fund.task(run, Role.BKAD, "UserTask_ForwardFunds", "transferNumber", "TRF-1", "documentIds", null);
        fund.executeJobs(run);
        assertThat(instance()).isNull();
        assertThat(fund.run(run).papers().reprimand()).isEqualTo("S-12/2026");
    }

    @Test
    void aReprimandMayGoOutAfterTheForwarding() {
        fund.sp2d(run);
        fund.credited(run, DAY);
        engine.getManagementService().executeJob(engine.getManagementService().createJobQuery()
                .processInstanceId(instance().getId()).timers().singleResult().getId());
        fund.task(run, Role.BKAD, "UserTask_ForwardFunds", "transferNumber", "TRF-1", "documentIds", null);
        fund.executeJobs(run);
        assertThat(instance()).isWaitingAt("UserTask_SendReprimand");
        fund.task(run, Role.DP3AP2_KEPALA, "UserTask_SendReprimand", "letterNumber", "S-13", "documentIds", null);

        assertThat(instance()).isNull();
        assertThat(fund.run(run).state()).isEqualTo(PaymentRun.State.FORWARDED);
    }

    @Test
    void theSheetOfARunIsATableWithItsTotals() {
        fund.sp2d(run);

        CaseSheets.Table table = sheets.sheetOf("regency-disbursement", run, "UserTask_ForwardFunds").tables().get(0);
        assertThat(table.columns()).containsExactly("Kode", "Desa", "Kegiatan desa", "Iuran", "Jumlah", "Nomor penerusan");
        assertThat(table.rows().get(0)).containsExactly(villages.get(0), "Desa Uji 2001", 90_000_000L, 10_000_000L, 100_000_000L,
                fund.reference(run) + "-012001");
        assertThat(table.totals()).containsExactly("", "Jumlah", 180_000_000L, 20_000_000L, 200_000_000L, "");
        assertThat(sheets.titleOf("regency-disbursement", run))
                .isEqualTo("Kabupaten %s (%s), %s".formatted(regency, regency, fund.reference(run)));
    }

    @Test
    void theProofOfTheTransferIsForThatRegencyAndTheProvince() {
        fund.sp2d(run);
        fund.credited(run, DAY);
        String proof = fund.document(Role.BKAD, regency, "BUKTI_TRANSFER");
        String operators = fund.document(fund.line(line(0)), "BUKTI_TRANSFER");
        refused("NUMBER_REQUIRED", () -> fund.task(run, Role.BKAD, "UserTask_ForwardFunds", "transferNumber", null, "documentIds", proof));
        refused("DOCUMENT_UNKNOWN", () -> fund.task(run, Role.BKAD, "UserTask_ForwardFunds", "transferNumber", "TRF-1",
                "documentIds", UUID.randomUUID().toString()));
        refused("DOCUMENT_UNKNOWN", () -> fund.task(run, Role.BKAD, "UserTask_ForwardFunds", "transferNumber", "TRF-1",
                "documentIds", operators));
        fund.task(run, Role.BKAD, "UserTask_ForwardFunds", "transferNumber", "TRF-1", "documentIds", proof);

        assertThat(sheets.sheetOf("regency-disbursement", run, "UserTask_SendReprimand").documents())
                .extracting(CaseSheets.Attachment::kind).containsExactly("BUKTI_TRANSFER");
        GrantReaders readers = context.getBean(GrantReaders.class);
        UUID document = UUID.fromString(proof);
        assertThat(readers.mayRead(document, holder(Role.BKAD, regency))).isTrue();
        assertThat(readers.mayRead(document, holder(Role.DP3AP2_KEPALA, ""))).isTrue();
        assertThat(readers.mayRead(document, holder(Role.BKAD, "15.04"))).isFalse();
        assertThat(readers.mayRead(document, holder(Role.KADES, villages.get(0)))).isFalse();
    }

    private static Official holder(Role role, String area) {
        return Official.of("seorang", "Seorang", List.of(role.group(area)));
    }

    @Test
    void twoVillagesReadyAtTheSameMomentShareARun() throws Exception {
        fund.sp2d(run);                                     // nobody collects now
        String fourth = regency + ".02.2002";
        String fifth = regency + ".02.2003";
        fund.appoint(fourth, fifth);
        UUID other = DecreeFixture.in(context).inForce(PROVINCE, List.of(fourth, fifth), 50_000_000);
        fund.open(other);
        List<UUID> lines = List.of(fund.disbursement(other, fourth, 1), fund.disbursement(other, fifth, 1));
        lines.forEach(one -> {
            fund.requested(one);
            fund.sign(one, true, null);
            fund.recommend(one, true, null);
        });
        CountDownLatch together = new CountDownLatch(2);
        var threads = Executors.newFixedThreadPool(2);
        try {
            List<Future<?>> both = lines.stream().<Future<?>>map(one -> threads.submit(() -> {
                together.countDown();
                together.await(10, TimeUnit.SECONDS);
                fund.verify(one, true, null);
                return null;
            })).toList();
            for (Future<?> each : both) {
                each.get(60, TimeUnit.SECONDS);
            }
        } finally {
            threads.shutdownNow();
        }

        UUID shared = fund.run(other, regency);             // exactly one, or this fails
        assertThat(sheets.sheetOf("regency-disbursement", shared, "UserTask_VerifyBatch").rupiah()).isEqualTo(100_000_000);
        assertThat(fund.reference(shared)).endsWith("-2022-0002");
    }

    @Test
    void aVillageThatBecomesReadyWhileItsRunIsBeingCheckedIsNotForgotten() throws Exception {
        UUID late = line(2);
        fund.requested(late);
        fund.sign(late, true, null);
        fund.recommend(late, true, null);
        var thread = Executors.newSingleThreadExecutor();
        try {
            Future<?> verifying = new TransactionTemplate(context.getBean(PlatformTransactionManager.class)).execute(status -> {
                fund.task(run, Role.DP3AP2_VERIFIKATOR, "UserTask_VerifyBatch", "approved", true, "note", null);
                Future<?> waiting = thread.submit(() -> fund.verify(late, true, null));
                assertThatThrownBy(() -> waiting.get(1, TimeUnit.SECONDS)).isInstanceOf(java.util.concurrent.TimeoutException.class);
                return waiting;
            });
            verifying.get(60, TimeUnit.SECONDS);
        } finally {
            thread.shutdownNow();
        }

        UUID next = fund.run(decree, regency);
        assertThat(next).isNotEqualTo(run);
        assertThat(sheets.sheetOf("regency-disbursement", next, "UserTask_VerifyBatch").rupiah()).isEqualTo(100_000_000);
    }

    @Test
    void aCreditThatCannotBeBookedIsKeptAndBookedLater() {
        fund.sp2d(run);
        // the treasury is short: part of it went elsewhere
        var missing = id.lindungdesa.ledger.Transfer.of("TEST_DRAIN", Account.treasury(PROVINCE, decree),
                Account.villageGrant(PROVINCE + ".99.99.2999", decree), id.lindungdesa.money.Rupiah.of(150_000_000), "test", "test",
                Instant.EPOCH, decree);
        ledger.post(missing);
        assertThatThrownBy(() -> fund.credited(run, DAY)).isInstanceOf(RuntimeException.class);
        assertThat(fund.run(run).state()).isEqualTo(PaymentRun.State.CREDITED);
        assertThat(instance()).isWaitingAt("ServiceTask_BookCredit");
        assertThat(ledger.balance(Account.regencyTransit(regency, decree))).isZero();

        ledger.reversal(missing.id(), "kembali", Instant.EPOCH);
        fund.executeJobs(run);
        assertThat(instance()).isWaitingAt("UserTask_ForwardFunds");
        assertThat(ledger.balance(Account.regencyTransit(regency, decree))).isEqualTo(200_000_000);
    }

    private UUID line(int village) {
        return fund.disbursement(decree, villages.get(village), 1);
    }

    private ProcessInstance instance() {
        return engine.getRuntimeService().createProcessInstanceQuery().processDefinitionKey("regency-disbursement")
                .processInstanceBusinessKey(run.toString()).singleResult();
    }

    private long history(String element) {
        String id = engine.getHistoryService().createHistoricProcessInstanceQuery().processInstanceBusinessKey(run.toString())
                .singleResult().getId();
        return engine.getHistoryService().createHistoricActivityInstanceQuery().processInstanceId(id).activityId(element).count();
    }

    private void also(String user, Role role) {
        appoint(user, role, null);
    }

    private void until(String user, Role role) {
        appoint(user, role, LocalDate.of(2021, 1, 1));
    }

    private void appoint(String user, Role role, LocalDate until) {
        context.getBean(Offices.class).appoint(List.of(new Appointment(1, user, "Pejabat", role, "", LocalDate.of(2020, 1, 1),
                until, "SK-UJI")), List.of(), name -> VillageFundFixture.PASSWORD);
    }

    private static void refused(String code, Runnable step) {
        assertThatThrownBy(step::run).isInstanceOfSatisfying(Refusal.class,
                refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
