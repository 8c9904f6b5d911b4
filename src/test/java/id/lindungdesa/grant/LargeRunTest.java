package id.lindungdesa.grant;

import static org.assertj.core.api.Assertions.assertThat;

import id.lindungdesa.LindungDesaTest;
import id.lindungdesa.identity.Appointment;
import id.lindungdesa.identity.Offices;
import id.lindungdesa.identity.Role;
import id.lindungdesa.ledger.Account;
import id.lindungdesa.ledger.Ledger;
import id.lindungdesa.regulation.DecreeFixture;
import id.lindungdesa.workflow.Workflow;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** A regency with more villages than one transaction tells: returned once, then paid. */
@LindungDesaTest
class LargeRunTest {

    private static final String REGENCY = "64.01";

    @Autowired
    ApplicationContext context;
    @Autowired
    Workflow workflow;
    @Autowired
    Ledger ledger;
    @Autowired
    RuntimeService runtime;
    @Autowired
    ManagementService management;

    @Test
    void villagesAreReturnedAndToldInChunks() {
        List<String> villages = IntStream.rangeClosed(2001, 2000 + VillageFund.CHUNK + 1)
                .mapToObj(number -> REGENCY + ".01." + number).toList();
        VillageFundFixture fund = VillageFundFixture.in(context);
        fund.appoint(villages.get(0));
        everywhere(villages);
        UUID decree = DecreeFixture.in(context).inForce("64", villages, 100_000_000);
        fund.open(decree);
        List<UUID> lines = villages.stream().map(village -> fund.disbursement(decree, village, 1)).toList();
        String letter = fund.documentOf("uji64.operator", "SURAT_PERMOHONAN");
        lines.forEach(line -> {
            as("uji64.operator", line, "UserTask_PrepareRequest", "documentIds", letter, "requestedRupiah", null);
            as("uji64.kades", line, "UserTask_SignRequest", "approved", true, "note", null);
            fund.recommend(line, true, null);
            fund.verify(line, true, null);
        });

        UUID returned = fund.run(decree, REGENCY);
        fund.task(returned, Role.DP3AP2_VERIFIKATOR, "UserTask_VerifyBatch", "approved", false, "note", "Belum lengkap");
        oneJob(returned);
        assertThat(in(fund, lines, Disbursement.State.AWAITING_VERIFICATION)).isEqualTo(VillageFund.CHUNK);
        assertThat(in(fund, lines, Disbursement.State.IN_RUN)).isOne();
        fund.executeJobs(returned);
        assertThat(in(fund, lines, Disbursement.State.AWAITING_VERIFICATION)).isEqualTo(lines.size());

        lines.forEach(line -> fund.verify(line, true, null));
        UUID run = fund.run(decree, REGENCY);
        fund.sp2d(run);
        fund.credited(run, LocalDate.of(2022, 10, 3));
        fund.task(run, Role.BKAD, "UserTask_ForwardFunds", "transferNumber", "TRF-1", "documentIds", null);
        oneJob(run);
        assertThat(in(fund, lines, Disbursement.State.FORWARDED)).isEqualTo(VillageFund.CHUNK);
        fund.executeJobs(run);

        assertThat(in(fund, lines, Disbursement.State.FORWARDED)).isEqualTo(lines.size());
        assertThat(runtime.createProcessInstanceQuery().processInstanceBusinessKey(run.toString()).count()).isZero();
        assertThat(ledger.balance(Account.regencyTransit(REGENCY, decree))).isEqualTo(100_000_000L * lines.size());
        assertThat(ledger.balance(Account.treasury("64", decree))).isZero();
    }

    private static long in(VillageFundFixture fund, List<UUID> lines, Disbursement.State state) {
        return lines.stream().filter(line -> fund.line(line).state() == state).count();
    }

    private void oneJob(UUID run) {
        String instance = runtime.createProcessInstanceQuery().processInstanceBusinessKey(run.toString()).singleResult().getId();
        management.executeJob(management.createJobQuery().processInstanceId(instance).messages().singleResult().getId());
    }

    /** One operator and one village head for all of them, or appointing takes longer than the test. */
    private void everywhere(List<String> villages) {
        context.getBean(Offices.class).appoint(villages.stream().flatMap(village -> Stream.of(
                official("uji64.operator", Role.OPERATOR, village), official("uji64.kades", Role.KADES, village))).toList(),
                List.of(), user -> VillageFundFixture.PASSWORD);
    }

    private static Appointment official(String user, Role role, String village) {
        return new Appointment(1, user, "Pejabat", role, village, LocalDate.of(2020, 1, 1), null, "SK-UJI");
    }

    private void as(String user, UUID line, String element, Object... variables) {
        Map<String, Object> given = new HashMap<>();
        for (int i = 0; i < variables.length; i += 2) {
            given.put((String) variables[i], variables[i + 1]);
        }
        workflow.actingAs(user, () -> workflow.complete("village-grant", line, element, given));
    }
}
