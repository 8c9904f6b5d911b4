package id.lindungdesa.benefit;

import id.lindungdesa.benefit.Injury.Absence;
import id.lindungdesa.benefit.Injury.AidType;
import id.lindungdesa.benefit.Injury.Loss;
import id.lindungdesa.benefit.Injury.Mode;
import id.lindungdesa.benefit.Injury.Side;
import id.lindungdesa.benefit.Schooling.Level;
import id.lindungdesa.benefit.Schooling.Working;
import id.lindungdesa.calendar.WorkingDays;
import id.lindungdesa.money.Rupiah;
import id.lindungdesa.refusal.Refusal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * The facts of an event as somebody sends them: texts that are read here, so that all that is wrong is told at once. Only
 * what is known is sent. Names serve to tell the payees and children of the answer apart.
 *
 * @param birthDate the worker's
 * @param recoveredOn the doctor's word that the worker is recovered, disabled or dead
 */
public record AssessmentForm(String programme, String eventDate, String cause, String outcome, String birthDate, Long incomeBase,
                      List<Cover> cover, String accidentAt, String recoveredOn, String dominantHand,
                      List<Disability> disabilities, Inability unableToWork, List<Fare> transport, HomeCare homeCare,
                      List<Treatment> treatment, List<Aid> aids, List<Child> children, Integer schoolYear,
                      String scholarshipClaimedOn, List<Heir> heirs, String filedOn, String completeOn, String paidOn) {

    private static final int MOST_ROWS = 200;
    private static final int MOST_MONTHS = 600;
    private static final int MOST_DAYS = 20_000;

    record Cover(String from, String through, String registeredAt) {}

    public record Disability(String part, String side, String loss, Integer percentLost) {}

    public record Inability(Integer months, Integer days) {}

    public record Fare(String mode, Long rupiah) {}

    public record HomeCare(Integer months, Long rupiah) {}

    /** Paid to whoever treats, without a limit: no rule asks for it. */
    record Treatment(String facility, String from, String through, Long rupiah) {}

    record Aid(String kind, Long rupiah) {}

    record Child(String name, String birthDate, String level, Integer grade, Boolean married, String working,
                 Integer wageMonths, Boolean nominated) {}

    record Heir(String name, String relation) {}

    /** @throws Refusal ASSESSMENT_INVALID with every faulty field and everything that contradicts itself */
    public Facts read() {
        Faults faults = new Faults();
        OffsetDateTime accident = faults.time("accidentAt", accidentAt);
        LocalDate event = eventDate == null && accident != null ? accident.toLocalDate() : faults.date("eventDate", eventDate);
        Facts facts = new Facts(faults.named("programme", Programme.values(), programme), event,
                faults.named("cause", Cause.values(), cause), faults.named("outcome", Consequence.values(), outcome),
                faults.date("birthDate", birthDate), cover == null ? null : periods(accident, faults),
                heirs == null ? null : relations(faults), injury(accident, faults),
                new Schooling(children(faults), faults.number("schoolYear", schoolYear, 2000, 2100),
                        faults.date("scholarshipClaimedOn", scholarshipClaimedOn)),
                new Facts.Handling(faults.date("filedOn", filedOn), faults.date("completeOn", completeOn), faults.date("paidOn", paidOn)));
        treatment(faults);
        new Contradictions(facts, faults).find();
        twins(faults);
        faults.refuseIfAny();
        return facts;
    }

    /** Cover that was registered on the day of the accident, but later that day, came too late. */
    private List<Membership.Period> periods(OffsetDateTime accident, Faults faults) {
        List<Membership.Period> periods = new ArrayList<>();
        List<Cover> rows = faults.list("cover", cover, MOST_ROWS);
        for (int i = 0; i < rows.size(); i++) {
            String at = "cover/" + i + "/";
            LocalDate from = faults.date(at + "from", rows.get(i).from());
            LocalDate through = faults.date(at + "through", rows.get(i).through());
            OffsetDateTime registered = faults.time(at + "registeredAt", rows.get(i).registeredAt());
            faults.require(rows.get(i).from() != null, at + "from", "REQUIRED", "Awal perlindungan wajib diisi.");
            faults.require(rows.get(i).through() != null, at + "through", "REQUIRED", "Akhir perlindungan wajib diisi.");
            if (from == null || through == null) {
                continue;
            }
            faults.require(!through.isBefore(from), at + "through", "COVER_ENDS_BEFORE_IT_BEGINS",
                    "Akhir perlindungan lebih awal daripada awalnya.");
            boolean laterThatDay = registered != null && accident != null && registered.isAfter(accident)
                    && registered.toLocalDate().equals(accident.toLocalDate());
            periods.add(new Membership.Period(from, through, registered == null ? from.minusDays(1)
                    : registered.atZoneSameInstant(WorkingDays.JAKARTA).toLocalDate().plusDays(laterThatDay ? 1 : 0)));
        }
        return periods;
    }

    private List<Relation> relations(Faults faults) {
        List<Relation> relations = new ArrayList<>();
        List<Heir> rows = faults.list("heirs", heirs, MOST_ROWS);
        for (int i = 0; i < rows.size(); i++) {
            relations.add(faults.named("heirs/" + i + "/relation", Relation.values(), rows.get(i).relation()));
        }
        return relations;
    }

    private Injury injury(OffsetDateTime accident, Faults faults) {
        List<Disability> lost = faults.list("disabilities", disabilities, MOST_ROWS);
        List<Fare> fares = faults.list("transport", transport, MOST_ROWS);
        List<Aid> given = faults.list("aids", aids, MOST_ROWS);
        return new Injury(accident, faults.date("recoveredOn", recoveredOn), income(faults),
                faults.named("dominantHand", Side.values(), dominantHand),
                IntStream.range(0, lost.size()).mapToObj(i -> disability("disabilities/" + i + "/", lost.get(i), faults)).toList(),
                unableToWork == null ? null : absence(faults),
                IntStream.range(0, fares.size()).mapToObj(i -> new Injury.Fare(
                        faults.named("transport/" + i + "/mode", Mode.values(), fares.get(i).mode()),
                        faults.rupiah("transport/" + i + "/rupiah", fares.get(i).rupiah()))).toList(),
                homeCare == null ? null : new Injury.HomeCare(faults.number("homeCare/months", homeCare.months(), 0, MOST_MONTHS),
                        faults.rupiah("homeCare/rupiah", homeCare.rupiah())),
                IntStream.range(0, given.size()).mapToObj(i -> new Injury.Aid(
                        faults.named("aids/" + i + "/kind", AidType.values(), given.get(i).kind()),
                        faults.rupiah("aids/" + i + "/rupiah", given.get(i).rupiah()))).toList());
    }

    private Rupiah income(Faults faults) {
        faults.require(incomeBase == null || incomeBase != 0, "incomeBase", "OUT_OF_RANGE", "Penghasilan sebulan harus lebih dari nol.");
        return faults.rupiah("incomeBase", incomeBase);
    }

    private static Injury.Disability disability(String at, Disability one, Faults faults) {
        return new Injury.Disability(faults.named(at + "part", BodyPart.values(), one.part()),
                faults.named(at + "side", Side.values(), one.side()), faults.named(at + "loss", Loss.values(), one.loss()),
                faults.number(at + "percentLost", one.percentLost(), 0, 100));
    }

    private Absence absence(Faults faults) {
        Integer months = faults.number("unableToWork/months", unableToWork.months(), 0, MOST_MONTHS);
        Integer days = faults.number("unableToWork/days", unableToWork.days(), 0, MOST_DAYS);
        return new Absence(months == null ? 0 : months, days == null ? 0 : days);
    }

    private List<Schooling.Child> children(Faults faults) {
        List<Child> rows = faults.list("children", children, MOST_ROWS);
        return IntStream.range(0, rows.size()).mapToObj(i -> child("children/" + i + "/", rows.get(i), faults)).toList();
    }

    private static Schooling.Child child(String at, Child one, Faults faults) {
        Level level = faults.named(at + "level", Level.values(), one.level());
        Working working = faults.named(at + "working", Working.values(), one.working());
        return new Schooling.Child(faults.date(at + "birthDate", one.birthDate()), level,
                faults.number(at + "grade", one.grade(), 1, 13), Boolean.TRUE.equals(one.married()),
                working == null ? Working.NO : working, faults.number(at + "wageMonths", one.wageMonths(), 0, MOST_MONTHS), one.nominated());
    }

    private void treatment(Faults faults) {
        List<Treatment> rows = faults.list("treatment", treatment, MOST_ROWS);
        for (int i = 0; i < rows.size(); i++) {
            faults.date("treatment/" + i + "/from", rows.get(i).from());
            faults.date("treatment/" + i + "/through", rows.get(i).through());
            faults.rupiah("treatment/" + i + "/rupiah", rows.get(i).rupiah());
        }
    }

    private void twins(Faults faults) {
        List<Child> rows = children == null ? List.of() : children.stream().filter(Objects::nonNull).toList();
        for (int i = 0; i < rows.size(); i++) {
            Child child = rows.get(i);
            faults.require(child.name() == null || child.birthDate() == null || rows.subList(0, i).stream().noneMatch(other ->
                    child.name().equals(other.name()) && child.birthDate().equals(other.birthDate())),
                    "children/" + i, "CHILD_TWICE", "Anak ini dicantumkan dua kali.");
        }
    }
}
