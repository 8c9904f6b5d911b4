package id.lindungdesa.claim;

import id.lindungdesa.benefit.Cause;
import id.lindungdesa.benefit.Programme;
import id.lindungdesa.refusal.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A claim on its way from the report of a death or an accident to the money at the worker or his heirs. It knows in which
 * state which step is allowed, and that intake, approval, approval above the limit and payment are different people over its whole life.
 *
 * @param receivedAt when the last paper came in: where nothing is missing any more, the clock runs from here
 * @param payBy the last working day for payment; null until the file is complete
 * @param proposal what the officer proposes; null until he has
 * @param bankReference the bank's number of the payment; null until it is ordered
 * @param deeds every step done so far, oldest first
 */
record Claim(UUID id, String number, Programme programme, UUID workerId, String villageCode, String branch,
             LocalDate eventDate, Cause cause, ClaimState state, String filedBy, Instant filedAt, Instant receivedAt,
             Instant completeAt, LocalDate payBy, Proposal proposal, String bankReference, List<Deed> deeds) {

    /** What the officer asks his superiors to decide. */
    enum Proposal { GRANT, REJECTION }

    Claim {
        deeds = List.copyOf(deeds);
    }

    static Claim draft(UUID id, String number, Programme programme, UUID workerId, String villageCode, String branch,
                       LocalDate eventDate, Cause cause, String filedBy, Instant filedAt) {
        return new Claim(id, number, programme, workerId, villageCode, branch, eventDate, cause, ClaimState.DRAFT,
                filedBy, filedAt, null, null, null, null, null, List.of());
    }

    /** A death is known whole; of an accident it is known later what became of the worker. */
    Claim submitted(Instant at) {
        return inState(ClaimState.DRAFT).with(programme == Programme.JKK ? ClaimState.IN_TREATMENT : ClaimState.SUBMITTED, at,
                null, null, null, null);
    }

    /** The accident as it is known better by now. */
    Claim corrected(LocalDate event, Cause betterCause) {
        return inState(ClaimState.IN_TREATMENT).about(programme, number, event, betterCause);
    }

    /** The doctor has spoken: that is the claim for the benefit, whose papers are looked at from now. */
    Claim examined(LocalDate event, Instant at) {
        Claim examined = inState(ClaimState.IN_TREATMENT).with(ClaimState.SUBMITTED, at, null, null, null, null);
        return examined.about(programme, number, event, cause);
    }

    /**
     * The same people, papers and deeds under the other programme. It comes under that programme's number and begins again
     * where its facts are taken, since another list of papers and another deadline hold.
     */
    Claim reclassified(String newNumber, LocalDate event, Cause newCause) {
        Programme other = programme == Programme.JKM ? Programme.JKK : Programme.JKM;
        Claim again = inState(ClaimState.ASSESSED).with(other == Programme.JKK ? ClaimState.IN_TREATMENT : ClaimState.SUBMITTED,
                receivedAt, null, null, null, null);
        return again.about(other, newNumber, event, newCause);
    }

    private Claim about(Programme newProgramme, String newNumber, LocalDate event, Cause newCause) {
        return new Claim(id, newNumber, newProgramme, workerId, villageCode, branch, event, newCause, state, filedBy, filedAt,
                receivedAt, completeAt, payBy, proposal, bankReference, deeds);
    }

    Claim foundIncomplete() {
        return inState(ClaimState.SUBMITTED).with(ClaimState.INCOMPLETE);
    }

    Claim supplied(Instant at) {
        return inState(ClaimState.INCOMPLETE).with(ClaimState.SUBMITTED, at, null, null, null, null);
    }

    /** The file is whole. The clock has run since the last paper came in, however long it lay on the desk. */
    Claim foundComplete(LocalDate mustBePaidBy) {
        return inState(ClaimState.SUBMITTED)
                .with(ClaimState.COMPLETE, receivedAt, receivedAt, mustBePaidBy, null, null);
    }

    /** Calculated; once more where something about the heirs has changed since. */
    Claim assessed() {
        return state == ClaimState.ASSESSED ? this : inState(ClaimState.COMPLETE).with(ClaimState.ASSESSED);
    }

    /** Something has changed after the approval: the officer proposes anew. */
    Claim reopened() {
        return inState(ClaimState.APPROVED).with(ClaimState.ASSESSED, receivedAt, completeAt, payBy, null, null);
    }

    Claim proposed(Proposal what) {
        return inState(ClaimState.ASSESSED).with(ClaimState.PROPOSED, receivedAt, completeAt, payBy, what, null);
    }

    /** Back to the officer, who proposes anew. */
    Claim returned() {
        requireBeforeApprover();
        return with(ClaimState.ASSESSED, receivedAt, completeAt, payBy, null, null);
    }

    /** The head of service agrees; whether that is enough is a question of the amount. */
    Claim endorsed() {
        return inState(ClaimState.PROPOSED).with(ClaimState.ENDORSED);
    }

    Claim approved() {
        return inState(ClaimState.ENDORSED).with(ClaimState.APPROVED);
    }

    Claim rejected() {
        requireBeforeApprover();
        return with(ClaimState.REJECTED);
    }

    /** A complaint was right: back to the desk, where the clock starts anew. */
    Claim reopened(Instant at) {
        return inState(ClaimState.REJECTED).with(ClaimState.SUBMITTED, at, null, null, null, null);
    }

    Claim paymentOrdered(String reference) {
        return inState(ClaimState.APPROVED)
                .with(ClaimState.PAYMENT_ORDERED, receivedAt, completeAt, payBy, proposal, reference);
    }

    Claim paid() {
        return inState(ClaimState.PAYMENT_ORDERED).with(ClaimState.PAID);
    }

    /** Whether his part in the claim, or his rejection of it, keeps that user from the step. */
    boolean bars(String user, Step step) {
        return otherDutyOf(user, step).isPresent() || step.isApproval() && wasRejectedBy(user);
    }

    /** The part of the claim that this user has played already and that forbids him this step. */
    Optional<Duty> otherDutyOf(String user, Step step) {
        return deeds.stream().filter(deed -> deed.user().equals(user)).map(deed -> deed.step().duty())
                .filter(duty -> duty != null && duty != step.duty()).findFirst();
    }

    /** Whether this user once rejected the claim as an approver: reopened, it is decided by somebody else. */
    boolean wasRejectedBy(String user) {
        return deeds.stream().anyMatch(deed -> deed.user().equals(user) && deed.outcome() == Outcome.REJECTED
                && deed.step().isApproval());
    }

    Optional<Deed> last(Step step) {
        return deeds.stream().filter(deed -> deed.step() == step).reduce((first, second) -> second);
    }

    /** @throws Refusal CLAIM_STATE where it is in another */
    void requireState(ClaimState expected) {
        inState(expected);
    }

    /** The clock stood still; the last day for payment is another. */
    Claim dueOn(LocalDate laterPayBy) {
        return with(state, receivedAt, completeAt, laterPayBy, proposal, bankReference);
    }

    /** A paper that was missing came while the officer is still looking. */
    Claim received(Instant at) {
        return inState(ClaimState.SUBMITTED).with(ClaimState.SUBMITTED, at, null, null, null, null);
    }

    boolean isOpenForPapers() {
        return state == ClaimState.IN_TREATMENT || state == ClaimState.SUBMITTED || state == ClaimState.INCOMPLETE;
    }

    void requireOpenForPapers() {
        if (!isOpenForPapers()) {
            throw Refusal.conflict("PAPERS_NOT_WANTED", "Berkas klaim %s tidak sedang dilengkapi; tidak ada dokumen yang perlu diunggah."
                    .formatted(number));
        }
    }

    /** The officer is looking at the papers now. */
    void requireBeingChecked() {
        inState(ClaimState.SUBMITTED);
    }

    private Claim inState(ClaimState expected) {
        if (state != expected) {
            throw notNow();
        }
        return this;
    }

    private void requireBeforeApprover() {
        if (!state.isBeforeApprover()) {
            throw notNow();
        }
    }

    private Refusal notNow() {
        return Refusal.conflict("CLAIM_STATE", "Klaim %s sedang dalam keadaan \"%s\"; langkah ini tidak dapat dilakukan."
                .formatted(number, state.label()));
    }

    private Claim with(ClaimState next) {
        return with(next, receivedAt, completeAt, payBy, proposal, bankReference);
    }

    private Claim with(ClaimState next, Instant received, Instant complete, LocalDate due, Proposal proposed,
                       String reference) {
        return new Claim(id, number, programme, workerId, villageCode, branch, eventDate, cause, next, filedBy, filedAt,
                received, complete, due, proposed, reference, deeds);
    }
}
