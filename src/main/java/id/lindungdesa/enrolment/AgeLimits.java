package id.lindungdesa.enrolment;

import java.time.LocalDate;
import java.time.Period;

/**
 * The ages, in whole years, at which somebody may be registered for the first time; who is registered goes on beyond.
 *
 * @param legalBasis regulation and article
 */
record AgeLimits(int minimum, int maximum, String legalBasis) {

    enum Verdict { FITS, TOO_YOUNG, TOO_OLD }

    Verdict of(LocalDate birthDate, LocalDate on) {
        int age = Period.between(birthDate, on).getYears();
        return birthDate.isAfter(on) || age < minimum ? Verdict.TOO_YOUNG : age > maximum ? Verdict.TOO_OLD : Verdict.FITS;
    }
}
