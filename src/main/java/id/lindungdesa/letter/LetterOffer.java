package id.lindungdesa.letter;

import java.util.UUID;

/** What the page that checks a letter offers beside it, told by the module that can do it. */
public interface LetterOffer {

    /** Whether it is offered with letters of this case. */
    boolean appliesTo(UUID caseId);

    /** What it is for, in the reader's words. */
    String label();

    /** Where it is: this path, a slash and the letter's code. */
    String path();
}
