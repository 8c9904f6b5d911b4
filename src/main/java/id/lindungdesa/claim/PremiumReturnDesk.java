package id.lindungdesa.claim;

import id.lindungdesa.claim.PremiumReturn.State;
import id.lindungdesa.enrolment.Enrolment;
import id.lindungdesa.enrolment.Worker;
import id.lindungdesa.identity.CurrentUser;
import id.lindungdesa.identity.Official;
import id.lindungdesa.identity.Role;
import id.lindungdesa.premium.AdvancePremiums;
import id.lindungdesa.refusal.Refusal;
import id.lindungdesa.regulation.RuleBook;
import id.lindungdesa.regulation.Ruling;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Premium paid beyond a death: the account representative proposes by the agreement's rule, the head of service decides. */
@Service
class PremiumReturnDesk {

    private final Claims claims;
    private final PremiumReturns returns;
    private final AdvancePremiums premiums;
    private final ClaimSteps steps;
    private final Enrolment enrolment;
    private final RuleBook ruleBook;
    private final CurrentUser currentUser;

    PremiumReturnDesk(Claims claims, PremiumReturns returns, AdvancePremiums premiums, ClaimSteps steps, Enrolment enrolment,
            RuleBook ruleBook, CurrentUser currentUser) {
        this.claims = claims;
        this.returns = returns;
        this.premiums = premiums;
        this.steps = steps;
        this.enrolment = enrolment;
        this.ruleBook = ruleBook;
        this.currentUser = currentUser;
    }

    /** @param successorNik null to give the money back to the village */
    @Transactional
    public UUID draft(String claimNumber, String successorNik, String reason) {
        Claim claim = claims.lock(claims.requireId(claimNumber == null ? "" : claimNumber.strip()));
        Official representative = representative(claim);
        steps.requireNote(reason, "Tuliskan menurut perjanjian mana iuran dikembalikan atau dialihkan.");
        Ruling rule = ruleBook.decide("advance-premium", claim.eventDate(), Map.of("payer", "VILLAGE"));
        boolean passOn = successorNik != null && !successorNik.isBlank();
        if (rule.rows().size() != 1 || !Boolean.TRUE.equals(rule.one().get(passOn ? "passOn" : "refund"))) {
            throw Refusal.invalid("NOT_BY_THE_AGREEMENT", "Menurut aturan yang berlaku iuran ini tidak %s."
                    .formatted(passOn ? "dialihkan kepada pengganti" : "dikembalikan"));
        }
        Worker successor = passOn ? enrolment.byNik(successorNik.strip()).filter(worker -> worker.registeredAt() != null)
                .orElseThrow(() -> ClaimForm.refused("successorNik", "WORKER_UNKNOWN", "NIK pengganti tidak terdaftar sebagai pekerja.")) : null;
        PremiumReturn draft = new PremiumReturn(UUID.randomUUID(), claim.id(), successor == null ? null : successor.id(),
                reason.strip(), rule.text("legalBasis"), State.DRAFT);
        returns.add(draft, representative.user(), steps.instant());
        return draft.id();
    }

    private Official representative(Claim claim) {
        Official official = currentUser.in(Role.BPJS_AR, claim.branch());
        if (!official.holds(Role.BPJS_AR, claim.branch())) {
            throw ClaimSteps.notYours();
        }
        steps.requireOtherPerson(claim, Step.PROPOSE_PREMIUM_RETURN, official);
        return official;
    }

    @Transactional
    public void open(UUID id) {
        PremiumReturn one = returns.get(id);
        Claim claim = claims.lock(one.claimId());
        Official representative = representative(claim);
        if (claim.state() != ClaimState.PAID) {
            throw Refusal.conflict("CLAIM_STATE", "Iuran di muka baru dikembalikan setelah klaim %s dibayar.".formatted(claim.number()));
        }
        if (returns.hasOther(claim.id())) {
            throw Refusal.conflict("PREMIUM_RETURN_EXISTS", "Iuran di muka untuk klaim %s sudah diusulkan.".formatted(claim.number()));
        }
        if (premiums.after(claim.workerId(), claim.eventDate()).isEmpty()) {
            throw Refusal.invalid("NO_ADVANCE_PREMIUM", "Tidak ada iuran yang dibayar untuk bulan setelah kematian.");
        }
        returns.become(one, State.DRAFT, State.OPEN);
        steps.done(claim, Step.PROPOSE_PREMIUM_RETURN, Outcome.PROPOSED, one.reason(), representative);
    }

    @Transactional
    public void decide(UUID id, boolean approved, String note) {
        PremiumReturn one = returns.get(id);
        Claim claim = claims.lock(one.claimId());
        Official head = steps.officer(claim, Step.DECIDE_PREMIUM_RETURN, Role.BPJS_KABID);
        if (!approved) {
            steps.requireNote(note, "Tuliskan alasan penolakan.");
        }
        returns.become(one, State.OPEN, approved ? State.APPROVED : State.REFUSED);
        steps.done(claim, Step.DECIDE_PREMIUM_RETURN, approved ? Outcome.APPROVED : Outcome.REJECTED, note, head);
    }

    /** Once: repeated after it is done, it changes nothing. */
    @Transactional
    public void give(UUID id) {
        PremiumReturn one = returns.get(id);
        Claim claim = claims.lock(one.claimId());
        if (returns.get(id).state() == State.DONE) {
            return;
        }
        returns.become(one, State.APPROVED, State.DONE);
        if (one.successor() == null) {
            premiums.refund(claim.workerId(), claim.eventDate(), List.of(), claim.number(), one.legalBasis());
        } else {
            premiums.passOn(claim.workerId(), claim.eventDate(), enrolment.worker(one.successor()), claim.number(), one.legalBasis());
        }
    }
}
