package id.lindungdesa.benefit;

import static org.assertj.core.api.Assertions.assertThat;

import id.lindungdesa.benefit.Assessment.Component;
import id.lindungdesa.benefit.Assessment.Decision;
import id.lindungdesa.money.Rupiah;
import id.lindungdesa.regulation.RulesAsTheyLie;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** However often an event is judged anew: all that is paid for it together is what the law gives for the best of the judgements. */
class SupplementPropertiesTest {

    private static final RulesAsTheyLie TABLES = new RulesAsTheyLie();
    private static final Assessor ASSESSOR = new Assessor(TABLES.ruleBook(), TABLES.premiumRates());
    private static final LocalDate EVENT = LocalDate.of(2026, 3, 2);

    @Provide
    Arbitrary<Facts> judgements() {
        Arbitrary<Rupiah> rupiah = Arbitraries.longs().between(0, 30_000_000).map(Rupiah::of);
        Arbitrary<Injury.Disability> disabilities = Combinators.combine(Arbitraries.of(BodyPart.class), Arbitraries.integers().between(0, 100))
                .as((part, percent) -> new Injury.Disability(part, Injury.Side.RIGHT, Injury.Loss.FUNCTIONAL, percent));
        return Combinators.combine(Arbitraries.of(Consequence.class), Arbitraries.longs().between(1_000_000, 20_700_000).map(Rupiah::of),
                disabilities.list().ofMinSize(1).ofMaxSize(4), Arbitraries.integers().between(0, 30), Arbitraries.integers().between(0, 29),
                rupiah, Arbitraries.of(1, 2, 3), Arbitraries.integers().between(0, 40)).as((outcome, income, lost, months, days, fare, heirs, since) ->
                new Facts(since % 2 == 0 ? Programme.JKM : Programme.JKK, EVENT, since % 2 == 0 ? Cause.ILLNESS : Cause.WORK_ACCIDENT,
                        since % 2 == 0 ? Consequence.DEATH : outcome, null,
                        List.of(new Membership.Period(EVENT.minusMonths(since), EVENT.plusMonths(1), EVENT.minusMonths(since))),
                        java.util.Collections.nCopies(heirs, Relation.CHILD), new Injury(null, null, income, Injury.Side.RIGHT, lost,
                                new Injury.Absence(months, days), List.of(new Injury.Fare(Injury.Mode.LAND, fare)), null, List.of()),
                        Schooling.NONE, Facts.Handling.NONE));
    }

    @Property(tries = 150)
    void whatWasPaidAndTheDifferencesAreTheBestOfTheJudgements(@ForAll("judgements") Facts first, @ForAll("judgements") Facts second,
            @ForAll("judgements") Facts third) {
        Map<String, Rupiah> paid = new HashMap<>();
        Rupiah best = Rupiah.ZERO;
        for (Facts judged : List.of(first, second, third, second)) {
            Assessment whole = ASSESSOR.assess(judged);
            Assessment difference = ASSESSOR.difference(judged, paid);
            if (whole.decision() == Decision.REJECTED) {
                assertThat(difference.total()).isEqualTo(Rupiah.ZERO);
                continue;
            }
            best = best.compareTo(whole.total()) > 0 ? best : whole.total();
            assertThat(difference.shares().stream().map(Assessment.Share::rupiah).reduce(Rupiah.ZERO, Rupiah::plus))
                    .as("all of it goes to somebody").isEqualTo(difference.total());
            for (Component component : difference.components()) {
                paid.merge(component.code(), component.rupiah(), Rupiah::plus);
            }
            assertThat(paid.values().stream().reduce(Rupiah.ZERO, Rupiah::plus)).isEqualTo(best);
            assertThat(ASSESSOR.difference(judged, paid).total()).as("asked once more, nothing is left").isEqualTo(Rupiah.ZERO);
        }
    }
}
