package id.lindungdesa.grant;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import id.lindungdesa.LindungDesaTest;
import id.lindungdesa.calendar.WorkingDays;
import id.lindungdesa.identity.Role;
import id.lindungdesa.ledger.Account;
import id.lindungdesa.ledger.Ledger;
import id.lindungdesa.regulation.DecreeFixture;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;

@LindungDesaTest
class BankControllerTest {

    private static final AtomicInteger REGENCIES = new AtomicInteger(1);
    private static final String PROVINCE = "68";

    @Autowired
    ApplicationContext context;
    @Autowired
    TestRestTemplate http;
    @Autowired
    Ledger ledger;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    Clock clock;

    private VillageFundFixture fund;
    private String regency;
    private UUID decree;
    private UUID line;
    private UUID run;
    private String reference;

    @BeforeEach
    void aReadyVillage() {
        fund = VillageFundFixture.in(context);
        regency = "%s.%02d".formatted(PROVINCE, REGENCIES.getAndIncrement());
        String village = regency + ".01.2001";
        fund.appoint(village);
        decree = DecreeFixture.in(context).inForce(PROVINCE, List.of(village), 100_000_000);
        fund.open(decree);
        line = fund.disbursement(decree, village, 1);
        fund.ready(line);
        run = fund.run(decree, regency);
        reference = fund.reference(run);
    }

    @Test
    void aCreditThatFitsIsMatchedOnce() {
        fund.sp2d(run);

        var first = report(reference, 100_000_000, "2022-10-03");
        var again = report(reference, 100_000_000, "2022-10-03");
        fund.executeJobs(run);
        var late = report(reference, 100_000_000, "2022-10-03");

        assertThat(first.getStatusCode().value()).isEqualTo(201);
        assertThat(first.getBody().get("status").asText()).isEqualTo("MATCHED");
        assertThat(first.getBody().get("reference").asText()).isEqualTo(reference);
        assertThat(first.getBody().get("rupiah").asLong()).isEqualTo(100_000_000);
        assertThat(again.getStatusCode().value()).isEqualTo(200);
        assertThat(again.getBody().get("id")).isEqualTo(first.getBody().get("id"));
        assertThat(late.getBody().get("id")).isEqualTo(first.getBody().get("id"));
        assertThat(ledger.balance(Account.regencyTransit(regency, decree))).isEqualTo(100_000_000);
        assertThat(ledger.balance(Account.treasury(PROVINCE, decree))).isZero();
    }

