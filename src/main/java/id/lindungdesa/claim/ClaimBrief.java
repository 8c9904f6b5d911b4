package id.lindungdesa.claim;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;

/**
 * A claim in short for the modules behind this one, without anybody of the family.
 *
 * @param state in the officials' words
 * @param reduced the rules gave a part only
 * @param reasons why the rules gave less or nothing, in words
 * @param decision the superior's last word with its day and his note, which may name somebody; empty while there is none
 * @param handledBy the users who checked, decided or ordered the payment of it
 * @param branchHeadDecided a branch head approved or rejected it
 */
public record ClaimBrief(UUID id, String number, String programme, String state, boolean rejected, boolean paid,
                         boolean reduced, String villageCode, String branch, LocalDate eventDate, LocalDate payBy,
                         String reasons, String decision, Set<String> handledBy, boolean branchHeadDecided) {

    public ClaimBrief {
        handledBy = Set.copyOf(handledBy);
    }
}
