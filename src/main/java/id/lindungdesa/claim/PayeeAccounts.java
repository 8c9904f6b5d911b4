package id.lindungdesa.claim;

import id.lindungdesa.refusal.Refusal;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The check of accounts by the bank, for modules that pay because of a claim. */
@Service
public class PayeeAccounts {

    private final Claims claims;
    private final Payees payees;
    private final AccountDesk accounts;

    PayeeAccounts(Claims claims, Payees payees, AccountDesk accounts) {
        this.claims = claims;
        this.payees = payees;
        this.accounts = accounts;
    }

    /**
     * Finance writes down whom the bank names as the holder; another name than the receiver's is cleared by people.
     *
     * @throws Refusal HOLDER_REQUIRED, ACCOUNT_CHECK_OPEN
     */
    @Transactional
    public void financeRecords(UUID claimId, int place, String holder) {
        accounts.financeRecords(claims.lock(claimId), place, holder);
    }

    /** @throws Refusal ACCOUNT_MISSING, ACCOUNT_NOT_CHECKED or ACCOUNT_HOLDER_DIFFERS, saying what to do */
    public void requireChecked(UUID claimId, int place) {
        accounts.requireChecked(claims.get(claimId), List.of(payees.person(claimId, place).orElseThrow()));
    }
}
