package id.lindungdesa.benefit;

import java.time.LocalDate;
import java.util.List;

/**
 * What is known of an event when the rules are asked about it. Null is "not known": the rules say that it is missing
 * where it matters, and guess nothing.
 *
 * @param cover the periods that were paid for; empty where it is known that there were none
 * @param heirs what those left were to the worker, in the order of the list; an element is null where that is not known
 * @param bornOn the worker's birthday
 */
public record Facts(Programme programme, LocalDate eventDate, Cause cause, Consequence outcome, LocalDate bornOn,
             List<Membership.Period> cover, List<Relation> heirs, Injury injury, Schooling schooling, Handling handling) {

    /** When the claim came in, was complete and was paid. */
    public record Handling(LocalDate filedOn, LocalDate completeOn, LocalDate paidOn) {

        public static final Handling NONE = new Handling(null, null, null);
    }

    /** The facts of a death that work did not cause. */
    public static Facts ofDeath(LocalDate died, Cause cause, List<Membership.Period> cover, List<Relation> heirs, LocalDate filedOn) {
        return new Facts(Programme.JKM, died, cause, Consequence.DEATH, null, cover, heirs, Injury.NONE, Schooling.NONE,
                new Handling(filedOn, null, null));
    }

    /** JKM knows one outcome only. */
    Consequence consequence() {
        return outcome == null && programme == Programme.JKM ? Consequence.DEATH : outcome;
    }

    boolean isDeath() {
        return consequence() == Consequence.DEATH;
    }

    /**
     * The day on which somebody had to be insured and from which his right lapses: an accident counts, also where he died of
     * it later and the event is his death.
     */
    LocalDate struckOn() {
        return programme != Programme.JKK || injury.accidentAt() == null ? eventDate : injury.accidentAt().toLocalDate();
    }
}
