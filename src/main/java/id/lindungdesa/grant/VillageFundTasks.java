package id.lindungdesa.grant;

import java.util.UUID;
import org.springframework.stereotype.Component;

/** What {@code village-grant} and the opening of a decree call. */
@Component
public class VillageFundTasks {

    private final VillageFund fund;

    VillageFundTasks(VillageFund fund) {
        this.fund = fund;
    }

    /** Opens the cases of the next villages of a decree, one transaction's worth. Whether all are open now. */
    public boolean openNextVillages(String decreeId) {
        return fund.openNextVillages(UUID.fromString(decreeId));
    }
}
