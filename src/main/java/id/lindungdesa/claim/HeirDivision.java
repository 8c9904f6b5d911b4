package id.lindungdesa.claim;

import id.lindungdesa.benefit.Assessment;
import id.lindungdesa.benefit.Assessment.Component;
import id.lindungdesa.benefit.Assessment.Share;
import id.lindungdesa.benefit.Heir;
import id.lindungdesa.benefit.Shares;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * From what the law gives to the first rank there is, to who receives it now: the part of an heir who died before the
 * payment goes to those who succeed him, and where nobody was named for that he is passed over as if he had not been there;
 * parts that a court or an agreement gave come before the law's.
 */
@org.springframework.stereotype.Component
class HeirDivision {

    private final ClaimFiles files;
    private final Circumstances circumstances;

    HeirDivision(ClaimFiles files, Circumstances circumstances) {
        this.files = files;
        this.circumstances = circumstances;
    }

    /** Those who count in the order of the law. */
    List<Heir> entitled(UUID claimId) {
        return entitled(files.heirs(claimId));
    }

    /** @param assessment its shares by the places in {@link #entitled} */
    Assessment divided(UUID claimId, Assessment assessment) {
        return divided(assessment, files.heirs(claimId), circumstances.parts(claimId));
    }

    static List<Heir> entitled(List<Heir> heirs) {
        return heirs.stream().filter(heir -> heir.circumstance().succeeds() == null
                && (heir.circumstance().diedOn() == null || !successors(heir.place(), heirs).isEmpty())).toList();
    }

    static Assessment divided(Assessment assessment, List<Heir> heirs, Map<Integer, Integer> parts) {
        boolean heirsReceive = assessment.shares().stream().anyMatch(share -> share.payee() > 0);
        if (!heirsReceive) {
            return assessment;
        }
        List<Share> shares = new ArrayList<>();
        if (!parts.isEmpty()) {
            shares.addAll(Shares.byParts(assessment.components(), parts));
        } else {
            List<Heir> entitled = entitled(heirs);
            Map<Integer, List<Share>> byPayee = assessment.shares().stream()
                    .collect(Collectors.groupingBy(Share::payee, LinkedHashMap::new, Collectors.toList()));
            byPayee.forEach((payee, of) -> {
                int place = payee > 0 ? entitled.get(payee - 1).place() : payee;
                List<Integer> after = place > 0 ? successors(place, heirs) : List.of();
                if (after.isEmpty()) {
                    of.forEach(share -> shares.add(new Share(place, share.code(), share.rupiah())));
                } else {
                    shares.addAll(Shares.equal(of.stream().map(share -> new Component(share.code(), share.rupiah(), "", "")).toList(), after));
                }
            });
        }
        return new Assessment(assessment.decision(), assessment.reasons(), assessment.flags(), assessment.legalBasis(),
                assessment.membership(), assessment.components(), shares, assessment.arrears(), assessment.scholarship(),
                assessment.ruleVersions());
    }

    /** The living who come into the part of the heir of that place. */
    private static List<Integer> successors(int place, List<Heir> heirs) {
        return heirs.stream().filter(heir -> heir.circumstance().succeeds() != null && heir.circumstance().succeeds() == place
                && heir.circumstance().diedOn() == null).map(Heir::place).toList();
    }
}
