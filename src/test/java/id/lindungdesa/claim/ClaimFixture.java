package id.lindungdesa.claim;

import id.lindungdesa.benefit.Cause;
import id.lindungdesa.benefit.Programme;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Claims for tests, in the words of the domain. */
final class ClaimFixture {

    static final Instant MONDAY = Instant.parse("2026-03-02T03:00:00Z");

    private ClaimFixture() {}

    static Claim aDraft() {
        return Claim.draft(UUID.randomUUID(), "JKM-2026-000001", Programme.JKM, UUID.randomUUID(), "94.01.01.2001", "uji",
                LocalDate.of(2026, 2, 20), Cause.ILLNESS, "operator", MONDAY);
    }

    static Claim aProposed(Claim.Proposal proposal) {
        return aDraft().submitted(MONDAY).foundComplete(LocalDate.of(2026, 3, 5)).assessed().proposed(proposal);
    }

    /** The same claim after these users have taken these steps. */
    static Claim with(Claim claim, Object... stepsAndUsers) {
        List<Deed> deeds = new ArrayList<>(claim.deeds());
        for (int i = 0; i < stepsAndUsers.length; i += 2) {
            String user = (String) stepsAndUsers[i + 1];
            deeds.add(new Deed((Step) stepsAndUsers[i], Outcome.APPROVED, null, user, user, MONDAY));
        }
        return new Claim(claim.id(), claim.number(), claim.programme(), claim.workerId(), claim.villageCode(),
                claim.branch(), claim.eventDate(), claim.cause(), claim.state(), claim.filedBy(), claim.filedAt(),
                claim.receivedAt(), claim.completeAt(), claim.payBy(), claim.proposal(), claim.bankReference(), deeds);
    }
}
