package id.lindungdesa.operation;

import static org.assertj.core.api.Assertions.assertThat;

import id.lindungdesa.Door;
import id.lindungdesa.LindungDesaTest;
import id.lindungdesa.PersonalData;
import id.lindungdesa.grant.VillageFundFixture;
import id.lindungdesa.ledger.Account;
import id.lindungdesa.ledger.Ledger;
import id.lindungdesa.ledger.Transfer;
import id.lindungdesa.money.Rupiah;
import id.lindungdesa.regulation.DecreeFixture;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.context.ApplicationContext;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The log tells which request, whose account and which case, and of nobody a name. */
@LindungDesaTest
class LogTest {

    private static final String VILLAGE = "39.01.01.2001";
    private static final String OTHER = "39.01.01.2002";
    private static final String OPERATOR = "operator." + OTHER;
    private static final String KADES = "kades." + OTHER;
    private static UUID decree;

    @Autowired
    ApplicationContext context;
    @Autowired
    TestRestTemplate http;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    Clock clock;
    @Autowired
    ProcessEngine engine;

    private PersonalData personal;
    private Door door;
    private VillageFundFixture funds;

    @BeforeEach
    void people() {
        funds = VillageFundFixture.in(context);
        funds.appoint(VILLAGE, OTHER);
        door = new Door(http);
        for (String user : List.of(OPERATOR, KADES, VillageFundFixture.BANK)) {
            door.knows(user, VillageFundFixture.PASSWORD);
        }
        if (decree == null) {
            decree = DecreeFixture.in(context).inForce("39", List.of(VILLAGE, OTHER), 100_000_000, 100);
            funds.open(decree);
        }
        personal = PersonalData.watched();
    }

    @AfterEach
    void rest() {
        personal.close();
    }

    @Test
    void callerProblemAndLogShareAnId() {
        UUID claim = UUID.randomUUID();

        ResponseEntity<String> answer = door.send(KADES, HttpMethod.GET, "/api/claims/" + claim, null, null);

        String id = answer.getHeaders().getFirst("X-Request-Id");
        assertThat(door.expect(404, answer).get("requestId").asText()).isEqualTo(id);
        await("the line", () -> personal.lines().stream().anyMatch(line -> line.contains("GET /api/claims/" + claim)));
        assertThat(personal.lines()).anyMatch(line -> line.contains("GET /api/claims/" + claim + " 404")
                && line.contains("requestId=" + id) && line.contains("userId=" + KADES) && line.contains("caseId=" + claim));
        assertThat(door.expect(401, http.getForEntity("/api/decrees", String.class)).get("requestId").asText()).hasSize(36);
    }

    @Test
    void aProxyMayBringAnIdButNotAnythingElse() {
        String traced = "4bf92f3577b34da6a3ce929d0e0e4736";

        assertThat(idAnswered(traced)).isEqualTo(traced);
        for (String odd : List.of(personal.of("3901010101800077"), "' or 1=1 --", "x".repeat(5000))) {
            assertThat(idAnswered(odd)).hasSize(36);
        }
        personal.isNowhere(jdbc);
    }

    private String idAnswered(String brought) {
        HttpHeaders headers = new HttpHeaders();
        headers.set("X-Request-Id", brought);
        return http.exchange("/actuator/health", HttpMethod.GET, new HttpEntity<>(headers), String.class).getHeaders().getFirst("X-Request-Id");
    }

    @Test
    void whatAJobLogsNamesItsCase() {
        UUID disbursement = funds.disbursement(decree, VILLAGE, 1);
        funds.ready(disbursement);
        UUID run = funds.run(decree, "39.01");
        funds.sp2d(run);
        Transfer gone = Transfer.of("TEST", Account.treasury("39", decree), Account.villageGrant("39.09.09.2001", decree),
                Rupiah.of(100_000_001), run.toString(), "uji", clock.instant(), run);
        context.getBean(Ledger.class).post(gone);
        door.expect(201, door.post(VillageFundFixture.BANK, "/api/bank/credits", Map.of("reference", funds.reference(run),
                "account", VillageFundFixture.REGENCY_ACCOUNT, "rupiah", 100_000_000, "valueDate", LocalDate.now(clock).toString())));

        var executor = ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getJobExecutor();
        executor.start();
        try {
            await("a failure of the job", () -> personal.lines().stream().anyMatch(line ->
                    line.startsWith("org.camunda.bpm.engine.jobexecutor") && line.contains("caseId=" + run)));
        } finally {
            executor.shutdown();
        }
        context.getBean(Ledger.class).reversal(gone.id(), "uji", clock.instant());
    }

