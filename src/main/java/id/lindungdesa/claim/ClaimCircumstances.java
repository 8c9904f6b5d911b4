package id.lindungdesa.claim;

import id.lindungdesa.benefit.Consequence;
import id.lindungdesa.benefit.Heir;
import id.lindungdesa.benefit.Programme;
import id.lindungdesa.benefit.Relation;
import id.lindungdesa.claim.Injuries.Kept;
import id.lindungdesa.money.Rupiah;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What about a claim decides which papers it needs, in the words of the table {@code claim-checklist}. */
@Component
class ClaimCircumstances {

    private final ClaimFiles files;
    private final Injuries injuries;
    private final PaperDecisions decisions;
    private final ClaimReview review;

    ClaimCircumstances(ClaimFiles files, Injuries injuries, PaperDecisions decisions, ClaimReview review) {
        this.files = files;
        this.decisions = decisions;
        this.injuries = injuries;
        this.review = review;
    }

    Set<String> of(Claim claim) {
        List<Relation> heirs = files.heirs(claim.id()).stream().map(Heir::relation).toList();
        return claim.programme() == Programme.JKM ? ofHeirs(heirs)
                : injuries.find(claim.id()).map(kept -> ofAccident(kept, heirs, decisions.inTraffic(claim.id()))).orElse(Set.of("STAGE_ONE"));
    }

    /** What is to be paid as far as the rules can say it by now: the tax office's number depends on it. */
    Rupiah total(Claim claim) {
        return review.expected(claim);
    }

    static Set<String> ofHeirs(List<Relation> heirs) {
        Set<String> circumstances = new LinkedHashSet<>();
        heirs.forEach(relation -> circumstances.add(relation.name()));
        if (heirs.size() > 1) {
            circumstances.add("SEVERAL");
        }
        return circumstances;
    }

    /** Until the doctor has spoken only the papers of the report are asked for. */
    static Set<String> ofAccident(Kept kept, List<Relation> heirs, boolean traffic) {
        Set<String> circumstances = new LinkedHashSet<>(List.of("STAGE_ONE"));
        if (traffic) {
            circumstances.add("TRAFFIC");
        }
        if (kept.consequence() == null) {
            return circumstances;
        }
        circumstances.add("STAGE_TWO");
        if (!kept.injury().transport().isEmpty()) {
            circumstances.add("TRANSPORT");
        }
        if (kept.injury().homeCare() != null) {
            circumstances.add("HOME_CARE");
        }
        if (kept.consequence() == Consequence.DEATH) {
            circumstances.add("DEATH");
            circumstances.addAll(ofHeirs(heirs));
        } else {
            circumstances.add("WORKER");
        }
        return circumstances;
    }
}
