package id.lindungdesa.premium;

import id.lindungdesa.identity.CurrentUser;
import id.lindungdesa.identity.Official;
import id.lindungdesa.identity.Role;
import id.lindungdesa.premium.Decision.Outcome;
import id.lindungdesa.premium.Decision.Step;
import id.lindungdesa.refusal.Refusal;
import id.lindungdesa.region.Regions;
import id.lindungdesa.regulation.DecreeRegister;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Who takes which step: the right office for the right area, and nobody who took another step of the same matter. */
@Component
class PremiumOfficers {

    private static final int SHORTEST_NOTE = 5;
    private static final int LONGEST_NOTE = 2000;

    private final PremiumCases cases;
    private final DecreeRegister decrees;
    private final Regions regions;
    private final CurrentUser currentUser;
    private final Clock clock;

    PremiumOfficers(PremiumCases cases, DecreeRegister decrees, Regions regions, CurrentUser currentUser, Clock clock) {
        this.cases = cases;
        this.decrees = decrees;
        this.regions = regions;
        this.currentUser = currentUser;
        this.clock = clock;
    }

    /** The candidate group of those who may take the step. */
    String group(PremiumCase one, Step step) {
        Role role = role(one, step);
        return role.group(area(one, role));
    }

    /**
     * Records that the current official takes this step.
     *
     * @throws Refusal NOT_YOUR_OFFICE, SEPARATION_OF_DUTIES, NOTE_REQUIRED, NOTE_TOO_LONG
     */
    void takes(PremiumCase one, Step step, Outcome outcome, String note) {
        require(one, step);
        Role role = role(one, step);
        Official official = currentUser.in(role, area(one, role));
        if (cases.decisions(one.id()).stream().anyMatch(before -> before.keepsFrom(step, official.user()))) {
            throw Refusal.forbidden("SEPARATION_OF_DUTIES",
                    "Anda sudah melakukan langkah lain dalam keputusan yang sama; langkah ini harus dilakukan orang lain.");
        }
        cases.record(one.id(), new Decision(step, outcome, official.user(), official.name(), checked(note, outcome), clock.instant()));
    }

    /** @throws Refusal VILLAGE_UNKNOWN for whoever does not oversee it */
    void requireOverseer(String village) {
        if (!regions.oversees(currentUser.get(), village)) {
            throw Refusal.notFound("VILLAGE_UNKNOWN", "Desa/kelurahan itu tidak ada atau bukan wilayah Anda.");
        }
    }

    /** @throws Refusal NOT_YOUR_OFFICE for whoever may not take the step */
    void require(PremiumCase one, Step step) {
        Role role = role(one, step);
        if (!currentUser.get().holds(role, area(one, role))) {
            throw Refusal.forbidden("NOT_YOUR_OFFICE", "Jabatan Anda tidak berwenang untuk tindakan ini.");
        }
    }

    private static String checked(String note, Outcome outcome) {
        String text = note == null || note.isBlank() ? null : note.strip();
        if (outcome == Outcome.RETURNED && (text == null || text.length() < SHORTEST_NOTE)) {
            throw Refusal.invalid("NOTE_REQUIRED", "Isi catatan alasan pengembalian (sedikitnya %d huruf).".formatted(SHORTEST_NOTE));
        }
        if (text != null && text.length() > LONGEST_NOTE) {
            throw Refusal.invalid("NOTE_TOO_LONG", "Catatan paling banyak %d huruf.".formatted(LONGEST_NOTE));
        }
        return text;
    }

    private Role role(PremiumCase one, Step step) {
        return switch (step) {
            case PREPARE -> Role.OPERATOR;
            case ADOPT, APPROVE_PAYMENT -> decrees.allocation(one.allocationId()).kelurahan() ? Role.LURAH : Role.KADES;
            case CHECK, ISSUE -> Role.BPJS_AR;
            case ORDER_PAYMENT -> Role.BENDAHARA;
        };
    }

    private String area(PremiumCase one, Role role) {
        return role == Role.BPJS_AR ? regions.branchOf(one.villageCode().substring(0, 5)) : one.villageCode();
    }
}
