package id.lindungdesa.letter;

import java.time.Instant;

/** Lists on the paper of letters that are no letters themselves: nobody keeps them, so nobody can check them. */
public final class ListPrint {

    private ListPrint() {}

    /**
     * A PDF on wide paper; a table that goes on begins each page with its head.
     *
     * @param text with the marks of letters, as {@link LetterTemplates#fill} gives it
     * @param foot below each page, before its number
     */
    public static byte[] print(Letterhead head, String title, String text, String foot, Instant at) {
        return LetterPrint.print(head, title, LetterText.of(text), foot, at);
    }
}
