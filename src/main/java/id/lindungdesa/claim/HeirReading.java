package id.lindungdesa.claim;

import id.lindungdesa.benefit.Heir;
import id.lindungdesa.enrolment.Enrolment;
import id.lindungdesa.identity.CurrentUser;
import id.lindungdesa.identity.Role;
import id.lindungdesa.refusal.Finding;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Reads what an officer sends about the heirs of a claim that is his branch's. */
@Service
class HeirReading {

    private final Claims claims;
    private final Enrolment enrolment;
    private final CurrentUser currentUser;

    HeirReading(Claims claims, Enrolment enrolment, CurrentUser currentUser) {
        this.claims = claims;
        this.enrolment = enrolment;
        this.currentUser = currentUser;
    }

    /** Asked before anything else is read: whom the claim does not concern learns nothing. */
    UUID claim(String number) {
        UUID id = claims.requireId(number == null ? "" : number.strip());
        if (!currentUser.get().holds(Role.BPJS_VERIFIKATOR, claims.get(id).branch())) {
            throw ClaimSteps.notYours();
        }
        return id;
    }

    List<Heir> heirs(UUID claimId, List<ClaimForm.HeirForm> heirs, List<Finding> faults) {
        return ClaimForm.heirs(heirs, enrolment.worker(claims.get(claimId).workerId()).nik(), true, faults);
    }
}
