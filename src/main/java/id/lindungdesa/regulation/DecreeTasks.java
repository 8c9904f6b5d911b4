package id.lindungdesa.regulation;

import id.lindungdesa.identity.Role;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What {@code decree-enactment} asks of this module; only the model calls it. */
@Component
public class DecreeTasks {

    private final DecreeEnactment enactment;

    DecreeTasks(DecreeEnactment enactment) {
        this.enactment = enactment;
    }

    public String draftersGroup(String decreeId) {
        return Role.DP3AP2_VERIFIKATOR.group();
    }

    public String legalBureauGroup(String decreeId) {
        return Role.BIRO_HUKUM.group();
    }

    public String secretaryGroup(String decreeId) {
        return Role.SEKDA.group();
    }

    public String governorGroup(String decreeId) {
        return Role.GUBERNUR.group();
    }

    public void submitDraft(String decreeId) {
        enactment.submit(UUID.fromString(decreeId));
    }

    public void recordReview(String decreeId, boolean approved, String note) {
        enactment.review(UUID.fromString(decreeId), approved, note);
    }

    public void recordInitial(String decreeId, boolean approved, String note) {
        enactment.initial(UUID.fromString(decreeId), approved, note);
    }

    public void recordSignature(String decreeId, boolean approved, String note) {
        enactment.sign(UUID.fromString(decreeId), approved, note);
    }

    public void recordRevision(String decreeId, boolean resubmitted, String note) {
        enactment.revise(UUID.fromString(decreeId), resubmitted, note);
    }

    public void putInForce(String decreeId) {
        enactment.putInForce(UUID.fromString(decreeId));
    }
}
