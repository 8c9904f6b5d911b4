package id.lindungdesa.identity;

import id.lindungdesa.calendar.WorkingDays;
import id.lindungdesa.identity.Official.Office;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** On whose behalf somebody acts today. */
@Component
public class StandIns {

    private final OfficeTerms terms;
    private final Clock clock;

    StandIns(OfficeTerms terms, Clock clock) {
        this.terms = terms;
        this.clock = clock;
    }

    /** The user whom this one stands in for in that office; empty for whoever holds it himself. */
    public Optional<String> absentFor(String user, Office office) {
        return terms.deputised(user, office, LocalDate.ofInstant(clock.instant(), WorkingDays.JAKARTA)).map(Term::user);
    }
}
