package id.lindungdesa.benefit;

import java.time.LocalDate;

/** Covers for tests, in the words of the domain. */
final class Covers {

    private Covers() {}

    /** Cover on all these days, registered the day before. */
    static Membership.Period cover(String from, String through) {
        return new Membership.Period(LocalDate.parse(from), LocalDate.parse(through), LocalDate.parse(from).minusDays(1));
    }

    static Membership.Period coverRegistered(String from, String through, String registered) {
        return new Membership.Period(LocalDate.parse(from), LocalDate.parse(through), LocalDate.parse(registered));
    }
}
