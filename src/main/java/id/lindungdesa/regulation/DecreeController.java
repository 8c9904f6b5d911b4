package id.lindungdesa.regulation;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.lindungdesa.identity.OpenTo;
import id.lindungdesa.identity.Role;
import id.lindungdesa.refusal.Finding;
import id.lindungdesa.refusal.Refusal;
import id.lindungdesa.regulation.DecreeEnactment.Drafted;
import id.lindungdesa.rest.Page;
import id.lindungdesa.rest.Paging;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Decrees in: terms as JSON and the annex as a table, in one request. The parts are read by hand, since programs and
 * browsers send the JSON now as a field, now as a file, and every fault of both parts belongs into one answer.
 */
@RestController
@RequestMapping("/api/decrees")
class DecreeController {

    private static final Map<String, String> ORDER = Map.of("number", "number", "title", "title", "state", "state",
            "draftedAt", "drafted_at");

    private final DecreeEnactment enactment;
    private final ObjectMapper json;

    DecreeController(DecreeEnactment enactment, ObjectMapper json) {
        this.enactment = enactment;
        this.json = json;
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @OpenTo(Role.DP3AP2_VERIFIKATOR)
    Drafted draft(@RequestParam(defaultValue = "false") boolean draft, HttpServletRequest request)
            throws IOException, ServletException {
        Part decree = required(request, "decree");
        DecreeBody body = DecreeBody.read(bytes(decree), json, Optional.empty());
        DecreeDraft terms = body.draft();
        try (InputStream annex = required(request, "annex").getInputStream()) {
            return draft ? enactment.draft(terms, body.faults(), annex) : enactment.enact(terms, body.faults(), annex);
        }
    }

    /** Corrects a draft or a returned decree: the same parts; a field or an annex that is left out stays as it was. */
    @PutMapping(path = "/{id}", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @OpenTo(Role.DP3AP2_VERIFIKATOR)
    Drafted correct(@PathVariable UUID id, HttpServletRequest request) throws IOException, ServletException {
        Part decree = request.getPart("decree");
        DecreeDraft before = enactment.drafted(id);
        DecreeBody body = DecreeBody.read(decree == null ? "{}".getBytes(StandardCharsets.UTF_8) : bytes(decree), json, Optional.of(before));
        DecreeDraft terms = body.draft();
        Part annex = request.getPart("annex");
        if (annex == null && body.faults().isEmpty() && terms.equals(before)) {
            return enactment.found(id);
        }
        if (annex == null) {
            return enactment.correct(id, terms, body.faults());
        }
        try (InputStream file = annex.getInputStream()) {
            return enactment.correct(id, terms, body.faults(), file);
        }
    }

    @GetMapping
    @OpenTo({Role.GUBERNUR, Role.SEKDA, Role.BIRO_HUKUM, Role.DP3AP2_VERIFIKATOR, Role.DP3AP2_KEPALA,
            Role.BPKPD_SPP, Role.BPKPD_SPM, Role.BPKPD_BUD, Role.INSPEKTORAT, Role.DISNAKER, Role.ADMIN})
    Page<Decrees.Listed> list(Paging paging) {
        return enactment.list(paging, paging.orderBy(ORDER, "drafted_at desc, id"));
    }

    private static Part required(HttpServletRequest request, String name) throws IOException, ServletException {
        Part part = request.getPart(name);
        if (part == null) {
            String message = "Bagian \"%s\" tidak ada dalam kiriman.".formatted(name);
            throw Refusal.invalid("PART_MISSING", message, List.of(Finding.at(null, name, "PART_MISSING", message)));
        }
        return part;
    }

    private static byte[] bytes(Part part) throws IOException {
        try (InputStream content = part.getInputStream()) {
            return content.readAllBytes();
        }
    }
}
