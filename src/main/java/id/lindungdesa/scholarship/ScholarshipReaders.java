package id.lindungdesa.scholarship;

import id.lindungdesa.document.DocumentReaders;
import id.lindungdesa.identity.Official;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The papers of a school year are for the child's village and the branch that decides it. */
@Component
class ScholarshipReaders implements DocumentReaders {

    private final YearFiles files;

    ScholarshipReaders(YearFiles files) {
        this.files = files;
    }

    @Override
    public boolean mayRead(UUID documentId, Official who) {
        return files.homesOf(documentId).stream()
                .anyMatch(home -> ScholarshipAccess.mayReadPeople(who, home.villageCode(), home.branch()));
    }
}
