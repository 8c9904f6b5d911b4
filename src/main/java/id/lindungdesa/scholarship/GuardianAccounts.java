package id.lindungdesa.scholarship;

import id.lindungdesa.claim.OtherPayee;
import id.lindungdesa.claim.OtherPayees;
import id.lindungdesa.money.Rupiah;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The guardians who are paid for children, as payees of the claim that the scholarship comes from. */
@Component
class GuardianAccounts implements OtherPayees {

    private final Scholarships children;
    private final SchoolYears years;

    GuardianAccounts(Scholarships children, SchoolYears years) {
        this.children = children;
        this.years = years;
    }

    static int placeOf(Scholarship child) {
        return HIGHEST_PLACE - child.place();
    }

    @Override
    public Optional<OtherPayee> find(UUID claimId, int place) {
        return children.of(claimId).stream().filter(child -> placeOf(child) == place).findFirst().map(child -> payee(child, Rupiah.ZERO));
    }

    @Override
    public List<OtherPayee> awaiting() {
        return years.awaitingPayment().stream().map(year -> payee(children.get(year.scholarshipId()), year.ruling().rupiah())).toList();
    }

    @Override
    public void changeAccount(UUID claimId, int place, String account) {
        children.of(claimId).stream().filter(child -> placeOf(child) == place).forEach(child -> children.changeAccount(child.id(), account));
    }

    private static OtherPayee payee(Scholarship child, Rupiah rupiah) {
        return new OtherPayee(child.claimId(), placeOf(child), "%s (wali %s)".formatted(child.guardian().name(), child.childName()),
                child.guardian().name(), child.guardian().account(), rupiah);
    }
}
