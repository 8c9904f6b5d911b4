package id.lindungdesa.identity;

import id.lindungdesa.identity.Official.Office;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * One person in one office from a day until a day, the last one counted; no last day goes on. {@code standsInFor} is the
 * term of the absent holder whom a deputy stands in for. {@code ending} says how it came to end sooner than its letter
 * said, {@code annulled} that it never counted. {@code member} is whether the engine's group has him for it now.
 */
record Term(UUID id, String user, Role role, String area, LocalDate from, LocalDate until, String decreeNumber, Capacity capacity,
            UUID standsInFor, String reason, boolean annulled, boolean member, Ending ending) {

    enum Capacity { HOLDER, DEPUTY }

    /** {@code plannedUntil} is the last day as the letter of appointment had it. */
    record Ending(LocalDate plannedUntil, String by, Instant at, String reason, String decreeNumber) {}

    static Term of(Appointment one) {
        return new Term(UUID.randomUUID(), one.user(), one.role(), one.area(), one.from(), one.until(), one.decreeNumber(),
                Capacity.HOLDER, null, null, false, false, null);
    }

    /** The term of somebody who stands in for the holder of that term. */
    static Term deputy(String user, Term absent, LocalDate from, LocalDate until, String decreeNumber, String reason) {
        return new Term(UUID.randomUUID(), user, absent.role(), absent.area(), from, until, decreeNumber, Capacity.DEPUTY,
                absent.id(), reason, false, false, null);
    }

    Office office() {
        return new Office(role, area);
    }

    String group() {
        return role.group(area);
    }

    boolean holds() {
        return capacity == Capacity.HOLDER;
    }

    boolean runsOn(LocalDate day) {
        return !annulled && !day.isBefore(from) && (until == null || !day.isAfter(until));
    }

    /** Whether a day lies in this term and in the days from one to another. */
    boolean overlaps(LocalDate first, LocalDate last) {
        return !annulled && (last == null || !from.isAfter(last)) && (until == null || !until.isBefore(first));
    }
}
