package id.lindungdesa.complaint;

import id.lindungdesa.document.DocumentReaders;
import id.lindungdesa.identity.Official;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The papers of a complaint are for the village, the branch and the regional office. */
@Component
class ComplaintReaders implements DocumentReaders {

    private final Complaints complaints;

    ComplaintReaders(Complaints complaints) {
        this.complaints = complaints;
    }

    @Override
    public boolean mayRead(UUID documentId, Official who) {
        return complaints.homesOf(documentId).stream()
                .anyMatch(home -> ComplaintAccess.mayReadPeople(who, home.villageCode(), home.branch()));
    }
}
