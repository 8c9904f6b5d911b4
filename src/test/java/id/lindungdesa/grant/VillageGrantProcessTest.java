package id.lindungdesa.grant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import id.lindungdesa.LindungDesaTest;
import id.lindungdesa.identity.Appointment;
import id.lindungdesa.identity.Offices;
import id.lindungdesa.identity.Role;
import id.lindungdesa.ledger.Account;
import id.lindungdesa.ledger.Ledger;
import id.lindungdesa.refusal.Refusal;
import id.lindungdesa.regulation.DecreeFixture;
import id.lindungdesa.workflow.CaseSheets;
import id.lindungdesa.workflow.Workflow;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@LindungDesaTest
class VillageGrantProcessTest {

    private static final LocalDate DAY = LocalDate.of(2022, 10, 3);
    private static final AtomicInteger PROVINCES = new AtomicInteger(40);

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
    @Autowired
    GrantReaders readers;

    private VillageFundFixture fund;
    private String province;
    private String village;
    private UUID decree;
    private UUID disbursement;

    @BeforeEach
    void aVillageOfItsOwn() {
        BpmnAwareTests.init(engine);
        fund = VillageFundFixture.in(context);
        province = String.valueOf(PROVINCES.getAndIncrement());
        village = province + ".01.01.2001";
        fund.appoint(village);
    }

    @Test
    void aVillageGetsItsMoneyAndTheShareForPremiumsLiesApart() {
        opened(100);

        fund.ready(disbursement);
        assertThat(balance(Account.treasury(province, decree))).isEqualTo(100_000_000);
        UUID run = fund.run(decree, province + ".01");
        fund.sp2d(run);
        assertThat(balance(Account.treasury(province, decree))).isEqualTo(100_000_000);
        fund.credited(run, DAY);
        assertThat(balance(Account.treasury(province, decree))).isZero();
        assertThat(balance(Account.regencyTransit(province + ".01", decree))).isEqualTo(100_000_000);
        fund.task(run, Role.BKAD, "UserTask_ForwardFunds", "transferNumber", "TRF-1", "documentIds", null);
        fund.executeJobs(run);
        assertThat(instance()).isWaitingAt("UserTask_ConfirmReceipt");
        fund.confirm(disbursement);

        assertThat(instance()).isNull();
        assertThat(fund.line(disbursement).state()).isEqualTo(Disbursement.State.RECEIVED);
        assertThat(balance(Account.regencyTransit(province + ".01", decree))).isZero();
        assertThat(balance(Account.villageGrant(village, decree))).isEqualTo(90_000_000);
        assertThat(balance(Account.villagePremium(village, decree))).isEqualTo(10_000_000);
        assertThat(ledger.transfersOf(disbursement.toString())).extracting("code")
                .containsExactly("SP2D_CREDIT", "FORWARDED_GRANT", "FORWARDED_PREMIUM");
    }

    @Test
    void theSecondTrancheOpensWithTheReceiptOfTheFirstAndWantsItsReport() {
        opened(30, 70);
        fund.ready(disbursement);
        fund.forwarded(fund.run(decree, province + ".01"), DAY);
        fund.confirm(disbursement);
        assertThat(balance(Account.villagePremium(village, decree))).isEqualTo(3_000_000);
        assertThat(balance(Account.treasury(province, decree))).isEqualTo(70_000_000);

        UUID second = fund.disbursement(decree, village, 2);
        Disbursement line = fund.line(second);
        assertThat(line.rupiah().amount()).isEqualTo(70_000_000);
        String letter = fund.document(line, "SURAT_PERMOHONAN");
        disbursement = second;
        refused("SPJ_I_MISSING", () -> prepare(second, letter, 70_000_000L));
        assertThat(instance()).isWaitingAt("UserTask_PrepareRequest");

        fund.ready(second);
        fund.forwarded(fund.run(decree, province + ".01"), DAY);
        fund.confirm(second);

        assertThat(balance(Account.villageGrant(village, decree))).isEqualTo(90_000_000);
        assertThat(balance(Account.villagePremium(village, decree))).isEqualTo(10_000_000);
        assertThat(balance(Account.treasury(province, decree))).isZero();
        assertThat(instance()).isNull();
        assertThat(count("select count(*) from grant_disbursement where decree_id = :decree")).isEqualTo(2);
    }

