package id.lindungdesa.scholarship;

import id.lindungdesa.identity.Role;
import id.lindungdesa.refusal.Refusal;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What the model {@code scholarship-change} calls: a line for each of its steps. */
@Component
public class ChangeTasks {

    private final Changes changes;
    private final Scholarships children;
    private final ChangeDesk desk;
    private final ChangeReview review;

    ChangeTasks(Changes changes, Scholarships children, ChangeDesk desk, ChangeReview review) {
        this.changes = changes;
        this.children = children;
        this.desk = desk;
        this.review = review;
    }

    public String headOfServiceGroup(String changeId) {
        return Role.BPJS_KABID.group(branch(changeId));
    }

    public String branchHeadGroup(String changeId) {
        return Role.BPJS_KACAB.group(branch(changeId));
    }

    public void submit(String changeId) {
        desk.submit(id(changeId));
    }

    /** Whether it ends the scholarship. */
    public boolean recordConfirmation(String changeId, boolean approved, String note) {
        return review.confirm(id(changeId), approved, note);
    }

    /** Whether money was paid for time after the end. */
    public boolean endScholarship(String changeId) {
        return review.end(id(changeId));
    }

    /** Whether it is demanded back. */
    public boolean recordDecision(String changeId, boolean approved, String outcome, String note) {
        boolean withShare = outcome != null && !outcome.isBlank();
        if (withShare && (!outcome.equals("WITH_SHARE") || !approved)) {
            throw Refusal.invalid("OUTCOME_UNKNOWN", "Bagian bulan sesudah berakhir hanya dapat dipilih bersama penagihan.");
        }
        return review.decide(id(changeId), approved, withShare, note);
    }

    public void demand(String changeId) {
        review.demand(id(changeId));
    }

    /** Whether the rest is waived; otherwise it goes on being demanded. */
    public boolean recordRecovery(String changeId, boolean approved, String note) {
        return review.follow(id(changeId), approved, note);
    }

    private String branch(String changeId) {
        return children.get(changes.get(id(changeId)).scholarshipId()).branch();
    }

    private static UUID id(String changeId) {
        return UUID.fromString(changeId);
    }
}
