package id.lindungdesa.claim;

import id.lindungdesa.identity.Role;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What the model {@code heir-dispute} calls. */
@Component
public class DisputeTasks {

    private final Claims claims;
    private final Disputes disputes;
    private final HeirDesk desk;

    DisputeTasks(Claims claims, Disputes disputes, HeirDesk desk) {
        this.claims = claims;
        this.disputes = disputes;
        this.desk = desk;
    }

    public void hold(String disputeId) {
        desk.hold(UUID.fromString(disputeId));
    }

    public String officerGroup(String disputeId) {
        return Role.BPJS_VERIFIKATOR.group(claims.get(disputes.get(UUID.fromString(disputeId)).claimId()).branch());
    }

    public void recordSettlement(String disputeId) {
        desk.settle(UUID.fromString(disputeId));
    }
}
