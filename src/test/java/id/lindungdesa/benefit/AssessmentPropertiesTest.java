package id.lindungdesa.benefit;

import static org.assertj.core.api.Assertions.assertThat;

import id.lindungdesa.benefit.Assessment.Component;
import id.lindungdesa.benefit.Assessment.Decision;
import id.lindungdesa.benefit.Injury.Disability;
import id.lindungdesa.benefit.Injury.Loss;
import id.lindungdesa.benefit.Injury.Side;
import id.lindungdesa.money.Rupiah;
import id.lindungdesa.regulation.RuleBook;
import id.lindungdesa.regulation.RulesAsTheyLie;
import id.lindungdesa.workflow.Decisions;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever happened to whomever: nobody gets more than the law's maximum, no rupiah is lost, no later rule reaches back. */
class AssessmentPropertiesTest {

    private static final RulesAsTheyLie TABLES = new RulesAsTheyLie();
    private static final Assessor ASSESSOR = new Assessor(TABLES.ruleBook(), TABLES.premiumRates());
    private static final LocalDate FIRST = LocalDate.of(2020, 1, 1);

    @Provide
    Arbitrary<Facts> cases() {
        Arbitrary<LocalDate> events = Arbitraries.integers().between(0, 2400).map(FIRST::plusDays);
        Arbitrary<Membership.Period> periods = Combinators.combine(Arbitraries.integers().between(-900, 2400), Arbitraries.integers().between(0, 1500))
                .as((from, days) -> new Membership.Period(FIRST.plusDays(from), FIRST.plusDays(from + days), FIRST.plusDays(from - 1)));
        Arbitrary<List<Relation>> heirs = Arbitraries.of(Relation.class).list().ofMinSize(1).ofMaxSize(7);
        return Combinators.combine(Arbitraries.of(Programme.class), events, Arbitraries.of(Cause.class), Arbitraries.of(Consequence.class),
                periods.list().ofMaxSize(3), heirs, injuries(), children()).as((programme, event, cause, outcome, cover, left, injury, children) ->
                new Facts(programme, event, cause, programme == Programme.JKM ? Consequence.DEATH : outcome, null, cover, left, injury,
                        new Schooling(children, null, null), Facts.Handling.NONE));
    }

    private static Arbitrary<Injury> injuries() {
        Arbitrary<Disability> disabilities = Combinators.combine(Arbitraries.of(BodyPart.class), Arbitraries.of(Side.class),
                Arbitraries.of(Loss.class), Arbitraries.integers().between(0, 100)).as(Disability::new);
        Arbitrary<Rupiah> rupiah = Arbitraries.longs().between(0, 60_000_000).map(Rupiah::of);
        Arbitrary<Injury.Fare> fares = Combinators.combine(Arbitraries.of(Injury.Mode.class), rupiah).as(Injury.Fare::new);
        return Combinators.combine(Arbitraries.longs().between(1_000_000, 20_700_000).map(Rupiah::of), Arbitraries.of(Side.class),
                disabilities.list().ofMaxSize(5), Arbitraries.integers().between(0, 40), Arbitraries.integers().between(0, 60),
                fares.list().ofMaxSize(6), Arbitraries.integers().between(1, 30), rupiah).as((income, hand, lost, months, days, ways, care, bills) ->
                new Injury(null, null, income, hand, lost, new Injury.Absence(months, days), ways, new Injury.HomeCare(care, bills), List.of()));
    }

    private static Arbitrary<List<Schooling.Child>> children() {
        return Combinators.combine(Arbitraries.integers().between(-8000, 1500).map(FIRST::plusDays), Arbitraries.of(Schooling.Level.class),
                Arbitraries.of(true, false), Arbitraries.of(Schooling.Working.class)).as((born, level, married, working) ->
                new Schooling.Child(born, level, null, married, working, null, null)).list().ofMaxSize(5);
    }

