package id.lindungdesa.benefit;

import id.lindungdesa.benefit.Assessment.Decision;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** The rule book asked with the facts of a form and answering in the words of the REST contract; amounts in whole rupiah. */
@Component
public class Assessments {

    private final Assessor assessor;
    private final ClaimClock clock;

    public Assessments(Assessor assessor, ClaimClock clock) {
        this.assessor = assessor;
        this.clock = clock;
    }

    @Schema(description = "One payee's part of one amount of the benefit, in whole rupiah.")
    public record ComponentView(String code, long rupiah, @Schema(description = "as in payees") String payee, String legalBasis) {}

    @Schema(description = "A child's scholarship for the school year that begins in that year; 0 while it is below school age.")
    public record ScholarshipView(String name, String level, int schoolYear, long rupiah, long projection, String legalBasis) {}

    @Schema(description = "An heir by name (by relation where none was sent), WORKER or SOCIAL_SECURITY_FUND.")
    public record PayeeView(String name, long rupiah) {}

    /** What a form's facts give. */
    public record Answer(
            @Schema(description = "GRANTED, REDUCED (under three months of membership), REFER (people decide) or REJECTED") Decision decision,
            @Schema(description = "Why it is not granted in full, and what is missing (…_MISSING, decision REFER).") List<String> reasons,
            @Schema(description = "Signs of risk; they never change the decision.") List<String> flags,
            @Schema(description = "The same in Bahasa Indonesia, with articles.") String explanation,
            List<ComponentView> components,
            @Schema(description = "All cash; without treatment, aids, scholarship and penalty.") long total,
            List<ScholarshipView> scholarship, long scholarshipTotal,
            @Schema(description = "Until the end of university, should every child study on time.") long scholarshipProjection,
            @Schema(description = "Premiums that stand open in the grace period.") long arrears,
            @Schema(description = "Add up to total; empty where it is not known who they are.") List<PayeeView> payees,
            @Schema(description = "Null without completeOn and for a rejected claim.") LocalDate payBy, long penalty,
            @Schema(description = "Null without accidentAt.") OffsetDateTime stageOneDueAt,
            @Schema(description = "Each decision table that was asked, in the version that answered.") Map<String, String> ruleVersions) {}

    /**
     * What the law gives for the facts of that form; nothing is stored.
     *
     * @throws id.lindungdesa.refusal.Refusal naming every field whose facts contradict another or are unknown
     */
    public Answer answer(AssessmentForm form) {
        Facts facts = form.read();
        Assessment assessment = assessor.assess(facts);
        ClaimClock.Terms terms = clock.terms(facts, assessment.total(), assessment.decision() == Decision.REJECTED);
        Map<String, String> versions = new TreeMap<>(assessment.ruleVersions());
        versions.putAll(terms.ruleVersions());
        return new Answer(assessment.decision(), assessment.reasons(), assessment.flags(),
                Explanation.of(assessment, !facts.schooling().children().isEmpty()), components(assessment, form),
                assessment.total().amount(), scholarship(assessment, form), assessment.scholarshipTotal().amount(),
                assessment.scholarshipProjection().amount(), assessment.arrears().amount(),
                assessment.payees().stream().map(payee -> new PayeeView(name(payee, form), assessment.of(payee).amount())).toList(),
                terms.payBy(), terms.penalty().amount(), terms.stageOneDueAt(), versions);
    }

    private static List<ComponentView> components(Assessment assessment, AssessmentForm form) {
        if (assessment.shares().isEmpty()) {
            return assessment.components().stream().map(one -> new ComponentView(one.code(), one.rupiah().amount(), "UNKNOWN",
                    one.legalBasis())).toList();
        }
        return assessment.components().stream().flatMap(one -> assessment.shares().stream()
                .filter(share -> share.code().equals(one.code())).map(share -> new ComponentView(one.code(),
                        share.rupiah().amount(), name(share.payee(), form), one.legalBasis()))).toList();
    }

    private static List<ScholarshipView> scholarship(Assessment assessment, AssessmentForm form) {
        return assessment.scholarship().stream().map(grant -> new ScholarshipView(
                form.children().get(grant.child()).name(), grant.level().name(), grant.schoolYear(), grant.rupiah().amount(),
                grant.projection().amount(), grant.legalBasis())).toList();
    }

    private static String name(int payee, AssessmentForm form) {
        if (payee == Shares.WORKER) {
            return "WORKER";
        }
        if (payee == Shares.FUND) {
            return "SOCIAL_SECURITY_FUND";
        }
        AssessmentForm.Heir heir = form.heirs().get(payee - 1);
        return heir.name() == null || heir.name().isBlank() ? heir.relation() : heir.name();
    }
}
