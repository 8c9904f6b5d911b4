package id.lindungdesa.scholarship;

import id.lindungdesa.calendar.WorkingDays;
import id.lindungdesa.identity.CurrentUser;
import id.lindungdesa.identity.Official;
import id.lindungdesa.identity.Role;
import id.lindungdesa.refusal.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What every step on a school year has in common: whether this official may take it, and the record that he did. */
@Component
class YearSteps {

    private static final Logger log = LoggerFactory.getLogger(YearSteps.class);
    private static final int SHORTEST_NOTE = 5;
    private static final int LONGEST_NOTE = 4000;

    private final SchoolYears years;
    private final CurrentUser currentUser;
    private final Clock clock;

    YearSteps(SchoolYears years, CurrentUser currentUser, Clock clock) {
        this.years = years;
        this.currentUser = currentUser;
        this.clock = clock;
    }

    Instant instant() {
        return clock.instant();
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), WorkingDays.JAKARTA);
    }

    /** The official who takes this step as that officer of the child's branch. */
    Official officer(Scholarship child, SchoolYear year, Step step, Role role) {
        Official official = currentUser.get();
        if (!official.holds(role, child.branch())) {
            throw ScholarshipAccess.notYours();
        }
        requireOtherPerson(child, year, step, official);
        return currentUser.in(role, child.branch());
    }

    /** The village, or the officer at the counter. */
    Official filer(Scholarship child, SchoolYear year, Step step) {
        Official official = currentUser.acting(who -> ScholarshipAccess.mayFile(who, child.villageCode(), child.branch()));
        if (!ScholarshipAccess.mayFile(official, child.villageCode(), child.branch())) {
            throw ScholarshipAccess.notYours();
        }
        requireOtherPerson(child, year, step, official);
        return official;
    }

    /** Nobody plays two parts in a school year, whatever offices he holds by now; who registered the child prepared it. */
    private void requireOtherPerson(Scholarship child, SchoolYear year, Step step, Official official) {
        if (bars(child, year, official.user(), step)) {
            log.warn("Separation of duties: {} may not do {} on scholarship year {}", official.user(), step, year.number());
            throw Refusal.forbidden("SEPARATION_OF_DUTIES", "Anda sudah menangani beasiswa ini pada tahap lain. "
                    + "Pemeriksaan, persetujuan, dan pembayaran harus dilakukan oleh orang yang berbeda.");
        }
    }

    static boolean bars(Scholarship child, SchoolYear year, String user, Step step) {
        boolean registered = child.registeredBy().equals(user) && step.duty() != Duty.INTAKE;
        return registered || year.otherDutyOf(user, step).isPresent();
    }

    void done(SchoolYear before, SchoolYear after, Step step, Outcome outcome, String note, Official official) {
        years.update(before, after);
        years.add(after.id(), new Deed(step, outcome, note == null || note.isBlank() ? null : note.strip(), official.user(),
                official.name(), instant()));
    }

    /** What the system did by itself. */
    void done(SchoolYear before, SchoolYear after, Step step, Outcome outcome) {
        years.update(before, after);
        record(after, step, outcome);
    }

    void record(SchoolYear year, Step step, Outcome outcome) {
        years.add(year.id(), new Deed(step, outcome, null, SchoolYear.SYSTEM, "Sistem", instant()));
    }

    void requireNote(String note, String sentence) {
        if (note == null || note.strip().length() < SHORTEST_NOTE) {
            throw Refusal.invalid("NOTE_REQUIRED", sentence);
        }
        if (note.length() > LONGEST_NOTE) {
            throw Refusal.invalid("NOTE_TOO_LONG", "Catatan paling banyak %d tanda.".formatted(LONGEST_NOTE));
        }
    }
}
