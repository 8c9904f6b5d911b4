package id.lindungdesa.premium;

import id.lindungdesa.enrolment.Worker;
import id.lindungdesa.money.Rupiah;
import id.lindungdesa.refusal.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.postgresql.util.PSQLException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Bills, their months and the cover that they buy, in the database. */
@Repository
class Bills {

    private static final String BILL = """
            select id, case_id, billing_code, list_id, decree_id, village_code, workers, first_month, months, rupiah, legal_basis,
                   state, issued_at, payment_reference, transfer_id, paid_at
              from premium_bill
            """;

    private final JdbcClient jdbc;

    Bills(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What a month of a bill costs and, once cover has begun, the transfer that paid it. */
    record Month(YearMonth month, Rupiah rupiah, UUID transferId) {}

    /**
     * Writes a bill down with its months and keeps those months of these workers for it.
     *
     * @throws Refusal COVER_OVERLAP when one of them has or is about to have cover on one of the days
     */
    void issue(Bill bill, List<Rupiah> rates, List<Worker> workers) {
        jdbc.sql("""
                insert into premium_bill (id, case_id, billing_code, list_id, decree_id, village_code, workers, first_month,
                                          months, rupiah, legal_basis, state, issued_at)
                values (:id, :case, :code, :list, :decree, :village, :workers, :first, :months, :rupiah, :basis, :state, :at)""")
                .param("id", bill.id()).param("case", bill.caseId()).param("code", bill.billingCode())
                .param("list", bill.listId()).param("decree", bill.decreeId()).param("village", bill.villageCode())
                .param("workers", bill.workers()).param("first", bill.firstMonth().atDay(1)).param("months", bill.months())
                .param("rupiah", bill.rupiah().amount()).param("basis", bill.legalBasis()).param("state", bill.state().name())
                .param("at", bill.issuedAt().atOffset(ZoneOffset.UTC)).update();
        for (int i = 0; i < rates.size(); i++) {
            jdbc.sql("insert into premium_month (bill_id, month, rupiah) values (:bill, :month, :rupiah)")
                    .param("bill", bill.id()).param("month", bill.firstMonth().plusMonths(i).atDay(1))
                    .param("rupiah", rates.get(i).times(bill.workers()).amount()).update();
        }
        keepDays(bill, workers);
    }

    /** Nobody is covered before the day he was registered; who was registered earlier has his first month whole. */
    private void keepDays(Bill bill, List<Worker> workers) {
        try {
            jdbc.sql("""
                    insert into premium_cover (bill_id, worker_id, worker_no, from_day, through_day, registered_at)
                    select :bill, worker, number, greatest(:first, (registered::timestamptz at time zone 'Asia/Jakarta')::date),
                           :last, registered::timestamptz
                      from unnest(:workers, :numbers::bigint[], :registered::text[]) as given(worker, number, registered)
                     order by number""")
                    .param("bill", bill.id()).param("first", bill.firstMonth().atDay(1)).param("last", bill.lastDay())
                    .param("workers", workers.stream().map(Worker::id).toArray(UUID[]::new))
                    .param("numbers", texts(workers, worker -> String.valueOf(worker.number())))
                    .param("registered", texts(workers, worker -> worker.registeredAt().toString())).update();
        } catch (DataIntegrityViolationException e) {
            if (e.getMostSpecificCause() instanceof PSQLException cause && cause.getServerErrorMessage() != null
                    && "premium_cover_no_double".equals(cause.getServerErrorMessage().getConstraint())) {
                throw overlap();
            }
            throw e;
        }
    }

    /** How many of the list's workers have, or are billed for, cover in those days. */
    int coveredIn(List<UUID> workers, LocalDate from, LocalDate through) {
        return jdbc.sql("""
                select count(distinct worker_id) from premium_cover
                 where worker_id = any(:workers) and from_day <= :through and through_day >= :from""")
                .param("workers", workers.toArray(UUID[]::new)).param("from", from).param("through", through)
                .query(Integer.class).single();
    }

    static Refusal overlap() {
        return Refusal.conflict("COVER_OVERLAP",
                "Ada pekerja pada daftar yang sudah terlindungi pada bulan-bulan itu; pilih bulan mulai yang lain.");
    }

    Optional<Bill> ofCase(UUID caseId) {
        return jdbc.sql(BILL + " where case_id = :case").param("case", caseId).query(Bills::bill).optional();
    }

    /** The bill of a case, locked: whoever decides about it next waits. */
    Bill lockedOfCase(UUID caseId) {
        return jdbc.sql(BILL + " where case_id = :case for no key update").param("case", caseId).query(Bills::bill).optional()
                .orElseThrow(PremiumCase::elsewhere);
    }

    Optional<Bill> lockedByCode(String billingCode) {
        return jdbc.sql(BILL + " where billing_code = :code for no key update").param("code", billingCode).query(Bills::bill).optional();
    }

    /** Whole rupiah that bills of a village on a decree's money ask for and nobody has paid yet. */
    Rupiah unpaid(String village, UUID decree) {
        return Rupiah.of(jdbc.sql("""
                select coalesce(sum(rupiah), 0)::bigint from premium_bill
                 where village_code = :village and decree_id = :decree
                   and state in ('ISSUED', 'PAYMENT_ORDERED', 'PAYMENT_APPROVED')""")
                .param("village", village).param("decree", decree).query(Long.class).single());
    }

    List<Month> months(UUID billId) {
        return jdbc.sql("select month, rupiah, transfer_id from premium_month where bill_id = :bill order by month")
                .param("bill", billId)
                .query((row, n) -> new Month(YearMonth.from(row.getObject("month", LocalDate.class)),
                        Rupiah.of(row.getLong("rupiah")), row.getObject("transfer_id", UUID.class))).list();
    }

    void monthPaid(UUID billId, YearMonth month, UUID transferId) {
        jdbc.sql("update premium_month set transfer_id = :transfer where bill_id = :bill and month = :month")
                .param("transfer", transferId).param("bill", billId).param("month", month.atDay(1)).update();
    }

    /** The first day on which anybody of the bill is covered. */
    LocalDate coverFrom(UUID billId) {
        return jdbc.sql("select min(from_day) from premium_cover where bill_id = :bill").param("bill", billId)
                .query(LocalDate.class).single();
    }

    void become(Bill was, Bill becomes, Instant now) {
        int changed = jdbc.sql("""
                update premium_bill
                   set state = :next, payment_reference = :reference, transfer_id = :transfer, paid_at = :paid,
                       covered_at = :covered
                 where id = :id and state = :was""")
                .param("next", becomes.state().name()).param("reference", becomes.paymentReference())
                .param("transfer", becomes.transferId(), java.sql.Types.OTHER)
                .param("paid", becomes.paidAt() == null ? null : becomes.paidAt().atOffset(ZoneOffset.UTC),
                        java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                .param("covered", becomes.state() == Bill.State.COVERED ? now.atOffset(ZoneOffset.UTC) : null,
                        java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                .param("id", was.id()).param("was", was.state().name()).update();
        if (changed != 1) {
            throw PremiumCase.elsewhere();
        }
    }

    private static <T> String[] texts(List<T> things, Function<T, String> text) {
        return things.stream().map(text).toArray(String[]::new);
    }

    private static Bill bill(ResultSet row, int number) throws SQLException {
        OffsetDateTime paidAt = row.getObject("paid_at", OffsetDateTime.class);
        return new Bill(row.getObject("id", UUID.class), row.getObject("case_id", UUID.class), row.getString("billing_code"),
                row.getObject("list_id", UUID.class), row.getObject("decree_id", UUID.class), row.getString("village_code"),
                row.getInt("workers"), YearMonth.from(row.getObject("first_month", LocalDate.class)), row.getInt("months"),
                Rupiah.of(row.getLong("rupiah")), row.getString("legal_basis"), Bill.State.valueOf(row.getString("state")),
                row.getObject("issued_at", OffsetDateTime.class).toInstant(), row.getString("payment_reference"),
                row.getObject("transfer_id", UUID.class), paidAt == null ? null : paidAt.toInstant());
    }
}
