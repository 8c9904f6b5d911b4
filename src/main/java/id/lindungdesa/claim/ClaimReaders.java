package id.lindungdesa.claim;

import id.lindungdesa.document.DocumentReaders;
import id.lindungdesa.identity.Official;
import id.lindungdesa.letter.LetterReaders;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The papers and letters of a claim are for the village that filed it and the branch that decides it. */
@Component
class ClaimReaders implements DocumentReaders, LetterReaders {

    private final Claims claims;
    private final ClaimFiles files;

    ClaimReaders(Claims claims, ClaimFiles files) {
        this.claims = claims;
        this.files = files;
    }

    @Override
    public boolean mayReadLetters(UUID caseId, Official who) {
        return claims.find(caseId).filter(claim -> ClaimAccess.mayReadPeople(who, claim.villageCode(), claim.branch())).isPresent();
    }

    @Override
    public boolean mayRead(UUID documentId, Official who) {
        return files.homesOf(documentId).stream()
                .anyMatch(home -> ClaimAccess.mayReadPeople(who, home.villageCode(), home.branch()));
    }
}
