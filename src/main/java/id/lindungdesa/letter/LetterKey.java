package id.lindungdesa.letter;

import id.lindungdesa.refusal.Refusal;
import java.util.UUID;
import org.springframework.stereotype.Service;

/**
 * What the code of a letter opens for whoever holds the paper: the case that it is about, and nothing that stands in it. Wrong
 * codes count with those of the page that checks letters.
 */
@Service
public class LetterKey {

    private final LetterBook book;
    private final CheckThrottle throttle;

    LetterKey(LetterBook book, CheckThrottle throttle) {
        this.book = book;
        this.throttle = throttle;
    }

    /** A letter that exists; its number names nobody. */
    public record Opened(UUID letterId, UUID caseId, String number) {}

    /** @throws Refusal LETTER_UNKNOWN; TOO_MANY_GUESSES for whoever tried too many */
    public Opened open(String code) {
        if (throttle.waits()) {
            throw Refusal.forbidden("TOO_MANY_GUESSES", "Dari jaringan Anda terlalu sering dicoba kode yang tidak ada. Coba lagi setelah %d menit."
                    .formatted(CheckThrottle.WINDOW.toMinutes()));
        }
        return book.of(code).map(found -> new Opened(found.id(), found.caseId(), found.number())).orElseThrow(() -> {
            throttle.count();
            return Refusal.notFound("LETTER_UNKNOWN", "Tidak ada surat dengan kode ini. Periksa kembali kodenya.");
        });
    }
}
