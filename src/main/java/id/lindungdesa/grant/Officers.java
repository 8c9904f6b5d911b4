package id.lindungdesa.grant;

import id.lindungdesa.grant.CaseFile.Step;
import id.lindungdesa.identity.CurrentUser;
import id.lindungdesa.identity.Official;
import id.lindungdesa.identity.Role;
import id.lindungdesa.refusal.Refusal;
import org.springframework.stereotype.Component;

/** Who may take a step now: the right office for the right area, and nobody who took another step of the case. */
@Component
class Officers {

    private static final int SHORTEST_NOTE = 5;
    private static final int LONGEST_NOTE = 2000;

    private final CurrentUser currentUser;

    Officers(CurrentUser currentUser) {
        this.currentUser = currentUser;
    }

    /** @throws Refusal NOT_YOUR_OFFICE, SEPARATION_OF_DUTIES */
    Official require(Role role, String area, Step step, CaseFile file) {
        Official official = currentUser.get();
        if (!official.holds(role, area)) {
            throw Refusal.forbidden("NOT_YOUR_OFFICE", "Jabatan Anda tidak berwenang untuk tindakan ini.");
        }
        file.requireNoOtherStepBy(official.user(), step);
        return currentUser.in(role, area);
    }

    /** Whoever sends something back says why. */
    static void requireNote(boolean approved, String note) {
        if (!approved && (note == null || note.strip().length() < SHORTEST_NOTE)) {
            throw Refusal.invalid("NOTE_REQUIRED", "Isi catatan alasan pengembalian (sedikitnya %d huruf).".formatted(SHORTEST_NOTE));
        }
        if (note != null && note.length() > LONGEST_NOTE) {
            throw Refusal.invalid("NOTE_TOO_LONG", "Catatan paling banyak %d huruf.".formatted(LONGEST_NOTE));
        }
    }

    /** The number of a paper, as it stands on it. */
    static String requireNumber(String number, String paper) {
        if (number == null || number.isBlank() || number.strip().length() > 100) {
            throw Refusal.invalid("NUMBER_REQUIRED", "Isi nomor %s (paling banyak 100 huruf).".formatted(paper));
        }
        return number.strip();
    }
}
