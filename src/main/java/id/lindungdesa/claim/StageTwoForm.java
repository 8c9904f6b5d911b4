package id.lindungdesa.claim;

import id.lindungdesa.benefit.AssessmentForm;
import id.lindungdesa.benefit.Programme;
import id.lindungdesa.calendar.WorkingDays;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;

/**
 * The doctor's word as an officer types it (form 3a and 3b), and what stage I left open. What is not sent stays as it is
 * known.
 *
 * @param recoveredOn the day of the doctor's word that the worker is recovered, disabled or dead
 * @param eventDate of an occupational disease the day of its diagnosis
 * @param heirs where the worker died: they take the place of those named before, if any are sent
 */
record StageTwoForm(String outcome, String recoveredOn, String diedOn, String dominantHand,
                    List<AssessmentForm.Disability> disabilities, AssessmentForm.Inability unableToWork,
                    List<AssessmentForm.Fare> transport, AssessmentForm.HomeCare homeCare, Long incomeBase,
                    String workerAccount, String cause, String eventDate, String accidentAt, String place, String chronology,
                    List<ClaimForm.HeirForm> heirs) {

    /** The same facts as the rule book is asked about, so that the same contradictions are found. */
    AssessmentForm facts(Claim claim, Accident known, String bornOn, String filedOn) {
        String at = isFilled(accidentAt) ? withOffset(accidentAt)
                : known.at() == null ? null : known.at().atZone(WorkingDays.JAKARTA).toOffsetDateTime().toString();
        return new AssessmentForm(Programme.JKK.name(), at != null ? null : isFilled(eventDate) ? eventDate : claim.eventDate().toString(),
                isFilled(cause) ? cause : claim.cause().name(), blankToNull(outcome), bornOn,
                incomeBase != null || known.incomeBase() == null ? incomeBase : Long.valueOf(known.incomeBase().amount()), null, at,
                blankToNull(recoveredOn), blankToNull(dominantHand), disabilities, unableToWork, transport, homeCare, null, null,
                null, null, null, null, filedOn, null, null);
    }

    /** Browsers send a local time without its offset. */
    private static String withOffset(String time) {
        try {
            return LocalDateTime.parse(time).atZone(WorkingDays.JAKARTA).toOffsetDateTime().toString();
        } catch (DateTimeParseException e) {
            return time;
        }
    }

    static boolean isFilled(String text) {
        return text != null && !text.isBlank();
    }

    private static String blankToNull(String text) {
        return isFilled(text) ? text : null;
    }
}
