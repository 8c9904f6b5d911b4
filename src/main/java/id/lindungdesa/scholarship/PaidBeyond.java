package id.lindungdesa.scholarship;

import id.lindungdesa.money.Rupiah;
import id.lindungdesa.scholarship.Scholarship.End;
import id.lindungdesa.scholarship.ScholarshipChange.Excess;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.stereotype.Component;

/** What was paid for time after a scholarship's end, year by year. */
@Component
class PaidBeyond {

    private static final long MONTHS_OF_A_YEAR = 12;

    private final SchoolYears years;

    PaidBeyond(SchoolYears years) {
        this.years = years;
    }

    /** @param undue the whole year, proved when the right was over; otherwise the share of the months after the end */
    record Row(SchoolYear year, boolean undue, long months, Rupiah rupiah) {}

    List<Row> rows(Scholarship child, End end) {
        return years.of(child.id()).stream().filter(year -> year.state() == YearState.PAID || year.state() == YearState.PAYMENT_ORDERED)
                .map(year -> row(year, end.on())).filter(row -> !row.rupiah().isZero()).toList();
    }

    Excess sum(Scholarship child, End end) {
        List<Row> rows = rows(child, end);
        return new Excess(rows.stream().filter(Row::undue).map(Row::rupiah).reduce(Rupiah.ZERO, Rupiah::plus),
                rows.stream().filter(row -> !row.undue()).map(Row::rupiah).reduce(Rupiah.ZERO, Rupiah::plus), Rupiah.ZERO);
    }

    /** Whole months only: a month that had begun is the child's. */
    private static Row row(SchoolYear year, LocalDate end) {
        Rupiah paid = year.ruling().rupiah();
        if (!year.proof().claimedOn().isBefore(end)) {
            return new Row(year, true, MONTHS_OF_A_YEAR, paid);
        }
        LocalDate over = year.dates().beginsOn().plusYears(1);
        long months = Math.min(MONTHS_OF_A_YEAR, Math.max(0, ChronoUnit.MONTHS.between(end, over)));
        return new Row(year, false, months, Rupiah.of(paid.amount() * months / MONTHS_OF_A_YEAR));
    }
}