    @Test
    void theSameCreditAtTheSameMomentIsMatchedOnce() throws Exception {
        fund.sp2d(run);
        var threads = Executors.newFixedThreadPool(4);
        List<Integer> statuses;
        try {
            Callable<Integer> post = () -> report(reference, 100_000_000, "2022-10-03").getStatusCode().value();
            statuses = threads.invokeAll(List.of(post, post, post, post)).stream().map(each -> {
                try {
                    return each.get();
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            }).sorted().toList();
        } finally {
            threads.shutdownNow();
        }

        assertThat(statuses).containsExactly(200, 200, 200, 201);
        fund.executeJobs(run);
        assertThat(ledger.balance(Account.regencyTransit(regency, decree))).isEqualTo(100_000_000);
    }

    @Test
    void whatDoesNotFitIsNamedAndKept() {
        refused(report(reference, 100_000_000, "2022-10-03"), 409, "NOT_EXPECTED_YET");
        fund.task(run, Role.DP3AP2_VERIFIKATOR, "UserTask_VerifyBatch", "approved", true, "note", null);
        refused(report(reference, 100_000_000, "2022-10-03"), 409, "NOT_EXPECTED_YET");
        refused(report("SP2D-9999-2022-0001", 100_000_000, "2022-10-03"), 422, "UNKNOWN_REFERENCE");
        assertThat(ledger.balance(Account.regencyTransit(regency, decree))).isZero();
        assertThat(mismatches(reference)).containsExactly("NOT_EXPECTED_YET");      // once, however often it was sent
        assertThat(mismatches("SP2D-9999-2022-0001")).containsExactly("UNKNOWN_REFERENCE");
    }

    @Test
    void anotherAmountNamesTheExpectedOne() {
        fund.sp2d(run);

        var answer = report(reference, 99_999_999, "2022-10-03");

        refused(answer, 422, "AMOUNT_MISMATCH");
        assertThat(answer.getBody().get("detail").asText()).contains("Rp100.000.000");
        assertThat(fund.run(run).state()).isEqualTo(PaymentRun.State.AWAITING_CREDIT);
        assertThat(report(reference, 100_000_000, "2022-10-03").getStatusCode().value()).isEqualTo(201);
        refused(report(reference, 100_000_000, "2022-10-04"), 409, "ALREADY_CREDITED");
        refused(report(reference, 99_999_999, "2022-10-03"), 422, "AMOUNT_MISMATCH");
        assertThat(mismatches(reference)).containsExactlyInAnyOrder("AMOUNT_MISMATCH", "ALREADY_CREDITED");
    }

    @Test
    void aMismatchIsKeptAlsoWhereTheRequestIsIdempotent() {
        fund.sp2d(run);
        HttpHeaders once = new HttpHeaders();
        once.set("Idempotency-Key", UUID.randomUUID().toString());
        var credit = new HttpEntity<>(Map.of("reference", reference, "account", "1", "rupiah", 7, "valueDate", "2022-10-03"), once);

        refused(http.withBasicAuth(VillageFundFixture.BANK, VillageFundFixture.PASSWORD)
                .postForEntity("/api/bank/credits", credit, JsonNode.class), 422, "AMOUNT_MISMATCH");

        assertThat(mismatches(reference)).containsExactly("AMOUNT_MISMATCH");
    }

    @Test
    void aReturnedRunExpectsNothing() {
        fund.task(run, Role.DP3AP2_VERIFIKATOR, "UserTask_VerifyBatch", "approved", false, "note", "Belum lengkap");
        fund.executeJobs(run);

        refused(report(reference, 100_000_000, "2022-10-03"), 409, "NOT_EXPECTED");
    }

    @Test
    void aForwardingIsEvidenceAndMovesNothing() {
        fund.sp2d(run);
        String forwarding = fund.line(line).forwardingReference().orElseThrow();
        refused(report(forwarding, 100_000_000, "2022-10-03"), 409, "NOT_EXPECTED_YET");
        fund.credited(run, LocalDate.of(2022, 10, 3));

        assertThat(report(forwarding, 100_000_000, "2022-10-04").getStatusCode().value()).isEqualTo(201);
        assertThat(report(forwarding, 100_000_000, "2022-10-04").getStatusCode().value()).isEqualTo(200);
        assertThat(ledger.balance(Account.regencyTransit(regency, decree))).isEqualTo(100_000_000);
    }

    @Test
    void aFaultyReportSaysEverythingThatIsWrong() {
        String tomorrow = LocalDate.ofInstant(clock.instant(), WorkingDays.JAKARTA).plusDays(1).toString();
        fund.sp2d(run);

        refused(report(reference, 100_000_000, tomorrow), 422, "VALUE_DATE_IN_FUTURE");
        refused(report("", 0, "2022-10-03"), 422, "INVALID");
        assertThat(report("", -5, "2022-10-03").getBody().get("errors")).extracting(error -> error.get("field").asText())
                .containsExactly("reference", "rupiah");
        assertThat(post(VillageFundFixture.BANK, Map.of("reference", reference, "account", "1", "rupiah", 1.5, "valueDate",
                "2022-10-03")).getStatusCode().is4xxClientError()).isTrue();
        assertThat(fund.run(run).state()).isEqualTo(PaymentRun.State.AWAITING_CREDIT);
    }

    @Test
    void onlyTheBankReports() {
        fund.sp2d(run);
        Map<String, Object> credit = Map.of("reference", reference, "account", "1", "rupiah", 100_000_000, "valueDate", "2022-10-03");

        assertThat(post(VillageFundFixture.user(Role.BPKPD_BUD, ""), credit).getStatusCode().value()).isEqualTo(403);
        assertThat(http.postForEntity("/api/bank/credits", credit, JsonNode.class).getStatusCode().value()).isEqualTo(401);
        assertThat(fund.run(run).state()).isEqualTo(PaymentRun.State.AWAITING_CREDIT);
    }

    private List<String> mismatches(String of) {
        return jdbc.sql("select code from report_bank_mismatch where reference = :reference").param("reference", of)
                .query(String.class).list();
    }

    private ResponseEntity<JsonNode> report(String of, long rupiah, String valueDate) {
        return post(VillageFundFixture.BANK, Map.of("reference", of, "account", VillageFundFixture.REGENCY_ACCOUNT, "rupiah", rupiah,
                "valueDate", valueDate));
    }

    private ResponseEntity<JsonNode> post(String user, Map<String, Object> body) {
        return http.withBasicAuth(user, VillageFundFixture.PASSWORD).postForEntity("/api/bank/credits", body, JsonNode.class);
    }

    private static void refused(ResponseEntity<JsonNode> answer, int status, String code) {
        assertThat(answer.getStatusCode().value()).as(String.valueOf(answer.getBody())).isEqualTo(status);
        assertThat(answer.getBody().get("code").asText()).isEqualTo(code);
    }
}
