package id.lindungdesa.claim;

import id.lindungdesa.benefit.Cause;
import id.lindungdesa.benefit.Programme;
import id.lindungdesa.calendar.WorkingDays;
import id.lindungdesa.identity.Official;
import id.lindungdesa.identity.Role;
import id.lindungdesa.refusal.Refusal;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Moves a claim that was made under the wrong programme to the right one, before anybody approved it. It stays the same
 * claim, with its people, papers and deeds, and so with everybody who may no longer approve it; its number changes and the
 * old one still finds it.
 */
@Service
class Reclassification {

    private final Claims claims;
    private final Injuries injuries;
    private final Benefits benefits;
    private final ClaimSteps steps;

    Reclassification(Claims claims, Injuries injuries, Benefits benefits, ClaimSteps steps) {
        this.claims = claims;
        this.injuries = injuries;
        this.benefits = benefits;
        this.steps = steps;
    }

    @Transactional
    public void reclassify(UUID claimId, String note) {
        claims.lockDeathOf(claims.get(claimId).workerId());
        Claim claim = claims.lock(claimId);
        Official officer = steps.officer(claim, Step.RECLASSIFY, Role.BPJS_VERIFIKATOR);
        steps.requireNote(note, "Tuliskan mengapa klaim ini dipindahkan ke program lain.");
        if (!benefits.paidBefore(claimId).isEmpty()) {
            throw Refusal.conflict("ALREADY_PAID", ("Untuk klaim %s sudah ada pembayaran; klaim tidak dapat dipindahkan. Ajukan penolakan "
                    + "atau minta keputusan pejabat.").formatted(claim.number()));
        }
        Claim moved = claim.programme() == Programme.JKM ? toAccident(claim) : toDeath(claim);
        claims.keepNumber(claim, steps.instant());
        benefits.withdraw(claimId);
        steps.done(claim, moved, Step.RECLASSIFY, Outcome.RECLASSIFIED,
                "%s menjadi %s. %s".formatted(claim.number(), moved.number(), note.strip()), officer);
    }

    /** The death is known; when, where and how the accident was, the officer finds out next. */
    private Claim toAccident(Claim claim) {
        claims.submittedForAccident(claim.workerId(), claim.eventDate(), claim.id()).ifPresent(number -> {
            throw Refusal.conflict("CLAIM_EXISTS", "Peristiwa ini sudah diajukan dengan nomor klaim %s.".formatted(number));
        });
        injuries.add(claim.id(), new Accident(null, "", "", null, null));
        return claim.reclassified(number(Programme.JKK), claim.eventDate(),
                claim.cause() == Cause.ILLNESS ? Cause.OCCUPATIONAL_DISEASE : Cause.WORK_ACCIDENT);
    }

    private Claim toDeath(Claim claim) {
        LocalDate died = injuries.find(claim.id()).map(Injuries.Kept::diedOn).orElseThrow(() -> Refusal.invalid("JKM_NEEDS_DEATH",
                "Program JKM hanya menjamin kematian; pekerja ini tidak tercatat meninggal."));
        return claim.reclassified(number(Programme.JKM), died,
                claim.cause() == Cause.OCCUPATIONAL_DISEASE ? Cause.ILLNESS : Cause.OTHER);
    }

    private String number(Programme programme) {
        return claims.nextNumber(programme, LocalDate.ofInstant(steps.instant(), WorkingDays.JAKARTA).getYear());
    }
}
