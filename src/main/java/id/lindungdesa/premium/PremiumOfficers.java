package id.lindungdesa.premium;

import id.lindungdesa.identity.CurrentUser;
import id.lindungdesa.identity.Official;
import id.lindungdesa.identity.Role;
import id.lindungdesa.premium.Decision.Matter;
import id.lindungdesa.premium.Decision.Outcome;
import id.lindungdesa.premium.Decision.Step;
import id.lindungdesa.refusal.Refusal;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Who may take a step now: the right office for the right area, and nobody who took another step of the same matter. */
@Component
class PremiumOfficers {

    private static final int SHORTEST_NOTE = 5;
    private static final int LONGEST_NOTE = 2000;

    private final PremiumCases cases;
    private final CurrentUser currentUser;
    private final Clock clock;

    PremiumOfficers(PremiumCases cases, CurrentUser currentUser, Clock clock) {
        this.cases = cases;
        this.currentUser = currentUser;
        this.clock = clock;
    }

    /**
     * Records that the current official takes this step.
     *
     * @throws Refusal NOT_YOUR_OFFICE, SEPARATION_OF_DUTIES, NOTE_REQUIRED, NOTE_TOO_LONG
     */
    void takes(UUID caseId, Role role, String area, Matter matter, Step step, Outcome outcome, String note) {
        Official official = currentUser.get();
        if (!official.holds(role, area)) {
            throw Refusal.forbidden("NOT_YOUR_OFFICE", "Jabatan Anda tidak berwenang untuk tindakan ini.");
        }
        List<Decision> before = cases.decisions(caseId);
        if (before.stream().anyMatch(one -> one.matter() == matter && one.step() != step && one.user().equals(official.user()))) {
            throw Refusal.forbidden("SEPARATION_OF_DUTIES",
                    "Anda sudah melakukan langkah lain dalam keputusan yang sama; langkah ini harus dilakukan orang lain.");
        }
        String text = note == null || note.isBlank() ? null : note.strip();
        if (outcome == Outcome.RETURNED && (text == null || text.length() < SHORTEST_NOTE)) {
            throw Refusal.invalid("NOTE_REQUIRED", "Isi catatan alasan pengembalian (sedikitnya %d huruf).".formatted(SHORTEST_NOTE));
        }
        if (text != null && text.length() > LONGEST_NOTE) {
            throw Refusal.invalid("NOTE_TOO_LONG", "Catatan paling banyak %d huruf.".formatted(LONGEST_NOTE));
        }
        cases.record(caseId, new Decision(matter, step, outcome, official.user(), official.name(), text, clock.instant()));
    }
}
