package id.lindungdesa.premium;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import id.lindungdesa.LindungDesaTest;
import id.lindungdesa.document.Documents;
import id.lindungdesa.enrolment.Enrolment;
import id.lindungdesa.enrolment.Worker;
import id.lindungdesa.enrolment.WorkerList;
import id.lindungdesa.grant.FundsReceived;
import id.lindungdesa.identity.Appointment;
import id.lindungdesa.identity.Offices;
import id.lindungdesa.identity.Official;
import id.lindungdesa.identity.Role;
import id.lindungdesa.ledger.Account;
import id.lindungdesa.ledger.Ledger;
import id.lindungdesa.ledger.Transfer;
import id.lindungdesa.money.Rupiah;
import id.lindungdesa.refusal.Refusal;
import id.lindungdesa.region.Regions;
import id.lindungdesa.regulation.DecreeFixture;
import id.lindungdesa.regulation.DecreeRegister;
import id.lindungdesa.workflow.Workflow;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.RequestEntity;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** From the money to the cover, every way through and out; each test has a village of its own in province 54. */
@LindungDesaTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PremiumPaymentProcessTest {

    private static final String PROCESS = "premium-payment";
    private static final String PASSWORD = "Rahasia-uji-123";
    private static final String BRANCH = "uji-74";
    private static final String AR = "ar-74";
    private static final String INSURER = "insurer-74";
    private static final int VILLAGES = 40;

    @Autowired ApplicationContext context;
    @Autowired ApplicationEventPublisher events;
    @Autowired TransactionTemplate transaction;
    @Autowired ProcessEngine engine;
    @Autowired RuntimeService runtime;
    @Autowired TaskService tasks;
    @Autowired ManagementService management;
    @Autowired Workflow workflow;
    @Autowired Offices offices;
    @Autowired Regions regions;
    @Autowired DecreeRegister decrees;
    @Autowired Ledger ledger;
    @Autowired Enrolment enrolment;
    @Autowired PremiumCases cases;
    @Autowired Bills bills;
    @Autowired CoverBook book;
    @Autowired PremiumSheets sheets;
    @Autowired PremiumReaders readers;
    @Autowired Documents documents;
    @Autowired TestRestTemplate http;
    @Autowired JdbcClient jdbc;
    @Autowired Clock clock;

    private UUID decree;
    private int nextVillage;
    private int nextPerson;

    @BeforeAll
    void decreeInForce() {
        BpmnAwareTests.init(engine);
        decree = DecreeFixture.in(context).inForce("54", IntStream.range(0, VILLAGES).mapToObj(PremiumPaymentProcessTest::village).toList(),
                100_000_000, 30, 70);
        regions.assignBranches(new ByteArrayInputStream(("branch,regency_code\n" + BRANCH + ",54.01\n").getBytes(StandardCharsets.UTF_8)));
        offices.appoint(List.of(official(AR, Role.BPJS_AR, BRANCH), official("ar-elsewhere", Role.BPJS_AR, "uji-75"),
                official(INSURER, Role.INSURER, "")), List.of(), user -> PASSWORD);
    }

    @Test
    void moneyBecomesCover() {
        Case one = aCaseWith(3_000_000, 5);
        one.complete(one.operator, "UserTask_PrepareWorkerList", "documentIds", one.document(), "note", null);
        assertThat(one.list().state()).isEqualTo(WorkerList.State.PREPARED);
        one.complete(one.head, "UserTask_AdoptWorkerList", "approved", true, "months", 3L, "fromMonth", month(0).toString(), "note", null);
        one.complete(AR, "UserTask_CheckRegistration", "approved", true, "note", null);

        Bill bill = one.bill();
        assertThat(bill.rupiah()).isEqualTo(Rupiah.of(5 * 3 * 16_800));
        assertThat(BillingCode.isWellFormed(bill.billingCode())).isTrue();
        assertThat(one.task().getDueDate()).isNotNull();
        assertThat(one.workers()).allSatisfy(worker -> {
            assertThat(worker.registeredAt()).isNotNull();
            assertThat(book.on(worker.id(), LocalDate.now(clock))).as("billed is not covered").isEmpty();
        });

        one.complete(one.treasurer, "UserTask_PayPremium", "paymentReference", "SPP/01", "documentIds", null);
        one.complete(one.head, "UserTask_ApprovePayment", "approved", true, "note", null);
        assertThat(one.instance()).isWaitingAt("ServiceTask_TransferPremium");
        long incoming = ledger.balance(Account.insurerIncoming());
        one.jobs();
        assertThat(one.instance()).isWaitingAt("Event_PremiumConfirmed");
        assertThat(ledger.balance(one.account())).isEqualTo(3_000_000 - 252_000);
        assertThat(ledger.balance(Account.insurerIncoming()) - incoming).isEqualTo(252_000);

        JsonNode begun = confirm(INSURER, bill.billingCode(), 252_000, month(0), 3).getBody();

        assertThat(begun.get("workers").asInt()).isEqualTo(5);
        assertThat(begun.get("coverFrom").asText()).as("nobody is covered before he is registered").isEqualTo(LocalDate.now(clock).toString());
        assertThat(begun.get("coverThrough").asText()).isEqualTo(month(2).atEndOfMonth().toString());
        assertThat(one.ended()).isTrue();
        assertThat(one.list().state()).isEqualTo(WorkerList.State.COVERED);
        assertThat(ledger.balance(Account.insurerIncoming())).isEqualTo(incoming);
        assertThat(one.workers()).allSatisfy(worker -> {
            Cover cover = book.on(worker.id(), month(2).atEndOfMonth()).orElseThrow();
            Transfer transfer = ledger.transfer(cover.transferId()).orElseThrow();
            assertThat(transfer.creditPath()).isEqualTo("insurer/premium/" + month(2));
            assertThat(transfer.rupiah()).isEqualTo(Rupiah.of(5 * 16_800));
            assertThat(book.on(worker.id(), LocalDate.now(clock).minusDays(1))).isEmpty();
            assertThat(book.on(worker.id(), month(3).atDay(1))).isEmpty();
        });
        assertThat(jdbc.sql("select workers from report_cover_village where village_code = :village and month = :month")
                .param("village", one.village).param("month", month(1).atDay(1)).query(Integer.class).single()).isEqualTo(5);
        assertThat(jdbc.sql("select count(*) from report_cover where bill_id = :bill").param("bill", bill.id())
                .query(Integer.class).single()).isEqualTo(5);
        assertThat(jdbc.sql("select sum(rupiah)::bigint from report_cover_month where bill_id = :bill").param("bill", bill.id())
                .query(Long.class).single()).isEqualTo(252_000);
        assertThat(jdbc.sql("select disbursement_id from report_bill where id = :bill").param("bill", bill.id())
                .query(UUID.class).single()).isEqualTo(one.disbursement);
    }

    @Test
    void aVillageWithoutAShareHasNoCase() {
        String village = village(nextVillage++);
        publish(UUID.randomUUID(), village, 1, 0);

        assertThat(cases.ofVillage(village)).isEmpty();
    }

    @Test
    void theSameMoneyOpensOneCase() {
        Case one = aCaseWith(1_000_000, 0);

        publish(one.disbursement, one.village, 1, 1_000_000);

        assertThat(cases.ofVillage(one.village)).hasSize(1);
        assertThat(runtime.createProcessInstanceQuery().processDefinitionKey(PROCESS).processInstanceBusinessKey(one.id.toString()).count())
                .isEqualTo(1);
    }

    @Test
    void anEmptyListIsNotPrepared() {
        Case one = aCaseWith(1_000_000, 0);

        one.refused("LIST_EMPTY", one.operator, "UserTask_PrepareWorkerList");
        assertThat(one.instance()).isWaitingAt("UserTask_PrepareWorkerList");
    }

    @Test
    void theVillageHeadReturnsAListWithANote() {
        Case one = aCaseWith(3_000_000, 2);
        one.complete(one.operator, "UserTask_PrepareWorkerList");

        one.refused("NOTE_REQUIRED", one.head, "UserTask_AdoptWorkerList", "approved", false, "note", "x");
        one.complete(one.head, "UserTask_AdoptWorkerList", "approved", false, "note", "Ganti Pak RT");

        assertThat(one.instance()).isWaitingAt("UserTask_PrepareWorkerList");
        assertThat(one.list().state()).isEqualTo(WorkerList.State.DRAFT);
        assertThat(one.premiumCase().listId()).isNull();
        one.complete(one.operator, "UserTask_PrepareWorkerList");
        assertThat(one.instance()).isWaitingAt("UserTask_AdoptWorkerList");
        assertThat(sheets.sheetOf(PROCESS, one.id, "UserTask_AdoptWorkerList").steps()).extracting(step -> step.outcome())
                .containsExactly("Selesai", "Dikembalikan", "Selesai");
    }

    @Test
    void theInsurerReturnsAList() {
        Case one = adopted(3_000_000, 2, 3);

        one.complete(AR, "UserTask_CheckRegistration", "approved", false, "note", "Lengkapi pekerjaan");

        assertThat(one.instance()).isWaitingAt("UserTask_PrepareWorkerList");
        assertThat(one.list().state()).isEqualTo(WorkerList.State.DRAFT);
        assertThat(one.workers()).allSatisfy(worker -> assertThat(worker.registeredAt()).isNull());
    }

    @Test
    void theVillageHeadReturnsAPayment() {
        Case one = billed(3_000_000, 2, 3);
        one.refused("REFERENCE_REQUIRED", one.treasurer, "UserTask_PayPremium", "paymentReference", " ");
        one.complete(one.treasurer, "UserTask_PayPremium", "paymentReference", "SPP/01");

        one.refused("NOTE_REQUIRED", one.head, "UserTask_ApprovePayment", "approved", false);
        one.complete(one.head, "UserTask_ApprovePayment", "approved", false, "note", "Nomor SPP keliru");

        assertThat(one.instance()).isWaitingAt("UserTask_PayPremium");
        assertThat(one.bill().state()).isEqualTo(Bill.State.ISSUED);
        one.complete(one.treasurer, "UserTask_PayPremium", "paymentReference", "SPP/02");
        assertThat(one.bill().paymentReference()).isEqualTo("SPP/02");
    }

    @Test
    void ac40_whoCannotWorkIsStruckOffAtRegistration() {
        Case one = adopted(3_000_000, 3, 2);
        Worker ill = one.workers().get(1);

        ResponseEntity<JsonNode> struck = http.withBasicAuth(AR, PASSWORD).exchange(
                RequestEntity.post("/api/premium-cases/" + one.id + "/rejections").contentType(MediaType.APPLICATION_JSON)
                        .body("{\"rejections\":[{\"line\":2,\"code\":\"ILL\",\"note\":\"terbaring sakit\"}]}"), JsonNode.class);
        one.complete(AR, "UserTask_CheckRegistration", "approved", true);

        assertThat(struck.getStatusCode()).isEqualTo(HttpStatus.OK);
        assertThat(one.bill().workers()).isEqualTo(2);
        assertThat(one.bill().rupiah()).isEqualTo(Rupiah.of(2 * 2 * 16_800));
        assertThat(enrolment.worker(ill.id()).registeredAt()).isNull();
        one.paidAndConfirmed();
        assertThat(book.of(ill.id())).isEmpty();
    }

    @Test
    void nothingStruckOffIsFineToo() {
        Case one = adopted(3_000_000, 1, 1);

        assertThat(http.withBasicAuth(AR, PASSWORD).exchange(RequestEntity.post("/api/premium-cases/" + one.id + "/rejections")
                .contentType(MediaType.APPLICATION_JSON).body("{}"), JsonNode.class).getStatusCode()).isEqualTo(HttpStatus.OK);
    }

    @Test
    void aListThatCostsMoreThanTheShareIsNotAdopted() {
        Case one = aCaseWith(3_000_000, 50);
        one.complete(one.operator, "UserTask_PrepareWorkerList");

        assertThatThrownBy(() -> one.complete(one.head, "UserTask_AdoptWorkerList", "approved", true, "months", 4L, "fromMonth",
                month(0).toString()))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("PREMIUM_SHORTFALL"))
                .hasMessageContaining("kurang Rp360.000").hasMessageContaining("50 pekerja × 3 bulan (Rp2.520.000)");
        one.complete(one.head, "UserTask_AdoptWorkerList", "approved", true, "months", 3L, "fromMonth", month(0).toString());
        assertThat(one.instance()).isWaitingAt("UserTask_CheckRegistration");
    }

    @Test
    void moreWorkersThanTheDecreePaysForAreNotAdopted() {
        Case one = aCaseWith(3_000_000, 51);
        one.complete(one.operator, "UserTask_PrepareWorkerList");

        one.refused("QUOTA_EXCEEDED", one.head, "UserTask_AdoptWorkerList", "approved", true, "months", 1L, "fromMonth", month(0).toString());
    }

    @Test
    void monthsMustMakeSense() {
        Case one = aCaseWith(3_000_000, 1);
        one.complete(one.operator, "UserTask_PrepareWorkerList");

        one.refused("MONTH_MALFORMED", one.head, "UserTask_AdoptWorkerList", "approved", true, "months", 1L, "fromMonth", "Oktober");
        one.refused("MONTH_MALFORMED", one.head, "UserTask_AdoptWorkerList", "approved", true, "months", 1L, "fromMonth", null);
        one.refused("MONTH_PAST", one.head, "UserTask_AdoptWorkerList", "approved", true, "months", 1L, "fromMonth", month(-1).toString());
        one.refused("MONTH_TOO_LATE", one.head, "UserTask_AdoptWorkerList", "approved", true, "months", 1L, "fromMonth", "2926-01");
        one.refused("MONTHS_INVALID", one.head, "UserTask_AdoptWorkerList", "approved", true, "months", 0L, "fromMonth", month(0).toString());
        one.refused("MONTHS_INVALID", one.head, "UserTask_AdoptWorkerList", "approved", true, "months", null, "fromMonth", month(0).toString());
        one.refused("MONTHS_INVALID", one.head, "UserTask_AdoptWorkerList", "approved", true, "months", 25L, "fromMonth", month(0).toString());
    }

    @Test
    void theSecondTrancheGoesOnWithTheSamePeople() {
        Case first = billed(3_000_000, 4, 3);
        first.paidAndConfirmed();
        Case second = aCase(first.village, 7_000_000, 2);

        second.complete(second.operator, "UserTask_PrepareWorkerList");
        assertThat(second.list().number()).isEqualTo(2);
        assertThat(enrolment.listed(second.list().id())).isEqualTo(4);
        second.refused("COVER_OVERLAP", second.head, "UserTask_AdoptWorkerList", "approved", true, "months", 8L, "fromMonth", month(2).toString());
        second.complete(second.head, "UserTask_AdoptWorkerList", "approved", true, "months", 8L, "fromMonth", month(3).toString());
        second.complete(AR, "UserTask_CheckRegistration", "approved", true);
        second.paidAndConfirmed();

        Worker worker = second.workers().get(0);
        assertThat(book.of(worker.id())).extracting(CoverPeriod::from).containsExactly(LocalDate.now(clock), month(3).atDay(1));
        assertThat(book.on(worker.id(), month(10).atEndOfMonth())).isPresent();
        assertThat(ledger.balance(second.account())).isEqualTo(10_000_000 - 4 * 11 * 16_800);
    }

    @Test
    void billedMonthsAreTakenBeforeTheyArePaid() {
        Case first = billed(3_000_000, 2, 3);
        Case second = aCase(first.village, 7_000_000, 2);
        second.complete(second.operator, "UserTask_PrepareWorkerList");

        second.refused("COVER_OVERLAP", second.head, "UserTask_AdoptWorkerList", "approved", true, "months", 1L, "fromMonth", month(0).toString());
        assertThat(sheets.sheetOf(PROCESS, second.id, "UserTask_AdoptWorkerList").facts())
                .anySatisfy(fact -> assertThat(fact.value()).isEqualTo(Rupiah.of(10_000_000 - 2 * 3 * 16_800).toString()));
    }

    @Test
    void nobodyTakesTwoStepsOfOneMatter() {
        Case one = aCaseWith(3_000_000, 1);
        offices.appoint(List.of(official(one.operator, Role.KADES, one.village), official(one.operator, Role.BPJS_AR, BRANCH),
                official(one.treasurer, Role.KADES, one.village)), List.of(), user -> PASSWORD);
        one.complete(one.operator, "UserTask_PrepareWorkerList");
        one.refused("SEPARATION_OF_DUTIES", one.operator, "UserTask_AdoptWorkerList", "approved", true, "months", 1L, "fromMonth", month(0).toString());
        one.complete(one.head, "UserTask_AdoptWorkerList", "approved", true, "months", 1L, "fromMonth", month(0).toString());
        one.refused("SEPARATION_OF_DUTIES", one.operator, "UserTask_CheckRegistration", "approved", true);
        one.complete(AR, "UserTask_CheckRegistration", "approved", true);
        one.complete(one.treasurer, "UserTask_PayPremium", "paymentReference", "SPP/01");
        one.refused("SEPARATION_OF_DUTIES", one.treasurer, "UserTask_ApprovePayment", "approved", true);
        one.complete(one.head, "UserTask_ApprovePayment", "approved", true);
        assertThat(one.instance()).isWaitingAt("ServiceTask_TransferPremium");
    }

    @Test
    void whoHoldsNoOfficeForTheCaseCannotTouchIt() {
        Case one = adopted(3_000_000, 1, 1);
        Case other = aCaseWith(3_000_000, 1);

        assertThatThrownBy(() -> one.complete("ar-elsewhere", "UserTask_CheckRegistration", "approved", true)).isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> one.complete(other.head, "UserTask_CheckRegistration", "approved", true)).isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> workflow.actingAs("ar-elsewhere", () -> context.getBean(PremiumDesk.class).check(one.id, true, null)))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("NOT_YOUR_OFFICE"));
        assertThat(one.instance()).isWaitingAt("UserTask_CheckRegistration");
    }

    @Test
    void moneyThatIsGoneIsNotPaid() {
        Case one = billed(3_000_000, 2, 3);
        one.complete(one.treasurer, "UserTask_PayPremium", "paymentReference", "SPP/01");
        ledger.post(Transfer.of("TEST_GONE", one.account(), Account.villageGrant(one.village, decree), Rupiah.of(2_950_000), "uji", "Uji",
                clock.instant(), one.id));

        one.refused("PREMIUM_SHORTFALL", one.head, "UserTask_ApprovePayment", "approved", true);
        assertThat(one.bill().state()).isEqualTo(Bill.State.PAYMENT_ORDERED);
    }

    @Test
    void theTransferNeverGoesBeyondTheShare() {
        Case one = billed(3_000_000, 2, 3);
        one.complete(one.treasurer, "UserTask_PayPremium", "paymentReference", "SPP/01");
        one.complete(one.head, "UserTask_ApprovePayment", "approved", true);
        Transfer gone = Transfer.of("TEST_GONE", one.account(), Account.villageGrant(one.village, decree), Rupiah.of(2_950_000), "uji",
                "Uji", clock.instant(), one.id);
        ledger.post(gone);

        assertThatThrownBy(one::jobs).isInstanceOf(RuntimeException.class);
        assertThat(one.bill().state()).isEqualTo(Bill.State.PAYMENT_APPROVED);

        ledger.reversal(gone.id(), "uji", clock.instant());
        one.jobs();
        one.jobs();
        assertThat(one.bill().state()).isEqualTo(Bill.State.PAID);
        context.getBean(PremiumPayments.class).transfer(one.id);
        assertThat(ledger.balance(one.account())).as("a repeated step moves nothing").isEqualTo(3_000_000 - 2 * 3 * 16_800);
    }

    @Test
    void whatTheInsurerSaysMustFitTheBill() {
        Case one = billed(3_000_000, 2, 3);
        String code = one.bill().billingCode();
        long rupiah = one.bill().rupiah().amount();

        assertThat(told(confirm(INSURER, code, rupiah, month(0), 3))).isEqualTo("409 NOT_PAID_YET");
        one.paid();
        assertThat(told(confirm(INSURER, "123456789012345", rupiah, month(0), 3))).isEqualTo("422 UNKNOWN_BILLING_CODE");
        assertThat(told(confirm(INSURER, code, rupiah + 1, month(0), 3))).isEqualTo("422 AMOUNT_MISMATCH");
        assertThat(told(confirm(INSURER, code, rupiah, month(1), 3))).isEqualTo("422 COVER_FROM_MISMATCH");
        assertThat(told(confirm(INSURER, code, rupiah, month(0), 4))).isEqualTo("422 MONTHS_MISMATCH");
        assertThat(confirm(one.head, code, rupiah, month(0), 3).getStatusCode()).isEqualTo(HttpStatus.FORBIDDEN);
        assertThat(told(post(INSURER, "/api/insurer/confirmations", "{\"billingCode\":\"\"}"))).isEqualTo("422 CONFIRMATION_INVALID");
        assertThat(one.instance()).isWaitingAt("Event_PremiumConfirmed");

        ResponseEntity<JsonNode> first = confirm(INSURER, code, rupiah, month(0), 3);
        ResponseEntity<JsonNode> again = confirm(INSURER, code, rupiah, month(0), 3);
        assertThat(first.getStatusCode()).isEqualTo(HttpStatus.CREATED);
        assertThat(again.getStatusCode()).isEqualTo(HttpStatus.OK);
        assertThat(again.getBody()).isEqualTo(first.getBody());
        assertThat(told(confirm(INSURER, code, rupiah - 1, month(0), 3))).isEqualTo("422 AMOUNT_MISMATCH");
        assertThat(jdbc.sql("select outcome from premium_confirmation where bill_id = :bill order by received_at")
                .param("bill", one.bill().id()).query(String.class).list()).containsExactly("NOT_PAID_YET", "AMOUNT_MISMATCH",
                        "COVER_FROM_MISMATCH", "MONTHS_MISMATCH", "ACCEPTED", "AMOUNT_MISMATCH");
    }

    @Test
    void theInsurerLooksCoverUpByNik() {
        Case one = billed(3_000_000, 1, 1);
        one.paidAndConfirmed();
        String nik = one.workers().get(0).nik();
        String question = "{\"nik\":\"%s\",\"day\":\"%s\"}".formatted(nik, LocalDate.now(clock));

        JsonNode answer = post(AR, "/api/cover/lookup", question).getBody();

        assertThat(answer.get("covered").asBoolean()).isTrue();
        assertThat(answer.get("through").asText()).isEqualTo(month(0).atEndOfMonth().toString());
        assertThat(answer.get("bill").asText()).isEqualTo(one.bill().id().toString());
        assertThat(answer.get("transfer").isNull()).isFalse();
        assertThat(answer.toString()).doesNotContain(nik);
        assertThat(post(AR, "/api/cover/lookup", "{\"nik\":\"5499999999999999\"}").getBody().get("covered").asBoolean()).isFalse();
        assertThat(told(post(AR, "/api/cover/lookup", "{\"nik\":\"1\"}"))).isEqualTo("422 NIK_NOT_16_DIGITS");
        assertThat(post(one.head, "/api/cover/lookup", question).getStatusCode()).isEqualTo(HttpStatus.FORBIDDEN);
    }

    @Test
    void eachSeesWhatHeNeeds() {
        Case one = adopted(3_000_000, 2, 3);
        String nik = one.workers().get(0).nik();

        var people = sheets.sheetOf(PROCESS, one.id, "UserTask_CheckRegistration");
        assertThat(people.where()).endsWith("(" + one.village + ")");
        assertThat(people.tables().get(0).rows()).hasSize(2);
        assertThat(people.toString()).contains("Orang Uji", "54").doesNotContain(nik);
        assertThat(one.task().getName()).contains(one.village).doesNotContain("Orang");
        one.complete(AR, "UserTask_CheckRegistration", "approved", true);
        var money = sheets.sheetOf(PROCESS, one.id, "UserTask_PayPremium");
        assertThat(money.rupiah()).isEqualTo(2 * 3 * 16_800);
        assertThat(money.toString()).contains(one.bill().billingCode()).doesNotContain("Orang Uji");
        assertThat(money.tables().get(0).totals()).containsExactly("Jumlah", null, 100_800L);
        assertThat(runtime.createVariableInstanceQuery().processInstanceIdIn(one.instance().getId()).list())
                .extracting(variable -> variable.getName()).containsOnly("premiumCaseId", "approved");

        JsonNode list = http.withBasicAuth(one.head, PASSWORD).getForObject("/api/villages/" + one.village + "/premiums", JsonNode.class);
        assertThat(list.get(0).get("bill").get("billingCode").asText()).isEqualTo(one.bill().billingCode());
        assertThat(list.get(0).get("state").asText()).isEqualTo("BILLED");
        assertThat(http.withBasicAuth(one.head, PASSWORD).getForEntity("/api/villages/" + village(0).replace("54.", "98.") + "/premiums",
                JsonNode.class).getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND);
    }

    @Test
    void documentsAreForThoseWhoOverseeTheVillage() {
        Case one = aCaseWith(3_000_000, 1);
        String document = one.document();
        one.complete(one.operator, "UserTask_PrepareWorkerList", "documentIds", document);
        UUID id = UUID.fromString(document);

        assertThat(readers.mayRead(id, who(Role.KADES, one.village))).isTrue();
        assertThat(readers.mayRead(id, who(Role.BPJS_AR, BRANCH))).isTrue();
        assertThat(readers.mayRead(id, who(Role.KADES, "54.01.99.2099"))).isFalse();
        assertThat(readers.mayRead(UUID.randomUUID(), who(Role.KADES, one.village))).isFalse();
        Case other = aCaseWith(3_000_000, 1);
        other.refused("DOCUMENT_UNKNOWN", other.operator, "UserTask_PrepareWorkerList", "documentIds", UUID.randomUUID().toString());
    }

    private static Official who(Role role, String area) {
        return new Official("siapa", "Siapa", Set.of(new Official.Office(role, area)));
    }

    /** A case that a village head has adopted for that many months from now. */
    private Case adopted(long share, int workers, int months) {
        Case one = aCaseWith(share, workers);
        one.complete(one.operator, "UserTask_PrepareWorkerList");
        one.complete(one.head, "UserTask_AdoptWorkerList", "approved", true, "months", (long) months, "fromMonth", month(0).toString());
        return one;
    }

    private Case billed(long share, int workers, int months) {
        Case one = adopted(share, workers, months);
        one.complete(AR, "UserTask_CheckRegistration", "approved", true);
        return one;
    }

    private Case aCaseWith(long share, int workers) {
        Case one = aCase(village(nextVillage++), share, 1);
        if (workers > 0) {
            StringBuilder rows = new StringBuilder("nik,name,gender,birth_date,occupation,monthly_income,village_code,phone\n");
            for (int i = 0; i < workers; i++) {
                int n = nextPerson++;
                rows.append("%s%02d0180%04d,Orang Uji %d,L,1980-01-%02d,petani,1000000,%s,%n".formatted(
                        one.village.substring(0, 8).replace(".", ""), n % 28 + 1, 8000 + n, n, n % 28 + 1, one.village));
            }
            ResponseEntity<JsonNode> answer = http.withBasicAuth(one.operator, PASSWORD).exchange(
                    RequestEntity.post("/api/villages/" + one.village + "/workers").contentType(MediaType.parseMediaType("text/csv"))
                            .body(rows.toString()), JsonNode.class);
            assertThat(answer.getBody().get("accepted").asInt()).isEqualTo(workers);
        }
        return one;
    }

    private Case aCase(String village, long share, int tranche) {
        Case one = new Case(village);
        offices.appoint(List.of(official(one.operator, Role.OPERATOR, village), official(one.head, Role.KADES, village),
                official(one.treasurer, Role.BENDAHARA, village)), List.of(), user -> PASSWORD);
        ledger.post(Transfer.of("TEST_SHARE", Account.budget("54", decree), one.account(), Rupiah.of(share), "uji", "Uji", clock.instant(),
                one.disbursement));
        publish(one.disbursement, village, tranche, share);
        one.id = jdbc.sql("select id from premium_case where disbursement_id = :id").param("id", one.disbursement).query(UUID.class).single();
        return one;
    }

    private void publish(UUID disbursement, String village, int tranche, long share) {
        UUID allocation = decrees.latestAllocation(village).orElseThrow().id();
        transaction.executeWithoutResult(status -> events.publishEvent(new FundsReceived(disbursement, allocation, decree, village, tranche,
                share * 9, share)));
    }

    private YearMonth month(int later) {
        return YearMonth.now(clock).plusMonths(later);
    }

    private ResponseEntity<JsonNode> confirm(String user, String code, long rupiah, YearMonth from, int months) {
        return post(user, "/api/insurer/confirmations", """
                {"billingCode":"%s","rupiah":%d,"paidAt":"2026-10-10T10:00:00+07:00","coverFrom":"%s","months":%d}"""
                .formatted(code, rupiah, from, months));
    }

    private ResponseEntity<JsonNode> post(String user, String path, String json) {
        return http.withBasicAuth(user, PASSWORD).exchange(RequestEntity.post(path).contentType(MediaType.APPLICATION_JSON).body(json),
                JsonNode.class);
    }

    private static String told(ResponseEntity<JsonNode> answer) {
        return answer.getStatusCode().value() + " " + answer.getBody().get("code").asText();
    }

    private static String village(int n) {
        return "54.01.%02d.2%03d".formatted(n % 3 + 1, n + 1);
    }

    private static Appointment official(String user, Role role, String area) {
        return new Appointment(1, user, "Pejabat " + user, role, area, LocalDate.of(2020, 1, 1), null, "SK-UJI");
    }

    /** A village's case and the people who act in it. */
    private final class Case {

        private final String village;
        private final String operator;
        private final String head;
        private final String treasurer;
        private final UUID disbursement = UUID.randomUUID();
        private UUID id;

        private Case(String village) {
            this.village = village;
            this.operator = "op-" + village;
            this.head = "kades-" + village;
            this.treasurer = "bendahara-" + village;
        }

        private void complete(String user, String element, Object... fields) {
            Map<String, Object> given = new HashMap<>();
            for (int i = 0; i < fields.length; i += 2) {
                given.put((String) fields[i], fields[i + 1]);
            }
            workflow.actingAs(user, () -> workflow.complete(PROCESS, id, element, given));
        }

        private void refused(String code, String user, String element, Object... fields) {
            assertThatThrownBy(() -> complete(user, element, fields))
                    .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
        }

        private void paid() {
            complete(treasurer, "UserTask_PayPremium", "paymentReference", "SPP/01");
            complete(head, "UserTask_ApprovePayment", "approved", true);
            jobs();
        }

        private void paidAndConfirmed() {
            paid();
            assertThat(confirm(INSURER, bill().billingCode(), bill().rupiah().amount(), bill().firstMonth(), bill().months())
                    .getStatusCode()).isEqualTo(HttpStatus.CREATED);
        }

        private void jobs() {
            management.createJobQuery().processInstanceId(instance().getId()).messages().list()
                    .forEach(job -> management.executeJob(job.getId()));
        }

        private String document() {
            String[] stored = new String[1];
            workflow.actingAs(operator, () -> stored[0] = documents.store(new ByteArrayInputStream(
                    "%PDF-1.4\n%%EOF\n".getBytes(StandardCharsets.US_ASCII)), "berita-acara.pdf", "BERITA_ACARA_MUSYAWARAH").id().toString());
            return stored[0];
        }

        private ProcessInstance instance() {
            return runtime.createProcessInstanceQuery().processDefinitionKey(PROCESS).processInstanceBusinessKey(id.toString()).singleResult();
        }

        private boolean ended() {
            return instance() == null;
        }

        private org.camunda.bpm.engine.task.Task task() {
            return tasks.createTaskQuery().processInstanceBusinessKey(id.toString()).singleResult();
        }

        private PremiumCase premiumCase() {
            return cases.require(id);
        }

        private Bill bill() {
            return bills.ofCase(id).orElseThrow();
        }

        private WorkerList list() {
            return enrolment.latestList(village).orElseThrow();
        }

        private List<Worker> workers() {
            return enrolment.workersOf(list().id()).stream().map(listed -> listed.worker()).toList();
        }

        private Account account() {
            return Account.villagePremium(village, decree);
        }
    }
}
