package id.lindungdesa.claim;

import id.lindungdesa.identity.CurrentUser;
import id.lindungdesa.identity.Official;
import id.lindungdesa.identity.Role;
import id.lindungdesa.refusal.Refusal;
import java.time.Clock;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What every step on a claim has in common: whether this official may take it, and the record that he did. */
@Component
class ClaimSteps {

    private static final Logger log = LoggerFactory.getLogger(ClaimSteps.class);
    private static final int SHORTEST_NOTE = 5;
    private static final int LONGEST_NOTE = 4000;

    private final Claims claims;
    private final CurrentUser currentUser;
    private final Clock clock;

    ClaimSteps(Claims claims, CurrentUser currentUser, Clock clock) {
        this.claims = claims;
        this.currentUser = currentUser;
        this.clock = clock;
    }

    Instant instant() {
        return clock.instant();
    }

    /** The official who takes this step as that officer of the claim's branch. */
    Official officer(Claim claim, Step step, Role role) {
        Official official = currentUser.get();
        if (!official.holds(role, claim.branch())) {
            throw notYours();
        }
        requireOtherPerson(claim, step, official);
        return currentUser.in(role, claim.branch());
    }

    /** Nobody plays two parts in a claim, whatever offices he holds by now: his user id counts, over the whole case. */
    void requireOtherPerson(Claim claim, Step step, Official official) {
        claim.otherDutyOf(official.user(), step).ifPresent(duty -> {
            log.warn("Separation of duties: {} may not do {} on claim {}, having done {}", official.user(), step,
                    claim.number(), duty);
            throw Refusal.forbidden("SEPARATION_OF_DUTIES", "Anda sudah menangani klaim ini pada tahap lain. "
                    + "Pemeriksaan, persetujuan, dan pembayaran harus dilakukan oleh orang yang berbeda.");
        });
        if (step.isApproval() && claim.wasRejectedBy(official.user())) {
            throw Refusal.forbidden("REJECTED_BY_YOU", "Anda pernah menolak klaim ini. Setelah dibuka kembali, klaim "
                    + "diputus oleh pejabat lain; mintalah pejabat pengganti.");
        }
    }

    void done(Claim before, Claim after, Step step, Outcome outcome, String note, Official official) {
        claims.update(before, after);
        done(after, step, outcome, note, official);
    }

    void done(Claim claim, Step step, Outcome outcome, String note, Official official) {
        claims.add(claim.id(), new Deed(step, outcome, blankToNull(note), official.user(), official.name(), instant()));
    }

    /** What the system did by itself. */
    void done(Claim before, Claim after, Step step, Outcome outcome) {
        claims.update(before, after);
        claims.add(after.id(), new Deed(step, outcome, null, "system", "Sistem", instant()));
    }

    /** The same for what changes no state of the claim. */
    void doneBySystem(Claim claim, Step step, Outcome outcome) {
        claims.add(claim.id(), new Deed(step, outcome, null, "system", "Sistem", instant()));
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
        return Refusal.forbidden("NOT_YOUR_OFFICE", "Klaim ini bukan wewenang jabatan atau wilayah Anda.");
    }

    private static String blankToNull(String note) {
        return note == null || note.isBlank() ? null : note.strip();
    }
}
