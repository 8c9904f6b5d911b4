package id.lindungdesa.rulebook;

import id.lindungdesa.regulation.RuleBook;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** A module whose cases are judged by tables tells how they would come out by others. Nothing of a case is changed by it. */
public interface JudgedCases {

    /** What is judged, in a word that officials know and that sorts the modules: {@code Klaim}. */
    String subject();

    /** The next cases in the order of their ids, after that one or from the first where it is null. */
    List<Compared> compare(RuleBook now, RuleBook then, UUID after, int limit);

    /** The worked cases of the law, by both rule books. */
    List<Worked> workedCases(RuleBook now, RuleBook then);

    /** @param more whatever else would be otherwise, in words without personal data */
    record Judged(String decision, long rupiah, String more) {}

    /** @param on the day by which the case is judged */
    record Compared(UUID id, String number, boolean open, LocalDate on, Judged present, Judged coming) {}

    /**
     * @param code its name in the list of worked cases: {@code AC-01}
     * @param broken what comes out otherwise than the list says, by the tables now and by the new one; empty where it agrees
     */
    record Worked(String code, String title, LocalDate on, String brokenNow, String brokenThen) {}
}
