package id.lindungdesa.benefit;

import id.lindungdesa.benefit.Injury.Disability;
import id.lindungdesa.benefit.Injury.Loss;
import id.lindungdesa.benefit.Injury.Side;
import id.lindungdesa.regulation.Ruling;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** What several lost parts of the body weigh together, by the law's table. */
final class DisabilityRules {

    private final LocalDate event;
    private final Injury injury;
    private final Judgement judgement;
    private final Set<String> legalBases = new LinkedHashSet<>();

    DisabilityRules(LocalDate event, Injury injury, Judgement judgement) {
        this.event = event;
        this.injury = injury;
        this.judgement = judgement;
    }

    /** Thousandths of the table times percent of function: 15% in full are 15,000. */
    record Sum(long hundredThousandths, String legalBasis) {}

    Sum sum(long mostPercent) {
        if (injury.disabilities().isEmpty()) {
            judgement.missing("DISABILITY");
            return new Sum(0, "");
        }
        if (somethingIsMissing()) {
            return new Sum(0, "");
        }
        long lost = weigh(injury.dominantHand() == null ? Side.RIGHT : injury.dominantHand());
        if (injury.dominantHand() == null && weigh(Side.LEFT) != lost) {
            // two lost thumbs weigh the same whichever hand he worked with; one does not
            judgement.missing("DOMINANT_HAND");
            return new Sum(0, "");
        }
        long most = mostPercent * 1_000;
        if (lost > most) {
            judgement.reasonsOf("CAP_REACHED");
        }
        return new Sum(Math.min(lost, most), "; %s; jumlah persentase %s%%".formatted(String.join("; ", legalBases),
                BigDecimal.valueOf(Math.min(lost, most), 3).stripTrailingZeros().toPlainString().replace('.', ',')));
    }

    private boolean somethingIsMissing() {
        boolean missing = false;
        for (Disability one : injury.disabilities()) {
            String what = one.part() == null ? "DISABILITY_PART" : one.loss() == null ? "DISABILITY_LOSS"
                    : one.part().isOfTheArm() && one.side() == null ? "DISABILITY_SIDE"
                    : one.loss() == Loss.FUNCTIONAL && one.percentLost() == null ? "PERCENT_LOST" : null;
            if (what != null) {
                judgement.missing(what);
                missing = true;
            }
        }
        return missing;
    }

    private long weigh(Side dominant) {
        long sum = 0;
        for (Disability one : injury.disabilities()) {
            Ruling ruling = judgement.askForOne("disability-percent", event,
                    Map.of("part", one.part().name(), "dominant", one.side() == dominant));
            legalBases.add(ruling.text("legalBasis"));
            sum += ruling.amount("perMille") * (one.loss() == Loss.FUNCTIONAL ? one.percentLost() : 100);
        }
        return sum;
    }
}
