package id.lindungdesa.reporting;

import id.lindungdesa.identity.CurrentUser;
import id.lindungdesa.identity.Role;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the bank and the insurer are waited for: they report against these references and amounts. */
@RestController
class ExpectedPayments {

    private final JdbcClient jdbc;
    private final CurrentUser currentUser;

    ExpectedPayments(JdbcClient jdbc, CurrentUser currentUser) {
        this.jdbc = jdbc;
        this.currentUser = currentUser;
    }

    record Credit(UUID runId, String reference, String regency, long rupiah) {}

    record Payment(UUID caseId, UUID billId, String billingCode, long rupiah, String coverFrom, int months) {}

    /** Runs whose SP2D is issued and whose credit has not been reported yet. */
    @GetMapping("/api/bank/expected-credits")
    List<Credit> credits() {
        currentUser.require(Role.BANK);
        return jdbc.sql("""
                select id as run_id, reference, regency_code as regency, rupiah from report_run
                where state = 'AWAITING_CREDIT' order by reference""").query(Credit.class).list();
    }

    /** Bills that a village has paid and the insurer has not confirmed yet. */
    @GetMapping("/api/insurer/expected-payments")
    List<Payment> payments() {
        currentUser.require(Role.INSURER);
        return jdbc.sql("""
                select case_id, id as bill_id, billing_code, rupiah, to_char(first_month, 'YYYY-MM') as cover_from, months
                from report_bill where state = 'PAID' order by billing_code""").query(Payment.class).list();
    }
}
