package id.lindungdesa.letter;

import id.lindungdesa.identity.Official;
import java.util.UUID;

/** Who may read the letters of a module's cases. Each module that issues letters offers one bean; one yes is enough. */
public interface LetterReaders {

    /** Of a case that is not this module's: false. */
    boolean mayReadLetters(UUID caseId, Official who);
}
