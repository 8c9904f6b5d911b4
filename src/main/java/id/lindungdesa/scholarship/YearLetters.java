package id.lindungdesa.scholarship;

import id.lindungdesa.benefit.Schooling.Level;
import id.lindungdesa.calendar.DateWords;
import id.lindungdesa.claim.ScholarshipRight;
import id.lindungdesa.letter.LetterTemplates;
import id.lindungdesa.scholarship.SchoolCalendar.Paper;
import id.lindungdesa.scholarship.Scholarship.End;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What the guardian reads: plain Indonesian, the amount with its article, every end with its reason and the way to complain. */
@Component
class YearLetters {

    /** Without a scan: a scholarship's letter is no key to complain. */
    static final String COMPLAINT = LetterTemplates.fill("how-to-complain", Map.of("scan", ""));

    private final ScholarshipRight right;
    private final SchoolCalendar calendar;
    private final Clock clock;

    YearLetters(ScholarshipRight right, SchoolCalendar calendar, Clock clock) {
        this.right = right;
        this.calendar = calendar;
        this.clock = clock;
    }

    String reminder(Scholarship child, SchoolYear year) {
        return fill("scholarship-reminder", child, year, Map.of("papers", asked(year)));
    }

    String suspension(Scholarship child, SchoolYear year) {
        return fill("scholarship-suspension", child, year, Map.of("papers", asked(year)));
    }

    String missing(Scholarship child, SchoolYear year, String note, List<Paper> missing) {
        return fill("scholarship-missing", child, year, Map.of("note", note, "required", list(missing),
                "requiredHead", missing.isEmpty() ? "" : "# Dokumen yang masih harus diserahkan"));
    }

    String payment(Scholarship child, SchoolYear year) {
        return fill("scholarship-payment", child, year, Map.of("basis", year.ruling().legalBasis(), "row", LetterTemplates.row(
                school(year.proof().level()), child.guardian().name(), year.bankReference(), year.ruling().rupiah())));
    }

    String refusal(Scholarship child, SchoolYear year, List<String> reasons) {
        return fill("scholarship-refusal", child, year, Map.of("reasons", String.join("; ", reasons), "basis", year.ruling().legalBasis()));
    }

    String end(Scholarship child, SchoolYear year, End end) {
        return fill("scholarship-year-end", child, year, Map.of("endedOn", DateWords.day(end.on()), "reason", right.wording(end.reason()),
                "basis", end.legalBasis()));
    }

    String lapse(Scholarship child, SchoolYear year) {
        return fill("scholarship-lapse", child, year, Map.of());
    }

    private String asked(SchoolYear year) {
        return list(calendar.papers(year.dates().beginsOn(), false));
    }

    private String fill(String template, Scholarship child, SchoolYear year, Map<String, ?> more) {
        Map<String, Object> values = new HashMap<>(more);
        values.putAll(Map.of("number", year.number(), "today", DateWords.day(clock.instant()), "guardian", child.guardian().name(),
                "child", child.childName(), "year", span(year), "dueOn", DateWords.day(year.dates().dueOn()), "endsOn", DateWords.day(year.dates().endsOn()),
                "complaint", COMPLAINT));
        return LetterTemplates.fill(template, values);
    }

    static String span(SchoolYear year) {
        return "%d/%d".formatted(year.year(), year.year() + 1);
    }

    private static String school(Level level) {
        return level == Level.PT ? "perguruan tinggi" : level.name();
    }

    private static String list(List<Paper> papers) {
        return papers.stream().map(paper -> "- %s (%s)".formatted(paper.label(), paper.legalBasis())).collect(Collectors.joining("\n"));
    }
}
