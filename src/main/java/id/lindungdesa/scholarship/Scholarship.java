package id.lindungdesa.scholarship;

import id.lindungdesa.benefit.Masked;
import id.lindungdesa.refusal.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A child's scholarship from registration to its end. Child and guardian are personal data: tables, letters and the sheets
 * of those entitled only.
 *
 * @param place which of the claim's children this is, from 1
 * @param end null until it has ended
 */
record Scholarship(UUID id, String number, UUID claimId, int place, String programme, String villageCode, String branch,
                   String childName, String childNik, LocalDate birthDate, Guardian guardian, ScholarshipState state, End end,
                   String registeredBy, Instant registeredAt) {

    /** Who receives the money for the child; {@code email} is null where he has none. */
    record Guardian(String name, String nik, String account, String email) {}

    /** Why it ended: a code of the REST contract, the article, and the day. */
    record End(String reason, String legalBasis, LocalDate on) {}

    /** The family proves a school year: whatever it waited for has come. */
    Scholarship active() {
        requireOpen();
        return with(ScholarshipState.ACTIVE, null);
    }

    Scholarship suspended() {
        requireOpen();
        return with(ScholarshipState.SUSPENDED, null);
    }

    Scholarship ended(End why) {
        requireOpen();
        return with(ScholarshipState.ENDED, why);
    }

    boolean hasEnded() {
        return state == ScholarshipState.ENDED;
    }

    void requireOpen() {
        if (hasEnded()) {
            throw Refusal.conflict("SCHOLARSHIP_ENDED", "Beasiswa %s sudah berakhir.".formatted(number));
        }
    }

    String maskedChildNik() {
        return Masked.nik(childNik);
    }

    String maskedAccount() {
        return Masked.account(guardian.account());
    }

    private Scholarship with(ScholarshipState next, End why) {
        return new Scholarship(id, number, claimId, place, programme, villageCode, branch, childName, childNik, birthDate, guardian,
                next, why, registeredBy, registeredAt);
    }
}
