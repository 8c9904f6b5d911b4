package id.lindungdesa.workflow;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What a list of tasks says of a case in one line, told by the module that owns the case: many cases at once, by one
 * question to the database, so that a list of three hundred stays quick. No personal data: a card is seen over a shoulder.
 */
public interface CaseCards {

    /** The processes whose cases this module knows. */
    Set<String> processes();

    /** The cards of these cases; one that is unknown is missing in the answer. */
    Map<UUID, Card> cardsOf(String processKey, Collection<UUID> caseIds);

    /**
     * Where these cases are worked on while they have no step of their own, as a village's tranche is in the run that pays
     * it. A case that is worked on by itself is missing in the answer.
     */
    default Map<UUID, Elsewhere> worked(String processKey, Collection<UUID> caseIds) {
        return Map.of();
    }

    /**
     * Those of these cases that hold something which is found by a text, as a regency's run holds villages.
     *
     * @param text in lower case: a part of a name, or a code
     */
    default Set<UUID> holding(String processKey, Collection<UUID> caseIds, String text) {
        return Set.of();
    }

    /** Another case, and the process that works on it. */
    record Elsewhere(String processKey, UUID caseId) {}

    /**
     * The number of the case, the place (a village, or what stands above it: {@code Desa Malapari}) and its official code,
     * whole rupiah, and how many of what ({@code 50}, {@code pekerja}); null where the case has none of it.
     */
    record Card(String caseNumber, String placeCode, String place, Long rupiah, Integer count, String counted) {

        /** The same with the place's name looked up by its code; the code itself where it is unknown. */
        public Card at(Map<String, String> names) {
            return new Card(caseNumber, placeCode, placeCode == null ? place : names.getOrDefault(placeCode, placeCode), rupiah, count,
                    counted);
        }
    }
}