    @Property(tries = 60, edgeCases = EdgeCasesMode.NONE)
    void nobodyGetsMoreThanTheLawsMaximum(@ForAll("cases") Facts facts) {
        Assessment assessment = ASSESSOR.assess(facts);

        assertThat(assessment.total().amount()).isLessThanOrEqualTo(most(facts));
        assertThat(assessment.scholarship()).hasSizeLessThanOrEqualTo(2);
        assertThat(assessment.scholarshipTotal().amount()).isLessThanOrEqualTo(24_000_000);
        assertThat(assessment.scholarshipProjection().amount()).isLessThanOrEqualTo(174_000_000);
        if (assessment.decision() == Decision.REJECTED) {
            assertThat(assessment.total()).isEqualTo(Rupiah.ZERO);
        }
    }

    /** By hand, from the handbook: what a death or an accident is worth at most. */
    private static long most(Facts facts) {
        if (facts.programme() == Programme.JKM) {
            return 42_000_000;
        }
        long income = facts.injury().incomeBase().amount();
        int months = facts.injury().unableToWork().months() + 2;
        long outcome = switch (facts.outcome()) {
            case DEATH -> 48 * income + 22_000_000;
            case TOTAL_PERMANENT_DISABILITY -> 56 * income + 12_000_000;
            case PARTIAL_DISABILITY -> 56 * income;
            case RECOVERED -> 0;
        };
        return outcome + Math.min(months, 12) * income + Math.max(0, months - 12) * income / 2 + 17_000_000 + 20_000_000;
    }

    @Property(tries = 60, edgeCases = EdgeCasesMode.NONE)
    void whatThePayeesGetIsTheTotal(@ForAll("cases") Facts facts) {
        Assessment assessment = ASSESSOR.assess(facts);

        long paid = assessment.shares().stream().mapToLong(share -> share.rupiah().amount()).sum();
        boolean somebody = !facts.isDeath() || facts.heirs().stream().anyMatch(heir -> heir != Relation.EX_SPOUSE);
        assertThat(paid).isEqualTo(somebody ? assessment.total().amount() : 0);
        for (Component component : assessment.components()) {
            assertThat(somebody ? assessment.shares().stream().filter(share -> share.code().equals(component.code()))
                    .mapToLong(share -> share.rupiah().amount()).sum() : component.rupiah().amount()).isEqualTo(component.rupiah().amount());
        }
    }

    @Property(tries = 60, edgeCases = EdgeCasesMode.NONE)
    void aLaterRuleNeverChangesAnEarlierEvent(@ForAll("cases") Facts facts) {
        LocalDate change = FIRST.plusDays(1200);
        RuleBook tomorrow = new RuleBookFrom(change).book();
        Assessment before = ASSESSOR.assess(facts);
        Assessment after = new Assessor(tomorrow, TABLES.premiumRates()).assess(facts);

        if (facts.eventDate().isBefore(change)) {
            assertThat(after.components()).isEqualTo(before.components());
            assertThat(after.shares()).isEqualTo(before.shares());
            assertThat(after.decision()).isEqualTo(before.decision());
        } else if (before.decision() != Decision.REJECTED && !before.components().isEmpty() && facts.programme() == Programme.JKM) {
            assertThat(after.total()).as("the change is one").isGreaterThan(before.total());
        }
    }

    /** The rule book after a change of law: from that day on, every amount of the tables is a rupiah higher. */
    private record RuleBookFrom(LocalDate change) {

        RuleBook book() {
            return TABLES.ruleBookThrough(this::evaluate);
        }

        private Decisions.Outcome evaluate(String key, Map<String, Object> inputs) {
            Decisions.Outcome outcome = TABLES.evaluate(key, inputs);
            LocalDate on = LocalDate.ofInstant(((Date) inputs.get("on")).toInstant(), ZoneId.systemDefault());
            return on.isBefore(change) ? outcome : new Decisions.Outcome(key, outcome.version(), outcome.rows().stream().map(row -> {
                Map<String, Object> more = new LinkedHashMap<>(row);
                more.computeIfPresent("rupiah", (name, rupiah) -> ((Number) rupiah).longValue() + 1);
                return more;
            }).toList());
        }
    }
}
