package id.lindungdesa.claim;

import id.lindungdesa.benefit.AssessmentForm;
import id.lindungdesa.benefit.Injury;
import id.lindungdesa.benefit.Membership;
import id.lindungdesa.money.Rupiah;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * What was found to be different from what a paid claim was judged by: as a court, a mediation or the branch itself found it.
 * What is not sent stays as it is known. No amount of a benefit is among it: that is the rules'.
 *
 * @param memberSince from when the worker counts as covered, where cover was counted wrongly
 */
record SupplementFacts(LocalDate memberSince, String outcome, String dominantHand, List<AssessmentForm.Disability> disabilities,
                       AssessmentForm.Inability unableToWork, List<AssessmentForm.Fare> transport, AssessmentForm.HomeCare homeCare,
                       Long incomeBase) {

    static final SupplementFacts NOTHING = new SupplementFacts(null, null, null, null, null, null, null, null);

    boolean correctsInjury() {
        return StageTwoForm.isFilled(outcome) || StageTwoForm.isFilled(dominantHand) || isFilled(disabilities) || unableToWork != null
                || isFilled(transport) || homeCare != null || incomeBase != null;
    }

    /** Whether anything is told that somebody must prove; otherwise what the books say by now is enough. */
    boolean correctsAnything() {
        return memberSince != null || correctsInjury();
    }

    /** Cover as it is counted after the decision. */
    List<Membership.Period> cover(List<Membership.Period> known, LocalDate event) {
        if (memberSince == null) {
            return known;
        }
        List<Membership.Period> all = new ArrayList<>(known == null ? List.of() : known);
        all.add(new Membership.Period(memberSince, event, memberSince));
        return all;
    }

    /** The doctor's word as it is known better now, in the shape in which it is checked for contradictions. */
    StageTwoForm over(Injuries.Kept kept) {
        Injury known = kept.injury();
        return new StageTwoForm(StageTwoForm.isFilled(outcome) ? outcome : kept.consequence().name(), text(known.recoveredOn()), text(kept.diedOn()),
                StageTwoForm.isFilled(dominantHand) ? dominantHand : known.dominantHand() == null ? null : known.dominantHand().name(),
                isFilled(disabilities) ? disabilities : known.disabilities().stream().map(one -> new AssessmentForm.Disability(one.part().name(),
                        one.side() == null ? null : one.side().name(), one.loss().name(), one.percentLost())).toList(),
                unableToWork != null || known.unableToWork() == null ? unableToWork
                        : new AssessmentForm.Inability(known.unableToWork().months(), known.unableToWork().days()),
                isFilled(transport) ? transport : known.transport().stream().map(fare -> new AssessmentForm.Fare(fare.mode().name(),
                        amount(fare.rupiah()))).toList(),
                homeCare != null || known.homeCare() == null ? homeCare
                        : new AssessmentForm.HomeCare(known.homeCare().months(), amount(known.homeCare().rupiah())),
                incomeBase, null, null, null, null, null, null, null);
    }

    private static boolean isFilled(List<?> list) {
        return list != null && !list.isEmpty();
    }

    private static String text(LocalDate day) {
        return day == null ? null : day.toString();
    }

    private static Long amount(Rupiah rupiah) {
        return rupiah == null ? null : rupiah.amount();
    }
}
