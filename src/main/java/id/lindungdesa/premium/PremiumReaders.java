package id.lindungdesa.premium;

import id.lindungdesa.document.DocumentReaders;
import id.lindungdesa.identity.Official;
import id.lindungdesa.region.Regions;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What is attached to a premium case is for those who oversee its village, the insurer and the auditors. */
@Component
class PremiumReaders implements DocumentReaders {

    private final PremiumCases cases;
    private final Regions regions;

    PremiumReaders(PremiumCases cases, Regions regions) {
        this.cases = cases;
        this.regions = regions;
    }

    @Override
    public boolean mayRead(UUID documentId, Official who) {
        return cases.villagesOf(documentId).stream().anyMatch(village -> regions.oversees(who, village));
    }
}
