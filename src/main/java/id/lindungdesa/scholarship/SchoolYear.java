package id.lindungdesa.scholarship;

import id.lindungdesa.claim.ScholarshipRight.YearRuling;
import id.lindungdesa.refusal.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * One school year of a child on its way from the family's proof to the money. It knows in which state which step is
 * allowed, and that check, approval and payment are different people.
 *
 * @param year the calendar year in which it begins
 * @param openedBy the user who opened it, or {@link #SYSTEM}
 * @param proof what the family brought; null until it did
 * @param ruling what the rules say of it; null until they were asked
 * @param bankReference the bank's number of the payment; null until it is ordered
 * @param deeds every step done so far, oldest first
 */
record SchoolYear(UUID id, UUID scholarshipId, int year, String number, YearState state, String openedBy, Instant openedAt, Dates dates,
                  Proof proof, YearRuling ruling, String bankReference, List<Deed> deeds) {

    static final String SYSTEM = "system";

    /** When the year begins, when the family is reminded, until when it should prove the year and when it is too late. */
    record Dates(LocalDate beginsOn, LocalDate remindOn, LocalDate dueOn, LocalDate endsOn) {}

    SchoolYear {
        deeds = List.copyOf(deeds);
    }

    static SchoolYear draft(UUID id, Scholarship scholarship, int year, Dates dates, String by, Instant at) {
        return new SchoolYear(id, scholarship.id(), year, "%s-%d".formatted(scholarship.number(), year), YearState.DRAFT, by, at, dates,
                null, null, null, List.of());
    }

    SchoolYear opened(LocalDate today) {
        return in(YearState.DRAFT).with(hasBegun(today) ? YearState.OPEN : YearState.WAITING);
    }

    /** The year it waited for is here; whoever begins one that has begun changes nothing. */
    SchoolYear begun() {
        return state == YearState.WAITING ? with(YearState.OPEN) : this;
    }

    boolean hasBegun(LocalDate today) {
        return !dates.beginsOn().isAfter(today);
    }

    SchoolYear suspended() {
        return state == YearState.PROVED ? with(YearState.SUSPENDED) : requireBeforeProof().with(YearState.SUSPENDED);
    }

    SchoolYear proved(Proof brought) {
        requireBeforeProof();
        return new SchoolYear(id, scholarshipId, year, number, YearState.PROVED, openedBy, openedAt, dates, brought, null, null, deeds);
    }

    SchoolYear judged(YearRuling found) {
        return in(YearState.PROVED).withRuling(found);
    }

    SchoolYear checked() {
        return in(YearState.PROVED).with(YearState.CHECKED);
    }

    /** Back to the officer, who looks at the proof again. */
    SchoolYear returned() {
        return in(YearState.CHECKED).with(YearState.PROVED);
    }

    SchoolYear approved() {
        return in(YearState.CHECKED).with(YearState.APPROVED);
    }

    SchoolYear paymentOrdered(String reference) {
        SchoolYear ordered = in(YearState.APPROVED).with(YearState.PAYMENT_ORDERED);
        return new SchoolYear(id, scholarshipId, year, number, ordered.state, openedBy, openedAt, dates, proof, ruling, reference, deeds);
    }

    SchoolYear paid() {
        return in(YearState.PAYMENT_ORDERED).with(YearState.PAID);
    }

    SchoolYear refused() {
        return in(YearState.APPROVED).with(YearState.REFUSED);
    }

    /** Whether the end of the scholarship closes this year; one that was proved before that day keeps its right. */
    boolean endsWith(Scholarship.End end) {
        return state.isBeforeProof() || state.isBeforeOrder() && !proof.claimedOn().isBefore(end.on());
    }

    /** The scholarship has ended while the year was open. */
    SchoolYear ended() {
        if (!state.isBeforeProof() && !state.isBeforeOrder()) {
            throw notNow();
        }
        return with(YearState.REFUSED);
    }

    SchoolYear lapsed() {
        return requireBeforeProof().with(YearState.LAPSED);
    }

    /** The part of the year that this user has played already and that forbids him this step. */
    Optional<Duty> otherDutyOf(String user, Step step) {
        return deeds.stream().filter(deed -> deed.user().equals(user)).map(deed -> deed.step().duty())
                .filter(duty -> duty != null && duty != step.duty()).findFirst();
    }

    boolean isOpenedBySystem() {
        return openedBy.equals(SYSTEM);
    }

    boolean was(Step step) {
        return deeds.stream().anyMatch(deed -> deed.step() == step);
    }

    private SchoolYear in(YearState expected) {
        if (state != expected) {
            throw notNow();
        }
        return this;
    }

    private SchoolYear requireBeforeProof() {
        if (!state.isBeforeProof()) {
            throw notNow();
        }
        return this;
    }

    private Refusal notNow() {
        return Refusal.conflict("SCHOLARSHIP_YEAR_STATE", "Beasiswa %s sedang dalam keadaan \"%s\"; langkah ini tidak dapat dilakukan."
                .formatted(number, state.label()));
    }

    private SchoolYear withRuling(YearRuling found) {
        return new SchoolYear(id, scholarshipId, year, number, state, openedBy, openedAt, dates, proof, found, bankReference, deeds);
    }

    private SchoolYear with(YearState next) {
        return new SchoolYear(id, scholarshipId, year, number, next, openedBy, openedAt, dates, proof, ruling, bankReference, deeds);
    }
}
