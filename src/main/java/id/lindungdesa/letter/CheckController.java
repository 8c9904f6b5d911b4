package id.lindungdesa.letter;

import id.lindungdesa.letter.LetterFiles.Facts;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/**
 * The page that a letter's code leads to, for anybody: whether there is such a letter, and whether a file is that letter.
 * It works without a script, names nobody, and of a file that somebody brings only the hash is taken.
 */
@RestController
@Hidden
class CheckController {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

    private final LetterBook book;
    private final CheckThrottle throttle;
    private final ObjectProvider<LetterOffer> offers;

    CheckController(LetterBook book, CheckThrottle throttle, ObjectProvider<LetterOffer> offers) {
        this.offers = offers;
        this.book = book;
        this.throttle = throttle;
    }

    /** Where somebody types the code from a paper that he cannot scan. */
    @GetMapping(path = "/surat", produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<String> ask(@RequestParam(required = false) String code, HttpServletResponse response) {
        return code == null ? page(HttpStatus.OK, CheckPage.question(), response) : letter(code, response);
    }

    @GetMapping(path = "/surat/{code}", produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<String> letter(@PathVariable String code, HttpServletResponse response) {
        return of(code).map(found -> page(HttpStatus.OK, CheckPage.letter(found, CheckPage.Compared.NOTHING, offered(found)), response))
                .orElseGet(() -> none(response));
    }

    @PostMapping(path = "/surat/{code}", consumes = MediaType.MULTIPART_FORM_DATA_VALUE, produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<String> compare(@PathVariable String code, @RequestPart MultipartFile file, HttpServletResponse response)
            throws IOException {
        Optional<Facts> found = of(code);
        if (found.isEmpty()) {
            return none(response);
        }
        throttle.count();
        return page(HttpStatus.OK, CheckPage.letter(found.get(), file.isEmpty() ? CheckPage.Compared.NOTHING
                : sha256(file).equals(found.get().sha256()) ? CheckPage.Compared.SAME : CheckPage.Compared.DIFFERENT, offered(found.get())), response);
    }

    private List<LetterOffer> offered(Facts letter) {
        return offers.stream().filter(offer -> offer.appliesTo(letter.caseId())).toList();
    }

    private Optional<Facts> of(String code) {
        return throttle.waits() ? Optional.empty() : book.of(code);
    }

    private ResponseEntity<String> none(HttpServletResponse response) {
        if (throttle.waits()) {
            response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(CheckThrottle.WINDOW.toSeconds()));
            return page(HttpStatus.TOO_MANY_REQUESTS, CheckPage.wait(CheckThrottle.WINDOW), response);
        }
        throttle.count();
        return page(HttpStatus.NOT_FOUND, CheckPage.none(), response);
    }

    /** Headers are set, not added: of two content policies the browser obeys both, and a form could not be sent. */
    private static ResponseEntity<String> page(HttpStatus status, CheckPage page, HttpServletResponse response) {
        byte[] random = new byte[16];
        RANDOM.nextBytes(random);
        String nonce = HexFormat.of().formatHex(random);
        response.setHeader("Content-Security-Policy", "default-src 'none'; style-src 'nonce-%s'; form-action 'self'; ".formatted(nonce)
                + "frame-ancestors 'none'; base-uri 'none'");
        response.setHeader("X-Robots-Tag", "noindex");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        return ResponseEntity.status(status).contentType(HTML).body(page.html(nonce));
    }

    private static String sha256(MultipartFile file) throws IOException {
        try (InputStream in = file.getInputStream()) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            new DigestInputStream(in, digest).transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
