package id.lindungdesa.claim;

import id.lindungdesa.document.StoredDocument;
import id.lindungdesa.refusal.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * The family's page, without a login: the claim's number and what is missing, no name, no amount, nothing that was brought
 * before. Its address is a secret: no cache keeps it, no other page is told it, no log holds it.
 */
@RestController
class UploadPageController {

    private static final Map<String, String> FILES = Map.of("unggah.js", "text/javascript;charset=UTF-8",
            "unggah.css", "text/css;charset=UTF-8");

    /** A type of our own: no other reader of bodies takes a stream of that size. */
    private static final String FILE = "application/vnd.lindungdesa.file";

    private final ClaimUploads uploads;

    UploadPageController(ClaimUploads uploads) {
        this.uploads = uploads;
    }

    record Missing(String kind, String label, String why, String issuer) {}

    record Page(String number, boolean wanted, Instant expiresAt, int filesLeft, List<Missing> missing) {}

    record Receipt(String kind, String fileName, long bytes) {}

    record HandedIn(String number, boolean withOfficer) {}

    @ModelAttribute
    void keepSecret(HttpServletResponse response) {
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Robots-Tag", "noindex");
        response.setHeader("Content-Security-Policy", "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
                + "frame-ancestors 'none'; base-uri 'none'; form-action 'none'");
    }

    /** The same page for every token: whether it opens anything is asked by its script. */
    @GetMapping("/unggah/{token}")
    void page(@PathVariable String token, HttpServletResponse response) throws IOException {
        send(response, "unggah.html", "text/html;charset=UTF-8");
    }

    @GetMapping("/unggah/aset/{file}")
    void asset(@PathVariable String file, HttpServletResponse response) throws IOException {
        if (!FILES.containsKey(file)) {
            throw Refusal.notFound("NOT_FOUND", "Halaman ini tidak ada.");
        }
        send(response, file, FILES.get(file));
    }

    @GetMapping("/unggah/{token}/papers")
    Page missing(@PathVariable String token) {
        ClaimUploads.Asked asked = uploads.look(token);
        return new Page(asked.claim().number(), asked.claim().isOpenForPapers(), asked.link().expiresAt(),
                asked.link().mostFiles() - asked.link().files(), asked.open().stream().map(paper -> new Missing(paper.asked().kind(),
                        paper.asked().label(), paper.fault(), paper.asked().issuer())).toList());
    }

    /** The file itself is the body, read as it comes; its name stands in a header, since addresses are kept in many places. */
    @PostMapping(path = "/unggah/{token}/documents", consumes = FILE)
    @ResponseStatus(HttpStatus.CREATED)
    Receipt upload(@PathVariable String token, @RequestParam String kind, @RequestHeader("X-File-Name") String name,
            HttpServletRequest request) throws IOException {
        StoredDocument stored = uploads.receive(token, kind, decoded(name), request.getContentLengthLong(), request.getInputStream());
        return new Receipt(stored.kind(), stored.fileName(), stored.bytes());
    }

    @PostMapping("/unggah/{token}/hand-in")
    HandedIn handIn(@PathVariable String token) {
        Claim claim = uploads.handIn(token);
        return new HandedIn(claim.number(), claim.state() == ClaimState.SUBMITTED);
    }

    private static String decoded(String name) {
        try {
            return URLDecoder.decode(name, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return name;
        }
    }

    private static void send(HttpServletResponse response, String file, String type) throws IOException {
        response.setContentType(type);
        try (var in = new ClassPathResource("upload/" + file).getInputStream()) {
            in.transferTo(response.getOutputStream());
        }
    }
}
