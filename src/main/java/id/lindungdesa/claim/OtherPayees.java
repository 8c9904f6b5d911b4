package id.lindungdesa.claim;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What another module that pays because of claims tells of its payees, so that their accounts are asked about as well. */
public interface OtherPayees {

    /** Numbers of payees who are not the claim's own begin here and go down; no two modules use the same. */
    int HIGHEST_PLACE = -100;

    Optional<OtherPayee> find(UUID claimId, int place);

    /** Those to whom a payment is being decided on. */
    List<OtherPayee> awaiting();

    /** The family brought another account. */
    void changeAccount(UUID claimId, int place, String account);
}
