package id.lindungdesa.scholarship;

import id.lindungdesa.benefit.Schooling.Child;
import id.lindungdesa.benefit.Schooling.Level;
import id.lindungdesa.benefit.Schooling.Working;
import java.time.LocalDate;

/**
 * What the family proves for a school year: where the child learns, and that it lives from nobody else's wage.
 *
 * @param wageMonths consecutive months as a wage worker; null where that does not matter
 * @param claimedOn the day it was brought: whether the scholarship has ended is judged on it
 */
record Proof(Level level, int grade, boolean married, Working working, Integer wageMonths, LocalDate claimedOn) {

    Child of(LocalDate birthDate) {
        return new Child(birthDate, level, grade, married, working, wageMonths, true);
    }
}
