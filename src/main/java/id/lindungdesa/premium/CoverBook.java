package id.lindungdesa.premium;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Says which worker is covered on which day, and by which payment. Months that are billed but not confirmed by the insurer
 * stand in the book too, to keep them from being billed twice; they are nobody's cover and never told.
 */
@Service
public class CoverBook {

    private final JdbcClient jdbc;

    CoverBook(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A worker's periods of cover, oldest first; periods that follow each other without a gap stay separate rows. */
    public List<CoverPeriod> of(UUID workerId) {
        return jdbc.sql("""
                select cover.worker_id, cover.bill_id, cover.from_day, cover.through_day, cover.registered_at
                  from premium_cover cover join premium_bill bill on bill.id = cover.bill_id
                 where cover.worker_id = :worker and bill.state = 'COVERED'
                 order by cover.from_day""")
                .param("worker", workerId)
                .query((row, n) -> new CoverPeriod(row.getObject("worker_id", UUID.class),
                        row.getObject("bill_id", UUID.class), row.getObject("from_day", LocalDate.class),
                        row.getObject("through_day", LocalDate.class), instant(row, "registered_at")))
                .list();
    }

    /** The cover of a worker on that day, both ends of a period counted; empty where nobody had paid for it. */
    public Optional<Cover> on(UUID workerId, LocalDate day) {
        return jdbc.sql("""
                select cover.worker_id, cover.bill_id, cover.from_day, cover.through_day, cover.registered_at,
                       month.month, month.transfer_id
                  from premium_cover cover
                  join premium_bill bill on bill.id = cover.bill_id
                  join premium_month month on month.bill_id = cover.bill_id and month.month = date_trunc('month', :day::date)::date
                 where cover.worker_id = :worker and bill.state = 'COVERED' and :day between cover.from_day and cover.through_day""")
                .param("worker", workerId).param("day", day)
                .query((row, n) -> new Cover(row.getObject("worker_id", UUID.class), row.getObject("bill_id", UUID.class),
                        row.getObject("transfer_id", UUID.class), YearMonth.from(row.getObject("month", LocalDate.class)),
                        row.getObject("from_day", LocalDate.class), row.getObject("through_day", LocalDate.class),
                        instant(row, "registered_at")))
                .optional();
    }

    /** The code of a bill, as the bank, the village and the branch know it. */
    public String billingCode(UUID billId) {
        return jdbc.sql("select billing_code from premium_bill where id = :bill").param("bill", billId).query(String.class).single();
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
