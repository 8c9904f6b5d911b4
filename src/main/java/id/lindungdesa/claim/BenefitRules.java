package id.lindungdesa.claim;

import id.lindungdesa.money.Rupiah;
import id.lindungdesa.refusal.Refusal;
import id.lindungdesa.regulation.RuleBook;
import id.lindungdesa.regulation.Ruling;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Deadlines, limits and papers around a claim, each from its decision table. What the claim itself is worth is the
 * {@link Assessor}'s.
 */
@Component
class BenefitRules {

    private final RuleBook ruleBook;

    BenefitRules(RuleBook ruleBook) {
        this.ruleBook = ruleBook;
    }

    record Deadline(int workingDays, String legalBasis, String version) {}

    /** What a day of delay costs; of working days only where the law counts so. */
    record Penalty(int percentPerDay, boolean workingDaysOnly, String legalBasis, String version) {}

    record Report(int hours, String legalBasis, String version) {}

    record Limit(Rupiah rupiah, String legalBasis, String version) {}

    /** A paper that a claim needs, or may carry where it is not required. */
    record Paper(String kind, String label, boolean required, String legalBasis) {}

    Deadline deadline(LocalDate received, Programme programme) {
        Ruling ruling = ruleBook.decide("claim-deadline", received, Map.of("programme", programme.name()));
        Map<String, Object> row = one(ruling, received);
        return new Deadline((int) whole(row.get("workingDays")), (String) row.get("legalBasis"), ruling.version());
    }

    Penalty penalty(LocalDate payBy, Programme programme) {
        Ruling ruling = ruleBook.decide("late-penalty", payBy, Map.of("programme", programme.name()));
        Map<String, Object> row = one(ruling, payBy);
        return new Penalty((int) whole(row.get("percentPerDay")), row.get("days").equals("WORKING"),
                (String) row.get("legalBasis"), ruling.version());
    }

    Report reportOfAccident(LocalDate accident) {
        Ruling ruling = ruleBook.decide("accident-report-deadline", accident, Map.of());
        Map<String, Object> row = one(ruling, accident);
        return new Report((int) whole(row.get("hours")), (String) row.get("legalBasis"), ruling.version());
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
