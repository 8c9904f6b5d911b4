package id.lindungdesa.death;

import id.lindungdesa.calendar.OfficeCalendar;
import id.lindungdesa.calendar.WorkingDays;
import id.lindungdesa.refusal.Refusal;
import id.lindungdesa.regulation.RuleBook;
import id.lindungdesa.regulation.Ruling;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Until when the village visits the family and the overseer asks after it, as the decision table says. */
@Component
class DeathReportTerms {

    enum Stage { COMPLETE, REMIND }

    private final RuleBook ruleBook;
    private final WorkingDays workingDays;

    DeathReportTerms(RuleBook ruleBook, WorkingDays workingDays) {
        this.ruleBook = ruleBook;
        this.workingDays = workingDays;
    }

    LocalDate of(Stage stage, LocalDate from) {
        Ruling ruling = ruleBook.decide("death-report-deadline", from, Map.of("stage", stage.name()));
        if (ruling.rows().size() != 1) {
            throw Refusal.invalid("NO_RULE_FOR_DATE", "Tidak ada aturan death-report-deadline yang berlaku pada tanggal %s."
                    .formatted(from));
        }
        int days = Math.toIntExact((Long) ruling.rows().get(0).get("workingDays"));
        return workingDays.due(from, days, OfficeCalendar.REGENCY).due();
    }
}
