package id.lindungdesa.scholarship;

import id.lindungdesa.document.DocumentReaders;
import id.lindungdesa.identity.Official;
import id.lindungdesa.letter.LetterReaders;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The papers and letters of a school year, and of a report about a child, are for the child's village and the branch that decides it. */
@Component
class ScholarshipReaders implements DocumentReaders, LetterReaders {

    private final Scholarships children;
    private final SchoolYears years;
    private final YearFiles files;
    private final Changes changes;

    ScholarshipReaders(Scholarships children, SchoolYears years, YearFiles files, Changes changes) {
        this.children = children;
        this.years = years;
        this.files = files;
        this.changes = changes;
    }

    @Override
    public boolean mayReadLetters(UUID caseId, Official who) {
        return years.find(caseId).map(SchoolYear::scholarshipId)
                .or(() -> changes.find(caseId).map(ScholarshipChange::scholarshipId)).map(children::get)
                .filter(child -> ScholarshipAccess.mayReadPeople(who, child.villageCode(), child.branch())).isPresent();
    }

    @Override
    public boolean mayRead(UUID documentId, Official who) {
        return files.homesOf(documentId).stream()
                .anyMatch(home -> ScholarshipAccess.mayReadPeople(who, home.villageCode(), home.branch()));
    }
}
