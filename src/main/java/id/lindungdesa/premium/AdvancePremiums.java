package id.lindungdesa.premium;

import id.lindungdesa.calendar.WorkingDays;
import id.lindungdesa.enrolment.Worker;
import id.lindungdesa.ledger.Account;
import id.lindungdesa.ledger.Ledger;
import id.lindungdesa.ledger.Transfer;
import id.lindungdesa.money.Rupiah;
import id.lindungdesa.refusal.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Months that were paid for a worker beyond the month of his death. Their money goes back to the village that paid, or their
 * cover to another worker of it; either way the dead one's cover ends with that month, and no month is anybody's twice.
 */
@Service
public class AdvancePremiums {

    private final JdbcClient jdbc;
    private final Ledger ledger;
    private final Clock clock;

    AdvancePremiums(JdbcClient jdbc, Ledger ledger, Clock clock) {
        this.jdbc = jdbc;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** One month of one worker, and the village and decree whose share paid it. */
    public record Month(UUID billId, UUID decreeId, String villageCode, YearMonth month, Rupiah rupiah) {}

    public List<Month> after(UUID workerId, LocalDate died) {
        return jdbc.sql("""
                select bill.id, bill.decree_id, bill.village_code, month.month, month.rupiah / bill.workers as rupiah
                  from premium_cover cover
                  join premium_bill bill on bill.id = cover.bill_id and bill.state = 'COVERED'
                  join premium_month month on month.bill_id = bill.id and month.transfer_id is not null
                   and month.month between date_trunc('month', cover.from_day) and cover.through_day
                 where cover.worker_id = :worker and month.month > :died
                 order by month.month""")
                .param("worker", workerId).param("died", died)
                .query((row, number) -> new Month(row.getObject("id", UUID.class), row.getObject("decree_id", UUID.class),
                        row.getString("village_code"), YearMonth.from(row.getObject("month", LocalDate.class)),
                        Rupiah.of(row.getLong("rupiah")))).list();
    }

    /**
     * Ends the cover with the month of death and gives back what was paid for later months.
     *
     * @param kept months that stay paid because another worker has them now
     */
    @Transactional
    public void refund(UUID workerId, LocalDate died, List<Month> kept, String reference, String legalBasis) {
        Instant at = clock.instant();
        List<Month> months = after(workerId, died).stream().filter(month -> !kept.contains(month)).toList();
        ledger.postAll(months.stream().map(month -> Transfer.of("PREMIUM_REFUNDED", Account.insurerPremium(month.month()),
                Account.villagePremium(month.villageCode(), month.decreeId()), month.rupiah(), reference, legalBasis, at,
                month.billId(), workerId, month.month())).toList());
        LocalDate last = YearMonth.from(died).atEndOfMonth();
        jdbc.sql("delete from premium_cover where worker_id = :worker and from_day > :last").param("worker", workerId)
                .param("last", last).update();
        jdbc.sql("update premium_cover set through_day = :last where worker_id = :worker and through_day > :last")
                .param("worker", workerId).param("last", last).update();
    }

    /**
     * Gives the months that have not begun to another worker, the others back.
     *
     * @throws Refusal SUCCESSOR_COVERED where he has cover on one of those days, SUCCESSOR_ELSEWHERE
     */
    @Transactional
    public void passOn(UUID workerId, LocalDate died, Worker successor, String reference, String legalBasis) {
        YearMonth now = YearMonth.from(LocalDate.ofInstant(clock.instant(), WorkingDays.JAKARTA));
        List<Month> passed = after(workerId, died).stream().filter(month -> month.month().isAfter(now)).toList();
        if (passed.stream().anyMatch(month -> !month.villageCode().equals(successor.villageCode()))) {
            throw Refusal.invalid("SUCCESSOR_ELSEWHERE", "Pengganti harus pekerja dari desa yang membayar iuran itu.");
        }
        refund(workerId, died, passed, reference, legalBasis);
        passed.stream().map(Month::billId).distinct().forEach(bill -> {
            List<YearMonth> months = passed.stream().filter(month -> month.billId().equals(bill)).map(Month::month).toList();
            cover(bill, successor, months.get(0).atDay(1), months.get(months.size() - 1).atEndOfMonth());
        });
    }

    private void cover(UUID bill, Worker successor, LocalDate from, LocalDate through) {
        try {
            jdbc.sql("""
                    insert into premium_cover (bill_id, worker_id, worker_no, from_day, through_day, registered_at)
                    values (:bill, :worker, :number, :from, :through, :registered)""")
                    .param("bill", bill).param("worker", successor.id()).param("number", successor.number()).param("from", from)
                    .param("through", through).param("registered", clock.instant().atOffset(ZoneOffset.UTC)).update();
        } catch (DataIntegrityViolationException e) {
            throw Refusal.conflict("SUCCESSOR_COVERED", "Pengganti sudah terlindungi pada bulan-bulan itu. Pilih pekerja lain.");
        }
    }
}
