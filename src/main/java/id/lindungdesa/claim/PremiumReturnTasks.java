package id.lindungdesa.claim;

import id.lindungdesa.identity.Role;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What the model {@code premium-return} calls. */
@Component
public class PremiumReturnTasks {

    private final Claims claims;
    private final PremiumReturns returns;
    private final PremiumReturnDesk desk;

    PremiumReturnTasks(Claims claims, PremiumReturns returns, PremiumReturnDesk desk) {
        this.claims = claims;
        this.returns = returns;
        this.desk = desk;
    }

    public void open(String premiumReturnId) {
        desk.open(UUID.fromString(premiumReturnId));
    }

    public String headOfServiceGroup(String premiumReturnId) {
        return Role.BPJS_KABID.group(claims.get(returns.get(UUID.fromString(premiumReturnId)).claimId()).branch());
    }

    public void recordDecision(String premiumReturnId, boolean approved, String note) {
        desk.decide(UUID.fromString(premiumReturnId), approved, note);
    }

    public void give(String premiumReturnId) {
        desk.give(UUID.fromString(premiumReturnId));
    }
}
