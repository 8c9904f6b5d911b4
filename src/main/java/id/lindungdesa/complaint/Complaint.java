package id.lindungdesa.complaint;

import id.lindungdesa.refusal.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A complaint on its way from the family's word to its end. It knows in which state which step is allowed, and that
 * whoever speaks for the family, answers and mediates are different people.
 *
 * @param dueOn the last day of the stage in which it is: for the answer, the family's reply, the mediation, a look at the
 *     court; null before it is filed and when it is over
 * @param legalBasis what that day rests on
 * @param decisionNumber the court's number of its decision; null where there is none
 */
record Complaint(UUID id, String number, UUID claimId, ComplaintSubject subject, String villageCode, String branch,
                 ComplaintState state, Instant filedAt, LocalDate dueOn, String legalBasis, String decisionNumber,
                 List<Entry> entries) {

    /** The last day of a stage and the article it rests on. */
    record Term(LocalDate dueOn, String legalBasis) {}

    Complaint {
        entries = List.copyOf(entries);
    }

    static Complaint draft(UUID id, String number, UUID claimId, ComplaintSubject subject, String villageCode, String branch,
                           Instant filedAt) {
        return new Complaint(id, number, claimId, subject, villageCode, branch, ComplaintState.DRAFT, filedAt, null, null,
                null, List.of());
    }

    /** @param byBranch whether the branch head answers, who had no part in the claim; otherwise the regional office */
    Complaint submitted(boolean byBranch, Term term) {
        return inState(ComplaintState.DRAFT).with(byBranch ? ComplaintState.OPEN : ComplaintState.ESCALATED, term);
    }

    /** To the regional office, with the day that the law sets for the answer. */
    Complaint escalated() {
        return inState(ComplaintState.OPEN).with(ComplaintState.ESCALATED, new Term(dueOn, legalBasis));
    }

    Complaint upheld() {
        if (state != ComplaintState.OPEN && state != ComplaintState.ESCALATED && state != ComplaintState.MEDIATION
                && state != ComplaintState.COURT) {
            throw notNow();
        }
        return with(ComplaintState.UPHELD, new Term(dueOn, legalBasis));
    }

    Complaint answered(Term reply) {
        if (state != ComplaintState.OPEN && state != ComplaintState.ESCALATED) {
            throw notNow();
        }
        return with(ComplaintState.ANSWERED, reply);
    }

    /** The family accepts the answer, or is silent. */
    Complaint accepted() {
        return inState(ComplaintState.ANSWERED).with(ComplaintState.REFUSED, new Term(dueOn, legalBasis));
    }

    Complaint toMediation(Term mediation) {
        return inState(ComplaintState.ANSWERED).with(ComplaintState.MEDIATION, mediation);
    }

    Complaint toCourt(Term court) {
        return inState(ComplaintState.MEDIATION).with(ComplaintState.COURT, court);
    }

    /** The court found against the family, or was never asked. */
    Complaint lost(String decision) {
        return inState(ComplaintState.COURT).with(ComplaintState.REFUSED, new Term(dueOn, legalBasis)).decided(decision);
    }

    Complaint won(String decision) {
        return inState(ComplaintState.COURT).upheld().decided(decision);
    }

    Complaint settled() {
        return inState(ComplaintState.UPHELD).with(ComplaintState.SETTLED, new Term(null, null));
    }

    Complaint closed() {
        return inState(ComplaintState.REFUSED).with(ComplaintState.CLOSED, new Term(null, null));
    }

    Complaint withdrawn() {
        if (!isOpen()) {
            throw notNow();
        }
        return with(ComplaintState.WITHDRAWN, new Term(null, null));
    }

    /** Waits for somebody's word. */
    boolean isOpen() {
        return switch (state) {
            case OPEN, ESCALATED, ANSWERED, MEDIATION, COURT -> true;
            default -> false;
        };
    }

    /** Whether this user has played another part in this complaint. */
    boolean forbids(String user, ComplaintStep step) {
        return entries.stream().filter(entry -> entry.user().equals(user)).map(entry -> entry.step().part())
                .anyMatch(part -> part != null && part != step.part());
    }

    /** The last entry by a person, not by the system. */
    Optional<Entry> lastWord() {
        return entries.stream().filter(entry -> entry.step().part() != null).reduce((first, second) -> second);
    }

    private Complaint inState(ComplaintState expected) {
        if (state != expected) {
            throw notNow();
        }
        return this;
    }

    private Refusal notNow() {
        return Refusal.conflict("COMPLAINT_STATE", "Pengaduan %s sedang dalam keadaan \"%s\"; langkah ini tidak dapat dilakukan."
                .formatted(number, state.label()));
    }

    private Complaint with(ComplaintState next, Term term) {
        return new Complaint(id, number, claimId, subject, villageCode, branch, next, filedAt, term.dueOn(),
                term.legalBasis(), decisionNumber, entries);
    }

    private Complaint decided(String decision) {
        return new Complaint(id, number, claimId, subject, villageCode, branch, state, filedAt, dueOn, legalBasis, decision,
                entries);
    }
}
