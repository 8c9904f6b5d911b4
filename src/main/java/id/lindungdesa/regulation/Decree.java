package id.lindungdesa.regulation;

import id.lindungdesa.refusal.Refusal;
import id.lindungdesa.regulation.DecreeDecision.Outcome;
import id.lindungdesa.regulation.DecreeDecision.Step;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A decree on its way into force. It passes through four hands, and nobody lends it two: whoever drafted it may not
 * review it, whoever initialled it may not sign it. After a return the same people may act again, each in his own step.
 */
record Decree(UUID id, String number, DecreeState state, List<DecreeDecision> decisions) {

    private static final int SHORTEST_NOTE = 5;

    /** Who acts, and when. */
    record Hand(String user, String name, Instant at) {}

    Decree {
        decisions = List.copyOf(decisions);
    }

    static Decree drafted(UUID id, String number, Hand by) {
        return new Decree(id, number, DecreeState.DRAFT, List.of())
                .then(DecreeState.DRAFT, Step.DRAFTING, Outcome.DRAFTED, by, null);
    }

    /** Its terms and its annex were replaced. */
    Decree corrected(String number, Hand by) {
        if (!state.open()) {
            throw Refusal.conflict("DECREE_NOT_OPEN",
                    "Keputusan ini hanya dapat diperbaiki selama masih berupa rancangan atau dikembalikan; keadaannya: %s."
                            .formatted(state.label()));
        }
        return new Decree(id, number, state, decisions).then(state, Step.DRAFTING, Outcome.CORRECTED, by, null);
    }

    Decree submitted(Hand by) {
        return in(DecreeState.DRAFT).then(DecreeState.LEGAL_REVIEW, Step.DRAFTING, Outcome.SUBMITTED, by, null);
    }

    Decree resubmitted(Hand by, String note) {
        return in(DecreeState.RETURNED).then(DecreeState.LEGAL_REVIEW, Step.DRAFTING, Outcome.SUBMITTED, by, note);
    }

    Decree withdrawn(Hand by, String note) {
        requireNote(note);
        return in(DecreeState.RETURNED).then(DecreeState.WITHDRAWN, Step.DRAFTING, Outcome.WITHDRAWN, by, note);
    }

    Decree reviewed(boolean approved, Hand by, String note) {
        return in(DecreeState.LEGAL_REVIEW).decided(approved, DecreeState.INITIALLING, Step.LEGAL_REVIEW, by, note);
    }

    Decree initialled(boolean approved, Hand by, String note) {
        return in(DecreeState.INITIALLING).decided(approved, DecreeState.SIGNING, Step.INITIAL, by, note);
    }

    Decree signed(boolean approved, Hand by, String note) {
        return in(DecreeState.SIGNING).decided(approved, DecreeState.SIGNED, Step.SIGNATURE, by, note);
    }

    Decree putInForce() {
        in(DecreeState.SIGNED);
        return new Decree(id, number, DecreeState.IN_FORCE, decisions);
    }

    private Decree decided(boolean approved, DecreeState next, Step step, Hand by, String note) {
        if (approved) {
            return then(next, step, Outcome.APPROVED, by, note);
        }
        requireNote(note);
        return then(DecreeState.RETURNED, step, Outcome.RETURNED, by, note);
    }

    private Decree in(DecreeState expected) {
        if (state != expected) {
            throw Refusal.conflict("DECREE_STATE", "Keputusan %s tidak sedang pada tahap \"%s\"; keadaannya: %s."
                    .formatted(number, expected.label(), state.label()));
        }
        return this;
    }

    private Decree then(DecreeState next, Step step, Outcome outcome, Hand by, String note) {
        otherStepBy(by.user(), step).ifPresent(earlier -> {
            throw Refusal.forbidden("SEPARATION_OF_DUTIES",
                    "Anda sudah bertindak pada langkah \"%s\" keputusan ini; langkah \"%s\" harus dilakukan orang lain."
                            .formatted(earlier.step().label(), step.label()));
        });
        List<DecreeDecision> all = new ArrayList<>(decisions);
        all.add(new DecreeDecision(step, outcome, by.user(), by.name(), trimmed(note), by.at()));
        return new Decree(id, number, next, all);
    }

    /** What that user did in another step, which keeps him from this one. */
    Optional<DecreeDecision> otherStepBy(String user, Step step) {
        return decisions.stream().filter(earlier -> earlier.user().equals(user) && earlier.step() != step).findFirst();
    }

    private static void requireNote(String note) {
        String text = trimmed(note);
        if (text == null || text.length() < SHORTEST_NOTE) {
            throw Refusal.invalid("NOTE_REQUIRED", "Catatan wajib diisi (sekurang-kurangnya 5 huruf) agar penyusun tahu "
                    + "apa yang harus diperbaiki.");
        }
    }

    private static String trimmed(String note) {
        return note == null || note.isBlank() ? null : note.strip();
    }
}
