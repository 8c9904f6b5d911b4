package id.lindungdesa.premium;

import id.lindungdesa.calendar.WorkingDays;
import id.lindungdesa.enrolment.Enrolment;
import id.lindungdesa.enrolment.Worker;
import id.lindungdesa.ledger.Account;
import id.lindungdesa.ledger.Ledger;
import id.lindungdesa.ledger.Transfer;
import id.lindungdesa.money.Rupiah;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Covered workers for tests of those downstream: an invented person on a list of his village, billed, paid out of the
 * village's premium share through the books, and in the cover book. Autowire it into a test of the whole application.
 */
@Component
public class CoverFixture {

    /** What a worker's month costs in these tests: Rp10.000 JKK and Rp6.800 JKM. */
    public static final Rupiah PREMIUM = Rupiah.of(16_800);

    /** The chain behind a covered worker, for tests of traces. */
    public record Covered(Worker worker, UUID premiumCaseId, UUID billId, UUID allocationId, UUID decreeId,
                          UUID disbursementId, String billingCode) {}

    private static final AtomicInteger SERIAL = new AtomicInteger(ThreadLocalRandom.current().nextInt(100, 900));

    private final JdbcClient jdbc;
    private final Ledger ledger;
    private final Enrolment enrolment;

    CoverFixture(JdbcClient jdbc, Ledger ledger, Enrolment enrolment) {
        this.jdbc = jdbc;
        this.ledger = ledger;
        this.enrolment = enrolment;
    }

    /** A worker of that village covered on all those days, registered the day before the first. */
    @Transactional
    public Worker covered(String villageCode, LocalDate from, LocalDate through) {
        return covered(villageCode, from, through, at(from.minusDays(1))).worker();
    }

    /** The same with the time of his registration and the whole chain behind him; ids upstream are of nobody else. */
    @Transactional
    public Covered covered(String villageCode, LocalDate from, LocalDate through, Instant registeredAt) {
        return covered(worker(villageCode, registeredAt), from, through, UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
    }

    /** Buys that worker (further) cover out of a given decree, allocation and disbursement; bring days that are free. */
    @Transactional
    public Covered covered(Worker worker, LocalDate from, LocalDate through, UUID decreeId, UUID allocationId,
            UUID disbursementId) {
        UUID caseId = UUID.randomUUID();
        UUID listId = UUID.randomUUID();
        UUID billId = UUID.randomUUID();
        YearMonth first = YearMonth.from(from);
        int months = (int) first.until(YearMonth.from(through), java.time.temporal.ChronoUnit.MONTHS) + 1;
        Rupiah rupiah = PREMIUM.times(months);
        String code = "%015d".formatted(ThreadLocalRandom.current().nextLong(1_000_000_000_000_000L));
        Instant paidAt = at(from);
        Account village = Account.villagePremium(worker.villageCode(), decreeId);
        ledger.post(Transfer.of("TEST_SHARE", Account.budget(worker.villageCode().substring(0, 2), decreeId), village, rupiah,
                disbursementId.toString(), "Uji", paidAt, caseId));
        Transfer paid = Transfer.of("PREMIUM_PAID", village, Account.insurerIncoming(), rupiah, billId.toString(), "Uji", paidAt,
                billId);
        ledger.post(paid);
        jdbc.sql("""
                insert into enrolment_list (id, village_code, number, decree_id, state, created_at)
                select :id, :village, coalesce(max(number), 0) + 1, :decree, 'COVERED', :at
                  from enrolment_list where village_code = :village""")
                .param("id", listId).param("village", worker.villageCode()).param("decree", decreeId)
                .param("at", paidAt.atOffset(ZoneOffset.UTC)).update();
        jdbc.sql("insert into enrolment_entry (list_id, worker_id, state) values (:list, :worker, 'LISTED')")
                .param("list", listId).param("worker", worker.id()).update();
        jdbc.sql("""
                insert into premium_case (id, disbursement_id, allocation_id, decree_id, village_code, tranche, share, state,
                                          list_id, first_month, months, received_at)
                values (:id, :disbursement, :allocation, :decree, :village, 1, :rupiah, 'BILLED', :list, :first, :months, :at)""")
                .param("id", caseId).param("disbursement", disbursementId).param("allocation", allocationId)
                .param("decree", decreeId).param("village", worker.villageCode()).param("rupiah", rupiah.amount())
                .param("list", listId).param("first", first.atDay(1)).param("months", months)
                .param("at", paidAt.atOffset(ZoneOffset.UTC)).update();
        jdbc.sql("""
                insert into premium_bill (id, case_id, billing_code, list_id, decree_id, village_code, workers, first_month,
                                          months, rupiah, legal_basis, state, issued_at, payment_reference, transfer_id,
                                          paid_at, covered_at)
                values (:id, :case, :code, :list, :decree, :village, 1, :first, :months, :rupiah, 'Uji', 'COVERED', :at,
                        'UJI', :transfer, :at, :at)""")
                .param("id", billId).param("case", caseId).param("code", code).param("list", listId)
                .param("decree", decreeId).param("village", worker.villageCode()).param("first", first.atDay(1))
                .param("months", months).param("rupiah", rupiah.amount()).param("transfer", paid.id())
                .param("at", paidAt.atOffset(ZoneOffset.UTC)).update();
        for (int i = 0; i < months; i++) {
            YearMonth month = first.plusMonths(i);
            Transfer monthly = Transfer.of("PREMIUM_MONTH", Account.insurerIncoming(), Account.insurerPremium(month), PREMIUM,
                    billId.toString(), "Uji", paidAt, billId, month);
            ledger.post(monthly);
            jdbc.sql("insert into premium_month (bill_id, month, rupiah, transfer_id) values (:bill, :month, :rupiah, :transfer)")
                    .param("bill", billId).param("month", month.atDay(1)).param("rupiah", PREMIUM.amount())
                    .param("transfer", monthly.id()).update();
        }
        jdbc.sql("""
                insert into premium_cover (bill_id, worker_id, worker_no, from_day, through_day, registered_at)
                values (:bill, :worker, :number, :from, :through, :registered)""")
                .param("bill", billId).param("worker", worker.id()).param("number", worker.number())
                .param("from", from).param("through", through)
                .param("registered", worker.registeredAt().atOffset(ZoneOffset.UTC)).update();
        return new Covered(worker, caseId, billId, allocationId, decreeId, disbursementId, code);
    }

    /** A registered worker of that village without any cover, born in 1980. */
    @Transactional
    public Worker worker(String villageCode, Instant registeredAt) {
        UUID id = UUID.randomUUID();
        int serial = SERIAL.incrementAndGet();
        LocalDate born = LocalDate.of(1980, 1, 1).plusDays(serial % 300);
        String nik = villageCode.substring(0, 8).replace(".", "") + "%td%<tm80".formatted(born) + "%04d".formatted(8000 + serial % 2000);
        jdbc.sql("""
                insert into enrolment_worker (id, nik, name, gender, birth_date, occupation, monthly_income, phone,
                                              village_code, listed_at, registered_at)
                values (:id, :nik, :name, 'L', :born, 'petani', 1000000, '084000000000', :village, :at, :at)""")
                .param("id", id).param("nik", nik).param("name", "Pekerja Uji " + serial).param("born", born)
                .param("village", villageCode).param("at", registeredAt.atOffset(ZoneOffset.UTC)).update();
        return enrolment.worker(id);
    }

    private static Instant at(LocalDate day) {
        return day.atTime(9, 0).atZone(WorkingDays.JAKARTA).toInstant();
    }
}
