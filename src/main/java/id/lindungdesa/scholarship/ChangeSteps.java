package id.lindungdesa.scholarship;

import id.lindungdesa.identity.CurrentUser;
import id.lindungdesa.identity.Official;
import id.lindungdesa.identity.Role;
import id.lindungdesa.refusal.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What every step on a report about a child has in common: whether this official may take it, and the record that he did. */
@Component
class ChangeSteps {

    private static final Logger log = LoggerFactory.getLogger(ChangeSteps.class);

    private final Changes changes;
    private final YearSteps steps;
    private final CurrentUser currentUser;

    ChangeSteps(Changes changes, YearSteps steps, CurrentUser currentUser) {
        this.changes = changes;
        this.steps = steps;
        this.currentUser = currentUser;
    }

    /** The village, or the officer at the counter. */
    Official reporter(String villageCode, String branch) {
        Official official = currentUser.acting(who -> ScholarshipAccess.mayFile(who, villageCode, branch));
        if (!ScholarshipAccess.mayFile(official, villageCode, branch)) {
            throw ScholarshipAccess.notYours();
        }
        return official;
    }

    /** Whoever decides this step has played no other part in the report. */
    Official officer(Scholarship child, ScholarshipChange change, ChangeStep step, Role role) {
        Official official = currentUser.in(role, child.branch());
        if (!official.holds(role, child.branch())) {
            throw ScholarshipAccess.notYours();
        }
        if (change.forbids(official.user(), step)) {
            log.warn("Separation of duties: {} may not do {} on scholarship report {}", official.user(), step, change.number());
            throw Refusal.forbidden("SEPARATION_OF_DUTIES", "Anda sudah menangani laporan ini pada tahap lain. "
                    + "Laporan, pemeriksaan, dan keputusan harus dilakukan oleh orang yang berbeda.");
        }
        return official;
    }

    void done(ScholarshipChange before, ScholarshipChange after, ChangeStep step, String outcome, String note, Official official) {
        changes.update(before, after);
        record(after, step, outcome, note, official);
    }

    void record(ScholarshipChange change, ChangeStep step, String outcome, String note, Official official) {
        changes.add(change.id(), new ChangeDeed(step, outcome, note == null || note.isBlank() ? null : note.strip(), official.user(),
                official.name(), steps.instant()));
    }

    /** What the system did by itself. */
    void done(ScholarshipChange before, ScholarshipChange after, ChangeStep step, String outcome) {
        changes.update(before, after);
        changes.add(after.id(), new ChangeDeed(step, outcome, null, SchoolYear.SYSTEM, "Sistem", steps.instant()));
    }
}
