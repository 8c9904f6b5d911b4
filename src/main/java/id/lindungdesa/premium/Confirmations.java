package id.lindungdesa.premium;

import id.lindungdesa.identity.CurrentUser;
import id.lindungdesa.identity.Official;
import id.lindungdesa.identity.Role;
import id.lindungdesa.refusal.Refusal;
import id.lindungdesa.workflow.Workflow;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What the insurer says about bills. A confirmation that fits begins the cover; one that does not is kept with the reason,
 * for somebody has to find out where the difference lies.
 */
@Service
class Confirmations {

    static final String CONFIRMED = "PremiumConfirmed";

    private final JdbcClient jdbc;
    private final Bills bills;
    private final Workflow workflow;
    private final CurrentUser currentUser;
    private final TransactionTemplate apart;
    private final Clock clock;

    Confirmations(JdbcClient jdbc, Bills bills, Workflow workflow, CurrentUser currentUser,
            PlatformTransactionManager transactions, Clock clock) {
        this.jdbc = jdbc;
        this.bills = bills;
        this.workflow = workflow;
        this.currentUser = currentUser;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    record Confirmation(String billingCode, long rupiah, Instant paidAt, YearMonth coverFrom, int months) {}

    /** @param fresh whether it has just been accepted, or is what was accepted before */
    record Accepted(UUID id, String billingCode, int workers, LocalDate coverFrom, LocalDate coverThrough, boolean fresh) {}

    /**
     * Begins the cover of a bill; the same confirmation again gives the same answer.
     *
     * @throws Refusal UNKNOWN_BILLING_CODE, NOT_PAID_YET, AMOUNT_MISMATCH, COVER_FROM_MISMATCH, MONTHS_MISMATCH; what was
     *     said is kept
     */
    @Transactional
    public Accepted accept(Confirmation said) {
        Official insurer = currentUser.require(Role.INSURER);
        Optional<Bill> found = bills.lockedByCode(said.billingCode());
        if (found.isEmpty()) {
            keepApart(null, said, ConfirmationOutcome.UNKNOWN_BILLING_CODE, insurer);
            throw Refusal.invalid("UNKNOWN_BILLING_CODE", BillingCode.isWellFormed(said.billingCode())
                    ? "Kode iuran itu tidak dikenal." : "Kode iuran itu salah tulis: angka pemeriksanya tidak cocok.");
        }
        Bill bill = found.get();
        Optional<UUID> earlier = accepted(bill.id());
        Refusal refusal = mismatch(bill, said);
        if (refusal != null) {
            keepApart(bill.id(), said, ConfirmationOutcome.valueOf(refusal.code()), insurer);
            throw refusal;
        }
        if (earlier.isPresent()) {
            return answer(earlier.get(), bill, false);
        }
        UUID id = keep(bill.id(), said, ConfirmationOutcome.ACCEPTED, insurer);
        workflow.correlate(CONFIRMED, PremiumDesk.PROCESS, bill.caseId(), Map.of());
        return answer(id, bill, true);
    }

    private static Refusal mismatch(Bill bill, Confirmation said) {
        if (!bill.isPaid()) {
            return Refusal.conflict("NOT_PAID_YET", "Tagihan ini belum dibayar oleh desa menurut pembukuan.");
        }
        if (said.rupiah() != bill.rupiah().amount()) {
            return Refusal.invalid("AMOUNT_MISMATCH", "Jumlah tidak sama dengan tagihan sebesar %s.".formatted(bill.rupiah()));
        }
        if (!said.coverFrom().equals(bill.firstMonth())) {
            return Refusal.invalid("COVER_FROM_MISMATCH", "Bulan mulai tidak sama dengan tagihan: %s.".formatted(bill.firstMonth()));
        }
        if (said.months() != bill.months()) {
            return Refusal.invalid("MONTHS_MISMATCH", "Jumlah bulan tidak sama dengan tagihan: %d bulan.".formatted(bill.months()));
        }
        return null;
    }

    private Accepted answer(UUID id, Bill bill, boolean fresh) {
        return new Accepted(id, bill.billingCode(), bill.workers(), bills.coverFrom(bill.id()), bill.lastDay(), fresh);
    }

    private Optional<UUID> accepted(UUID billId) {
        return jdbc.sql("select id from premium_confirmation where bill_id = :bill and outcome = 'ACCEPTED'")
                .param("bill", billId).query(UUID.class).optional();
    }

    /** In a transaction of its own: the refusal that follows undoes everything else. */
    private void keepApart(UUID billId, Confirmation said, ConfirmationOutcome outcome, Official by) {
        apart.executeWithoutResult(status -> keep(billId, said, outcome, by));
    }

    private UUID keep(UUID billId, Confirmation said, ConfirmationOutcome outcome, Official by) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                insert into premium_confirmation (id, bill_id, billing_code, rupiah, paid_at, cover_from, months, outcome,
                                                  received_by, received_at)
                values (:id, :bill, :code, :rupiah, :paid, :from, :months, :outcome, :by, :at)""")
                .param("id", id).param("bill", billId, java.sql.Types.OTHER).param("code", said.billingCode())
                .param("rupiah", said.rupiah()).param("paid", said.paidAt().atOffset(ZoneOffset.UTC))
                .param("from", said.coverFrom().atDay(1)).param("months", said.months()).param("outcome", outcome.name())
                .param("by", by.user()).param("at", clock.instant().atOffset(ZoneOffset.UTC)).update();
        return id;
    }
}
