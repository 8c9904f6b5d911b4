package id.lindungdesa.claim;

import id.lindungdesa.identity.OpenTo;
import id.lindungdesa.identity.Role;
import io.swagger.v3.oas.annotations.Operation;
import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The list for a ceremony. Its people are in the answer alone: not in the address, and nothing of it is kept. */
@RestController
class CeremonyController {

    private final Ceremonies ceremonies;

    CeremonyController(Ceremonies ceremonies) {
        this.ceremonies = ceremonies;
    }

    @Operation(summary = "The list for handing over benefits in public (PDF)", description = """
            Of the claims with these numbers, or of those of one's own branch paid from one day through another. Each must be
            paid wholly; the others are named with CEREMONY_UNPAID. Nothing is stored, so it may be asked for again. Either claims,
            or branch with paidFrom and paidThrough; days as 2026-12-01.""")
    @PostMapping(path = "/api/ceremonies", produces = MediaType.APPLICATION_PDF_VALUE)
    @OpenTo({Role.BPJS_KABID, Role.BPJS_KACAB})
    ResponseEntity<byte[]> list(@RequestBody CeremonyForm form) {
        byte[] pdf = ceremonies.list(form);
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment()
                        .filename("penyerahan-manfaat-" + form.day().strip() + ".pdf", StandardCharsets.UTF_8).build().toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .contentType(MediaType.APPLICATION_PDF)
                .body(pdf);
    }
}