    /** Every way in which what somebody sent can come back as an error. */
    @Test
    void whatGoesWrongTellsNothingOfAPerson() {
        String name = personal.of("Zulaikha Rahmawati");
        String nik = personal.of("3901014101800001");
        String shortNik = personal.of("390101410180002");
        String phone = personal.of("084099887766");
        String account = personal.of("7720099881");
        String header = "nik,name,gender,birth_date,occupation,monthly_income,village_code,phone\n";
        door.send(OPERATOR, HttpMethod.POST, "/api/villages/" + OTHER + "/workers", header
                + "%s,%s,P,1980-01-01,petani,1000000,%s,%s%n".formatted(nik, name, OTHER, phone)
                + "%s,%s,P,1980-01-01,petani,1000000,%s,%s%n".formatted(nik, name, OTHER, phone)
                + "%s,%s,P,1980-01-01,petani,sejuta,%s,%s%n".formatted(shortNik, name, OTHER, phone)
                + "%s,%s,P,1979-01-01,petani,1000000,39.01.01.2009,%s%n".formatted(nik, name + "\0", phone), "text/csv");
        for (String body : List.of(
                "{\"workerNik\": \"%s\", \"reporter\": {\"name\": \"%s\"".formatted(nik, name),
                "{\"programme\": \"JKM\", \"workerNik\": \"%s\", \"nama\": \"%s\"}".formatted(nik, name),
                "{\"programme\": \"JKM\", \"workerNik\": %s}".formatted(nik),
                "{\"programme\": \"JKM\", \"workerNik\": \"%s\", \"eventDate\": \"2026-01-01\", \"cause\": \"%s\"}".formatted(nik, name),
                claim(nik, name, phone, account), claim(shortNik, name, phone, account), claim(nik, name + "\\u0000", phone, account))) {
            assertThat(door.send(OPERATOR, HttpMethod.POST, "/api/claims", body, "application/json").getStatusCode().is4xxClientError())
                    .as(body).isTrue();
        }
        door.send(OPERATOR, HttpMethod.GET, "/api/claims?workerNik=" + nik, null, null);
        door.send(OPERATOR, HttpMethod.GET, "/engine-rest/task?nameLike=" + nik, null, null);
        door.send(OPERATOR, HttpMethod.POST, "/engine-rest/task", "{\"processVariables\":[{\"name\":\"x\",\"operator\":\"eq\",\"value\":\"%s\"},{}]}".formatted(name),
                "application/json");

        String disbursement = funds.disbursement(decree, OTHER, 1).toString();
        funds.requested(UUID.fromString(disbursement));
        for (Map<String, ?> fields : List.of(Map.of("approved", name, "note", name), Map.of("approved", true, "nama", name),
                Map.of("approved", false, "note", name + " ".repeat(5000) + nik), Map.of("approved", false, "note", name + "\0"))) {
            assertThat(door.tryComplete(KADES, disbursement, "UserTask_SignRequest", fields).getStatusCode().isError()).isTrue();
        }
        door.complete(KADES, disbursement, "UserTask_SignRequest", Map.of("approved", false, "note", "Anak Ibu " + name + " sakit keras"));

        personal.isNowhere(jdbc);
    }

    private static String claim(String nik, String name, String phone, String account) {
        return """
                {"programme": "JKM", "workerNik": "%1$s", "eventDate": "2026-01-01", "cause": "ILLNESS",
                 "reporter": {"name": "%2$s", "phone": "%3$s", "relation": "SPOUSE"}, "documents": [],
                 "heirs": [{"name": "%2$s", "nik": "%1$s", "relation": "SPOUSE", "account": "%4$s"}]}""".formatted(nik, name, phone, account);
    }

    /** What stands in an address stands in the log of every proxy. */
    @Test
    void noAddressOfOursAsksForAPerson() {
        Set<String> personal = Set.of("nik", "name", "nama", "phone", "account", "note", "heir", "worker", "search", "q");
        List<String> asked = context.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class).getHandlerMethods().entrySet()
                .stream().filter(one -> one.getKey().getConsumesCondition().getConsumableMediaTypes().stream()
                        .noneMatch(MediaType.APPLICATION_FORM_URLENCODED::equals))      // a body, not an address
                .map(Map.Entry::getValue).filter(method -> method.getBeanType().getName().startsWith("id.lindungdesa"))
                .flatMap(method -> Arrays.stream(method.getMethodParameters()))
                .filter(one -> one.hasParameterAnnotation(RequestParam.class) || one.hasParameterAnnotation(PathVariable.class))
                .map(MethodParameter::getParameter).map(one -> one.getName().toLowerCase(Locale.ROOT)).distinct().toList();

        assertThat(asked).hasSizeGreaterThan(8).noneMatch(name -> personal.stream().anyMatch(word -> name.equals(word) || name.endsWith(word)));
    }

    private static void await(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited 30 s for " + what).isLessThan(end);
            java.util.concurrent.locks.LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }
}
