package id.lindungdesa.claim;

import id.lindungdesa.document.DocumentReaders;
import id.lindungdesa.identity.Official;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The papers of a claim are for the village that filed it and the branch that decides it. */
@Component
class ClaimReaders implements DocumentReaders {

    private final ClaimFiles files;

    ClaimReaders(ClaimFiles files) {
        this.files = files;
    }

    @Override
    public boolean mayRead(UUID documentId, Official who) {
        return files.homesOf(documentId).stream()
                .anyMatch(home -> ClaimAccess.mayReadPeople(who, home.villageCode(), home.branch()));
    }
}
