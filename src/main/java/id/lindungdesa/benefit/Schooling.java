package id.lindungdesa.benefit;

import java.time.LocalDate;
import java.util.List;

/** The children of a worker and the school year that is claimed for them. What is not known is null. */
public record Schooling(List<Child> children, Integer schoolYear, LocalDate claimedOn) {

    public static final Schooling NONE = new Schooling(List.of(), null, null);

    /** Kindergarten to university, in the order in which a child goes through them. */
    public enum Level {
        TK(0, 2), SD(0, 6), SMP(6, 9), SMA(9, 13), PT(0, 8);

        private final int classesBefore;
        private final int lastClass;

        Level(int classesBefore, int lastClass) {
            this.classesBefore = classesBefore;
            this.lastClass = lastClass;
        }

        /** Class 10 is the first of SMA, whether called 10 or 1. */
        public boolean has(int grade) {
            return grade >= 1 && (grade <= lastClass - classesBefore || grade > classesBefore && grade <= lastClass);
        }

        /** The year within the level. */
        int yearOf(int grade) {
            return grade > classesBefore ? grade - classesBefore : grade;
        }
    }

    public enum Working { NO, WAGE, BPU, INTERN }

    /**
     * @param grade the class; null where it is not known
     * @param wageMonths consecutive months as a wage worker; null where they are not known
     * @param nominated whether the family chose this child; null where it did not say
     */
    public record Child(LocalDate birthDate, Level level, Integer grade, boolean married, Working working, Integer wageMonths,
                 Boolean nominated) {}

    public Schooling {
        children = List.copyOf(children);
    }
}
