package id.lindungdesa.scholarship;

import id.lindungdesa.workflow.SeparatedDuties;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Nobody plays two parts in a school year; who registered the child prepared it. */
@Component
class ScholarshipDuties implements SeparatedDuties {

    private static final Map<String, Step> STEPS = Map.of("UserTask_BringProof", Step.PROVE, "UserTask_CheckProof", Step.CHECK,
            "UserTask_ApproveScholarship", Step.APPROVE, "UserTask_PayScholarship", Step.ORDER_PAYMENT);

    private final Scholarships children;
    private final SchoolYears years;

    ScholarshipDuties(Scholarships children, SchoolYears years) {
        this.children = children;
        this.years = years;
    }

    @Override
    public Set<String> processes() {
        return Set.of("scholarship-payment");
    }

    @Override
    public boolean bars(String user, String processKey, UUID caseId, String elementId) {
        Step step = STEPS.get(elementId);
        if (step == null) {
            return false;
        }
        SchoolYear year = years.get(caseId);
        return YearSteps.bars(children.get(year.scholarshipId()), year, user, step);
    }
}
