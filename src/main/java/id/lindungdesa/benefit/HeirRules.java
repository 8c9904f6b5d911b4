package id.lindungdesa.benefit;

import id.lindungdesa.benefit.Assessment.Share;
import id.lindungdesa.regulation.Ruling;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Who receives: the worker himself, or after his death the first rank of heirs that is there. */
final class HeirRules {

    private static final String TABLE = "heir-rank";
    private static final long NO_HEIR = 99;

    private HeirRules() {}

    static List<Share> shares(Facts facts, Judgement judgement) {
        if (!facts.isDeath()) {
            return Shares.equal(judgement.components(), List.of(Shares.WORKER));
        }
        if (facts.heirs() == null || facts.heirs().isEmpty()) {
            judgement.missing("HEIRS");
            return List.of();
        }
        if (facts.heirs().stream().anyMatch(Objects::isNull)) {
            judgement.missing("HEIR_RELATION");
            return List.of();
        }
        return ofHeirs(facts.eventDate(), facts.heirs(), judgement);
    }

    /** Whether anybody among these may receive something at all. */
    static boolean anyEntitled(LocalDate event, List<Relation> heirs, Judgement judgement) {
        return heirs.stream().anyMatch(relation -> rankOf(relation, event, judgement).amount("rank") < NO_HEIR);
    }

    private static List<Share> ofHeirs(LocalDate event, List<Relation> heirs, Judgement judgement) {
        TreeMap<Long, List<Integer>> byRank = new TreeMap<>();
        Map<Long, String> shareOf = new LinkedHashMap<>();
        for (int place = 1; place <= heirs.size(); place++) {
            Ruling rank = rankOf(heirs.get(place - 1), event, judgement);
            byRank.computeIfAbsent(rank.amount("rank"), none -> new ArrayList<>()).add(place);
            shareOf.put(rank.amount("rank"), rank.text("share"));
        }
        byRank.remove(NO_HEIR);
        if (byRank.isEmpty()) {
            judgement.refer("NO_ENTITLED_HEIR");
            return List.of();
        }
        List<Integer> first = byRank.firstEntry().getValue();
        return shareOf.get(byRank.firstKey()).equals("FUNERAL") ? Shares.withoutHeirs(judgement.components(), first)
                : Shares.equal(judgement.components(), first);
    }

    private static Ruling rankOf(Relation relation, LocalDate event, Judgement judgement) {
        return judgement.askForOne(TABLE, event, Map.of("relation", relation.name()));
    }
}
