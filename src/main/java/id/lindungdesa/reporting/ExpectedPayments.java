package id.lindungdesa.reporting;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** What the bank and the insurer are waited for: they report against these references and amounts. */
@Service
class ExpectedPayments {

    private final JdbcClient jdbc;

    ExpectedPayments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Credit(UUID runId, String reference, String regency, long rupiah) {}

    record Payment(UUID caseId, UUID billId, String billingCode, long rupiah, String coverFrom, int months) {}

    /** Runs whose SP2D is issued and whose credit has not been reported yet. */
    List<Credit> credits() {
        return jdbc.sql("""
                select id as run_id, reference, regency_code as regency, rupiah from report_run
                where state = 'AWAITING_CREDIT' order by reference""").query(Credit.class).list();
    }

    /** Bills that a village has paid and the insurer has not confirmed yet. */
    List<Payment> payments() {
        return jdbc.sql("""
                select case_id, id as bill_id, billing_code, rupiah, to_char(first_month, 'YYYY-MM') as cover_from, months
                from report_bill where state = 'PAID' order by billing_code""").query(Payment.class).list();
    }
}
