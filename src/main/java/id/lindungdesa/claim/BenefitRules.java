package id.lindungdesa.claim;

import id.lindungdesa.money.Rupiah;
import id.lindungdesa.refusal.Refusal;
import id.lindungdesa.regulation.PremiumRates;
import id.lindungdesa.regulation.RuleBook;
import id.lindungdesa.regulation.Ruling;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * The decision tables that this module asks, each with typed questions and answers. What officials may change (amounts,
 * limits, deadlines, papers) stands in the tables; here is only how they are read.
 */
@Component
class BenefitRules {

    /** The income that a premium is reckoned on where nobody reported another: the lowest band. */
    private static final long LOWEST_INCOME = 1_000_000;

    private final RuleBook ruleBook;
    private final PremiumRates premiumRates;

    BenefitRules(RuleBook ruleBook, PremiumRates premiumRates) {
        this.ruleBook = ruleBook;
        this.premiumRates = premiumRates;
    }

    record Eligibility(Assessment.Decision decision, List<String> reasons, String legalBasis, String version) {}

    record Rank(int rank, String share, String legalBasis) {}

    record Deadline(int workingDays, String legalBasis, String version) {}

    record Limit(Rupiah rupiah, String legalBasis, String version) {}

    /** A paper that a claim needs, or may carry where it is not required. */
    record Paper(String kind, String label, boolean required, String legalBasis) {}

    Eligibility eligibility(LocalDate event, Programme programme, Membership membership) {
        Ruling ruling = ruleBook.decide("claim-eligibility", event, Map.of("programme", programme.name(),
                "cover", membership.standing().name(), "monthsOfMembership", membership.fullMonths()));
        Map<String, Object> row = one(ruling, event);
        String reasons = (String) row.get("reasons");
        return new Eligibility(Assessment.Decision.valueOf((String) row.get("decision")),
                reasons == null || reasons.isEmpty() ? List.of() : Arrays.asList(reasons.split(",")),
                (String) row.get("legalBasis"), ruling.version());
    }

    List<Assessment.Component> deathBenefit(LocalDate event, int monthsOfMembership) {
        Ruling ruling = ruleBook.decide("death-benefit", event, Map.of("monthsOfMembership", monthsOfMembership));
        return ruling.rows().stream().map(row -> new Assessment.Component((String) row.get("code"),
                Rupiah.of(whole(row.get("rupiah"))), (String) row.get("legalBasis"), ruling.version())).toList();
    }

    Rank rankOf(Relation relation, LocalDate event) {
        Map<String, Object> row = one(ruleBook.decide("heir-rank", event, Map.of("relation", relation.name())), event);
        return new Rank((int) whole(row.get("rank")), (String) row.get("share"), (String) row.get("legalBasis"));
    }

    Deadline deadline(LocalDate received, Programme programme) {
        Ruling ruling = ruleBook.decide("claim-deadline", received, Map.of("programme", programme.name()));
        Map<String, Object> row = one(ruling, received);
        return new Deadline((int) whole(row.get("workingDays")), (String) row.get("legalBasis"), ruling.version());
    }

    Limit approvalLimit(LocalDate day, Programme programme) {
        Ruling ruling = ruleBook.decide("approval-limit", day, Map.of("programme", programme.name()));
        Map<String, Object> row = one(ruling, day);
        return new Limit(Rupiah.of(whole(row.get("rupiah"))), (String) row.get("legalBasis"), ruling.version());
    }

    /** The papers for a claim with heirs of these relations, each kind once, in the order of the table. */
    List<Paper> checklist(LocalDate event, Programme programme, List<Relation> heirs) {
        Set<String> asked = new LinkedHashSet<>();
        heirs.forEach(relation -> asked.add(relation.name()));
        if (heirs.size() > 1) {
            asked.add("SEVERAL");
        }
        Map<String, Paper> papers = new LinkedHashMap<>();
        for (String relation : asked) {
            ruleBook.decide("claim-checklist", event, Map.of("programme", programme.name(), "relation", relation)).rows()
                    .stream().map(row -> new Paper((String) row.get("kind"), (String) row.get("label"),
                            Boolean.TRUE.equals(row.get("required")), (String) row.get("legalBasis")))
                    .forEach(paper -> papers.putIfAbsent(paper.kind(), paper));
        }
        return new ArrayList<>(papers.values());
    }

    /** What the village owes for these months up to that of the event, should it be settled. */
    Rupiah arrears(LocalDate event, int months) {
        Rupiah owed = Rupiah.ZERO;
        for (int back = 0; back < months; back++) {
            owed = owed.plus(Rupiah.of(premiumRates.of(YearMonth.from(event).minusMonths(back), LOWEST_INCOME, "APBD",
                    "OTHER").perMonth()));
        }
        return owed;
    }

    private static Map<String, Object> one(Ruling ruling, LocalDate on) {
        if (ruling.rows().size() != 1) {
            throw Refusal.invalid("NO_RULE_FOR_DATE", "Tidak ada aturan %s yang berlaku pada tanggal %s."
                    .formatted(ruling.decision(), on));
        }
        return ruling.rows().get(0);
    }

    private static long whole(Object number) {
        return ((Number) number).longValue();
    }
}
