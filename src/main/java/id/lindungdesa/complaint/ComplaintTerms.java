package id.lindungdesa.complaint;

import id.lindungdesa.calendar.OfficeCalendar;
import id.lindungdesa.calendar.WorkingDays;
import id.lindungdesa.complaint.Complaint.Term;
import id.lindungdesa.refusal.Refusal;
import id.lindungdesa.regulation.RuleBook;
import id.lindungdesa.regulation.Ruling;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Until when each stage of a complaint is due, in working days of the insurer, as the decision table says. */
@Component
class ComplaintTerms {

    /** What has to be done by a day. */
    enum Stage { ANSWER, REPLY, MEDIATION, COURT }

    private final RuleBook ruleBook;
    private final WorkingDays workingDays;

    ComplaintTerms(RuleBook ruleBook, WorkingDays workingDays) {
        this.ruleBook = ruleBook;
        this.workingDays = workingDays;
    }

    Term of(Stage stage, LocalDate from) {
        Ruling ruling = ruleBook.decide("complaint-deadline", from, Map.of("stage", stage.name()));
        if (ruling.rows().size() != 1) {
            throw Refusal.invalid("NO_RULE_FOR_DATE", "Tidak ada aturan complaint-deadline yang berlaku pada tanggal %s."
                    .formatted(from));
        }
        Map<String, Object> row = ruling.rows().get(0);
        int days = Math.toIntExact((Long) row.get("workingDays"));
        return new Term(workingDays.due(from, days, OfficeCalendar.BPJS).due(), (String) row.get("legalBasis"));
    }
}
