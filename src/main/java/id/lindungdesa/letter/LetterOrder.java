package id.lindungdesa.letter;

import java.util.UUID;

/**
 * A letter to be issued.
 *
 * @param caseId the case it belongs to; whoever may read that case may read the letter (see {@link LetterReaders})
 * @param caseNumber what the number begins with, {@code JKM-2026-000001}; its letters are counted under it
 * @param kind its kind in capitals, for programs: {@code REJECTION}
 * @param title its kind for whoever checks it, without a name of anybody: {@code Penolakan klaim jaminan kematian}
 * @param head who writes
 * @param text what it says, in the marks of {@link LetterText}
 * @param wide across the sheet, for wide tables
 */
public record LetterOrder(UUID caseId, String caseNumber, String kind, String title, Letterhead head, String text, boolean wide) {

    public LetterOrder {
        if (caseId == null || caseNumber.isBlank() || kind.isBlank() || title.isBlank() || text.isBlank()) {
            throw new IllegalArgumentException("A letter without case, kind, title or text: %s %s".formatted(caseNumber, kind));
        }
    }

    public LetterOrder(UUID caseId, String caseNumber, String kind, String title, Letterhead head, String text) {
        this(caseId, caseNumber, kind, title, head, text, false);
    }
}
