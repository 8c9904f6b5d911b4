package id.lindungdesa.letter;

import id.lindungdesa.identity.CurrentUser;
import id.lindungdesa.refusal.Refusal;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Where letters are issued and given out again. What left the house once is never changed. */
@Service
public class LetterBook {

    private final LetterFiles files;
    private final ObjectProvider<LetterReaders> readers;
    private final CurrentUser currentUser;
    private final Clock clock;
    private final String publicUrl;

    LetterBook(LetterFiles files, ObjectProvider<LetterReaders> readers, CurrentUser currentUser, Clock clock,
            @Value("${lindungdesa.public-url}") String publicUrl) {
        this.files = files;
        this.readers = readers;
        this.currentUser = currentUser;
        this.clock = clock;
        this.publicUrl = publicUrl.replaceAll("/+$", "");
    }

    /**
     * Issues a letter under the next number of its case, in the transaction of the fact that it tells of: prints it, keeps
     * the paper and its hash, and answers under which number, code and address it is known. The text gets its number as
     * its first field. Whoever may read it again is told by the caller's {@link LetterReaders}.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public IssuedLetter issue(LetterOrder order) {
        UUID id = UUID.randomUUID();
        Instant at = clock.instant();
        String number = files.nextNumber(order.caseNumber());
        String code = LetterCode.next();
        String text = "Nomor: " + number + "\n" + order.text();
        String address = publicUrl + "/surat/" + LetterCode.shown(code);
        byte[] pdf = LetterPrint.print(new LetterPrint.Sheet(order.head(), number, order.title(), LetterText.of(text),
                LetterCode.shown(code), address, at, order.wide()));
        files.add(new LetterFiles.Facts(id, order.caseId(), number, order.title(), order.head().issuer(), at, code, sha256(pdf)),
                order.kind(), pdf);
        return new IssuedLetter(id, number, order.kind(), LetterCode.shown(code), address, at, text);
    }

    /** The letter again, for the current official. @throws Refusal LETTER_UNKNOWN, also when it is not for him */
    public Copy copy(UUID id) {
        LetterFiles.Facts letter = files.byId(id).filter(found -> readers.stream()
                .anyMatch(reader -> reader.mayReadLetters(found.caseId(), currentUser.get())))
                .orElseThrow(() -> Refusal.notFound("LETTER_UNKNOWN", "Surat tidak ditemukan."));
        return new Copy(letter.number(), files.pdf(id));
    }

    /** The letter of a code as somebody typed it. */
    Optional<LetterFiles.Facts> of(String typed) {
        return LetterCode.read(typed).flatMap(files::byCode);
    }

    /** A letter as it was issued, byte by byte. */
    public record Copy(String number, byte[] pdf) {}

    static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
