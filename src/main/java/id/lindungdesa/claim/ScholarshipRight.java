package id.lindungdesa.claim;

import id.lindungdesa.benefit.Assessment;
import id.lindungdesa.benefit.Assessment.Grant;
import id.lindungdesa.benefit.Consequence;
import id.lindungdesa.benefit.Facts;
import id.lindungdesa.benefit.Injury;
import id.lindungdesa.benefit.Judgement;
import id.lindungdesa.benefit.Membership;
import id.lindungdesa.benefit.Programme;
import id.lindungdesa.benefit.ScholarshipRules;
import id.lindungdesa.benefit.Schooling;
import id.lindungdesa.benefit.Schooling.Child;
import id.lindungdesa.benefit.Schooling.Level;
import id.lindungdesa.benefit.Schooling.Working;
import id.lindungdesa.benefit.Wording;
import id.lindungdesa.enrolment.Enrolment;
import id.lindungdesa.enrolment.Worker;
import id.lindungdesa.money.Rupiah;
import id.lindungdesa.regulation.RuleBook;
import id.lindungdesa.regulation.Ruling;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/**
 * What a paid claim opens for the worker's children, for the scholarships behind it: whether there is a right, for how
 * many, and what a child receives for a school year. The rules are those of the assessment.
 */
@Service
public class ScholarshipRight {

    private final Claims claims;
    private final Benefits benefits;
    private final Enrolment enrolment;
    private final RuleBook ruleBook;

    ScholarshipRight(Claims claims, Benefits benefits, Enrolment enrolment, RuleBook ruleBook) {
        this.claims = claims;
        this.benefits = benefits;
        this.enrolment = enrolment;
        this.ruleBook = ruleBook;
    }

    /** The claim as its scholarships know it. The worker's name is for letters and sheets only. */
    public record Source(UUID claimId, String number, String programme, String villageCode, String branch, LocalDate eventDate,
                         String workerName, LocalDate workerBornOn, boolean paid) {}

    /**
     * @param reasons why there is none, empty where there is
     * @param firstMonth in which a school year begins
     * @param schoolAge from which age a child may have its first year
     */
    public record Terms(boolean granted, List<String> reasons, int children, int firstMonth, int schoolAge, String legalBasis) {}

    public enum Answer {
        GRANTED,
        /** Nothing for this school year; a later one may bring something. */
        NOT_THIS_YEAR,
        /** Nothing ever again. */
        ENDED
    }

    /** What a child receives for a school year and why; the rule tables that said so, each in its version. */
    public record YearRuling(Answer answer, Rupiah rupiah, List<String> reasons, String legalBasis, String ruleVersions,
                             boolean pastYear) {}

    public record End(String reason, String legalBasis) {}

    public Optional<Source> find(String claimNumber) {
        return claims.idOf(claimNumber).flatMap(this::find);
    }

    public Optional<Source> find(UUID claimId) {
        return claims.find(claimId).map(claim -> {
            Worker worker = enrolment.worker(claim.workerId());
            return new Source(claimId, claim.number(), claim.programme().name(), claim.villageCode(), claim.branch(),
                    claim.eventDate(), worker.name(), worker.birthDate(), claim.state() == ClaimState.PAID);
        });
    }

    public Terms terms(UUID claimId) {
        Judgement judgement = new Judgement(ruleBook);
        Claim claim = claims.get(claimId);
        ScholarshipRules rules = rules(claim, null, null, null, judgement);
        Ruling right = rules.right(membership(claimId));
        judgement.reasonsOf(right.text("reasons"));
        return new Terms(Boolean.TRUE.equals(right.one().get("granted")), concluded(judgement).reasons(),
                Math.toIntExact(right.amount("children")), Math.toIntExact(right.amount("firstMonth")),
                Math.toIntExact(rules.amountOf(Level.TK).amount("fromAge")), right.text("legalBasis"));
    }

