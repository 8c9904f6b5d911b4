package id.lindungdesa.claim;

import id.lindungdesa.benefit.Assessment;
import id.lindungdesa.benefit.Assessor;
import id.lindungdesa.benefit.Cause;
import id.lindungdesa.benefit.Facts;
import id.lindungdesa.benefit.Membership;
import id.lindungdesa.benefit.Relation;
import id.lindungdesa.benefit.Wording;
import id.lindungdesa.calendar.WorkingDays;
import id.lindungdesa.premium.CoverBook;
import id.lindungdesa.refusal.Refusal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** The way into a claim for a module that learned of a death before any family came. */
@Service
public class ClaimIntake {

    private static final UUID NONE = new UUID(0, 0);

    private final Claims claims;
    private final ClaimDesk desk;
    private final ClaimProcess process;
    private final Assessor assessor;
    private final CoverBook coverBook;
    private final ClaimSteps steps;

    ClaimIntake(Claims claims, ClaimDesk desk, ClaimProcess process, Assessor assessor, CoverBook coverBook, ClaimSteps steps) {
        this.claims = claims;
        this.desk = desk;
        this.process = process;
        this.assessor = assessor;
        this.coverBook = coverBook;
        this.steps = steps;
    }

    /** Whether a death gives reason to a claim; where not, why, as codes and in words. */
    public record Prospect(boolean covered, List<String> reasons, String explanation) {}

    /** The number of the claim that was submitted for this worker's death. */
    public Optional<String> claimOfDeath(UUID workerId) {
        return claims.submittedForDeath(workerId, NONE);
    }

    /** What the rules say of a death on that day whose cause nobody knows yet. Only what they reject has no prospect. */
    public Prospect prospect(UUID workerId, LocalDate died) {
        try {
            Assessment assessment = assessor.assess(Facts.ofDeath(died, Cause.ILLNESS, coverBook.of(workerId).stream()
                    .map(period -> new Membership.Period(period.from(), period.through(),
                            LocalDate.ofInstant(period.registeredAt(), WorkingDays.JAKARTA))).toList(),
                    List.of(Relation.SPOUSE), LocalDate.ofInstant(steps.instant(), WorkingDays.JAKARTA)));
            boolean covered = assessment.decision() != Assessment.Decision.REJECTED;
            return new Prospect(covered, covered ? List.of() : assessment.reasons(), covered ? "" : "%s (%s)".formatted(
                    assessment.reasons().stream().map(Wording::reason).collect(Collectors.joining("; ")), assessment.legalBasis()));
        } catch (Refusal noRule) {
            return new Prospect(false, List.of(noRule.code()), noRule.getMessage());
        }
    }

    /**
     * Drafts a claim for the current official.
     *
     * @param form without worker, day and reporter, which are known
     * @param informant who told of the death, null where nobody is known
     * @throws Refusal as for any claim that is filed
     */
    public UUID draft(ClaimForm form, String workerNik, LocalDate died, String informant, String phone, String relation) {
        return desk.file(form.about(workerNik, died, informant == null ? null
                : new ClaimForm.ReporterForm(informant, phone, relation)), true).id();
    }

    /** The draft becomes a claim; whoever acts files it. */
    public void start(UUID draftId) {
        process.start(draftId);
    }
}
