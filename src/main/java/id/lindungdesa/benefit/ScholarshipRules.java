package id.lindungdesa.benefit;

import id.lindungdesa.benefit.Assessment.Grant;
import id.lindungdesa.benefit.Schooling.Child;
import id.lindungdesa.benefit.Schooling.Level;
import id.lindungdesa.money.Rupiah;
import id.lindungdesa.regulation.Ruling;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Which children of a worker get how much for a school year. Whether there is a right at all is judged on the day of the
 * event; whether a child's has ended, on the day on which the year is claimed.
 */
public final class ScholarshipRules {

    private static final int NOT_KNOWN = -1;

    private final Facts facts;
    private final Schooling schooling;
    private final Judgement judgement;

    public ScholarshipRules(Facts facts, Judgement judgement) {
        this.facts = facts;
        this.schooling = facts.schooling();
        this.judgement = judgement;
    }

    /** A child that may have one, by its place in the list; one below school age waits. */
    private record Candidate(int place, Child child, boolean below) {}

    public List<Grant> grants(Membership membership) {
        boolean unknown = facts.consequence() == null || facts.programme() == Programme.JKM && membership == null;
        if (schooling.children().isEmpty() || unknown) {
            return List.of();
        }
        Ruling right = right(membership);
        judgement.reasonsOf(right.text("reasons"));
        if (!Boolean.TRUE.equals(right.one().get("granted"))) {
            return List.of();
        }
        int firstMonth = Math.toIntExact(right.amount("firstMonth"));
        LocalDate claimed = claimedOn(firstMonth);
        int year = schooling.schoolYear() == null ? yearOf(claimed, firstMonth) : schooling.schoolYear();
        if (!LocalDate.of(year + 1, firstMonth, 1).isAfter(facts.eventDate())) {
            judgement.reasonsOf("SCHOLARSHIP_YEAR_BEFORE_EVENT");
            return List.of();
        }
        if (year < yearOf(claimed, firstMonth)) {
            judgement.flag("SCHOLARSHIP_PAST_YEAR");
        }
        return chosen(candidates(claimed), right.amount("children")).stream().map(one -> grant(one, year)).toList();
    }

    /** Whether the children may have one, and how many of them. */
    public Ruling right(Membership membership) {
        return judgement.askForOne("scholarship-right", facts.eventDate(), Map.of("programme", facts.programme().name(),
                "outcome", facts.consequence().name(), "monthsOfMembership", membership == null ? 0 : membership.fullMonths()));
    }

    /** Where nobody says when the year was claimed, the latest day that is known of the case. */
    private LocalDate claimedOn(int firstMonth) {
        LocalDate yearBegins = schooling.schoolYear() == null ? null : LocalDate.of(schooling.schoolYear(), firstMonth, 1);
        return schooling.claimedOn() != null ? schooling.claimedOn()
                : Stream.of(facts.eventDate(), facts.handling().filedOn(), yearBegins).filter(day -> day != null)
                        .max(Comparator.naturalOrder()).orElseThrow();
    }

    private static int yearOf(LocalDate day, int firstMonth) {
        return day.getMonthValue() < firstMonth ? day.getYear() - 1 : day.getYear();
    }

    private List<Candidate> candidates(LocalDate claimed) {
        List<Candidate> candidates = new ArrayList<>();
        for (int place = 0; place < schooling.children().size(); place++) {
            Child child = schooling.children().get(place);
            if (!Boolean.FALSE.equals(child.nominated()) && isKnown(child, claimed) && !hasEnded(child, claimed)
                    && !hasHadEveryYear(child)) {
                candidates.add(new Candidate(place, child, isBelowSchoolAge(child, claimed)));
            }
        }
        return candidates;
    }

    /** A pupil of a school is far from the age at which a scholarship ends; a student may be beyond it. */
    private boolean isKnown(Child child, LocalDate claimed) {
        if (child.birthDate() == null && child.level() == Level.PT) {
            judgement.missing("CHILD_BIRTH_DATE");
            return false;
        }
        if (child.level() == null && (child.birthDate() == null || !hasEnded(child, claimed) && !isBelowSchoolAge(child, claimed))) {
            judgement.missing("CHILD_LEVEL");
            return false;
        }
        return true;
    }

    private boolean hasEnded(Child child, LocalDate claimed) {
        List<Map<String, Object>> ends = ends(child, claimed);
        ends.forEach(row -> judgement.reasonsOf((String) row.get("reason")));
        return !ends.isEmpty();
    }

    /** Why it has ended by that day, each with its article; nothing where it has not. */
    public List<Map<String, Object>> ends(Child child, LocalDate on) {
        return judgement.ask("scholarship-end", on, Map.of(
                "age", child.birthDate() == null ? 0 : age(child, on), "married", child.married(),
                "working", child.working().name(), "wageMonths", child.wageMonths() == null ? NOT_KNOWN : child.wageMonths())).rows();
    }

    private boolean hasHadEveryYear(Child child) {
        boolean over = child.level() != null && child.grade() != null
                && child.level().yearOf(child.grade()) > amountOf(child.level()).amount("years");
        judgement.reasonsOf(over ? "SCHOLARSHIP_ENDED_YEARS" : "");
        return over;
    }

    private boolean isBelowSchoolAge(Child child, LocalDate claimed) {
        Level level = child.level() == null ? Level.TK : child.level();
        return child.birthDate() != null && age(child, claimed) < amountOf(level).amount("fromAge");
    }

    private static int age(Child child, LocalDate on) {
        return Period.between(child.birthDate(), on).getYears();
    }

    /** Those the family named come first; without its word the order of the list stands. */
    private List<Candidate> chosen(List<Candidate> candidates, long most) {
        if (candidates.size() > most || anyNotNominated() && candidates.size() == most) {
            judgement.reasonsOf("SCHOLARSHIP_MAX_TWO_CHILDREN");
        }
        return candidates.stream().sorted(Comparator.comparing(one -> !Boolean.TRUE.equals(one.child().nominated())))
                .limit(most).sorted(Comparator.comparing(Candidate::place)).toList();
    }

    private boolean anyNotNominated() {
        return schooling.children().stream().anyMatch(child -> Boolean.FALSE.equals(child.nominated()));
    }

    private Grant grant(Candidate one, int year) {
        Level level = one.child().level() == null ? Level.TK : one.child().level();
        Ruling now = amountOf(level);
        long done = one.child().grade() == null ? 0 : level.yearOf(one.child().grade()) - 1L;
        long projection = (now.amount("years") - done) * now.amount("rupiah");
        for (Level later : Level.values()) {
            if (later.compareTo(level) > 0) {
                projection += amountOf(later).amount("years") * amountOf(later).amount("rupiah");
            }
        }
        return new Grant(one.place(), level, year, one.below() ? Rupiah.ZERO : Rupiah.of(now.amount("rupiah")),
                Rupiah.of(projection), now.text("legalBasis"));
    }

    public Ruling amountOf(Level level) {
        return judgement.askForOne("scholarship-amount", facts.eventDate(), Map.of("level", level.name()));
    }
}
