package id.lindungdesa.complaint;

import id.lindungdesa.complaint.FamilyComplaints.Asked;
import id.lindungdesa.complaint.FamilyComplaints.Typed;
import id.lindungdesa.refusal.Refusal;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The page on which a family complains with its letter in hand, without a login and without a script. The code in its address
 * is a key: no cache keeps it, no other page is told it, no log holds it. What is typed travels in the body only.
 */
@RestController
@Hidden
class FamilyComplaintController {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

    private final FamilyComplaints complaints;

    FamilyComplaintController(FamilyComplaints complaints) {
        this.complaints = complaints;
    }

    @GetMapping(path = FamilyComplaints.PATH + "/{code}", produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<String> ask(@PathVariable String code, HttpServletResponse response) {
        try {
            return page(200, FamilyPage.form(code, complaints.ask(code), null, null), response);
        } catch (Refusal refusal) {
            return page(status(refusal), FamilyPage.refused(refusal), response);
        }
    }

    @PostMapping(path = FamilyComplaints.PATH + "/{code}", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE,
            produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<String> file(@PathVariable String code, @RequestParam(required = false) String subject,
            @RequestParam(required = false) String text, @RequestParam(required = false) String name,
            @RequestParam(required = false) String phone, @RequestParam(required = false) String relation,
            @RequestParam(required = false) String email, HttpServletResponse response) {
        Typed typed = new Typed(subject, text, name, phone, relation, email);
        try {
            complaints.ask(code);     // first and apart: a wrong code counts, also where what follows is undone
            return page(201, FamilyPage.done(complaints.file(code, typed)), response);
        } catch (Refusal refusal) {
            boolean again = !refusal.findings().isEmpty();
            return page(status(refusal), again ? FamilyPage.form(code, complaints.ask(code), typed, refusal)
                    : FamilyPage.refused(refusal), response);
        }
    }

    private static int status(Refusal refusal) {
        return switch (refusal.kind()) {
            case INVALID -> 422;
            case FORBIDDEN -> 403;
            case NOT_FOUND -> 404;
            case CONFLICT -> 409;
        };
    }

    private static ResponseEntity<String> page(int status, FamilyPage page, HttpServletResponse response) {
        byte[] random = new byte[16];
        RANDOM.nextBytes(random);
        String nonce = HexFormat.of().formatHex(random);
        response.setHeader("Content-Security-Policy", "default-src 'none'; style-src 'nonce-%s'; form-action 'self'; ".formatted(nonce)
                + "frame-ancestors 'none'; base-uri 'none'");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("X-Robots-Tag", "noindex");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        return ResponseEntity.status(status).contentType(HTML).body(page.html(nonce));
    }
}
