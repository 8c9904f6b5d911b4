package id.lindungdesa.scholarship;

import id.lindungdesa.claim.ScholarshipRight;
import id.lindungdesa.identity.Official;
import id.lindungdesa.refusal.Refusal;
import id.lindungdesa.scholarship.Scholarship.End;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How the case of a school year begins: by an official, or by itself when the year before it is closed. */
@Service
class YearOpening {

    private final Scholarships children;
    private final SchoolYears years;
    private final YearFiles files;
    private final YearSteps steps;
    private final ScholarshipProcess process;
    private final ScholarshipRight right;
    private final SchoolCalendar calendar;
    private final YearLetters letters;

    YearOpening(Scholarships children, SchoolYears years, YearFiles files, YearSteps steps, ScholarshipProcess process,
            ScholarshipRight right, SchoolCalendar calendar, YearLetters letters) {
        this.children = children;
        this.years = years;
        this.files = files;
        this.steps = steps;
        this.process = process;
        this.right = right;
        this.calendar = calendar;
        this.letters = letters;
    }

    /**
     * A school year that waits for its process.
     *
     * @param wanted null for the first year that stands open
     * @throws Refusal SCHOLARSHIP_ENDED, SCHOLARSHIP_YEAR_EXISTS, SCHOLARSHIP_YEAR_TOO_EARLY, SCHOLARSHIP_YEAR_BEFORE_EVENT
     */
    SchoolYear draft(Scholarship child, Integer wanted, String by) {
        child.requireOpen();
        int firstMonth = firstMonth(child);
        int now = SchoolCalendar.yearOf(steps.today(), firstMonth);
        int year = wanted == null ? now : wanted;
        requireFirst(child, year);
        boolean firstOfWaiting = child.state() == ScholarshipState.WAITING && years.of(child.id()).isEmpty();
        if (year > now && !firstOfWaiting) {
            throw ScholarshipForm.refused("schoolYear", "SCHOLARSHIP_YEAR_TOO_EARLY",
                    "Tahun ajaran itu belum mulai; perkaranya dibuka sendiri pada awal tahun ajaran.");
        }
        LocalDate event = right.find(child.claimId()).orElseThrow().eventDate();
        if (!LocalDate.of(year + 1, firstMonth, 1).isAfter(event)) {
            throw ScholarshipForm.refused("schoolYear", "SCHOLARSHIP_YEAR_BEFORE_EVENT",
                    "Tahun ajaran itu telah selesai sebelum peristiwa, sehingga tidak dibayar.");
        }
        return added(child, year, firstMonth, by);
    }

    SchoolYear get(UUID yearId) {
        return years.get(yearId);
    }

    void start(SchoolYear year) {
        process.start(year.id());
    }

    /**
     * The process of a year has begun: it counts.
     *
     * @return whether the school year itself has begun
     */
    @Transactional
    public boolean open(UUID yearId) {
        Scholarship child = children.lock(years.get(yearId).scholarshipId());
        SchoolYear year = years.get(yearId);
        child.requireOpen();
        SchoolYear opened = year.opened(steps.today());
        requireFirst(child, year.year());
        if (year.isOpenedBySystem()) {
            steps.done(year, opened, Step.OPEN, Outcome.OPENED);
        } else {
            Official official = steps.filer(child, year, Step.OPEN);
            steps.done(year, opened, Step.OPEN, Outcome.OPENED, null, official);
        }
        return opened.state() == YearState.OPEN;
    }

    /** The school year that was waited for is here. */
    @Transactional
    public void begin(UUID yearId) {
        children.lock(years.get(yearId).scholarshipId());
        SchoolYear year = years.get(yearId);
        years.update(year, year.begun());
    }

    /** When a year is closed the next one is opened and waits for its day; past the age there is none, and a letter says so. */
    @Transactional
    public void openNext(UUID closedId) {
        SchoolYear closed = years.get(closedId);
        Scholarship child = children.lock(closed.scholarshipId());
        if (child.hasEnded() || years.of(child.id(), closed.year() + 1).isPresent()) {
            return;
        }
        int firstMonth = firstMonth(child);
        Optional<End> end = right.endByAge(child.claimId(), child.birthDate(), LocalDate.of(closed.year() + 1, firstMonth, 1))
                .map(found -> new End(found.reason(), found.legalBasis(), steps.today()));
        if (end.isPresent()) {
            children.update(child.ended(end.get()));
            steps.record(closed, Step.END, Outcome.ENDED);
            files.write(child, closed, "END", letters.end(child, closed, end.get()), steps.instant());
        } else {
            start(added(child, closed.year() + 1, firstMonth, SchoolYear.SYSTEM));
        }
    }

    private SchoolYear added(Scholarship child, int year, int firstMonth, String by) {
        SchoolYear draft = SchoolYear.draft(UUID.randomUUID(), child, year, calendar.dates(year, firstMonth, steps.today()), by,
                steps.instant());
        years.add(draft);
        return draft;
    }

    private void requireFirst(Scholarship child, int year) {
        years.of(child.id(), year).ifPresent(existing -> {
            throw Refusal.conflict("SCHOLARSHIP_YEAR_EXISTS", "Tahun ajaran %d/%d anak ini sudah dibuka dengan nomor %s."
                    .formatted(year, year + 1, existing.number()));
        });
    }

    private int firstMonth(Scholarship child) {
        return right.terms(child.claimId()).firstMonth();
    }
}
