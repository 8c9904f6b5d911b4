package id.lindungdesa.rulebook;

import id.lindungdesa.refusal.Refusal;
import id.lindungdesa.rulebook.Deed.Outcome;
import id.lindungdesa.rulebook.Deed.Step;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A table on its way into force, from a day on. Whoever proposed it, whoever reviewed it and whoever approves it are three
 * people, whatever offices they hold.
 *
 * @param base the version that it follows
 * @param version what it is called in force, null before
 */
record RuleVersion(UUID id, String decision, LocalDate inForceOn, String reason, State state, String base, String version,
                   List<Deed> deeds) {

    private static final int SHORTEST_NOTE = 5;

    enum State {
        DRAFT("Rancangan"), COMPARING("Perkara dihitung ulang"), LEGAL_REVIEW("Telaah hukum"), APPROVAL("Menunggu persetujuan"),
        RETURNED("Dikembalikan"), APPROVED("Disetujui"), IN_FORCE("Berlaku"), REJECTED("Ditolak"), WITHDRAWN("Ditarik");

        private final String label;

        State(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    record Hand(String user, String name, Instant at) {}

    RuleVersion {
        deeds = List.copyOf(deeds);
    }

    static RuleVersion proposed(UUID id, String decision, LocalDate inForceOn, String reason, String base, Hand by) {
        return new RuleVersion(id, decision, inForceOn, reason, State.DRAFT, base, null, List.of())
                .then(State.DRAFT, Step.PROPOSAL, Outcome.PROPOSED, by, null);
    }

    RuleVersion corrected(LocalDate day, String why, String follows, Hand by) {
        if (state != State.DRAFT && state != State.RETURNED) {
            throw Refusal.conflict("RULE_VERSION_STATE", "Versi ini hanya dapat diperbaiki selama berupa rancangan atau dikembalikan; keadaannya: %s."
                    .formatted(state.label));
        }
        return new RuleVersion(id, decision, day, why, state, follows, null, deeds).then(state, Step.PROPOSAL, Outcome.CORRECTED, by, null);
    }

    RuleVersion submitted(Hand by, String note) {
        if (state != State.RETURNED) {
            in(State.DRAFT);
        }
        return then(State.COMPARING, Step.PROPOSAL, Outcome.SUBMITTED, by, note);
    }

    RuleVersion withdrawn(Hand by, String note) {
        requireNote(note);
        return in(State.RETURNED).then(State.WITHDRAWN, Step.PROPOSAL, Outcome.WITHDRAWN, by, note);
    }

    RuleVersion compared() {
        return to(State.COMPARING, State.LEGAL_REVIEW);
    }

    RuleVersion reviewed(boolean approved, Hand by, String note) {
        in(State.LEGAL_REVIEW);
        if (!approved) {
            requireNote(note);
        }
        return approved ? then(State.APPROVAL, Step.LEGAL_REVIEW, Outcome.APPROVED, by, note)
                : then(State.RETURNED, Step.LEGAL_REVIEW, Outcome.RETURNED, by, note);
    }

    RuleVersion decided(boolean approved, Hand by, String note) {
        in(State.APPROVAL);
        if (!approved) {
            requireNote(note);
        }
        return approved ? then(State.APPROVED, Step.APPROVAL, Outcome.APPROVED, by, note)
                : then(State.REJECTED, Step.APPROVAL, Outcome.REJECTED, by, note);
    }

    RuleVersion inForce(String as) {
        in(State.APPROVED);
        return new RuleVersion(id, decision, inForceOn, reason, State.IN_FORCE, base, as, deeds);
    }

    private RuleVersion to(State expected, State next) {
        in(expected);
        return new RuleVersion(id, decision, inForceOn, reason, next, base, version, deeds);
    }

    private RuleVersion in(State expected) {
        if (state != expected) {
            throw Refusal.conflict("RULE_VERSION_STATE", "Versi aturan ini tidak sedang pada tahap \"%s\"; keadaannya: %s."
                    .formatted(expected.label, state.label));
        }
        return this;
    }

    private RuleVersion then(State next, Step step, Outcome outcome, Hand by, String note) {
        otherStepBy(by.user(), step).ifPresent(earlier -> {
            throw Refusal.forbidden("SEPARATION_OF_DUTIES", "Anda sudah bertindak pada langkah \"%s\" versi aturan ini; langkah \"%s\" harus dilakukan orang lain."
                    .formatted(earlier.step().label(), step.label()));
        });
        List<Deed> all = new ArrayList<>(deeds);
        all.add(new Deed(step, outcome, by.user(), by.name(), trimmed(note), by.at()));
        return new RuleVersion(id, decision, inForceOn, reason, next, base, version, all);
    }

    /** What that user did in another step, which keeps him from this one. */
    Optional<Deed> otherStepBy(String user, Step step) {
        return deeds.stream().filter(earlier -> earlier.user().equals(user) && earlier.step() != step).findFirst();
    }

    private static void requireNote(String note) {
        String text = trimmed(note);
        if (text == null || text.length() < SHORTEST_NOTE) {
            throw Refusal.invalid("NOTE_REQUIRED", "Catatan wajib diisi (sekurang-kurangnya 5 huruf) agar pengusul tahu alasannya.");
        }
    }

    private static String trimmed(String note) {
        return note == null || note.isBlank() ? null : note.strip();
    }
}
