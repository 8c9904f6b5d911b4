package id.lindungdesa.scholarship;

import id.lindungdesa.regulation.RuleBook;
import id.lindungdesa.regulation.Ruling;
import id.lindungdesa.scholarship.SchoolYear.Dates;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The days of a school year and the papers that prove it, from their decision tables. */
@Component
class SchoolCalendar {

    private final RuleBook ruleBook;

    SchoolCalendar(RuleBook ruleBook) {
        this.ruleBook = ruleBook;
    }

    /** A paper that a school year needs, or may carry where it is not required. */
    record Paper(String kind, String label, boolean required, String legalBasis) {}

    /** The school year that a day lies in, named after the calendar year in which it begins. */
    static int yearOf(LocalDate day, int firstMonth) {
        return day.getMonthValue() < firstMonth ? day.getYear() - 1 : day.getYear();
    }

    /** A year that is opened late gives the family as long as one that was opened in time. */
    Dates dates(int year, int firstMonth, LocalDate openedOn) {
        LocalDate begins = LocalDate.of(year, firstMonth, 1);
        Ruling rule = ruleBook.decide("scholarship-confirmation", begins, Map.of());
        int month = Math.toIntExact(rule.amount("dueMonth"));
        long lead = rule.amount("reminderDays");
        LocalDate usual = LocalDate.of(month < firstMonth ? year + 1 : year, month, Math.toIntExact(rule.amount("dueDay")));
        LocalDate due = later(usual, openedOn.plusDays(lead));
        LocalDate ends = later(begins.plusYears(1).minusDays(1), due);
        return new Dates(begins, due.minusDays(lead), due, ends);
    }

    /** The first school year in which a child is old enough by the day on which its proof is due. */
    int firstYear(LocalDate birthDate, int schoolAge, int firstMonth, LocalDate today) {
        int year = yearOf(today, firstMonth);
        while (dates(year, firstMonth, LocalDate.of(year, firstMonth, 1)).dueOn().isBefore(birthDate.plusYears(schoolAge))) {
            year++;
        }
        return year;
    }

    List<Paper> papers(LocalDate on, boolean firstTime) {
        return ruleBook.decide("scholarship-checklist", on, Map.of("firstTime", firstTime)).rows().stream()
                .map(row -> new Paper((String) row.get("kind"), (String) row.get("label"), Boolean.TRUE.equals(row.get("required")),
                        (String) row.get("legalBasis"))).toList();
    }

    List<Paper> missing(LocalDate on, boolean firstTime, Collection<String> present) {
        return papers(on, firstTime).stream().filter(paper -> paper.required() && !Set.copyOf(present).contains(paper.kind())).toList();
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