    @Test
    void aRequestWithAnotherAmountIsReturnedWithTheExpectedOne() {
        opened(30, 70);
        String letter = fund.document(fund.line(disbursement), "SURAT_PERMOHONAN");

        assertThatThrownBy(() -> prepare(disbursement, letter, 35_000_000L)).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.code()).isEqualTo("AMOUNT_MISMATCH");
            assertThat(refusal.getMessage()).contains("Rp30.000.000");
        });
        refused("AMOUNT_NEGATIVE", () -> prepare(disbursement, letter, -1L));
        assertThat(instance()).isWaitingAt("UserTask_PrepareRequest");
        assertThat(fund.line(disbursement).rupiah().amount()).isEqualTo(30_000_000);
    }

    @Test
    void aRequestWithoutItsLetterOrWithAnUnknownDocumentStaysOpen() {
        opened(100);

        refused("DOCUMENT_MISSING", () -> prepare(disbursement, null, null));
        refused("DOCUMENT_UNKNOWN", () -> prepare(disbursement, UUID.randomUUID().toString(), null));
        refused("DOCUMENT_UNKNOWN", () -> prepare(disbursement, "'; drop table grant_run", null));
        assertThat(instance()).isWaitingAt("UserTask_PrepareRequest");
    }

    @Test
    void everyOfficeMaySendTheRequestBackToTheOperator() {
        opened(100);

        fund.requested(disbursement);
        fund.sign(disbursement, false, "Tanggal surat keliru");
        assertThat(instance()).isWaitingAt("UserTask_PrepareRequest");
        assertThat(fund.line(disbursement).state()).isEqualTo(Disbursement.State.AWAITING_REQUEST);
        prepare(disbursement, null, null);          // what was attached before still counts
        fund.sign(disbursement, true, null);
        fund.recommend(disbursement, false, "Nomor rekening tidak terbaca");
        assertThat(instance()).isWaitingAt("UserTask_PrepareRequest");
        fund.requested(disbursement);
        fund.sign(disbursement, true, null);
        fund.recommend(disbursement, true, null);
        fund.verify(disbursement, false, "RAB belum sesuai");
        assertThat(instance()).isWaitingAt("UserTask_PrepareRequest");
        fund.ready(disbursement);

        assertThat(instance()).isWaitingAt("Gateway_ProvinceAnswered");
        assertThat(sheets.sheetOf("village-grant", disbursement, "UserTask_VerifyRequest").steps())
                .extracting(CaseSheets.Step::outcome, CaseSheets.Step::note)
                .contains(tuple("Dikembalikan", "Tanggal surat keliru"), tuple("Dikembalikan", "RAB belum sesuai"));
    }

    @Test
    void whoReturnsSaysWhy() {
        opened(100);
        fund.requested(disbursement);

        refused("NOTE_REQUIRED", () -> fund.sign(disbursement, false, null));
        refused("NOTE_REQUIRED", () -> fund.sign(disbursement, false, " ab "));
        fund.sign(disbursement, true, null);
        refused("NOTE_REQUIRED", () -> fund.recommend(disbursement, false, ""));
        fund.recommend(disbursement, true, null);
        refused("NOTE_REQUIRED", () -> fund.verify(disbursement, false, "x"));
        assertThat(instance()).isWaitingAt("UserTask_VerifyRequest");
    }

    @Test
    void theProvinceReturnsItToTheRegencyWithTheReason() {
        opened(100);
        fund.ready(disbursement);
        UUID run = fund.run(decree, province + ".01");

        fund.task(run, Role.DP3AP2_VERIFIKATOR, "UserTask_VerifyBatch", "approved", false, "note", "Rekapitulasi belum ditandatangani");
        fund.executeJobs(run);

        assertThat(instance()).isWaitingAt("UserTask_VerifyRequest");
        assertThat(fund.line(disbursement).state()).isEqualTo(Disbursement.State.AWAITING_VERIFICATION);
        assertThat(sheets.sheetOf("village-grant", disbursement, "UserTask_VerifyRequest").steps())
                .extracting(CaseSheets.Step::note).contains("Rekapitulasi belum ditandatangani");
        assertThat(fund.run(run).state()).isEqualTo(PaymentRun.State.RETURNED);

        fund.verify(disbursement, true, null);
        fund.forwarded(fund.run(decree, province + ".01"), DAY);
        fund.confirm(disbursement);
        assertThat(fund.line(disbursement).state()).isEqualTo(Disbursement.State.RECEIVED);
    }

    @Test
    void onePersonTakesNoTwoStepsOfARequest() {
        opened(100);
        also(VillageFundFixture.user(Role.OPERATOR, village), Role.KADES, village);
        also(VillageFundFixture.user(Role.OPERATOR, village), Role.BENDAHARA, village);
        also(VillageFundFixture.user(Role.KADES, village), Role.CAMAT, village.substring(0, 8));
        also(VillageFundFixture.user(Role.CAMAT, village.substring(0, 8)), Role.PMD, village.substring(0, 5));

        fund.requested(disbursement);
        refused("SEPARATION_OF_DUTIES", () -> as(Role.OPERATOR, village, "UserTask_SignRequest", "approved", true, "note", null));
        fund.sign(disbursement, true, null);
        refused("SEPARATION_OF_DUTIES", () -> as(Role.KADES, village, "UserTask_RecommendRequest", "approved", true, "note", null));
        fund.recommend(disbursement, true, null);
        refused("SEPARATION_OF_DUTIES", () -> as(Role.CAMAT, village.substring(0, 8), "UserTask_VerifyRequest", "approved", true, "note", null));
        fund.verify(disbursement, true, null);
        fund.forwarded(fund.run(decree, province + ".01"), DAY);
        refused("SEPARATION_OF_DUTIES", () -> as(Role.OPERATOR, village, "UserTask_ConfirmReceipt", "receivedRupiah", null, "documentIds", null));
        fund.confirm(disbursement);
    }

    @Test
    void twoOfficersWhoDecideAtOnceDecideOnce() throws Exception {
        opened(100);
        String district = village.substring(0, 8);
        also("wakil." + district, Role.CAMAT, district);
        fund.requested(disbursement);
        fund.sign(disbursement, true, null);
        CountDownLatch together = new CountDownLatch(2);
        var threads = Executors.newFixedThreadPool(2);
        int decided = 0;
        try {
            List<Future<?>> both = List.of(VillageFundFixture.user(Role.CAMAT, district), "wakil." + district).stream()
                    .<Future<?>>map(user -> threads.submit(() -> {
                        together.countDown();
                        together.await(10, TimeUnit.SECONDS);
                        workflow.actingAs(user, () -> workflow.complete("village-grant", disbursement, "UserTask_RecommendRequest",
                                Map.of("approved", true, "note", "")));
                        return null;
                    })).toList();
            for (Future<?> each : both) {
                try {
                    each.get(60, TimeUnit.SECONDS);
                    decided++;
                } catch (ExecutionException e) {
                    assertThat(e.getCause()).isInstanceOf(RuntimeException.class);
                }
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(decided).isOne();
        assertThat(instance()).isWaitingAt("UserTask_VerifyRequest");
        assertThat(jdbc.sql("select count(*) from grant_decision where disbursement_id = :id and step = 'RECOMMEND'")
                .param("id", disbursement).query(Long.class).single()).isOne();
    }

    @Test
    void somebodyElsesTaskIsOutOfReach() {
        opened(100);
        String other = province + ".01.01.2002";
        fund.appoint(other);
        fund.requested(disbursement);

        assertThatThrownBy(() -> as(Role.KADES, other, "UserTask_SignRequest", "approved", true, "note", null))
                .isInstanceOf(RuntimeException.class);
        assertThat(instance()).isWaitingAt("UserTask_SignRequest");
        // past the engine, the step asks again who he is
        workflow.actingAs(VillageFundFixture.user(Role.KADES, other), () -> refused("NOT_YOUR_OFFICE",
                () -> context.getBean(VillageFund.class).sign(disbursement, true, null)));
    }

    @Test
    void aForgedAmountReachesNothing() {
        opened(100);

        assertThatThrownBy(() -> as(Role.OPERATOR, village, "UserTask_PrepareRequest", "documentIds", null, "rupiah", 1L))
                .isInstanceOf(RuntimeException.class);
        assertThat(instance()).isWaitingAt("UserTask_PrepareRequest");
    }

    @Test
    void theTreasurerDoesNotConfirmAnotherAmountAndSeesWhatTheBankReported() {
        opened(100);
        fund.ready(disbursement);
        fund.forwarded(fund.run(decree, province + ".01"), DAY);
        String reference = fund.line(disbursement).forwardingReference().orElseThrow();
        workflow.actingAs(VillageFundFixture.BANK, () -> refused("AMOUNT_MISMATCH", () -> context.getBean(BankCredits.class)
                .report(new BankLedger.Credit(reference, "771", id.lindungdesa.money.Rupiah.of(99_000_000), DAY))));

        refused("AMOUNT_MISMATCH", () -> as(Role.BENDAHARA, village, "UserTask_ConfirmReceipt", "receivedRupiah", 99_000_000L,
                "documentIds", null));
        assertThat(sheets.sheetOf("village-grant", disbursement, "UserTask_ConfirmReceipt").facts())
                .extracting(CaseSheets.Fact::value).contains(reference).anyMatch(value -> value.toString().contains("Rp99.000.000"));
        assertThat(balance(Account.villageGrant(village, decree))).isZero();

        workflow.actingAs(VillageFundFixture.BANK, () -> context.getBean(BankCredits.class)
                .report(new BankLedger.Credit(reference, "771", id.lindungdesa.money.Rupiah.of(100_000_000), DAY)));
        assertThat(sheets.sheetOf("village-grant", disbursement, "UserTask_ConfirmReceipt").facts())
                .extracting(CaseSheets.Fact::label).contains("Menurut bank");
        fund.confirm(disbursement);
        assertThat(balance(Account.villageGrant(village, decree))).isEqualTo(90_000_000);
    }

    @Test
    void theSheetShowsWhoWhereAndHowMuchAndTheDocumentsAreForThoseAbove() {
        opened(30, 70);
        fund.requested(disbursement);

        CaseSheets.Sheet sheet = sheets.sheetOf("village-grant", disbursement, "UserTask_SignRequest");
        assertThat(sheet.where()).isEqualTo("Desa Uji 2001 (" + village + ")");
        assertThat(sheet.rupiah()).isEqualTo(30_000_000);
        assertThat(sheet.documents()).extracting(CaseSheets.Attachment::kind).containsExactly("SURAT_PERMOHONAN");
        assertThat(sheet.tables().get(0).rows().get(0)).containsExactly("Surat permohonan penyaluran", "wajib", "ada");
        assertThat(engine.getTaskService().createTaskQuery().processInstanceBusinessKey(disbursement.toString()).singleResult()
                .getName()).isEqualTo("Tanda tangani permohonan · Desa Uji 2001 (" + village + "), tahap I");

        UUID document = sheet.documents().get(0).id();
        assertThat(mayRead(document, Role.KADES, village)).isTrue();
        assertThat(mayRead(document, Role.PMD, province + ".01")).isTrue();
        assertThat(mayRead(document, Role.BPKPD_BUD, "")).isTrue();
        assertThat(mayRead(document, Role.PMD, province + ".02")).isFalse();
        assertThat(mayRead(document, Role.KADES, province + ".01.01.2002")).isFalse();
        assertThat(mayRead(document, Role.BPJS_AR, "jambi")).isFalse();
        assertThat(mayRead(document, Role.BANK, "")).isFalse();
    }

    private boolean mayRead(UUID document, Role role, String area) {
        return readers.mayRead(document, id.lindungdesa.identity.Official.of("seorang", "Seorang", List.of(role.group(area))));
    }

    private void opened(Integer... tranches) {
        decree = DecreeFixture.in(context).inForce(province, List.of(village), 100_000_000, tranches);
        fund.open(decree);
        disbursement = fund.disbursement(decree, village, 1);
        assertThat(instance()).isWaitingAt("UserTask_PrepareRequest");
    }

    private void prepare(UUID id, String documentIds, Long requested) {
        disbursement = id;
        as(Role.OPERATOR, village, "UserTask_PrepareRequest", "documentIds", documentIds, "requestedRupiah", requested);
    }

    private void also(String user, Role role, String area) {
        context.getBean(Offices.class).appoint(List.of(new Appointment(1, user, "Pejabat", role, area,
                LocalDate.of(2020, 1, 1), null, "SK-UJI")), List.of(), name -> VillageFundFixture.PASSWORD);
    }

    private void as(Role role, String area, String element, Object... variables) {
        Map<String, Object> given = new HashMap<>();
        for (int i = 0; i < variables.length; i += 2) {
            given.put((String) variables[i], variables[i + 1]);
        }
        workflow.actingAs(VillageFundFixture.user(role, area), () -> workflow.complete("village-grant", disbursement, element, given));
    }

    private static void refused(String code, Runnable step) {
        assertThatThrownBy(step::run).isInstanceOfSatisfying(Refusal.class,
                refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private ProcessInstance instance() {
        return engine.getRuntimeService().createProcessInstanceQuery().processDefinitionKey("village-grant")
                .processInstanceBusinessKey(disbursement.toString()).singleResult();
    }

    private long balance(Account account) {
        return ledger.balance(account);
    }

    private long count(String sql) {
        return jdbc.sql(sql).param("decree", decree).query(Long.class).single();
    }
}
