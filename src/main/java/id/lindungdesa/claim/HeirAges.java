package id.lindungdesa.claim;

import id.lindungdesa.calendar.WorkingDays;
import id.lindungdesa.regulation.RuleBook;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Who is under age on the day he would be paid, by the rule of that day. */
@Component
class HeirAges {

    private final RuleBook ruleBook;
    private final Clock clock;

    HeirAges(RuleBook ruleBook, Clock clock) {
        this.ruleBook = ruleBook;
        this.clock = clock;
    }

    boolean isUnderAge(LocalDate birthDate) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), WorkingDays.JAKARTA);
        long years = ruleBook.decide("heir-majority", today, Map.of()).amount("years");
        return birthDate.plusYears(years).isAfter(today);
    }

    /** A sign only: the century and a corrected birth date are not in the number. */
    boolean mayBeUnderAge(String nik) {
        return bornByNik(nik).filter(this::isUnderAge).isPresent();
    }

    /** The latest birthday that the number allows; women's days are counted from 41. */
    private Optional<LocalDate> bornByNik(String nik) {
        int day = Integer.parseInt(nik.substring(6, 8));
        int century = LocalDate.ofInstant(clock.instant(), WorkingDays.JAKARTA).getYear() / 100 * 100;
        int year = century + Integer.parseInt(nik.substring(10, 12));
        int thisYear = LocalDate.ofInstant(clock.instant(), WorkingDays.JAKARTA).getYear();
        try {
            return Optional.of(LocalDate.of(year > thisYear ? year - 100 : year, Integer.parseInt(nik.substring(8, 10)),
                    day > 40 ? day - 40 : day));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
