package id.lindungdesa.claim;

import id.lindungdesa.money.Rupiah;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * What is known of an accident at work or an occupational disease. What is not known is null; a list is then empty.
 *
 * @param recoveredOn the day of the doctor's word that the worker is recovered, disabled or dead
 * @param incomeBase the reported monthly income that the premium was paid on
 */
record Injury(OffsetDateTime accidentAt, LocalDate recoveredOn, Rupiah incomeBase, Side dominantHand,
              List<Disability> disabilities, Absence unableToWork, List<Fare> transport, HomeCare homeCare, List<Aid> aids) {

    static final Injury NONE = new Injury(null, null, null, null, List.of(), null, List.of(), null, List.of());

    enum Side { RIGHT, LEFT }

    enum Loss { ANATOMICAL, FUNCTIONAL }

    /** Land counts roads, rivers and lakes. */
    enum Mode { LAND, SEA, AIR }

    enum AidType { PROSTHESIS, ORTHOSIS, HEARING_AID, GLASSES, DENTURES }

    record Disability(BodyPart part, Side side, Loss loss, Integer percentLost) {}

    record Absence(int months, int days) {}

    record Fare(Mode mode, Rupiah rupiah) {}

    record HomeCare(Integer months, Rupiah rupiah) {}

    record Aid(AidType type, Rupiah rupiah) {}

    Injury {
        disabilities = List.copyOf(disabilities);
        transport = List.copyOf(transport);
        aids = List.copyOf(aids);
    }
}
