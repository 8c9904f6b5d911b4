package id.lindungdesa.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.lindungdesa.LindungDesaTest;
import id.lindungdesa.grant.VillageFundFixture;
import id.lindungdesa.identity.Role;
import id.lindungdesa.ledger.Account;
import id.lindungdesa.ledger.Ledger;
import id.lindungdesa.ledger.Transfer;
import id.lindungdesa.money.Rupiah;
import id.lindungdesa.regulation.DecreeFixture;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpMethod;

/** A step that keeps failing shows in Cockpit under its case's title, and an administrator retries it once it can work. */
@LindungDesaTest
class IncidentTest {

    private static final String VILLAGE = "57.01.01.2001";

    @Autowired
    TestRestTemplate http;
    @Autowired
    ManagementService management;
    @Autowired
    RuntimeService runtime;
    @Autowired
    Ledger ledger;
    @Autowired
    Clock clock;
    @Autowired
    ApplicationContext context;

    @Test
    void aFailedBookingIsSeenAndRetried() {
        VillageFundFixture funds = VillageFundFixture.in(context);
        UUID decree = DecreeFixture.in(context).inForce("57", List.of(VILLAGE), 100_000_000, 100);
        funds.appoint(VILLAGE);
        funds.open(decree);
        funds.ready(funds.disbursement(decree, VILLAGE, 1));
        UUID run = funds.run(decree, "57.01");
        funds.sp2d(run);
        Transfer gone = Transfer.of("TEST", Account.treasury("57", decree), Account.villageGrant("57.09.09.2001", decree),
                Rupiah.of(1), run.toString(), "uji", clock.instant(), run);
        ledger.post(gone);
        assertThat(http.withBasicAuth(VillageFundFixture.BANK, VillageFundFixture.PASSWORD).postForEntity("/api/bank/credits",
                Map.of("reference", funds.reference(run), "account", VillageFundFixture.REGENCY_ACCOUNT, "rupiah", 100_000_000,
                        "valueDate", LocalDate.now(clock).toString()), String.class).getStatusCode().value()).isEqualTo(201);

        Job booking = management.createJobQuery().processDefinitionKey("regency-disbursement").messages()
                .processInstanceId(instanceOf(run)).singleResult();
        for (int attempt = 0; attempt < 2; attempt++) {
            assertThatThrownBy(() -> management.executeJob(booking.getId())).isInstanceOf(RuntimeException.class);
        }
        assertThat(http.withBasicAuth("admin", "Rahasia-uji-123").postForEntity("/engine-rest/job/" + booking.getId() + "/execute",
                null, String.class).getStatusCode().is2xxSuccessful()).isFalse();
        Incident incident = runtime.createIncidentQuery().processInstanceId(instanceOf(run)).singleResult();
        assertThat(incident.getIncidentMessage()).contains(run.toString()).contains("57.01");

        assertThat(retried(VillageFundFixture.user(Role.BKAD, "57.01"), VillageFundFixture.PASSWORD, booking)).isEqualTo(403);
        ledger.reversal(gone.id(), "uji", clock.instant());
        assertThat(retried("admin", "Rahasia-uji-123", booking)).isEqualTo(204);
        management.executeJob(booking.getId());

        assertThat(runtime.createIncidentQuery().processInstanceId(instanceOf(run)).count()).isZero();
        assertThat(ledger.balance(Account.regencyTransit("57.01", decree))).isEqualTo(100_000_000);
    }

    private String instanceOf(UUID run) {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(run.toString()).singleResult().getId();
    }

    private int retried(String user, String password, Job job) {
        return http.withBasicAuth(user, password).exchange("/engine-rest/job/" + job.getId() + "/retries", HttpMethod.PUT,
                new HttpEntity<>(Map.of("retries", 1)), String.class).getStatusCode().value();
    }
}
