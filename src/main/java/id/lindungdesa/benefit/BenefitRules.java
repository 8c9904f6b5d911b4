package id.lindungdesa.benefit;

import id.lindungdesa.money.Rupiah;
import id.lindungdesa.refusal.Refusal;
import id.lindungdesa.regulation.RuleBook;
import id.lindungdesa.regulation.Ruling;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Deadlines, limits and papers around a claim, each from its decision table. What the claim itself is worth is the
 * {@link Assessor}'s.
 */
@Component
public class BenefitRules {

    private final RuleBook ruleBook;

    public BenefitRules(RuleBook ruleBook) {
        this.ruleBook = ruleBook;
    }

    /** Until when a claim with whole papers is paid, counted in working days of the branch. */
    public record Deadline(int workingDays, String legalBasis, String version) {}

    /** What a day of delay costs; of working days only where the law counts so. */
    record Penalty(int percentPerDay, boolean workingDaysOnly, String legalBasis, String version) {}

    record Report(int hours, String legalBasis, String version) {}

    /** For how long a link to upload papers is open, and for how much. */
    public record LinkTerms(int hours, int files, int megabytes, String version) {}

    /** After how many years a right has lapsed, and what becomes of a claim that comes later: REJECTED or REFER. */
    record Expiry(int years, String decision, String legalBasis) {}

    /** Up to and with this amount the head of service decides; above it the head of the branch. */
    public record Limit(Rupiah rupiah, String legalBasis, String version) {}

    /** A paper that a claim needs, or may carry where it is not required; who issues it is told to the family. */
    public record Paper(String kind, String label, boolean required, String legalBasis, String issuer) {}

    public Deadline deadline(LocalDate received, Programme programme) {
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

    /** Nothing where no table of that day knows an end. */
    Optional<Expiry> expiry(LocalDate event, Programme programme) {
        return ruleBook.decide("claim-expiry", event, Map.of("programme", programme.name())).rows().stream().findFirst()
                .map(row -> new Expiry((int) whole(row.get("years")), (String) row.get("decision"), (String) row.get("legalBasis")));
    }

    public LinkTerms uploadLink(LocalDate day) {
        Ruling ruling = ruleBook.decide("upload-link", day, Map.of());
        Map<String, Object> row = one(ruling, day);
        return new LinkTerms((int) whole(row.get("hours")), (int) whole(row.get("files")), (int) whole(row.get("megabytes")),
                ruling.version());
    }

    public Limit approvalLimit(LocalDate day, Programme programme) {
        Ruling ruling = ruleBook.decide("approval-limit", day, Map.of("programme", programme.name()));
        Map<String, Object> row = one(ruling, day);
        return new Limit(Rupiah.of(whole(row.get("rupiah"))), (String) row.get("legalBasis"), ruling.version());
    }

    /** The papers for a claim of that kind, each once, in the order of the table; required where one circumstance says so. */
    public List<Paper> checklist(LocalDate event, String programme, Set<String> circumstances, Rupiah total) {
        Map<String, Paper> papers = new LinkedHashMap<>();
        for (String circumstance : circumstances) {
            ruleBook.decide("claim-checklist", event, Map.of("programme", programme, "circumstance", circumstance, "total", total.amount()))
                    .rows().stream().map(row -> new Paper((String) row.get("kind"), (String) row.get("label"),
                            Boolean.TRUE.equals(row.get("required")), (String) row.get("legalBasis"), (String) row.get("issuer")))
                    .forEach(paper -> papers.merge(paper.kind(), paper, (one, other) -> one.required() ? one : other));
        }
        return new ArrayList<>(papers.values());
    }

    private static Map<String, Object> one(Ruling ruling, LocalDate on) {
        if (ruling.rows().size() != 1) {
            throw Refusal.invalid("NO_RULE_FOR_DATE", RuleNames.noneOn(ruling.decision(), on));
        }
        return ruling.rows().get(0);
    }

    private static long whole(Object number) {
        return ((Number) number).longValue();
    }
}
