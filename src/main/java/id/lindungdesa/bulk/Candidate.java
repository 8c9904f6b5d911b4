package id.lindungdesa.bulk;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A task that may be picked, with what its line shows. {@code quantity} is how many of what ({@code counted}),
 * {@code daysLeft} counts calendar days, negative when late; whatever a case does not have is null. {@code warnings} say why
 * to look closer.
 */
record Candidate(String taskId, UUID caseId, String place, String areaCode, Long rupiah, Long quantity, String counted,
                 LocalDate due, Long daysLeft, List<String> warnings) {

    boolean liesIn(String area) {
        return area.isEmpty() || area.equals(areaCode) || areaCode != null && areaCode.startsWith(area + ".");
    }

    long worth() {
        return rupiah == null ? 0 : rupiah;
    }
}
