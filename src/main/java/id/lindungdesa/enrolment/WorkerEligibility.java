package id.lindungdesa.enrolment;

import id.lindungdesa.regulation.RuleBook;
import id.lindungdesa.regulation.Ruling;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Who may be registered, by the rules in force on a day. */
@Component
class WorkerEligibility {

    private final RuleBook rules;

    WorkerEligibility(RuleBook rules) {
        this.rules = rules;
    }

    /** The ages at a first registration on that day. */
    AgeLimits agesAtFirstRegistration(LocalDate on) {
        return ages(on, "FIRST");
    }

    /** The ages of who is registered already and goes on. */
    AgeLimits agesOfRegistered(LocalDate on) {
        return ages(on, "CONTINUING");
    }

    private AgeLimits ages(LocalDate on, String registration) {
        Ruling ruling = rules.decide("worker-eligibility", on, Map.of("registration", registration));
        return new AgeLimits((int) ruling.amount("minimumAge"), (int) ruling.amount("maximumAge"), ruling.text("legalBasis"));
    }
}