    /**
     * @param claimedOn when the family proved the year: whether the scholarship has ended is judged on that day
     * @param yearsHad years at this level that the child has received or is about to
     */
    public YearRuling judge(UUID claimId, Child child, int schoolYear, LocalDate claimedOn, int yearsHad) {
        Judgement judgement = new Judgement(ruleBook);
        ScholarshipRules rules = rules(claims.get(claimId), child, schoolYear, claimedOn, judgement);
        List<Grant> grants = rules.grants(membership(claimId));
        List<Map<String, Object>> ends = rules.ends(child, claimedOn);
        Ruling amount = rules.amountOf(child.level());
        if (!ends.isEmpty()) {
            return ruling(Answer.ENDED, Rupiah.ZERO, judgement, text(ends, "legalBasis"));
        }
        if (grants.isEmpty()) {
            return ruling(Answer.NOT_THIS_YEAR, Rupiah.ZERO, judgement, amount.text("legalBasis"));
        }
        if (yearsHad >= amount.amount("years")) {
            judgement.reasonsOf("SCHOLARSHIP_ENDED_YEARS");
            return ruling(Answer.NOT_THIS_YEAR, Rupiah.ZERO, judgement, amount.text("legalBasis"));
        }
        Grant grant = grants.get(0);
        if (grant.rupiah().isZero()) {
            judgement.reasonsOf("SCHOLARSHIP_BELOW_SCHOOL_AGE");
            return ruling(Answer.NOT_THIS_YEAR, Rupiah.ZERO, judgement, amount.text("legalBasis"));
        }
        return ruling(Answer.GRANTED, grant.rupiah(), judgement, grant.legalBasis());
    }

    /** Why a child that goes on learning, unmarried and without work, has no right any more on that day: its age. */
    public Optional<End> endByAge(UUID claimId, LocalDate birthDate, LocalDate on) {
        Child child = new Child(birthDate, null, null, false, Working.NO, null, true);
        return rules(claims.get(claimId), child, null, on, new Judgement(ruleBook)).ends(child, on).stream().findFirst()
                .map(row -> new End((String) row.get("reason"), (String) row.get("legalBasis")));
    }

    /** @param end null where the rules let it go on */
    public record EndRuling(End end, LocalDate since, String ruleVersions) {}

    /**
     * What marriage or work that began on a day means, by the rules of that day and of each month that wage work has lasted
     * since: it ends on the first day on which they say so.
     *
     * @param wageMonths in a row, a month that has begun counts; null where they are not known, which is asked on the first day
     */
    public EndRuling endBy(UUID claimId, LocalDate birthDate, boolean married, Working working, LocalDate began, Integer wageMonths) {
        Judgement judgement = new Judgement(ruleBook);
        int last = working == Working.WAGE && wageMonths != null ? Math.max(1, wageMonths) : 1;
        for (int month = 1; month <= last; month++) {
            LocalDate day = began.plusMonths(month - 1L);
            Child child = new Child(birthDate, null, null, married, working, wageMonths == null ? null : (Integer) month, true);
            List<Map<String, Object>> ends = rules(claims.get(claimId), child, null, day, judgement).ends(child, day);
            if (!ends.isEmpty()) {
                return new EndRuling(new End((String) ends.get(0).get("reason"), text(ends, "legalBasis")), day, versions(judgement));
            }
        }
        return new EndRuling(null, null, versions(judgement));
    }

    private static String versions(Judgement judgement) {
        return concluded(judgement).ruleVersions().values().stream().sorted().collect(Collectors.joining("; "));
    }

    /** A reason's code in words that a family reads. */
    public String wording(String reason) {
        return Wording.reason(reason);
    }

    private ScholarshipRules rules(Claim claim, Child child, Integer schoolYear, LocalDate claimedOn, Judgement judgement) {
        Schooling schooling = new Schooling(child == null ? List.of() : List.of(child), schoolYear, claimedOn);
        return new ScholarshipRules(new Facts(claim.programme(), claim.eventDate(), claim.cause(), consequence(claim), null, null,
                null, Injury.NONE, schooling, Facts.Handling.NONE), judgement);
    }

    /** What was paid for says what the event left behind. */
    private Consequence consequence(Claim claim) {
        List<String> components = benefits.lines(claim.id()).stream().map(Benefits.Line::code).toList();
        return claim.programme() == Programme.JKM || components.contains("DEATH") ? Consequence.DEATH
                : components.contains("TOTAL_DISABILITY") ? Consequence.TOTAL_PERMANENT_DISABILITY : Consequence.RECOVERED;
    }

    private Membership membership(UUID claimId) {
        return benefits.verdict(claimId).map(verdict -> new Membership(verdict.standing(), verdict.since(), verdict.months(),
                verdict.unpaidMonths())).orElse(null);
    }

    private static YearRuling ruling(Answer answer, Rupiah rupiah, Judgement judgement, String legalBasis) {
        Assessment found = concluded(judgement);
        return new YearRuling(answer, rupiah, found.reasons(), legalBasis, found.ruleVersions().values().stream().sorted()
                .collect(Collectors.joining("; ")), found.flags().contains("SCHOLARSHIP_PAST_YEAR"));
    }

    private static Assessment concluded(Judgement judgement) {
        return judgement.concluded(null, List.of(), Rupiah.ZERO, List.of());
    }

    private static String text(List<Map<String, Object>> rows, String output) {
        return rows.stream().map(row -> (String) row.get(output)).distinct().collect(Collectors.joining("; "));
    }
}
