package id.lindungdesa.calendar;

import id.lindungdesa.refusal.Finding;
import id.lindungdesa.refusal.Refusal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Lets an official ask when something is due, and why that late. */
@RestController
class DeadlineController {

    private static final int MOST_WORKING_DAYS = 1000;
    private static final int FIRST_YEAR = 1945;
    private static final int LAST_YEAR = 2999;

    private final WorkingDays workingDays;

    DeadlineController(WorkingDays workingDays) {
        this.workingDays = workingDays;
    }

    record SkippedDay(LocalDate date, String reason) {}

    record DeadlineAnswer(LocalDate from, int workingDays, String calendar, LocalDate due, List<SkippedDay> skipped,
            boolean holidaysKnown) {}

    /** Parameters arrive as text so that a faulty one is answered by its name, in Indonesian. */
    @GetMapping("/api/deadlines")
    DeadlineAnswer deadline(@RequestParam(required = false) String from,
            @RequestParam(required = false) String workingDays, @RequestParam(required = false) String calendar) {
        LocalDate start = dateOf(from);
        int count = countOf(workingDays);
        OfficeCalendar office = calendarOf(calendar);
        Deadline deadline = this.workingDays.due(start, count, office);
        return new DeadlineAnswer(start, count, office.id(), deadline.due(),
                deadline.skipped().stream().map(day -> new SkippedDay(day.day(), day.reason())).toList(),
                deadline.holidaysKnown());
    }

    private static LocalDate dateOf(String from) {
        try {
            LocalDate date = from == null ? null : LocalDate.parse(from);
            if (date != null && date.getYear() >= FIRST_YEAR && date.getYear() <= LAST_YEAR) {
                return date;
            }
        } catch (DateTimeException e) {
            // answered below
        }
        throw faulty("from", "Parameter \"from\" harus berupa tanggal TTTT-BB-HH, misalnya 2026-03-16.");
    }

    private static int countOf(String workingDays) {
        if (workingDays != null && workingDays.matches("\\d{1,4}")) {
            int count = Integer.parseInt(workingDays);
            if (count >= 1 && count <= MOST_WORKING_DAYS) {
                return count;
            }
        }
        throw faulty("workingDays", "Parameter \"workingDays\" harus berupa bilangan bulat 1 sampai 1000.");
    }

    private static OfficeCalendar calendarOf(String calendar) {
        return OfficeCalendar.of(calendar).orElseThrow(() -> faulty("calendar",
                "Parameter \"calendar\" harus salah satu dari province, regency, bpjs, bank."));
    }

    private static Refusal faulty(String parameter, String sentence) {
        return Refusal.invalid("PARAMETER_INVALID", sentence,
                List.of(new Finding(null, null, parameter, "PARAMETER_INVALID", sentence)));
    }
}
