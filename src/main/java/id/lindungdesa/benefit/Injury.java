package id.lindungdesa.benefit;

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
public record Injury(OffsetDateTime accidentAt, LocalDate recoveredOn, Rupiah incomeBase, Side dominantHand,
              List<Disability> disabilities, Absence unableToWork, List<Fare> transport, HomeCare homeCare, List<Aid> aids) {

    public static final Injury NONE = new Injury(null, null, null, null, List.of(), null, List.of(), null, List.of());

    public enum Side { RIGHT, LEFT }

    public enum Loss { ANATOMICAL, FUNCTIONAL }

    /** Land counts roads, rivers and lakes. */
    public enum Mode { LAND, SEA, AIR }

    enum AidType { PROSTHESIS, ORTHOSIS, HEARING_AID, GLASSES, DENTURES }

    public record Disability(BodyPart part, Side side, Loss loss, Integer percentLost) {}

    public record Absence(int months, int days) {}

    public record Fare(Mode mode, Rupiah rupiah) {}

    public record HomeCare(Integer months, Rupiah rupiah) {}

    public record Aid(AidType type, Rupiah rupiah) {}

    public Injury {
        disabilities = List.copyOf(disabilities);
        transport = List.copyOf(transport);
        aids = List.copyOf(aids);
    }
}
