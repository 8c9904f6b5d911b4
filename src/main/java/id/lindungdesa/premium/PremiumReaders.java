package id.lindungdesa.premium;

import id.lindungdesa.document.DocumentReaders;
import id.lindungdesa.identity.Official;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What is attached to a premium case is for those who oversee its village, the insurer and the auditors. */
@Component
class PremiumReaders implements DocumentReaders {

    private final PremiumCases cases;

    PremiumReaders(PremiumCases cases) {
        this.cases = cases;
    }

    @Override
    public boolean mayRead(UUID documentId, Official who) {
        return cases.villagesOf(documentId).stream().anyMatch(who::oversees);
    }
}
