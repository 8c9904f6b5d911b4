package id.lindungdesa.complaint;

import id.lindungdesa.calendar.WorkingDays;
import id.lindungdesa.claim.ClaimRegister;
import id.lindungdesa.identity.CurrentUser;
import id.lindungdesa.identity.Official;
import id.lindungdesa.identity.Role;
import id.lindungdesa.refusal.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What every step on a complaint has in common: whether this official may take it, and the record that he did. */
@Component
class ComplaintSteps {

    private static final Logger log = LoggerFactory.getLogger(ComplaintSteps.class);
    /** Whoever holds the letter; no user is called so, since a name has no colon. */
    static final Official FAMILY = new Official("surat:keluarga", "Keluarga, dengan suratnya", Set.of());

    private static final int SHORTEST_NOTE = 5;
    private static final int LONGEST_NOTE = 4000;

    private final Complaints complaints;
    private final ClaimRegister claims;
    private final CurrentUser currentUser;
    private final Clock clock;

    ComplaintSteps(Complaints complaints, ClaimRegister claims, CurrentUser currentUser, Clock clock) {
        this.complaints = complaints;
        this.claims = claims;
        this.currentUser = currentUser;
        this.clock = clock;
    }

    Instant instant() {
        return clock.instant();
    }

    LocalDate today() {
        return LocalDate.ofInstant(instant(), WorkingDays.JAKARTA);
    }

    /** The official who answers or mediates in that role: he had no part in the claim, nor another one here. */
    Official judge(Complaint complaint, ComplaintStep step, Role role) {
        Official official = currentUser.get();
        if (!official.holds(role, complaint.branch())) {
            throw notYours();
        }
        if (claims.get(complaint.claimId()).handledBy().contains(official.user())) {
            log.warn("Separation of duties: {} may not do {} on complaint {}, having handled the claim", official.user(), step,
                    complaint.number());
            throw Refusal.forbidden("SEPARATION_OF_DUTIES", "Anda ikut menangani klaim yang diadukan. Serahkan pengaduan ini "
                    + "kepada pejabat lain.");
        }
        requireOtherPerson(complaint, step, official);
        return currentUser.in(role, complaint.branch());
    }

    void requireOtherPerson(Complaint complaint, ComplaintStep step, Official official) {
        if (complaint.forbids(official.user(), step)) {
            log.warn("Separation of duties: {} may not do {} on complaint {}", official.user(), step, complaint.number());
            throw Refusal.forbidden("SEPARATION_OF_DUTIES", "Anda sudah menangani pengaduan ini pada tahap lain. "
                    + "Penyampaian, jawaban, dan mediasi harus dilakukan oleh orang yang berbeda.");
        }
    }

    void done(Complaint after, ComplaintStep step, ComplaintOutcome outcome, String note, Official official) {
        complaints.update(after);
        complaints.add(after.id(), new Entry(step, outcome, note == null || note.isBlank() ? null : note.strip(),
                official.user(), official.name(), instant()));
    }

    /** What the system did by itself. */
    void done(Complaint after, ComplaintStep step, ComplaintOutcome outcome) {
        complaints.update(after);
        complaints.add(after.id(), new Entry(step, outcome, null, "system", "Sistem", instant()));
    }

    void requireNote(String note, String sentence) {
        if (note == null || note.strip().length() < SHORTEST_NOTE) {
            throw Refusal.invalid("NOTE_REQUIRED", sentence);
        }
        if (note.length() > LONGEST_NOTE) {
            throw Refusal.invalid("NOTE_TOO_LONG", "Catatan paling banyak %d tanda.".formatted(LONGEST_NOTE));
        }
    }

    static Refusal notYours() {
        return Refusal.forbidden("NOT_YOUR_OFFICE", "Pengaduan ini bukan wewenang jabatan atau wilayah Anda.");
    }
}
