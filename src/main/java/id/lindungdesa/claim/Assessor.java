package id.lindungdesa.claim;

import id.lindungdesa.claim.Assessment.Component;
import id.lindungdesa.claim.Assessment.Decision;
import id.lindungdesa.claim.Assessment.Share;
import id.lindungdesa.claim.BenefitRules.Eligibility;
import id.lindungdesa.claim.BenefitRules.Rank;
import id.lindungdesa.refusal.Refusal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Service;

/** Turns the facts of a death into what the law gives for it. Asks no database: the same facts, the same answer. */
@Service
class Assessor {

    private static final int NO_HEIR = 99;

    private final BenefitRules rules;

    Assessor(BenefitRules rules) {
        this.rules = rules;
    }

    /** What is asked: when he died, the cover that was paid for him, and who is left, in the order of the list. */
    record Facts(Programme programme, LocalDate event, List<Membership.Period> cover, List<Relation> heirs) {}

    Assessment assess(Facts facts) {
        Membership membership = Membership.on(facts.event(), facts.cover());
        Eligibility eligibility = rules.eligibility(facts.event(), facts.programme(), membership);
        Map<String, String> versions = new LinkedHashMap<>();
        versions.put("claim-eligibility", eligibility.version());
        List<Component> components = eligibility.decision() == Decision.REJECTED ? List.of()
                : rules.deathBenefit(facts.event(), membership.fullMonths());
        components.forEach(component -> versions.put("death-benefit", component.ruleVersion()));
        return new Assessment(eligibility.decision(), eligibility.reasons(), eligibility.legalBasis(), membership,
                components, components.isEmpty() ? List.of() : shares(facts, components),
                rules.arrears(facts.event(), membership.unpaidMonths()), versions);
    }

    /** Whether anybody among these may receive something at all. */
    boolean anyEntitled(LocalDate event, List<Relation> heirs) {
        return heirs.stream().anyMatch(relation -> rules.rankOf(relation, event).rank() < NO_HEIR);
    }

    private List<Share> shares(Facts facts, List<Component> components) {
        TreeMap<Integer, List<Integer>> byRank = new TreeMap<>();
        Map<Integer, String> shareOf = new LinkedHashMap<>();
        for (int place = 1; place <= facts.heirs().size(); place++) {
            Rank rank = rules.rankOf(facts.heirs().get(place - 1), facts.event());
            byRank.computeIfAbsent(rank.rank(), none -> new ArrayList<>()).add(place);
            shareOf.put(rank.rank(), rank.share());
        }
        byRank.remove(NO_HEIR);
        if (byRank.isEmpty()) {
            throw Refusal.invalid("NO_ENTITLED_HEIR",
                    "Tidak ada ahli waris yang berhak. Cantumkan pihak yang menyelenggarakan pemakaman.");
        }
        List<Integer> first = byRank.firstEntry().getValue();
        return shareOf.get(byRank.firstKey()).equals("FUNERAL") ? Shares.withoutHeirs(components, first)
                : Shares.equal(components, first);
    }
}
